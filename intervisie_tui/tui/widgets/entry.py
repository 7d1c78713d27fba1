"""The field to type in, for everybody to read or as dots."""

from textual import events
from textual.message import Message

from intervisie_tui.terminal.field import Field
from intervisie_tui.tui.widgets.ready import Ready


class Entered(Message):
    """Enter was pressed in a field."""

    def __init__(self, entry: "Entry") -> None:
        super().__init__()
        self.entry = entry


class Stepped(Message):
    """The cursor wants to leave a field upwards (-1) or downwards (1)."""

    def __init__(self, entry: "Entry", by: int) -> None:
        super().__init__()
        self.entry = entry
        self.by = by


class Entry(Field):
    """Text that wraps and grows to a few lines, or is hidden. Enter enters it; a pasted line end stays."""

    DEFAULT_CSS = """
    Entry {
        width: 1fr; max-width: 84; height: auto; max-height: 4; min-height: 1; padding: 0 1; background: $surface;
        &:focus { background: $panel; }
    }
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.ready = Ready()

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            self.post_message(Entered(self))
        elif event.key in ("up", "down") and self._at_edge(event.key):
            self.post_message(Stepped(self, -1 if event.key == "up" else 1))
        elif (chosen := self._chosen(event)) is not None:
            self.put(chosen)
        else:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()

    def _chosen(self, event: events.Key) -> str | None:
        """What stands here once this key has taken a ready wording, or has proved to be text after all."""
        at_end = not self.typed.selected and self.typed.cursor == len(self.text)
        return self.ready.answer(self.text, event.key, event.character if event.is_printable else None, at_end)

    def _at_edge(self, key: str) -> bool:
        return self.rows.of(self.typed.cursor) == (0 if key == "up" else len(self.rows) - 1)

    @property
    def written(self) -> str:
        """What stands in the field."""
        return self.text
