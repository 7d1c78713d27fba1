"""The facilitator guards the process: names a pitfall, or says one of the known lines. It is kept with its time."""

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Intervention, Meeting, Now, Refused
from intervisie_tui.meeting.places import with_part
from intervisie_tui.method.remedies import Remedy


def intervene(meeting: Meeting, pitfall: str, now: Now) -> Meeting:
    """The facilitator names a pitfall (by its title in the method)."""
    if pitfall not in {p.title for p in meeting.part.method.pitfalls}:
        raise Refused(_("Deze valkuil staat niet in de methode."))
    return _kept(meeting, _new(meeting, now, pitfall=pitfall))


def step_in(meeting: Meeting, remedy: Remedy, now: Now) -> Meeting:
    """The facilitator intervenes with one of the known lines. Its title stays with it: no other file is needed."""
    return _kept(meeting, _new(meeting, now, act=remedy.id, title=remedy.title))


def _new(meeting: Meeting, now: Now, pitfall: str = "", act: str = "", title: str = "") -> Intervention:
    number, step = meeting.next_number, meeting.place.step
    return Intervention(number=number, step=step, pitfall=pitfall, act=act, title=title, at=now.stamp)


def _kept(meeting: Meeting, new: Intervention) -> Meeting:
    part = replace(meeting.part, interventions=(*meeting.part.interventions, new))
    return replace(with_part(meeting, meeting.place, part), next_number=meeting.next_number + 1)
