"""An app with one screen and nothing behind it, for tests of that screen; and what can be seen on it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.tui import themes

ROUNDS = 100
"""Of messages that set off messages."""

PATIENCE = 20
"""Seconds for what keys set off; only a screen that hangs, or an app that has ended, needs them."""

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


async def settled(app: App[Any]) -> None:
    """Wait until every message has been handled, and all that it set off, and the screen has been laid out."""
    for _ in range(ROUNDS):
        if isinstance(app, SteadyApp):
            await app._steady_keys.settled()
        screen = app.screen
        nodes: list[MessagePump] = [app, *screen.walk_children(with_self=True)]
        await _reached(app, nodes)
        if app._exception_event.is_set() or not app.screen_stack:
            return
        if app._resize_event is not None:
            app._check_resize()  # it would come by itself after some milliseconds
            continue
        screen._on_timer_update()
        busy = screen._callbacks or screen._layout_required or any(node.message_queue_size for node in nodes)
        if app.screen is screen and not busy:
            return
    raise TimeoutError("The screen does not come to rest.")


async def _reached(app: App[Any], nodes: list[MessagePump]) -> None:
    """Wait until each node has handled what is in its queue now, or the app has met an error."""
    loop = asyncio.get_running_loop()
    handled: list[asyncio.Future[None]] = [loop.create_future() for _ in nodes]
    for node, done in zip(nodes, handled, strict=True):
        if not node.call_later(_tell, done):
            done.set_result(None)  # it has gone
    error: asyncio.Task[bool] = loop.create_task(app._exception_event.wait())
    everything: asyncio.Future[list[None]] = asyncio.gather(*handled)
    either: set[asyncio.Future[Any]] = {everything, error}
    await asyncio.wait(either, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
    error.cancel()
    if not everything.done():
        everything.cancel()


def _tell(done: "asyncio.Future[None]") -> None:
    if not done.done():
        done.set_result(None)


async def seen(pilot: Pilot[int]) -> str:
    """What stands on the screen, a line a row."""
    await pilot.pause()
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return "\n".join(strip.text.rstrip() for strip in strips)
