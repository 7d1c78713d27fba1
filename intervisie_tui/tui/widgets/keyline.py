"""The line that says which keys work now: as many as fit, the rest under ?."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from intervisie_tui.tui.widgets.laid import Laid

GAP = 2
TWO_LINES_FROM = 24
"""Rows of a screen from which the keys may take two lines."""


class KeyLine(Laid):
    """Keys and what they do, on as many lines as the screen can spare. The first matter most; the last always stays."""

    DEFAULT_CSS = "KeyLine { padding: 0 1; background: $panel; color: $foreground; }"

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str], ...] = ()

    def tell(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys with their labels."""
        self._keys = tuple(keys)
        self.rewrite()

    def written(self, width: int, height: int) -> list[Content]:
        if not self._keys:
            return [Content("")]
        most = 2 if self.app.size.height >= TWO_LINES_FROM else 1
        *first, last = self._keys
        lines: list[list[tuple[str, str]]] = [[]]
        for pair in first:
            if _width([*lines[-1], pair]) > width - (_width([last]) + GAP if len(lines) == most else 0):
                if len(lines) == most:
                    break
                lines.append([])
            lines[-1].append(pair)
        if len(lines) < most and _width([*lines[-1], last]) > width:
            lines.append([])
        lines[-1].append(last)
        return [_drawn(line) for line in lines]


def _drawn(line: Sequence[tuple[str, str]]) -> Content:
    return Content(" " * GAP).join(Content.assemble((key, "bold $accent"), f" {label}") for key, label in line)


def _width(line: Sequence[tuple[str, str]]) -> int:
    return sum(cell_len(key) + 1 + cell_len(label) for key, label in line) + GAP * (len(line) - 1)
