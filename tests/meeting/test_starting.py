"""Before the start: who is there, who brings the case, who works with whom, how long it takes."""

from dataclasses import dataclass
from typing import Any

import pytest

from intervisie_tui.meeting.clock import expected_end, left
from intervisie_tui.meeting.model import Place, Refused
from intervisie_tui.meeting.people import parse_names, propose_pairs
from intervisie_tui.meeting.starting import able_to_pair, what_is_wrong, with_minutes
from tests.builders import ANNA, BRAM, CAS, DINA, Clock, begin, setup


@dataclass(frozen=True)
class Wrong:
    """A set-up that cannot start, and a word of why."""

    changes: dict[str, Any]
    says: str


WRONG = {
    "nobody": Wrong({"names": ()}, "twee namen"),
    "one person": Wrong({"names": ("Inez",), "facilitator": None}, "twee namen"),
    "a pasted list of something else": Wrong({"names": tuple(f"P{i}" for i in range(41))}, "Meer dan 40"),
    "no presenter": Wrong({"presenter": -1}, "inbrengt"),
    "a presenter who is not there": Wrong({"presenter": 6}, "inbrengt"),
    "presenter and facilitator at once": Wrong({"facilitator": 0}, "leiden"),
    "nobody to ask": Wrong({"names": ("Inez", "Gerda"), "facilitator": 1}, "niemand om vragen"),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_set_up_that_cannot_start_says_why(wrong: Wrong) -> None:
    assert wrong.says in what_is_wrong(setup("balint-5", **wrong.changes))
    with pytest.raises(Refused, match=wrong.says):
        begin("balint-5", **wrong.changes)


def test_the_usual_group_can_start() -> None:
    assert what_is_wrong(setup("balint-5")) == ""


def test_two_people_can_start_when_the_one_who_leads_takes_part() -> None:
    two = begin("balint-5", names=("Inez", "Gerda"), facilitator=1, facilitator_joins=True)
    assert len(two.participants) == 2


def test_nobody_has_to_lead() -> None:
    assert begin("balint-5", facilitator=None).facilitator is None


def test_who_brings_leads_and_keeps_time_is_remembered_by_person() -> None:
    meeting = begin("balint-5", timekeeper=2)
    names = {person.id: person.name for person in meeting.participants}
    chosen = (meeting.parts[0].presenter, meeting.facilitator, meeting.timekeeper)
    assert [names[who or 0] for who in chosen] == ["Inez", "Gerda", "Bram"]


def test_the_closing_belongs_to_the_group_and_has_no_presenter() -> None:
    case, closing = begin("balint-5").parts
    assert (case.method.script, case.presenter) == ("case", 1)
    assert (closing.method.script, closing.presenter) == ("closing", None)


def test_neighbours_become_pairs_and_an_odd_one_makes_three() -> None:
    assert propose_pairs([2, 3, 4, 5]) == ((2, 3), (4, 5))
    assert propose_pairs([2, 3, 4, 5, 6]) == ((2, 3), (4, 5, 6))
    assert propose_pairs([2]) == ((2,),)
    assert propose_pairs([]) == ()


def test_only_those_who_ask_are_paired() -> None:
    assert able_to_pair(setup("balint-5")) == (1, 2, 3, 4)
    assert able_to_pair(setup("balint-5", facilitator_joins=True)) == (1, 2, 3, 4, 5)
    assert begin("balint-5", working="pairs").part.pairs == ((ANNA, BRAM), (CAS, DINA))


def test_pairs_can_be_chosen_and_are_left_out_when_all_work_alone() -> None:
    chosen = ((1, 4), (2, 3))
    assert begin("balint-5", working="pairs", pairs=chosen).part.pairs == ((ANNA, DINA), (BRAM, CAS))
    assert begin("balint-5", working="alone", pairs=chosen).part.pairs == ()


def test_minutes_are_those_of_the_method_until_they_are_changed(clock: Clock) -> None:
    as_it_is = begin("balint-5", clock)
    assert sum(plan.seconds for plan in as_it_is.parts[0].plan) == 45 * 60
    shorter = with_minutes(with_minutes(setup("balint-5"), 1, 10), 0, 999)
    meeting = begin("balint-5", clock, minutes=shorter.minutes)
    assert left(meeting, clock.now, Place(step=1)) == 10 * 60_000
    assert left(meeting, clock.now, Place(step=0)) == 240 * 60_000
    assert with_minutes(shorter, 1, 0).minutes[1] == 1


def test_the_end_is_known_at_the_start(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    assert f"{expected_end(meeting, clock.now):%H:%M}" == "20:25"  # 45 minutes and 10 for the closing


def test_names_are_typed_or_pasted_in_any_form() -> None:
    assert parse_names("Anna, Bram;Cas\r\n- Dina\n 2. Eva ") == ("Anna", "Bram", "Cas", "Dina", "Eva")


def test_two_of_one_name_are_told_apart() -> None:
    assert parse_names("Anna\nanna\nAnna (2)") == ("Anna", "anna (2)", "Anna (2) (2)")


def test_a_name_cannot_steer_the_screen() -> None:
    assert parse_names("An\x1b[2Jna\x07, \u202eBram") == ("An[2Jna", "Bram")
