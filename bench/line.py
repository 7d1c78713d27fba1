"""A program on a pty of its own, with a clock beside every byte that it sends. Linux only."""

import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from fcntl import ioctl
from pathlib import Path
from types import TracebackType

from bench import process
from bench.link import Across, Link
from bench.screen import ByteStream, Repeating

SIZE = (100, 30)
PATIENCE = 30.0
_WHERE = b"\x1b[6n"
_ASKED, _ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"  # can you show whole frames? yes, as most terminals now say


class _Screen(Repeating):
    """Says where its cursor is, to a program that asks, as every terminal does."""

    def __init__(self, fd: int) -> None:
        super().__init__(*SIZE)
        self._fd = fd

    def write_process_input(self, data: str) -> None:
        os.write(self._fd, data.encode())


class Line:
    """`bytes` and `writes` count what has come; a write is what comes with no gap over 2 ms. `link`: what lies between
    the pty and us.
    """

    def __init__(
        self, command: Sequence[str], home: Path, link: Link | None = None, patience: float = PATIENCE
    ) -> None:
        self._patience = patience
        self.bytes = self.writes = 0
        self.last = 0.0
        self._pty, line = pty.openpty()
        self.across = Across(self._pty, link) if link else None
        self._fd = self.across.fd if self.across else self._pty
        self._screen = _Screen(self._fd)
        self._stream = ByteStream(self._screen)
        self._unread: list[bytes] = []
        self._end = b""
        self._set_size(*SIZE)
        kept = {k: v for k, v in os.environ.items() if k not in ("STY", "TMUX", "COLUMNS", "LINES", "NO_COLOR")}
        own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "HOME": str(home)}
        folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
        told, tell = os.pipe()

        def take_terminal() -> None:
            ioctl(0, termios.TIOCSCTTY, 0)
            os.write(tell, struct.pack("d", time.monotonic()))

        self.process = subprocess.Popen(
            command,
            stdin=line,
            stdout=line,
            stderr=line,
            env=kept | own | folders,
            start_new_session=True,
            preexec_fn=take_terminal,
        )
        self.began: float = struct.unpack("d", os.read(told, 8))[0]  # without the fork, which is the bench's own
        for fd in (line, told, tell):
            os.close(fd)

    def __enter__(self) -> "Line":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        if self.across is not None:
            self.across.close()
        os.close(self._pty)  # a hang-up
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def send(self, keys: str) -> float:
        """Type; gives when."""
        now = time.monotonic()
        os.write(self._fd, keys.encode())
        return now

    def resize(self, columns: int, lines: int) -> float:
        self._screen.resize(lines, columns)
        now = time.monotonic()
        self._set_size(columns, lines)
        return now

    def read(self, seconds: float) -> bool:
        """Take in what comes within so many seconds; False if nothing did."""
        if not select.select([self._fd], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        now = time.monotonic()
        self.writes += now - self.last > 0.002
        self.last = now
        self.bytes += len(data)
        self._unread.append(data)
        if _ASKED in data:
            os.write(self._fd, _ANSWER)
        if _WHERE in self._end + data:  # is answered at once
            self._feed()
        self._end = data[1 - len(_WHERE) :]
        return True

    def quiet(self, gap: float = 0.15, limit: float = 10.0) -> None:
        """Wait until nothing has come for `gap` seconds."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self.read(gap):
            pass

    def for_seconds(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(left)

    def shows(self, text: str) -> bool:
        return text in self.text

    @property
    def text(self) -> str:
        """All of the screen in one line, with single blanks."""
        self._feed()
        return " ".join(" ".join(self._screen.display).split())

    def _feed(self) -> None:
        for data in self._unread:
            self._stream.feed(data)
        self._unread.clear()

    def until(self, text: str) -> float:
        """Wait until this is on the screen; gives when."""
        end = time.monotonic() + self._patience
        while not self.shows(text):
            if time.monotonic() > end or (not self.read(0.5) and self.process.poll() is not None):
                raise RuntimeError(f"no {text!r} on the screen:\n" + "\n".join(self._screen.display))
        return self.last

    def until_end(self) -> float:
        """Wait until the program has ended well; gives when."""
        while self.read(self._patience):
            pass
        now = time.monotonic()
        if self.process.wait(self._patience) != 0:
            raise RuntimeError(f"ended with {self.process.returncode}: {self.text}")
        return now

    def _set_size(self, columns: int, lines: int) -> None:
        ioctl(self._pty, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def processor(self) -> float:
        """Seconds of processor time so far, of the program and its children."""
        return process.processor(self.process.pid)

    def memory(self) -> float | None:
        """Megabytes, shared pages counted in part; None where that may not be seen."""
        return process.memory(self.process.pid)
