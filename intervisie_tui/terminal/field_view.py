"""What is seen of a field: its rows, what is selected, the cursor; and how high it is.

Only rows that have changed are drawn, and a layout is asked for only when the field needs another height.
"""

from itertools import zip_longest

from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from intervisie_tui.terminal.field_look import Look, dots, strip_of
from intervisie_tui.terminal.wrapping import Rows, in_one_row, wrapped
from intervisie_tui.terminal.written import Written

_CURSOR = 1
"""Columns behind each row, for the cursor."""


class FieldView(ScrollView):
    """As high as its rows where its height is auto, within `min-height` and `max-height`; what is more, scrolls."""

    def __init__(self, typed: Written, id: str | None = None) -> None:
        super().__init__(id=id)
        self.typed = typed
        self.rows = in_one_row(typed.text)
        self._whole = self._beside_bar = self.rows  # as it wraps without a scrollbar and with one
        self._hidden = False
        self._left = 0  # dots that are out of sight to the left
        self._looks: list[Look] = []  # of the rows in sight
        self._laid_out = True

    @property
    def hidden(self) -> bool:
        """Whether it shows dots, in one row, instead of what is typed."""
        return self._hidden

    @hidden.setter
    def hidden(self, on: bool) -> None:
        if on != self._hidden:
            self._hidden = on
            self._left = 0
            self._wrap(self.container_size)
            self._lay_out()

    def show(self, typed: Written) -> None:
        """Let this be seen."""
        changed, self.typed = typed.text != self.typed.text, typed
        if changed:
            before, room = len(self._whole), self.container_size
            self._wrap(room)
            if self._calls_for_layout(before, room.height):
                self._lay_out()
            elif self._fit(room):
                self._scroll_update(self.virtual_size)
        if self._laid_out:
            self._draw()
        else:
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many rows there are at this width."""
        return len(self._wrapped(width))

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        # Called after each layout, before anything is drawn by it.
        room = size - self.styles.gutter.totals
        self._wrap(room)
        self._fit(room)
        all_of_it = size != self.outer_size or not self._laid_out  # is to be drawn, and will be
        self._laid_out = True
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        self._draw(all_of_it)
        return changed

    def _wrap(self, room: Size) -> None:
        self.rows = self._whole = self._wrapped(room.width)

    def _wrapped(self, width: int) -> Rows:
        if self._hidden or width <= 0:
            return in_one_row(self.typed.text)
        return wrapped(self.typed.text, width - _CURSOR, self._whole)

    def _fit(self, room: Size) -> bool:
        """Leave room for the scrollbar where there is to be one; whether there are more rows now, or fewer."""
        if len(self._whole) > room.height > 0:
            width = room.width - _CURSOR - self.styles.scrollbar_size_vertical
            self.rows = wrapped(self.typed.text, width, self._beside_bar)
        self._beside_bar = self.rows  # nothing of a longer text is kept
        size = Size(0, len(self.rows))
        changed = size != self.virtual_size
        self.set_reactive(Widget.virtual_size, size)  # set as it is usually, it would ask for a layout
        return changed

    def _calls_for_layout(self, before: int, height: int) -> bool:
        """Whether another number of rows than before makes for another height than this."""
        if not self.styles.is_auto_height:
            return False
        full = before > height and len(self._whole) > height
        return not self._laid_out or (len(self._whole) != before and not full)

    def _lay_out(self) -> None:
        if self.is_mounted:
            self._laid_out = False
            self.refresh(layout=True)

    def _draw(self, drawn: bool = False) -> None:
        """Bring the cursor in sight, and draw the rows that look otherwise now, unless they are drawn anyway."""
        width, height = self.container_size
        if not width:
            return
        row, top = self.rows.of(self.typed.cursor), self.scroll_offset.y
        if not top <= row < top + height:
            self.scroll_to(y=row if row < top else row - height + 1, animate=False, force=True)
        looks = [self._look(y) for y in range(height)]
        for y, (look, before) in enumerate(zip_longest(looks, self._looks)):
            if look != before and not drawn:
                self.refresh(Region(0, y, width, 1))
        self._looks = looks
        if self.has_focus:
            self.app.cursor_position = self._cursor()

    def _watch_has_focus(self, _focused: bool) -> None:
        # Textual calls this one besides its own, which styles the field anew.
        self._draw()

    def _cursor(self) -> Offset:
        """Where the cursor is on the screen: the terminal's own goes there, for input methods."""
        row = self.rows.of(self.typed.cursor)
        column = dots(self.typed).cursor - self._left if self._hidden else self.rows.column(self.typed.cursor)
        return self.content_region.offset + Offset(column, row - self.scroll_offset.y)

    def _look(self, y: int) -> Look:
        if self._hidden:
            return self._look_hidden() if y == 0 else Look()
        row = y + self.scroll_offset.y
        if row >= len(self.rows):
            return Look()
        typed, start, end = self.typed, self.rows.starts[row], self.rows.end(row)
        first, last = (min(max(at, start), end) - start for at in (typed.first, typed.last))
        if start == end and typed.first <= start < typed.last:
            last = 1  # a row with nothing in it shows as well that it is selected
        here = self.has_focus and self.rows.of(typed.cursor) == row
        return Look(self.rows.row(row), first, last, typed.cursor - start if here else -1)

    def _look_hidden(self) -> Look:
        """The dots that are in sight."""
        look = dots(self.typed)
        room = self.container_size.width - _CURSOR
        self._left = max(min(self._left, look.cursor), look.cursor - room, 0)
        text = look.text[self._left : self._left + room + _CURSOR]
        first, last = (min(max(at - self._left, 0), len(text)) for at in (look.first, look.last))
        return Look(text, first, last, look.cursor - self._left if self.has_focus else -1)

    def render_line(self, y: int) -> Strip:
        """One of the rows in sight, as wide as it is; what is beside it, Textual fills."""
        return strip_of(self._look(y), self)
