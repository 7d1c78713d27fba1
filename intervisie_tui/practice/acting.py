"""The commands by which a scripted colleague takes part: the same ones that people give."""

from intervisie_tui.meeting import marking, saying
from intervisie_tui.meeting.model import Contribution, Meeting, Now
from intervisie_tui.meeting.places import activity_at, here, replies, said_in_step
from intervisie_tui.meeting.turns import current_unit, given, items, pass_turn, takes_turns, turns_at
from intervisie_tui.method.model import Choose, Note, Round, Summary, Talk, Tell, Write
from intervisie_tui.practice.scenario import LEADER, Say, Scenario


def number_of(scenario: Scenario, who: str) -> int:
    """The participant id of a colleague, or of who leads."""
    ids = [person.id for person in scenario.people]
    return len(ids) + 1 if who == LEADER else ids.index(who) + 1


def id_of(scenario: Scenario, number: int) -> str:
    """The id in the scenario of a participant; empty for who came in later."""
    ids = [*(person.id for person in scenario.people), LEADER]
    return ids[number - 1] if 0 < number <= len(ids) else ""


def is_brought(meeting: Meeting, scenario: Scenario, say: Say) -> bool:
    """Whether what this line brings without a turn stands in the meeting, where it stands now."""
    live = [c for c in meeting.part.contributions if not c.struck]
    live = [c for c in live if (c.step, c.activity) == (meeting.place.step, meeting.place.activity)]
    match here(meeting):
        case Tell() | Note():
            fields = [c for c in live if c.topic == say.field]
            return any(c.text == say.text for c in fields) or (bool(fields) and not _several(meeting, say.field))
        case Summary():
            return any(c.kind == "summary" for c in live)
        case Talk():
            return any(c.text == say.text for c in live)
        case Choose():
            chosen = _chosen(meeting, scenario, say)
            return chosen is None or (chosen.useful == say.useful and chosen.rating == say.rating)
    return False


def bring(meeting: Meeting, scenario: Scenario, say: Say, now: Now) -> Meeting:
    """What this line brings. Raises Refused where the meeting can't take it."""
    activity = here(meeting)
    if say.passes:
        return pass_turn(meeting)
    match activity:
        case Write():
            return saying.write(meeting, say.text, now)
        case Round():
            return _in_round(meeting, activity, scenario, say, now)
        case Tell() | Note():
            return saying.tell(meeting, say.field, say.text, now)
        case Talk():
            return saying.keep(meeting, say.text, now)
        case Summary():
            return saying.sum_up(meeting, say.text, now)
        case Choose():
            chosen = _chosen(meeting, scenario, say)
            return meeting if chosen is None else _choose(meeting, chosen, activity, say)


def _several(meeting: Meeting, topic: str) -> bool:
    activity = here(meeting)
    return isinstance(activity, Tell | Note) and any(f.id == topic and f.several for f in activity.fields)


def _in_round(meeting: Meeting, activity: Round, scenario: Scenario, say: Say, now: Now) -> Meeting:
    unit = current_unit(meeting, meeting.place) or ()
    if not say.text and not say.parts and activity.shows == "on_request" and saying.prepared(meeting, unit, activity):
        meeting = saying.bring_up(meeting)
    words = saying.Words(say.text or _written(scenario, activity, say), tuple(say.parts.items()))
    meeting = saying.say(meeting, words, now)
    if say.label:
        item = items(meeting, meeting.place, unit)[turns_at(meeting, meeting.place).item]
        meeting = marking.sort_as(meeting, item.number, say.label)
    return meeting


def _written(scenario: Scenario, activity: Round, say: Say) -> str:
    """What this person wrote in silence for the round: their first line there reads out the first."""
    if say.parts:
        return ""
    wrote = [s.text for s in scenario.says if (s.step, s.who) == (activity.starts_from, say.who) and s.text]
    lines = [s for s in scenario.says if (s.step, s.activity, s.who) == (say.step, say.activity, say.who)]
    at = lines.index(say)
    return wrote[at] if at < len(wrote) else ""


def _chosen(meeting: Meeting, scenario: Scenario, say: Say) -> Contribution | None:
    """The contribution that a line in a `choose` is about: the first such line of a person is about their first."""
    activity = here(meeting)
    if not isinstance(activity, Choose):
        return None
    unit = (number_of(scenario, say.who),)
    theirs = [c for c in said_in_step(meeting.part, activity.starts_from, activity.of) if c.by == unit and not c.struck]
    lines = [s for s in scenario.says if (s.step, s.activity, s.who) == (say.step, say.activity, say.who)]
    at = lines.index(say)
    return theirs[at] if at < len(theirs) else None


def _choose(meeting: Meeting, chosen: Contribution, activity: Choose, say: Say) -> Meeting:
    if activity.rating:
        return marking.rate(meeting, chosen.number, say.rating)
    return marking.mark(meeting, chosen.number, "useful", say.useful)


def asks_response(say: Say) -> bool:
    """Whether the presenter does something with it in the round itself."""
    return bool(say.answer or say.note or say.understood or say.useful)


def is_responded(meeting: Meeting, say: Say) -> bool:
    """Whether the presenter has answered what is being said now in the round, and marked it."""
    item = _present_item(meeting)
    if item is None:
        return True
    marked = (item.understood or not say.understood) and (item.useful or not say.useful)
    noted = bool(item.own_note) or not say.note
    return marked and noted and (not say.answer or bool(replies(meeting.part, item.number)))


def respond(meeting: Meeting, say: Say, now: Now) -> Meeting:
    """The presenter answers, marks and notes, as the line says."""
    item = _present_item(meeting)
    if item is None:
        return meeting
    if say.answer and not replies(meeting.part, item.number):
        meeting = saying.answer(meeting, say.answer, now)
    if say.understood:
        meeting = marking.mark(meeting, item.number, "understood", True)
    if say.useful:
        meeting = marking.mark(meeting, item.number, "useful", True)
    return marking.own_note(meeting, item.number, say.note) if say.note and not item.own_note else meeting


def _present_item(meeting: Meeting) -> Contribution | None:
    place = meeting.place
    unit = current_unit(meeting, place)
    if unit is None or not isinstance(activity_at(meeting, place), Round):
        return None
    said, at = items(meeting, place, unit), turns_at(meeting, place).item
    return said[at] if at < len(said) else None


def given_now(meeting: Meeting) -> int:
    """How many contributions the one whose turn it is has given here."""
    unit = current_unit(meeting, meeting.place) if takes_turns(meeting, meeting.place) else None
    return given(meeting, meeting.place, unit) if unit else 0
