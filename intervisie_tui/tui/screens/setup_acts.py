"""The acts of the set-up, in the order in which the key line shows them. Some share a key, each on its own page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from intervisie_tui.locale import _
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.screens import setup_acts_group, setup_people
from intervisie_tui.tui.screens import setup_choices as choose
from intervisie_tui.tui.shared_acts import help_with

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.setup import SetupScreen

_FIGURES = tuple("123456789")


def _on(*pages: str) -> Callable[[SetupScreen], str | None]:
    """An act that has a meaning on these pages only."""
    return lambda desk: "" if desk.page.id in pages else None


def _brings(desk: SetupScreen) -> str | None:
    company = desk.choices.company
    return "" if desk.page.id == "roles" and not (company and company.first) else None


def _in_duos(desk: SetupScreen) -> str | None:
    return "" if desk.page.id == "roles" and choose.in_duos(desk.choices) else None


def _can_pair(desk: SetupScreen) -> str | None:
    """Why pairs cannot be chosen."""
    company = desk.choices.company
    if desk.page.id != "roles" or (company and (company.first or company.choosing)):
        return None
    return "" if choose.knows_pairs(desk.choices.setup.method) else _("In deze methode werkt ieder alleen.")


def _can_join(desk: SetupScreen) -> str | None:
    if desk.page.id != "roles":
        return None
    return "" if desk.choices.setup.facilitator is not None else _("Kies eerst wie leidt.")


_MOVING: tuple[Act[SetupScreen], ...] = (
    Act(
        "on",
        ("pagedown",),
        N_("verder"),
        N_("Verder, naar de volgende bladzijde"),
        lambda desk, _key: desk.go_on(),
        why_not=_on("method", "names", "who", "roles"),
        typing=True,
        prominent=True,
    ),
    Act(  # under the same name, so that own keys hold for both
        "on",
        ("pagedown",),
        N_("beginnen"),
        N_("De bijeenkomst beginnen; de klok gaat lopen"),
        lambda desk, _key: desk.go_on(),
        why_not=_on("time"),
        prominent=True,
    ),
    Act(
        "back",
        ("pageup",),
        N_("terug"),
        N_("Terug; wat er gekozen is, blijft staan"),
        lambda desk, _key: desk.go_back(),
        typing=True,
        prominent=True,
    ),
    Act(
        "take",
        ("enter",),
        N_("nemen"),
        N_("Deze methode nemen, en verder"),
        lambda desk, _key: desk.go_on(),
        why_not=_on("method"),
        prominent=True,
    ),
    Act(
        "begin",
        ("enter",),
        N_("beginnen"),
        N_("De bijeenkomst beginnen; de klok gaat lopen"),
        lambda desk, _key: desk.go_on(),
        why_not=_on("time"),
    ),
    Act(
        "fields",
        ("tab", "enter"),
        N_("typen"),
        N_("Wisselen tussen typen en de andere toetsen"),
        lambda desk, _key: desk.toggle_typing(),
        why_not=_on("names"),
        typing=True,
        prominent=True,
        label_typing=N_("andere toetsen"),
    ),
)

_ROLES: tuple[Act[SetupScreen], ...] = (
    Act(
        "presenter",
        ("i", "enter"),
        N_("inbrenger"),
        N_("Deze brengt de casus in; Enter doet hetzelfde"),
        lambda desk, _key: setup_people.bring_in(desk),
        why_not=_brings,
        prominent=True,
    ),
    Act(
        "facilitator",
        ("g",),
        N_("gespreksleider"),
        N_("Deze leidt het gesprek; nog eens: niemand genoemd"),
        lambda desk, _key: setup_people.lead(desk),
        why_not=_on("roles"),
        prominent=True,
    ),
    Act(
        "timekeeper",
        ("t",),
        N_("tijdbewaker"),
        N_("Deze bewaakt de tijd; nog eens: niemand genoemd"),
        lambda desk, _key: setup_people.keep_time(desk),
        why_not=_on("roles"),
        prominent=True,
    ),
    Act(
        "joins",
        ("m",),
        N_("leider doet mee"),
        N_("De gespreksleider doet mee in de rondes, of leidt alleen"),
        lambda desk, _key: desk.choose(choose.with_joining),
        why_not=_can_join,
        prominent=True,
    ),
    Act(
        "working",
        ("w",),
        N_("alleen of duo’s"),
        N_("Schrijven en inbrengen: ieder alleen, of in duo’s"),
        lambda desk, _key: desk.choose(choose.with_working),
        why_not=_can_pair,
        prominent=True,
    ),
    Act(
        "partner",
        ("d",),
        N_("ander duo"),
        N_("Deze werkt samen met de volgende van de groep"),
        lambda desk, _key: setup_people.other_partner(desk),
        why_not=_in_duos,
        prominent=True,
    ),
    Act(
        "apart",
        ("a",),
        N_("apart"),
        N_("Deze werkt alleen, ook al werken de anderen in duo’s; nog eens: weer samen"),
        lambda desk, _key: setup_people.work_apart(desk),
        why_not=_in_duos,
        prominent=True,
    ),
    Act(
        "pairs_again",
        ("h",),
        N_("eerste voorstel"),
        N_("De duo’s zoals ze eerst werden voorgesteld"),
        lambda desk, _key: desk.choose(choose.with_proposed_pairs),
        why_not=_in_duos,
        prominent=True,
    ),
)

_TIME: tuple[Act[SetupScreen], ...] = (
    Act(
        "more",
        ("+", "="),
        N_("minuut erbij"),
        N_("Een minuut meer voor deze stap"),
        lambda desk, _key: desk.more(1),
        why_not=_on("time"),
        prominent=True,
    ),
    Act(
        "less",
        ("-",),
        N_("minuut eraf"),
        N_("Een minuut minder voor deze stap"),
        lambda desk, _key: desk.more(-1),
        why_not=_on("time"),
        prominent=True,
    ),
    Act(
        "minutes_again",
        ("h",),
        N_("zoals de methode"),
        N_("De minuten zoals de methode ze geeft"),
        lambda desk, _key: desk.choose(choose.with_minutes_of_method),
        why_not=_on("time"),
        prominent=True,
    ),
)

_REST: tuple[Act[SetupScreen], ...] = (
    Act(
        "pick",
        _FIGURES,
        N_("kiezen"),
        N_("Kiezen met een cijfer, of met de pijltjes"),
        lambda desk, key: desk.pick(int(key)),
        why_not=_on("method", "who", "roles", "time"),
        prominent=True,
    ),
    Act(
        "read",
        ("l",),
        N_("lezen"),
        N_("De hele methode lezen"),
        lambda desk, _key: desk.read(),
        why_not=_on("method"),
        prominent=True,
    ),
    Act(
        "leave",
        ("q",),
        N_("stoppen"),
        N_("Stoppen met voorbereiden, terug naar het begin"),
        lambda desk, _key: desk.leave(),
    ),
    help_with(N_("Op andere bladzijden")),
)

ACTS = (
    *_MOVING,
    *setup_acts_group.WHO,
    *_ROLES[:3],
    *setup_acts_group.ROLES,
    *_ROLES[3:],
    *_TIME,
    *setup_acts_group.TIME,
    *_REST,
)
