"""The group of a meeting, on the disk beside it. Nothing here can stop a meeting: what goes wrong is a sentence."""

from intervisie_tui.archive.disk import explain
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.group.model import Group
from intervisie_tui.meeting.model import Meeting


def group_of(meeting: Meeting) -> Group | None:
    """The group as its file has it now; None where the meeting has none, or the file can't be read."""
    if not meeting.group:
        return None
    from intervisie_tui.archive.groups import read_group

    try:
        return read_group(meeting.group)
    except (OSError, Unusable):
        return None


def recorded(meeting: Meeting) -> str:
    """Put an ended meeting into the file of its group. Why that could not be done; empty when it was."""
    from intervisie_tui.archive.groups import record

    try:
        record(meeting)
    except Unusable as unusable:
        return unusable.reason
    except OSError as error:
        return explain(error)
    return ""
