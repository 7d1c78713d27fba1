"""An app with one screen and nothing behind it, for tests of that screen; and what can be seen on it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen

from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.tui import themes

NOTHING_YET = object()
"""The result of a screen that is still there."""


class Stage(SteadyApp):
    """Shows one screen and keeps what it is dismissed with."""

    def __init__(self, shown: Screen[Any]) -> None:
        super().__init__()
        self.shown = shown
        self.result: Any = NOTHING_YET

    def on_mount(self) -> None:
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.DARK
        self.push_screen(self.shown, self._keep)

    async def action_leave(self) -> None:
        """Ctrl+Q: the product asks here, and the test goes on."""

    def _keep(self, result: object) -> None:
        self.result = result


@asynccontextmanager
async def on_stage(screen: Screen[Any], size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Stage, Pilot[int]]]:
    """The screen in a terminal of this size, drawn."""
    app = Stage(screen)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t", "question_mark": "?", "plus": "+", "minus": "-"}


async def press(app: SteadyApp, *keys: str) -> None:
    """Keys in one burst, until all that they set off has been done.

    A pilot would wait for an idle processor after each; a whole set-up has many keys.
    """
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        app.post_message(Key(name, key if len(key) == 1 else CHARACTERS.get(key)))
    taken = asyncio.get_running_loop().create_future()
    app.call_later(taken.set_result, None)
    await taken
    await app._steady_keys.settled()


async def seen(pilot: Pilot[int]) -> str:
    """What stands on the screen, a line a row."""
    await pilot.pause()
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return "\n".join(strip.text.rstrip() for strip in strips)
