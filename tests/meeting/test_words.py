"""Words at any moment: a note, a correction, a strike; and what paper counts for."""

from collections.abc import Callable

import msgspec
import pytest

from intervisie_tui.meeting.marking import confirm, has_confirmed, mark, own_note
from intervisie_tui.meeting.model import Meeting, Refused
from intervisie_tui.meeting.moving import ahead, missing
from intervisie_tui.meeting.paper import count_on_paper
from intervisie_tui.meeting.places import find, in_sight, replies, spoken_number
from intervisie_tui.meeting.saying import Words, answer, correct, keep, note, say, strike, sum_up, tell, write
from intervisie_tui.meeting.turns import given, items, on_paper, turns_at
from tests.builders import ANNA, INEZ, Clock, begin, on, stand, whose


@pytest.fixture
def asked(clock: Clock) -> Meeting:
    """Anna has asked, Inez has answered; it is still Anna's turn."""
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning")
    return answer(say(meeting, Words("Wie is Karel Geheim?"), clock.now), "Mijn chef Geheim.", clock.now)


def test_a_note_stays_with_the_step_where_it_was_made(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "reflectie")
    meeting = note(meeting, "Raam open.\r\nStil.", clock.wait(minutes=1))
    (kept,) = meeting.part.contributions
    assert (kept.kind, kept.text, kept.step, kept.by, kept.at) == ("note", "Raam open.\nStil.", 2, (), clock.stamp)
    with pytest.raises(Refused, match="Er staat nog niets"):
        note(meeting, "\x00 ", clock.now)


def test_a_note_is_not_taken_for_a_summary(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning", 1)
    assert missing(note(meeting, "Pauze?", clock.now)) == "Er is nog geen samenvatting."


def test_anything_can_be_corrected_from_anywhere(asked: Meeting, clock: Clock) -> None:
    meeting = stand(asked, clock, "afsluiting")
    meeting = correct(meeting, 1, Words("Wie is K.?"))
    assert find(meeting, 1)[1].text == "Wie is K.?"
    assert correct(meeting, 1, Words("Wie is K.? ")) == meeting
    with pytest.raises(Refused, match="doorhalen"):
        correct(meeting, 1, Words(" "))


def test_a_corrected_summary_is_confirmed_again(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning", 1)
    meeting = confirm(sum_up(meeting, "Te vaak ja.", clock.now), ANNA, True)
    (summary,) = meeting.part.contributions
    assert has_confirmed(correct(meeting, summary.number, Words("Te vaak ja."))) == {ANNA}
    assert has_confirmed(correct(meeting, summary.number, Words("Te vaak nee."))) == frozenset()


def test_struck_words_and_the_answer_to_them_leave_the_value(asked: Meeting) -> None:
    marked = own_note(mark(asked, 1, "useful", True), 1, "Karel Geheim")
    assert b"Geheim" in msgspec.toml.encode(marked)
    struck = strike(marked, 1)
    assert b"Geheim" not in msgspec.toml.encode(struck)
    (left_over,) = struck.part.contributions
    assert (left_over.struck, left_over.by, left_over.useful) == (True, (ANNA,), False)
    acts: tuple[Callable[[], Meeting], ...] = (
        lambda: strike(struck, 1),
        lambda: correct(struck, 1, Words("x")),
        lambda: mark(struck, 1, "useful", True),
    )
    for act in acts:
        with pytest.raises(Refused, match="doorgehaald"):
            act()


def test_a_struck_question_keeps_its_number_and_leaves_the_turn_free_for_another(asked: Meeting, clock: Clock) -> None:
    meeting = strike(asked, 1)
    assert given(meeting, meeting.place, (ANNA,)) == 0
    with pytest.raises(Refused, match="Leg eerst vast"):
        answer(meeting, "Nee.", clock.now)
    meeting = say(say(meeting, Words("Wie?"), clock.now), Words("Wie bedoel je?"), clock.now)
    (question,) = items(meeting, meeting.place, (ANNA,))
    assert (question.text, spoken_number(meeting.part, question)) == ("Wie bedoel je?", 2)


def test_striking_both_questions_of_a_pair_leaves_room_for_the_first_again(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock, working="pairs"), clock, "probleemverkenning")
    meeting = say(on(say(meeting, Words("Een?"), clock.now), clock), Words("Twee?"), clock.now)
    meeting = strike(strike(meeting, 1), 2)
    assert turns_at(meeting, meeting.place).item == 0
    meeting = say(say(meeting, Words("Drie?"), clock.now), Words("Vier?"), clock.now)
    assert [c.text for c in meeting.part.contributions if not c.struck] == ["Vier?"]


def test_a_struck_answer_can_be_given_anew(asked: Meeting, clock: Clock) -> None:
    meeting = strike(asked, 2)
    assert replies(meeting.part, 1) == ()
    meeting = answer(meeting, "Een collega.", clock.now)
    assert [c.text for c in replies(meeting.part, 1)] == ["Een collega."]


def test_a_struck_fact_can_be_told_anew_and_is_out_of_sight(clock: Clock) -> None:
    meeting = tell(begin("balint-5", clock), "vraag", "Hoe zeg ik Karel nee?", clock.now)
    meeting = strike(meeting, 1)
    assert missing(meeting) == "Nog niet ingevuld: Feiten, Vraag."
    assert in_sight(stand(meeting, clock, "reflectie")) == ()
    meeting = tell(meeting, "vraag", "Hoe zeg ik nee?", clock.now)
    assert in_sight(stand(meeting, clock, "reflectie")) == (("Vraag", "Hoe zeg ik nee?"),)


def test_a_struck_summary_is_not_there_any_more_and_nobody_has_confirmed_the_next(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning", 1)
    meeting = strike(confirm(sum_up(meeting, "Karel.", clock.now), ANNA, True), 1)
    assert missing(meeting) == "Er is nog geen samenvatting."
    with pytest.raises(Refused, match="nog geen samenvatting"):
        confirm(meeting, INEZ, True)
    assert has_confirmed(sum_up(meeting, "De chef.", clock.now)) == frozenset()


def test_struck_advice_is_nothing_to_choose_from(clock: Clock) -> None:
    meeting = say(stand(begin("balint-5", clock), clock, "advisering"), Words("Bel hem."), clock.now)
    meeting = stand(meeting, clock, "evaluatie")
    assert missing(meeting) == "Er is nog niets gekozen."
    assert missing(strike(meeting, 1)) == ""


def test_paper_counts_for_what_was_written_and_is_not_walked_through(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock, working="pairs"), clock, "vraagintroductie", 1)
    meeting = count_on_paper(count_on_paper(meeting, 7), 5)
    unit = whose(meeting)
    assert unit
    assert (on_paper(meeting, meeting.place, unit), given(meeting, meeting.place, unit)) == (5, 5)
    assert ahead(meeting) == "turn"
    meeting = count_on_paper(meeting, 0)
    assert meeting.part.papers == ()
    assert ahead(write(meeting, "Wie?", clock.now)) == "item"  # a pair is asked for a second
    for count in (-1, 100):
        with pytest.raises(Refused, match="Tel van 0"):
            count_on_paper(meeting, count)


def test_every_way_of_writing_is_refused_where_it_does_not_belong(clock: Clock) -> None:
    telling = begin("balint-5", clock)
    asking = stand(telling, clock, "probleemverkenning")
    acts: tuple[tuple[Callable[[], Meeting], str], ...] = (
        (lambda: write(asking, "x", clock.now), "stilte"),
        (lambda: count_on_paper(asking, 1), "stilte"),
        (lambda: sum_up(asking, "x", clock.now), "samengevat"),
        (lambda: keep(asking, "x", clock.now), "gesprek"),
        (lambda: tell(asking, "vraag", "x", clock.now), "hoort niet"),
        (lambda: confirm(asking, ANNA, True), "bevestigd"),
        (lambda: write(telling, "x", clock.now), "beurt"),
        (lambda: answer(telling, "x", clock.now), "beurt"),
    )
    for act, where in acts:
        with pytest.raises(Refused, match=where):
            act()
