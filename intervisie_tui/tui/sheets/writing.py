"""Silence: each types hidden, name by name, or writes on paper and is counted."""

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.kinds import one
from intervisie_tui.meeting.model import Meeting, Unit
from intervisie_tui.meeting.people import names
from intervisie_tui.meeting.turns import current_unit, on_paper, turns_at, written_at
from intervisie_tui.method.model import Write
from intervisie_tui.tui.sheets.base import FormField, Sheet, key_of, turn_lines
from intervisie_tui.tui.sheets.said import note_rows


def sheet(meeting: Meeting, activity: Write) -> Sheet:
    """Who has written, never what."""
    place, unit = meeting.place, current_unit(meeting, meeting.place)
    details = {turn.unit: _has(meeting, turn.unit) for turn in turns_at(meeting, place).turns}
    return Sheet(
        speaks=_("Niemand; ieder schrijft voor zich") if not _in_pairs(meeting) else _("Duo’s overleggen zacht"),
        heading=activity.title,
        rows=note_rows(meeting),
        empty=_screen_is_shared(meeting, unit),
        fields=() if unit is None else (_field(meeting, activity, unit),),
        turns=turn_lines(meeting, details),
    )


def _field(meeting: Meeting, activity: Write, unit: Unit) -> FormField:
    return FormField(
        key=key_of(meeting.place, *unit),
        slot="text",
        label=_("{kind} van {who}").format(kind=one(activity.of).capitalize(), who=names(meeting, unit)),
        hint=_("Wat je typt blijft verborgen tot jouw beurt"),
        hidden=True,
        appends=True,
    )


def _has(meeting: Meeting, unit: Unit) -> str:
    written, paper = len(written_at(meeting, meeting.place, unit)), on_paper(meeting, meeting.place, unit)
    said = []
    if written:
        said.append(_("{n} bewaard").format(n=written))
    if paper:
        said.append(ngettext("{n} op papier", "{n} op papier", paper).format(n=paper))
    return ", ".join(said)


def _screen_is_shared(meeting: Meeting, unit: Unit | None) -> str:
    if unit is None:
        return _("Iedereen heeft geschreven. Pas in de ronde komt het op het scherm.")
    who = ngettext(
        "{who} schuift aan het toetsenbord. De anderen schrijven op papier.",
        "{who} schuiven aan het toetsenbord. De anderen schrijven op papier.",
        len(unit),
    ).format(who=names(meeting, unit))
    return who + "\n" + _("Op het scherm staan alleen puntjes. Wie de computer beheert, kan bij het bestand.")


def _in_pairs(meeting: Meeting) -> bool:
    return any(len(turn.unit) > 1 for turn in turns_at(meeting, meeting.place).turns)
