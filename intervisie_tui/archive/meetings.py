"""The meetings on disk: starting one, opening one, going on with one that was interrupted.

Beside `<id>.toml` lie `<id>.draft.toml` (half-typed text) and `<id>.lock`. The id is the date and time of the start:
neither a name nor a word of a case is ever part of a file name.
"""

import os
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from intervisie_tui.archive.disk import read_own, sweep
from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.ids import is_id, numbered
from intervisie_tui.archive.keeping import Spot, take
from intervisie_tui.archive.lock import HeldBy, Lock, acquire
from intervisie_tui.archive.paths import Shelf, Unusable, meetings_folder, private_folder
from intervisie_tui.archive.reading import set_aside, whole
from intervisie_tui.archive.saver import Saver
from intervisie_tui.archive.sound import clock_fits
from intervisie_tui.archive.transcript import decode, decode_draft
from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import total
from intervisie_tui.meeting.model import Meeting


class OpenMeeting:
    """A meeting that is being led or read. `saver` is None where it can only be read, `held_by` then tells why.

    `faults` are sentences for the screen about what could not be taken up, such as a damaged draft.
    """

    def __init__(
        self,
        meeting: Meeting,
        spot: Spot | None = None,
        draft: Draft | None = None,
        held_by: HeldBy | None = None,
        faults: tuple[str, ...] = (),
    ) -> None:
        self.meeting, self.draft, self.held_by, self.faults = meeting, draft, held_by, faults
        self.saver = Saver(spot.ready, meeting.id) if spot else None
        self._spot = spot

    def close(self, timeout: float = 3.0) -> bool:
        """Write what waits and give the meeting free. False: not all of it reached the disk."""
        done = self.saver is None or self.saver.close(timeout)
        if self._spot and (done or (self.saver and self.saver.stopped)):
            self._spot.release()  # a write that hangs keeps its lock until the process ends
        return done


def new_id(stamp: datetime, shelf: Shelf = meetings_folder) -> str:
    """An id that is not taken yet: 2026-11-22-0204, and -2 after it for a second meeting in that minute."""
    folder, count = shelf(), 1
    while os.path.lexists(folder / f"{numbered(stamp, count)}.toml"):
        count += 1
    return numbered(stamp, count)


def create(meeting: Meeting, shelf: Shelf = meetings_folder) -> OpenMeeting:
    """A place for a new meeting, which whoever leads it saves at once. Never fails: what is wrong with the disk is told
    by the saver, and tried again.

    The id of the meeting may differ from the one given, when another instance took that in the meantime.
    """
    count = 1
    while True:
        meeting = replace(meeting, id=numbered(meeting.started, count))
        try:
            folder = private_folder(shelf())
            lock = acquire(folder / f"{meeting.id}.lock")
        except (OSError, Unusable):
            lock = None
            break
        if isinstance(lock, Lock):
            if not os.path.lexists(folder / f"{meeting.id}.toml"):
                break
            lock.release()
        count += 1
    return OpenMeeting(meeting, Spot(shelf, meeting.id, lock, seen=None))


def open_meeting(meeting_id: str, shelf: Shelf = meetings_folder) -> OpenMeeting:
    """Take up a meeting, to go on with it or to read it; its clock stands still.

    Read-only when another process has it. Raises TooNew, Damaged (a file that makes no sense has then been set aside
    under another name, if nobody else has it open) or Unusable.
    """
    path = file_of(meeting_id, shelf)
    meeting, lock, seen = take(path, decode)
    meeting = replace(meeting, id=meeting_id)
    meeting = replace(meeting, clock=replace(meeting.clock, since=None))
    if isinstance(lock, HeldBy):
        return OpenMeeting(meeting, held_by=lock)
    if lock:
        sweep(path.parent, f"{meeting_id}.draft.toml")
    draft, faults = _read_draft(path.parent / f"{meeting_id}.draft.toml", lock)
    return OpenMeeting(_with_time_of(meeting, draft), Spot(shelf, meeting_id, lock, seen), draft, faults=faults)


def file_of(meeting_id: str, shelf: Shelf = meetings_folder) -> Path:
    """The transcript of a meeting. Raises Unusable for what is no id, so that no path can be smuggled in."""
    if not is_id(meeting_id):
        raise Unusable(_("Er is geen bijeenkomst met dit kenmerk."))
    return shelf() / f"{meeting_id}.toml"


def read_meeting(path: Path) -> Meeting:
    """A meeting to look at, from any file; nothing is locked or moved. Raises Unusable."""
    return decode(whole(path))


def _read_draft(path: Path, lock: Lock | None) -> tuple[Draft | None, tuple[str, ...]]:
    try:
        return decode_draft(read_own(path)), ()
    except FileNotFoundError:
        return None, ()
    except (OSError, Unusable):
        aside = set_aside(path) if lock else path
        text = _("Wat half getypt was, kon niet teruggehaald worden. Het bestand staat nog in {path}.")
        return None, (text.format(path=aside),)


def _with_time_of(meeting: Meeting, draft: Draft | None) -> Meeting:
    """The clock of the draft, where that ran on after the meeting was last saved: what was left is left."""
    if draft is None or not clock_fits(draft.clock, meeting):
        return meeting
    later = replace(meeting, clock=replace(draft.clock, since=None), saved=draft.saved)
    return later if total(later) > total(meeting) else meeting
