"""Through the whole of a meeting and back again, by one key."""

import pytest

from intervisie_tui.meeting.model import Meeting, Place, Refused, Unit
from intervisie_tui.meeting.moving import ahead, all_places, back, finish, forward, go_to, is_visited
from intervisie_tui.meeting.places import here, said_at
from intervisie_tui.meeting.saying import Words, say
from intervisie_tui.meeting.turns import takes_turns
from intervisie_tui.method.model import Round
from tests.builders import Clock, begin, on, place, stand, whose

EVERY = ("balint-5", "balint-8", "third")


def spoken(meeting: Meeting, clock: Clock) -> Meeting:
    """Whoever has a turn in a round says something."""
    in_round = isinstance(here(meeting), Round) and whose(meeting)
    return say(meeting, Words("Ja."), clock.now) if in_round else meeting


def walk_on(meeting: Meeting, clock: Clock) -> list[Meeting]:
    """Every value that one comes by on the way to the end, by going on alone."""
    way = [spoken(meeting, clock)]
    while ahead(way[-1]) != "end":
        way.append(spoken(on(way[-1], clock), clock))
        assert len(way) < 200
    return way


def walk_back(meeting: Meeting, clock: Clock) -> list[Meeting]:
    """Every value that one comes by on the way to the beginning, by going back alone."""
    way = [meeting]
    while (before := back(way[-1], way[-1].place, clock.now)) != way[-1]:
        way.append(before)
        assert len(way) < 200
    return way


def stops(way: list[Meeting]) -> list[tuple[Place, Unit | None]]:
    """Where a walk stood, and whose turn it was there."""
    return [(meeting.place, whose(meeting)) for meeting in way]


@pytest.mark.parametrize("working", ["alone", "pairs"])
@pytest.mark.parametrize("name", EVERY)
def test_going_on_alone_leads_through_every_activity_and_every_turn(name: str, working: str, clock: Clock) -> None:
    way = walk_on(begin(name, clock, working=working), clock)
    places = list(dict.fromkeys(meeting.place for meeting in way))
    assert places == list(all_places(way[0]))
    for at in places:
        units = list(dict.fromkeys(unit for there, unit in stops(way) if there == at and unit))
        assert bool(units) == takes_turns(way[0], at)
        assert sorted(who for unit in units for who in unit) == sorted({who for unit in units for who in unit})
    assert on(way[-1], clock) == way[-1]  # going on never ends the meeting


@pytest.mark.parametrize("working", ["alone", "pairs"])
@pytest.mark.parametrize("name", EVERY)
def test_going_back_alone_leads_to_the_beginning_by_the_same_stops(name: str, working: str, clock: Clock) -> None:
    way = walk_on(begin(name, clock, working=working), clock)
    returned = walk_back(way[-1], clock)
    assert returned[-1].place == Place()
    assert {stop for stop in stops(returned) if stop[1]} == {stop for stop in stops(way) if stop[1]}
    assert all(meeting.part.contributions == way[-1].parts[meeting.place.part].contributions for meeting in returned)
    again = walk_on(returned[-1], clock)
    assert [said_at(again[-1], at) for at in all_places(again[-1])] == [
        said_at(way[-1], at) for at in all_places(way[-1])
    ]


def test_a_second_press_for_the_same_place_does_nothing(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    once = forward(meeting, meeting.place, clock.now)
    assert forward(once, meeting.place, clock.now) == once
    assert back(once, meeting.place, clock.now) == once


def test_any_step_can_be_gone_to_and_no_other(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    for at in reversed(all_places(meeting)):
        meeting = go_to(meeting, at, clock.now)
        assert meeting.place == at
    for nowhere in (Place(step=9), Place(part=2), Place(activity=2), Place(step=-1)):
        with pytest.raises(Refused, match="Die stap is er niet"):
            go_to(meeting, nowhere, clock.now)


def test_what_comes_next_is_known_before_the_key(clock: Clock) -> None:
    meeting = begin("balint-5", clock, working="pairs")
    assert ahead(meeting) == "activity"
    asking = stand(meeting, clock, "probleemverkenning")
    assert ahead(asking) == "turn"
    assert ahead(say(asking, Words("Een?"), clock.now)) == "item"
    assert ahead(stand(meeting, clock, "probleemverkenning", 1)) == "step"
    assert ahead(stand(meeting, clock, "evaluatie")) == "part"
    assert ahead(stand(meeting, clock, "afsluiting", 2)) == "end"


def test_back_into_a_finished_round_comes_to_its_last_turn(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning")
    while meeting.place.activity == 0:
        last = whose(meeting)
        meeting = on(say(meeting, Words("Wie?"), clock.now), clock)
    meeting = back(meeting, meeting.place, clock.now)
    assert whose(meeting) is None
    meeting = back(meeting, meeting.place, clock.now)
    assert whose(meeting) == last
    assert ahead(meeting) == "activity"


def test_an_overview_knows_what_has_been(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    assert not is_visited(meeting, Place())
    clock.wait(seconds=1)
    meeting = stand(meeting, clock, "advisering")
    visited = [is_visited(meeting, Place(step=s)) for s in range(5)]
    assert visited == [True, False, False, False, False]
    meeting = stand(say(meeting, Words("Bel."), clock.now), clock, "evaluatie")
    assert is_visited(meeting, place(meeting, "advisering"))


def test_moving_in_a_meeting_that_is_over_counts_no_time(clock: Clock) -> None:
    over = finish(begin("balint-5", clock), clock.wait(minutes=1))
    clock.wait(minutes=5)
    assert stand(over, clock, "evaluatie").clock == over.clock
