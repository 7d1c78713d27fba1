"""Reading a long text on a screen: it scrolls by lines and by pages, and says how much is still to come."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from textual.containers import VerticalScroll
from textual.widget import Widget

from intervisie_tui.archive.disk import explain
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.locale import _, ngettext
from intervisie_tui.tui.acts import N_, Act

_OVERLAP = 2
"""Lines of the page before that are still there after Page Down, so that one knows where one was."""


class Pages(VerticalScroll):
    """What scrolls. It never has the keys itself."""

    DEFAULT_CSS = """
    Pages {
        scrollbar-size-vertical: 1; scrollbar-gutter: stable; scrollbar-color: $border-blurred;
        scrollbar-background: $background;
    }
    """

    def __init__(self, *children: Widget, id: str) -> None:
        super().__init__(*children, id=id, can_focus=False)

    def by(self, lines: int) -> None:
        """Read on, or back, by so many lines."""
        self.scroll_relative(y=lines, animate=False)

    def page(self, way: int) -> None:
        """A page on (1) or back (-1)."""
        self.by(way * max(1, self.content_size.height - _OVERLAP))

    def follow(self, tell: Callable[[str], None]) -> None:
        """From now on, `tell` how much is still to come, once what has changed is laid out."""

        def later() -> None:
            self.call_after_refresh(lambda: tell(self.where))

        self.watch(self, "scroll_y", later, init=False)
        self.watch(self, "virtual_size", later, init=False)

    @property
    def below(self) -> int:
        """Lines that are still to come."""
        return round(self.max_scroll_y - self.scroll_y)

    @property
    def where(self) -> str:
        """How much that is, in words."""
        below = self.below
        return ngettext("▾ nog {n} regel", "▾ nog {n} regels", below).format(n=below) if below > 0 else ""


class Reader(Protocol):
    """A screen with a text to read."""

    @property
    def reading(self) -> Pages: ...
    def say(self, message: str) -> None: ...
    def at_end(self) -> str:
        """What to say to who wants to read on behind the last line."""


class Writer(Protocol):
    """A screen whose text can be written as Markdown."""

    def say(self, message: str, *, trouble: bool = False) -> None: ...


def export(desk: Writer, write: Callable[[], Path], said: str) -> None:
    """Write the Markdown, and say with {path} where it is, or why it is not there."""
    try:
        path = write()
    except (Unusable, OSError) as error:
        reason = error.reason if isinstance(error, Unusable) else explain(error)
        desk.say(_("Er is geen Markdown gemaakt. {reason}").format(reason=reason), trouble=True)
    else:
        desk.say(said.format(path=path))


def _by(desk: Reader, lines: int) -> None:
    desk.say("")
    desk.reading.by(lines)


def _page_down(desk: Reader) -> None:
    if desk.reading.below <= 0:
        desk.say(desk.at_end())
    else:
        desk.say("")
        desk.reading.page(1)


def _page_up(desk: Reader) -> None:
    desk.say("")
    desk.reading.page(-1)


PAGE_DOWN: Act[Any] = Act(
    "page_down",
    ("pagedown",),
    N_("verder"),
    N_("Een bladzijde verder"),
    lambda desk, _key: _page_down(desk),
    prominent=True,
)
MOVES: tuple[Act[Any], ...] = (
    Act("page_up", ("pageup",), N_("terug"), N_("Een bladzijde terug"), lambda desk, _key: _page_up(desk)),
    Act("line_down", ("down",), N_("regel verder"), N_("Een regel verder"), lambda desk, _key: _by(desk, 1)),
    Act("line_up", ("up",), N_("regel terug"), N_("Een regel terug"), lambda desk, _key: _by(desk, -1)),
    Act("top", ("home",), N_("bovenaan"), N_("Naar de eerste regel"), lambda desk, _key: _by(desk, -1_000_000)),
    Act("bottom", ("end",), N_("onderaan"), N_("Naar de laatste regel"), lambda desk, _key: _by(desk, 1_000_000)),
)
