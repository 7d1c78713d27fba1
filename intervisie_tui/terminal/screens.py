"""Screens that are drawn once they have come to rest.

A new screen is laid out in parts, as its widgets learn their sizes and who has the keys. Textual draws each of these;
here nothing is drawn until there is no more to lay out, and then all of it at once.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar
from weakref import ReferenceType, ref

from textual.app import App
from textual.events import ScreenResume
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from intervisie_tui.terminal.composing import RowCompositor

Result = TypeVar("Result")

LONGEST = 0.25
"""Seconds that a screen has at most to come to rest; then it is shown as it is."""
_LOOK = 0.001
"""Seconds between looking whether it has, when looking in each turn of the loop was not enough."""
_SOON = 200
_STILL = 10
"""Turns of the loop without anything to do after which nothing more is on its way."""


class Opening:
    """Which screen is being opened, if any. `busy`: whether keys wait that may change it; `opened`: what to do then."""

    def __init__(self, app: App[Any], busy: Callable[[], object], opened: Callable[[], None]) -> None:
        self._app = app
        self._busy = busy
        self._opened = opened
        self._shown: ReferenceType[Screen[Any]] | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def going_on(self) -> bool:
        return self._task is not None

    def of(self, screen: Screen[Any]) -> bool:
        """Whether nothing of this screen, which Textual wants drawn, is to be drawn yet."""
        if self._shown is None or self._shown() is not screen:
            self._shown = ref(screen)
            if self._task is None:
                self._task = asyncio.get_running_loop().create_task(self._until_at_rest())
        return self.going_on

    async def _until_at_rest(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST):
                looked = still = 0
                while self._app.screen_stack and still < _STILL:
                    if self._busy() or is_unfinished(self._app.screen):
                        self._app.screen._on_timer_update()  # Textual would wait a sixtieth of a second for each part
                        still = 0
                    else:
                        still += 1
                    looked += 1
                    await asyncio.sleep(0 if looked < _SOON else _LOOK)
        self._task = None
        if self._app.screen_stack and isinstance(self._app.screen, SteadyScreen):
            self._app.screen.draw()
        self._opened()


class SteadyScreen(Screen[Result], inherit_bindings=False, inherit_css=False):
    """To derive the product's screens from. Of Textual's styles for a screen it reads what ours need."""

    DEFAULT_CSS = """
    SteadyScreen {
        layout: vertical;
        overflow-y: auto;
        background: $background;
        &:ansi { background: ansi_default; color: ansi_default; }
    }
    """

    _fresh = True

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name, id, classes)
        self._compositor = RowCompositor()

    def _on_screen_resume(self, event: ScreenResume) -> None:
        # Textual calls this one, and then that of `Screen`, which would style each widget once more.
        if self._fresh:
            event.refresh_styles = self._fresh = False

    def _extend_compose(self, widgets: list[Widget]) -> None:
        # Without Textual's own, tooltips and toasts: there is no mouse, and what is said is said in the line for it.
        # What is to be in the screen is styled by its size from the start; Textual styles it once more for that.
        width, height = self.app.size
        wide = self._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS or [])
        high = self._get_breakpoint_classes(height, self.VERTICAL_BREAKPOINTS or [])
        if wide or high:
            self.add_class(*wide, *high, update=False)
            self.app.stylesheet.apply(self)

    def _screen_resized(self, size: Size) -> None:
        if size != self._compositor.size:
            super()._screen_resized(size)
        else:  # nothing is to be laid out anew, but the terminal may have been another size for a moment
            self.refresh()

    def _compositor_refresh(self) -> None:
        if self is not self.app.screen and not self.app.screen.is_modal:  # nothing of it is in sight
            self._dirty_widgets.clear()
            self._compositor._dirty_regions.clear()
            return
        opening: Opening | None = getattr(self.app, "opening", None)  # another app than a steady one has none
        if opening is not None and self is self.app.screen and opening.of(self):
            self._dirty_widgets.clear()
            return
        super()._compositor_refresh()

    def draw(self) -> None:
        """Draw all of it now."""
        self._compositor._dirty_regions.add(self._compositor.size.region)
        self._compositor_refresh()


class SteadyModalScreen(SteadyScreen[Result], ModalScreen[Result], inherit_bindings=False):
    """To derive the product's dialogs from."""


def is_unfinished(screen: Screen[Any]) -> bool:
    """Whether more of it is to be laid out or drawn yet."""
    return bool(screen._layout_required or screen._repaint_required or screen._dirty_widgets or screen._callbacks)
