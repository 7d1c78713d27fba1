"""The set-up: four pages on one screen, and at the end the `Setup` with which a meeting begins.

Page Down goes on and Page Up back; whatever was chosen on a page is still there when one comes back to it. With a
standing group the names are not typed but ticked off, the rota proposes the roles, and what comes of it is a
`Gathering`.
"""

from collections.abc import Callable
from typing import NoReturn

from msgspec import Struct
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content

from intervisie_tui.archive.groups import ListedGroup
from intervisie_tui.group.model import Group
from intervisie_tui.locale import _
from intervisie_tui.meeting.gathering import Gathering
from intervisie_tui.meeting.model import Now, Refused
from intervisie_tui.meeting.starting import Setup
from intervisie_tui.method.catalogue import Catalogue
from intervisie_tui.method.show import describe
from intervisie_tui.terminal.field import Field
from intervisie_tui.tui.asking import Remembered
from intervisie_tui.tui.dialogs import Read, confirm
from intervisie_tui.tui.screens import setup_choices, setup_company
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.screens.setup_acts import ACTS
from intervisie_tui.tui.screens.setup_choices import Choices, finished, minutes_of, nothing_yet
from intervisie_tui.tui.screens.setup_gather import gathered, minutes_around
from intervisie_tui.tui.screens.setup_head import SetupHead
from intervisie_tui.tui.screens.setup_method import MethodPage
from intervisie_tui.tui.screens.setup_names import NamesPage
from intervisie_tui.tui.screens.setup_page import Page, Sight
from intervisie_tui.tui.screens.setup_roles import RolesPage
from intervisie_tui.tui.screens.setup_time import TimePage, too_short
from intervisie_tui.tui.screens.setup_who import WhoPage
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain

LOOKS_AT_THE_CLOCK = 5
"""Seconds between two looks at the clock, for the time at which the meeting ends."""


def _none() -> NoReturn:
    raise Refused(_("Er is nog geen groep gekozen."))


class Groups(Struct, frozen=True):
    """The standing groups, for whoever sets up a meeting. `read` and `make` (name, names) raise Refused."""

    found: Callable[[], list[ListedGroup]]
    read: Callable[[str], Group]
    make: Callable[[str, tuple[str, ...]], Group]


NO_GROUPS = Groups(found=lambda: [], read=lambda _id: _none(), make=lambda _name, _names: _none())


class SetupScreen(ActScreen[Setup | Gathering | None]):
    """Asks what a meeting needs; dismissed with that, or with None when nothing is to begin.

    The catalogue has at least one method. `group`: who come together, where that is known; `first` for the first time.
    """

    CSS_PATH = "setup.tcss"

    def __init__(  # noqa: PLR0913  # each is one thing that it needs
        self,
        catalogue: Catalogue,
        language: str,
        now: Callable[[], Now],
        own_keys: dict[str, str],
        *,
        groups: Groups = NO_GROUPS,
        group: Group | None = None,
        first: bool = False,
    ) -> None:
        super().__init__(ACTS, own_keys)
        self.catalogue: Catalogue = catalogue
        self.groups: Groups = groups
        self.listed: tuple[ListedGroup, ...] = tuple(groups.found())
        self.choices: Choices = nothing_yet(catalogue.methods[0].method, language)
        self.half: Remembered = Remembered()
        self.now: Callable[[], Now] = now
        self.at = 0
        self._all: dict[str, Page] = {
            "method": MethodPage(catalogue.methods),
            "names": NamesPage(),
            "who": WhoPage(),
            "roles": RolesPage(),
            "time": TimePage(),
        }
        if group is not None:
            script = catalogue.script("first_meeting") if first else None
            self.choices = setup_company.with_group(self.choices, group, now().stamp.date(), script)

    def compose(self) -> ComposeResult:
        yield SetupHead()
        with Container(id="pages"):
            yield from self._all.values()
        with Horizontal(id="foot"):
            yield Plain(id="message")
        yield KeyLine()

    def on_mount(self) -> None:
        self.set_interval(LOOKS_AT_THE_CLOCK, self.show_choices)
        self.turn_to(0)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that there are to go through, for what has been chosen."""
        company = self.choices.company
        keys = ["names"] if company is None else ["who"]
        keys = [*keys, "roles", "time"] if company is not None and company.first else ["method", *keys, "roles", "time"]
        return tuple(self._all[key] for key in keys)

    @property
    def page(self) -> Page:
        """The page that is on."""
        return self.pages[self.at]

    def on_resize(self, event: events.Resize) -> None:
        """The figures of the clock are larger on a larger screen. Textual calls the base's as well."""
        self.show_choices()

    # Moving.

    def go_on(self) -> None:
        """To the next page, or begin; what stands in the way is said."""
        self.take_in()
        lacking = self.page.lacking(self.choices)
        if lacking:
            self.tell(lacking)
            self.show_choices()
        elif self.at + 1 < len(self.pages):
            self.turn_to(self.at + 1)
        elif self.choices.company is None:
            self.dismiss(finished(self.choices))
        else:
            self.dismiss(gathered(self.choices, self.choices.company, self.catalogue, self.now().stamp))

    def go_back(self) -> None:
        """To the page before, or from the first one back to where one came from."""
        self.take_in()
        if self.at:
            self.turn_to(self.at - 1)
        else:
            self.leave()

    def leave(self) -> None:
        """Begin nothing; asked first where names would be lost."""
        self.take_in()
        if not self.choices.setup.names or (self.choices.company and not self.at):
            self.dismiss(None)
            return

        def answered(answer: str) -> None:
            if answer == "yes":
                self.dismiss(None)

        text = _("Wat je hebt ingevuld, wordt dan niet bewaard.")
        self.open(confirm(_("Stoppen met voorbereiden?"), text, _("Stoppen"), _("Verder invullen")), answered)

    def turn_to(self, at: int) -> None:
        """Show this page."""
        self.at = at
        for page in self._all.values():
            page.display = page is self.page
        self.tell("")
        self.show_choices()
        self.page.give_keys()
        self.show_keys()

    def toggle_typing(self) -> None:
        """From the field of names to the keys, or back."""
        if self.in_field:
            self.set_focus(None)
        else:
            self.page.give_keys()

    # Choosing.

    def show_choices(self) -> None:
        """Show everything as it is chosen, and as late as it is now."""
        before, after = minutes_around(self.choices.company, self.catalogue)
        sight = Sight(self.choices, after, self.now().stamp, before)
        self.query_one(SetupHead).tell(self.pages, self.at, sight)
        self.page.show(sight)

    def choose(self, change: Callable[[Choices], Choices]) -> None:
        """Change the choices and show them."""
        self.tell("")
        self.choices = change(self.choices)
        self.show_choices()
        self.show_keys()

    def take_in(self) -> None:
        """What is chosen or typed on this page becomes part of the choices."""
        match self.page:
            case MethodPage(entry=entry):
                self.choices = setup_choices.with_method(self.choices, entry.method)
            case NamesPage(field=field):
                self.choices = setup_choices.with_names(self.choices, field.text)

    def pick(self, number: int) -> None:
        """Let the row with this figure be the chosen one."""
        listing = self.page.listing
        if number <= listing.option_count:
            listing.highlighted = number - 1

    def read(self) -> None:
        """The whole method."""
        method = self.choices.setup.method
        self.open(Read(f"{method.name} · {method.variant}", Content(describe(method))), lambda _read: None)

    def more(self, minutes: int) -> None:
        """So many minutes more for the chosen step, or less; what is too short is allowed, and said."""
        at, before = self.page.chosen, minutes_of(self.choices)
        self.choose(lambda choices: setup_choices.with_more(choices, at, minutes))
        step, now = self.choices.setup.method.steps[at], minutes_of(self.choices)[at]
        if now == before[at]:
            self.tell(_("Een stap duurt van 1 tot 240 minuten."))
        elif short := too_short(step, now):
            self.tell(_("{title}: {short}.").format(title=step.title, short=short))

    @on(Listing.Highlighted, "#methods")
    def _other_method(self, event: Listing.Highlighted) -> None:
        event.stop()
        self.take_in()
        self.show_choices()

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        event.stop()
        self.tell("")
        self.show_choices()
