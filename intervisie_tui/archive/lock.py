"""One writer per file: a lock that goes with its process, on a side file that is never replaced nor deleted.

Not on the transcript itself: each save gives that a new inode, and the lock would stay with the old one.
"""

import errno
import fcntl
import os
import stat
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from intervisie_tui.archive.disk import read_all
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.archive.toml import Writer
from intervisie_tui.locale import _
from intervisie_tui.method.fault import Unreadable
from intervisie_tui.method.reading import parse
from intervisie_tui.method.text import one_line


class HeldBy(msgspec.Struct, frozen=True, kw_only=True):
    """Who has the file open, as they wrote it; for the message only, the lock itself decides."""

    pid: int = 0
    user: str = ""
    host: str = ""
    since: datetime | None = None

    @property
    def message(self) -> str:
        """A sentence for the screen about a meeting."""
        return self.after(_("Deze bijeenkomst staat al ergens open, dus hier kun je alleen meelezen."))

    def after(self, text: str) -> str:
        """A sentence that says what cannot be done, and behind it who has it open, where that is known."""
        if not self.pid:
            return text
        since = self.since.strftime("%H:%M") if self.since else "?"
        who = _("Open bij {user} op {host} sinds {since} (proces {pid}).")
        return f"{text} {who.format(user=self.user, host=self.host, since=since, pid=self.pid)}"


class Lock:
    """The right to write one file, until `release` or the end of the process, however it ends."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def release(self) -> None:
        """Give the file free; a second time does nothing."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)


def acquire(path: Path) -> Lock | HeldBy:
    """The lock on this side file, or who has it. Raises OSError or Unusable when no lock can be had at all."""
    strange = Unusable(_("Het slot ernaast is geen gewoon bestand van jezelf."))
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise strange if error.errno == errno.ELOOP else error from None
    try:
        info = os.fstat(fd)
        if not stat.S_ISREG(info.st_mode) or info.st_uid != os.geteuid():
            raise strange
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = _read_holder(fd)
            os.close(fd)
            return holder
        with suppress(OSError):  # a full disk may keep us from telling who we are, not from holding the lock
            _write_holder(fd)
    except BaseException:
        os.close(fd)
        raise
    return Lock(fd)


def _write_holder(fd: int) -> None:
    import pwd
    import socket

    try:
        user = pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:  # an account without a name
        user = str(os.geteuid())
    me = HeldBy(pid=os.getpid(), user=user, host=socket.gethostname(), since=datetime.now().astimezone())
    os.ftruncate(fd, 0)
    os.pwrite(fd, Writer().document(me).encode(), 0)


def _read_holder(fd: int) -> HeldBy:
    try:
        found = msgspec.convert(parse(read_all(fd, largest=4096), "").raw, HeldBy)
    except (ValueError, OSError, Unusable, Unreadable):
        return HeldBy()
    return msgspec.structs.replace(found, user=one_line(found.user), host=one_line(found.host))
