"""A clock for each story, and screens that are drawn when somebody looks."""

import asyncio
from typing import Any

import pytest
import textual.app
import textual.pilot
from rich.console import RenderableType
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.pilot import Pilot
from textual.screen import Screen
from textual.timer import Timer, TimerCallback

from intervisie_tui.tui.screens.step import StepScreen
from tests.builders import Clock
from tests.tui.stage import settled

_render_update = Compositor.render_update
_parse_rules = Stylesheet._parse_rules
_set_interval = StepScreen.set_interval
_parsed: dict[object, list[RuleSet]] = {}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half the time of these tests went into waiting, frames that nobody looks at, and reading style sheets."""
    for module in (textual.app, textual.pilot):
        monkeypatch.setattr(module, "wait_for_idle", _a_moment)
    monkeypatch.setattr(Pilot, "_wait_for_screen", _wait_for_screen)
    monkeypatch.setattr(StepScreen, "set_interval", _by_hand)
    monkeypatch.setattr(Compositor, "render_update", _when_looked_at)
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parsed_once)


async def _a_moment(_least: float = 0, _most: float = 0) -> None:
    """Instead of waiting until the processor has been idle for a while: long enough for a key to reach the queue."""
    for _ in range(10):
        await asyncio.sleep(0)


async def _wait_for_screen(pilot: Pilot[object], timeout: float = 0) -> bool:
    """Until all is done that was set off."""
    await _a_moment()
    await settled(pilot.app)
    return not pilot.app._exception_event.is_set()


def _by_hand(screen: StepScreen, interval: float, callback: TimerCallback | None = None, **how: Any) -> Timer:  # noqa: ANN401  # passed on
    """The second of a step comes when a test says so, not when a busy machine takes as long as that."""
    return _set_interval(screen, interval, callback, **{**how, "pause": True})


def _when_looked_at(
    compositor: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
) -> RenderableType | None:
    """A whole picture (for a snapshot) is drawn; `stage.seen` draws by itself; what would cross the line is not."""
    if full:
        return _render_update(compositor, full, screen_stack, simplify)
    compositor._dirty_regions.clear()
    return None


def _parsed_once(
    sheet: Stylesheet, css: str, read_from: CSSLocation, is_default_rules: bool, *, tie_breaker: int, scope: str
) -> list[RuleSet]:
    """Rules are only read, so every app in this process may have the same."""
    key = (css, read_from, is_default_rules, tie_breaker, scope, *sorted(sheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse_rules(sheet, css, read_from, is_default_rules, tie_breaker, scope)
    return _parsed[key]
