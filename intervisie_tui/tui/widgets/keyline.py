"""The line that says which keys work now: as many as fit, the rest under ?."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.tui.widgets.plain import Plain


class KeyLine(Plain):
    """Keys and what they do. Those that come first matter most; what does not fit is left out."""

    DEFAULT_CSS = "KeyLine { height: 1; padding: 0 1; background: $panel; color: $foreground; }"

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str], ...] = ()

    def tell(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys with their labels; the last one always stays."""
        self._keys = tuple(keys)
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        if not self._keys:
            return
        *first, last = self._keys
        room = self.content_size.width - _width(last)
        shown = []
        for pair in first:
            room -= _width(pair) + 2
            if room < 0:
                break
            shown.append(pair)
        self.show(
            Content("  ").join(Content.assemble((key, "bold $accent"), f" {label}") for key, label in [*shown, last])
        )


def _width(pair: tuple[str, str]) -> int:
    return len(pair[0]) + 1 + len(pair[1])
