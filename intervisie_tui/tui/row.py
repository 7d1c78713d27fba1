"""A row of a list, and the looks that text has anywhere. No widgets, and nothing of a meeting."""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct
from textual.color import Color
from textual.content import Content
from textual.style import Style

MUTED = "$text-muted"
STRONG = "bold"
MARKED = "bold $success"

_ATTRIBUTES = ("bold", "dim", "italic", "reverse", "underline")


def style_of(words: str | Style, theme: Mapping[str, str]) -> Style:
    """The look that such words mean, with the variables of a theme.

    What is said in other words, Textual reads: it knows many more, and is not imported as long as these will do.
    """
    if isinstance(words, Style):
        return words
    colours = []
    for word in words.split():
        if word not in _ATTRIBUTES:
            colours.append(theme.get(word[1:], "") if word.startswith("$") else "")
    if len(colours) > 1 or any(not colour.startswith(("#", "ansi_")) or " " in colour for colour in colours):
        return Style.parse(words)
    bold, dim, italic, reverse, underline = (word in words.split() or None for word in _ATTRIBUTES)
    colour = Color.parse(colours[0]) if colours else None
    return Style(foreground=colour, bold=bold, dim=dim, italic=italic, reverse=reverse, underline=underline)


Piece: TypeAlias = str | tuple[str, str]
"""Some text, or text and its style."""


def text_of(piece: Piece) -> str:
    """The text of a piece alone."""
    return piece if isinstance(piece, str) else piece[0]


class Row(Struct, frozen=True):
    """Something to choose or to read. `key` tells what it is: "c12" is contribution 12, "p3" participant 3.

    `text` may be in pieces, each plain or with its style: of thousands of rows only those in sight are put together.
    """

    key: str
    text: Content | tuple[Piece, ...]

    @property
    def plain(self) -> str:
        """The text alone."""
        if isinstance(self.text, Content):
            return self.text.plain
        return "".join(map(text_of, self.text))

    @property
    def content(self) -> Content:
        """The text as it is shown."""
        return self.text if isinstance(self.text, Content) else Content.assemble(*self.text)
