"""A room to spoil: the real program on a pty, led by a method of one free conversation, and what stands on the disk."""

import os
import re
import signal
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.terminal.ptysession import PATIENCE, PtySession
from tests.whole.program import meetings

PLANTED = Path(__file__).with_name("planted.py")
NAMES = "* Inez\nAnna\nBram\nCas\n"
METHOD = """
schema = 1
id = "proef"
name = "Proef"
variant = "los gesprek"
language = "nl"
source = "Eigen werk"
summary = "Om de opslag te beproeven."
[[steps]]
id = "gesprek"
title = "Gesprek"
minutes = 60
purpose = "Praten"
[[steps.activities]]
kind = "talk"
speaks = ["all"]
of = "question"
"""


class Spoiled(PtySession):
    """The program with a home folder of its own and any environment, in a session whose processes can be counted."""

    def __init__(
        self,
        home: Path,
        *words: str,
        command: tuple[str, ...] = (sys.executable, "-m", "intervisie_tui"),
        size: tuple[int, int] = (80, 24),
        environment: dict[str, str] | None = None,
        controlling: bool = True,
    ) -> None:
        self.home = home
        self.watcher: Callable[[bytes], None] = _nobody
        super().__init__(
            home,
            *words,
            size=size,
            environment={
                "HOME": str(home),
                "XDG_DATA_HOME": str(home / "data"),
                "XDG_CONFIG_HOME": str(home / "config"),
                "TMPDIR": str(prepared(home / "tmp")),
                **(environment or {}),
            },
            command=command,
            controlling=controlling,
        )

    def watch(self, portion: bytes) -> None:
        self.watcher(portion)

    def press(self, *keys: str) -> None:
        """Keys and texts, each in a packet of its own."""
        for key in keys:
            self.type(key)

    def say(self, text: str) -> None:
        """Type a contribution and enter it; it is on the disk when this returns."""
        self.press(text, "\r")
        self.until(lambda: text in said(self.home))

    def see(self, *texts: str, seconds: float = PATIENCE) -> None:
        """Wait until all of these are on the screen."""
        self.until(lambda: all(text in self.flat for text in texts) or self.process.poll() is not None, seconds)
        assert [text for text in texts if text not in self.flat] == [], self.text

    @property
    def flat(self) -> str:
        """The screen as one line; the column at the right once more by itself."""
        beside = (line.partition("│")[2] for line in self.text.splitlines())
        return " ".join(f"{self.text} {' '.join(beside)}".split())

    def names(self, word: str) -> bool:
        """Whether this stands on the screen, also where it is broken over lines."""
        return word in re.sub(r"[\s│]", "", self.text)

    @property
    def child(self) -> int:
        """The process that draws: the one that the first has forked."""
        return self.pids[1]

    def kill(self) -> None:
        """As the kernel does when memory is out, or a hand that means it: parent and child at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def drain(self) -> None:
        """Take what the terminal still holds."""
        self._pump(0.05)

    def read_for(self, seconds: float) -> None:
        """Read along for so long, as it comes."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._pump(left)

    def left_over(self) -> list[int]:
        """The processes of this session that still run."""
        found = []
        for status in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                state, *rest = status.read_text().rpartition(")")[2].split()
                if int(rest[2]) == self.process.pid and state != "Z":
                    found.append(int(status.parent.name))
        return found


def _nobody(_portion: bytes) -> None:
    """Nobody watches."""


def prepared(folder: Path) -> Path:
    """The folder, made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def furnished(home: Path, names: str = NAMES, method: str = METHOD) -> tuple[str, ...]:
    """Put the method and the names into this home; the words that begin a meeting with them."""
    folder = prepared(home / "config" / "intervisie" / "methods")
    (folder / "proef.toml").write_text(method, "utf-8")
    (home / "namen.txt").write_text(names, "utf-8")
    return ("start", "--method", "proef", "--names-from", str(home / "namen.txt"))


@contextmanager
def room(
    home: Path,
    *words: str,
    planted: str = "",
    size: tuple[int, int] = (80, 24),
    environment: dict[str, str] | None = None,
    controlling: bool = True,
) -> Iterator[Spoiled]:
    """The program in the conversation of `METHOD` (or with other words); `planted`: with this fault in it."""
    command = (sys.executable, str(PLANTED), planted) if planted else (sys.executable, "-m", "intervisie_tui")
    begin = words or furnished(home)
    session = Spoiled(home, *begin, command=command, size=size, environment=environment, controlling=controlling)
    try:
        if not words:
            session.see("Gesprek", "opgeslagen")
        yield session
    finally:
        session.close()


def transcript(home: Path) -> Path:
    """The newest transcript of this home. ValueError when there is none."""
    return max(p for p in meetings(home).glob("*.toml") if not p.name.endswith(".draft.toml"))


def said(home: Path) -> list[str]:
    """The texts of the contributions in the file, in their order; read without the program's own reader."""
    found = tomllib.loads(transcript(home).read_text("utf-8"))
    return [one["text"] for part in found["parts"] for one in part.get("contributions", ())]


def half_typed(home: Path) -> str:
    """What the draft has of the only field; empty when there is none."""
    files = list(meetings(home).glob("*.draft.toml"))
    texts = tomllib.loads(files[0].read_text("utf-8"))["texts"] if files else {}
    return next(iter(texts.values()), "")
