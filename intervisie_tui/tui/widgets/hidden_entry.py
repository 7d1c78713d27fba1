"""The field to type in that shows dots."""

from textual import events

from intervisie_tui.terminal.line_field import OrderedInput
from intervisie_tui.tui.widgets.entry import Entered, Stepped


class HiddenEntry(OrderedInput):
    """Text that shows as dots: for silent writing on a shared screen."""

    DEFAULT_CSS = """
    HiddenEntry {
        width: 1fr; max-width: 84; height: 1; padding: 0 1; border: none; background: $surface;
        &:focus { border: none; background: $panel; }
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__(text, password=True, compact=True, select_on_focus=False)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(Entered(self))
        elif event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self.post_message(Stepped(self, -1 if event.key == "up" else 1))
        else:
            await super()._on_key(event)

    @property
    def written(self) -> str:
        """What stands in the field."""
        return self.value

    def put(self, text: str) -> None:
        """Let this stand in the field, the cursor behind it."""
        if text != self.value:
            self.value = text
            self.cursor_position = len(text)

    def forget(self) -> None:
        """From here on it is another field; this one remembers nothing anyway."""

    def action_cut(self) -> None:
        """What is hidden does not leave the field by way of the clipboard."""

    def action_copy(self) -> None:
        """As with cutting: it could be pasted where everybody reads it."""
