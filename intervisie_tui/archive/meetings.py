"""The meetings on disk: starting one, opening one, going on with one that was interrupted.

Beside `<id>.toml` lie `<id>.draft.toml` (half-typed text) and `<id>.lock`. The id is the date and time of the start:
neither a name nor a word of a case is ever part of a file name.
"""

import os
import re
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from intervisie_tui.archive.disk import read_own, sweep
from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.lock import HeldBy, Lock, acquire
from intervisie_tui.archive.paths import Shelf, Unusable, meetings_folder, private_folder
from intervisie_tui.archive.reading import Damaged, set_aside, whole
from intervisie_tui.archive.saver import Saver
from intervisie_tui.archive.sound import clock_fits
from intervisie_tui.archive.transcript import TooNew, decode, decode_draft
from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import total
from intervisie_tui.meeting.model import Meeting

_ID = re.compile(r"(\d{4}-\d\d-\d\d-\d{4})(?:-(\d{1,4}))?")


class Spot:
    """Where one meeting is written: sees before each save that the folder is there and the lock is ours.

    So a folder that can't be used at the start can still be used later in the meeting, once somebody has mended it;
    unless the transcript is no longer the one that was there at the start (`seen`).
    """

    def __init__(self, shelf: Shelf, meeting_id: str, lock: Lock | None, seen: tuple[int, int] | None) -> None:
        self._shelf, self._id, self._lock, self._seen = shelf, meeting_id, lock, seen

    def ready(self) -> Path:
        """The folder, safe to write in. Raises OSError or Unusable."""
        folder = private_folder(self._shelf())
        if self._lock is None:
            lock = acquire(folder / f"{self._id}.lock")
            if isinstance(lock, HeldBy):
                raise Unusable(_("Deze bijeenkomst staat ook ergens anders open."))
            if _identity(folder / f"{self._id}.toml") != self._seen:
                lock.release()
                raise Unusable(_("Het verslag op de schijf is intussen door iets anders gewijzigd."))
            self._lock = lock
        return folder

    def release(self) -> None:
        """Give the meeting free for others."""
        if self._lock:
            self._lock.release()


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
    while os.path.lexists(folder / f"{_numbered(stamp, count)}.toml"):
        count += 1
    return _numbered(stamp, count)


def create(meeting: Meeting, shelf: Shelf = meetings_folder) -> OpenMeeting:
    """Start saving a new meeting. Never fails: what is wrong with the disk is told by the saver, and tried again.

    The id of the meeting may differ from the one given, when another instance took that in the meantime.
    """
    count = 1
    while True:
        meeting = replace(meeting, id=_numbered(meeting.started, count))
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
    opened = OpenMeeting(meeting, Spot(shelf, meeting.id, lock, seen=None))
    if opened.saver:
        opened.saver.save(meeting)
    return opened


def open_meeting(meeting_id: str, shelf: Shelf = meetings_folder) -> OpenMeeting:
    """Take up a meeting, to go on with it or to read it; its clock stands still.

    Read-only when another process has it. Raises TooNew, Damaged (a file that makes no sense has then been set aside
    under another name, if nobody else has it open) or Unusable.
    """
    folder, path = shelf(), file_of(meeting_id, shelf)
    try:
        lock = acquire(folder / f"{meeting_id}.lock") if path.exists() else None
    except (OSError, Unusable):  # a folder that can only be read: the saver will say so
        lock = None
    seen = _identity(path)
    try:
        meeting = replace(_read(path, lock), id=meeting_id)
    except BaseException:
        if isinstance(lock, Lock):
            lock.release()
        raise
    meeting = replace(meeting, clock=replace(meeting.clock, since=None))
    if isinstance(lock, HeldBy):
        return OpenMeeting(meeting, held_by=lock)
    if lock:
        sweep(folder, f"{meeting_id}.toml")
        sweep(folder, f"{meeting_id}.draft.toml")
    draft, faults = _read_draft(folder / f"{meeting_id}.draft.toml", lock)
    return OpenMeeting(_with_time_of(meeting, draft), Spot(shelf, meeting_id, lock, seen), draft, faults=faults)


def file_of(meeting_id: str, shelf: Shelf = meetings_folder) -> Path:
    """The transcript of a meeting. Raises Unusable for what is no id, so that no path can be smuggled in."""
    if not is_id(meeting_id):
        raise Unusable(_("Er is geen bijeenkomst met dit kenmerk."))
    return shelf() / f"{meeting_id}.toml"


def is_id(text: str) -> bool:
    """Whether this can be the id of a meeting."""
    return _ID.fullmatch(text) is not None


def order(meeting_id: str) -> tuple[str, int]:
    """A key that puts ids in the order of their start."""
    found = _ID.fullmatch(meeting_id)
    return (found[1], int(found[2] or 1)) if found else ("", 0)


def read_meeting(path: Path) -> Meeting:
    """A meeting to look at, from any file; nothing is locked or moved. Raises Unusable."""
    return decode(whole(path))


def _read(path: Path, lock: Lock | HeldBy | None) -> Meeting:
    data = whole(path)  # what can't be read at all is left as it is
    try:
        return decode(data)
    except TooNew:
        raise
    except Unusable as error:
        aside = set_aside(path) if isinstance(lock, Lock) else path
        raise Damaged(error.reason, aside) from None


def _read_draft(path: Path, lock: Lock | None) -> tuple[Draft | None, tuple[str, ...]]:
    try:
        return decode_draft(read_own(path)), ()
    except FileNotFoundError:
        return None, ()
    except (OSError, Unusable):
        aside = set_aside(path) if lock else path
        text = _("Wat half getypt was, kon niet teruggehaald worden. Het bestand staat nog in {path}.")
        return None, (text.format(path=aside),)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells one version of a file from the next; None where there is none."""
    try:
        info = path.lstat()
    except OSError:
        return None
    return info.st_ino, info.st_mtime_ns


def _with_time_of(meeting: Meeting, draft: Draft | None) -> Meeting:
    """The clock of the draft, where that ran on after the meeting was last saved: what was left is left."""
    if draft is None or not clock_fits(draft.clock, meeting):
        return meeting
    later = replace(meeting, clock=replace(draft.clock, since=None), saved=draft.saved)
    return later if total(later) > total(meeting) else meeting


def _numbered(stamp: datetime, count: int) -> str:
    return f"{stamp:%Y-%m-%d-%H%M}" + (f"-{count}" if count > 1 else "")
