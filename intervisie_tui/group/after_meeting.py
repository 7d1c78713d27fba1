"""What a meeting adds to its group once it has ended."""

from intervisie_tui.group.model import Group
from intervisie_tui.meeting.model import Meeting


def after_meeting(group: Group, meeting: Meeting) -> Group:
    """The group with an ended meeting in it: who was there, the roles, the cases, agreements, intentions, evaluation.

    The same meeting given again takes the place of what it gave before, so it may be taken up once more and ended anew.
    A meeting of another group, or one that has not ended, changes nothing.
    """
    if meeting.ended is None or meeting.group != group.id:
        return group
    raise NotImplementedError
