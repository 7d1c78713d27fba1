"""A row of a list, and the looks that text has anywhere. No widgets, and nothing of a meeting."""

from typing import TypeAlias

from msgspec import Struct
from textual.content import Content

MUTED = "$text-muted"
STRONG = "bold"
MARKED = "bold $success"

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
