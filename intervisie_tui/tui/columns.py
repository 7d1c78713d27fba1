"""Text in columns of a width."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content


def in_columns(text: str, width: int) -> str:
    """The text in exactly so many columns, cut with … where it is longer."""
    cut = Content(text).truncate(width, ellipsis=True).plain
    return cut + " " * (width - cell_len(cut))


def widest(texts: Sequence[str], most: int) -> int:
    """Columns of the widest of them, but no more than `most`."""
    return min(most, max((cell_len(text) for text in texts), default=0))
