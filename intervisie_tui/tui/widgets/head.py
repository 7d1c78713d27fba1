"""The head of a step screen: where we are at the left, the clock at the right."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.tui.heading import clock_look, method_line, pace, step_line, track
from intervisie_tui.tui.widgets.digits import Size, drawn
from intervisie_tui.tui.widgets.plain import Plain

LARGE_FROM = 36
"""Rows of a screen from which there is room for the large figures."""
MEDIUM_FROM = 72
"""Columns from which there is room for the medium figures."""


class ClockFace(Plain):
    """The clock of the step: a word, and figures that read across the room.

    Each state differs in its word and in its shape: a bar at one side soon before the end, at both in the last
    minute, and the word reversed over time.
    """

    DEFAULT_CSS = """
    ClockFace {
        width: auto; height: auto; text-align: right; text-style: bold; padding: 0 1; color: $primary;
        &.-soon { color: $warning; border-right: outer $warning; }
        &.-last { color: $warning; border-right: outer $warning; border-left: outer $warning; }
        &.-over { color: $error; border-right: outer $error; border-left: outer $error; }
        &.-paused { color: $text-muted; }
        &:ansi.-paused { text-style: dim; }
    }
    """

    def tell(self, meeting: Meeting, now: Now, soon: int) -> None:
        """Show the time of this moment."""
        look = clock_look(meeting, now, soon)
        for state in ("soon", "last", "over", "paused"):
            self.set_class(look.state == state, f"-{state}")
        word = Content.styled(f" {look.word} ", "reverse") if look.state == "over" else Content(look.word)
        self.show(Content("\n").join([word, Content(drawn(look.figures, self._figures_size()))]))

    def _fits(self, new: str, old: str) -> bool:
        """It is as wide as its lines, which are never broken."""
        return [*map(cell_len, new.split("\n"))] == [*map(cell_len, old.split("\n"))]

    def _figures_size(self) -> Size:
        width, height = self.app.size
        if height >= LARGE_FROM and width >= MEDIUM_FROM:
            return "large"
        return "medium" if width >= MEDIUM_FROM else "small"


class Head(Horizontal):
    """Method, step, track and pace, with the clock beside them."""

    DEFAULT_CSS = """
    Head {
        height: auto; padding: 0 1; border-bottom: solid $border-blurred;
        & > #where { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Plain(id="where")
        yield ClockFace()

    def tell(self, meeting: Meeting, now: Now, soon: int, banner: str = "") -> None:
        """Show this moment of this meeting. `soon`: seconds before the end of a step at which the clock changes."""
        before = Content.assemble((f" {banner} ", "reverse"), " ") if banner else Content("")
        part = before + Content.styled(method_line(meeting), "$text-muted")
        lines = [
            *([part] if part.plain else []),
            Content.styled(step_line(meeting), "bold"),
            Content(track(meeting)),
            Content.styled(pace(meeting, now), "$text-muted"),
        ]
        self.query_one("#where", Plain).show(Content("\n").join(lines))
        self.query_one(ClockFace).tell(meeting, now, soon)
