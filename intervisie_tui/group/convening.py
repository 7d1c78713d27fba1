"""What a group brings to a meeting of its own: what is looked back on, and what was agreed."""

from collections.abc import Sequence

from intervisie_tui.group.agreements import in_force
from intervisie_tui.group.intentions import open_intentions
from intervisie_tui.group.model import Group
from intervisie_tui.meeting.gathering import Person
from intervisie_tui.meeting.model import Agreed, Intention


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
