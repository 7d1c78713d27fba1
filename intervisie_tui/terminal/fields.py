"""Fields to type in whose keys stay in order and whose paste is whole: to derive the product's own from."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.reactive import Reactive, reactive
from textual.widget import Widget
from textual.widgets import Input, TextArea

from intervisie_tui.terminal.typed_in import TypedIn


async def do_own_key(field: Widget, event: Key) -> None:
    """Let a field do its editing keys itself, as it does its letters, instead of by way of the app.

    Only bindings to actions of the field itself; those of the screen or the app ("screen.next") bubble as always.
    """
    if event.is_printable:
        return
    for binding in field._bindings.key_to_bindings.get(event.key, ()):
        own = "." not in binding.action.partition("(")[0]
        if own and not binding.priority and await field.app.run_action(binding.action, field):
            event.stop()
            event.prevent_default()
            return


def _hidden(keys: str, action: str) -> Binding:
    return Binding(keys, action, show=False)


class OrderedInput(Input, TypedIn, inherit_bindings=False):
    """One line. Posts `Input.Changed` and `Input.Submitted`; a paste is put in whole, line ends as blanks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _hidden("left", "cursor_left"),
        _hidden("right", "cursor_right"),
        _hidden("ctrl+left", "cursor_left_word"),
        _hidden("ctrl+right", "cursor_right_word"),
        _hidden("home,ctrl+a", "home"),
        _hidden("end,ctrl+e", "end"),
        _hidden("shift+left", "cursor_left(True)"),
        _hidden("shift+right", "cursor_right(True)"),
        _hidden("shift+home", "home(True)"),
        _hidden("shift+end", "end(True)"),
        _hidden("backspace", "delete_left"),
        _hidden("delete,ctrl+d", "delete_right"),
        _hidden("ctrl+w", "delete_left_word"),
        _hidden("ctrl+u", "delete_left_all"),
        _hidden("ctrl+k", "delete_right_all"),
        _hidden("ctrl+x", "cut"),
        _hidden("ctrl+c", "copy"),
        _hidden("ctrl+v", "paste"),
        _hidden("enter", "submit"),
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


class OrderedTextArea(TextArea, TypedIn, inherit_bindings=False):
    """More lines. Enter starts a new one, unless a subclass binds that key; Page Up and Page Down bubble."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _hidden("up", "cursor_up"),
        _hidden("down", "cursor_down"),
        _hidden("left", "cursor_left"),
        _hidden("right", "cursor_right"),
        _hidden("ctrl+left", "cursor_word_left"),
        _hidden("ctrl+right", "cursor_word_right"),
        _hidden("home,ctrl+a", "cursor_line_start"),
        _hidden("end,ctrl+e", "cursor_line_end"),
        _hidden("shift+up", "cursor_up(True)"),
        _hidden("shift+down", "cursor_down(True)"),
        _hidden("shift+left", "cursor_left(True)"),
        _hidden("shift+right", "cursor_right(True)"),
        _hidden("shift+home", "cursor_line_start(True)"),
        _hidden("shift+end", "cursor_line_end(True)"),
        _hidden("backspace", "delete_left"),
        _hidden("delete,ctrl+d", "delete_right"),
        _hidden("ctrl+w", "delete_word_left"),
        _hidden("ctrl+u", "delete_to_start_of_line"),
        _hidden("ctrl+k", "delete_to_end_of_line_or_delete_line"),
        _hidden("ctrl+x", "cut"),
        _hidden("ctrl+c", "copy"),
        _hidden("ctrl+v", "paste"),
        _hidden("ctrl+z", "undo"),
        _hidden("ctrl+y", "redo"),
    ]

    cursor_blink: Reactive[bool] = reactive(False, init=False)

    def on_unmount(self) -> None:
        """Let go of the app, whose theme this field watches: or all that was typed here would be kept as long as it."""
        watchers: dict[str, list[tuple[object, object]]] = getattr(self.app, "__watchers", {})
        watchers["theme"] = [(who, what) for who, what in watchers.get("theme", ()) if who is not self]

    async def _on_key(self, event: Key) -> None:
        await do_own_key(self, event)

    def _on_resize(self) -> None:  # Textual calls the stock field's own after this one, which wraps the text anew
        self.refresh()  # lines that were painted for the old width would stay as they were
