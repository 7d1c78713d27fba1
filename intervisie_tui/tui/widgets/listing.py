"""A list of contributions or choices, one of which is chosen with the arrows."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from intervisie_tui.tui.sheets.base import Row


class Listing(OptionList, inherit_bindings=False):
    """Rows by key. Page Up and Page Down are left to the screen; Enter is told as `OptionList.OptionSelected`.

    The chosen row has an arrow before it while the list has the keys, so that it is told by more than its colour.
    """

    DEFAULT_CSS = """
    Listing {
        height: 1fr; border: none; padding: 0; background: $background; scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: transparent; }
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

    def show(self, rows: Sequence[Row], at: str = "") -> None:
        """Show these rows; chosen is the one with the key `at`, else the one that was, else the last.

        `at` may be "first".
        """
        rows = tuple(rows)
        chosen = rows[0].key if rows and at == "first" else at or self.chosen
        if rows != self._rows:
            grown = rows[: len(self._rows)] == self._rows
            if not grown:
                self.clear_options()
            self.add_options(
                Option(_indented(row.content, ""), id=row.key) for row in rows[len(self._rows) if grown else 0 :]
            )
            self._rows = rows
            self._marked = None
        keys = [row.key for row in rows]
        if keys:
            self.highlighted = keys.index(chosen) if chosen in keys else len(keys) - 1
        self._mark()

    @property
    def chosen(self) -> str:
        """The key of the chosen row; empty where there is none."""
        return self._rows[self.highlighted].key if self.highlighted is not None and self._rows else ""

    def on_option_list_option_highlighted(self) -> None:
        self._mark()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._mark()

    def _mark(self) -> None:
        marked = self.highlighted if self.has_focus and self._rows else None
        if marked == self._marked:
            return
        for index, sign in ((self._marked, ""), (marked, "▸")):
            if index is not None and index < len(self._rows):
                self.replace_option_prompt_at_index(index, _indented(self._rows[index].content, sign))
        self._marked = marked


def _indented(content: Content, sign: str) -> Content:
    """The content behind two columns, the first line with a sign in them."""
    first, *more = content.split("\n")
    return Content("\n  ").join([Content(f"{sign:<2}") + first, *more])
