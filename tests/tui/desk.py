"""A step screen with a meeting on it, led by keys, with time that is moved by hand and a saver that only remembers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.events import Key
from textual.pilot import Pilot

from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.settings import Settings
from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.method.model import Kind
from intervisie_tui.running import RunningMeeting
from intervisie_tui.tui.room import Room
from intervisie_tui.tui.screens.step import StepScreen
from tests.builders import Clock
from tests.tui.stage import Stage, on_stage, seen

PATIENCE = 20
"""Seconds for what keys set off; only a screen that hangs, or an app that has ended, needs them."""
CHARACTERS = {
    **{"space": " ", "enter": "\r", "tab": "\t", "question_mark": "?"},
    **{"plus": "+", "minus": "-", "full_stop": "."},
}
NAMES = {character: name for name, character in CHARACTERS.items()}


class Keeper:
    """Remembers what it was given to save."""

    def __init__(self) -> None:
        self.meetings: list[Meeting] = []
        self.drafts: list[Draft] = []
        self.order: list[str] = []

    def save(self, meeting: Meeting) -> None:
        self.meetings.append(meeting)
        self.order.append("meeting")

    def save_draft(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.order.append("draft")


class Desk:
    """The facilitator at the keyboard."""

    def __init__(self, screen: StepScreen, clock: Clock, keeper: Keeper) -> None:
        self.screen, self.clock, self.keeper = screen, clock, keeper
        self.pilot: Pilot[int]
        self.app: Stage
        self.bells = 0
        self.ended = 0
        self.left = 0

    @property
    def value(self) -> Meeting:
        """The meeting as it is."""
        return self.screen.room.running.value

    async def press(self, *keys: str) -> None:
        """Keys by their names, each long enough after the one before to be a press of its own."""
        for key in keys:
            self.clock.wait(seconds=1)
            await self.at_once(key)

    async def type(self, text: str, *then: str) -> None:
        """A text in one burst, and keys after it."""
        self.clock.wait(seconds=1)
        await self.at_once(*(NAMES.get(char, char) for char in text))
        await self.press(*then)

    async def at_once(self, *keys: str) -> None:
        """Keys without any time between them, until all that they set off has been done.

        A pilot would wait for an idle processor after each; a whole meeting has many keys.
        """
        for key in keys:
            self.app.post_message(Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
        taken = asyncio.get_running_loop().create_future()
        self.app.call_later(taken.set_result, None)
        async with asyncio.timeout(PATIENCE):
            await taken
            await self.app._steady_keys.settled()

    async def act(self, *keys: str) -> None:
        """Keys that mean an act: out of the field first, if one has the keys."""
        if self.screen.in_field:
            await self.press("tab")
        await self.press(*keys)

    async def enter(self, text: str, *then: str) -> None:
        """A text and Enter."""
        await self.type(text, "enter", *then)

    async def to(self, change: Callable[[Meeting, Now], Meeting]) -> None:
        """Something that is done to the meeting elsewhere."""
        self.screen.room.running.do(lambda meeting: change(meeting, self.clock.now))
        await self.pilot.pause()
        await self.pilot.pause()

    async def second(self, seconds: int = 1) -> None:
        """So much later, and the second in which the screen looks at the clock."""
        self.clock.wait(seconds=seconds)
        self.screen.second()

    async def sees(self) -> str:
        """The screen, a line a row."""
        return await seen(self.pilot)

    async def reads(self) -> str:
        """The screen as one line, runs of blanks as one; after it the same of each column, for what wraps there."""
        page = await self.sees()
        columns: dict[int, list[str]] = {}
        for line in page.split("\n"):
            for i, column in enumerate(line.split("│")):
                columns.setdefault(i, []).append(column)
        return " ¦ ".join(" ".join(text.split()) for text in (page, *map(" ".join, columns.values())))

    @property
    def texts(self) -> list[str]:
        """What stands in the fields, from above."""
        return [line.entry.written for line in self.screen.form.lines]


@asynccontextmanager
async def at_desk(
    meeting: Meeting,
    clock: Clock,
    size: tuple[int, int] = (80, 24),
    texts: dict[str, str] | None = None,
    settings: Settings | None = None,
) -> AsyncIterator[Desk]:
    """The screen of this meeting in a terminal of this size. `texts`: what is half-typed, by the key of its field."""
    keeper = Keeper()
    running = RunningMeeting(meeting, keeper, lambda: clock.now, texts)
    desk: Desk

    def ended() -> None:
        desk.ended += 1

    def leave() -> None:
        desk.left += 1

    catalogue = load((builtin_folder(),), "nl")
    screen = StepScreen(Room(running, settings or Settings(), catalogue), ended=ended, leave=leave)
    desk = Desk(screen, clock, keeper)
    async with on_stage(screen, size) as (app, pilot):
        desk.app, desk.pilot = app, pilot
        app.bell = lambda: _ring(desk)  # type: ignore[method-assign]  # a bell that can be counted
        yield desk


def _ring(desk: Desk) -> None:
    desk.bells += 1


def said(meeting: Meeting, kind: Kind) -> list[str]:
    """The texts of one kind, in order, struck ones empty."""
    return [c.text for part in meeting.parts for c in part.contributions if c.kind == kind]
