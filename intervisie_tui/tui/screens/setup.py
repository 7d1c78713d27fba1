"""The set-up: four pages on one screen, and at the end the `Setup` with which a meeting begins.

Page Down goes on and Page Up back; whatever was chosen on a page is still there when one comes back to it.
"""

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import OptionList, TextArea

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Now
from intervisie_tui.meeting.starting import Setup
from intervisie_tui.method.catalogue import Catalogue
from intervisie_tui.method.show import describe
from intervisie_tui.tui.dialogs import Read, confirm
from intervisie_tui.tui.screens import setup_choices
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.screens.setup_acts import ACTS
from intervisie_tui.tui.screens.setup_choices import Choices, finished, minutes_of, nothing_yet
from intervisie_tui.tui.screens.setup_head import SetupHead
from intervisie_tui.tui.screens.setup_method import MethodPage
from intervisie_tui.tui.screens.setup_names import NamesPage
from intervisie_tui.tui.screens.setup_page import Page, Sight
from intervisie_tui.tui.screens.setup_roles import RolesPage
from intervisie_tui.tui.screens.setup_time import TimePage, too_short
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.plain import Plain

LOOKS_AT_THE_CLOCK = 5
"""Seconds between two looks at the clock, for the time at which the meeting ends."""


class SetupScreen(ActScreen[Setup | None]):
    """Asks what a meeting needs; dismissed with that, or with None when nothing is to begin.

    The catalogue has at least one method.
    """

    CSS_PATH = "setup.tcss"

    def __init__(self, catalogue: Catalogue, language: str, now: Callable[[], Now], own_keys: dict[str, str]) -> None:
        super().__init__(ACTS, own_keys)
        entries, closing = catalogue.methods, catalogue.closing
        self.choices: Choices = nothing_yet(entries[0].method, language)
        self.pages: tuple[Page, ...] = (MethodPage(entries), NamesPage(), RolesPage(), TimePage())
        self.at = 0
        self._closing_minutes = closing.method.minutes if closing else 0
        self._now = now

    def compose(self) -> ComposeResult:
        yield SetupHead()
        with Container(id="pages"):
            yield from self.pages
        with Horizontal(id="foot"):
            yield Plain(id="message")
        yield KeyLine()

    def on_mount(self) -> None:
        self.set_interval(LOOKS_AT_THE_CLOCK, self.show_choices)
        self._turn_to(0)

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
        self._take_in()
        lacking = self.page.lacking(self.choices)
        if lacking:
            self.tell(lacking)
            self.show_choices()
        elif self.at + 1 < len(self.pages):
            self._turn_to(self.at + 1)
        else:
            self.dismiss(finished(self.choices))

    def go_back(self) -> None:
        """To the page before, or from the first one back to where one came from."""
        self._take_in()
        if self.at:
            self._turn_to(self.at - 1)
        else:
            self.leave()

    def leave(self) -> None:
        """Begin nothing; asked first where names would be lost."""
        self._take_in()
        if not self.choices.setup.names:
            self.dismiss(None)
            return

        def answered(answer: str) -> None:
            if answer == "yes":
                self.dismiss(None)

        text = _("Wat je hebt ingevuld, wordt dan niet bewaard.")
        self.open(confirm(_("Stoppen met voorbereiden?"), text, _("Stoppen"), _("Verder invullen")), answered)

    def _turn_to(self, at: int) -> None:
        self.at = at
        for page in self.pages:
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
        sight = Sight(self.choices, self._closing_minutes, self._now().stamp)
        self.query_one(SetupHead).tell(self.pages, self.at, sight)
        self.page.show(sight)

    def choose(self, change: Callable[[Choices], Choices]) -> None:
        """Change the choices and show them."""
        self.tell("")
        self.choices = change(self.choices)
        self.show_choices()
        self.show_keys()

    def _take_in(self) -> None:
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

    def bring_in(self) -> None:
        """The chosen one brings the case. Who led until now does so no longer, and that is said."""
        who, setup = self.page.chosen, self.choices.setup
        self.choose(lambda choices: setup_choices.with_presenter(choices, who))
        name = setup.names[who]
        if who == setup.facilitator:
            self.tell(_("{name} brengt in, en leidt dus niet.").format(name=name))
        elif who == setup.presenter:
            self.tell(_("{name} brengt de casus in. Page Down gaat verder.").format(name=name))

    def lead(self) -> None:
        """The chosen one leads, or no longer."""
        who, setup = self.page.chosen, self.choices.setup
        if who == setup.presenter:
            self.tell(_("Wie inbrengt kan niet ook leiden. Kies een andere gespreksleider."))
            return
        self.choose(lambda choices: setup_choices.with_facilitator(choices, None if who == setup.facilitator else who))

    def keep_time(self) -> None:
        """The chosen one keeps the time, or no longer."""
        who = self.page.chosen
        now = None if who == self.choices.setup.timekeeper else who
        self.choose(lambda choices: setup_choices.with_timekeeper(choices, now))

    def other_partner(self) -> None:
        """The chosen one works with somebody else."""
        if self._works_along():
            self.choose(lambda choices: setup_choices.with_other_partner(choices, self.page.chosen))

    def work_apart(self) -> None:
        """The chosen one works alone, or with somebody again."""
        if self._works_along():
            self.choose(lambda choices: setup_choices.with_apart(choices, self.page.chosen))

    def _works_along(self) -> bool:
        """Whether the chosen one asks and advises; said where not."""
        who = self.page.chosen
        along = any(who in unit for unit in setup_choices.units(self.choices))
        if not along:
            self.tell(
                _("{name} zit in geen duo: inbrengen of leiden gaat alleen.").format(name=self.choices.setup.names[who])
            )
        return along

    def more(self, minutes: int) -> None:
        """So many minutes more for the chosen step, or less; what is too short is allowed, and said."""
        at, before = self.page.chosen, minutes_of(self.choices)
        self.choose(lambda choices: setup_choices.with_more(choices, at, minutes))
        step, now = self.choices.setup.method.steps[at], minutes_of(self.choices)[at]
        if now == before[at]:
            self.tell(_("Een stap duurt van 1 tot 240 minuten."))
        elif short := too_short(step, now):
            self.tell(_("{title}: {short}.").format(title=step.title, short=short))

    @on(OptionList.OptionHighlighted, "#methods")
    def _other_method(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._take_in()
        self.show_choices()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.tell("")
        self.show_choices()
