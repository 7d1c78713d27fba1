"""A meeting of a group before it begins: who is on the list, what is looked back on, what was agreed."""

from collections.abc import Mapping, Sequence

from intervisie_tui.group.agreements import in_force
from intervisie_tui.group.intentions import open_intentions
from intervisie_tui.group.members import active
from intervisie_tui.group.model import Group
from intervisie_tui.group.rota import Proposed
from intervisie_tui.meeting.gathering import Gathering, Person, Planned
from intervisie_tui.meeting.model import Agreed, Intention, Presence


def people_for(group: Group, presence: Mapping[str, Presence], guests: Sequence[str] = ()) -> tuple[Person, ...]:
    """The members in the order of the group, then guests. `presence` by id of a member; not in it: present."""
    members = (Person(name=one.name, member=one.id, presence=presence.get(one.id, "present")) for one in active(group))
    return (*members, *(Person(name=name) for name in guests))


def look_backs(group: Group, people: Sequence[Person]) -> tuple[tuple[int, Intention], ...]:
    """The open intentions of those who are here, the oldest first, each with the index of who had it.

    That of somebody who is not here stays open until they are.
    """
    here = {one.member: i for i, one in enumerate(people) if one.member and one.presence == "present"}
    return tuple(
        (here[one.who], Intention(step=one.step, when=one.when, report_to=one.report_to, meeting=one.meeting))
        for one in open_intentions(group)
        if one.who in here
    )


def agreements_for(group: Group) -> tuple[Agreed, ...]:
    """What the group holds to now, as a meeting carries it."""
    return tuple(
        Agreed(topic=one.topic, label=one.label, wording=one.wording, since=one.since) for one in in_force(group)
    )


def gathering_for(group: Group, people: tuple[Person, ...], parts: tuple[Planned, ...], roles: Proposed) -> Gathering:
    """The meeting as it can begin, by these roles (ids of members; "" nobody). The facilitator takes part as well."""
    index = {one.member: i for i, one in enumerate(people) if one.member}
    return Gathering(
        people=people,
        parts=parts,
        facilitator=index.get(roles.facilitator),
        facilitator_joins=True,
        timekeeper=index.get(roles.timekeeper),
        scribe=index.get(roles.scribe),
        group=group.id,
        group_name=group.name,
        agreements=agreements_for(group),
        language=group.language,
    )
