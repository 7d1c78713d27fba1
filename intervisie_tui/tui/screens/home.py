"""The first screen: begin, go on with what was interrupted, read what there is, leave.

Of a meeting it shows when it was, by which method and how far it got; never a name or a word that was said. The dialogs
are imported when one is opened, so that Home is there the sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from intervisie_tui.archive.listed import Listed
from intervisie_tui.locale import _
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.row import MUTED
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.screens.home_rows import (
    MOST_ON_HOME,
    ended,
    ended_row,
    first_time,
    likely,
    rows,
    unfinished,
    unfinished_row,
)
from intervisie_tui.tui.shared_acts import HELP, ROWS, THEME
from intervisie_tui.tui.showing import notices, notices_line
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain

_LOOK_AFTER = 0.1
"""Seconds; the first picture has been drawn by then."""


class HomeScreen(ActScreen[None]):
    """Where everything begins. `meetings`: all there are, the newest first; `group_count`: how many groups.

    `remembered`: what was known of a large archive, to be shown until all of it has been looked at; else None.

    `practised`: the practice runs that were interrupted; `notices`: whole sentences. The other callables carry out what
    was chosen; `go_on`, `read` and `practise_on` are given the id of a meeting.
    """

    CSS_PATH = "home.tcss"

    def __init__(  # noqa: PLR0913  # each is one thing that it needs, given by name
        self,
        *,
        meetings: Callable[[], list[Listed]],
        remembered: Callable[[], list[Listed] | None],
        notices: Sequence[str],
        own_keys: dict[str, str],
        group_count: Callable[[], int],
        begin: Callable[[], None],
        groups: Callable[[], None],
        go_on: Callable[[str], None],
        read: Callable[[str], None],
        practice: Callable[[], None],
        practised: Callable[[], list[Listed]],
        practise_on: Callable[[str], None],
        leave: Callable[[], object],
    ) -> None:
        super().__init__(ACTS, own_keys)
        self.notices = tuple(notices)
        self._meetings: Callable[[], list[Listed]] = meetings
        self._remembered: Callable[[], list[Listed] | None] = remembered
        self._group_count: Callable[[], int] = group_count
        self._begin: Callable[[], None] = begin
        self._groups: Callable[[], None] = groups
        self._go_on: Callable[[str], None] = go_on
        self._read_meeting: Callable[[str], None] = read
        self._practice: Callable[[], None] = practice
        self._practised: Callable[[], list[Listed]] = practised
        self._practise_on: Callable[[str], None] = practise_on
        self.leave: Callable[[], object] = leave
        self._found: tuple[Listed, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="around"), Vertical(id="page"):
            yield Plain(_title(), id="title")
            with Vertical(id="list"):
                yield Listing(id="rows")
                yield Plain(first_time(), id="first")
            yield Plain(id="notices")
            yield Plain(id="message")
        yield KeyLine()

    def on_mount(self) -> None:
        if (known := self._remembered()) is None:
            self._show(self._meetings())
        else:
            self._show(known)
            self.set_timer(_LOOK_AFTER, self._look)
        self.query_one(Listing).focus()
        self.query_one("#notices", Plain).show(self._notices_line())
        self.query_one("#notices").display = bool(self.notices)
        self.show_keys()

    def _show(self, found: Sequence[Listed]) -> None:
        self._found = tuple(found)
        listing = self.query_one(Listing)
        to_choose = rows(self._found, self._practised(), self._group_count())
        stays = listing.chosen in (row.key for row in to_choose)
        listing.show(to_choose, listing.chosen if stays else likely(self._found))
        self.query_one("#first").display = not self._found

    def _look(self) -> None:
        """See whether all is still as it was known."""
        found = tuple(self._meetings())
        if found != self._found:
            self._show(found)

    def _notices_line(self) -> str:
        return notices_line(len(self.notices), self.keymap.keys(NOTICES)[0])

    def step(self, by: int) -> None:
        """The row above (-1) or below (1), for whoever has no arrows."""
        listing = self.query_one(Listing)
        if listing.highlighted is not None:
            listing.highlighted = min(max(0, listing.highlighted + by), listing.option_count - 1)

    def take(self) -> None:
        """Carry out the chosen row."""
        from intervisie_tui.tui.dialogs import Pick

        self.tell("")
        what, _blank, meeting_id = self.query_one(Listing).chosen.partition(" ")
        match what:
            case "begin":
                self._begin()
            case "groups":
                self._groups()
            case "unfinished":
                self.take_up(meeting_id)
            case "older":
                older = unfinished(self._found)[MOST_ON_HOME:]
                self.open(Pick(_("Nog niet af"), [unfinished_row(one) for one in older]), self._picked)
            case "ended":
                title = _("Verslagen")
                self.open(Pick(title, [ended_row(one) for one in ended(self._found)]), self._read_meeting)
            case "practice":
                self._practice()
            case "practised":
                self._practise_on(meeting_id)
            case "leave":
                self.leave()

    def _picked(self, key: str) -> None:
        self.take_up(key.partition(" ")[2])

    def take_up(self, meeting_id: str) -> None:
        """Go on with a meeting, or tell what is wrong with its file."""
        from intervisie_tui.tui.dialogs import Read

        fault = next((one.fault for one in self._found if one.id == meeting_id), "")
        if fault:
            text = _("{fault}\n\nHet bestand blijft staan zoals het is; aan andere bijeenkomsten verandert niets.")
            self.open(Read(_("Onleesbaar"), Content(text.format(fault=fault))), lambda _read: None)
        else:
            self._go_on(meeting_id)

    def read_notices(self) -> None:
        """What is wrong with the user's own files, in full."""
        self.open(notices(self.notices), lambda _read: None)


def _title() -> Content:
    return Content.assemble(
        (_("Intervisie"), "bold $primary"), "\n", (_("Samen verder met één vraag uit het werk."), MUTED)
    )


NOTICES: Act[HomeScreen] = Act(
    "notices",
    ("m",),
    N_("meldingen"),
    N_("Lezen wat er mis is met je eigen methodes of toetsen"),
    lambda desk, _key: desk.read_notices(),
    why_not=lambda desk: "" if desk.notices else None,
    prominent=True,
)

ACTS: tuple[Act[HomeScreen], ...] = (
    Act("take", ("enter",), N_("nemen"), N_("Doen wat gekozen is"), lambda desk, _key: desk.take(), prominent=True),
    *ROWS,
    NOTICES,
    THEME,
    Act("leave", ("q",), N_("stoppen"), N_("Het programma sluiten"), lambda desk, _key: desk.leave(), prominent=True),
    HELP,
)
