"""Who has which role in which part, and handing the lead over in the middle of one."""

from typing import Literal, TypeAlias

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import must_be_on
from intervisie_tui.meeting.model import HandedOver, Meeting, Now, Part, Refused
from intervisie_tui.meeting.people import leads, name, present

PartRole: TypeAlias = Literal["facilitator", "timekeeper", "scribe"]


def hand_over(meeting: Meeting, who: int, now: Now) -> Meeting:
    """From now on someone else leads: the rest of this part, and the parts to come that had the same leader.

    Who led becomes a member of the group, with a turn in the round that is on.
    """
    must_be_on(meeting)
    was = leads(meeting)
    if who == was:
        return meeting
    _may_lead(meeting, meeting.part, who)
    parts = tuple(
        replace(part, facilitator=who)
        if p == meeting.place.part or (p > meeting.place.part and leads(meeting, part) == was and part.presenter != who)
        else part
        for p, part in enumerate(meeting.parts)
    )
    act = HandedOver(at=now.stamp, part=meeting.place.part, step=meeting.place.step, was=was, who=who)
    return replace(meeting, parts=parts, handed_over=(*meeting.handed_over, act))


def assign(meeting: Meeting, index: int, role: PartRole, who: int | None) -> Meeting:
    """A role in the part with this index goes to someone; None: to whoever has it in the meeting."""
    part = meeting.parts[index]
    if who is not None:
        _is_here(meeting, who)
    match role:
        case "facilitator":
            if who is not None:
                _may_lead(meeting, part, who)
            part = replace(part, facilitator=who)
        case "timekeeper":
            part = replace(part, timekeeper=who)
        case "scribe":
            part = replace(part, scribe=who)
    return replace(meeting, parts=(*meeting.parts[:index], part, *meeting.parts[index + 1 :]))


def _may_lead(meeting: Meeting, part: Part, who: int) -> None:
    if part.presenter == who and part.method.script == "case":
        raise Refused(_("{name} brengt de casus in en kan nu niet ook leiden.").format(name=name(meeting, who)))
    _is_here(meeting, who)


def _is_here(meeting: Meeting, who: int) -> None:
    if who not in present(meeting):
        raise Refused(_("{name} is er nu niet.").format(name=name(meeting, who)))
