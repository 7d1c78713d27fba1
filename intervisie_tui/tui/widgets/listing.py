"""A list of contributions or choices, one of which is chosen with the arrows."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from intervisie_tui.tui.row import Row
from intervisie_tui.tui.widgets.lines import under_itself

_SIGN = 2  # columns before a row, for the arrow


class Listing(OptionList, inherit_bindings=False):
    """Rows by key. Page Up and Page Down are left to the screen; Enter is told as `OptionList.OptionSelected`.

    The chosen row has an arrow before it while the list has the keys, so that it is told by more than its colour.
    """

    DEFAULT_CSS = """
    Listing {
        height: 1fr; border: none; padding: 0; background: $background;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        &:focus { border: none; background-tint: transparent; }
        & > .option-list--option { padding: 0; }
        & > .option-list--option-highlighted { background: $background; color: $foreground; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $primary-muted; color: $foreground; text-style: none; }
        &:ansi > .option-list--option-highlighted { background: ansi_default; color: ansi_default; text-style: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "select", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._rows: tuple[Row, ...] = ()
        self._marked: int | None = None  # index of the row that has the arrow
        self._width = 0  # columns for which the rows have been wrapped

    def show(self, rows: Sequence[Row], at: str = "", newest: bool = False) -> None:
        """Show these rows; chosen is the one with the key `at`, else the one that was, else the last.

        `at` may be "first" or "last". With `newest`, a row that was not there before is chosen when `at` names none.
        """
        rows = tuple(rows)
        keys = [row.key for row in rows]
        known = {row.key for row in self._rows}
        new_keys = [key for key in keys if key not in known] if newest and known else []
        chosen = {"first": keys[:1], "last": keys[-1:]}.get(at) or [at or (new_keys or [self.chosen])[-1]]
        if rows != self._rows:
            grown = rows[: len(self._rows)] == self._rows
            if not grown:
                self.clear_options()
            new = rows[len(self._rows) if grown else 0 :]
            self._rows = rows
            self._marked = None
            self.add_options(Option(self._drawn(row, ""), id=row.key) for row in new)
        if keys:
            self.highlighted = keys.index(chosen[0]) if chosen[0] in keys else len(keys) - 1
        self._mark()

    @property
    def chosen(self) -> str:
        """The key of the chosen row; empty where there is none."""
        return self._rows[self.highlighted].key if self.highlighted is not None and self._rows else ""

    def on_option_list_option_highlighted(self) -> None:
        self._mark()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again for another width, and keep the chosen row in sight."""
        if self._width != self._columns():
            self._width = self._columns()
            for index, row in enumerate(self._rows):
                sign = "▸" if index == self._marked else ""
                self.replace_option_prompt_at_index(index, self._drawn(row, sign))
        self.call_after_refresh(self.scroll_to_highlight)

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._mark()

    def _columns(self) -> int:
        return self.scrollable_content_region.width

    def _mark(self) -> None:
        marked = self.highlighted if self.has_focus and self._rows else None
        if marked == self._marked:
            return
        for index, sign in ((self._marked, ""), (marked, "▸")):
            if index is not None and index < len(self._rows):
                self.replace_option_prompt_at_index(index, self._drawn(self._rows[index], sign))
        self._marked = marked

    def _drawn(self, row: Row, sign: str) -> Content:
        """The content behind two columns, the first line with a sign in them."""
        width = (self._columns() or self.app.size.width) - _SIGN
        first, *more = under_itself(row.content, width)
        return Content(f"\n{'':{_SIGN}}").join([Content(f"{sign:<{_SIGN}}") + first, *more])
