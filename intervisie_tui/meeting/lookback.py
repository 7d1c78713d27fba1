"""Looking back on a meeting: what each step was to take and took, and what was written but never said.

Works on what `viewing.view` returns; the words themselves are in the meeting.
"""

from dataclasses import dataclass

from intervisie_tui.meeting.clock import spent
from intervisie_tui.meeting.model import Contribution, Meeting, Now, Part, Place
from intervisie_tui.method.model import Kind


@dataclass(frozen=True)
class StepTime:
    """Planned seconds and real seconds of one step."""

    title: str
    planned: int
    real: int


def step_times(meeting: Meeting, part: int, now: Now | None = None) -> tuple[StepTime, ...]:
    """Planned and real time of each step of a part."""
    it = meeting.parts[part]
    return tuple(
        StepTime(step.title, it.plan[s].seconds, round(spent(meeting, Place(part=part, step=s), now) / 1000))
        for s, step in enumerate(it.method.steps)
    )


def of_kind(part: Part, *kinds: Kind) -> tuple[Contribution, ...]:
    """All that was said of these kinds and not struck, in order."""
    return tuple(c for c in part.contributions if c.kind in kinds and not c.struck)


def not_shared(part: Part) -> int:
    """How many contributions were written in silence and never said."""
    return len(part.written)
