"""Text that whoever shows it has laid out in lines: nothing of it is wrapped, and only lines that change are drawn."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


class Laid(Widget):
    """Lines of text, never markup. A subclass says what they are in `written`, for the columns that there are.

    Where `GROWS`, it is as high as its lines; before it has been laid out it counts on the width that its styles give
    it on this screen, so that the first layout is mostly right.
    """

    GROWS = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: tuple[Content, ...] = ()
        self._high = -1  # rows that were asked for, with what stands around the lines
        self._strips: dict[int, Strip] = {}  # lines as they were drawn, by row

    def written(self, width: int, height: int) -> Sequence[Content]:
        """The lines for so many columns, and where it does not grow for so many rows."""
        raise NotImplementedError

    @property
    def columns(self) -> int:
        """Columns for text."""
        if self.content_size.width:
            return self.content_size.width
        own = [int(of.value) for of in (self.styles.width, self.styles.max_width) if of is not None and of.is_cells]
        return min([self.app.size.width, *own]) - self.styles.gutter.width

    def rewrite(self) -> None:
        """Show what there is to say now."""
        before, self.lines = self.lines, tuple(self.written(self.columns, self.content_size.height))
        if self.GROWS:
            # An automatic height that changes while the screen is laid out is not seen.
            high = len(self.lines) + self.styles.gutter.height
            if high != self._high:
                self.styles.height = self._high = high
        rows = max(len(before), len(self.lines))
        changed = [y for y in range(rows) if not _same(before[y : y + 1], self.lines[y : y + 1])]
        for y in changed:
            self._strips.pop(y, None)
        if changed:
            self.refresh(*(Region(0, y, self.columns, 1) for y in changed))

    def on_resize(self) -> None:
        self._strips.clear()
        self.rewrite()

    def notify_style_update(self) -> None:
        """Other colours."""
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._drawn(self.lines[y] if y < len(self.lines) else Content(""))
        return strip

    def _drawn(self, line: Content) -> Strip:
        width, style = self.content_size.width, self.visual_style
        strips = Visual.to_strips(self, line, width, 1, style) if line else []
        return (strips[0] if strips else Strip([])).adjust_cell_length(width, style.rich_style)


def _same(one: Sequence[Content], other: Sequence[Content]) -> bool:
    return len(one) == len(other) and all(
        a.plain == b.plain and a.spans == b.spans for a, b in zip(one, other, strict=True)
    )
