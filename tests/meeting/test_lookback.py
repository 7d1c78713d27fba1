"""Looking back: what an activity collected, each thing once and under a title of its own."""

from collections import Counter

from hypothesis import given, settings

from intervisie_tui.meeting.lookback import Collected, collected
from intervisie_tui.meeting.model import Meeting, Place
from intervisie_tui.meeting.moving import all_places
from tests.archive.example_meetings import FULL, meetings


def at(step: int, activity: int) -> tuple[Collected, ...]:
    return collected(FULL, Place(part=0, step=step, activity=activity))


def test_fields_stand_under_their_label_and_the_question_is_told_apart() -> None:
    facts, question = at(0, 0)
    assert (facts.title, facts.in_sight, facts.several) == ("Feiten", False, False)
    assert (question.title, question.in_sight) == ("De vraag", True)
    assert question.entries[0].said.text == "Hoe begin ik opnieuw?"


def test_a_round_has_its_answers_and_sorts_and_what_else_was_noted_comes_after() -> None:
    questions, notes = at(2, 0)
    assert [(entry.number, entry.label, entry.answers) for entry in questions.entries] == [
        (1, "bovenstroom", ("Het werd stil.",)),
        (2, "", ()),
    ]
    assert (questions.turns, questions.answered) == (True, "Antwoord")
    assert (notes.title, notes.turns, notes.entries[0].said.text) == ("Notities", False, "Volgende keer meer tijd")


def test_the_parts_of_a_contribution_have_the_labels_of_the_method() -> None:
    (feedback,) = at(2, 1)
    assert feedback.entries[0].parts == (("Waarneming", "Je keek weg"), ("Effect", "Ik werd stil"))


def test_a_summary_tells_who_confirmed_it() -> None:
    (summary,) = at(2, 3)
    assert (summary.title, summary.confirmed) == ("Samengevat", (1, 3))


def test_an_activity_in_which_nothing_was_said_collects_nothing() -> None:
    assert at(1, 0) == ()


@given(meetings())
@settings(max_examples=100, deadline=None)
def test_everything_that_was_said_and_not_struck_is_collected_once(meeting: Meeting) -> None:
    entries = [entry for place in all_places(meeting) for found in collected(meeting, place) for entry in found.entries]
    numbers = Counter(entry.said.number for entry in entries)
    assert set(numbers.values()) <= {1}
    rest = [c for c in meeting.parts[0].contributions if not c.struck and c.number not in numbers]
    answers = [answer for entry in entries for answer in entry.answers]
    assert Counter(answers) == Counter(c.text for c in rest)
