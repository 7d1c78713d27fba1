"""The line above the keys: what there is to say, or the hint of the field; and whether the disk has it all."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from intervisie_tui.tui.widgets.lines import cut
from intervisie_tui.tui.widgets.plain import Plain


class Foot(Vertical):
    """A message goes before the hint and takes the lines it needs. Trouble with the disk has a line of its own."""

    DEFAULT_CSS = """
    Foot {
        height: auto; padding: 0 1;
        & > Horizontal { height: auto; }
        & #trouble { height: auto; max-height: 4; color: $error; text-style: bold reverse; display: none; }
        & #message { width: 1fr; max-width: 84; height: auto; color: $warning; text-style: bold; display: none; }
        & #hint { width: 1fr; height: auto; color: $text-muted; }
        & #saved { width: auto; max-width: 16; padding-left: 2; color: $text-muted; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Plain(id="trouble")
        with Horizontal():
            yield Plain(id="message")
            yield Plain(id="hint")
            yield Plain(id="saved")

    def say(self, message: str) -> None:
        """Show this until something else is to be said; with nothing to say the hint is there again."""
        self.query_one("#message", Plain).show(message)
        self.query_one("#message").display = bool(message)
        self.query_one("#hint").display = not message

    def hint(self, text: str) -> None:
        """What the field is for, in at most two lines."""
        width = max(20, self.app.size.width - 18)
        self.query_one("#hint", Plain).show(Content("\n").join(cut(Content(text).wrap(width), 2, width)))

    def saved(self, text: str, trouble: bool) -> None:
        """How saving stands, in words."""
        self.query_one("#saved", Plain).show("" if trouble else text)
        self.query_one("#trouble", Plain).show(text if trouble else "")
        self.query_one("#trouble").display = trouble
