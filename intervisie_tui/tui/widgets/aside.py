"""What is said in the room and written down by nobody: a quiet strip of a few lines, the newest last."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.widgets.labelled import WIDEST, Labelled, label_column
from intervisie_tui.tui.widgets.laid import Laid
from intervisie_tui.tui.widgets.lines import cut, hanging

ROWS = ((36, 5), (28, 3), (0, 2))
"""Lines of the strip by the rows that a screen has at least. They stay the same, so that nothing else moves."""


class Aside(Laid):
    """Shows the newest words whole where there is room, and what came before them above; the words have the names."""

    DEFAULT_CSS = """
    Aside {
        padding: 0 1; border-top: solid $border-blurred;
        border-title-color: $text-muted; border-title-align: left;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.border_title = Content(_("in de ruimte"))
        self._rows: tuple[Labelled, ...] = ()

    def tell(self, rows: Sequence[Labelled]) -> None:
        """Show these words, the newest last."""
        self._rows = tuple(rows)
        self.rewrite()

    def written(self, width: int, height: int) -> list[Content]:
        most = next(lines for rows, lines in ROWS if self.app.size.height >= rows)
        width = min(WIDEST, width)
        column = label_column(self._rows, width // 3)
        lines: list[Content] = []
        for i, row in enumerate(reversed(self._rows)):
            label = Content.styled(row.label, STRONG if i == 0 else MUTED).truncate(column - 2, ellipsis=True)
            said = row.text if i == 0 else row.text.stylize(MUTED)
            block = hanging(label.pad_right(column - label.cell_length), said, width)
            if lines and len(lines) + len(block) > most:
                break
            lines = [*cut(block, most, width), *lines]
        return [*lines, *[Content("")] * (most - len(lines))]
