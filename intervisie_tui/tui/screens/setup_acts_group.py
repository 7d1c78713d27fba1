"""The acts of the set-up that a standing group brings with it; each on its own page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.screens import setup_company, setup_group, setup_people
from intervisie_tui.tui.screens.setup_choices import Here

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.setup import SetupScreen


def _some(desk: SetupScreen) -> str | None:
    """Where there is a group to choose."""
    pages = ("method", "names", "who")
    return "" if desk.page.id in pages and any(not one.fault for one in desk.listed) else None


def _in_group(page: str, *, case: bool = False) -> Callable[[SetupScreen], str | None]:
    """On this page, where a group was chosen; with `case`, not for its first meeting."""

    def why_not(desk: SetupScreen) -> str | None:
        company = desk.choices.company
        return "" if company and desk.page.id == page and not (case and company.first) else None

    return why_not


def _without_group(desk: SetupScreen) -> str | None:
    return "" if desk.choices.company is None and desk.page.id in ("names", "roles") else None


def _here(id_: str, key: str, label: str, help_: str, here: Here) -> Act[SetupScreen]:
    return Act(
        id_,
        (key,),
        label,
        help_,
        lambda desk, _key: setup_group.is_here(desk, here),
        why_not=_in_group("who"),
        prominent=True,
    )


WHO: tuple[Act[SetupScreen], ...] = (
    _here("here", "a", N_("aanwezig"), N_("Deze is er, en verder met de volgende"), "present"),
    _here("later", "l", N_("komt later"), N_("Deze komt later, en verder met de volgende"), "later"),
    _here("excused", "m", N_("afgemeld"), N_("Deze heeft zich afgemeld, en verder met de volgende"), "excused"),
    _here("absent", "w", N_("afwezig"), N_("Deze is er niet, en verder met de volgende"), "absent"),
    Act(
        "guest",
        ("n",),
        N_("gast"),
        N_("Iemand die er alleen vandaag bij is"),
        lambda desk, _key: setup_group.guest(desk),
        why_not=_in_group("who"),
        prominent=True,
    ),
    Act(
        "group",
        ("g",),
        N_("groep"),
        N_("Een vaste groep kiezen; dan staat al klaar wie erbij hoort en wie aan de beurt is"),
        lambda desk, _key: setup_group.choose_group(desk),
        why_not=_some,
        prominent=True,
    ),
)

ROLES: tuple[Act[SetupScreen], ...] = (
    Act(
        "scribe",
        ("s",),
        N_("notulist"),
        N_("Deze maakt het verslag; nog eens: niemand genoemd"),
        lambda desk, _key: setup_people.write_down(desk),
        why_not=_in_group("roles"),
        prominent=True,
    ),
    Act(
        "choosing",
        ("k",),
        N_("samen kiezen"),
        N_("Wie inbrengt kiezen jullie samen in de bijeenkomst; nog eens: wie aan de beurt is"),
        lambda desk, _key: desk.choose(setup_company.with_choosing),
        why_not=_in_group("roles", case=True),
        prominent=True,
    ),
    Act(
        "make_group",
        ("v",),
        N_("vaste groep"),
        N_("Van deze mensen een vaste groep maken"),
        lambda desk, _key: setup_group.make_group(desk),
        why_not=_without_group,
    ),
)

TIME: tuple[Act[SetupScreen], ...] = (
    Act(
        "until",
        ("e",),
        N_("afgesproken eind"),
        N_("Tot hoe laat jullie hebben afgesproken"),
        lambda desk, _key: setup_group.agreed_end(desk),
        why_not=_in_group("time"),
        prominent=True,
    ),
    Act(
        "evaluation",
        ("v",),
        N_("evaluatie"),
        N_("Aan het eind terugkijken als groep, of deze keer niet"),
        lambda desk, _key: desk.choose(setup_company.with_evaluation),
        why_not=_in_group("time", case=True),
        prominent=True,
    ),
)
