"""Watching the moments: which one is open, whether an intervention puts it right, and what follows from that."""

from msgspec.structs import replace

from intervisie_tui.practice.record import Alarm, Heard, Met, Outcome, Record
from intervisie_tui.practice.scenario import Line, Moment

LATE = 30_000
"""Milliseconds after a moment was missed in which putting it right is late, and no false alarm."""
AFTERWARDS = 15_000
"""Milliseconds after a moment was put right in which more of the same is no false alarm."""
FRESH = 20_000
"""Milliseconds in which an intervention is taken to be about something that was said."""


def open_one(record: Record) -> Met | None:
    """The moment that is going on; there is one at most."""
    return next((met for met in record.met if met.outcome == "open"), None)


def begun(record: Record, moment: Moment, at: int) -> Record:
    """Somebody spoils it."""
    record = replace(record, met=(*record.met, Met(moment=moment.id, at=at)))
    return heard(record, Line(who=moment.who, says=moment.says), moment.id, at)


def heard(record: Record, line: Line, of: str, at: int) -> Record:
    """Something is said aloud."""
    return replace(record, heard=(*record.heard, Heard(at=at, who=line.who, says=line.says, of=of)))


def expired(record: Record, at: int) -> Record:
    """The moment that is going on has not been put right."""
    met = open_one(record)
    return record if met is None else _put(record, replace(met, outcome="missed", after=at - met.at))


def dropped(record: Record) -> Record:
    """The time of a drill was up before that of the moment that is going on: it has not come."""
    return replace(record, met=tuple(met for met in record.met if met.outcome != "open"))


def intervened(record: Record, tried: Alarm) -> tuple[Record, Moment | None]:
    """The facilitator intervened: where nothing is wrong, this is a false alarm.

    Gives the moment too that has been put right by it, in time or late.
    """
    met = open_one(record) or _just_missed(record, tried.at)
    if met is not None:
        moment = record.scenario.moment(met.moment)
        if tried.act in moment.right or (tried.act and tried.act == moment.pitfall):
            outcome: Outcome = "seen" if met.outcome == "open" else "late"
            return _put(record, replace(met, outcome=outcome, after=tried.at - met.at, act=tried.act)), moment
        return _put(record, replace(met, others=(*met.others, tried.act))), None
    same = _just_put_right(record, tried.at)
    if same is not None:
        return _put(record, replace(same, others=(*same.others, tried.act))), None
    asides = {aside.id for aside in record.scenario.asides}
    said = next((h.of for h in reversed(record.heard) if h.of in asides and tried.at - h.at <= FRESH), "")
    return replace(record, alarms=(*record.alarms, replace(tried, aside=said))), None


def _just_missed(record: Record, at: int) -> Met | None:
    return next((m for m in reversed(record.met) if m.outcome == "missed" and at - m.at - m.after <= LATE), None)


def _just_put_right(record: Record, at: int) -> Met | None:
    right = (m for m in reversed(record.met) if m.outcome in ("seen", "late"))
    return next((m for m in right if at - m.at - m.after <= AFTERWARDS), None)


def _put(record: Record, met: Met) -> Record:
    return replace(record, met=tuple(met if one.moment == met.moment else one for one in record.met))
