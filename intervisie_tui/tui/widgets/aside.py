"""What is said in the room and written down by nobody: a quiet strip of a few lines, the newest last."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.tui.widgets.labelled import LABELS, WIDEST, Labelled
from intervisie_tui.tui.widgets.lines import cut, hanging
from intervisie_tui.tui.widgets.plain import Plain

ROWS = ((36, 5), (28, 3), (0, 2))
"""Lines of the strip by the rows that a screen has at least. They stay the same, so that nothing else moves."""


class Aside(Plain):
    """Shows the newest words whole where there is room, and what came before them above; the words have the names."""

    DEFAULT_CSS = """
    Aside {
        display: none; height: auto; padding: 0 1; border-top: solid $border-blurred;
        border-title-color: $text-muted; border-title-align: left;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.border_title = Content(_("in de ruimte"))
        self._rows: tuple[Labelled, ...] = ()

    def tell(self, rows: Sequence[Labelled]) -> None:
        """Show these words, the newest last."""
        self.display = True
        self._rows = tuple(rows)
        self._lay()

    def on_resize(self) -> None:
        self._lay()

    def _lay(self) -> None:
        most = next(lines for rows, lines in ROWS if self.app.size.height >= rows)
        width = min(WIDEST, self.content_size.width or self.app.size.width - 2)
        column = 2 + max((Content(row.label).cell_length for row in self._rows), default=0)
        column = min(max(column, LABELS), width // 3)
        lines: list[Content] = []
        for i, row in enumerate(reversed(self._rows)):
            label = Content.styled(row.label, "bold" if i == 0 else "$text-muted").truncate(column - 2, ellipsis=True)
            said = row.text if i == 0 else row.text.stylize("$text-muted")
            block = hanging(label.pad_right(column - label.cell_length), said, width)
            if lines and len(lines) + len(block) > most:
                break
            lines = [*cut(block, most, width), *lines]
        self.styles.height = most + 1  # with the border, which counts
        self.show(Content("\n").join(lines))
