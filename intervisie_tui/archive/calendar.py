"""The next meeting as a file for calendars (iCalendar, RFC 5545). icalendar is imported only when one is written.

Calendars are shared and synchronised, so the title only says what kind of appointment it is: no group, no names.
"""

from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from intervisie_tui.archive.disk import explain, write_durably
from intervisie_tui.archive.paths import Shelf, Unusable, groups_folder, private_folder
from intervisie_tui.group.model import NextMeeting
from intervisie_tui.locale import _


def write_calendar(file_id: str, coming: NextMeeting, stamp: datetime, shelf: Shelf = groups_folder) -> Path:
    """Write `<id>.ics` for its owner alone (0600), in place of an earlier one; the id of a group, or of a meeting.

    Raises Unusable with the reason.
    """
    try:
        folder = private_folder(shelf())
        write_durably(folder, f"{file_id}.ics", calendar(file_id, coming, stamp))
    except OSError as error:
        raise Unusable(explain(error)) from None
    return folder / f"{file_id}.ics"


def calendar(file_id: str, coming: NextMeeting, stamp: datetime) -> bytes:
    """The file: one event, by the clock on the wall wherever it is read; a whole day where the hour is still open."""
    from icalendar import Calendar, Event

    begins: date | datetime = coming.day
    lasts = timedelta(days=1)
    if coming.at is not None:
        begins = datetime.combine(coming.day, coming.at.replace(tzinfo=None))
        lasts = timedelta(minutes=coming.minutes)
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"intervisie:{file_id}:{coming.day.isoformat()}")))
    event.add("dtstamp", stamp)
    event.add("dtstart", begins)
    event.add("dtend", begins + lasts)
    event.add("summary", _("Intervisie"))
    if coming.place:
        event.add("location", coming.place)
    made = Calendar()
    made.add("prodid", "-//intervisie//intervisie//NL")
    made.add("version", "2.0")
    made.add_component(event)
    return bytes(made.to_ical())
