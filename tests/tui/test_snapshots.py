"""Every screen as a picture, in three sizes. What to look at stands beside each.

`make test ARGS=--snapshot-update` makes them anew; then they are looked at again.
"""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen

from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.listed import Listed
from intervisie_tui.archive.settings import Settings
from intervisie_tui.meeting.clock import pause
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.viewing import view
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.running import RunningMeeting
from intervisie_tui.tui.room import Room
from intervisie_tui.tui.screens.home import HomeScreen
from intervisie_tui.tui.screens.setup import SetupScreen
from intervisie_tui.tui.screens.step import StepScreen
from intervisie_tui.tui.screens.summary import SummaryScreen
from tests.builders import Clock, begin, stand
from tests.tui.evenings import with_eight_steps, with_five_steps, with_the_third_method
from tests.tui.stage import Stage, press

SIZES = [(80, 24), (100, 30), (140, 45)]
Evening = Callable[[Clock], Meeting]


class Nowhere:
    """Keeps nothing."""

    def save(self, meeting: Meeting) -> None:
        """Not kept."""

    def save_draft(self, draft: Draft) -> None:
        """Not kept."""


def in_step(evening: Evening, step: str, activity: int = 0, spent: int = 0) -> Screen[Any]:
    """The screen of a step, as it is in that evening, so many seconds after it began."""
    clock = Clock()
    meeting = evening(clock)
    meeting = replace(meeting, ended=None, clock=replace(meeting.clock, since=clock.tick))
    meeting = stand(meeting, clock, step, activity)
    clock.wait(seconds=spent)
    room = Room(RunningMeeting(meeting, Nowhere(), lambda: clock.now), Settings(), saved="opgeslagen")
    return StepScreen(room, ended=lambda: None, leave=lambda: None)


def fresh(clock: Clock) -> Meeting:
    """A meeting in pairs that has just begun."""
    return begin("balint-5", clock, working="pairs")


def stopped(clock: Clock) -> Meeting:
    """The clock has been stopped."""
    return pause(begin("balint-5", clock), clock.now)


def home(*meetings: Listed, notices: tuple[str, ...] = ()) -> Screen[Any]:
    """The first screen with these meetings."""
    return HomeScreen(
        meetings=lambda: list(meetings),
        notices=notices,
        own_keys={},
        begin=lambda: None,
        go_on=lambda _id: None,
        read=lambda _id: None,
        leave=lambda: None,
    )


def set_up() -> Screen[Any]:
    """The set-up at its first page."""
    return SetupScreen(load((builtin_folder(),), "nl"), "nl", lambda: Clock().now, {})


def summary(evening: Evening) -> Screen[Any]:
    """What came of an evening."""
    return SummaryScreen(view(evening(Clock())), own_keys={}, export=lambda: None, again=None, done=lambda: None)  # type: ignore[arg-type, return-value]  # not called


STAMP = Clock().stamp
INTERRUPTED = Listed(
    id="2026-03-03-1930", started=STAMP, method="Balint-methode", variant="5 stappen", step="Advisering", left=312_000
)
ENDED = Listed(id="2026-02-03-1930", started=STAMP, ended=STAMP, method="Balint-methode", variant="8 stappen")
NAMES = [*"Inez,Anna,Bram,Cas,Dina,Gerda"]

PICTURES: dict[str, tuple[Callable[[], Screen[Any]], list[str]]] = {
    # name: (the screen, the keys pressed on it)
    "home-first-time": (home, []),  # an empty state that says what will happen
    "home-with-meetings": (lambda: home(INTERRUPTED, ENDED, notices=("Een methode klopt niet.",)), []),
    "setup-method": (set_up, ["down"]),  # the preview, and the end time
    "setup-names": (set_up, ["pagedown", *NAMES]),  # how the names were understood
    "setup-roles": (set_up, ["pagedown", *NAMES, "pagedown", "enter", "end", "g", "w"]),  # the pairs proposed
    "setup-time": (set_up, ["pagedown", *NAMES, "pagedown", "enter", "pagedown", "plus"]),
    "tell": (lambda: in_step(fresh, "vraagintroductie"), []),  # what is asked of whom, while nothing is told
    "tell-told": (lambda: in_step(with_five_steps, "vraagintroductie"), []),
    "write-hidden": (lambda: in_step(fresh, "vraagintroductie", 1), [*"geheim"]),  # dots only
    "round-asking": (lambda: in_step(with_five_steps, "probleemverkenning"), []),  # questions, answers, turns
    "summary-confirmed": (lambda: in_step(with_five_steps, "probleemverkenning", 1), []),
    "round-advice": (lambda: in_step(with_five_steps, "advisering", spent=8 * 60 + 30), []),  # nearly time
    "choose": (lambda: in_step(with_five_steps, "evaluatie", spent=11 * 60), []),  # over time; nothing looks rejected
    "round-images": (lambda: in_step(with_eight_steps, "beeldvorming", spent=9 * 60 + 20), []),  # the last minute
    "round-feedback": (lambda: in_step(with_eight_steps, "gedrag"), []),  # three parts
    "note-insights": (lambda: in_step(with_eight_steps, "inzichten-inbrenger"), []),
    "closing": (lambda: in_step(with_five_steps, "afsluiting", 1), []),
    "talk": (lambda: in_step(with_the_third_method, "praten"), []),
    "choose-rating": (lambda: in_step(with_the_third_method, "wegen"), []),
    "paused": (lambda: in_step(stopped, "vraagintroductie"), []),
    "say": (lambda: in_step(with_five_steps, "advisering"), ["tab", "z"]),
    "pitfalls": (lambda: in_step(with_five_steps, "probleemverkenning"), ["tab", "v"]),
    "overview": (lambda: in_step(with_five_steps, "probleemverkenning"), ["tab", "i"]),
    "help": (lambda: in_step(with_five_steps, "probleemverkenning"), ["tab", "question_mark"]),
    "blank": (lambda: in_step(with_five_steps, "probleemverkenning"), ["tab", "b"]),  # nothing at all
    "summary-five": (lambda: summary(with_five_steps), []),
    "summary-end": (lambda: summary(with_eight_steps), ["end"]),  # the chart of the time
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did(name: str, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    make, keys = PICTURES[name]

    async def act(pilot: Pilot[int]) -> None:
        assert isinstance(pilot.app, Stage)
        await pilot.pause()
        await press(pilot.app, *keys)
        await pilot.pause()
        await pilot.pause()

    assert snap_compare(Stage(make()), terminal_size=size, run_before=act)


@pytest.mark.parametrize("size", [(50, 24), (60, 20)], ids=["too-small", "smallest"])
def test_a_small_window(size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(Stage(in_step(with_five_steps, "probleemverkenning")), terminal_size=size)
