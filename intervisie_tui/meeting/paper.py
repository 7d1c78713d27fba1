"""Silent writing on paper: the program only counts (`saying.write` is for the keyboard)."""

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting, Paper, Refused
from intervisie_tui.meeting.places import here, with_part
from intervisie_tui.meeting.turns import current_unit
from intervisie_tui.method.model import Write

MOST_ON_PAPER = 99


def count_on_paper(meeting: Meeting, count: int) -> Meeting:
    """The one whose turn it is has so many on paper; 0 takes it back."""
    place, unit = meeting.place, current_unit(meeting, meeting.place)
    if not isinstance(here(meeting), Write) or unit is None:
        raise Refused(_("Hier wordt niet in stilte geschreven."))
    if not 0 <= count <= MOST_ON_PAPER:
        raise Refused(_("Tel van 0 tot {n}.").format(n=MOST_ON_PAPER))
    part = meeting.part
    others = tuple(p for p in part.papers if (p.step, p.activity, p.unit) != (place.step, place.activity, unit))
    own = (Paper(step=place.step, activity=place.activity, unit=unit, count=count),) if count else ()
    return with_part(meeting, place, replace(part, papers=others + own))
