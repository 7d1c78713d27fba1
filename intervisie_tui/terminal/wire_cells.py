"""Rendered lines as cells: one for each column, with the character that stands there and its pen."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.segment import Segment

from intervisie_tui.terminal.text import harmless
from intervisie_tui.terminal.wire_pen import Pen, blank, pens

Cell = tuple[str, Pen]
"""A character with what combines with it; "" for the second column of a wide one."""

Row = list[Cell]

# Every terminal gives these one column, or two. About all others (emoji, scripts that join, what is new in Unicode)
# terminals differ; that costs a few bytes more.
_NARROW: Final = frozenset(
    chr(code)
    for first, last in (
        "\x20\x7e",
        "\xa1\xac",
        "\xae\u02ff",
        "\u0370\u0377",
        "\u0384\u0482",
        "\u2010\u2027",
        "\u2030\u205e",
        "\u2190\u2193",
        "\u2500\u25fc",
        "\u2713\u2713",
    )
    for code in range(ord(first), ord(last) + 1)
)
_WIDE: Final = ("\u3041\u3096", "\u30a1\u30fa", "\u4e00\u9fff", "\uac00\ud7a3", "\uff01\uff60")


@lru_cache(4096)
def is_sure(text: str) -> bool:
    """Whether every terminal gives this cell the columns that we give it."""
    if text[:1] in _NARROW:
        return all("\u0300" <= combining <= "\u036f" for combining in text[1:])
    return not text or (len(text) == 1 and any(first <= text <= last for first, last in _WIDE))


def cells(segments: Iterable[Segment], colours: ColorSystem) -> Row:
    """As many cells as Textual counts columns; nothing that steers the terminal comes into one."""
    row: Row = []
    for text, style, _control in segments:
        pen, on_blank = pens(style, colours)
        if _NARROW.issuperset(text):
            row += [(" ", on_blank) if character == " " else (character, pen) for character in text]
        else:
            _add_graphemes(row, harmless(text), pen)
    return row


def _add_graphemes(row: Row, text: str, pen: Pen) -> None:
    for start, end, width in split_graphemes(text)[0]:
        if width:
            row.append((text[start:end], pen))
            row += [("", pen)] * (width - 1)
        elif row:  # joins what stands before it, in another style perhaps
            place = -1 if row[-1][0] else -2
            row[place] = (row[place][0] + text[start:end], row[place][1])


def put(row: Row, x: int, piece: Row) -> Row:
    """The row with the piece laid over it from column x; half a wide character that is left over becomes a blank."""
    if not piece:
        return row
    end = x + len(piece)
    before, after = row[:x], row[end:]
    if before and x < len(row) and row[x][0] == "":
        before[-1] = _wiped(before[-1])
    if after and after[0][0] == "":
        after[0] = _wiped(after[0])
    return (before + piece + after)[: len(row)]


def _wiped(cell: Cell) -> Cell:
    return (" ", cell[1] if cell[1].attributes else blank(cell[1].back))
