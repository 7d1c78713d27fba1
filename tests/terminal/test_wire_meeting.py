"""Whole meetings played by keys: at every frame the line shows what stock output would show, for far fewer bytes."""

from statistics import median
from typing import Any

import pytest
from textual.screen import Screen

from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.terminal.wire_update import Update
from tests.builders import Clock, begin
from tests.terminal.emulator import Both
from tests.tui.desk import Desk, at_desk

pytestmark = pytest.mark.long

SIZE = (100, 30)
MOST_PRESSES = 200


class Frames:
    """All that an app draws, on both terminals; `sent` has the bytes of each frame."""

    def __init__(self, check: bool, repeats: bool) -> None:
        self.both = Both("truecolor", coloured_erase=True, size=SIZE, repeats=repeats)
        self.check = check
        self.sent: list[int] = []

    def take(self, app: SteadyApp, update: object) -> None:
        if app._batch_count or not isinstance(update, Update):
            return
        self.both.update(update)
        x, y = app.screen.outer_size.clamp_offset(app.cursor_position)
        self.sent.append(len(self.both.shown(x, y).encode()))
        if self.check:
            self.both.check()


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Frames:
    made = Frames(*getattr(request, "param", (False, True)))

    def display(app: SteadyApp, _screen: Screen[Any], update: object) -> None:
        made.take(app, update)

    monkeypatch.setattr(SteadyApp, "_display", display)
    return made


async def play(desk: Desk) -> None:
    """Something typed wherever that can be done, and on, until the meeting asks whether it is over."""
    for press in range(MOST_PRESSES):
        if desk.ended:
            return
        if desk.screen.in_field:
            await desk.type(f"Zin {press}, é en 漢.", "enter")
        await desk.press("pagedown")
        await desk.second()
    raise AssertionError("the meeting has no end:\n" + await desk.sees())


@pytest.mark.parametrize(
    ("method", "frames"), [("balint-5", (True, False)), ("balint-8", (True, True))], indirect=["frames"]
)
async def test_every_frame_of_a_meeting_is_the_same(method: str, frames: Frames) -> None:
    clock = Clock()
    async with at_desk(begin(method, clock), clock, SIZE) as desk:
        await play(desk)
    assert len(frames.sent) > 30  # how many depends on how many changes fall into one frame
    assert frames.both.ours.sent * 8 < frames.both.stock.sent


async def test_a_letter_and_a_second_and_a_step_cost_little(frames: Frames) -> None:
    clock = Clock()
    async with at_desk(begin("balint-5", clock), clock, SIZE) as desk:
        await desk.pilot.pause()
        assert sum(frames.sent) <= 4_000  # in all its parts; on a line they are sent in one
        letters = []
        for letter in "een zin":
            frames.sent.clear()
            await desk.type(letter)
            await desk.pilot.pause()
            letters.append(sum(frames.sent))
        assert median(letters) <= 20
        ticks = []
        for _ in range(30):
            frames.sent.clear()
            await desk.second()
            await desk.pilot.pause()
            assert sum(sent > 0 for sent in frames.sent) <= 1
            ticks.append(sum(frames.sent))
        assert sum(ticks) / len(ticks) <= 40
        await desk.press("enter", "pagedown")
        frames.sent.clear()
        await desk.press("pagedown")
        await desk.pilot.pause()
        assert sum(frames.sent) <= 3_000


@pytest.mark.parametrize("frames", [(False, False)], indirect=True)
async def test_a_second_costs_as_little_where_the_terminal_does_not_repeat(frames: Frames) -> None:
    clock = Clock()
    async with at_desk(begin("balint-5", clock), clock, SIZE) as desk:
        await desk.pilot.pause()
        frames.sent.clear()
        for _ in range(60):
            await desk.second()
            await desk.pilot.pause()
        assert sum(frames.sent) / 60 <= 40


@pytest.mark.parametrize("frames", [(True, True)], indirect=True)
async def test_another_size_and_back_costs_little(frames: Frames) -> None:
    clock = Clock()
    async with at_desk(begin("balint-5", clock), clock, SIZE) as desk:
        await desk.pilot.pause()
        frames.sent.clear()
        for size in ((80, 24), SIZE):
            frames.both.resize(size)
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
        assert 0 < sum(frames.sent) <= 4_000
