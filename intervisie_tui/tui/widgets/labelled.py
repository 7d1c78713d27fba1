"""A few lines with a label before each: who speaks, what stays in sight. What is too long ends in "…"."""

from collections.abc import Sequence

from msgspec import Struct
from textual.content import Content

from intervisie_tui.tui.widgets.lines import cut, hanging, short
from intervisie_tui.tui.widgets.plain import Plain

WIDEST = 84
"""Columns; a group reads no wider text than this with its label."""
LABELS = 9
"""Columns for the labels, if they do not need more, so that several such widgets stand in one line."""


class Labelled(Struct, frozen=True):
    """A text with its label."""

    label: str
    text: Content


class LabelledLines(Plain):
    """Shows each text behind its label, all within so many lines. The labels stand in a column of their own."""

    DEFAULT_CSS = "LabelledLines { height: auto; padding: 0 1; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: tuple[Labelled, ...] = ()
        self._most = 3

    def tell(self, rows: Sequence[Labelled], most: int) -> None:
        """Show these rows in at most `most` lines; each has at least one."""
        self._rows, self._most = tuple(rows), most
        self._lay()

    def on_resize(self) -> None:
        self._lay()

    def _lay(self) -> None:
        width = min(WIDEST, self.content_size.width or self.app.size.width - 2)
        column = 2 + max((Content(row.label).cell_length for row in self._rows), default=0)
        column = min(max(column, LABELS), width // 2)
        lines: list[Content] = []
        for i, row in enumerate(self._rows):
            label = short(Content.styled(row.label, "$text-muted"), column - 2)
            head = label.pad_right(column - label.cell_length)
            room = self._most - len(lines) - (len(self._rows) - i - 1)
            lines += cut(hanging(head, row.text, width), max(1, room), width)
        self.styles.height = len(lines)  # an auto height that changes while the screen is laid out is not seen
        self.show(Content("\n").join(lines))
