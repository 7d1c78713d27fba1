"""Running late: three ways out, and what each step then gets."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.meeting.clock import behind, expected_end, left, more, spent, to_come
from intervisie_tui.meeting.model import Meeting, Now, Refused
from intervisie_tui.meeting.moving import finish, go_to, skip
from intervisie_tui.meeting.places import step_at
from intervisie_tui.meeting.reflow import Way, WayOut, agreed_end, follow, lateness, shared_out, ways
from intervisie_tui.running import RunningMeeting
from tests.builders import Clock, begin, on, place, stand
from tests.meeting.acts import PLANNING, STARTS, TIME, Act, Start, acts, led
from tests.meeting.gatherings import evening, first_place, part_of

law = settings(max_examples=100, deadline=None)


def way(meeting: Meeting, now: Now, kind: WayOut) -> Way:
    """The first way of this kind."""
    return next(one for one in ways(meeting, now) if one.kind == kind)


def late(clock: Clock, minutes: int) -> Meeting:
    """An evening of 45 and 10 minutes that stands at the questions and is so many minutes behind."""
    meeting = begin("balint-5", clock)
    clock.wait(minutes=5 + minutes)
    return stand(meeting, clock, "probleemverkenning")


def minutes_of(meeting: Meeting, now: Now) -> list[float]:
    """What each step to come still has, in minutes."""
    return [left(meeting, now, at) / 60_000 for at in to_come(meeting)]


def test_a_meeting_in_time_has_no_ways_out_and_one_that_is_over_neither(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    clock.wait(minutes=4)
    assert ways(meeting, clock.now) == ()
    assert lateness(meeting, clock.now) <= 0
    clock.wait(minutes=30)
    assert lateness(meeting, clock.now) == 29 * 60
    assert ways(finish(meeting, clock.now), clock.now) == ()


def test_ending_later_changes_no_step_and_what_was_agreed_is_the_end_as_expected(clock: Clock) -> None:
    meeting = late(clock, 10)
    one = way(meeting, clock.now, "end_later")
    assert [(step.had, step.gets) for step in one.steps] == [(m * 60, m * 60) for m in (15, 5, 10, 10, 10)]
    assert one.end == agreed_end(meeting, clock.now) + timedelta(minutes=10)
    after = follow(meeting, one)
    assert [part.plan for part in after.parts] == [part.plan for part in meeting.parts]
    assert lateness(after, clock.now) == 0
    assert agreed_end(after, clock.now) == one.end


def test_shrinking_keeps_proportion_and_stops_at_the_minimum_of_each_step(clock: Clock) -> None:
    meeting = late(clock, 10)  # 50 minutes of steps to come, and 40 to do them in
    one = way(meeting, clock.now, "shrink")
    assert [step.gets for step in one.steps] == [720, 240, 480, 480, 480]
    assert (one.short_by, one.end) == (0, agreed_end(meeting, clock.now))
    meeting = late(Clock(), 0)
    two = way(late(clock, 21), clock.now, "shrink")
    least = [step_at(meeting, step.place).minimum * 60 for step in two.steps]
    assert [step.gets >= bottom for step, bottom in zip(two.steps, least, strict=True)] == [True] * 5
    assert sum(step.gets for step in two.steps) == 29 * 60


def test_too_late_to_shrink_says_how_much_is_short_and_when_it_would_end(clock: Clock) -> None:
    meeting = late(clock, 30)
    one = way(meeting, clock.now, "shrink")
    least = [step_at(meeting, step.place).minimum for step in one.steps]
    assert [step.gets for step in one.steps] == [minimum * 60 for minimum in least]
    assert one.short_by == (30 - (50 - sum(least))) * 60
    assert one.end == agreed_end(meeting, clock.now) + timedelta(seconds=one.short_by)
    assert lateness(follow(meeting, one), clock.now) == one.short_by


def test_the_present_step_gives_up_only_what_it_has_not_had(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    clock.wait(minutes=5)
    meeting = stand(meeting, clock, "probleemverkenning")
    clock.wait(minutes=7)
    meeting = more(meeting, 20)  # 28 minutes left here, where 8 are the least and 7 are gone
    one = way(meeting, clock.now, "shrink")
    assert (one.steps[0].had, one.steps[0].gets >= 60) == (28 * 60, True)
    after = follow(meeting, one)
    assert left(after, clock.now) == one.steps[0].gets * 1000
    assert lateness(after, clock.now) == 0


def test_a_step_over_time_has_nothing_to_give(clock: Clock) -> None:
    meeting = late(clock, 5)
    clock.wait(minutes=17)
    one = way(meeting, clock.now, "shrink")
    assert (one.steps[0].had, one.steps[0].gets) == (0, 0)
    assert left(follow(meeting, one), clock.now) == left(meeting, clock.now)


def test_an_optional_step_can_be_left_out_and_is_in_the_plan_again_for_who_goes_there(clock: Clock) -> None:
    meeting = evening("two", clock)
    clock.wait(minutes=30)
    pause = first_place(meeting, part_of(meeting, "pause"))
    one = next(one for one in ways(meeting, clock.now) if one.leaves == pause)
    assert one.short_by == lateness(meeting, clock.now) - 10 * 60
    after = follow(meeting, one)
    assert expected_end(after, clock.now) == one.end
    last = after.parts[pause.part - 1].method.steps[-1].id
    there = go_to(after, place(after, last), clock.now)
    while there.place.part < pause.part:
        there = on(there, clock)
    assert there.place.part == pause.part + 1
    back = go_to(there, pause, clock.now)
    assert not back.part.plan[0].left_out


def test_what_has_begun_is_not_left_out_and_a_stale_way_is_refused(clock: Clock) -> None:
    meeting = evening("two", clock)
    clock.wait(minutes=30)
    pause = first_place(meeting, part_of(meeting, "pause"))
    one = next(one for one in ways(meeting, clock.now) if one.leaves == pause)
    gone_on = go_to(meeting, pause, clock.now)
    assert all(other.leaves != pause for other in ways(gone_on, clock.now))
    with pytest.raises(Refused, match="intussen verder"):
        follow(gone_on, one)


def test_time_kept_for_a_case_to_choose_counts_until_the_choosing_is_over(clock: Clock) -> None:
    meeting = evening("next", clock)
    assert behind(meeting, clock.now) == 0
    choosing = part_of(meeting, "choosing")
    chosen = go_to(meeting, first_place(meeting, choosing), clock.now)
    assert behind(chosen, clock.now) == -10 * 60_000  # opening and look-back took no time at all
    assert behind(skip(chosen, chosen.place, clock.now), clock.now) == -(10 + 45 + 10) * 60_000


seconds = st.integers(0, 20_000)
steps = st.lists(st.tuples(seconds, seconds).map(lambda two: (max(two), min(two))), min_size=1, max_size=12)


@law
@given(steps, st.data())
def test_shared_out_the_sum_is_right_none_is_under_its_least_and_proportion_is_kept(
    both: list[tuple[int, int]], data: st.DataObject
) -> None:
    has, least = zip(*both, strict=True)
    total = data.draw(st.integers(0, sum(has)))
    gets = shared_out(total, has, least)
    assert sum(gets) == max(total, sum(least))
    assert all(bottom <= got <= had for got, bottom, had in zip(gets, least, has, strict=True))
    free = [i for i in range(len(has)) if gets[i] > least[i] + 1]
    share = sum(gets[i] for i in free) / (sum(has[i] for i in free) or 1)
    assert all(abs(gets[i] - has[i] * share) <= 1 for i in free)


@law
@given(STARTS, acts(PLANNING, TIME, most=10), st.integers(1, 9_000_000))
def test_whichever_way_the_end_is_as_it_was_said_and_undo_is_exact(start: Start, done: list[Act], wait: int) -> None:
    clock = Clock()
    meeting = led(start, done, clock)
    clock.wait(ms=wait)
    for one in ways(meeting, clock.now):
        after = follow(meeting, one)
        assert abs(expected_end(after, clock.now) - one.end) < timedelta(milliseconds=1)
        assert max(0, lateness(after, clock.now)) == (0 if one.kind == "end_later" else one.short_by)
        for step in one.steps:
            assert 0 <= step.gets <= step.had
            in_all = step.gets * 1000 + spent(meeting, step.place, clock.now)
            enough = in_all >= step_at(meeting, step.place).minimum * 60_000
            assert enough or step.gets == step.had or step.left_out
        assert undone(meeting, after, clock) == meeting


def undone(meeting: Meeting, after: Meeting, clock: Clock) -> Meeting:
    """The meeting once what makes `after` of it has been done and taken back."""
    running = RunningMeeting(meeting, Nowhere(), lambda: clock.now)
    if running.do(lambda _meeting: after):
        running.undo()
    return replace(running.value, clock=meeting.clock)


class Nowhere:
    """A disk that keeps nothing."""

    def save(self, meeting: Meeting) -> None: ...
    def save_draft(self, draft: object) -> None: ...
