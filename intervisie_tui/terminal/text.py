"""Text that cannot steer a terminal: the last line before the screen, and the first after the clipboard."""

import re
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Patterns, since compiling them takes a while and most starts of the program come to neither.
_STEERS = f"[\x00-\x1f\x7f-\x9f\ud800-\udfff{_BIDI}]"
_LINE_ENDS = "\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"


def pasted(text: str) -> str:
    """What a paste may bring in: lines ended by LF, tabs as blanks, nothing that steers a terminal."""
    lines = re.sub(_LINE_ENDS, "\n", text).replace("\t", "    ").split("\n")
    return "\n".join(map(harmless, lines))


def harmless(text: str) -> str:
    """The text without what steers a terminal or turns the order of reading. All that takes room, stays."""
    return re.sub(_STEERS, "", text)


class ControlFilter(LineFilter):
    """Takes out of rendered lines what steers a terminal or turns the order of reading, and links.

    Such characters take no room in Textual's count of cells, so a line stays as wide as it was.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [_filtered(segment) for segment in segments]


def _filtered(segment: Segment) -> Segment:
    text, style, control = segment
    if control:  # made by Textual itself, not from anybody's text
        return segment
    if style is not None and style.link:
        style = _unlinked(style)
    elif re.search(_STEERS, text) is None:
        return segment
    return Segment(harmless(text), style)


@lru_cache(256)
def _unlinked(style: Style) -> Style:
    return style.update_link(None)
