"""A program on a pty, with an emulated screen: what a person at a terminal would see and do, in packets of any size."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path
from struct import pack

import pyte

ROOT = Path(__file__).parents[2]
SPECIMEN = Path(__file__).with_name("specimen.py")
PATIENCE = 20.0


class PtySession:
    """Reads from the terminal only while waiting for something, so doing nothing freezes it."""

    def __init__(
        self,
        folder: Path,
        *options: str,
        size: tuple[int, int] = (80, 24),
        environment: dict[str, str] | None = None,
        controlling: bool = True,
        command: tuple[str, ...] = (sys.executable, str(SPECIMEN)),
    ) -> None:
        self.folder = folder
        self.output = b""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.master, self.line = pty.openpty()
        ioctl(self.line, termios.TIOCSWINSZ, pack("HHHH", size[1], size[0], 0, 0))
        self.settings = termios.tcgetattr(self.line)
        self.process = subprocess.Popen(
            [*command, *options],
            stdin=self.line,
            stdout=self.line,
            stderr=self.line,
            env={**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **(environment or {})},
            cwd=folder,
            start_new_session=True,
            preexec_fn=(lambda: ioctl(0, termios.TIOCSCTTY, 0)) if controlling else None,
        )

    def type(self, keys: str | bytes) -> None:
        """Send all of it in one packet (as far as the kernel's buffer goes)."""
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            self._pump(0)
            if select.select([], [self.master], [], 0.05)[1]:
                data = data[os.write(self.master, data[:2048]) :]

    def until(self, reached: Callable[[], object], seconds: float = PATIENCE) -> None:
        end = time.monotonic() + seconds
        while not reached():
            assert time.monotonic() < end, f"waited {seconds} s; the screen:\n{self.text}"
            self._pump(0.02)

    def until_while_frozen(self, reached: Callable[[], object], seconds: float = PATIENCE) -> None:
        """As `until`, by a terminal that reads nothing meanwhile."""
        end = time.monotonic() + seconds
        while not reached():
            assert time.monotonic() < end, f"waited {seconds} s"
            select.select([], [], [], 0.02)

    def until_shown(self, text: str) -> None:
        self.until(lambda: text in self.text or self.process.poll() is not None)
        assert text in self.text, self.text

    def until_ended(self, seconds: float = PATIENCE) -> int:
        """The exit code, with all output read."""
        self.until(lambda: self.process.poll() is not None, seconds)
        self._pump(0.05)
        return self.process.returncode

    @property
    def pids(self) -> tuple[int, ...]:
        """The process and those that it has forked."""
        first = self.process.pid
        return first, *map(int, Path(f"/proc/{first}/task/{first}/children").read_text().split())

    def wipe(self) -> None:
        """As when something else wrote over the screen."""
        self._screen.reset()

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    def lines(self, name: str) -> list[str]:
        """The lines of a file that the program wrote."""
        file = self.folder / name
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    def is_clean(self) -> bool:
        """Line settings as before, every mode of the terminal off again, nothing of the program on the screen."""
        modes = {mode: self.output.rfind(b"\x1b[?%dh" % mode) < self.output.rfind(b"\x1b[?%dl" % mode) for mode in OFF}
        shown = self.output.rfind(b"\x1b[?25l") < self.output.rfind(b"\x1b[?25h")
        wraps = self.output.rfind(b"\x1b[?7l") < self.output.rfind(b"\x1b[?7h")
        return all(modes.values()) and shown and wraps and termios.tcgetattr(self.line) == self.settings

    def hang_up(self) -> None:
        os.close(self.line)
        os.close(self.master)
        self.master = -1

    def resize(self, columns: int, lines: int) -> None:
        self._screen.resize(lines, columns)
        ioctl(self.line, termios.TIOCSWINSZ, pack("HHHH", lines, columns, 0, 0))

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if self.master >= 0:
            self.hang_up()

    def _pump(self, seconds: float) -> None:
        if self.master < 0:
            select.select([], [], [], seconds)
            return
        while select.select([self.master], [], [], seconds)[0]:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            self.output += data
            self._stream.feed(data)
            self.watch(data)
            seconds = 0

    def watch(self, portion: bytes) -> None:
        """Called each time a portion of output has come on the screen; to be overridden."""


OFF = (1049, 2004)


@contextmanager
def specimen(
    folder: Path,
    *options: str,
    size: tuple[int, int] = (80, 24),
    environment: dict[str, str] | None = None,
    controlling: bool = True,
) -> Iterator[PtySession]:
    """The specimen, ready for keys; killed at the end if it still runs."""
    session = PtySession(folder, str(folder), *options, size=size, environment=environment, controlling=controlling)
    try:
        session.until_shown("gereed")
        yield session
    finally:
        session.close()
