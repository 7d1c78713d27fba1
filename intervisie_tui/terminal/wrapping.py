"""A text in rows of so many cells: broken at blanks, and within a word only where that is longer than a row.

The blanks at a break stay at the end of the row before it. Each line of the text is wrapped once, as long as it stays.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from msgspec import Struct

from intervisie_tui.terminal.letters import before, cells, letters, plain


class Rows(Struct, frozen=True):
    """A text as it is wrapped to `width` cells. `starts`: where each row begins in the text."""

    text: str
    width: int
    lines: list[str]
    breaks: list[list[int]]
    """Of each line, where its rows begin but the first."""
    starts: list[int]

    def __len__(self) -> int:
        return len(self.starts)

    def of(self, at: int) -> int:
        """The row in which this place of the text is; at a break it is the lower one."""
        return bisect_right(self.starts, at) - 1

    def end(self, row: int) -> int:
        """Where what stands in a row ends; a line end doesn't stand in it."""
        if row + 1 == len(self.starts):
            return len(self.text)
        end = self.starts[row + 1]
        return end - 1 if self.text[end - 1] == "\n" else end

    def last(self, row: int) -> int:
        """The last place in a row where a cursor can be: before the last letter where the line goes on below."""
        end = self.end(row)
        goes_on = row + 1 < len(self.starts) and self.starts[row + 1] == end
        return before(self.text, end) if goes_on else end

    def row(self, row: int) -> str:
        """What stands in a row."""
        return self.text[self.starts[row] : self.end(row)]

    def column(self, at: int) -> int:
        """How many cells there are to the left of this place, in its row."""
        return cells(self.text[self.starts[self.of(at)] : at])

    def place(self, row: int, column: int) -> int:
        """The place in a row that has so many cells to its left, or fewer where there is none."""
        start, last = self.starts[row], self.last(row)
        standing = self.text[start:last]
        if plain(standing):
            return min(start + column, last)
        used = 0
        for first, _end, wide in letters(standing):
            used += wide
            if used > column:
                return start + first
        return last


def wrapped(text: str, width: int, known: Rows | None = None) -> Rows:
    """Wrap a text to rows of `width` cells, one at least. `known`: how it was wrapped, or another that is like it."""
    width = max(1, width)
    if known is None or known.width != width:
        known = None
    elif known.text == text:
        return known
    lines = text.split("\n")
    breaks = [_breaks(line, width) for line in lines] if known is None else _of_changed(lines, known)
    starts = []
    start = 0
    for line, within in zip(lines, breaks, strict=True):
        starts.append(start)
        if within:
            starts += [start + at for at in within]
        start += len(line) + 1
    return Rows(text, width, lines, breaks, starts)


def in_one_row(text: str) -> Rows:
    """A text that isn't wrapped, nor broken at its line ends."""
    return Rows(text, 0, [text], [[]], [0])


def _of_changed(lines: list[str], known: Rows) -> list[list[int]]:
    """The breaks of these lines; only those are wrapped that stand between the same first and the same last ones."""
    most = min(len(lines), len(known.lines))
    first = 0
    while first < most and lines[first] == known.lines[first]:
        first += 1
    last = 0
    while last < most - first and lines[-1 - last] == known.lines[-1 - last]:
        last += 1
    changed = [_breaks(line, known.width) for line in lines[first : len(lines) - last]]
    return [*known.breaks[:first], *changed, *known.breaks[len(known.breaks) - last :]]


def _breaks(line: str, width: int) -> list[int]:
    found: list[int] = []
    start = 0
    while start + width < len(line) or not plain(line[start:]):
        window = line[start : start + width + 1]
        start = _plain_end(line, start, width) if plain(window) and len(window) > width else _end(line, start, width)
        if start == len(line):
            break
        found.append(start)
    return found


def _plain_end(line: str, start: int, width: int) -> int:
    found = _to_blank(width).match(line, start)
    return found.end() if found else start + width


@lru_cache(4)
def _to_blank(width: int) -> re.Pattern[str]:
    """As much as fits in a row and ends in blanks, where a word follows."""
    return re.compile(rf".{{0,{width - 1}}}\s(?=\S)")


def _end(line: str, start: int, width: int) -> int:
    """Where the row ends that begins here, by its letters."""
    size = 2 * width + 2
    while True:
        window = line[start : start + size]
        used = blank = 0
        for first, _end, wide in letters(window):
            if first and window[first - 1].isspace() and not window[first].isspace():
                blank = first
            if first and used + wide > width:
                return start + (blank or first)
            used += wide
        if start + size >= len(line):
            return len(line)
        size *= 2
