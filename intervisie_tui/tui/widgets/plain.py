"""Text on the screen: never markup, and painted only when it changes."""

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static


class Plain(Static):
    """A `Static` for one's own and for other people's words alike."""

    def __init__(self, text: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:
        self._shown = Content(text) if isinstance(text, str) else text
        super().__init__(self._shown, id=id, classes=classes, markup=False)

    def show(self, text: str | Content) -> None:
        """Show this instead. The screen is only laid out anew where it needs other room: that is most of the work."""
        new = Content(text) if isinstance(text, str) else text
        old = self._shown
        if not _same(new, old):
            self._shown = new
            self.update(new, layout=_outline(new.plain) != _outline(old.plain))


def _same(one: Content, other: Content) -> bool:
    return one.plain == other.plain and one.spans == other.spans


def _outline(text: str) -> list[list[int]]:
    """The widths of the words of each line: with the same ones, text certainly takes the same room."""
    return [[cell_len(word) for word in line.split(" ")] for line in text.split("\n")]
