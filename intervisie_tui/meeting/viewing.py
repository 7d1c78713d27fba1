"""`view`: the only way by which the words of a meeting reach a screen, an export, a search or a wire (law 4)."""

from typing import TypeAlias

from msgspec.structs import replace

from intervisie_tui.meeting.model import Ballot, Meeting, Part, Unit, Written
from intervisie_tui.meeting.places import here
from intervisie_tui.meeting.saying import in_the_open
from intervisie_tui.meeting.turns import current_unit
from intervisie_tui.method.model import Round

Viewer: TypeAlias = int | None
"""The id of a participant at their own terminal, or None: the screen that everybody sees, and every export."""

SHARED: Viewer = None


def view(meeting: Meeting, viewer: Viewer = SHARED) -> Meeting:
    """The meeting as this viewer may see it: what others wrote in silence is there, without its words.

    So it is with votes: that somebody has voted is to be seen, not for what.

    What someone wrote for a round is to be seen while it is their turn in it, if they asked for that or the
    round shows it at the turn.
    """
    up = _brought_up_now(meeting)
    parts = tuple(
        replace(part, written=_veiled(part, viewer, up), ballots=_sealed(part, viewer)) for part in meeting.parts
    )
    return replace(meeting, parts=parts)


def _veiled(part: Part, viewer: Viewer, up: frozenset[int]) -> tuple[Written, ...]:
    return tuple(w if w.number in up or viewer in w.by else replace(w, text="") for w in part.written)


def _sealed(part: Part, viewer: Viewer) -> tuple[Ballot, ...]:
    return tuple(ballot if viewer == ballot.by else replace(ballot, numbers=()) for ballot in part.ballots)


def _brought_up_now(meeting: Meeting) -> frozenset[int]:
    activity = here(meeting)
    unit: Unit | None = current_unit(meeting, meeting.place)
    if unit is None or not isinstance(activity, Round):
        return frozenset()
    return frozenset(w.number for w in in_the_open(meeting, unit, activity))
