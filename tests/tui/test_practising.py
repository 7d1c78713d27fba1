"""Practising in the app: it begins at once, the group acts in the ordinary screens, and then one looks back."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.timer import Timer

from intervisie_tui.archive.listing import listing
from intervisie_tui.archive.paths import practice_folder
from intervisie_tui.archive.settings import Settings
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.practice.beginning import Chosen, Wanted
from intervisie_tui.practice.headless import PATIENCE
from intervisie_tui.practice.record import Record
from intervisie_tui.practice.record_file import records
from intervisie_tui.tui.app import Given, IntervisieApp
from intervisie_tui.tui.practising import Practising
from intervisie_tui.tui.screens.debrief import DebriefScreen
from intervisie_tui.tui.screens.home import HomeScreen
from intervisie_tui.tui.screens.practice import PracticeScreen
from intervisie_tui.tui.screens.step import StepScreen
from intervisie_tui.tui.training import Ended
from tests.builders import Clock, begin
from tests.practice.plays import sample
from tests.practice.test_debrief import a_run
from tests.tui.stage import seen, settled

HOUR = 3600.0
DRILL = Wanted(sample(), Chosen(length="drill", drill="tip-parkeren"))
SHORT = Wanted(sample(), Chosen())
TIP = "Je moet gewoon de deur op slot doen."


class Room:
    """Somebody at the keyboard of the app, and time that is moved by hand."""

    def __init__(self, app: IntervisieApp, pilot: Pilot[int], clock: Clock) -> None:
        self.app, self.pilot, self.clock = app, pilot, clock

    async def press(self, *keys: str) -> None:
        """Keys, each a second after the one before."""
        for key in keys:
            self.clock.wait(seconds=1)
            await self.pilot.press(key)
        await settled(self.app)

    async def let(self, seconds: int) -> None:
        """Let time pass, and all happen that falls due."""
        for _second in range(seconds):
            self.clock.wait(seconds=1)
            while isinstance(self.app._open, Practising) and self.app._open.beat():
                await self.pilot.pause()
            if isinstance(self.app.screen, StepScreen):
                self.app.screen.second()
        await settled(self.app)

    async def reads(self) -> str:
        """The screen as one line."""
        return " ".join((await seen(self.pilot)).split())


@asynccontextmanager
async def room(practice: Wanted | None = None, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Room]:
    """The app, on Home or in a run."""
    clock = Clock()
    catalogue = load((builtin_folder(),), "nl")
    app = IntervisieApp(Given("nl", Settings(), lambda: catalogue, practice=practice), lambda: clock.now)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Room(app, pilot, clock)


def last_record() -> Record:
    """That of the newest run."""
    return records()[-1][1]


async def test_from_home_three_presses_of_enter_begin_without_a_question() -> None:
    async with room() as at:
        await at.press("down", "down", "enter")
        assert isinstance(at.app.screen, PracticeScreen)
        page = await at.reads()
        assert "De mail van tien uur ’s avonds" in page and "Kort 10 min" in page
        await at.press("enter")
        assert isinstance(at.app.screen, StepScreen)
        page = await at.reads()
        assert "Oefening Balint-methode" in page and "in de ruimte" in page and "Vraagintroductie" in page


KEYS = (
    (19, ["pagedown"]),
    (12, ["ctrl+g", "6", "enter"]),
    (20, ["pagedown", "tab", "n", *"Het ging snel.", "enter"]),
    (15, ["tab", "pagedown", "pageup"]),
    (30, ["tab", "space", "space", "g", "1", "enter", "pagedown"]),
)
"""Seconds to wait, and the keys that are pressed then, each a second after the one before."""


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app has no timers of its own: time goes by `let` and `press` alone, however busy the machine is."""
    later, every = IntervisieApp.set_timer, StepScreen.set_interval

    def set_timer(app: IntervisieApp, _seconds: float, callback: Callable[[], object]) -> Timer:
        return later(app, HOUR, callback)

    def set_interval(screen: StepScreen, seconds: float, callback: Callable[[], object], **how: bool) -> Timer:
        return every(screen, HOUR if seconds == 1 else seconds, callback, pause=how.get("pause", False))

    monkeypatch.setattr(IntervisieApp, "set_timer", set_timer)
    monkeypatch.setattr(StepScreen, "set_interval", set_interval)


@pytest.mark.usefixtures("by_hand")
async def test_the_same_keys_at_the_same_times_give_the_same_transcript_and_record(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    runs = []
    for evening in ("first", "second"):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / evening))
        async with room(SHORT) as at:
            for seconds, keys in KEYS:
                await at.let(seconds)
                await at.press(*keys)
        runs.append([path.read_bytes() for path in sorted(practice_folder().glob("*.toml"))])
    assert len(runs[0]) >= 2
    assert b"Het ging snel." in b"".join(runs[0])
    assert b"interventions" in b"".join(runs[0])
    assert runs[0] == runs[1]


async def test_what_is_said_too_soon_stands_in_the_strip_and_two_keys_put_it_right() -> None:
    async with room(DRILL) as at:
        assert "nog 75 sec" in await at.reads()
        await at.let(16)
        assert f"“{TIP}”" in await at.reads()
        await at.press("ctrl+g", "2", "enter")
        assert "Joost" in await at.reads()
        await at.let(65)  # a timer of the machine may come before or after a second that is let pass
        assert isinstance(at.app.screen_stack[1], DebriefScreen)
    (met,) = last_record().met
    assert (met.outcome, met.act) == ("seen", "advies-parkeren")


async def test_a_drill_ends_by_itself_and_one_is_asked_for_ones_own_view_before_anything_is_shown() -> None:
    async with room(DRILL) as at:
        await at.let(80)
        page = await at.reads()
        assert "Hoe was het om deze groep te leiden?" in page
        assert TIP not in page
        await at.press(*"Onrustig", "enter", "tab")
        page = await at.reads()
        assert "┃ Onrustig" in page and f"“{TIP}”" in page and "Voorbijgegaan." in page
        assert "Wat hier past" not in page  # first it can be played again
        await at.press("k")
        assert "Wat hier past" in await at.reads()
        await at.press("q", *"Tellen", "enter")
        assert isinstance(at.app.screen, HomeScreen)
    assert (last_record().own_view, last_record().next_time) == (("Onrustig", ""), "Tellen")


async def test_a_missed_moment_is_played_again_and_then_one_is_back_in_the_first_debrief() -> None:
    async with room(DRILL) as at:
        await at.let(80)
        await at.press("tab", "tab", "s")
        assert isinstance(at.app.screen, StepScreen)
        await at.let(16)
        await at.press("ctrl+g", "2", "enter")
        await at.let(60)
        page = await at.reads()
        assert "Gezien, na" in page and "▾" not in page  # without the questions a second time
        await at.press("enter")
        assert "Voorbijgegaan." in await at.reads()
    assert [record.met[0].outcome for _id, record in records()] == ["missed", "seen"]
    assert all(one.ended for one in listing(practice_folder))


async def test_a_run_that_was_left_stands_on_home_and_goes_on_where_it_was() -> None:
    async with room(SHORT) as at:
        await at.let(8)
        await at.press("ctrl+q", "3")
        assert "de oefening van 3 maart 2026 19:30, bij Vraagintroductie" in await at.reads()
        await at.press("down", "down", "down", "enter")
        assert isinstance(at.app.screen, StepScreen)
        page = await at.reads()
        assert "klok staat stil" in page and "Oefening" in page
        said = len(at.app.screen.meeting.part.contributions)
        await at.let(30)
        assert len(at.app.screen.meeting.part.contributions) == said  # the group waits
        await at.press("tab", "space")
        await at.let(30)
        assert len(at.app.screen.meeting.part.contributions) > said


async def test_while_the_clock_stands_still_nothing_happens() -> None:
    async with room(DRILL) as at:
        await at.press("tab", "space")
        await at.let(60)
        assert TIP not in await at.reads()
        await at.press("space")
        await at.let(20)
        assert TIP in await at.reads()


async def test_stopping_early_looks_back_at_once_and_writes_it_as_markdown() -> None:
    async with room(SHORT) as at:
        await at.let(5)
        await at.press("ctrl+q", "2", "tab", "tab")
        assert isinstance(at.app.screen, DebriefScreen)
        await at.press("e")
        assert ".debrief.md" in await at.reads()
    (written,) = practice_folder().glob("*.debrief.md")
    assert written.stat().st_mode & 0o777 == 0o600


async def test_an_earlier_run_can_be_looked_back_on() -> None:
    async with room(DRILL) as at:
        await at.let(80)
        await at.press("tab", "tab", "q", "tab", "down", "down", "enter", "t", "1")
        assert isinstance(at.app.screen, DebriefScreen)


async def test_the_autopilot_leaves_by_itself_with_all_of_it_on_the_disk() -> None:
    async with room(Wanted(sample(), Chosen(length="drill", drill="tip-parkeren", autopilot=True))) as at:
        await at.let(80)
        assert at.app.return_code == 0
    assert [met.outcome for met in last_record().met] == ["seen"]
    assert listing(practice_folder)[0].ended is not None


async def test_the_autopilot_does_not_call_it_done_when_the_disk_has_not_taken_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "in the way").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "in the way"))
    async with room(Wanted(sample(), Chosen(length="drill", drill="tip-parkeren", autopilot=True))) as at:
        await at.let(80)
        assert at.app.return_code == 1


class SlowDisk:
    """Something open that is on the disk only after some seconds; remembers how long it was given."""

    def __init__(self, needs: float = 0.0) -> None:
        self.needs, self.given = needs, 0.0

    def ask_to_leave(self) -> None: ...

    def close(self, patience: float = 3.0) -> bool:
        self.given = patience
        return patience >= self.needs


async def test_the_autopilot_waits_for_a_disk_as_slow_as_without_a_screen() -> None:
    async with room() as at:
        at.app.training._leave(SlowDisk(needs=PATIENCE), Ended(begin("balint-5"), a_run()[1]))
        assert at.app.return_code == 0


async def test_who_leaves_by_themselves_waits_for_a_slow_disk_and_a_lost_line_does_not() -> None:
    for hurried in (False, True):
        disk = SlowDisk()
        async with room() as at:
            at.app._sit_down(disk)
            if hurried:
                await at.app.leave_by_signal(1)
            else:
                at.app.exit(0)
        assert disk.given == (1.5 if hurried else 15.0)


async def test_a_run_that_was_not_saved_can_be_looked_back_on_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "in the way").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "in the way"))
    async with room(DRILL) as at:
        await at.let(80)
        await at.press("tab", "tab")
        assert "Deze oefening is nog niet helemaal bewaard." in await at.reads()
