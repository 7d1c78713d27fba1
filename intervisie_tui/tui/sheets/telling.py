"""One tells, or one role notes: named fields."""

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Contribution, Meeting
from intervisie_tui.meeting.places import said_at
from intervisie_tui.method.model import Field, Note, Tell
from intervisie_tui.tui.row import STRONG, Row
from intervisie_tui.tui.sheets.base import FormField, Sheet, asked_of, facilitator, key_of, presenter
from intervisie_tui.tui.sheets.said import note_rows, pieces_of


def sheet(meeting: Meeting, activity: Tell | Note) -> Sheet:
    """The fields; those that take several lines show the lines they have."""
    place = meeting.place
    said = said_at(meeting, place)
    rows = [
        Row(f"c{c.number}", ((f.label + "  ", STRONG), *pieces_of(c, None)))
        for f in activity.fields
        if f.several
        for c in said
        if c.topic == f.id
    ]
    return Sheet(
        speaks=_who(meeting, activity),
        heading=activity.title,
        rows=(*rows, *note_rows(meeting)),
        empty=asked_of(meeting),
        fields=tuple(_field(meeting, f, said) for f in activity.fields),
    )


def _field(meeting: Meeting, field: Field, said: tuple[Contribution, ...]) -> FormField:
    saved = "" if field.several else next((c.text for c in said if c.topic == field.id), "")
    return FormField(
        key=key_of(meeting.place, field.id),
        slot=field.id,
        label=field.label,
        hint=field.hint,
        saved=saved,
        initial=saved,
        appends=field.several,
        choices=field.choices,
    )


def _who(meeting: Meeting, activity: Tell | Note) -> str:
    match activity.by:
        case "presenter" if isinstance(activity, Tell):
            return _("{name} vertelt; de anderen luisteren").format(name=presenter(meeting))
        case "presenter":
            return _("{name} is aan het woord; de anderen luisteren").format(name=presenter(meeting))
        case "facilitator" if isinstance(activity, Tell):
            return _("{name} vertelt; de anderen luisteren").format(name=facilitator(meeting))
        case "facilitator":
            return _("{name} legt vast; iedereen denkt mee").format(name=facilitator(meeting))
        case "member":
            return _("De groep, om de beurt; {name} luistert").format(name=presenter(meeting))
        case "all":
            return _("Iedereen, om de beurt")
