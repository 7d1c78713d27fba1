"""The whole program on a pty, as a group has it before it: started, typed to, killed, started again."""

import os
import signal
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path
from typing import Any

import msgspec
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from intervisie_tui.meeting.model import Meeting
from tests.terminal.ptysession import PtySession

ENTER, TAB, ON, BACK, UP, DOWN, END = "\r", "\t", "\x1b[6~", "\x1b[5~", "\x1b[A", "\x1b[B", "\x1b[F"
QUIT, BACKSPACE = "\x11", "\x7f"
BETWEEN_PRESSES = 0.15
"""Seconds between two presses of a key that is pressed until it has done its work."""


@cache
def as_installed() -> dict[str, str]:
    """What to set in the environment of a program that is to run without the packages that only developers have."""
    wanted, seen = [Requirement("intervisie")], set[str]()
    while wanted:
        need = wanted.pop()
        name = canonicalize_name(need.name)
        if f"{name}{need.extras}" not in seen:
            seen |= {name, f"{name}{need.extras}"}
            extras = [{"extra": extra} for extra in ("", *need.extras)]
            wanted += [of for of in _needs(name) if of.marker is None or any(map(of.marker.evaluate, extras))]
    tools = [
        module
        for module, names in packages_distributions().items()
        if module.isidentifier() and seen.isdisjoint(map(canonicalize_name, names))
    ]
    return {"PYTHONPATH": str(Path(__file__).parent / "plain"), "WITHOUT": ",".join(sorted(tools))}


def _needs(name: str) -> list[Requirement]:
    try:
        return [Requirement(need) for need in requires(name) or []]
    except PackageNotFoundError:  # for another platform, or another Python
        return []


class Program(PtySession):
    """`intervisie` with a home folder of its own; `under` stands before it on the command line."""

    def __init__(
        self,
        home: Path,
        *words: str,
        size: tuple[int, int] = (80, 24),
        environment: dict[str, str] | None = None,
        under: tuple[str, ...] = (),
    ) -> None:
        self.home = home
        self._read, self._flat = -1, ""  # how much of the output `_flat` shows
        super().__init__(
            home,
            *words,
            size=size,
            environment={
                "HOME": str(home),
                "XDG_DATA_HOME": str(home / "data"),
                "XDG_CONFIG_HOME": str(home / "config"),
                **as_installed(),
                **(environment or {}),
            },
            command=(*under, sys.executable, "-m", "intervisie_tui"),
        )

    def press(self, *keys: str) -> None:
        """Keys and texts, one after the other, in one packet each."""
        for key in keys:
            self.type(key)

    def see(self, *texts: str) -> None:
        """Wait until all of these are on the screen."""
        self.until(lambda: all(text in self.flat for text in texts) or self.process.poll() is not None)
        assert [text for text in texts if text not in self.flat] == [], self.text

    def see_gone(self, text: str) -> None:
        """Wait until this is not on the screen any more."""
        self.until(lambda: text not in self.flat)

    def press_until(self, key: str, text: str) -> None:
        """Press a key again and again until this is on the screen: too soon, a press counts as a bounce."""
        pressed = 0.0

        def reached() -> bool:
            nonlocal pressed
            if text not in self.flat and time.monotonic() - pressed > BETWEEN_PRESSES:
                pressed = time.monotonic()
                self.type(key)
            return text in self.flat

        self.until(reached)

    def keep(self, text: str) -> None:
        """Type this and leave it; wait until the disk has it, as the whole text of a field or the end of it."""
        self.press(text)
        self.until(lambda: any(kept.endswith(text) for kept in self.draft().values()))

    def kill(self) -> None:
        """`kill -9` on the program, by the number in its lock; its parent tidies the terminal up."""
        (lock,) = meetings(self.home).glob("*.lock")
        os.kill(tomllib.loads(lock.read_text("utf-8"))["pid"], signal.SIGKILL)
        assert self.until_ended() == 128 + signal.SIGKILL

    @property
    def text(self) -> str:
        """The screen in lines; four times as fast as asking pyte, and asked thousands of times here."""
        lines = (self._screen.buffer[y] for y in range(self._screen.lines))
        return "\n".join("".join([line[x].data for x in range(self._screen.columns)]) for line in lines)

    @property
    def flat(self) -> str:
        """The screen as one line, so that a text that wraps is found as well; then both columns once more."""
        if self._read != len(self.output):
            lines = self.text.splitlines()
            columns = [line.partition("│") for line in lines if "│" in line]
            left, right = [line[0] for line in columns], [line[2] for line in columns]
            self._flat = " ".join(" ".join([*lines, *left, *right]).split())
            self._read = len(self.output)
        return self._flat

    def saved(self) -> Meeting:
        """The one meeting on the disk, read without the program's own reader."""
        (path,) = (p for p in meetings(self.home).glob("*.toml") if not p.name.endswith(".draft.toml"))
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Meeting)

    def draft(self) -> dict[str, Any]:
        """What is half-typed, by the key of its field."""
        files = list(meetings(self.home).glob("*.draft.toml"))
        return tomllib.loads(files[0].read_text("utf-8"))["texts"] if files else {}


def group(home: Path) -> tuple[str, ...]:
    """The words that start balint-5 with Inez, who brings in, Anna and Bram."""
    names = home / "namen.txt"
    names.write_text("* Inez\nAnna\nBram\n", "utf-8")
    return ("start", "--method", "balint-5", "--names-from", str(names))


def meetings(home: Path) -> Path:
    """Where the transcripts of this home folder lie."""
    return home / "data" / "intervisie" / "meetings"


@contextmanager
def program(
    home: Path,
    *words: str,
    size: tuple[int, int] = (80, 24),
    environment: dict[str, str] | None = None,
    under: tuple[str, ...] = (),
) -> Iterator[Program]:
    """The program, killed at the end if it still runs."""
    running = Program(home, *words, size=size, environment=environment, under=under)
    try:
        yield running
    finally:
        running.close()
