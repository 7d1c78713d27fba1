"""How long each member was there, for whoever has to account for it."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from intervisie_tui.group.model import Attended, Group, Member


class Hours(Struct, frozen=True, kw_only=True):
    """What a member attended: how many meetings, and how many seconds of them without pauses."""

    member: Member
    meetings: int
    seconds: int


def hours(group: Group, since: date | None = None) -> tuple[Hours, ...]:
    """For every member, also those who left, all meetings or those held from a day on."""
    return tuple(_of(group, member, since) for member in group.members)


def _of(group: Group, member: Member, since: date | None) -> Hours:
    there = list(_there(group, member.id, since))
    return Hours(member=member, meetings=len(there), seconds=sum(one.seconds for one in there))


def _there(group: Group, who: str, since: date | None) -> Iterator[Attended]:
    for past in group.past:
        if since is None or past.day >= since:
            yield from (one for one in past.attended if one.member == who and one.presence == "present")
