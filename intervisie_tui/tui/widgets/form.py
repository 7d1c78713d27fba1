"""The fields of a sheet, one below the other, each with its label."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message

from intervisie_tui.terminal.field import Field
from intervisie_tui.tui.row import MUTED
from intervisie_tui.tui.sheets.base import FormField
from intervisie_tui.tui.widgets.entry import Entered, Entry, Stepped
from intervisie_tui.tui.widgets.laid import Laid
from intervisie_tui.tui.widgets.lines import hanging

if TYPE_CHECKING:
    from intervisie_tui.tui.widgets.wordings import Wordings

NO_FIELD = FormField(key="", slot="", label="")


class Label(Laid):
    """What a field is for; with an arrow before it while the field has the keys."""

    DEFAULT_CSS = "Label { width: 26; padding-right: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._marked = False

    def tell(self, text: str, marked: bool) -> None:
        """Show this."""
        self._text, self._marked = text, marked
        self.rewrite()

    def written(self, width: int, height: int) -> list[Content]:
        label = Content.styled(self._text, "bold" if self._marked else MUTED)
        return hanging(Content("▸ " if self._marked else "  "), label, width)


class FieldLine(Horizontal):
    """One field with its label; the one that has the keys is marked with an arrow.

    It is never taken off the screen, only hidden: Textual may draw a field once more while it is being removed, and
    that ends the program.
    """

    DEFAULT_CSS = "FieldLine { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self.field = NO_FIELD
        self.label = Label()
        self.entry = Entry()
        self._wordings: Wordings | None = None  # few fields have any

    def compose(self) -> ComposeResult:
        yield self.label
        yield self.entry

    def on_descendant_focus(self) -> None:
        self._mark()

    def on_descendant_blur(self) -> None:
        self._mark()

    async def show(self, field: FormField, text: str) -> None:
        """Let this line be this field, with this text."""
        if field.choices and self._wordings is None and isinstance(self.parent, Form):
            from intervisie_tui.tui.widgets.wordings import Wordings

            self._wordings = Wordings()
            await self.parent.mount(self._wordings, after=self)
        if field.key != self.field.key:
            self.entry.forget()
            self.entry.put("")
        if field.choices != self.entry.ready.wordings:
            self.entry.ready.become(field.choices)
        self.field = field
        self.entry.hidden = field.hidden
        self.entry.put(text)
        self._mark()

    def _mark(self) -> None:
        self.label.tell(self.field.label, self.entry.has_focus)

    def offer(self, on: bool) -> None:
        """Show its ready wordings, or not."""
        if self._wordings is not None:
            self._wordings.tell(self.field.choices if on else (), self.field.own_words)


class Form(Vertical):
    """The fields. Half-typed text is told at each change; Enter and leaving are told with the slot."""

    DEFAULT_CSS = "Form { height: auto; overflow-y: auto; scrollbar-size-vertical: 1; }"

    class Typed(Message):
        """The text of a field has changed."""

        def __init__(self, field: FormField, text: str) -> None:
            super().__init__()
            self.field = field
            self.text = text

    class Given(Message):
        """Enter in a field."""

        def __init__(self, field: FormField) -> None:
            super().__init__()
            self.field = field

    def __init__(self) -> None:
        super().__init__()
        self.fields: tuple[FormField, ...] = ()
        self.figures_free = True  # figures typed outside the fields are for their wordings
        self._half_typed: Callable[[str], str | None] = lambda _key: None

    async def show(self, fields: Sequence[FormField], typed: Callable[[str], str | None]) -> None:
        """Show these fields, with what is half-typed in them where something is.

        A field that stays keeps what stands in it, unless the meeting has another text for it by now.
        """
        self._half_typed = typed
        fields = tuple(fields)
        if fields == self.fields:
            return
        self.fields = fields
        have = list(self.query(FieldLine))
        if len(fields) > len(have):
            await self.mount(*(FieldLine() for _field in fields[len(have) :]))
        for i, line in enumerate(self.query(FieldLine)):
            line.display = i < len(fields)
            if line.display:
                await line.show(fields[i], _text(fields[i], typed))
            else:
                await line.show(NO_FIELD, "")
        self._offer()

    def on_descendant_focus(self) -> None:
        self._offer()

    def on_descendant_blur(self) -> None:
        self._offer()

    def _offer(self) -> None:
        """The wordings of the field that has the keys; while none has them, of the one that is still to be filled."""
        on = self.focused or self.waiting
        self.set_class(on is not None and bool(on.field.choices), "-offers")
        for line in self.query(FieldLine):
            line.offer(line is on)

    @property
    def waiting(self) -> FieldLine | None:
        """The first empty field that has ready wordings, where figures can take them."""
        if not self.figures_free:
            return None
        return next((line for line in self.lines if line.field.choices and not line.entry.written), None)

    @property
    def lines(self) -> list[FieldLine]:
        """The fields on the screen."""
        return list(self.query(FieldLine))[: len(self.fields)]

    @property
    def texts(self) -> dict[str, str]:
        """What stands in each field, by slot."""
        return {line.field.slot: line.entry.written for line in self.lines}

    @property
    def focused(self) -> FieldLine | None:
        """The field that has the keys."""
        return next((line for line in self.lines if line.entry.has_focus), None)

    def clear(self, slot: str) -> None:
        """Empty a field."""
        for line in self.lines:
            if line.field.slot == slot:
                line.entry.put("")

    def enter(self, slot: str = "") -> bool:
        """Give the keys to the field of this slot, or to one that is half-typed, or to the first that is still empty.

        Whether there is one.
        """
        lines = self.lines
        if not lines:
            return False
        half = [line for line in lines if self._half_typed(line.field.key) not in (None, line.field.initial)]
        empty = [line for line in lines if not line.entry.written]
        own = [line for line in lines if line.field.slot == slot]
        # At once, not by `focus()`, so that the key line is told what works in a field before it is laid out.
        self.screen.set_focus((own or half or empty or lines)[0].entry)
        return True

    def step(self, by: int) -> bool:
        """Give the keys to the field above (-1) or below (1); whether there is one."""
        lines = self.lines
        at = next((i for i, line in enumerate(lines) if line.entry.has_focus), None)
        if at is None or not 0 <= at + by < len(lines):
            return False
        lines[at + by].entry.focus()
        return True

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        event.stop()
        line = next((line for line in self.lines if line.entry is event.control), None)
        if line is not None:
            self.post_message(self.Typed(line.field, line.entry.written))
            if self.max_scroll_y and line.entry.has_focus:
                self.call_after_refresh(line.scroll_visible, animate=False)  # it may have grown

    @on(Entered)
    def _given(self, event: Entered) -> None:
        event.stop()
        line = next((line for line in self.lines if line.entry is event.entry), None)
        if line is not None:
            self.post_message(self.Given(line.field))

    @on(Stepped)
    def _stepped(self, event: Stepped) -> None:
        event.stop()
        self.step(event.by)


def _text(field: FormField, typed: Callable[[str], str | None]) -> str:
    half = typed(field.key)
    return field.initial if half is None else half
