"""What came of a meeting, to read: it scrolls, and can be written as Markdown beside the transcript."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from intervisie_tui.archive.paths import Unusable
from intervisie_tui.group.gleaning import next_meeting
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.tui import summary_head, summary_text
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.beside import Beside
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.screens.reading import MOVES, PAGE_DOWN, Pages, export
from intervisie_tui.tui.shared_acts import BLANK, HELP
from intervisie_tui.tui.step_closing import written
from intervisie_tui.tui.summary_times import chart
from intervisie_tui.tui.widgets.fitted import Fitted
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.plain import Plain

BESIDE_FROM = 120
"""Columns from which the times stand beside the text instead of below it."""
BESIDE = 43
"""Columns that the times have there: the width of `#beside` in summary.tcss without its padding and border."""
_AROUND = 7
"""Rows that the head, the foot and the margins take at most."""


class SummaryScreen(ActScreen[None]):
    """The summary of a meeting, as `view` gives it.

    `export` writes the Markdown and says where; raises Unusable or OSError. `again` takes the meeting up again, None
    where that cannot be. `done` goes back to where one came from.
    """

    CSS_PATH = "summary.tcss"

    def __init__(
        self,
        meeting: Meeting,
        own_keys: dict[str, str],
        export: Callable[[], Path],
        again: Callable[[], None] | None,
        done: Callable[[], None],
    ) -> None:
        super().__init__(ACTS, own_keys)
        self.meeting: Meeting = meeting
        self.again: Callable[[], None] | None = again
        self.done: Callable[[], None] = done
        self._export: Callable[[], Path] = export
        self.tell_group: Callable[[], None] | None = None  # once more, where it could not be done

    def compose(self) -> ComposeResult:
        yield Fitted(lambda width: summary_head.head(self.meeting, width), id="head")
        with Horizontal(id="page"):
            yield Pages(Fitted(self._text, id="text"), id="reading")
            yield Fitted(lambda width: chart(self.meeting, width), id="beside")
        with Horizontal(id="foot"):
            yield Plain(id="message")
            yield Plain(id="where")
        yield KeyLine()

    def on_mount(self) -> None:
        self.reading.follow(self.query_one("#where", Plain).show)
        self.show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """The times stand beside the text where they fit whole."""
        lines = chart(self.meeting, BESIDE).plain.count("\n") + 1
        fits = event.size.width >= BESIDE_FROM and lines <= event.size.height - _AROUND
        self.set_class(fits, "-beside")
        self.query_one("#text", Fitted).rewrite()

    @property
    def reading(self) -> Pages:
        """What scrolls."""
        return self.query_one("#reading", Pages)

    def _text(self, width: int) -> Content:
        times = None if self.has_class("-beside") else chart(self.meeting, width)
        return summary_text.text(self.meeting, width, times)

    def at_end(self) -> str:
        """What to say to who wants to read on behind the last line."""
        return _("Dit is het einde van het verslag.")

    def export(self) -> None:
        """Write the Markdown, and say where it is or why it is not."""
        export(self, self._export, _("Het verslag staat nu ook als Markdown in {path}"))

    def to_calendar(self) -> None:
        """Write the next meeting as a file for calendars."""
        try:
            path = written(self.meeting, Beside(), self.meeting.ended or self.meeting.started)
        except Unusable as unusable:
            self.say(_("Er is geen agendabestand gemaakt. {reason}").format(reason=unusable.reason), trouble=True)
        else:
            self.say(_("De volgende bijeenkomst staat nu als agendabestand in {path}").format(path=path))

    def group_failed(self, reason: str, again: Callable[[], None]) -> None:
        """The file of the group is not up to date; `again` tries once more."""
        self.tell_group = again
        text = _("De groep is nog niet bijgewerkt. {reason} Met {key} probeer je het nog eens; het verslag is bewaard.")
        self.say(text.format(reason=reason, key=self.keymap.shown_of("tell_group")), trouble=True)
        self.show_keys()

    def try_group_again(self) -> None:
        """Bring the file of the group up to date after all."""
        again, self.tell_group = self.tell_group, None
        self.say("")
        self.show_keys()
        if again:
            again()

    def say(self, message: str, *, trouble: bool = False) -> None:
        """Say something below the text."""
        self.query_one("#message").set_class(trouble, "-trouble")
        self.tell(message)


ACTS: tuple[Act[SummaryScreen], ...] = (
    PAGE_DOWN,
    Act(
        "done",
        ("enter", "q"),
        N_("naar het begin"),
        N_("Naar het beginscherm; alles is bewaard"),
        lambda desk, _key: desk.done(),
        prominent=True,
    ),
    *MOVES,
    Act(
        "export",
        ("e",),
        N_("Markdown"),
        N_("Het verslag ook als Markdown bewaren, naast het bestand van de bijeenkomst"),
        lambda desk, _key: desk.export(),
        prominent=True,
    ),
    Act(
        "calendar",
        ("k",),
        N_("agendabestand"),
        N_("De volgende bijeenkomst als bestand voor de agenda (.ics)"),
        lambda desk, _key: desk.to_calendar(),
        why_not=lambda desk: "" if next_meeting(desk.meeting) else None,
        prominent=True,
    ),
    Act(
        "reopen",
        ("a",),
        N_("weer openen"),
        N_("De bijeenkomst weer openen en verdergaan waar jullie waren"),
        lambda desk, _key: desk.again and desk.again(),
        why_not=lambda desk: "" if desk.again else None,
        prominent=True,
    ),
    Act(
        "tell_group",
        ("g",),
        N_("groep bijwerken"),
        N_("Nog eens proberen deze bijeenkomst bij de groep te zetten"),
        lambda desk, _key: desk.try_group_again(),
        why_not=lambda desk: "" if desk.tell_group else None,
        prominent=True,
    ),
    BLANK,
    HELP,
)
