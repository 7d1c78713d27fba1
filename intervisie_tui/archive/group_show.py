"""A group, and the list of groups, as plain lines for a terminal: `intervisie group list` and `show`."""

from collections.abc import Iterator, Sequence
from datetime import date

from intervisie_tui.archive.dates import day
from intervisie_tui.archive.group_markdown import cases_in_words, duties, hours_in_words, next_in_words
from intervisie_tui.archive.groups import ListedGroup
from intervisie_tui.group.agreements import in_force
from intervisie_tui.group.hours import hours
from intervisie_tui.group.intentions import evaluation_due, open_intentions
from intervisie_tui.group.members import active, name_of
from intervisie_tui.group.model import Group
from intervisie_tui.group.rota import queue
from intervisie_tui.locale import _, ngettext
from intervisie_tui.method.text import one_line


def group_list(groups: Sequence[ListedGroup]) -> str:
    """A line a group, with its id; those that can't be read are told apart by the caller."""
    sound = [one for one in groups if not one.fault]
    if not sound:
        return _("Er is nog geen groep. Je maakt er een op het beginscherm, bij Groepen.")
    wide = max(len(one.name) for one in sound)
    return "\n".join(f"{one.name:{wide}}  {_counted(one)}  {one.id}" for one in sound)


def describe_group(group: Group, today: date) -> str:
    """What the group has and whose turn it is, in paragraphs with a title each."""
    paragraphs = (
        [group.name, *_next(group, today)],
        [_("Leden"), *_members(group)],
        [_("Wie er aan de beurt is"), *_turns(group)],
        [_("Voornemens om op terug te kijken"), *_intentions(group)],
        [_("Onze afspraken"), *(f"  {one.label}: {_indented(one.wording)}" for one in in_force(group))],
        [_("Bijeenkomsten"), *_meetings(group)],
        [_("Uren, zonder pauzes"), *_hours(group)],
    )
    return "\n\n".join("\n".join(lines) for lines in paragraphs if len(lines) > 1)


def _counted(one: ListedGroup) -> str:
    members = ngettext("{n} lid", "{n} leden", one.members).format(n=one.members)
    held = ngettext("{n} bijeenkomst", "{n} bijeenkomsten", one.meetings).format(n=one.meetings)
    return f"{members}, {held}"


def _next(group: Group, today: date) -> Iterator[str]:
    if group.next:
        yield _("Volgende bijeenkomst: {when}.").format(when=one_line(next_in_words(group.next)))
    else:
        yield _("Er is nog geen datum voor de volgende bijeenkomst.")
    if evaluation_due(group, today):
        yield _("Het is een half jaar geleden dat jullie als groep terugkeken.")


def _members(group: Group) -> Iterator[str]:
    for one in active(group):
        yield "  " + ", ".join(piece for piece in (one.name, one.function, one.register) if piece)


def _turns(group: Group) -> Iterator[str]:
    wide = max(len(name) for _duty, name in duties())
    for duty, name in duties():
        names = ", ".join(one.member.name for one in queue(group, duty))
        if names:
            yield f"  {name:{wide}}  {names}"


def _intentions(group: Group) -> Iterator[str]:
    for one in open_intentions(group):
        yield f"  {name_of(group, one.who)}, {day(one.day)}: {one.step}"


def _meetings(group: Group) -> Iterator[str]:
    for past in group.past:
        yield "  " + "  ".join(
            piece for piece in (day(past.day), hours_in_words(past.seconds), cases_in_words(group, past)) if piece
        )


def _hours(group: Group) -> Iterator[str]:
    if group.past:
        wide = max(len(one.member.name) for one in hours(group))
        for one in hours(group):
            yield f"  {one.member.name:{wide}}  {hours_in_words(one.seconds)}"


def _indented(wording: str) -> str:
    return wording.replace("\n", "\n    ")
