"""What the closing does besides collecting: the date of the next meeting understood, and as a file for calendars."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from intervisie_tui.archive.dates import day
from intervisie_tui.archive.paths import Unusable, meetings_folder
from intervisie_tui.group.gleaning import next_meeting
from intervisie_tui.group.model import NextMeeting
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.tui.beside import Beside

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.step import StepScreen


def when_next(coming: NextMeeting) -> str:
    """The day of the next meeting, and the hour where there is one, in words."""
    if coming.at is None:
        return day(coming.day)
    return _("{day} om {time}").format(day=day(coming.day), time=coming.at.strftime("%H:%M"))


def understood(meeting: Meeting) -> str:
    """How the date of the next meeting was understood, so that a wrong one is seen at once."""
    coming = next_meeting(meeting)
    if coming is None:
        return _("Deze datum is niet duidelijk. Typ bijvoorbeeld: 12 januari om 19:30.")
    return _("Volgende bijeenkomst: {when}.").format(when=when_next(coming))


def to_calendar(desk: StepScreen) -> None:
    """Write the next meeting as a file for calendars, and say where it is, or why it is not there."""
    meeting, now = desk.meeting, desk.room.running.now()
    try:
        path = written(meeting, desk.room.beside, now.stamp)
    except Unusable as unusable:
        desk.tell(_("Er is geen agendabestand gemaakt. {reason}").format(reason=unusable.reason))
    else:
        desk.tell(_("De volgende bijeenkomst staat nu als agendabestand in {path}").format(path=path))


def written(meeting: Meeting, beside: Beside, stamp: datetime) -> Path:
    """The file for calendars beside the transcript, as long and in the place as the group knows. Raises Unusable."""
    coming = next_meeting(meeting)
    if coming is None:
        raise Unusable(_("Er is nog geen datum voor de volgende keer."))
    known = beside.group(meeting)
    if known and known.next:
        coming = replace(coming, minutes=known.next.minutes, place=known.next.place)
    from intervisie_tui.archive.calendar import write_calendar

    return write_calendar(meeting.id, coming, stamp, meetings_folder)
