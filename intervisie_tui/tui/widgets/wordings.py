"""The ready wordings of the field that has the keys, each behind its figure."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.tui.sheets.base import MUTED
from intervisie_tui.tui.widgets.lines import hanging
from intervisie_tui.tui.widgets.plain import Plain
from intervisie_tui.tui.widgets.ready import MOST

_APART = 3  # columns between two wordings that stand in one line


class Wordings(Plain):
    """On one line where they fit, else one below the other; nothing at all where there are none."""

    DEFAULT_CSS = "Wordings { height: auto; max-width: 84; padding: 0 1; display: none; }"

    def __init__(self) -> None:
        super().__init__()
        self._wordings: tuple[str, ...] = ()

    def tell(self, wordings: Sequence[str]) -> None:
        """Show these."""
        self._wordings = tuple(wordings)
        self.display = bool(self._wordings)
        self._lay()

    def on_resize(self) -> None:
        self._lay()

    def _lay(self) -> None:
        width = self.content_size.width
        if not width or not self._wordings:
            return
        lines = laid_out(self._wordings, width)
        self.styles.height = len(lines)  # an auto height that changes while the screen is laid out is not seen
        self.show(Content("\n").join(lines))


def laid_out(wordings: Sequence[str], width: int) -> list[Content]:
    """The wordings behind their figures, in as few lines of this width as are easy to read."""
    numbered = [
        (Content.styled(f"{i} " if i <= MOST else "· ", "bold $accent"), Content(" ".join(text.split())))
        for i, text in enumerate(wordings, 1)
    ]
    own = Content.styled(_("of typ zelf"), MUTED)
    one_line = Content(" " * _APART).join([*(figure + text for figure, text in numbered), own])
    if one_line.cell_length <= width:
        return [one_line]
    return [*(line for figure, text in numbered for line in hanging(figure, text, width)), own]
