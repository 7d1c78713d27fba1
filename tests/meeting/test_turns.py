"""Going round: passing and coming back, coming late and leaving, another order, one more question."""

from collections.abc import Callable

import pytest

from intervisie_tui.meeting.model import Meeting, Refused
from intervisie_tui.meeting.moving import ahead, back, forward, missing
from intervisie_tui.meeting.people import name, names
from intervisie_tui.meeting.presence import come_back, join, leave, rename
from intervisie_tui.meeting.saying import Words, answer, say
from intervisie_tui.meeting.turns import complete, items, next_item, next_turn, pass_turn, put_off, turn_to, turns_at
from tests.builders import ANNA, BRAM, CAS, DINA, GERDA, INEZ, Clock, begin, on, place, stand, whose


@pytest.fixture
def asking(clock: Clock) -> Meeting:
    """The round of questions begins."""
    return stand(begin("balint-5", clock), clock, "probleemverkenning")


def test_each_has_one_turn_and_then_the_round_is_complete(asking: Meeting, clock: Clock) -> None:
    at, seen = asking.place, []
    while whose(asking):
        assert not complete(asking, at)
        seen.append(whose(asking))
        asking = next_turn(asking)
    assert seen == [(ANNA,), (BRAM,), (CAS,), (DINA,)]
    assert complete(asking, at)
    with pytest.raises(Refused, match="Iedereen is aan de beurt geweest"):
        next_turn(asking)
    with pytest.raises(Refused, match="Iedereen is aan de beurt geweest"):
        say(asking, Words("Nog iets?"), clock.now)


def test_who_passes_comes_once_more_and_may_pass_again(asking: Meeting) -> None:
    at = asking.place
    asking = pass_turn(asking)
    for _others in range(3):
        asking = next_turn(asking)
    assert whose(asking) == (ANNA,)
    assert not complete(asking, at)
    assert complete(next_turn(asking), at)
    assert complete(pass_turn(asking), at)
    assert missing(pass_turn(asking)).endswith("Bram, Cas en Dina.")  # who passed twice is not asked for


def test_when_all_pass_all_come_once_more_in_the_same_order(asking: Meeting) -> None:
    seen = []
    while whose(asking):
        seen.append(whose(asking))
        asking = pass_turn(asking)
    assert seen == [(ANNA,), (BRAM,), (CAS,), (DINA,)] * 2


def test_going_on_from_the_last_says_who_has_given_nothing(asking: Meeting, clock: Clock) -> None:
    asking = on(say(asking, Words("Wie?"), clock.now), clock)
    assert missing(asking) == ""  # not while others still have to come
    asking = on(on(asking, clock), clock)
    assert ahead(asking) == "activity"
    assert missing(asking) == "Hier staat nog niets van Bram, Cas en Dina."
    assert complete(on(asking, clock), asking.place)


def test_one_comes_back_to_somebody_and_then_goes_on_with_who_waits(asking: Meeting, clock: Clock) -> None:
    asking = on(say(asking, Words("Wie?"), clock.now), clock)
    asking = on(asking, clock)
    asking = turn_to(asking, 0)
    assert whose(asking) == (ANNA,)
    asking = say(asking, Words("Wie precies?"), clock.now)
    assert [c.text for c in items(asking, asking.place, (ANNA,))] == ["Wie precies?"]
    assert whose(on(asking, clock)) == (CAS,)
    with pytest.raises(Refused, match="Zoveel mensen"):
        turn_to(asking, 9)


def test_who_was_interrupted_gets_the_turn_back(asking: Meeting) -> None:
    asking = turn_to(asking, 3)
    assert whose(asking) == (DINA,)
    assert whose(next_turn(asking)) == (ANNA,)


def test_who_is_not_ready_comes_last(asking: Meeting) -> None:
    asking = put_off(asking)
    assert [turn.unit for turn in turns_at(asking, asking.place).turns] == [(BRAM,), (CAS,), (DINA,), (ANNA,)]
    assert whose(asking) == (BRAM,)
    asking = next_turn(next_turn(next_turn(asking)))
    with pytest.raises(Refused, match="Anna is de laatste"):
        put_off(asking)
    with pytest.raises(Refused, match="al geweest"):
        put_off(turn_to(asking, 0))


def test_one_more_question_is_a_question_of_its_own_with_an_answer_of_its_own(asking: Meeting, clock: Clock) -> None:
    with pytest.raises(Refused, match="Eerst deze"):
        next_item(asking)
    asking = answer(say(asking, Words("Wie?"), clock.now), "Ik.", clock.now)
    asking = answer(say(next_item(asking), Words("Wat?"), clock.now), "Dat.", clock.now)
    assert [c.text for c in items(asking, asking.place, (ANNA,))] == ["Wie?", "Wat?"]
    first = back(asking, asking.place, clock.now)
    assert (whose(first), turns_at(first, first.place).item) == ((ANNA,), 0)
    changed = say(first, Words("Wie dan?"), clock.now)
    assert [c.text for c in items(changed, changed.place, (ANNA,))] == ["Wie dan?", "Wat?"]
    assert ahead(changed) == "item"
    assert whose(on(on(changed, clock), clock)) == (BRAM,)


def test_who_comes_late_gets_a_turn_even_when_the_round_seemed_over(asking: Meeting, clock: Clock) -> None:
    for _each in range(4):
        asking = next_turn(asking)
    at = asking.place
    assert complete(asking, at)
    asking = join(asking, " Eva\n", clock.now)
    late = asking.participants[-1]
    assert (late.name, whose(asking), complete(asking, at)) == ("Eva", (late.id,), False)
    asking = say(asking, Words("Waar?"), clock.now)
    assert complete(on(asking, clock), at)


def test_who_comes_late_to_pairs_has_a_turn_alone(clock: Clock) -> None:
    meeting = stand(join(begin("balint-5", clock, working="pairs"), "Eva", clock.now), clock, "probleemverkenning")
    assert [turn.unit for turn in turns_at(meeting, meeting.place).turns] == [(ANNA, BRAM), (CAS, DINA), (7,)]


def test_who_leaves_has_no_turn_and_what_they_said_stays(asking: Meeting, clock: Clock) -> None:
    asking = on(say(asking, Words("Wie?"), clock.now), clock)
    asking = leave(leave(asking, ANNA, clock.now), BRAM, clock.now)
    assert whose(asking) == (CAS,)
    assert [turn.unit for turn in turns_at(asking, asking.place).turns] == [(ANNA,), (CAS,), (DINA,)]
    assert [c.text for c in items(asking, asking.place, (ANNA,))] == ["Wie?"]
    asking = come_back(next_turn(next_turn(asking)), BRAM)
    assert whose(asking) == (BRAM,)


def test_a_pair_of_which_one_leaves_keeps_its_turn(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock, working="pairs"), clock, "probleemverkenning")
    assert whose(leave(meeting, ANNA, clock.now)) == (ANNA, BRAM)
    assert whose(leave(leave(meeting, ANNA, clock.now), BRAM, clock.now)) == (CAS, DINA)


def test_the_presenter_stays_while_the_case_lasts_and_may_leave_before_the_closing_ends(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    with pytest.raises(Refused, match="Inez brengt de casus in"):
        leave(meeting, INEZ, clock.now)
    assert leave(stand(meeting, clock, "afsluiting"), INEZ, clock.now).participants[0].left


def test_a_meeting_needs_two_people(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    for who in (ANNA, BRAM, CAS, DINA):
        meeting = leave(meeting, who, clock.now)
    with pytest.raises(Refused, match="minder dan twee"):
        leave(meeting, GERDA, clock.now)
    meeting = stand(meeting, clock, "advisering")
    assert whose(meeting) is None
    assert on(meeting, clock).place == place(meeting, "evaluatie")


def test_names_are_corrected_and_stay_apart(clock: Clock) -> None:
    meeting = rename(begin("balint-5", clock), ANNA, " Bram ")
    assert name(meeting, ANNA) == "Bram (2)"
    assert name(rename(meeting, ANNA, "bram"), ANNA) == "bram (2)"
    assert names(rename(meeting, ANNA, "Anna-Lise"), (ANNA, BRAM, CAS)) == "Anna-Lise, Bram en Cas"
    assert name(join(meeting, "Cas", clock.now), 7) == "Cas (2)"
    acts: tuple[Callable[[], Meeting], ...] = (
        lambda: rename(meeting, ANNA, "\x1b"),
        lambda: join(meeting, " ", clock.now),
    )
    for act in acts:
        with pytest.raises(Refused, match="nog geen naam"):
            act()


def test_more_people_than_fit_a_room_are_refused(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    for n in range(34):
        meeting = join(meeting, f"Gast {n}", clock.now)
    with pytest.raises(Refused, match="Meer dan 40"):
        join(meeting, "Nog een", clock.now)


def test_where_nobody_goes_round_there_is_no_turn(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    for act in (pass_turn, next_turn, put_off, next_item):
        with pytest.raises(Refused, match="niet om de beurt"):
            act(meeting)
    with pytest.raises(Refused, match="niet om de beurt"):
        say(meeting, Words("Wie?"), clock.now)
    assert forward(meeting, meeting.place, clock.now).place.activity == 1


def test_going_back_through_a_round_that_is_over_and_forward_again_passes_everybody_once_more(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "advisering")
    seen = []
    for _turn in range(4):
        seen.append(whose(meeting))
        meeting = on(meeting, clock)
    assert meeting.step.id == "evaluatie"
    while whose(meeting) != seen[0]:
        meeting = back(meeting, meeting.place, clock.now)
    again = []
    while meeting.step.id == "advisering":
        again.append(whose(meeting))
        meeting = on(meeting, clock)
    assert again == seen
