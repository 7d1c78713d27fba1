"""What meetings there are: when, which method, how far. Never the name of a person or a word that was said (law 4).

What reads a whole meeting is imported when there is one to read: this stands between the start and the first screen.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui.archive.disk import read_own
from intervisie_tui.archive.ids import is_id, order
from intervisie_tui.archive.known import Known, State, recall, remember
from intervisie_tui.archive.listed import Listed
from intervisie_tui.archive.paths import Shelf, Unusable, meetings_folder
from intervisie_tui.method.text import one_line

if TYPE_CHECKING:
    from intervisie_tui.meeting.model import Meeting


MANY = 1_000
"""Meetings from which on Home is there noticeably sooner when their files are looked at afterwards."""


def listing(shelf: Shelf = meetings_folder) -> list[Listed]:
    """All meetings, the newest first. What was found in a file the last time is not read again while it stays so."""
    folder = shelf()
    known = recall(folder)
    states = _states(folder, known)
    same = {stem for stem, (state, listed) in known.items() if states.get(stem) == state and listed.id == stem}
    if len(same) == len(states) == len(known):
        return [listed for _state, listed in known.values()]  # they were kept in this order
    found: list[Listed] = []
    now: Known = {}
    for stem in sorted(states, key=order, reverse=True):
        listed = known[stem][1] if stem in same else _listed(folder / f"{stem}.toml")
        found.append(listed)
        if not listed.fault:
            now[stem] = states[stem], listed
    if len(now) != len(same) or len(now) != len(known):
        remember(folder, now)
    return found


def remembered(shelf: Shelf = meetings_folder) -> list[Listed] | None:
    """What was known of a large archive the last time, at once: looking at each of its files takes a while.

    None where there are few, or where there is another file than those that are known: then look.
    """
    folder = shelf()
    known = recall(folder)
    if len(known) < MANY:
        return None
    try:
        there = set(_ids(os.listdir(folder), known))  # noqa: PTH208  # without a Path for each, as in `_states`
    except OSError:
        return None
    return [listed for _state, listed in known.values()] if there == known.keys() else None


def how_many(shelf: Shelf) -> int:
    """How many files of ours lie on a shelf, by name alone: this stands between the start and the first screen."""
    return len(_transcripts(shelf))


def unfinished(shelf: Shelf = meetings_folder) -> list[Listed]:
    """The meetings that were interrupted, and those that can't be read, the newest first.

    Of the many that have ended just the first lines are looked at: this stands between the start and the first screen.
    """
    return [one for path in _transcripts(shelf) if not _has_ended(path) for one in [_listed(path)] if one.ended is None]


def _states(folder: Path, known: Known) -> dict[str, State]:
    """The state of each transcript, by its id. (Without a Path for each: there may be thousands, at every start.)"""
    states: dict[str, State] = {}
    with suppress(OSError):
        at = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            for stem in _ids(os.listdir(at), known):  # noqa: PTH208  # see above
                try:
                    info = os.stat(f"{stem}.toml", dir_fd=at, follow_symlinks=False)
                except OSError:  # it has just gone
                    continue
                states[stem] = info.st_ino, info.st_size, info.st_mtime_ns
        finally:
            os.close(at)
    return states


def _ids(names: Sequence[str], known: Known) -> Iterator[str]:
    """Of these names of files those of transcripts, without their ending."""
    for name in names:
        stem = name.removesuffix(".toml")
        if stem != name and (stem in known or is_id(stem)):
            yield stem


def _transcripts(shelf: Shelf) -> list[Path]:
    try:
        found = [path for path in shelf().iterdir() if path.suffix == ".toml" and is_id(path.stem)]
    except OSError:
        return []
    return sorted(found, key=lambda path: order(path.stem), reverse=True)


def _has_ended(path: Path) -> bool:
    from intervisie_tui.archive.transcript import head

    try:
        return isinstance(head(read_own(path)).get("ended"), datetime)
    except (OSError, Unusable):
        return False


def _listed(path: Path) -> Listed:
    from intervisie_tui.archive.meetings import read_meeting

    try:
        return _about(path.stem, read_meeting(path))
    except Unusable as error:
        return Listed(id=path.stem, fault=error.reason)


def _about(meeting_id: str, meeting: "Meeting") -> Listed:
    from msgspec.structs import replace

    from intervisie_tui.meeting.clock import spent
    from intervisie_tui.meeting.places import step_at

    cases = (part.method for part in meeting.parts if part.method.script == "case")
    case = next(cases, meeting.parts[0].method)
    listed = Listed(
        id=meeting_id,
        started=meeting.started,
        ended=meeting.ended,
        method=one_line(case.name),
        variant=one_line(case.variant),
    )
    if meeting.ended:
        return listed
    place = meeting.place
    plan = meeting.part.plan[place.step]
    left = plan.seconds * 1000 + plan.forgiven - spent(meeting, place)
    return replace(listed, step=one_line(step_at(meeting, place).title), left=left)
