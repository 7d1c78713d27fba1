"""Reading and writing one file so that neither a fault nor a stranger's file does harm (reliability of every save).

Goes through `os` call by call, since the order of the calls is the promise: see `write_durably`.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from intervisie_tui.archive.paths import Unusable
from intervisie_tui.locale import _

LARGEST = 16 * 2**20
"""Bytes of a file that is read; hundreds of times a long meeting."""


def write_durably(folder: Path, name: str, data: bytes) -> None:
    """Write a file for its owner alone (0600): when this returns, it is on the disk and survives a power cut.

    Until then the old file stands whole. On any error the rest of the attempt is cleared away and OSError raised;
    a new attempt starts afresh, since a second fsync after a failed one proves nothing.
    """
    at = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        temp = f"{_temp_prefix(name)}{os.urandom(8).hex()}"
        try:
            _write_new(temp, data, at)
            os.replace(temp, name, src_dir_fd=at, dst_dir_fd=at)
        except BaseException:
            with suppress(OSError):
                os.unlink(temp, dir_fd=at)
            raise
        _sync_folder(at)
    finally:
        os.close(at)


def remove_durably(folder: Path, name: str) -> None:
    """Remove a file; when this returns, it stays away after a power cut. One that is not there is fine."""
    at = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=at)
            _sync_folder(at)
    finally:
        os.close(at)


def sweep(folder: Path, name: str) -> None:
    """Remove what a killed process left of its attempts to write this file. Only for who holds its lock."""
    prefix = _temp_prefix(name)
    with suppress(OSError):  # leftovers do no harm; not being able to clear them must not stop a meeting
        for found in folder.iterdir():
            if found.name.startswith(prefix):
                found.unlink()


def read_own(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of the user's own regular file. Never hangs on a pipe, never follows a link, never reads without end.

    Raises Unusable (with the reason) or OSError, FileNotFoundError among them.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Unusable(_("Dit is een koppeling naar een andere plek, geen gewoon bestand.")) from None
        raise
    try:
        info = os.fstat(fd)
        if not stat.S_ISREG(info.st_mode):
            raise Unusable(_("Dit is geen gewoon bestand."))
        if info.st_uid != os.geteuid():
            raise Unusable(_("Dit bestand is van iemand anders."))
        return read_all(fd, largest)
    finally:
        os.close(fd)


def read_all(fd: int, largest: int = LARGEST) -> bytes:
    """All bytes of an open file; Unusable when there are more than `largest`."""
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(fd, min(2**20, largest + 1)):
        size += len(piece)
        if size > largest:
            raise Unusable(_("Dit bestand is veel te groot."))
        pieces.append(piece)
    return b"".join(pieces)


def explain(error: OSError) -> str:
    """Why the disk refuses, as a sentence for a person. Without the path, which stands elsewhere."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return _("De schijf is vol.")
        case errno.EACCES | errno.EPERM:
            return _("Er zijn geen schrijfrechten.")
        case errno.EROFS:
            return _("De schijf is alleen-lezen.")
        case errno.EMFILE | errno.ENFILE:
            return _("Er staan te veel bestanden open.")
        case errno.EIO:
            return _("De schijf geeft een fout.")
        case errno.ENOENT | errno.ENOTDIR | errno.ELOOP:
            return _("De map is er niet meer.")
        case number:
            return _("De schijf weigert ({code}).").format(code=errno.errorcode.get(number or 0, "?"))


def _temp_prefix(name: str) -> str:
    return f".{name}.tmp-"


def _write_new(temp: str, data: bytes, at: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    fd = os.open(temp, flags, 0o600, dir_fd=at)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(fd, rest) :]
        os.fsync(fd)
    except BaseException:
        with suppress(OSError):
            os.close(fd)
        raise
    os.close(fd)  # its error counts: some file systems say only here that the disk was full


def _sync_folder(at: int) -> None:
    """Without this, the last save but one may be what a power cut leaves."""
    try:
        os.fsync(at)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network file systems have no such thing for folders
            raise
