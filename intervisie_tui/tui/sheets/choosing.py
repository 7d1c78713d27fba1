"""The presenter, or the group, goes through what was collected and marks what is of use. Nothing asks why."""

from intervisie_tui.locale import _
from intervisie_tui.meeting.kinds import several
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.places import said_in_step
from intervisie_tui.method.model import Choose
from intervisie_tui.tui.sheets.base import Sheet, facilitator, presenter
from intervisie_tui.tui.sheets.said import Rows, note_rows


def sheet(meeting: Meeting, activity: Choose, rows: Rows) -> Sheet:
    """Every contribution stands there alike; what is found useful gets a tick, the rest gets nothing."""
    part = meeting.part
    found = [c for c in said_in_step(part, activity.starts_from, activity.of) if not c.struck]
    return Sheet(
        speaks=_who(meeting, activity),
        heading=activity.title or several(activity.of),
        rows=(*rows.of(meeting, part, found), *note_rows(meeting)),
        empty=_("Er is niets om uit te kiezen. Ga terug om het alsnog op te schrijven."),
        picks=bool(found),
    )


def _who(meeting: Meeting, activity: Choose) -> str:
    if activity.of == "case":
        return _("Ieder zegt hoe dringend het is; de groep kiest")
    chooses = presenter(meeting) if activity.by == "presenter" else facilitator(meeting)
    if activity.by in ("presenter", "facilitator"):
        if activity.rating:
            return _("{name} geeft elk een cijfer; de anderen luisteren").format(name=chooses)
        return _("{name} kiest; de anderen luisteren").format(name=chooses)
    return _("De groep geeft samen elk een cijfer") if activity.rating else _("De groep kiest samen")
