"""Running late, in a dialog of a step screen: the ways out, and what each step then gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.meeting.reflow import Way, agreed_end, follow, lateness, ways
from intervisie_tui.tui import late_text, plan_text
from intervisie_tui.tui.dialogs import Pick
from intervisie_tui.tui.heading import wall_time
from intervisie_tui.tui.row import STRONG, Row
from intervisie_tui.tui.widgets.fitted import Fitted
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.step import StepScreen

_AROUND = 8
"""Rows of the dialog besides the table and the ways: frame, text, keys, and what keeps them apart."""
_FEWEST = 4
"""Rows of the table at least."""


class Ways(Pick):
    """The ways to choose from, below a table of what each step gets. Page Down reads on in the table."""

    DEFAULT_CSS = """
    Ways {
        & > Box > VerticalScroll { margin-bottom: 1; scrollbar-gutter: stable; }
    }
    """
    MOST: ClassVar[Mapping[str, int]] = {**Pick.MOST, "Listing": 40}

    def __init__(self, title: str, rows: Sequence[Row], text: str, found: Sequence[Way]) -> None:
        super().__init__(title, rows, text)
        self._found = tuple(found)

    def above(self) -> ComposeResult:
        yield Plain(self._text)
        with VerticalScroll(can_focus=False):
            table = Fitted(self._table)
            table.styles.height = len(self._found[0].steps) + 2
            yield table

    def on_resize(self, event: events.Resize) -> None:
        """The base's handler comes after this one."""
        self.call_after_refresh(self._fit)  # once the ways have wrapped

    def _fit(self) -> None:
        """The table takes what the ways and the keys leave of the screen."""
        room = self.app.size.height - _AROUND - self.query_one(Listing).virtual_size.height
        self.query_one(VerticalScroll).styles.max_height = max(_FEWEST, room)
        more = [] if len(self._found[0].steps) + 2 <= room else [("PgDn", _("verder lezen"))]
        self.query_one(KeyLine).tell([("↑↓", _("kiezen")), ("Enter", _("nemen")), *more, ("Tab", _("terug"))])

    def on_key(self, event: events.Key) -> None:
        if event.key in ("pagedown", "pageup"):
            event.stop()
            event.prevent_default()
            scroll = self.query_one(VerticalScroll)
            (scroll.scroll_page_down if event.key == "pagedown" else scroll.scroll_page_up)(animate=False)

    def _table(self, width: int) -> Content:
        titles = [one.title for one in self._found[0].steps]
        columns = [
            late_text.Column(_("nu"), wall_time(self._found[0].end), tuple(one.had for one in self._found[0].steps))
        ]
        columns += [
            late_text.Column(str(i), wall_time(way.end), tuple(None if one.left_out else one.gets for one in way.steps))
            for i, way in enumerate(self._found, 1)
        ]
        return late_text.table(titles, columns, width)


def late(desk: StepScreen) -> None:
    """Show the ways out; nothing changes before one is chosen, and undo takes it back."""
    meeting, now = desk.meeting, desk.room.running.now()
    found = ways(meeting, now)
    if not found:
        desk.tell(plan_text.ends(meeting, now))
        return
    rows = [Row(str(i), _said(way, meeting, now)) for i, way in enumerate(found)]
    by = -(-lateness(meeting, now) // 60)
    text = ngettext(
        "Jullie lopen {n} minuut uit; afgesproken is {agreed}. Er verandert niets voordat je kiest.",
        "Jullie lopen {n} minuten uit; afgesproken is {agreed}. Er verandert niets voordat je kiest.",
        by,
    ).format(n=by, agreed=wall_time(agreed_end(meeting, now)))

    def chosen(key: str) -> None:
        if desk.do(lambda meeting: follow(meeting, found[int(key)])):
            desk.tell(plan_text.ends(desk.meeting, desk.room.running.now()))

    desk.open(Ways(_("We lopen uit"), rows, text, found), chosen)


def _said(way: Way, meeting: Meeting, now: Now) -> Content:
    """A way in a line, and under it whether it is enough."""
    end = wall_time(way.end)
    match way.kind:
        case "end_later":
            later = -(-way.short_by // 60)
            by = ngettext("{n} minuut later", "{n} minuten later", later).format(n=later)
            return Content.assemble((_("Later eindigen, om {end}").format(end=end), STRONG), "  ", by)
        case "shrink":
            line = Content.styled(_("Alles wat nog komt naar verhouding korter"), STRONG)
        case "leave_out":
            title = next((one.title for one in way.steps if one.left_out), "")
            line = Content.styled(_("{step} weglaten").format(step=title), STRONG)
    return Content.assemble(line, "  ", enough(way, meeting, now))


def enough(way: Way, meeting: Meeting, now: Now) -> str:
    """Whether a way brings the meeting to its end in time; if not, how much is short and what then."""
    if way.short_by <= 0:
        return _("op tijd klaar")
    short = -(-way.short_by // 60)
    text = ngettext(
        "niet genoeg: {n} minuut te weinig, einde {end}", "niet genoeg: {n} minuten te weinig, einde {end}", short
    )
    return text.format(n=short, end=wall_time(way.end))
