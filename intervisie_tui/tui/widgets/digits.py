"""Figures large enough to read across a room, drawn with blocks that every terminal font has."""

from typing import Literal, TypeAlias

Size: TypeAlias = Literal["small", "medium", "large"]

# The upright of most figures stands in the same column, so that a second that passes changes few cells; the serif of
# the 7 tells it from the 1.
_PIXELS = {
    "0": "111 101 101 101 111",
    "1": "011 001 001 001 001",
    "2": "111 001 111 100 111",
    "3": "111 001 111 001 111",
    "4": "101 101 111 001 001",
    "5": "111 100 111 001 111",
    "6": "111 100 111 101 111",
    "7": "111 101 001 001 001",
    "8": "111 101 111 101 111",
    "9": "111 101 111 001 111",
    ":": "0 1 0 1 0",
    "+": "000 010 111 010 000",
    " ": "0 0 0 0 0",
}
_WIDTH = {"small": 1, "medium": 2, "large": 3}
_HALVES = {"00": " ", "10": "▀", "01": "▄", "11": "█"}


def drawn(text: str, size: Size) -> str:
    """The text in figures: three lines high (small, medium) or five (large). Only 0-9, ":", "+" and blank."""
    rows = [[_PIXELS[char].split()[y] for char in text] for y in range(5)]
    lines = [" ".join("".join(pixel * _WIDTH[size] for pixel in cell) for cell in row) for row in rows]
    if size == "large":
        return "\n".join(line.replace("0", " ").replace("1", "█") for line in lines)
    blank = " " * len(lines[0])
    pairs = zip((lines[0], lines[2], lines[4]), (lines[1], lines[3], blank), strict=True)
    return "\n".join(_halved(upper, lower) for upper, lower in pairs)


def _halved(upper: str, lower: str) -> str:
    return "".join(
        " " if (a, b) == (" ", " ") else _HALVES[a.replace(" ", "0") + b.replace(" ", "0")]
        for a, b in zip(upper, lower, strict=True)
    )
