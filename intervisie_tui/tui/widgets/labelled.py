"""A few lines with a label before each: who speaks, what stays in sight. What is too long ends in "…"."""

from collections.abc import Sequence

from msgspec import Struct
from textual.content import Content

from intervisie_tui.tui.row import MUTED
from intervisie_tui.tui.widgets.laid import Laid
from intervisie_tui.tui.widgets.lines import cut, hanging, short

WIDEST = 84
"""Columns; a group reads no wider text than this with its label."""
LABELS = 9
"""Columns for the labels, if they do not need more, so that several such widgets stand in one line."""


class Labelled(Struct, frozen=True):
    """A text with its label."""

    label: str
    text: Content


class LabelledLines(Laid):
    """Shows each text behind its label, all within so many lines. The labels stand in a column of their own."""

    DEFAULT_CSS = "LabelledLines { padding: 0 1; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: tuple[Labelled, ...] = ()
        self._most = 3

    def tell(self, rows: Sequence[Labelled], most: int) -> None:
        """Show these rows in at most `most` lines; each has at least one."""
        self._rows, self._most = tuple(rows), most
        self.rewrite()

    def written(self, width: int, height: int) -> list[Content]:
        width = min(WIDEST, width)
        column = label_column(self._rows, width // 2)
        lines: list[Content] = []
        for i, row in enumerate(self._rows):
            label = short(Content.styled(row.label, MUTED), column - 2)
            head = label.pad_right(column - label.cell_length)
            room = self._most - len(lines) - (len(self._rows) - i - 1)
            lines += cut(hanging(head, row.text, width), max(1, room), width)
        return lines


def label_column(rows: Sequence[Labelled], most: int) -> int:
    """Columns for the labels of these rows, with the blanks behind them."""
    column = 2 + max((Content(row.label).cell_length for row in rows), default=0)
    return min(max(column, LABELS), most)
