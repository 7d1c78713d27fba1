"""Small questions over a screen, each with a typed answer: pick one, type something, read something.

All can be left with Tab or Esc (Esc is slow in tmux, so it is never the only way), and then nothing changes.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Protocol, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.terminal.screens import SteadyModalScreen
from intervisie_tui.tui.row import Piece, Row
from intervisie_tui.tui.sheets.base import FormField
from intervisie_tui.tui.widgets.form import Form
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.lines import under_itself
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain

Answer = TypeVar("Answer")


class HalfTyped(Protocol):
    """What remembers half-typed texts by the key of their field, such as a `RunningMeeting`."""

    def typed(self, key: str) -> str | None: ...
    def typing(self, key: str, text: str | None) -> None: ...


class Box(Vertical):
    """The frame of a dialog, with its title."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.border_title = Content(title)  # never markup: a title can hold a name


class Dialog(SteadyModalScreen[Answer], inherit_bindings=False):
    """A box in the middle of the screen with a title and a key line."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Dialog {
        align: center middle; background: $background 60%;
        & > Box {
            width: 90%; min-width: 58; max-width: 84; height: auto; max-height: 100%;
            border: round $primary; border-title-style: bold; background: $background; padding: 0 1;
        }
        & Listing { height: auto; scrollbar-size-horizontal: 0; }
        & KeyLine { background: $background; margin-top: 1; padding: 0; }
        & VerticalScroll { height: auto; scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; }
    }
    """
    MOST: ClassVar[Mapping[str, int]] = {"Box > Plain": 25, "Listing": 65, "Form": 50, "VerticalScroll": 75}
    """Percents of the rows of the screen that each may take."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def on_resize(self, event: events.Resize) -> None:
        """Told in rows: Textual passes over a share of the screen in a box that is as high as what is in it."""
        for which, percents in self.MOST.items():
            for widget in self.query(which):
                widget.styles.max_height = max(1, event.size.height * percents // 100)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("escape", "tab"):
            event.stop()
            event.prevent_default()
            self.dismiss(None)


class Pick(Dialog[str]):
    """Choose one of some rows with the arrows, Page Up and Page Down, or its figure; the answer is its key.

    The `figures` count from 1 where none are given.
    """

    def __init__(
        self, title: str, rows: Sequence[Row], text: str = "", at: str = "", figures: Sequence[str] = ()
    ) -> None:
        super().__init__(title)
        self._rows, self._text, self._at = tuple(rows), text, at
        self._figures = tuple(figures) or tuple(str(i) for i in range(1, len(rows) + 1))

    def compose(self) -> ComposeResult:
        with Box(self._title):
            yield from self.above()
            yield Listing()
            yield KeyLine()

    def above(self) -> ComposeResult:
        """What stands above the rows."""
        if self._text:
            yield Plain(self._text)

    def on_mount(self) -> None:
        listing = self.query_one(Listing)
        listing.show(
            [_numbered(i, row) for i, row in zip(self._figures, self._rows, strict=True)],
            self._at or "first",
        )
        listing.focus()
        self.query_one(KeyLine).tell([("↑↓", _("kiezen")), ("Enter", _("nemen")), ("Tab", _("terug"))])

    def on_key(self, event: events.Key) -> None:
        figure = event.character or ""
        if figure in self._figures:
            event.stop()
            self.dismiss(self._rows[self._figures.index(figure)].key)
        elif event.key in ("pagedown", "pageup"):
            event.stop()
            listing = self.query_one(Listing)
            listing.action_cursor(1 if event.key == "pagedown" else -1)

    @on(Listing.Selected)
    def _chosen(self, event: Listing.Selected) -> None:
        event.stop()
        self.dismiss(event.key)


def _numbered(number: str, row: Row) -> Row:
    """A row behind its figure; further lines stand under the first."""
    figure, under = (f"{number} ", "$text-muted"), "\n" + " " * (len(number) + 1)
    if isinstance(row.text, tuple):
        return Row(row.key, (figure, *(_indented(piece, under) for piece in row.text)))
    first, *more = row.text.split("\n", allow_blank=True)
    return Row(row.key, Content(under).join([Content.styled(*figure) + first, *more]))


def _indented(piece: Piece, under: str) -> Piece:
    return piece.replace("\n", under) if isinstance(piece, str) else (piece[0].replace("\n", under), piece[1])


class Ask(Dialog[Mapping[str, str]]):
    """Type something in one field or more; the answer is the texts by slot. Enter in the last field gives it.

    With `half` what is half-typed is kept when the dialog is left, or the program ends, and is there the next time.
    `leaving`: what leaving it without an answer is called.
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        text: str = "",
        half: HalfTyped | None = None,
        *,
        leaving: str = "",
    ) -> None:
        super().__init__(title)
        self._fields, self._text, self._half, self._leaving = tuple(fields), text, half, leaving

    def compose(self) -> ComposeResult:
        with Box(self._title):
            if self._text:
                yield Plain(self._text)
            yield Form()
            yield KeyLine()

    async def on_mount(self) -> None:
        form = self.query_one(Form)
        await form.show(self._fields, self._half.typed if self._half else lambda _key: None)
        form.enter(self._fields[0].slot)
        self.query_one(KeyLine).tell([("Enter", _("vastleggen")), ("Tab", self._leaving or _("terug"))])

    @on(Form.Typed)
    def _typed(self, event: Form.Typed) -> None:
        event.stop()
        if self._half:
            self._half.typing(event.field.key, None if event.text == event.field.initial else event.text)

    @on(Form.Given)
    def _given(self, event: Form.Given) -> None:
        event.stop()
        form = self.query_one(Form)
        if not form.step(1):
            self.dismiss(form.texts)


class Page(Plain):
    """Text whose lines wrap under themselves."""

    DEFAULT_CSS = "Page { height: auto; }"

    def __init__(self, text: Content) -> None:
        super().__init__()
        self._text = text

    def on_resize(self) -> None:
        lines = under_itself(self._text, self.content_size.width)
        self.styles.height = len(lines)  # an auto height that changes while the screen is laid out is not seen
        self.show(Content("\n").join(lines))


class Read(Dialog[bool]):
    """Something to read, or to read aloud; it scrolls, and any other key goes back."""

    def __init__(self, title: str, text: Content) -> None:
        super().__init__(title)
        self._text = text

    def compose(self) -> ComposeResult:
        with Box(self._title):
            with VerticalScroll():
                yield Page(self._text)
            yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).tell([("↑↓", _("lezen")), (_("andere toets"), _("terug"))])

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        scroll = self.query_one(VerticalScroll)
        match event.key:
            case "down":
                scroll.scroll_relative(y=1, animate=False)
            case "up":
                scroll.scroll_relative(y=-1, animate=False)
            case "pagedown" if scroll.scroll_y < scroll.max_scroll_y:
                scroll.scroll_page_down(animate=False)
            case "pageup" if scroll.max_scroll_y:
                scroll.scroll_page_up(animate=False)
            case _other:
                self.dismiss(True)


class Blank(SteadyModalScreen[bool], inherit_bindings=False):
    """Nothing at all, so that nobody reads on; any key brings the screen back and does nothing else."""

    DEFAULT_CSS = "Blank { background: $background; }"

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(True)


def confirm(title: str, text: str, yes: str, no: str) -> Pick:
    """A question with two answers, "yes" and "no"; the one that changes nothing stands first."""
    return Pick(title, [Row("no", Content(no)), Row("yes", Content(yes))], text)
