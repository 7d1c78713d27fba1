"""Text on the screen: never markup, and painted only when it changes."""

from textual.content import Content
from textual.widgets import Static


class Plain(Static):
    """A `Static` for one's own and for other people's words alike."""

    def __init__(self, text: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:
        self._shown = Content(text) if isinstance(text, str) else text
        super().__init__(self._shown, id=id, classes=classes, markup=False)

    def show(self, text: str | Content) -> None:
        """Show this instead."""
        new = Content(text) if isinstance(text, str) else text
        if not _same(new, self._shown):
            self._shown = new
            self.update(new)


def _same(one: Content, other: Content) -> bool:
    return one.plain == other.plain and one.spans == other.spans
