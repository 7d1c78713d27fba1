"""What the set-up asks where a standing group comes together: which one, who else is there, until when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.content import Content

from intervisie_tui.group.days import hour
from intervisie_tui.group.model import Group
from intervisie_tui.group.rota import Duty
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Refused
from intervisie_tui.method.text import one_line
from intervisie_tui.tui.asking import ask, field
from intervisie_tui.tui.dialogs import Pick
from intervisie_tui.tui.row import STRONG, Row
from intervisie_tui.tui.screens import setup_company
from intervisie_tui.tui.screens.groups_rows import row
from intervisie_tui.tui.screens.setup_choices import NOBODY, Choices, Here
from intervisie_tui.tui.screens.setup_who import WhoPage

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.setup import SetupScreen

_NONE = "-"


def first_or_case() -> Pick:
    """For a group that never met: what is it going to be? Answers "first" or "case"."""
    first = (_("De eerste bijeenkomst"), _("kennismaken en afspraken maken; een casus hoeft niet"))
    case = (_("Meteen een casus"), _("de afspraken kennen jullie al, of ze komen later"))
    rows = [
        Row(key, Content.assemble((title, STRONG), f"\n{about}"))
        for key, (title, about) in (("first", first), ("case", case))
    ]
    return Pick(_("Wat wordt het vandaag?"), rows)


def choose_group(desk: SetupScreen) -> None:
    """Which group comes together, or none after all."""
    rows = [row(one) for one in desk.listed if not one.fault]
    if desk.choices.company is not None:
        rows.append(Row(_NONE, Content.styled(_("Zonder groep: de namen zelf typen"), STRONG)))

    def chosen(group_id: str) -> None:
        if group_id == _NONE:
            desk.choose(setup_company.without_group)
            desk.turn_to(0)
            return
        group = desk.groups.read(group_id)
        if group.past:
            _with(desk, group, first=False)
        else:
            desk.open(first_or_case(), lambda answer: _with(desk, group, first=answer == "first"))

    desk.open(Pick(_("Welke groep?"), rows), chosen)


def _with(desk: SetupScreen, group: Group, *, first: bool) -> None:
    desk.take_in()
    script = desk.catalogue.script("first_meeting") if first else None
    today = desk.now().stamp.date()
    desk.choose(lambda choices: setup_company.with_group(choices, group, today, script))
    desk.turn_to(next(i for i, page in enumerate(desk.pages) if isinstance(page, WhoPage)))


def is_here(desk: SetupScreen, here: Here) -> None:
    """The chosen one is there, still to come, excused or absent; on to the next."""
    page = desk.page
    at = page.chosen
    desk.choose(lambda choices: setup_company.with_here(choices, at, here))
    if isinstance(page, WhoPage):
        page.step()


def guest(desk: SetupScreen) -> None:
    """Somebody else is there today."""

    def given(texts: Mapping[str, str]) -> None:
        changed = setup_company.with_guest(desk.choices, texts["name"])
        desk.choose(lambda _choices: changed)

    text = _("Alleen voor vandaag. Nieuwe leden voeg je toe op de bladzijde van de groep.")
    ask(desk, desk.half, _("Een gast"), (field("setup/guest/name", _("Naam")),), given, text=text)


def make_group(desk: SetupScreen) -> None:
    """Let those who have been named be a standing group from now on."""
    desk.take_in()
    if len(desk.choices.setup.names) < 2:
        desk.tell(_("Er zijn minstens twee namen nodig."))
        return

    def given(texts: Mapping[str, str]) -> None:
        if not one_line(texts["name"]):
            raise Refused(_("Geef de groep eerst een naam."))
        group = desk.groups.make(texts["name"], desk.choices.setup.names)
        today = desk.now().stamp.date()
        desk.choose(lambda choices: _as_group(choices, setup_company.with_group(choices, group, today)))
        desk.turn_to(desk.at)
        desk.tell(_("De groep is gemaakt. De afspraken maak je op de bladzijde van de groep, of in de bijeenkomst."))

    text = _("Wie hier nu staat, hoort erbij en staat er de volgende keer ook.")
    ask(desk, desk.half, _("Een vaste groep"), (field("setup/group/name", _("Naam van de groep")),), given, text=text)


def _as_group(before: Choices, after: Choices) -> Choices:
    """The roles that had been chosen already stay as they were."""
    setup, company = before.setup, after.company
    if company is None:
        return after
    hand: dict[Duty, bool] = {
        "presenter": setup.presenter != NOBODY,
        "facilitator": setup.facilitator is not None,
        "timekeeper": setup.timekeeper is not None,
    }
    company = replace(company, by_hand=frozenset(duty for duty, chosen in hand.items() if chosen))
    return setup_company.by_rota(replace(before, company=replace(company, scribe=None)))


def agreed_end(desk: SetupScreen) -> None:
    """Until when they agreed to go on."""
    company = desk.choices.company
    now = f"{company.end:%H:%M}" if company and company.end else ""

    def given(texts: Mapping[str, str]) -> None:
        end = hour(texts["end"])
        if end is None and one_line(texts["end"]):
            raise Refused(_("Deze tijd is niet duidelijk. Typ bijvoorbeeld: 21:30."))
        desk.choose(lambda choices: setup_company.with_end(choices, end))

    text = _("Wordt het later, dan zegt het scherm dat, en hoe het korter kan. Leeg laten: geen afgesproken eind.")
    ask(desk, desk.half, _("Tot hoe laat?"), (field("setup/until/end", _("Tot"), now),), given, text=text)
