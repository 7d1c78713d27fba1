"""A list of contributions or choices, one of which is chosen with the arrows."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from intervisie_tui.tui.row import Row
from intervisie_tui.tui.widgets.lines import height, under_itself

_SIGN = 2  # columns before a row, for the arrow
_MOST_DRAWN = 200  # rows whose drawing is kept; more than any screen shows


class Listing(ScrollView, inherit_bindings=False):
    """Rows by key. Page Up and Page Down are left to the screen; Enter is told as `Listing.Selected`.

    The chosen row has an arrow before it while the list has the keys, so that it is told by more than its colour. There
    may be thousands of rows: those in sight are laid out, of the others only how many lines they take is counted.
    """

    DEFAULT_CSS = """
    Listing {
        height: 1fr; max-height: 100%; overflow-x: hidden; color: $foreground; background: $background;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > .listing--chosen { background: $background; color: $foreground; text-style: none; }
        &:focus > .listing--chosen { background: $primary-muted; color: $foreground; text-style: none; }
        &:ansi > .listing--chosen { background: ansi_default; color: ansi_default; text-style: none; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"listing--row", "listing--chosen"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor(1)", show=False),
        Binding("up", "cursor(-1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "select", show=False),
    ]

    highlighted: reactive[int | None] = reactive(None)
    """Index of the chosen row; None where there is none."""

    class Told(Message):
        """Something about one row; `key` is that of the row."""

        def __init__(self, listing: "Listing", key: str) -> None:
            super().__init__()
            self.listing, self.key = listing, key

        @property
        def control(self) -> "Listing":
            """The list, so that `on` can tell one list from another."""
            return self.listing

    class Highlighted(Told):
        """Another row is chosen."""

    class Selected(Told):
        """Enter was pressed on a row."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._width = 0  # columns for which the lines have been counted; 0 while there is none
        self._room = 0  # columns of those for the words of a row
        self._heights: dict[int, tuple[Row, int]] = {}  # lines of each row, by its identity; it holds the row
        self._tops: list[int] = [0]  # the line at which each row begins, and the one after the last
        self._drawn: dict[tuple[int, bool, str], list[Strip]] = {}  # by identity of the row, whether chosen, its sign

    @property
    def option_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def chosen(self) -> str:
        """The key of the chosen row; empty where there is none."""
        return self._rows[self.highlighted].key if self.highlighted is not None and self._rows else ""

    def show(self, rows: Sequence[Row], at: str = "", newest: bool = False) -> None:
        """Show these rows; chosen is the one with the key `at`, else the one that was, else the last.

        `at` may be "first" or "last". With `newest`, a row that was not there before is chosen when `at` names none.
        """
        rows = tuple(rows)
        keys = [row.key for row in rows]
        known = {row.key for row in self._rows}
        new_keys = [key for key in keys if key not in known] if newest and known else []
        wanted = {"first": keys[:1], "last": keys[-1:]}.get(at) or [at or (new_keys or [self.chosen])[-1]]
        if rows != self._rows:
            if known.isdisjoint(keys):
                self.set_reactive(Listing.highlighted, None)
                self.scroll_to(y=0, animate=False)
            self._rows = rows
            self._measure()
        if not keys:
            self.highlighted = None
            return
        before = self.highlighted
        self.highlighted = keys.index(wanted[0]) if wanted[0] in keys else len(keys) - 1
        if self.highlighted == before:
            self.scroll_to_highlight()  # the rows above it may have changed

    def validate_highlighted(self, highlighted: int | None) -> int | None:
        """None where there are no rows, else an index that there is."""
        return min(max(0, highlighted), len(self._rows) - 1) if highlighted is not None and self._rows else None

    def watch_highlighted(self, highlighted: int | None) -> None:
        if highlighted is not None:
            self.scroll_to_highlight()
            self.post_message(self.Highlighted(self, self._rows[highlighted].key))

    def scroll_to_highlight(self) -> None:
        """Bring the chosen row into sight."""
        if self.highlighted is not None and self.is_mounted:
            top, end = self._tops[self.highlighted : self.highlighted + 2]
            region = Region(0, top, self._columns(), end - top)
            self.scroll_to_region(region, force=True, animate=False, immediate=True)

    def action_cursor(self, by: int) -> None:
        """The row below (1) or above (-1); after the last comes the first."""
        if self._rows:
            at = -min(by, 0) - 1 if self.highlighted is None else self.highlighted
            self.highlighted = (at + by) % len(self._rows)

    def action_first(self) -> None:
        """The first row."""
        self.highlighted = 0

    def action_last(self) -> None:
        """The last row."""
        self.highlighted = len(self._rows) - 1

    def action_select(self) -> None:
        """Enter: this row is taken."""
        if self.highlighted is not None:
            self.post_message(self.Selected(self, self.chosen))

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """A bar that comes later than the place to which the list was scrolled is to show that place."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def on_mount(self) -> None:
        self._measure()

    def on_resize(self, event: events.Resize) -> None:
        """Count again for another width, and keep the chosen row in sight."""
        if self._width != self._columns():
            self._heights.clear()
            self._drawn.clear()
            self._measure()
        self.call_after_refresh(self.scroll_to_highlight)

    def notify_style_update(self) -> None:
        """Other colours."""
        self._drawn.clear()
        super().notify_style_update()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines of all rows in so many columns, of which the scroll bar has one."""
        columns = width - self.styles.scrollbar_size_vertical
        return sum(height(row.plain, columns - _SIGN) for row in self._rows)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line, columns = self.scroll_offset.y + y, self._columns()
        if line >= self._tops[-1]:
            return Strip.blank(columns, self.get_visual_style("listing--row").rich_style)
        index = bisect_right(self._tops, line) - 1
        return self._strips(index)[line - self._tops[index]]

    def _columns(self) -> int:
        return self.scrollable_content_region.width

    def _measure(self) -> None:
        """Count the lines of the rows that were not there before."""
        self._width = self._columns()
        self._room = (self._width or self.app.size.width) - _SIGN
        before = self._heights
        self._heights = {id(row): before.get(id(row)) or (row, height(row.plain, self._room)) for row in self._rows}
        self._tops = [0, *accumulate(self._heights[id(row)][1] for row in self._rows)]
        self._drawn = {key: strips for key, strips in self._drawn.items() if key[0] in self._heights}
        self.virtual_size = Size(self._width, self._tops[-1])
        self.refresh(layout=self.styles.auto_dimensions)

    def _strips(self, index: int) -> list[Strip]:
        """A row as the lines that it takes."""
        row, chosen = self._rows[index], index == self.highlighted
        sign = "▸" if chosen and self.has_focus else ""
        key = id(row), chosen, sign
        strips = self._drawn.get(key)
        if strips is None:
            if len(self._drawn) >= _MOST_DRAWN:
                self._drawn.clear()
            strips = self._drawn[key] = self._draw(row, chosen, sign)
        return strips

    def _draw(self, row: Row, chosen: bool, sign: str) -> list[Strip]:
        """The row behind two columns, its first line with a sign in them."""
        first, *more = under_itself(row.content, self._room)
        content = Content(f"\n{'':{_SIGN}}").join([Content(f"{sign:<{_SIGN}}") + first, *more])
        style = self.get_visual_style("listing--row", *(("listing--chosen",) if chosen else ()))
        strips = Visual.to_strips(self, content, self._room + _SIGN, len(more) + 1, style)
        return [strip.adjust_cell_length(self._columns(), style.rich_style) for strip in strips]
