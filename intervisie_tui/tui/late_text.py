"""Running late, as a table: what each step that is left gets now, and in each of the ways to make up for it.

Plain functions of figures; what the ways are is for `meeting.reflow`.
"""

from collections.abc import Sequence

from msgspec import Struct
from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.widgets.lines import short

_COLUMN = 8
"""Columns of a figure: up to 240:00, with a blank before it."""


class Column(Struct, frozen=True):
    """One way: its head, when the meeting then ends, and seconds per step; None where the step is left out."""

    head: str
    end: str
    seconds: tuple[int | None, ...]


def table(titles: Sequence[str], columns: Sequence[Column], width: int) -> Content:
    """A line a step, a column a way; what differs from the first column (as it is now) stands out."""
    side = width - _COLUMN * len(columns)
    lines = [_line(Content(""), [Content.styled(column.head, STRONG) for column in columns], side)]
    for i, title in enumerate(titles):
        now = columns[0].seconds[i]
        figures = [
            Content.styled(figure(column.seconds[i]), MUTED if column.seconds[i] == now else STRONG)
            for column in columns
        ]
        lines.append(_line(Content(title), figures, side))
    lines.append(_line(Content.styled(_("einde"), STRONG), [Content(column.end) for column in columns], side))
    return Content("\n").join(lines)


def figure(seconds: int | None) -> str:
    """Minutes and seconds; a dash for a step that is left out."""
    if seconds is None:
        return "–"
    return f"{seconds // 60}:{seconds % 60:02}"


def _line(title: Content, figures: Sequence[Content], side: int) -> Content:
    own = short(title, side - 1)
    line = own + Content(" " * (side - own.cell_length))
    for one in figures:
        line += Content(" " * (_COLUMN - one.cell_length)) + one
    return line
