"""The time of an evening: what is left, over, ahead and behind; pauses, a crash, a clock that is put back."""

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from intervisie_tui.meeting.clock import (
    behind,
    carry,
    expected_end,
    go_on,
    left,
    more,
    pause,
    restart,
    settle,
    spent,
    still_to_come,
    stopped,
    taken_up,
    total,
)
from intervisie_tui.meeting.model import Meeting, Now, Place, Refused
from intervisie_tui.meeting.moving import finish
from intervisie_tui.meeting.saying import note
from tests.builders import Clock, begin, stand

MINUTE = 60_000


@pytest.fixture
def meeting(clock: Clock) -> Meeting:
    """Five minutes for the first step; 45 for the case and 10 for the closing."""
    return begin("balint-5", clock)


def test_a_step_runs_down_and_then_over(meeting: Meeting, clock: Clock) -> None:
    assert left(meeting, clock.now) == 5 * MINUTE
    assert left(meeting, clock.wait(minutes=4, ms=1)) == MINUTE - 1
    assert left(meeting, clock.wait(minutes=3)) == -2 * MINUTE - 1
    assert meeting.place == Place()


def test_time_is_counted_for_the_step_where_the_meeting_stands(meeting: Meeting, clock: Clock) -> None:
    clock.wait(minutes=6)
    meeting = stand(meeting, clock, "reflectie")
    clock.wait(minutes=2)
    meeting = stand(meeting, clock, "vraagintroductie")
    clock.wait(minutes=1)
    assert [spent(meeting, Place(step=s), clock.now) for s in range(3)] == [7 * MINUTE, 0, 2 * MINUTE]
    assert total(meeting, clock.now) == 9 * MINUTE


def test_a_pause_stops_the_step_and_is_counted_apart(meeting: Meeting, clock: Clock) -> None:
    meeting = pause(meeting, clock.wait(minutes=1))
    assert pause(meeting, clock.wait(minutes=2)).clock.pause == 2 * MINUTE
    assert left(meeting, clock.wait(minutes=8)) == 4 * MINUTE
    meeting = go_on(meeting, clock.now)
    assert left(meeting, clock.wait(minutes=1)) == 3 * MINUTE
    assert (meeting.clock.pause, total(meeting, clock.now)) == (10 * MINUTE, 12 * MINUTE)


def test_moving_on_does_not_end_a_pause(meeting: Meeting, clock: Clock) -> None:
    meeting = stand(pause(meeting, clock.now), clock, "reflectie")
    assert left(meeting, clock.wait(minutes=3)) == 5 * MINUTE


def test_minutes_can_be_given_and_taken(meeting: Meeting, clock: Clock) -> None:
    assert left(more(meeting, 3), clock.now) == 8 * MINUTE
    assert left(more(meeting, -4), clock.wait(minutes=3)) == -2 * MINUTE
    with pytest.raises(Refused, match="Korter dan een minuut"):
        more(meeting, -5)
    with pytest.raises(Refused, match="Langer dan vier uur"):
        more(meeting, 236)


def test_a_restart_gives_the_whole_time_again_and_forgets_none(meeting: Meeting, clock: Clock) -> None:
    meeting = restart(meeting, clock.wait(minutes=7))
    assert left(meeting, clock.now) == 5 * MINUTE
    assert left(meeting, clock.wait(minutes=2)) == 3 * MINUTE
    assert total(meeting, clock.now) == 9 * MINUTE
    assert left(restart(meeting, clock.wait(minutes=9)), clock.now) == 5 * MINUTE


@dataclass(frozen=True)
class Late:
    """After so many minutes in the first step, how far behind, and when it will end."""

    minutes: int
    behind: int
    end: str


@pytest.mark.parametrize("late", [Late(0, 0, "20:25"), Late(5, 0, "20:25"), Late(9, 4, "20:29")], ids=str)
def test_overrun_makes_the_meeting_end_later(meeting: Meeting, clock: Clock, late: Late) -> None:
    now = clock.wait(minutes=late.minutes)
    assert behind(meeting, now) == late.behind * MINUTE
    assert f"{expected_end(meeting, now):%H:%M}" == late.end


def test_a_step_left_early_puts_the_meeting_ahead_only_once_it_is_over(meeting: Meeting, clock: Clock) -> None:
    clock.wait(minutes=2)
    assert behind(meeting, clock.now) == 0
    meeting = stand(meeting, clock, "probleemverkenning")
    assert behind(meeting, clock.now) == -3 * MINUTE
    assert still_to_come(meeting, clock.now) == 50 * MINUTE
    assert behind(more(meeting, 5), clock.now) == 2 * MINUTE


def test_a_pause_makes_the_meeting_later(meeting: Meeting, clock: Clock) -> None:
    meeting = pause(meeting, clock.now)
    assert behind(meeting, clock.wait(minutes=10)) == 10 * MINUTE
    assert f"{expected_end(meeting, clock.now):%H:%M}" == "20:35"


def saved(meeting: Meeting, now: Now) -> Meeting:
    """As it comes back from the file after the program was killed."""
    return replace(stopped(meeting, now), saved=now.stamp)


def test_after_a_crash_the_clock_is_paused_at_what_was_left(meeting: Meeting, clock: Clock) -> None:
    on_disk = saved(meeting, clock.wait(minutes=2))
    clock.wait(minutes=30)
    clock.tick = 17  # the machine was started anew
    meeting = taken_up(on_disk, clock.now)
    assert (left(meeting, clock.now), meeting.clock.paused, meeting.clock.away) == (3 * MINUTE, True, 30 * MINUTE)
    assert left(meeting, clock.wait(minutes=1)) == 3 * MINUTE
    meeting = go_on(meeting, clock.now)
    assert left(meeting, clock.wait(minutes=1)) == 2 * MINUTE
    assert total(meeting, clock.now) == 34 * MINUTE


def test_a_wall_clock_that_was_put_back_takes_no_time_away(meeting: Meeting, clock: Clock) -> None:
    on_disk = saved(meeting, clock.wait(minutes=2))
    back = Now(stamp=meeting.started, tick=0)
    assert taken_up(on_disk, back).clock.away == 0
    assert total(taken_up(on_disk, back)) == 2 * MINUTE


def test_a_wall_clock_that_jumps_changes_nothing_that_is_left(meeting: Meeting, clock: Clock) -> None:
    summer = Now(stamp=meeting.started.replace(hour=23), tick=clock.tick + MINUTE)
    assert left(meeting, summer) == 4 * MINUTE


def test_a_suspended_laptop_counts_as_time_of_the_step(meeting: Meeting, clock: Clock) -> None:
    assert left(meeting, clock.wait(minutes=45)) == -40 * MINUTE


def test_ticks_that_go_backwards_count_as_nothing(meeting: Meeting, clock: Clock) -> None:
    meeting = settle(meeting, clock.wait(minutes=2))
    clock.tick -= MINUTE
    meeting = settle(meeting, clock.now)
    assert left(meeting, clock.now) == 3 * MINUTE
    assert left(meeting, clock.wait(minutes=1)) == 2 * MINUTE


def test_a_meeting_in_a_file_stands_still(meeting: Meeting, clock: Clock) -> None:
    resting = stopped(meeting, clock.wait(minutes=1))
    assert left(resting, clock.wait(minutes=9)) == 4 * MINUTE
    assert settle(resting, clock.now) == resting


def test_when_it_is_over_the_clock_stops(meeting: Meeting, clock: Clock) -> None:
    over = finish(meeting, clock.wait(minutes=4))
    clock.wait(minutes=9)
    assert total(over, clock.now) == 4 * MINUTE
    assert (still_to_come(over, clock.now), expected_end(over, clock.now)) == (0, over.ended)
    assert taken_up(over, clock.now) == over
    for act in (pause, go_on):
        with pytest.raises(Refused, match="afgesloten"):
            act(over, clock.now)


def test_undo_brings_the_words_back_and_not_the_time(meeting: Meeting, clock: Clock) -> None:
    after = note(pause(meeting, clock.wait(minutes=1)), "Nee.", clock.wait(minutes=2))
    undone = carry(meeting, after, clock.wait(minutes=3))
    assert replace(undone, clock=meeting.clock) == meeting
    assert (spent(undone, Place()), undone.clock.pause, undone.clock.paused) == (MINUTE, 5 * MINUTE, True)


def test_undo_of_a_step_forward_counts_its_time_where_it_was_spent(meeting: Meeting, clock: Clock) -> None:
    clock.wait(minutes=1)
    further = stand(meeting, clock, "reflectie")
    undone = carry(meeting, further, clock.wait(minutes=2))
    clock.wait(minutes=4)
    assert [spent(undone, Place(step=s), clock.now) for s in (0, 2)] == [5 * MINUTE, 2 * MINUTE]


def test_the_end_can_be_taken_back_and_the_time_runs_on(meeting: Meeting, clock: Clock) -> None:
    over = finish(meeting, clock.wait(minutes=1))
    again = carry(meeting, over, clock.wait(minutes=2))
    assert (again.ended, again.clock.away) == (None, 2 * MINUTE)
    assert left(again, clock.wait(minutes=1)) == 3 * MINUTE
    over_again = carry(over, again, clock.now)
    assert over_again.ended == clock.stamp
    assert total(over_again, clock.wait(minutes=9)) == 4 * MINUTE


def test_a_correction_after_the_end_can_be_taken_back_without_moving_the_end(meeting: Meeting, clock: Clock) -> None:
    over = finish(meeting, clock.wait(minutes=1))
    noted = note(over, "Nog dit.", clock.wait(minutes=5))
    assert carry(over, noted, clock.wait(minutes=5)) == over
