"""Text that is written anew for every width."""

from collections.abc import Callable

from textual.content import Content

from intervisie_tui.tui.widgets.plain import Plain

_NARROWEST = 40


class Fitted(Plain):
    """Shows what `write` gives for the columns that there are."""

    def __init__(self, write: Callable[[int], Content], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._write = write

    def on_resize(self) -> None:
        self.rewrite()

    def rewrite(self) -> None:
        """Write it for the width that it has."""
        if self.content_size.width:
            self.show(self._write(max(_NARROWEST, self.content_size.width)))
