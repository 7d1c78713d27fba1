"""What the roles page of the set-up does: who brings the case, leads, keeps time, writes, and works with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intervisie_tui.group.rota import Duty
from intervisie_tui.locale import _
from intervisie_tui.tui.screens import setup_choices, setup_company

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.setup import SetupScreen


def bring_in(desk: SetupScreen) -> None:
    """The chosen one brings the case. Who led until now does so no longer, and that is said."""
    who, setup = desk.page.chosen, desk.choices.setup
    desk.choose(lambda choices: _by_hand(setup_choices.with_presenter(choices, who), "presenter"))
    name = setup.names[who]
    if who == setup.facilitator:
        desk.tell(_("{name} brengt in, en leidt dus niet.").format(name=name))
    elif who == setup.presenter:
        desk.tell(_("{name} brengt de casus in. Page Down gaat verder.").format(name=name))


def lead(desk: SetupScreen) -> None:
    """The chosen one leads, or no longer."""
    who, setup = desk.page.chosen, desk.choices.setup
    if who == setup.presenter:
        desk.tell(_("Wie inbrengt kan niet ook leiden. Kies een andere gespreksleider."))
        return
    leads = None if who == setup.facilitator else who
    desk.choose(lambda choices: _by_hand(setup_choices.with_facilitator(choices, leads), "facilitator"))


def keep_time(desk: SetupScreen) -> None:
    """The chosen one keeps the time, or no longer."""
    who = desk.page.chosen
    now = None if who == desk.choices.setup.timekeeper else who
    desk.choose(lambda choices: _by_hand(setup_choices.with_timekeeper(choices, now), "timekeeper"))


def write_down(desk: SetupScreen) -> None:
    """The chosen one writes the report, or no longer."""
    who, company = desk.page.chosen, desk.choices.company
    now = None if company is None or who == company.scribe else who
    desk.choose(lambda choices: setup_company.with_scribe(choices, now))


def other_partner(desk: SetupScreen) -> None:
    """The chosen one works with somebody else."""
    if _works_along(desk):
        desk.choose(lambda choices: setup_choices.with_other_partner(choices, desk.page.chosen))


def work_apart(desk: SetupScreen) -> None:
    """The chosen one works alone, or with somebody again."""
    if _works_along(desk):
        desk.choose(lambda choices: setup_choices.with_apart(choices, desk.page.chosen))


def _by_hand(choices: setup_choices.Choices, duty: Duty) -> setup_choices.Choices:
    """Chosen by somebody; what that leaves open in a group is proposed anew."""
    chosen = setup_company.chosen_by_hand(choices, duty)
    return chosen if chosen.company is None else setup_company.by_rota(chosen)


def _works_along(desk: SetupScreen) -> bool:
    """Whether the chosen one asks and advises; said where not."""
    who = desk.page.chosen
    along = any(who in unit for unit in setup_choices.units(desk.choices))
    if not along:
        name = desk.choices.setup.names[who]
        desk.tell(_("{name} zit in geen duo: inbrengen of leiden gaat alleen.").format(name=name))
    return along
