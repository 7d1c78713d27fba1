"""Text that whoever shows it has laid out in lines: nothing of it is wrapped, and only lines that change are drawn."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from intervisie_tui.tui.row import style_of


class Laid(Widget):
    """Lines of text, never markup. A subclass says what they are in `written`, for the room that there is.

    It is as high as its lines, unless its styles give it a height of its own.
    """

    DEFAULT_CSS = "Laid { height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: tuple[Content, ...] = ()
        self._room: tuple[int, int, Size] | None = None  # for which they were written: columns, rows, the screen
        self._strips: dict[int, Strip] = {}  # lines as they were drawn, by row

    def written(self, width: int, height: int) -> Sequence[Content]:
        """The lines for so many columns; `height` is 0 where it is as high as they are, else the rows there are."""
        raise NotImplementedError

    def rewrite(self) -> None:
        """Show what there is to say now."""
        if self._room is None:  # it is written as soon as it is asked how high it is, or drawn
            return
        before = self.lines
        self._write(*self._room)
        rows = max(len(before), len(self.lines))
        changed = [y for y in range(rows) if not _same(before[y : y + 1], self.lines[y : y + 1])]
        for y in changed:
            self._strips.pop(y, None)
        if len(before) != len(self.lines) and self.styles.is_auto_height:
            self.refresh(layout=True)
        elif changed:
            self.refresh(*(Region(0, y, self.content_size.width, 1) for y in changed))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows, of which there are as many as lines."""
        self._fit(width, 0)
        return len(self.lines)

    def notify_style_update(self) -> None:
        """Other colours."""
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, height = self.content_size
        self._fit(width, 0 if self.styles.is_auto_height else height)
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._drawn(self.lines[y] if y < len(self.lines) else Content(""))
        return strip

    def _fit(self, width: int, height: int) -> None:
        """Write it anew where there is other room than it was written for."""
        if self._room != (room := (width, height, self.app.size)):
            self._write(*room)
            self._strips.clear()

    def _write(self, width: int, height: int, screen: Size) -> None:
        self._room = width, height, screen
        self.lines = tuple(self.written(width, height)) if width > 0 else ()

    def _drawn(self, line: Content) -> Strip:
        style = self.visual_style  # not by Visual.to_strips, which marks each piece for selecting with a mouse
        colours = self.app.theme_variables
        pieces = line.render(style, end="", parse_style=lambda words: style_of(words, colours))
        strip = Strip([Segment(text, look.rich_style) for text, look in pieces], line.cell_length)
        return strip.adjust_cell_length(self.content_size.width, style.rich_style)


def _same(one: Sequence[Content], other: Sequence[Content]) -> bool:
    return len(one) == len(other) and all(
        a.plain == b.plain and a.spans == b.spans for a, b in zip(one, other, strict=True)
    )
