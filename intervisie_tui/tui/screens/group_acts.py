"""The acts on the page of a group, in the order in which the key line shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intervisie_tui.locale import _
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.screens import group_dialogs, group_people
from intervisie_tui.tui.shared_acts import BLANK, HELP

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.group_page import GroupScreen


def _dated(desk: GroupScreen) -> str:
    return "" if desk.group.next else _("Kies eerst een datum voor de volgende keer.")


ACTS: tuple[Act[GroupScreen], ...] = (
    Act(
        "take", ("enter",), N_("nemen"), N_("Doen wat bij het gekozen onderwerp staat"), lambda desk, _key: desk.take()
    ),
    Act(
        "row_down",
        ("down", "pagedown"),
        N_("omlaag"),
        N_("Naar het volgende onderwerp; Page Down doet hetzelfde"),
        lambda desk, _key: desk.step(1),
        prominent=True,
    ),
    Act(
        "row_up",
        ("up", "pageup"),
        N_("omhoog"),
        N_("Naar het vorige onderwerp; Page Up doet hetzelfde"),
        lambda desk, _key: desk.step(-1),
        prominent=True,
    ),
    Act(
        "pick",
        tuple("123456789"),
        N_("kiezen"),
        N_("Een onderwerp kiezen met een cijfer, of met de pijltjes"),
        lambda desk, key: desk.pick(int(key)),
        prominent=True,
    ),
    Act(
        "read",
        ("l",),
        N_("alles lezen"),
        N_("Het gekozen onderwerp helemaal lezen"),
        lambda desk, _key: desk.read(),
        prominent=True,
    ),
    Act(
        "prepare",
        ("p",),
        N_("voorbereiden"),
        N_("Je casus voorbereiden, alleen voor jezelf"),
        lambda desk, _key: group_people.prepare(desk),
        prominent=True,
    ),
    Act(
        "export",
        ("e",),
        N_("Markdown"),
        N_("De groep als leesbare tekst bewaren, met de afspraken om te ondertekenen"),
        lambda desk, _key: desk.write(desk.doors.export, _("De groep staat nu ook als Markdown in {path}")),
        prominent=True,
    ),
    Act(
        "calendar",
        ("a",),
        N_("agenda"),
        N_("De volgende keer als bestand voor je agenda (.ics) bewaren"),
        lambda desk, _key: desk.write(desk.doors.calendar, _("Voor je agenda: {path}")),
        why_not=_dated,
        prominent=True,
    ),
    Act(
        "name",
        ("n",),
        N_("naam"),
        N_("De groep een andere naam geven"),
        lambda desk, _key: group_dialogs.rename(desk),
        why_not=lambda desk: desk.read_only,
        prominent=True,
    ),
    Act(
        "leave",
        ("q", "tab"),
        N_("alle groepen"),
        N_("Terug naar de lijst met groepen; alles is bewaard"),
        lambda desk, _key: desk.doors.back(),
        prominent=True,
    ),
    BLANK,
    HELP,
)
