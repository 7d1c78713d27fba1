"""The plan of the whole meeting: which parts come, when, led by whom. Only what has not begun can still change.

So the place of whatever was said never shifts. The times of a part keep their row in the clock (`Part.row`).
"""

from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import left, must_be_on, row, spent, to_come
from intervisie_tui.meeting.gathering import plan_of
from intervisie_tui.meeting.model import Meeting, Now, Part, Place, Refused, Working
from intervisie_tui.meeting.people import leads, members, name, present, propose_pairs
from intervisie_tui.meeting.titles import part_title
from intervisie_tui.method.model import Method, Script, Value

PartState: TypeAlias = Literal["done", "skipped", "now", "to_come"]
MOST_PARTS = 20
"""Parts of one meeting; whoever plans more plans a congress."""


class CasePlan(Value, frozen=True, kw_only=True):
    """A case that is to be added. Persons by their id; `minutes` per step, empty: as the method says."""

    method: Method
    presenter: int
    facilitator: int | None = None  # None: who leads where the meeting stands
    minutes: tuple[int, ...] = ()
    title: str = ""
    working: Working = "alone"
    proposal: int = 0  # number of the contribution by which it was offered


class PartPlan(Struct, frozen=True):
    """A line of the plan. `seconds`: what a part to come takes, the present one still takes, a past one took."""

    index: int
    title: str
    script: Script
    state: PartState
    begins: datetime | None  # of a part to come: when it is expected to begin
    seconds: int


def plan(meeting: Meeting, now: Now) -> tuple[PartPlan, ...]:
    """Every part with its time, in order. Time kept for a case that is still to be chosen counts with the choosing."""
    lines, begins = [], now.stamp
    for index, part in enumerate(meeting.parts):
        state = _state(meeting, index)
        if state in ("done", "skipped"):
            seconds, at = _took(meeting, index, now), None
        else:
            ahead = sum(max(0, left(meeting, now, place)) for place in to_come(meeting) if place.part == index)
            seconds = round(ahead / 1000) + part.reserved
            at = begins if state == "to_come" else None
            begins += timedelta(milliseconds=ahead + part.reserved * 1000)
        lines.append(PartPlan(index, part_title(meeting, part), part.method.script, state, at, seconds))
    return tuple(lines)


def begun(meeting: Meeting, index: int) -> bool:
    """Whether a part has begun, or lies behind: the meeting is or has been past it, or something was kept in it."""
    part = meeting.parts[index]
    kept = (
        part.contributions,
        part.written,
        part.papers,
        part.confirmed,
        part.interventions,
        part.ballots,
        part.rounds,
    )
    return index <= meeting.place.part or any(kept) or any(act.part == index for act in meeting.handed_over)


def add_case(meeting: Meeting, case: CasePlan, after: int) -> Meeting:
    """One more case, after the part with this index."""
    leader = leads(meeting) if case.facilitator is None else case.facilitator
    if case.presenter not in present(meeting):
        raise Refused(_("{name} is er vandaag niet.").format(name=name(meeting, case.presenter)))
    if leader == case.presenter:
        raise Refused(_("Wie inbrengt kan niet ook leiden. Kies een andere gespreksleider."))
    part = Part(
        presenter=case.presenter,
        facilitator=leader,
        title=case.title,
        proposal=case.proposal,
        working=case.working,
        plan=plan_of(case.method, case.minutes),
        method=case.method,
    )
    if case.working == "pairs":
        part = replace(part, pairs=propose_pairs(members(meeting, part)))
    return _inserted(meeting, part, after)


def add_part(meeting: Meeting, method: Method, after: int, minutes: tuple[int, ...] = ()) -> Meeting:
    """A pause, or another part without a presenter, after the part with this index."""
    return _inserted(meeting, Part(plan=plan_of(method, minutes), method=method), after)


def drop_part(meeting: Meeting, index: int) -> Meeting:
    """Take a part out of the plan that has not begun."""
    _still_open(meeting, index)
    meeting = _with_rows(meeting)
    return replace(meeting, parts=(*meeting.parts[:index], *meeting.parts[index + 1 :]))


def move_part(meeting: Meeting, index: int, by: Literal[-1, 1]) -> Meeting:
    """A part earlier or later than the one beside it; both must still be to come."""
    _still_open(meeting, index)
    _still_open(meeting, index + by)
    meeting = _with_rows(meeting)
    parts = list(meeting.parts)
    parts[index], parts[index + by] = parts[index + by], parts[index]
    return replace(meeting, parts=tuple(parts))


def _inserted(meeting: Meeting, part: Part, after: int) -> Meeting:
    must_be_on(meeting)
    if len(meeting.parts) >= MOST_PARTS:
        raise Refused(_("Meer dan {n} delen in één bijeenkomst kan niet.").format(n=MOST_PARTS))
    if not 0 <= after < len(meeting.parts):
        raise Refused(_("Dat deel is er niet."))
    if meeting.parts[after].method.script == "closing":
        raise Refused(_("Na de afsluiting komt niets meer. Zet het ervoor."))
    if any(begun(meeting, later) for later in range(after + 1, len(meeting.parts))):
        raise Refused(_("Wat daarna komt is al begonnen. Kies een plek verderop."))
    meeting = _with_rows(meeting)
    clock = replace(meeting.clock, spent=(*meeting.clock.spent, (0,) * len(part.plan)))
    part = replace(part, row=len(meeting.clock.spent))
    parts = (*meeting.parts[: after + 1], part, *meeting.parts[after + 1 :])
    return replace(meeting, parts=parts, clock=clock)


def _with_rows(meeting: Meeting) -> Meeting:
    """Every part with the row of its times, which it keeps when parts move."""
    return replace(meeting, parts=tuple(replace(part, row=row(meeting, p)) for p, part in enumerate(meeting.parts)))


def _still_open(meeting: Meeting, index: int) -> None:
    must_be_on(meeting)
    if not 0 <= index < len(meeting.parts):
        raise Refused(_("Dat deel is er niet."))
    if meeting.parts[index].method.script == "closing":
        raise Refused(_("De afsluiting blijft het laatste deel."))
    if begun(meeting, index):
        raise Refused(_("Dit deel is al begonnen. Je kunt het wel overslaan."))


def _state(meeting: Meeting, index: int) -> PartState:
    if index == meeting.place.part:
        return "now"
    if meeting.parts[index].skipped:
        return "skipped"
    return "done" if index < meeting.place.part else "to_come"


def _took(meeting: Meeting, index: int, now: Now) -> int:
    steps = range(len(meeting.parts[index].plan))
    return round(sum(spent(meeting, Place(part=index, step=s), now) for s in steps) / 1000)
