"""The group of a meeting, and what its members prepared, on the disk beside it.

Nothing here can stop a meeting: what cannot be read is not there, and what cannot be written is a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intervisie_tui.archive.disk import explain
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.people import person

if TYPE_CHECKING:  # most meetings have no group
    from intervisie_tui.group.model import Group
    from intervisie_tui.group.preparation import Preparation


class Beside:
    """What stands beside one meeting. Preparations are looked for once for each presenter: it is asked at every key."""

    def __init__(self) -> None:
        self._prepared: dict[tuple[str, str], tuple[Preparation, ...]] = {}

    def group(self, meeting: Meeting) -> Group | None:
        """The group as its file has it now; None where the meeting has none, or the file can't be read."""
        if not meeting.group:
            return None
        from intervisie_tui.archive.groups import read_group

        try:
            return read_group(meeting.group)
        except (OSError, Unusable):
            return None

    def prepared(self, meeting: Meeting) -> tuple[Preparation, ...]:
        """What the presenter of this part prepared on this account, the last first."""
        if not meeting.group or meeting.part.presenter is None:
            return ()
        key = (meeting.group, person(meeting, meeting.part.presenter).member)
        if key not in self._prepared:
            from intervisie_tui.archive.preparations import preparations

            self._prepared[key] = tuple(preparations(*key)) if key[1] else ()
        return self._prepared[key]


def recorded(meeting: Meeting) -> str:
    """Put an ended meeting into the file of its group. Why that could not be done; empty when it was."""
    from intervisie_tui.archive.groups import record

    try:
        if not record(meeting):
            return _("Hij staat ook ergens anders open; is hij daar dicht, dan komt deze bijeenkomst er vanzelf bij.")
    except Unusable as unusable:
        return unusable.reason
    except OSError as error:
        return explain(error)
    return ""
