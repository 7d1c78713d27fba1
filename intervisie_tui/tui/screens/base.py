"""What every screen of the product does alike: its acts by key, the key line, a message, and its smallest size."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from textual import events
from textual.screen import ModalScreen

from intervisie_tui.locale import _
from intervisie_tui.terminal.screens import SteadyScreen
from intervisie_tui.terminal.typed_in import TypedIn
from intervisie_tui.tui.acts import Act, Keymap, token
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.plain import Plain

Answer = TypeVar("Answer")
Result = TypeVar("Result")

SMALLEST = (60, 20)
"""Columns and rows under which a screen says what it needs instead of showing half."""


class ActScreen(SteadyScreen[Result], inherit_bindings=False):
    """A screen whose keys are acts. A subclass gives its acts and composes a `KeyLine` and a `Plain#message`.

    `Result` is what it is dismissed with; None for a screen that is replaced.
    """

    AUTO_FOCUS = ""  # after a dialog the keys stay where they were
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]  # noqa: RUF012  # as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (36, "-high")]  # noqa: RUF012  # as Textual declares it
    DEFAULT_CSS = """
    ActScreen {
        layers: default over;
        & > #too-small {
            display: none; layer: over; width: 100%; height: 100%; background: $background;
            content-align: center middle; text-align: center;
        }
        &.-tiny > #too-small { display: block; }
    }
    """

    def __init__(self, acts: Sequence[Act[Any]], own_keys: dict[str, str]) -> None:
        super().__init__()
        self.keymap: Keymap[Any] = Keymap(acts, own_keys)

    def on_resize(self, event: events.Resize) -> None:
        tiny = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if tiny and not self.query("#too-small"):
            text = _("Dit venster is te klein.\nMaak het minstens {width} breed en {height} hoog.")
            self.mount(Plain(text.format(width=SMALLEST[0], height=SMALLEST[1]), id="too-small"))
        self.set_class(tiny, "-tiny")

    @property
    def in_field(self) -> bool:
        """Whether a text field has the keys."""
        return isinstance(self.focused, TypedIn)

    def on_key(self, event: events.Key) -> None:
        key = token(event)
        for act in self.keymap.matching(key, self.in_field):
            reason = act.why_not(self)
            if reason is None:
                continue
            event.stop()
            event.prevent_default()
            if reason:
                self.tell(reason)
            else:
                self.attempt(partial(act.run, self, key))
            return

    def attempt(self, what: Callable[[], object]) -> bool:
        """Do something that may be refused; the refusal is shown in words. Whether it was done."""
        from intervisie_tui.meeting.model import Refused  # late: Home, which refuses nothing, need not read meetings

        try:
            what()
        except Refused as refusal:
            self.tell(str(refusal))
            return False
        return True

    def tell(self, message: str) -> None:
        """Say something in the line for it; the next one takes its place."""
        self.query_one("#message", Plain).show(message)

    def show_keys(self) -> None:
        """Bring the key line up to date."""
        typing = self.in_field
        shown = [
            (self.keymap.shown(act, typing), _(act.label_typing if typing and act.label_typing else act.label))
            for act in self.keymap.acts
            if act.prominent and (act.typing or act.label_typing or not typing) and act.why_not(self) == ""
        ]
        self.query_one(KeyLine).tell(shown)

    def on_descendant_focus(self) -> None:
        self.show_keys()

    def on_descendant_blur(self) -> None:
        self.show_keys()

    def open(self, dialog: ModalScreen[Answer], then: Callable[[Answer], None]) -> None:
        """Show a dialog, and go on with its answer; one that was left without an answer changes nothing."""

        def answered(answer: Answer | None) -> None:
            if answer is not None:
                self.attempt(lambda: then(answer))

        self.app.push_screen(dialog, answered)
