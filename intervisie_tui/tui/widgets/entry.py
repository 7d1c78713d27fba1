"""The field to type in that everybody may read; the one that shows dots is in `hidden_entry`."""

from textual import events
from textual.message import Message
from textual.widget import Widget

from intervisie_tui.terminal.fields import OrderedTextArea
from intervisie_tui.tui.widgets.ready import Ready


class Entered(Message):
    """Enter was pressed in a field."""

    def __init__(self, entry: Widget) -> None:
        super().__init__()
        self.entry = entry


class Stepped(Message):
    """The cursor wants to leave a field upwards (-1) or downwards (1)."""

    def __init__(self, entry: Widget, by: int) -> None:
        super().__init__()
        self.entry = entry
        self.by = by


class Entry(OrderedTextArea):
    """Text that wraps and grows to a few lines. Enter enters it; a pasted line end stays."""

    DEFAULT_CSS = """
    Entry {
        width: 1fr; max-width: 84; height: auto; max-height: 4; min-height: 1;
        padding: 0 1; border: none; background: $surface;
        & .text-area--cursor-line { background: transparent; }
        &:focus { border: none; background: $panel; }
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__(text, highlight_cursor_line=False)
        self.ready = Ready()
        self.move_cursor(self.document.end)  # what was half-typed is typed on, also in a field that is made anew

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(Entered(self))
        elif event.key in ("up", "down") and self._at_edge(event.key):
            event.stop()
            event.prevent_default()
            self.post_message(Stepped(self, -1 if event.key == "up" else 1))
        elif (chosen := self._chosen(event)) is not None:
            event.stop()
            event.prevent_default()
            self.put(chosen)
        else:
            await super()._on_key(event)

    def _chosen(self, event: events.Key) -> str | None:
        """What stands here once this key has taken a ready wording, or has proved to be text after all."""
        at_end = self.cursor_location == self.document.end and self.selection.is_empty
        return self.ready.answer(self.text, event.key, event.character if event.is_printable else None, at_end)

    def _at_edge(self, key: str) -> bool:
        return (
            self.navigator.is_first_wrapped_line(self.cursor_location)
            if key == "up"
            else (self.navigator.is_last_wrapped_line(self.cursor_location))
        )

    @property
    def written(self) -> str:
        """What stands in the field."""
        return self.text

    def put(self, text: str) -> None:
        """Let this stand in the field, the cursor behind it."""
        if text != self.text:
            self.load_text(text)
            self.move_cursor(self.document.end)

    def forget(self) -> None:
        """From here on it is another field: nothing typed before can be brought back by undoing."""
        self.history.clear()
