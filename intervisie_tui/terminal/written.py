"""The text that is being typed, and what keys do to it. Knows no widget.

Each edit and each move makes a new value. Moves and deletions go by letters as people see them (`letters`).
"""

import re
from collections.abc import Callable

from msgspec import Struct

from intervisie_tui.terminal.letters import after, before, edge, start_of
from intervisie_tui.terminal.wrapping import Rows

_IN_WORD = "[\\w\u0300-\u036f]"
_OFF_WORD = "[^\\w\u0300-\u036f]"
_WORD_EDGE = f"(?<={_OFF_WORD})(?={_IN_WORD})|(?<={_IN_WORD})(?={_OFF_WORD})"


class Written(Struct, frozen=True):
    """A text, its lines ended by LF. What lies between `anchor` and `cursor` is selected; places count characters."""

    text: str = ""
    cursor: int = 0
    anchor: int = 0
    column: int | None = None
    """Cells from the left that the cursor tries to keep while it goes up and down."""

    @property
    def first(self) -> int:
        """Where the selection begins; the cursor where nothing is selected."""
        return min(self.cursor, self.anchor)

    @property
    def last(self) -> int:
        """Where the selection ends."""
        return max(self.cursor, self.anchor)

    @property
    def selected(self) -> str:
        """What is selected."""
        return self.text[self.first : self.last]


Edit = Callable[[Written, Rows], Written]
Place = Callable[[Written, Rows], int]


def at_end(text: str) -> Written:
    """This text, the cursor behind it."""
    return Written(text, len(text), len(text))


def insert(now: Written, text: str) -> Written:
    """Put a text in the place of what is selected."""
    return _without(now, now.first, now.last, text)


def deletion(to: Place) -> Edit:
    """Takes what is selected; where nothing is, what lies between the cursor and another place."""

    def delete(now: Written, rows: Rows) -> Written:
        if now.cursor != now.anchor:
            return _without(now, now.first, now.last)
        other = to(now, rows)
        return _without(now, min(now.cursor, other), max(now.cursor, other))

    return delete


def move(to: Place, select: bool = False) -> Edit:
    """Takes the cursor to another place; what lies between is selected, or nothing is any more."""

    def go(now: Written, rows: Rows) -> Written:
        cursor = to(now, rows)
        return Written(now.text, cursor, now.anchor if select else cursor)

    return go


def move_by_rows(by: int, select: bool = False) -> Edit:
    """Takes the cursor a row up (-1) or down (1), and in the outermost row to the start or the end."""

    def go(now: Written, rows: Rows) -> Written:
        here = rows.column(now.cursor)
        column = here if now.column is None else now.column
        row = rows.of(now.cursor) + by
        outermost = 0 if by < 0 else len(now.text)
        cursor = rows.place(row, max(here, column)) if 0 <= row < len(rows) else outermost
        return Written(now.text, cursor, now.anchor if select else cursor, column)

    return go


def left(now: Written, _rows: Rows) -> int:
    """The letter to the left."""
    return before(now.text, now.cursor)


def right(now: Written, _rows: Rows) -> int:
    """Behind the letter to the right."""
    return after(now.text, now.cursor)


def left_out(now: Written, rows: Rows) -> int:
    """As `left`, or the start of what is selected."""
    return left(now, rows) if now.cursor == now.anchor else now.first


def right_out(now: Written, rows: Rows) -> int:
    """As `right`, or the end of what is selected."""
    return right(now, rows) if now.cursor == now.anchor else now.last


def word_left(now: Written, _rows: Rows) -> int:
    """The start of the word to the left; from the start of a line the end of the one above."""
    start = now.text.rfind("\n", 0, now.cursor) + 1
    if start == now.cursor:
        return max(0, start - 1)
    places = [found.start() for found in re.finditer(_WORD_EDGE, now.text[start : now.cursor].rstrip())]
    return start_of(now.text, start + places[-1]) if places else start


def word_right(now: Written, _rows: Rows) -> int:
    """The end of the word to the right; from the end of a line the start of the one below."""
    line_end = now.text.find("\n", now.cursor)
    end = len(now.text) if line_end < 0 else line_end
    if end == now.cursor:
        return min(end + 1, len(now.text))
    ahead = now.text[now.cursor : end]
    word = ahead.lstrip()
    found = re.search(_WORD_EDGE, word)
    return edge(now.text, end - len(word) + found.start()) if found else end


def row_start(now: Written, rows: Rows) -> int:
    """Where the row begins."""
    return rows.starts[rows.of(now.cursor)]


def row_end(now: Written, rows: Rows) -> int:
    """Where the row ends."""
    return rows.last(rows.of(now.cursor))


def row_start_or_more(now: Written, rows: Rows) -> int:
    """Where the row begins; from there the line end above, or the start of the row above that the line goes on from."""
    row = rows.of(now.cursor)
    if now.cursor > rows.starts[row] or row == 0:
        return rows.starts[row]
    return rows.end(row - 1) if now.text[now.cursor - 1] == "\n" else rows.starts[row - 1]


def row_end_or_more(now: Written, rows: Rows) -> int:
    """Where the row ends; from there as `right`."""
    end = row_end(now, rows)
    return right(now, rows) if end == now.cursor else end


def line_selected(now: Written) -> Written:
    """The line of the cursor selected, with its line end."""
    end = now.text.find("\n", now.cursor)
    return Written(now.text, len(now.text) if end < 0 else end + 1, now.text.rfind("\n", 0, now.cursor) + 1)


def _without(now: Written, start: int, end: int, text: str = "") -> Written:
    whole = now.text[:start] + text + now.text[end:]
    cursor = edge(whole, start + len(text))
    return Written(whole, cursor, cursor)
