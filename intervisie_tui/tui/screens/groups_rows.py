"""The groups as rows to choose from. No widgets."""

from textual.content import Content

from intervisie_tui.archive.dates import day
from intervisie_tui.archive.groups import ListedGroup
from intervisie_tui.locale import _, ngettext
from intervisie_tui.method.fault import shortened
from intervisie_tui.tui.row import MUTED, STRONG, Row


def empty() -> Content:
    """What a group is for, where there is none yet."""
    return Content(
        _(
            "Er is nog geen groep. Maak er een met n: een naam, en wie erbij hoort.\n\n"
            "In de eerste bijeenkomst maken jullie samen de afspraken. Daarna onthoudt het programma ze, "
            "en ook wie er aan de beurt is en waar jullie op terugkomen."
        )
    )


def row(one: ListedGroup) -> Row:
    """Its name, and in short how it stands; of one that cannot be read what is wrong."""
    if one.fault:
        title = Content.assemble((_("Onleesbaar"), STRONG), f"  {one.id}")
        return Row(one.id, Content.assemble(title, "\n", (shortened(one.fault, 200), MUTED)))
    return Row(one.id, Content.assemble((shortened(one.name, 60), STRONG), "\n", (" · ".join(_about(one)), MUTED)))


def _about(one: ListedGroup) -> list[str]:
    parts = [ngettext("{n} lid", "{n} leden", one.members).format(n=one.members)]
    if one.meetings:
        parts.append(ngettext("{n} bijeenkomst", "{n} bijeenkomsten", one.meetings).format(n=one.meetings))
    else:
        parts.append(_("de eerste bijeenkomst komt nog"))
    if one.next_day:
        parts.append(_("volgende keer {day}").format(day=day(one.next_day)))
    return parts
