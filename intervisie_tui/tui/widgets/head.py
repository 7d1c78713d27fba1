"""The head of a step screen: where we are at the left, the clock at the right."""

from textual.content import Content

from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.tui.heading import ClockLook, State, clock_look, method_line, pace, step_line, track
from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.widgets.digits import Size, drawn
from intervisie_tui.tui.widgets.laid import Laid
from intervisie_tui.tui.widgets.lines import short

LARGE_FROM = 36
"""Rows of a screen from which there is room for the large figures."""
MEDIUM_FROM = 72
"""Columns from which there is room for the medium figures."""

_LOOKS: dict[State, tuple[str, str, str]] = {
    "running": ("$primary", "", ""),
    "soon": ("$warning", "", "▐"),
    "last": ("$warning", "▌", "▐"),
    "over": ("$error", "▌", "▐"),
    "paused": ("$text-muted", "", ""),
}
"""The colour of the clock, and the bars at its sides: each state differs in its word and in its shape as well."""


class Head(Laid):
    """Method, step, track and pace, with the clock beside them: a word, and figures that read across the room."""

    DEFAULT_CSS = "Head { padding: 0 1; border-bottom: solid $border-blurred; }"

    def __init__(self) -> None:
        super().__init__()
        self._where: tuple[Content, ...] = ()
        self._look = ClockLook("", "", "running")

    def tell(self, meeting: Meeting, now: Now, soon: int, banner: str = "") -> None:
        """Show this moment of this meeting. `soon`: seconds before the end of a step at which the clock changes."""
        before = Content.assemble((f" {banner} ", "reverse"), " ") if banner else Content("")
        part = before + Content.styled(method_line(meeting), MUTED)
        self._where = (
            *([part] if part.plain else []),
            Content.styled(step_line(meeting), STRONG),
            Content(track(meeting)),
            Content.styled(pace(meeting, now), MUTED),
        )
        self._look = clock_look(meeting, now, soon)
        self.rewrite()

    def written(self, width: int, height: int) -> list[Content]:
        clock = self._clock()
        room = width - clock[0].cell_length
        lines = [Content("")] * max(len(self._where), len(clock))
        for y, line in enumerate(self._where):
            lines[y] = short(line, room)
        for y, line in enumerate(clock):
            lines[y] = lines[y].pad_right(room - lines[y].cell_length) + line
        return lines

    def _clock(self) -> list[Content]:
        """Lines as wide as each other, with a blank at either side and the bars of the state around them."""
        look = self._look
        colour, left, right = _LOOKS[look.state]
        style = f"{'dim' if look.state == 'paused' and self.app.ansi_color else 'bold'} {colour}"
        word = Content.styled(f" {look.word} ", "reverse") if look.state == "over" else Content(look.word)
        rows = [word, *map(Content, drawn(look.figures, self._figures_size()).split("\n"))]
        wide = max(row.cell_length for row in rows)
        rows = [row.pad_left(wide - row.cell_length) for row in rows]
        return [
            Content.assemble((left, colour), (Content(" ") + row + " ").stylize_before(style), (right, colour))
            for row in rows
        ]

    def _figures_size(self) -> Size:
        width, height = self.app.size
        if height >= LARGE_FROM and width >= MEDIUM_FROM:
            return "large"
        return "medium" if width >= MEDIUM_FROM else "small"
