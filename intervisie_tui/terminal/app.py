"""The application side of a steady line: an app that keeps keys in order, lets nothing out and leaves in good order."""

import asyncio
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, ClassVar

from rich.cells import cached_cell_len
from rich.color import ColorSystem
from rich.console import RenderableType
from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Event, Key, Paste, Resize
from textual.filter import LineFilter
from textual.screen import Screen

from intervisie_tui.locale import _
from intervisie_tui.terminal.driver import SteadyDriver
from intervisie_tui.terminal.faults import FaultLog
from intervisie_tui.terminal.keys import OrderedKeys
from intervisie_tui.terminal.modes import Terminal, erases_in_colour
from intervisie_tui.terminal.screens import Opening, SteadyScreen
from intervisie_tui.terminal.signals import Signals
from intervisie_tui.terminal.styles import KeptStylesheet
from intervisie_tui.terminal.text import ControlFilter, pasted
from intervisie_tui.terminal.wire import Wire
from intervisie_tui.terminal.wire_update import Update

FAULT = 1
"""The exit code after an error."""

_COLOURS = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}

_CATCHING_UP = 0.5  # seconds for keys that came before the signal to be handled
_SEEN_AT_ONCE = 1024  # bytes; a larger frame is marked, so that no half of it is seen


def sorry() -> str:
    """What somebody is told who sees the program end after an error."""
    return _("Er ging iets mis en het programma is gestopt.")


class SteadyApp(App[int], inherit_bindings=False, inherit_css=False):
    """To derive the product's app from; see the package's docstring for what to override. `run` runs it."""

    DEFAULT_CSS = """
    SteadyApp {
        background: $background; color: $foreground;
        &:ansi {
            background: ansi_default; color: ansi_default;
            .-ansi-scrollbar {
                scrollbar-background: ansi_default; scrollbar-background-hover: ansi_default;
                scrollbar-background-active: ansi_default; scrollbar-corner-color: ansi_default;
                scrollbar-color: ansi_blue; scrollbar-color-hover: ansi_bright_blue;
                scrollbar-color-active: ansi_bright_blue;
            }
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+c", "leave", show=False),
        Binding("ctrl+l", "repaint", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = False
    COMMANDS: ClassVar[set[Any]] = set()
    ESCAPE_TO_MINIMIZE = False
    ALLOW_SELECT = False

    terminal: Terminal
    signals: Signals
    fault_log: FaultLog
    plain_output = False
    """Send all that Textual would, for a terminal that doesn't show what it is told. To be set before running."""

    def __init__(self, ansi_color: bool | None = None) -> None:
        """`ansi_color` as in `App`: True where no colours but the terminal's own may be sent from the start."""
        super().__init__(ansi_color=ansi_color)
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())
        self.animation_level = "none"
        self.fault_log = FaultLog(None)
        self._steady_keys = OrderedKeys(self)
        self._steady_filter = ControlFilter()
        self._steady_left = False
        self._steady_wire: Wire | None = None
        self._steady_opening = Opening(self, self._steady_keys.busy, self.catch_up)
        self.faulted = False
        self.hurried = False
        """Whether a signal asked to leave: then little time is left for it."""

    # For the product to override.

    def before_leaving(self) -> None:
        """Called once, before the end: save what is not saved yet."""

    async def action_leave(self) -> None:
        """Ctrl+Q, Ctrl+C: ask, then `exit(0)`."""
        self.exit(0)

    def sorry(self) -> str:
        """One sentence for whoever sees the program end after an error."""
        return sorry()

    # Leaving.

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the program with the exit code `result` (or `return_code`); a message is not shown."""
        self.take_leave()
        super().exit(result, return_code)

    async def leave_by_signal(self, number: int) -> None:
        """What was typed before the signal is handled first, so that nothing of it is missing from the draft."""
        self.hurried = True
        with suppress(TimeoutError):
            await asyncio.wait_for(self._steady_keys.settled(), _CATCHING_UP)
        self.exit(128 + number)

    def fault(self, error: BaseException, where: str) -> None:
        """End the program because of an error (only noted when it is ending already). In the thread of the app."""
        self.fault_log.record(error, where)
        self.faulted = self.faulted or not self._steady_left
        if self._exception is None and isinstance(error, Exception):
            self._exception = error  # so that a pilot raises it again
            self._exception_event.set()
        self.take_leave()
        self._steady_keys.drop()
        self._close_messages_no_wait()

    def take_leave(self) -> None:
        """See to it that `before_leaving` has been called; it is only once, and its own errors keep nobody here."""
        if self._steady_left:
            return
        self._steady_left = True
        try:
            self.before_leaving()
        except Exception as error:
            self.fault_log.record(error, "before_leaving")

    async def _shutdown(self) -> None:
        # The last moment at which the fields still stand, also when something that is no Exception ended the app.
        self.take_leave()
        await super()._shutdown()

    def _handle_exception(self, error: Exception) -> None:
        # In the place of Textual's, which shows the local variables: those hold what people typed.
        self.fault(error, "app")

    def panic(self, *renderables: RenderableType) -> None:
        self.fault(RuntimeError(), "panic")

    async def _replace_screen(self, screen: Screen[Any]) -> Screen[Any]:
        """Whenever a screen goes: caches for colours and widths would keep what was drawn of it, words and all."""
        replaced = await super()._replace_screen(screen)
        for cached in (StylesCache.get_inner_outer, cached_cell_len, Segment._split_cells):
            cached.cache_clear()
        return replaced

    # Keys, text, drawing.

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            if self._steady_keys.take(event):
                return
            if isinstance(event, Paste):
                event.text = pasted(event.text)
        if isinstance(event, Resize) and self._steady_wire is not None:
            self._steady_wire.forget()  # terminals differ in what they keep
        await super().on_event(event)

    async def _press_keys(self, keys: Iterable[str]) -> None:
        """How a pilot presses keys: it goes on when all of them have been handled."""
        await super()._press_keys(keys)
        await self._steady_keys.settled()

    def get_line_filters(self) -> Sequence[LineFilter]:
        found = super().get_line_filters()
        return found if self.opening else [*found, self._steady_filter]  # the wire lets nothing through itself

    def repaint(self) -> None:
        """Draw every cell again: the terminal may have lost some."""
        if self._steady_wire is not None:
            self._steady_wire.forget()
        if self.screen_stack:
            self.screen.refresh(layout=True)

    def action_repaint(self) -> None:
        """Ctrl+L, as in every program that draws on a terminal."""
        self.repaint()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        driver = self._driver
        if self.plain_output or not isinstance(renderable, Update) or not isinstance(driver, SteadyDriver):
            super()._display(screen, renderable)
            return
        if self._batch_count or self._closed or not self._running:
            return
        if self._steady_wire is None:
            colours = _COLOURS.get(self.console.color_system or "", ColorSystem.TRUECOLOR)
            self._steady_wire = Wire(colours, erases_in_colour(os.environ))
        self._steady_wire.take(renderable)
        self.catch_up()

    @property
    def opening(self) -> Opening | None:
        """What has each new screen drawn in one, where this app draws."""
        return None if self.plain_output or not isinstance(self._driver, SteadyDriver) else self._steady_opening

    def get_default_screen(self) -> Screen[Any]:
        """The empty one below all others."""
        return SteadyScreen(id="_default")

    def catch_up(self) -> None:
        """Let the terminal show what it is to show, or do so later when it lags behind."""
        driver, wire = self._driver, self._steady_wire
        if wire is None or not isinstance(driver, SteadyDriver) or self._closed or not self.screen_stack:
            return
        if self._steady_opening.going_on or driver.crowded():
            return
        wire.repeats = driver.repeats
        if text := wire.frame(*self.screen.outer_size.clamp_offset(self.cursor_position)):
            marked = self._sync_available and len(text) > _SEEN_AT_ONCE
            draw = driver.write if self._steady_left else driver.draw  # whoever leaves hears no answers any more
            draw(f"\x1b[?2026h{text}\x1b[?2026l" if marked else text)

    def get_driver_class(self) -> type[Driver]:
        return SteadyDriver

    # Ways out that a program on somebody else's machine must not have.

    def copy_to_clipboard(self, text: str) -> None:
        """The clipboard stays inside: nothing of a terminal's own is set."""
        self._clipboard = text

    def _set_pointer_shape(self, shape: str) -> None:
        """There is no mouse, so there is no pointer to shape."""

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Makes none: a picture of the screen is a copy of what was said."""
