"""What meetings there are: when, which method, how far. Never the name of a person or a word that was said (law 4)."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from intervisie_tui.archive.disk import read_own
from intervisie_tui.archive.meetings import is_id, order, read_meeting
from intervisie_tui.archive.paths import Shelf, Unusable, meetings_folder
from intervisie_tui.archive.transcript import head
from intervisie_tui.meeting.clock import spent
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.places import step_at
from intervisie_tui.method.text import one_line


class Listed(Struct, frozen=True, kw_only=True):
    """One meeting in a list. With a `fault` (a sentence) the file can't be read, and only `id` is known.

    `left`: milliseconds that the present step still has, as it was last saved; below zero it is over time.
    """

    id: str
    started: datetime | None = None
    ended: datetime | None = None
    method: str = ""
    variant: str = ""
    step: str = ""
    left: int = 0
    fault: str = ""


def listing(shelf: Shelf = meetings_folder) -> list[Listed]:
    """All meetings, the newest first."""
    return [_listed(path) for path in _transcripts(shelf)]


def how_many(shelf: Shelf) -> int:
    """How many files of ours lie on a shelf, by name alone: this stands between the start and the first screen."""
    return len(_transcripts(shelf))


def unfinished(shelf: Shelf = meetings_folder) -> list[Listed]:
    """The meetings that were interrupted, and those that can't be read, the newest first.

    Of the many that have ended just the first lines are looked at: this stands between the start and the first screen.
    """
    return [one for path in _transcripts(shelf) if not _has_ended(path) for one in [_listed(path)] if one.ended is None]


def _transcripts(shelf: Shelf) -> list[Path]:
    try:
        found = [path for path in shelf().iterdir() if path.suffix == ".toml" and is_id(path.stem)]
    except OSError:
        return []
    return sorted(found, key=lambda path: order(path.stem), reverse=True)


def _has_ended(path: Path) -> bool:
    try:
        return isinstance(head(read_own(path)).get("ended"), datetime)
    except (OSError, Unusable):
        return False


def _listed(path: Path) -> Listed:
    try:
        return _about(path.stem, read_meeting(path))
    except Unusable as error:
        return Listed(id=path.stem, fault=error.reason)


def _about(meeting_id: str, meeting: Meeting) -> Listed:
    place, part = meeting.place, meeting.part
    cases = (part.method for part in meeting.parts if part.method.script == "case")
    case = next(cases, meeting.parts[0].method)
    plan = part.plan[place.step]
    return Listed(
        id=meeting_id,
        started=meeting.started,
        ended=meeting.ended,
        method=one_line(case.name),
        variant=one_line(case.variant),
        step=one_line(step_at(meeting, place).title),
        left=plan.seconds * 1000 + plan.forgiven - spent(meeting, place),
    )
