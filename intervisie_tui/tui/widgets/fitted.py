"""Text that is written anew for every width."""

from collections.abc import Callable

from textual.content import Content

from intervisie_tui.tui.widgets.laid import Laid

_NARROWEST = 40


class Fitted(Laid):
    """Shows what `text` gives for the columns that there are. A line that is wider all the same is wrapped."""

    def __init__(self, text: Callable[[int], Content], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = text

    def written(self, width: int, height: int) -> list[Content]:
        return self._text(max(_NARROWEST, width)).wrap(width)
