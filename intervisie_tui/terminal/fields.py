"""A field of more lines whose keys stay in order and whose paste is whole: to derive the product's own from."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.geometry import Region
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea

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


def own(keys: str, action: str) -> Binding:
    """A key of a field's own, which the key line does not show."""
    return Binding(keys, action, show=False)


class OrderedTextArea(TextArea, TypedIn, inherit_bindings=False):
    """More lines. Enter starts a new one, unless a subclass binds that key; Page Up and Page Down bubble."""

    BINDINGS: ClassVar[list[BindingType]] = [
        own("up", "cursor_up"),
        own("down", "cursor_down"),
        own("left", "cursor_left"),
        own("right", "cursor_right"),
        own("ctrl+left", "cursor_word_left"),
        own("ctrl+right", "cursor_word_right"),
        own("home,ctrl+a", "cursor_line_start"),
        own("end,ctrl+e", "cursor_line_end"),
        own("shift+up", "cursor_up(True)"),
        own("shift+down", "cursor_down(True)"),
        own("shift+left", "cursor_left(True)"),
        own("shift+right", "cursor_right(True)"),
        own("shift+home", "cursor_line_start(True)"),
        own("shift+end", "cursor_line_end(True)"),
        own("backspace", "delete_left"),
        own("delete,ctrl+d", "delete_right"),
        own("ctrl+w", "delete_word_left"),
        own("ctrl+u", "delete_to_start_of_line"),
        own("ctrl+k", "delete_to_end_of_line_or_delete_line"),
        own("ctrl+x", "cut"),
        own("ctrl+c", "copy"),
        own("ctrl+v", "paste"),
        own("ctrl+z", "undo"),
        own("ctrl+y", "redo"),
    ]

    cursor_blink: Reactive[bool] = reactive(False, init=False)
    _drawn_in: object = None  # the theme whose styles were looked up, as long as they hold

    def notify_style_update(self) -> None:
        """Other colours, or the keys came or went."""
        self._drawn_in = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Without looking up all styles once more for each letter, as the stock field does."""
        if self._drawn_in is self._theme:
            return super(TextArea, self).render_lines(crop)
        self._drawn_in = self._theme
        return super().render_lines(crop)

    def on_unmount(self) -> None:
        """Let go of the app, whose theme this field watches: or all that was typed here would be kept as long as it."""
        watchers: dict[str, list[tuple[object, object]]] = getattr(self.app, "__watchers", {})
        watchers["theme"] = [(who, what) for who, what in watchers.get("theme", ()) if who is not self]

    async def _on_key(self, event: Key) -> None:
        await do_own_key(self, event)

    def _on_resize(self) -> None:  # Textual calls the stock field's own after this one, which wraps the text anew
        self.refresh()  # lines that were painted for the old width would stay as they were
