"""The line above the keys: what there is to say, or the hint of the field; and whether the disk has it all."""

from textual.content import Content

from intervisie_tui.tui.row import MUTED
from intervisie_tui.tui.widgets.labelled import WIDEST
from intervisie_tui.tui.widgets.laid import Laid
from intervisie_tui.tui.widgets.lines import cut

_SAVED = 16  # columns at the right, for whether it has been saved
_APART = 2
_MOST_TROUBLE = 4
_MOST_HINT = 2


class Foot(Laid):
    """A message goes before the hint and takes the lines it needs. Trouble with the disk has lines of its own."""

    DEFAULT_CSS = "Foot { padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._message = self._hint = self._saved = self._trouble = ""

    def say(self, message: str) -> None:
        """Show this until something else is to be said; with nothing to say the hint is there again."""
        self._message = message
        self.rewrite()

    def hint(self, text: str) -> None:
        """What the field is for, in at most two lines."""
        self._hint = text
        self.rewrite()

    def saved(self, text: str, trouble: bool) -> None:
        """How saving stands, in words."""
        self._saved, self._trouble = ("", text) if trouble else (text, "")
        self.rewrite()

    def written(self, width: int, height: int) -> list[Content]:
        right = Content.styled(self._saved, MUTED).wrap(_SAVED - _APART) if self._saved else []
        beside = max((line.cell_length for line in right), default=0)
        if self._message:
            left = Content.styled(self._message, "bold $warning").wrap(min(WIDEST, width - beside - _APART))
        else:
            room = width - _SAVED  # always as wide, so that it stays as it is when what is beside it changes
            left = cut(Content.styled(self._hint, MUTED).wrap(room), _MOST_HINT, room)
        lines = cut(_reversed(self._trouble, width), _MOST_TROUBLE, width)
        for y in range(max(1, len(left), len(right))):
            line = left[y] if y < len(left) else Content("")
            if y < len(right):
                line = line.pad_right(width - beside - line.cell_length) + right[y]
            lines.append(line)
        return lines


def _reversed(text: str, width: int) -> list[Content]:
    lines = Content.styled(text, "bold reverse $error").wrap(width) if text else []
    return [line.extend_right(width - line.cell_length) for line in lines]
