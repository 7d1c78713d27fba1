"""A field of one line, as those in `fields`; apart from them, since few screens have one."""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, Paste
from textual.reactive import Reactive, reactive
from textual.widgets import Input

from intervisie_tui.terminal.fields import do_own_key, own
from intervisie_tui.terminal.typed_in import TypedIn


class OrderedInput(Input, TypedIn, inherit_bindings=False):
    """One line. Posts `Input.Changed` and `Input.Submitted`; a paste is put in whole, line ends as blanks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        own("left", "cursor_left"),
        own("right", "cursor_right"),
        own("ctrl+left", "cursor_left_word"),
        own("ctrl+right", "cursor_right_word"),
        own("home,ctrl+a", "home"),
        own("end,ctrl+e", "end"),
        own("shift+left", "cursor_left(True)"),
        own("shift+right", "cursor_right(True)"),
        own("shift+home", "home(True)"),
        own("shift+end", "end(True)"),
        own("backspace", "delete_left"),
        own("delete,ctrl+d", "delete_right"),
        own("ctrl+w", "delete_left_word"),
        own("ctrl+u", "delete_left_all"),
        own("ctrl+k", "delete_right_all"),
        own("ctrl+x", "cut"),
        own("ctrl+c", "copy"),
        own("ctrl+v", "paste"),
        own("enter", "submit"),
    ]

    cursor_blink: Reactive[bool] = reactive(False, init=False)  # a blink is traffic, and hides a dead line from sshd

    def on_mount(self) -> None:
        self.select_on_focus = False  # else the first letter typed replaces what stood there

    async def _on_key(self, event: Key) -> None:  # Textual calls the stock field's own after this one
        await do_own_key(self, event)

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()  # the stock field keeps the first line only
        self.replace(self._fitting(event.text.strip("\n").replace("\n", " ")), *self.selection)

    def _fitting(self, text: str) -> str:
        """As much as there is room for; the stock field refuses all of a text that is too long."""
        if not self.max_length:
            return text
        return text[: max(0, self.max_length - len(self.value) + len(self.selected_text))]
