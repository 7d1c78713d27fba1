"""One writer per file: taking a file in with its lock, and writing it where that still holds.

Beside `<id>.toml` lies `<id>.lock`. Meetings are saved beside the screen (`saver`); what changes seldom, a group or a
preparation, is an `OpenFile` and saved at once.
"""

import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

import msgspec

from intervisie_tui.archive.decoding import TooNew, encode_value
from intervisie_tui.archive.disk import LARGEST, explain, remove_durably, sweep, write_durably
from intervisie_tui.archive.lock import HeldBy, Lock, acquire
from intervisie_tui.archive.paths import Shelf, Unusable, private_folder
from intervisie_tui.archive.reading import Damaged, set_aside, whole
from intervisie_tui.locale import _

Kept = TypeVar("Kept", bound=msgspec.Struct)


class Spot:
    """Where one file is written: sees before each save that the folder is there and the lock is ours.

    So a folder that can't be used at the start can still be used later on, once somebody has mended it; unless the
    file is no longer the one that was there at the start (`seen`).
    """

    def __init__(self, shelf: Shelf, file_id: str, lock: Lock | None, seen: tuple[int, int] | None) -> None:
        self._shelf, self._id, self._lock, self._seen = shelf, file_id, lock, seen

    def ready(self) -> Path:
        """The folder, safe to write in. Raises OSError or Unusable."""
        folder = private_folder(self._shelf())
        if self._lock is None:
            lock = acquire(folder / f"{self._id}.lock")
            if isinstance(lock, HeldBy):
                raise Unusable(_("Dit bestand staat ook ergens anders open."))
            if identity(folder / f"{self._id}.toml") != self._seen:
                lock.release()
                raise Unusable(_("Het bestand op de schijf is intussen door iets anders gewijzigd."))
            self._lock = lock
        return folder

    def release(self) -> None:
        """Give the file free for others."""
        if self._lock:
            self._lock.release()


class OpenFile(Generic[Kept]):
    """A value on the disk that is being changed, or only read where `held_by` tells who else has it."""

    def __init__(self, value: Kept, file_id: str, spot: Spot | None, held_by: HeldBy | None = None) -> None:
        self.value, self.held_by = value, held_by
        self._id, self._spot = file_id, spot

    def save(self, value: Kept) -> None:
        """Write a new value; when this returns it is on the disk. Raises Unusable, and then the old file stands."""
        if self._spot is None:
            raise Unusable(_("Dit staat al ergens open, dus hier kun je niets wijzigen."))
        try:
            write_durably(self._spot.ready(), f"{self._id}.toml", encode_value(value))
        except OSError as error:
            raise Unusable(explain(error)) from None
        self.value = value

    def remove(self) -> None:
        """Take the file off the disk. Raises Unusable."""
        if self._spot is None:
            raise Unusable(_("Dit staat al ergens open, dus hier kun je niets wijzigen."))
        try:
            remove_durably(self._spot.ready(), f"{self._id}.toml")
        except OSError as error:
            raise Unusable(explain(error)) from None

    def close(self) -> None:
        """Give the file free for others; a second time does nothing."""
        if self._spot:
            self._spot.release()

    def __enter__(self) -> "OpenFile[Kept]":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_file(path: Path, decode: Callable[[bytes], Kept], largest: int = LARGEST) -> OpenFile[Kept]:
    """The value in a file, to change it or, where another process has it, to read it. Raises as `take` does."""
    value, lock, seen = take(path, decode, largest)
    if isinstance(lock, HeldBy):
        return OpenFile(value, path.stem, None, lock)
    return OpenFile(value, path.stem, Spot(lambda: path.parent, path.stem, lock, seen))


def create_file(value: Kept, file_id: str, shelf: Shelf) -> OpenFile[Kept]:
    """A new file with this value. Raises Unusable."""
    try:
        folder = private_folder(shelf())
        lock = acquire(folder / f"{file_id}.lock")
    except OSError as error:
        raise Unusable(explain(error)) from None
    if isinstance(lock, HeldBy) or os.path.lexists(folder / f"{file_id}.toml"):
        if isinstance(lock, Lock):
            lock.release()
        raise Unusable(_("Er is al een bestand met dit kenmerk."))
    opened = OpenFile(value, file_id, Spot(shelf, file_id, lock, seen=None))
    try:
        opened.save(value)
    except BaseException:
        opened.close()
        raise
    return opened


def take(
    path: Path, decode: Callable[[bytes], Kept], largest: int = LARGEST
) -> tuple[Kept, Lock | HeldBy | None, tuple[int, int] | None]:
    """The value in a file, with its lock (or who has that; None in a folder that can only be read) and its identity.

    What a killed process left of its attempts is cleared away. Raises TooNew, Damaged (a file that makes no sense has
    then been set aside under another name, if nobody else has it open) or Unusable.
    """
    try:
        lock = acquire(path.with_suffix(".lock")) if path.exists() else None
    except (OSError, Unusable):  # a folder that can only be read: saving will say so
        lock = None
    seen = identity(path)
    try:
        value = _decoded(path, decode, largest, mine=isinstance(lock, Lock))
    except BaseException:
        if isinstance(lock, Lock):
            lock.release()
        raise
    if isinstance(lock, Lock):
        sweep(path.parent, path.name)
    return value, lock, seen


def _decoded(path: Path, decode: Callable[[bytes], Kept], largest: int, *, mine: bool) -> Kept:
    data = whole(path, largest)  # what can't be read at all is left as it is
    try:
        return decode(data)
    except TooNew:
        raise
    except Unusable as error:
        raise Damaged(error.reason, set_aside(path) if mine else path) from None


def identity(path: Path) -> tuple[int, int] | None:
    """What tells one version of a file from the next; None where there is none."""
    try:
        info = path.lstat()
    except OSError:
        return None
    return info.st_ino, info.st_mtime_ns
