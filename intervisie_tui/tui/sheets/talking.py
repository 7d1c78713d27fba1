"""A free conversation, in which points can be kept."""

from intervisie_tui.locale import _
from intervisie_tui.meeting.kinds import one, several
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.places import said_at
from intervisie_tui.method.model import Talk, Who
from intervisie_tui.tui.sheets.base import FormField, Sheet, asked_of, facilitator, key_of, presenter
from intervisie_tui.tui.sheets.said import Rows, note_rows


def sheet(meeting: Meeting, activity: Talk, rows: Rows) -> Sheet:
    """Who speaks and who listens, and the points that were kept."""
    speaks = _all_of(meeting, activity.speaks)
    if activity.listens:
        speaks = _("{speaks}; {listens} luistert").format(speaks=speaks, listens=_all_of(meeting, activity.listens))
    fields: tuple[FormField, ...] = ()
    if activity.of:
        key = key_of(meeting.place, "text")
        fields = (FormField(key=key, slot="text", label=one(activity.of).capitalize(), appends=True),)
    said = said_at(meeting, meeting.place, activity.of) if activity.of not in (None, "note") else ()
    return Sheet(
        speaks=speaks,
        heading=several(activity.of) if activity.of else activity.title,
        rows=(*rows.of(meeting, meeting.part, said), *note_rows(meeting)),
        empty=_talked_of(meeting, activity),
        fields=fields,
    )


def _talked_of(meeting: Meeting, activity: Talk) -> str:
    """What the step asks, where no points are kept: whoever leads would look at an empty screen otherwise."""
    asked = "" if activity.of else asked_of(meeting)
    return asked or _("Jullie zijn in gesprek. Verder gaan kan zodra het rond is.")


def _all_of(meeting: Meeting, roles: tuple[Who, ...]) -> str:
    called = {
        "presenter": presenter(meeting),
        "facilitator": facilitator(meeting),
        "member": _("de groep"),
        "all": _("iedereen"),
    }
    return ", ".join(called[role] for role in roles)
