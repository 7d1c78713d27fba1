"""Turns: name by name (or pair by pair) through a round or a silent activity (law 5).

The stored turns are brought up to date with the roster each time they are looked at, so who comes late gets a turn.
"""

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Contribution, Meeting, Place, Refused, Turn, Turns, TurnState, Unit, Written
from intervisie_tui.meeting.people import names, units
from intervisie_tui.meeting.places import activity_at, index, part_at, with_part
from intervisie_tui.method.model import Round, Write

OPEN = ("waiting", "passed")


def takes_turns(meeting: Meeting, place: Place) -> bool:
    """Whether the activity of a place goes name by name."""
    return isinstance(activity_at(meeting, place), Round | Write)


def going_round(meeting: Meeting, place: Place) -> Round | Write:
    """The activity of a place, which must be one that goes name by name."""
    activity = activity_at(meeting, place)
    if not isinstance(activity, Round | Write):
        raise Refused(_("Hier gaat het niet om de beurt."))
    return activity


def turns_at(meeting: Meeting, place: Place) -> Turns:
    """The turns of an activity as the roster is now. With nobody left to have one, `current` is -1."""
    part = part_at(meeting, place)
    able = units(meeting, part, going_round(meeting, place))
    stored = next((r for r in part.rounds if (r.step, r.activity) == (place.step, place.activity)), None)
    if stored is None:
        new = tuple(Turn(unit=unit) for unit in able)
        return Turns(step=place.step, activity=place.activity, turns=new, current=0 if new else -1)
    kept = [turn for turn in stored.turns if turn.unit in able or turn.state == "had"]
    known = {turn.unit for turn in kept}
    turns: tuple[Turn, ...] = (*kept, *(Turn(unit=unit) for unit in able if unit not in known))
    on = stored.turns[stored.current].unit if 0 <= stored.current < len(stored.turns) else None
    current = next((i for i, turn in enumerate(turns) if turn.unit == on), -1)
    if current < 0:
        return replace(stored, turns=turns, current=_next_open(turns, -1), item=0)
    item = min(stored.item, given(meeting, place, turns[current].unit))
    return replace(stored, turns=turns, current=current, item=item)


def current_unit(meeting: Meeting, place: Place) -> Unit | None:
    """Whose turn it is; None when the round is complete."""
    if not takes_turns(meeting, place):
        return None
    state = turns_at(meeting, place)
    return state.turns[state.current].unit if state.current >= 0 else None


def due(activity: Round | Write, unit: Unit) -> int:
    """How many contributions one turn asks for."""
    return activity.each_pair if len(unit) > 1 else activity.each


def items(meeting: Meeting, place: Place, unit: Unit) -> tuple[Contribution, ...]:
    """What a unit has said in a round; what was struck leaves its place in the turn to other words."""
    kind = going_round(meeting, place).of
    said = index(part_at(meeting, place)).by.get((place.step, place.activity, unit), ())
    return tuple(c for c in said if c.kind == kind and not c.struck and not c.reply_to)


def written_at(meeting: Meeting, place: Place, unit: Unit) -> tuple[Written, ...]:
    """What a unit has written in a silent activity and not yet said."""
    written = part_at(meeting, place).written
    return tuple(w for w in written if (w.step, w.activity, w.by) == (place.step, place.activity, unit))


def on_paper(meeting: Meeting, place: Place, unit: Unit) -> int:
    """How many a unit has on paper."""
    papers = part_at(meeting, place).papers
    return sum(p.count for p in papers if (p.step, p.activity, p.unit) == (place.step, place.activity, unit))


def given(meeting: Meeting, place: Place, unit: Unit) -> int:
    """How many contributions a unit has given in this activity, said, written or on paper."""
    if isinstance(activity_at(meeting, place), Write):
        return len(written_at(meeting, place, unit)) + on_paper(meeting, place, unit)
    return len(items(meeting, place, unit))


def complete(meeting: Meeting, place: Place) -> bool:
    """Whether everybody has had a turn, those who passed or came late too."""
    return not any(turn.state in OPEN for turn in turns_at(meeting, place).turns)


def next_turn(meeting: Meeting) -> Meeting:
    """The turn is over, and the next one begins: of those who still wait, then of those who passed."""
    state = turns_at(meeting, meeting.place)
    return _turn_over(meeting, state, "had")


def pass_turn(meeting: Meeting) -> Meeting:
    """The one whose turn it is passes, without a reason, and comes once more before the round is complete."""
    state = turns_at(meeting, meeting.place)
    again = state.current >= 0 and state.turns[state.current].state == "passed"
    return _turn_over(meeting, state, "passed_twice" if again else "passed")


def _turn_over(meeting: Meeting, state: Turns, as_: TurnState) -> Meeting:
    if state.current < 0:
        raise Refused(_("Iedereen is aan de beurt geweest."))
    turn = state.turns[state.current]
    if turn.state != "had":
        state = replace(state, turns=_put(state.turns, state.current, replace(turn, state=as_)))
        following = _next_open(state.turns, state.current)
    else:
        following = after_a_second_look(state)
    return with_turns(meeting, replace(state, current=following, item=0))


def after_a_second_look(state: Turns) -> int:
    """Index of the turn that follows one that was gone back to: whoever is still open, else simply the next one."""
    following = _next_open(state.turns, state.current)
    if following < 0 and state.current + 1 < len(state.turns):
        return state.current + 1
    return following


def previous_turn(meeting: Meeting) -> Meeting | None:
    """One turn back in the order; None at the first."""
    state = turns_at(meeting, meeting.place)
    before = (len(state.turns) if state.current < 0 else state.current) - 1
    return None if before < 0 else turn_to(meeting, before)


def turn_to(meeting: Meeting, index: int) -> Meeting:
    """Come back to someone, or call someone up early: the turn with this index in the order."""
    place = meeting.place
    state = turns_at(meeting, place)
    if not 0 <= index < len(state.turns):
        raise Refused(_("Zoveel mensen zijn er niet in deze ronde."))
    unit: Unit = state.turns[index].unit
    last = 0 if isinstance(activity_at(meeting, place), Write) else max(0, given(meeting, place, unit) - 1)
    return with_turns(meeting, replace(state, current=index, item=last))


def put_off(meeting: Meeting) -> Meeting:
    """Change the order: the one whose turn it is comes last instead, and the next one is on."""
    state = turns_at(meeting, meeting.place)
    if state.current < 0 or state.turns[state.current].state == "had":
        raise Refused(_("Deze beurt is al geweest."))
    turn = state.turns[state.current]
    rest = (*state.turns[: state.current], *state.turns[state.current + 1 :])
    following = _next_open(rest, state.current - 1)
    if following < 0:
        raise Refused(_("{name} is de laatste in de ronde.").format(name=names(meeting, turn.unit)))
    return with_turns(meeting, replace(state, turns=(*rest, turn), current=following, item=0))


def next_item(meeting: Meeting) -> Meeting:
    """The next contribution within the turn: the second of a pair, or an extra one."""
    state = turns_at(meeting, meeting.place)
    if state.current < 0:
        raise Refused(_("Iedereen is aan de beurt geweest."))
    count = given(meeting, meeting.place, state.turns[state.current].unit)
    if state.item >= count:
        raise Refused(_("Eerst deze, dan pas nog een."))
    return with_turns(meeting, replace(state, item=state.item + 1))


def previous_item(meeting: Meeting) -> Meeting:
    """The contribution before this one within the turn."""
    state = turns_at(meeting, meeting.place)
    return with_turns(meeting, replace(state, item=max(0, state.item - 1)))


def _next_open(turns: tuple[Turn, ...], after: int) -> int:
    """Index of the next who waits, from `after` on and round again; then of the first who passed; else -1."""
    order: list[int] = [*range(after + 1, len(turns)), *range(max(0, after + 1))]
    for state in OPEN:
        for i in order:
            if turns[i].state == state:
                return i
    return -1


def _put(turns: tuple[Turn, ...], index: int, turn: Turn) -> tuple[Turn, ...]:
    return (*turns[:index], turn, *turns[index + 1 :])


def with_turns(meeting: Meeting, state: Turns) -> Meeting:
    """The meeting with these turns kept for the activity where it stands."""
    part = meeting.part
    others = tuple(r for r in part.rounds if (r.step, r.activity) != (state.step, state.activity))
    return with_part(meeting, meeting.place, replace(part, rounds=(*others, state)))
