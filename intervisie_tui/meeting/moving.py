"""Going on and going back: within a turn, to the next turn, activity, step and part, and to the end.

Nothing moves by itself (law 2), every way back is open (law 3), and going on is compare-and-set: it names the
place that was seen, and does nothing when the meeting has left it meanwhile.
"""

from typing import Literal, TypeAlias

from msgspec.structs import replace

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.clock import must_be_on, settle, spent
from intervisie_tui.meeting.marking import has_confirmed, must_confirm
from intervisie_tui.meeting.model import Meeting, Now, Place, Refused, Turn
from intervisie_tui.meeting.people import names
from intervisie_tui.meeting.places import activity_at, here, said_at, said_in_step, with_part
from intervisie_tui.meeting.turns import (
    OPEN,
    after_a_second_look,
    due,
    given,
    going_round,
    next_item,
    next_turn,
    previous_item,
    previous_turn,
    takes_turns,
    turns_at,
)
from intervisie_tui.method.model import Choose, Note, Round, Summary, Tell, Write

Ahead: TypeAlias = Literal["item", "turn", "activity", "step", "part", "end"]
"""What going on would come to next."""

_SKIPPABLE = ("opening", "look_back", "choosing", "pause", "evaluation")


def ahead(meeting: Meeting) -> Ahead:
    """What going on from here comes to: the next item of a turn, the next turn, activity, step, part, or the end."""
    place = meeting.place
    if takes_turns(meeting, place):
        state = turns_at(meeting, place)
        if state.current >= 0 and _more_items(meeting, place, state.turns[state.current], state.item):
            return "item"
        if state.current >= 0 and not _last_open(meeting, place):
            return "turn"
    following = _following(meeting)
    if following is None:
        return "end"
    if following.part > place.part:
        return "part"
    return "step" if following.step > place.step else "activity"


def forward(meeting: Meeting, seen: Place, now: Now) -> Meeting:
    """One further; unchanged when the meeting is no longer at the place that was seen. Stops before the end."""
    if meeting.place != seen:
        return meeting
    place, what = meeting.place, ahead(meeting)
    match what:
        case "item":
            return next_item(meeting)
        case "turn":
            return next_turn(meeting)
    following = _following(meeting)
    if following is None:
        return meeting
    if takes_turns(meeting, place) and turns_at(meeting, place).current >= 0:
        meeting = next_turn(meeting)
    return _to(meeting, following, now)


def back(meeting: Meeting, seen: Place, now: Now) -> Meeting:
    """One back: the item before, the turn before, the activity, step or part before. Stays at the very first."""
    if meeting.place != seen:
        return meeting
    place = meeting.place
    if takes_turns(meeting, place):
        if turns_at(meeting, place).current >= 0 and turns_at(meeting, place).item > 0:
            return previous_item(meeting)
        before = previous_turn(meeting)
        if before is not None:
            return before
    earlier = [at for at in all_places(meeting) if at < place and not _is_not_done(meeting, at)]
    return _to(meeting, earlier[-1], now) if earlier else meeting


def go_to(meeting: Meeting, place: Place, now: Now) -> Meeting:
    """Straight to a step, earlier or later; all that it had is there. One that was left out is in the plan again."""
    if place not in all_places(meeting):
        raise Refused(_("Die stap is er niet."))
    return _to(meeting, place, now)


def can_skip(meeting: Meeting) -> bool:
    """Whether the whole part where the meeting stands can be passed over in one act: all but a case and the closing."""
    return meeting.part.method.script in _SKIPPABLE and _after_this_part(meeting) is not None


def skip(meeting: Meeting, seen: Place, now: Now) -> Meeting:
    """Straight to the part that follows; what was said here stays. Unchanged when the meeting has moved meanwhile."""
    if meeting.place != seen:
        return meeting
    following = _after_this_part(meeting)
    if meeting.part.method.script not in _SKIPPABLE or following is None:
        raise Refused(_("Dit deel kan niet in één keer overgeslagen worden. Stap voor stap verder kan wel."))
    meeting = with_part(settle(meeting, now), seen, replace(meeting.part, skipped=True))
    return _to(meeting, following, now)


def is_passed_over(meeting: Meeting, place: Place) -> bool:
    """Whether going on does not come here: skipped, left out, or a turn for presenters where nobody brought a case."""
    return meeting.parts[place.part].skipped or _is_not_done(meeting, place)


def all_places(meeting: Meeting) -> tuple[Place, ...]:
    """Every activity of the meeting, in order."""
    return tuple(
        Place(part=p, step=s, activity=a)
        for p, part in enumerate(meeting.parts)
        for s, step in enumerate(part.method.steps)
        for a in range(len(step.activities))
    )


def finish(meeting: Meeting, now: Now) -> Meeting:
    """The meeting is over: its clock stops. What was said can still be read, corrected and struck."""
    must_be_on(meeting)
    meeting = settle(meeting, now)
    return replace(meeting, ended=now.stamp, clock=replace(meeting.clock, since=None))


def missing(meeting: Meeting) -> str:
    """What would be passed over by going on now, in one sentence; empty when nothing is."""
    activity, place = here(meeting), meeting.place
    if takes_turns(meeting, place):
        return _missing_in_turns(meeting, place)
    said = tuple(c for c in said_at(meeting, place) if not c.struck)
    match activity:
        case Tell() | Note():
            empty = [f.label for f in activity.fields if not f.optional and not any(c.topic == f.id for c in said)]
            return _("Nog niet ingevuld: {fields}.").format(fields=", ".join(empty)) if empty else ""
        case Summary():
            return _missing_in_summary(meeting, any(c.kind == "summary" for c in said))
        case Choose():
            on = [c for c in said_in_step(meeting.part, activity.starts_from, activity.of) if not c.struck]
            if on and not any(c.useful or (c.rating and c.kind != "case") for c in on):
                return _("Er is nog geen casus gekozen.") if activity.of == "case" else _("Er is nog niets gekozen.")
    return ""


def _missing_in_turns(meeting: Meeting, place: Place) -> str:
    """Who has given nothing; said at the end of the round only. Who passed twice has chosen so."""
    if ahead(meeting) in ("item", "turn"):
        return ""
    turns = turns_at(meeting, place).turns
    silent = [t.unit for t in turns if t.state != "passed_twice" and not given(meeting, place, t.unit)]
    if not silent:
        return ""
    who = names(meeting, tuple(one for unit in silent for one in unit))
    return _("Hier staat nog niets van {who}.").format(who=who)


def _missing_in_summary(meeting: Meeting, said: bool) -> str:
    if not said:
        return _("Er is nog geen samenvatting.")
    open_ = [who for who in must_confirm(meeting) if who not in has_confirmed(meeting)]
    if not open_:
        return ""
    who = names(meeting, tuple(open_))
    return ngettext("{who} heeft nog niet bevestigd.", "{who} hebben nog niet bevestigd.", len(open_)).format(who=who)


def _more_items(meeting: Meeting, place: Place, turn: Turn, item: int) -> bool:
    """Whether this turn asks for another contribution after the present one, which has been given.

    What is said in a round is gone through one by one; what is written in silence is not shown, so not gone through.
    """
    have, asked = given(meeting, place, turn.unit), due(going_round(meeting, place), turn.unit)
    if isinstance(activity_at(meeting, place), Write):
        return item < have < asked
    return item < have and item + 1 < max(have, asked)


def _last_open(meeting: Meeting, place: Place) -> bool:
    """Whether going on from the present turn leaves the round: nobody else is open, and nobody is left to look at."""
    state = turns_at(meeting, place)
    present = state.turns[state.current]
    if present.state == "had":
        return after_a_second_look(state) < 0
    return not any(turn.state in OPEN for turn in state.turns if turn.unit != present.unit)


def _following(meeting: Meeting) -> Place | None:
    """Where going on leads to once the activity here is over; None at the end."""
    later = (at for at in all_places(meeting) if at > meeting.place)
    return next((at for at in later if not is_passed_over(meeting, at)), None)


def _after_this_part(meeting: Meeting) -> Place | None:
    later = (at for at in all_places(meeting) if at.part > meeting.place.part)
    return next((at for at in later if not is_passed_over(meeting, at)), None)


def _is_not_done(meeting: Meeting, place: Place) -> bool:
    """Left out, or for presenters where there are none. Unlike a part that was skipped, nobody has stood here."""
    if meeting.parts[place.part].plan[place.step].left_out:
        return True
    activity = activity_at(meeting, place)
    return isinstance(activity, Round) and activity.by == "presenter" and not turns_at(meeting, place).turns


def _to(meeting: Meeting, place: Place, now: Now) -> Meeting:
    """There, the time counted until now. Whoever stands in a step means to do it, so it is not left out any more."""
    meeting = settle(meeting, now)
    part = meeting.parts[place.part]
    plan = part.plan[place.step]
    if part.skipped or plan.left_out:
        plans = (*part.plan[: place.step], replace(plan, left_out=False), *part.plan[place.step + 1 :])
        meeting = with_part(meeting, place, replace(part, skipped=False, plan=plans))
    return replace(meeting, place=place)


def is_visited(meeting: Meeting, place: Place) -> bool:
    """Whether a step has had time or words, so that an overview can tell it from those to come."""
    part = meeting.parts[place.part]
    return bool(spent(meeting, place)) or any(c.step == place.step for c in part.contributions)
