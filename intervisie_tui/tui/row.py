"""A row of a list, and the looks that text has anywhere. No widgets, and nothing of a meeting."""

from msgspec import Struct
from textual.content import Content

MUTED = "$text-muted"
STRONG = "bold"
MARKED = "bold $success"


class Row(Struct, frozen=True):
    """Something to choose or to read. `key` tells what it is: "c12" is contribution 12, "p3" participant 3."""

    key: str
    content: Content
