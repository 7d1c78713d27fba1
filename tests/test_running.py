"""The running meeting: acts, undo and redo beside the clock, who is told, and what goes to the disk when."""

from collections.abc import Callable

import pytest

from intervisie_tui.archive.draft import Draft
from intervisie_tui.meeting import clock as clocks
from intervisie_tui.meeting.model import Meeting, Now, Refused
from intervisie_tui.meeting.moving import finish, forward
from intervisie_tui.meeting.saying import tell
from intervisie_tui.running import CLOCK_EVERY, DRAFT_EVERY, RunningMeeting
from tests.builders import Clock, begin, stand


class Keeper:
    """Remembers in order what it is given."""

    def __init__(self) -> None:
        self.given: list[Meeting | Draft] = []

    def save(self, meeting: Meeting) -> None:
        self.given.append(meeting)

    def save_draft(self, draft: Draft) -> None:
        self.given.append(draft)

    @property
    def meetings(self) -> list[Meeting]:
        return [one for one in self.given if isinstance(one, Meeting)]

    @property
    def drafts(self) -> list[Draft]:
        return [one for one in self.given if isinstance(one, Draft)]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def running(clock: Clock, keeper: Keeper) -> RunningMeeting:
    return RunningMeeting(begin("balint-5", clock), keeper, lambda: clock.now)


def facts(text: str, now: Now) -> Callable[[Meeting], Meeting]:
    return lambda meeting: tell(meeting, "feiten", text, now)


def texts(meeting: Meeting) -> list[str]:
    return [c.text for c in meeting.part.contributions]


def test_an_act_changes_the_value_and_is_saved(running: RunningMeeting, clock: Clock, keeper: Keeper) -> None:
    assert running.do(facts("Het regent.", clock.wait(seconds=3)))
    assert texts(running.value) == ["Het regent."]
    saved = keeper.meetings[-1]
    assert texts(saved) == ["Het regent."]
    assert (saved.saved, saved.clock.since, saved.clock.spent[0][0]) == (clock.stamp, None, 3_000)


def test_an_act_that_changes_nothing_is_neither_saved_nor_remembered(
    running: RunningMeeting, clock: Clock, keeper: Keeper
) -> None:
    assert not running.do(lambda meeting: meeting)
    assert keeper.given == []
    with pytest.raises(Refused, match="niets om terug te draaien"):
        running.undo()


def test_a_refused_act_leaves_everything_as_it_was(running: RunningMeeting, clock: Clock, keeper: Keeper) -> None:
    before = running.value
    with pytest.raises(Refused):
        running.do(lambda meeting: tell(meeting, "nergens", "x", clock.now))
    assert running.value is before
    assert keeper.given == []


def test_undo_and_redo_go_through_all_acts_and_back(running: RunningMeeting, clock: Clock) -> None:
    for text in ("een", "twee", "drie"):
        running.do(facts(text, clock.now))
    seen = []
    for back in (running.undo, running.undo, running.undo, running.redo, running.redo, running.redo):
        back()
        seen.append(texts(running.value))
    assert seen == [["twee"], ["een"], [], ["een"], ["twee"], ["drie"]]
    with pytest.raises(Refused, match="niets om opnieuw te doen"):
        running.redo()


def test_a_new_act_ends_what_could_be_redone(running: RunningMeeting, clock: Clock) -> None:
    running.do(facts("een", clock.now))
    running.undo()
    running.do(facts("ander", clock.now))
    with pytest.raises(Refused):
        running.redo()
    assert texts(running.value) == ["ander"]


def test_time_goes_on_through_undo_and_redo(running: RunningMeeting, clock: Clock) -> None:
    clock.wait(minutes=1)
    running.do(facts("een", clock.now))
    clock.wait(minutes=2)
    running.undo()
    clock.wait(minutes=3)
    running.redo()
    assert clocks.spent(running.value, running.value.place, clock.now) == 6 * 60_000


def test_the_pause_is_no_act_to_undo(running: RunningMeeting, clock: Clock) -> None:
    running.do(facts("een", clock.now))
    running.do(lambda meeting: clocks.pause(meeting, clock.now))
    running.undo()
    assert texts(running.value) == []
    assert running.value.clock.paused


def test_a_pause_between_undo_and_redo_leaves_the_redo(running: RunningMeeting, clock: Clock) -> None:
    running.do(facts("een", clock.now))
    running.undo()
    running.do(lambda meeting: clocks.pause(meeting, clock.now))
    running.redo()
    assert texts(running.value) == ["een"]
    assert running.value.clock.paused


def test_going_on_can_be_undone_and_time_then_counts_for_the_step_before(running: RunningMeeting, clock: Clock) -> None:
    first = running.value.place
    running.do(lambda meeting: stand(meeting, clock, "evaluatie"))
    running.undo()
    clock.wait(minutes=1)
    assert running.value.place == first
    assert clocks.spent(running.value, first, clock.now) == 60_000


def test_an_ended_meeting_can_be_taken_up_again_by_undo(running: RunningMeeting, clock: Clock) -> None:
    running.do(lambda meeting: finish(meeting, clock.wait(minutes=4)))
    clock.wait(minutes=10)
    running.undo()
    assert running.value.ended is None
    assert running.value.clock.away == 10 * 60_000
    assert clocks.total(running.value, clock.now) == 14 * 60_000


def test_who_listens_is_told_of_each_change_until_that_ends(running: RunningMeeting, clock: Clock) -> None:
    heard: list[list[str]] = []
    stop = running.listen(lambda: heard.append(texts(running.value)))
    running.do(facts("een", clock.now))
    running.do(lambda meeting: meeting)
    running.undo()
    stop()
    running.redo()
    assert heard == [["een"], []]


def test_a_listener_may_stop_while_it_is_told(running: RunningMeeting, clock: Clock) -> None:
    heard: list[str] = []

    def once() -> None:
        heard.append("once")
        stop()

    stop = running.listen(once)
    running.listen(lambda: heard.append("always"))
    running.do(facts("een", clock.now))
    running.do(facts("twee", clock.now))
    assert heard == ["once", "always", "always"]


def test_the_disk_has_a_change_before_anybody_is_told_of_it(
    running: RunningMeeting, clock: Clock, keeper: Keeper
) -> None:
    told: list[int] = []
    running.listen(lambda: told.append(len(keeper.meetings)))
    running.do(facts("een", clock.now))
    assert told == [1]


def test_half_typed_text_is_saved_three_times_a_second_and_the_last_letter_too(
    running: RunningMeeting, clock: Clock, keeper: Keeper
) -> None:
    text = ""
    for letter in "Het regent al dagen":
        text += letter
        clock.wait(ms=100)
        running.typing("0.0.0/feiten", text)
    assert len(keeper.drafts) == len(text) * 100 // DRAFT_EVERY
    assert keeper.drafts[-1].texts["0.0.0/feiten"] != text
    clock.wait(ms=DRAFT_EVERY)
    running.beat()
    assert keeper.drafts[-1].texts == {"0.0.0/feiten": text}


def test_the_first_letter_after_a_silence_is_saved_at_once(
    running: RunningMeeting, clock: Clock, keeper: Keeper
) -> None:
    clock.wait(seconds=20)
    running.typing("0.0.0/feiten", "H")
    assert keeper.drafts[-1].texts == {"0.0.0/feiten": "H"}


def test_text_that_has_been_entered_leaves_the_draft_at_once_and_behind_the_meeting(
    running: RunningMeeting, clock: Clock, keeper: Keeper
) -> None:
    running.typing("0.0.0/feiten", "Het regent.")
    running.do(facts("Het regent.", clock.now))
    running.typing("0.0.0/feiten", None)
    *_earlier, meeting, draft = keeper.given
    assert isinstance(meeting, Meeting) and isinstance(draft, Draft)
    assert (texts(meeting), draft.texts, running.typed("0.0.0/feiten")) == (["Het regent."], {}, None)


def test_nothing_is_saved_twice_for_a_text_that_stays_the_same(
    running: RunningMeeting, clock: Clock, keeper: Keeper
) -> None:
    clock.wait(seconds=1)
    running.typing("a", "x")
    clock.wait(seconds=1)
    running.typing("a", "x")
    running.typing("b", None)
    clock.wait(seconds=1)
    running.beat()
    assert len(keeper.drafts) == 1


def test_the_clock_is_saved_now_and_then_while_it_runs_and_not_while_it_stands(
    running: RunningMeeting, clock: Clock, keeper: Keeper
) -> None:
    for _second in range(12):
        clock.wait(seconds=1)
        running.beat()
    assert [draft.clock.spent[0][0] for draft in keeper.drafts] == [CLOCK_EVERY, 2 * CLOCK_EVERY]
    running.do(lambda meeting: clocks.pause(meeting, clock.now))
    before = len(keeper.drafts)
    for _second in range(12):
        clock.wait(seconds=1)
        running.beat()
    assert len(keeper.drafts) == before


def test_half_typed_text_outlives_undo_redo_and_going_on(running: RunningMeeting, clock: Clock) -> None:
    running.typing("0.0.0/vraag", "Hoe zeg ik")
    running.do(facts("een", clock.now))
    running.undo()
    running.redo()
    running.do(lambda meeting: forward(meeting, meeting.place, clock.now))
    assert running.typed("0.0.0/vraag") == "Hoe zeg ik"


def test_what_is_taken_up_stands_still_at_what_was_left_with_its_half_typed_text(clock: Clock, keeper: Keeper) -> None:
    led = RunningMeeting(begin("balint-5", clock), keeper, lambda: clock.now)
    clock.wait(minutes=2)
    led.typing("0.0.0/feiten", "Het reg")
    led.save()
    clock.wait(minutes=30)
    clock.tick = 5  # another machine, or started anew: the ticks begin again
    again = RunningMeeting.taken_up(keeper.meetings[-1], keeper, lambda: clock.now, keeper.drafts[-1].texts)
    assert again.value.clock.paused
    assert clocks.left(again.value, clock.wait(minutes=7)) == 3 * 60_000
    assert again.value.clock.away == 30 * 60_000
    assert again.typed("0.0.0/feiten") == "Het reg"
    again.do(lambda meeting: clocks.go_on(meeting, clock.now))
    assert clocks.left(again.value, clock.wait(minutes=1)) == 2 * 60_000
