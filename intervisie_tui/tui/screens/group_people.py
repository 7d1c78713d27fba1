"""What the page of a group asks about its members: who joins, who leaves, who somebody is, who prepares a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from intervisie_tui.archive.dates import day
from intervisie_tui.group.members import active, add, change, come_back, former, leave, member
from intervisie_tui.locale import _
from intervisie_tui.method.fault import shortened
from intervisie_tui.tui.asking import ask, field
from intervisie_tui.tui.dialogs import Pick, confirm
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.screens.group_text import about
from intervisie_tui.tui.sheets.base import FormField

if TYPE_CHECKING:
    from intervisie_tui.group.model import Group, Member
    from intervisie_tui.group.preparation import Preparation
    from intervisie_tui.method.model import Method
    from intervisie_tui.tui.screens.group_page import GroupScreen


def members(desk: GroupScreen) -> None:
    """Choose a member to change something, or add one."""
    group = desk.group
    rows = [Row("+", Content.styled(_("Iemand erbij"), STRONG))]
    rows += [_row(one, about(one)) for one in active(group)]
    rows += [_row(one, _("niet meer bij de groep")) for one in former(group)]

    def chosen(key: str) -> None:
        if key == "+":
            _newcomer(desk)
        else:
            _about_one(desk, member(desk.group, key))

    desk.open(Pick(_("Leden"), rows), chosen)


def prepare(desk: GroupScreen) -> None:
    """Who is it that prepares a case?"""
    if active(desk.group):
        desk.open(who_are_you(desk.group), desk.doors.prepare)
    else:
        desk.tell(_("Er hoort nog niemand bij deze groep."))


def who_are_you(group: Group) -> Pick:
    """Which member is at the keyboard; answers their id."""
    rows = [_row(one, about(one)) for one in active(group)]
    text = _("Wat je voorbereidt, staat alleen in jouw account op deze computer.")
    return Pick(_("Wie ben je?"), rows, text)


def which_paper(found: Sequence[Preparation], methods: Sequence[Method]) -> Pick:
    """Go on with a preparation or begin one for a method; answers the id of either. No title of a case stands here."""
    names = {one.id: f"{shortened(one.name)}, {shortened(one.variant)}" for one in methods}
    rows = []
    for one in found:
        when = _("verder met die van {day}").format(day=day(one.changed))
        rows.append(Row(one.id, Content.assemble((names.get(one.method, one.method), STRONG), "\n", (when, MUTED))))
    for method in methods:
        new = _("een nieuwe voorbereiding")
        rows.append(Row(method.id, Content.assemble((names[method.id], STRONG), "\n", (new, MUTED))))
    return Pick(_("Je casus voorbereiden"), rows, _("Met welke methode gaan jullie hem bespreken?"))


def _row(one: Member, more: str) -> Row:
    return Row(one.id, Content.assemble((one.name, STRONG), (f"  {more}", MUTED)))


def _fields(key: str, one: Member | None) -> tuple[FormField, ...]:
    return (
        field(f"group/{key}/name", _("Naam"), one.name if one else ""),
        field(f"group/{key}/function", _("Functie"), one.function if one else ""),
        field(f"group/{key}/register", _("Register en nummer"), one.register if one else ""),
    )


def _newcomer(desk: GroupScreen) -> None:
    def given(texts: Mapping[str, str]) -> None:
        desk.change(lambda group: add(group, texts["name"], desk.today, texts["function"], texts["register"]), "")

    text = _("Functie en register mogen leeg blijven; ze komen op de lijst van wie erbij was.")
    ask(desk, desk.half, _("Iemand erbij"), _fields("new", None), given, text=text)


def _about_one(desk: GroupScreen, one: Member) -> None:
    rows = [Row("change", Content(_("Naam, functie of register veranderen")))]
    if one.left is None:
        rows.append(Row("leave", Content(_("{name} gaat weg bij de groep").format(name=one.name))))
    else:
        rows.append(Row("back", Content(_("{name} komt terug bij de groep").format(name=one.name))))

    def chosen(key: str) -> None:
        match key:
            case "change":
                _change(desk, one)
            case "leave":
                _leave(desk, one)
            case "back":
                desk.change(lambda group: come_back(group, one.id, desk.today), "")

    desk.open(Pick(one.name, rows), chosen)


def _change(desk: GroupScreen, one: Member) -> None:
    def given(texts: Mapping[str, str]) -> None:
        desk.change(lambda group: change(group, one.id, texts["name"], texts["function"], texts["register"]), "")

    ask(desk, desk.half, one.name, _fields(one.id, one), given)


def _leave(desk: GroupScreen, one: Member) -> None:
    def answered(answer: str) -> None:
        if answer == "yes":
            desk.change(lambda group: leave(group, one.id, desk.today), "")

    text = _("Wat {name} heeft gedaan blijft staan: de bijeenkomsten, de uren en de voornemens.").format(name=one.name)
    title = _("Gaat {name} weg?").format(name=one.name)
    desk.open(confirm(title, text, _("Gaat weg"), _("Blijft")), answered)
