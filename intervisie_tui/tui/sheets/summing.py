"""Someone sums up, and others say, name by name, that they have understood."""

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.meeting.marking import has_confirmed, must_confirm
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.people import person, those
from intervisie_tui.meeting.places import said_at
from intervisie_tui.method.model import Summary
from intervisie_tui.tui.row import MARKED, MUTED, Row
from intervisie_tui.tui.sheets.base import FormField, Sheet, facilitator, key_of, presenter
from intervisie_tui.tui.sheets.said import note_rows


def sheet(meeting: Meeting, activity: Summary) -> Sheet:
    """The summary, and who has confirmed it."""
    said = [c for c in said_at(meeting, meeting.place, "summary") if not c.struck]
    text = said[0].text if said else ""
    field = FormField(
        key=key_of(meeting.place, "text"),
        slot="text",
        label=activity.label or _("Samenvatting"),
        hint=_("In een paar zinnen"),
        saved=text,
        initial=text,
    )
    people = tuple(_person(meeting, who) for who in must_confirm(meeting)) if said else ()
    return Sheet(
        speaks=_("{name} vat samen; de anderen luisteren").format(name=_by(meeting, activity)),
        heading=_("Is het zo duidelijk?") if must_confirm(meeting) else "",
        rows=(*people, *note_rows(meeting)),
        empty=_("Na de samenvatting vraag je wie het zo begrepen heeft.") if must_confirm(meeting) else "",
        fields=(field,),
        picks=bool(people),
    )


def _person(meeting: Meeting, who: int) -> Row:
    own = Content(person(meeting, who).name)
    if who in has_confirmed(meeting):
        return Row(f"p{who}", Content.assemble(("✓ ", MARKED), own, ("  " + _("begrepen"), "$success")))
    return Row(f"p{who}", Content.assemble(("· ", MUTED), own))


def _by(meeting: Meeting, activity: Summary) -> str:
    match activity.by:
        case "facilitator":
            return facilitator(meeting)
        case "presenter":
            return presenter(meeting)
        case _others:
            who = those(meeting, meeting.part, activity.by)
            return _("iemand uit de groep") if who else facilitator(meeting)
