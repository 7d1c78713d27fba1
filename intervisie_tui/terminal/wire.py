"""Only what changes crosses the line: knows what the terminal shows and what it is to show, and writes the difference.

Two grids of cells: `take` lays Textual's updates over the one that is wanted; `frame` gives the shortest text that
brings the terminal there from the one that it shows. So a frame may be left out while the line is slow: the next one
holds it. Where a terminal may do otherwise than the model says (after a character whose width is not certain, in the
last column) the position counts as unknown and is named outright before going on.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from rich.color import ColorSystem

from intervisie_tui.terminal.wire_cells import Cell, Row, cells, is_sure, put
from intervisie_tui.terminal.wire_pen import PLAIN, Pen, blank, change
from intervisie_tui.terminal.wire_update import Update, pieces, size

_CLEAR: Final = "\x1b[2;1H\x1b[J\x1b[H\x1b[K"
"""In two parts, since some terminals put a screen that is cleared at once into their history."""

_ERASE: Final = "\x1b[K"
_BRIDGE: Final = 4  # bytes of a short move: so many cells are as soon written again


class Wire:
    """`coloured_erase`: erasing leaves the background of the pen; where that isn't sure, only the terminal's own is.
    `repeats`: it has shown that it repeats a character when told to. All in the thread of the app, but for `forget`.
    """

    def __init__(self, colours: ColorSystem, coloured_erase: bool, repeats: bool = False) -> None:
        self._colours = colours
        self._coloured_erase = coloured_erase
        self.repeats = repeats
        self._wanted: list[Row] = []
        self._shown: list[Row] = []
        self._size = (0, 0)
        self._forgotten = True
        self._pen = PLAIN
        self._x: int | None = 0
        self._y = 0
        self._out: list[str] = []

    def forget(self) -> None:
        """Nothing is known of what the terminal shows: the next frame draws all of it. From any thread."""
        self._forgotten = True

    def take(self, update: Update) -> None:
        """What is wanted from now on."""
        if size(update) != self._size:
            self._size = size(update)
            self._wanted = self._blank_rows("")
            self.forget()
        for y, x, strip in pieces(update):
            self._wanted[y] = put(self._wanted[y], x, cells(strip, self._colours))

    def frame(self, x: int, y: int) -> str:
        """What to send, with the cursor at column x of line y in the end; "" when the terminal shows it already."""
        if not self._wanted:
            return ""
        if self._forgotten:
            self._forgotten = False
            self._start_afresh()
        for line, (old, new) in enumerate(zip(self._shown, self._wanted, strict=True)):
            if old is not new:
                self._write_row(line, old, new)
        self._shown = self._wanted.copy()
        self._move(x, y)
        text = "".join(self._out)
        self._out.clear()
        return text

    def _blank_rows(self, back: str) -> list[Row]:
        columns, lines = self._size
        row: Row = [(" ", blank(back))] * columns
        return [row] * lines

    def _start_afresh(self) -> None:
        """Clear the screen, in the colour of most of it if the terminal can."""
        back = ""
        if self._coloured_erase:
            back = Counter(pen.back for row in self._wanted for _text, pen in row).most_common(1)[0][0]
        self._out.append("\x1b[m")
        self._pen = PLAIN
        self._draw_with(blank(back))
        self._out.append(_CLEAR)
        self._x = self._y = 0
        self._shown = self._blank_rows(back)

    def _write_row(self, y: int, old: Row, new: Row) -> None:
        columns = range(len(new))
        changed = [x for x in columns if old[x] != new[x]]
        for x in changed:
            if not (is_sure(new[x][0]) and is_sure(old[x][0])):
                # The terminal may have drawn it over its neighbours, or may do so now.
                changed = [other for other in changed if other < x] + list(columns[x:])
                break
        tail = self._blank_tail(new)
        erased = [x for x in changed if x >= tail]
        if len(erased) <= len(_ERASE):
            erased = []
        self._write_cells(changed[: len(changed) - len(erased)], y, new)
        if erased:
            self._reach(erased[0], y, new)
            self._draw_with(new[-1][1])
            self._out.append(_ERASE)

    def _blank_tail(self, row: Row) -> int:
        """The column from which on the row can be erased."""
        last = row[-1]
        if last[0] != " " or last[1].front is not None or (last[1].back and not self._coloured_erase):
            return len(row)
        start = len(row)
        while start and row[start - 1] == last:
            start -= 1
        return start

    def _write_cells(self, columns: list[int], y: int, row: Row) -> None:
        """Cells of one line, from the left; those that are alike by telling the terminal how many more (REP)."""
        written = -1
        for i, x in enumerate(columns):
            if x <= written:
                continue
            self._write_cell(x, y, row)
            more = _alike(row, columns, i) if self.repeats else 0
            again = f"\x1b[{more}b"
            if len(row[x][0].encode()) * more > len(again):
                self._out.append(again)
                written = x + more
                self._x = written + 1 if written + 1 < len(row) else None

    def _write_cell(self, x: int, y: int, row: Row) -> None:
        text, pen = row[x]
        if not text:  # came with the first column of its character
            return
        self._reach(x, y, row)
        self._draw_with(pen)
        width = 2 if x + 1 < len(row) and row[x + 1][0] == "" else 1
        if is_sure(text):
            self._out.append(text)
            self._x = x + width if x + width < len(row) else None
        else:  # wiped first: it may turn out narrower than its columns
            self._out.append(" " * width + "\b" * width + text)
            self._x = None

    def _draw_with(self, pen: Pen) -> None:
        codes, self._pen = change(self._pen, pen)
        self._out.append(codes)

    def _reach(self, x: int, y: int, row: Row) -> None:
        """Go there, by writing again what stands in between where that is as short."""
        if y == self._y and self._x is not None and 0 < x - self._x <= _BRIDGE:
            between = row[self._x : x]
            if all(self._is_light(cell) for cell in between):
                self._out.append("".join(text for text, _pen in between))
                self._x = x
                return
        self._move(x, y)

    def _is_light(self, cell: Cell) -> bool:
        """Whether it can be written as it is, in a byte."""
        text, pen = cell
        return text.isascii() and text != "" and change(self._pen, pen)[0] == ""

    def _move(self, x: int, y: int) -> None:
        if (x, y) != (self._x, self._y):
            self._out.append(min(self._moves(x, y), key=len))
            self._x, self._y = x, y

    def _moves(self, x: int, y: int) -> Iterator[str]:
        """The ways to get there: outright, or by lines and then by columns.

        Down by VT, which does what LF does; to that the tty would add a CR. It never scrolls: y is on the screen.
        """
        yield f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1 if y else ''}H"
        down = y - self._y
        lines = _by(-down, "A") if down < 0 else min("\v" * down, _by(down, "B"), key=len)
        yield lines + "\r" + _by(x, "C")
        if self._x is not None:
            back = self._x - x
            yield lines + (_by(-back, "C") if back < 0 else min("\b" * back, _by(back, "D"), key=len))


def _alike(row: Row, columns: list[int], i: int) -> int:
    """How many of the columns after the i-th follow it directly and have the same character, one column wide."""
    x, more = columns[i], 0
    if len(row[x][0]) == 1 and is_sure(row[x][0]):
        while i + more + 1 < len(columns) and columns[i + more + 1] == x + more + 1 and row[x + more + 1] == row[x]:
            more += 1
    return more


def _by(count: int, letter: str) -> str:
    """So many columns or lines in the direction of the letter."""
    return "" if count <= 0 else f"\x1b[{count if count > 1 else ''}{letter}"
