"""The standing groups: open one, or make a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from intervisie_tui.archive.groups import ListedGroup
from intervisie_tui.locale import _
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.asking import ask, field
from intervisie_tui.tui.dialogs import HalfTyped, Read
from intervisie_tui.tui.row import MUTED
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.screens.groups_rows import empty, row
from intervisie_tui.tui.shared_acts import BLANK, HELP, ROWS
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain


class GroupsScreen(ActScreen[None]):
    """All groups there are. `found` reads them anew; `enter` opens the page of one by its id.

    `make` is given the name and the members as they were typed, and may raise Refused.
    """

    CSS_PATH = "groups.tcss"

    def __init__(  # noqa: PLR0913  # each is one thing that it needs, given by name
        self,
        *,
        found: Callable[[], list[ListedGroup]],
        own_keys: dict[str, str],
        half: HalfTyped,
        enter: Callable[[str], None],
        make: Callable[[str, str], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__(ACTS, own_keys)
        self._find: Callable[[], list[ListedGroup]] = found
        self._half: HalfTyped = half
        self._enter: Callable[[str], None] = enter
        self._make: Callable[[str, str], None] = make
        self.back: Callable[[], None] = back
        self.found: tuple[ListedGroup, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="around"), Vertical(id="page"):
            title = (_("Groepen"), "bold $primary")
            about = (_("Wie erbij hoort, wat jullie afspreken, en wie er aan de beurt is."), MUTED)
            yield Plain(Content.assemble(title, "\n", about), id="title")
            with Vertical(id="list"):
                yield Listing(id="rows")
                yield Plain(empty(), id="empty")
            yield Plain(id="message")
        yield KeyLine()

    def on_mount(self) -> None:
        self.read_again()

    def on_screen_resume(self) -> None:
        """Back from a group, which may have changed."""
        self.read_again()

    def read_again(self) -> None:
        """Show what there is now."""
        self.found = tuple(self._find())
        listing = self.query_one(Listing)
        listing.show([row(one) for one in self.found], listing.chosen or "first")
        listing.display = bool(self.found)
        self.query_one("#empty").display = not self.found
        if self.found:
            listing.focus()
        self.show_keys()

    def step(self, by: int) -> None:
        """The row above (-1) or below (1), for whoever has no arrows."""
        listing = self.query_one(Listing)
        if listing.highlighted is not None:
            listing.highlighted = min(max(0, listing.highlighted + by), listing.option_count - 1)

    def pick(self, number: int) -> None:
        """Open the group with this figure."""
        listing = self.query_one(Listing)
        if number <= listing.option_count:
            listing.highlighted = number - 1
            self.take()

    def take(self) -> None:
        """Open the chosen group, or tell what is wrong with its file."""
        self.tell("")
        chosen = self.query_one(Listing).chosen
        fault = next((one.fault for one in self.found if one.id == chosen), "")
        if fault:
            text = _("{fault}\n\nHet bestand blijft staan zoals het is; aan andere groepen verandert niets.")
            self.open(Read(_("Onleesbaar"), Content(text.format(fault=fault))), lambda _read: None)
        elif chosen:
            self._enter(chosen)

    def new(self) -> None:
        """Ask for a name and for who belong to it."""

        def given(texts: Mapping[str, str]) -> None:
            self._make(texts["name"], texts["members"])

        fields = (field("group/name", _("Naam van de groep")), field("group/members", _("Wie erbij hoort")))
        text = _("De namen met komma’s ertussen. Later kan er altijd iemand bij.")
        ask(self, self._half, _("Een nieuwe groep"), fields, given, text=text)


def _where_there_are_groups(desk: GroupsScreen) -> str | None:
    return "" if desk.found else None


ACTS: tuple[Act[GroupsScreen], ...] = (
    Act(
        "take",
        ("enter",),
        N_("openen"),
        N_("De gekozen groep openen"),
        lambda desk, _key: desk.take(),
        why_not=_where_there_are_groups,
        prominent=True,
    ),
    Act("new", ("n",), N_("nieuwe groep"), N_("Een nieuwe groep maken"), lambda desk, _key: desk.new(), prominent=True),
    *(replace(act, why_not=_where_there_are_groups) for act in ROWS),
    Act(
        "pick",
        tuple("123456789"),
        N_("kiezen"),
        N_("De groep met dit cijfer openen"),
        lambda desk, key: desk.pick(int(key)),
        why_not=_where_there_are_groups,
    ),
    Act(
        "leave",
        ("q", "tab"),
        N_("naar het begin"),
        N_("Terug naar het beginscherm"),
        lambda desk, _key: desk.back(),
        prominent=True,
    ),
    BLANK,
    HELP,
)
