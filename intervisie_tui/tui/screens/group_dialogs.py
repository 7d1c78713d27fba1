"""What the page of a group asks about the group itself: its agreements, its meetings, its name, the next time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.content import Content

from intervisie_tui.archive.dates import day
from intervisie_tui.group.agreements import HOW_CASES_COME_IN, TITLES, agreed_on, as_agreed, keep_titles, settle
from intervisie_tui.group.days import understood
from intervisie_tui.group.members import LONGEST_DETAIL, called
from intervisie_tui.group.model import Agreement, Group, NextMeeting
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Refused
from intervisie_tui.method.model import Field
from intervisie_tui.method.text import one_line
from intervisie_tui.tui.asking import ask, field
from intervisie_tui.tui.dialogs import Pick, confirm
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.screens.group_text import past_lines
from intervisie_tui.tui.screens.setup_group import first_or_case
from intervisie_tui.tui.sheets.base import FormField
from intervisie_tui.tui.widgets.lines import short

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.group_page import GroupScreen

_SHORT = 66
"""Columns of a wording that is only to be recognised."""
_USUAL, _LONGEST = 120, 600
"""Minutes of a meeting: where nobody says otherwise, and at most."""
_OWN = "eigen-"
"""Begins the topic of an agreement that is in no list."""


def begin(desk: GroupScreen) -> None:
    """To the set-up; a group that never met is asked whether this is its first meeting."""
    if desk.group.past:
        desk.doors.begin(False)
        return
    desk.open(first_or_case(), lambda answer: desk.doors.begin(answer == "first"))


def agreements(desk: GroupScreen) -> None:
    """All that can be agreed on, with what was; then the wording of the one that is chosen."""
    group = desk.group
    known = [one.id for one in desk.fields]
    own = [one for one in group.agreements if one.topic not in known]
    rows = [_agreement_row(one.id, one.label, agreed_on(group, one.id)) for one in desk.fields]
    rows += [_agreement_row(one.topic, one.label, one) for one in own]
    rows.append(Row("+", Content.styled(_("Een afspraak van jullie zelf"), STRONG)))
    rows += [row for row in (_turn_row(desk), _titles_row(desk)) if row]
    by_topic = {one.id: one for one in desk.fields} | {one.topic: _as_field(one) for one in own}

    def chosen(key: str) -> None:
        if key == "titles":
            _keep_titles(desk)
        elif key == "brings":
            _other_turn(desk)
        elif key == "+":
            _own_agreement(desk)
        else:
            _reword(desk, by_topic[key])

    text = _("Kies een afspraak om hem te lezen of te veranderen. Wat er stond, blijft bewaard.")
    desk.open(Pick(_("Afspraken"), rows, text), chosen)


def _agreement_row(topic: str, label: str, agreed: Agreement | None) -> Row:
    if agreed is None or not agreed.wording:
        return Row(topic, Content.assemble((label, STRONG), ("  " + _("nog niets afgesproken"), MUTED)))
    line = short(Content(one_line(agreed.wording)), _SHORT)
    return Row(topic, Content.assemble((label, STRONG), "\n", line.stylize(MUTED)))


def _as_field(one: Agreement) -> Field:
    return Field(id=one.topic, label=one.label)


def _reword(desk: GroupScreen, topic: Field) -> None:
    agreed = agreed_on(desk.group, topic.id)
    wording = agreed.wording if agreed else ""
    form = FormField(
        key=f"group/agreement/{topic.id}",
        slot="wording",
        label=topic.label,
        saved=wording,
        initial=wording,
        choices=topic.choices,
    )
    told = [topic.hint] if topic.hint else []
    if agreed and wording:
        told.append(_("Afgesproken op {day}.").format(day=day(agreed.since)))
    for before in reversed(agreed.earlier if agreed else ()):
        text = _("Eerder, van {since} tot {until}: {wording}")
        told.append(text.format(since=day(before.since), until=day(before.until), wording=one_line(before.wording)))

    def given(texts: Mapping[str, str]) -> None:
        settled(desk, topic.id, topic.label, texts["wording"])

    ask(desk, desk.half, _("Afspraak"), (form,), given, text="\n".join(told))


def _own_agreement(desk: GroupScreen) -> None:
    taken = [one.topic for one in desk.group.agreements]
    topic = next(key for n in range(1, len(taken) + 2) if (key := f"{_OWN}{n}") not in taken)

    def given(texts: Mapping[str, str]) -> None:
        label = one_line(texts["label"])
        if not label or not one_line(texts["wording"]):
            raise Refused(_("Een eigen afspraak heeft een onderwerp en een tekst."))
        settled(desk, topic, label, texts["wording"])

    fields = (field("group/own/label", _("Waarover")), field("group/own/wording", _("Wat jullie afspreken")))
    ask(desk, desk.half, _("Een afspraak van jullie zelf"), fields, given)


def settled(desk: GroupScreen, topic: str, label: str, wording: str) -> None:
    """The group agrees on this from today."""
    had = agreed_on(desk.group, topic)

    def command(group: Group) -> Group:
        return as_agreed(settle(group, topic, label, wording, desk.today), desk.fields)

    if had is not None and had.wording == wording.strip():
        said = ""
    elif not wording.strip():
        said = _("Deze afspraak vervalt. Wat er stond, blijft bewaard.") if had else ""
    elif had is not None and had.wording and had.since != desk.today:
        said = _("Vastgelegd met de datum van vandaag. Wat er stond, blijft bewaard.")
    else:
        said = _("Vastgelegd met de datum van vandaag.")
    desk.change(command, said)


def _says(desk: GroupScreen, topic: str) -> bool:
    """Whether an agreement in a ready wording says how this is done; then it is changed there."""
    agreed = agreed_on(desk.group, topic)
    known = next((one for one in desk.fields if one.id == topic), None)
    return bool(agreed and known and agreed.wording in known.choices[:2])


def _turn_row(desk: GroupScreen) -> Row | None:
    if _says(desk, HOW_CASES_COME_IN):
        return None
    how = _("om de beurt") if desk.group.brings == "turn" else _("de groep kiest in elke bijeenkomst")
    return Row("brings", Content.assemble((_("Wie een casus inbrengt"), STRONG), "\n", (how, MUTED)))


def _titles_row(desk: GroupScreen) -> Row | None:
    if _says(desk, TITLES):
        return None
    kept = _("ja: ze staan in de lijst van eerdere keren") if desk.group.keep_titles else _("nee")
    return Row("titles", Content.assemble((_("Titels van casussen bewaren"), STRONG), "\n", (kept, MUTED)))


def _other_turn(desk: GroupScreen) -> None:
    by_turn = desk.group.brings == "turn"
    said = _("Vanaf nu kiest de groep in elke bijeenkomst.") if by_turn else _("Vanaf nu gaat het om de beurt.")
    desk.change(lambda group: replace(group, brings="meeting" if by_turn else "turn"), said)


def _keep_titles(desk: GroupScreen) -> None:
    if not desk.group.keep_titles:
        said = _("Vanaf nu blijft van elke casus de titel bewaard bij de groep.")
        desk.change(lambda group: keep_titles(group, True), said)
        return

    def answered(answer: str) -> None:
        if answer == "yes":
            desk.change(lambda group: keep_titles(group, False), _("Er staan geen titels meer bij de groep."))

    text = _("De titels die er al staan, verdwijnen bij de groep. In de verslagen zelf blijven ze staan.")
    desk.open(confirm(_("Geen titels meer bewaren?"), text, _("Titels weghalen"), _("Laten staan")), answered)


def meetings(desk: GroupScreen) -> None:
    """Choose a meeting to read what came of it."""
    group = desk.group
    if not group.past:
        desk.tell(_("Jullie zijn nog niet bij elkaar geweest."))
        return
    past = sorted(group.past, key=lambda one: one.began, reverse=True)
    rows = [Row(one.meeting, Content("\n").join(past_lines(group, one, _SHORT))) for one in past]
    desk.open(Pick(_("Eerdere keren"), rows), desk.doors.read)


def rename(desk: GroupScreen) -> None:
    """Another name for the group."""

    def given(texts: Mapping[str, str]) -> None:
        desk.change(lambda group: called(group, texts["name"]), "")

    ask(desk, desk.half, _("Naam van de groep"), (field("group/name-of/name", _("Naam"), desk.group.name),), given)


def next_time(desk: GroupScreen) -> None:
    """When and where the group meets again."""
    coming = desk.group.next

    def given(texts: Mapping[str, str]) -> None:
        new = next_of(texts["when"], texts["minutes"], texts["place"], desk.today)
        desk.change(lambda group: replace(group, next=new), "")

    minutes = coming.minutes if coming else _USUAL
    fields = (
        field("group/next/when", _("Wanneer"), typed(coming)),
        field("group/next/minutes", _("Hoeveel minuten"), str(minutes)),
        field("group/next/place", _("Waar"), coming.place if coming else ""),
    )
    text = _("Bijvoorbeeld: 12 januari om 19:30. Leeg laten betekent: nog geen datum.")
    ask(desk, desk.half, _("Volgende keer"), fields, given, text=text)


def next_of(when: str, minutes: str, place: str, today: date) -> NextMeeting | None:
    """The next meeting as it was typed; None where no day was. Refused where that makes no sense."""
    if not one_line(when):
        return None
    found = understood(when, today)
    if found is None:
        raise Refused(_("Deze datum is niet duidelijk. Typ bijvoorbeeld: 12 januari om 19:30."))
    day_of, at = found
    if day_of < today:
        raise Refused(_("Die dag is al geweest."))
    lasts = one_line(minutes) or str(_USUAL)
    if not lasts.isdecimal() or not 1 <= int(lasts) <= _LONGEST:
        raise Refused(_("Hoeveel minuten duurt het? Typ een getal van 1 tot {n}.").format(n=_LONGEST))
    return NextMeeting(day=day_of, at=at, minutes=int(lasts), place=one_line(place)[:LONGEST_DETAIL])


def typed(coming: NextMeeting | None) -> str:
    """The next meeting as one may type it."""
    if coming is None:
        return ""
    text = day(coming.day)
    return _("{day} om {time}").format(day=text, time=f"{coming.at:%H:%M}") if coming.at else text
