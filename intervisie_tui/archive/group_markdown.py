"""A group as Markdown: its agreements as a contract to sign, and what it did, for those who belong to it.

No words of a case: titles only where the group keeps them. Names and wordings come out letter for letter.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from intervisie_tui.archive.dates import day
from intervisie_tui.archive.exporting import write_beside
from intervisie_tui.archive.groups import read_group
from intervisie_tui.archive.markdown_text import escaped, item, on_one_line
from intervisie_tui.archive.paths import Shelf, groups_folder
from intervisie_tui.group.agreements import in_force
from intervisie_tui.group.hours import hours
from intervisie_tui.group.intentions import open_intentions
from intervisie_tui.group.members import active, name_of
from intervisie_tui.group.model import Agreement, Earlier, Group, Intention, NextMeeting, Past
from intervisie_tui.group.rota import Duty, queue
from intervisie_tui.locale import _, ngettext


def export_group(group_id: str, shelf: Shelf = groups_folder) -> Path:
    """Write the Markdown of a group beside its file, and say where (see `write_beside`). Raises Unusable."""
    return write_beside(shelf(), group_id, group_markdown(read_group(group_id, shelf)))


def group_markdown(group: Group) -> str:
    """The whole group as a Markdown document, ended by a line end."""
    blocks = [*_top(group), *_members(group), *_contract(group), *_turns(group)]
    blocks += [*_intentions(group), *_meetings(group), *_hours(group)]
    return "\n\n".join(blocks) + "\n"


def duties() -> tuple[tuple[Duty, str], ...]:
    """The roles that go round, with their names."""
    return (
        ("presenter", _("inbrenger")),
        ("facilitator", _("gespreksleider")),
        ("timekeeper", _("tijdbewaker")),
        ("scribe", _("notulist")),
    )


def next_in_words(coming: NextMeeting) -> str:
    """When the group meets again: 12 januari 2027, 19:30, bij de bibliotheek."""
    at = f"{coming.at:%H:%M}" if coming.at else ""
    return ", ".join(piece for piece in (day(coming.day), at, coming.place) if piece)


def hours_in_words(seconds: int) -> str:
    """A duration in hours and minutes: 12:05."""
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _top(group: Group) -> Iterator[str]:
    yield "# " + on_one_line(group.name)
    members = ngettext("{n} lid", "{n} leden", len(active(group))).format(n=len(active(group)))
    held = ngettext("{n} bijeenkomst", "{n} bijeenkomsten", len(group.past)).format(n=len(group.past))
    lines = [f"{members}, {held}."]
    if group.next:
        lines.append(_("Volgende bijeenkomst: {when}.").format(when=on_one_line(next_in_words(group.next))))
    if group.evaluations:
        when = day(group.evaluations[-1].day)
        lines.append(_("Voor het laatst als groep teruggekeken op {day}.").format(day=when))
    yield "\\\n".join(lines)


def _members(group: Group) -> Iterator[str]:
    yield "## " + _("Leden")
    head = (_("Naam"), _("Functie"), _("Register"), _("Lid"))
    yield _table(head, ((one.name, one.function, one.register, _span(one.since, one.left)) for one in group.members))


def _span(joined: date, left: date | None) -> str:
    if left:
        return _("van {since} tot {until}").format(since=day(joined), until=day(left))
    return _("sinds {day}").format(day=day(joined))


def _contract(group: Group) -> Iterator[str]:
    agreed = in_force(group)
    if not agreed:
        return
    yield "## " + _("Onze afspraken")
    yield "\n".join(
        f"{n}. **{on_one_line(one.label)}**\\\n   " + _under(escaped(one.wording), f"*{_since(one.since)}*")
        for n, one in enumerate(agreed, 1)
    )
    yield "### " + _("Akkoord")
    yield _("Wie tekent, houdt zich aan deze afspraken. Wie later lid wordt, tekent ook.")
    yield _table((_("Naam"), _("Datum"), _("Handtekening")), ((one.name, "", "") for one in active(group)))
    earlier = [_was(one, was) for one in group.agreements for was in one.earlier]
    if earlier:
        yield "### " + _("Wat er eerder stond")
        yield "\n".join(map(item, earlier))


def _was(agreement: Agreement, was: Earlier) -> str:
    span = _("van {since} tot {until}").format(since=day(was.since), until=day(was.until))
    return f"**{on_one_line(agreement.label)}**, {span}\\\n{escaped(was.wording)}"


def _since(when: date) -> str:
    return _("sinds {day}").format(day=day(when))


def _under(*lines: str) -> str:
    return "\\\n".join(lines).replace("\n", "\n   ")


def _turns(group: Group) -> Iterator[str]:
    yield "## " + _("Wie er aan de beurt is")
    yield _("Wie het langst heeft gewacht, staat voorop. De groep kiest zelf.")
    rows = ((name, ", ".join(one.member.name for one in queue(group, duty))) for duty, name in duties())
    yield _table((_("Rol"), _("Volgorde")), rows)


def _intentions(group: Group) -> Iterator[str]:
    waiting = open_intentions(group)
    if waiting:
        yield "## " + _("Voornemens om op terug te kijken")
        yield "\n".join(item(_intention(group, one)) for one in waiting)


def _intention(group: Group, one: Intention) -> str:
    about = [_("op {day}").format(day=day(one.day))]
    about += [_("wanneer: {when}").format(when=one.when)] * bool(one.when)
    about += [_("vertelt het aan: {name}").format(name=one.report_to)] * bool(one.report_to)
    said = ", ".join(about)
    return f"**{on_one_line(name_of(group, one.who))}**: {escaped(one.step)}\\\n*{on_one_line(said)}*"


def _meetings(group: Group) -> Iterator[str]:
    if group.past:
        yield "## " + _("Bijeenkomsten")
        head = (_("Datum"), _("Duur"), _("Aanwezig"), _("Gespreksleider"), _("Casussen"))
        yield _table(head, (_row(group, past) for past in group.past))


def _row(group: Group, past: Past) -> tuple[str, ...]:
    there = [name_of(group, one.member) for one in past.attended if one.presence == "present"]
    led = ", ".join(name_of(group, who) for who in past.facilitators)
    return (day(past.day), hours_in_words(past.seconds), ", ".join(there), led, cases_in_words(group, past))


def cases_in_words(group: Group, past: Past) -> str:
    """Whether it was the first meeting, and who brought a case, with its title where the group keeps titles."""
    found = [
        f"{name_of(group, case.presenter)}: {case.title}" if case.title else name_of(group, case.presenter)
        for case in past.cases
    ]
    first = [_("eerste bijeenkomst")] if past.first else []
    return "; ".join([*first, *found])


def _hours(group: Group) -> Iterator[str]:
    if group.past:
        yield "## " + _("Uren")
        head = (_("Naam"), _("Bijeenkomsten"), _("Uren, zonder pauzes"))
        yield _table(head, ((one.member.name, str(one.meetings), hours_in_words(one.seconds)) for one in hours(group)))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head)]
    body = [f"| {' | '.join(map(on_one_line, row))} |" for row in rows]
    return "\n".join([*(f"| {' | '.join(line)} |" for line in lines), *body])
