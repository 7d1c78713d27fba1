"""The ready wordings of the field that has the keys, each behind its figure."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.tui.row import MUTED
from intervisie_tui.tui.widgets.laid import Laid
from intervisie_tui.tui.widgets.lines import hanging
from intervisie_tui.tui.widgets.ready import MOST

_APART = 3  # columns between two wordings that stand in one line
_SHORT = 24  # columns of a wording that may stand beside others


class Wordings(Laid):
    """In as few lines as are easy to read; nothing at all where there are none."""

    DEFAULT_CSS = "Wordings { max-width: 84; padding: 0 1 0 4; display: none; }"

    def __init__(self) -> None:
        super().__init__()
        self._wordings: tuple[str, ...] = ()
        self._own_words = True

    def tell(self, wordings: Sequence[str], own_words: bool = True) -> None:
        """Show these. `own_words`: others may be typed as well."""
        self._wordings, self._own_words = tuple(wordings), own_words
        self.display = bool(self._wordings)
        self.rewrite()

    def written(self, width: int, height: int) -> list[Content]:
        return laid_out(self._wordings, width, self._own_words) if self._wordings else []


def laid_out(wordings: Sequence[str], width: int, own_words: bool = True) -> list[Content]:
    """The wordings behind their figures: short ones side by side, else each on lines of its own."""
    numbered = [
        (Content.styled(f"{i} " if i <= MOST else "· ", "bold $accent"), Content(" ".join(text.split())))
        for i, text in enumerate(wordings, 1)
    ]
    own = [Content.styled(_("of typ zelf"), MUTED)] if own_words else []
    pieces = [*(figure + text for figure, text in numbered), *own]
    if all(piece.cell_length <= _SHORT for piece in pieces):
        return _side_by_side(pieces, width)
    lines = [line for figure, text in numbered for line in hanging(figure, text, width)]
    return [*lines[:-1], *_side_by_side([lines[-1], *own], width)]


def _side_by_side(pieces: Sequence[Content], width: int) -> list[Content]:
    lines = [pieces[0]]
    for piece in pieces[1:]:
        if lines[-1].cell_length + _APART + piece.cell_length <= width:
            lines[-1] += Content(" " * _APART) + piece
        else:
            lines.append(piece)
    return lines
