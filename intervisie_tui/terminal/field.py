"""The field to type in, of one row or more, open or hidden: to derive the product's own from."""

from textual.events import Key, Paste
from textual.message import Message

from intervisie_tui.terminal.field_keys import DELETIONS, MOVES, ONE_BY_ONE
from intervisie_tui.terminal.field_view import FieldView
from intervisie_tui.terminal.history import History
from intervisie_tui.terminal.text import pasted
from intervisie_tui.terminal.typed_in import TypedIn
from intervisie_tui.terminal.written import Written, at_end, insert, line_selected


class Field(FieldView, TypedIn, can_focus=True, inherit_bindings=False):
    """Text that wraps. Enter starts a new line, unless a subclass takes that key; Page Up and Page Down bubble.

    While it is hidden it shows dots, and nothing of it goes to the clipboard.
    """

    class Changed(Message):
        """The text is another one, whether by a key, a paste or the program."""

        def __init__(self, field: "Field") -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> "Field":
            """The field."""
            return self.field

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(at_end(pasted(text)), id=id)
        self._history = History()

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.typed.text

    def put(self, text: str) -> None:
        """Let this stand in it, the cursor behind it. The same text changes nothing."""
        text = pasted(text)
        if text != self.text:
            self.forget()
            self._become(at_end(text))

    def forget(self) -> None:
        """From here on it is another field: nothing typed before can be brought back by undoing."""
        self._history.forget()

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Letters are for this field, whatever is bound to them elsewhere."""
        return character is not None and character.isprintable()

    async def _on_key(self, event: Key) -> None:
        if self._take(event.key, event.character if event.is_printable else None):
            event.stop()
            event.prevent_default()

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self._bring_in(event.text)

    def _take(self, key: str, character: str | None) -> bool:
        """Do what this key does here; whether it does anything."""
        if character is not None:
            self._type(character)
        elif move := MOVES.get(key):
            self._history.pause()
            self._become(move(self.typed, self.rows))
        elif deletion := DELETIONS.get(key):
            self._change(deletion(self.typed, self.rows), key if key in ONE_BY_ONE else "")
        else:
            return self._take_other(key)
        return True

    def _take_other(self, key: str) -> bool:
        match key:
            case "enter":
                self._change(insert(self.typed, "\n"))
            case "ctrl+z":
                self._become(self._history.back(self.typed))
            case "ctrl+y":
                self._become(self._history.forth(self.typed))
            case "ctrl+v":
                self._bring_in(self.app.clipboard)
            case "ctrl+c":
                return self._copy(self.typed)
            case "ctrl+x":
                self._cut()
            case _:
                return False
        return True

    def _type(self, character: str) -> None:
        before = self.text[self.typed.first - 1 : self.typed.first]
        if character.isspace() and not before.isspace():
            self._history.pause()  # undoing takes word after word
        self._change(insert(self.typed, character), "typing")

    def _bring_in(self, text: str) -> None:
        if self.hidden:
            text = text.strip("\n").replace("\n", " ")
        self._change(insert(self.typed, text))

    def _copy(self, chosen: Written) -> bool:
        """Whether anything is selected; if not, the key is somebody else's."""
        if chosen.selected and not self.hidden:
            self.app.copy_to_clipboard(chosen.selected)
        return bool(chosen.selected)

    def _cut(self) -> None:
        chosen = self.typed if self.typed.selected else line_selected(self.typed)
        if self._copy(chosen) and not self.hidden:
            self._change(insert(chosen, ""))

    def _change(self, typed: Written, run: str = "") -> None:
        if typed.text != self.text:
            self._history.changed(self.typed, run)
        self._become(typed)

    def _become(self, typed: Written) -> None:
        changed = typed.text != self.text
        self.show(typed)
        if changed:
            self.post_message(self.Changed(self))
