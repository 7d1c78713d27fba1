"""A line of 64 kbit/s on which everything takes 100 ms each way, with large buffers, as ssh over bad Wi-Fi has it.

What the line itself takes is measured by a program that only sends back what it gets (`cat`).
"""

import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.growth import ENTER, kept, meeting
from bench.line import Line
from bench.link import Link
from bench.measures import OURS, PAGE_DOWN, TAB, Figure, home, started

SLOW = Link(delay=0.1, speed=8_000)
ECHO = ("sh", "-c", "stty raw -echo; echo ready; exec cat")
LETTERS = "abcdefghij"
UP = "\x1b[A"
BURST = "zonder haast, maar wel in een keer geschreven."
A_SECOND = 30
"""Presses of a key that is held down."""
SHOWN = 20
"""Characters at the end of a text that show that all of it is there: a field may have scrolled."""
HELD = "".join(LETTERS[n % len(LETTERS)] for n in range(5 * A_SECOND - SHOWN)) + "en dan is het klaar."

Opened = AbstractContextManager[Line]


class Lag(NamedTuple):
    """Seconds from the last key until all of it is on the screen, and the most bytes that waited for the line."""

    seconds: float
    queued: int = 0


def on_a_slow_line() -> list[Figure]:
    """Typing, a burst, keys that are held, and a new screen right after a burst; each beside stock output."""
    with home() as folder, home() as full:
        kept(full, meeting(200))
        line = _typing(lambda: _begun(ECHO, "ready", folder))
        ours, stock = (_all_of(started(folder, plain), folder, full, plain) for plain in (False, True))
    figures = []
    for name, lag in ours.items():
        other = stock[name]
        goal = 1.1 if name in line else 1.0
        beside = line.get(name, other)
        what = "the line" if name in line else "stock output"
        words = f"{name}, beside {what} (stock output {other.seconds * 1000:.0f} ms, {other.queued} bytes waiting)"
        figures.append(Figure(f"64 kbit/s: {words}", lag.seconds, beside.seconds, goal, "s"))
        figures.append(Figure(f"64 kbit/s: {name}, the most bytes waiting", lag.queued, None, 4_000, "bytes"))
    return figures


def _all_of(command: Sequence[str], folder: Path, full: Path, plain: bool) -> dict[str, Lag]:
    def begin() -> Opened:
        return _begun(command, "Stap 1 van 5", folder)

    return _typing(begin) | _moving(begin, lambda: _list(full, plain))


def _typing(begin: Callable[[], Opened]) -> dict[str, Lag]:
    with begin() as line:
        echo = Lag(statistics.median(_echo(line, letter) for letter in LETTERS[:9]))
    with begin() as line:
        burst = _typed(line, BURST, 0.01)
    with begin() as line:
        held = _typed(line, HELD, 1 / A_SECOND)
    return {"a letter to its echo": echo, "a burst of 46 letters": burst, "150 letters, 30 a second": held}


def _moving(begin: Callable[[], Opened], begin_list: Callable[[], Opened]) -> dict[str, Lag]:
    with begin() as line:
        line.send("een zin" + ENTER)
        line.quiet(0.6, 3.0)
        for letter in BURST:
            line.send(letter)
        page = _until(line, line.send(ENTER + PAGE_DOWN), "Vraag van Anna")
    with begin_list() as line:
        for _ in range(5 * A_SECOND):
            pressed = line.send(UP)
            line.for_seconds(1 / A_SECOND)
        line.quiet(0.7, 60)
        rows = Lag(line.last - pressed, _queued(line))
    return {"Page Down right after a burst": page, "5 s up in a list of 200": rows}


def _echo(line: Line, letter: str) -> float:
    """Away from the seconds of the clock, if it is drawn: they would be taken for the echo."""
    line.read(1.5)
    line.quiet(0.3, 1.0)
    pressed = line.send(letter)
    line.read(2)
    return line.last - pressed


def _typed(line: Line, text: str, each: float) -> Lag:
    for letter in text:
        pressed = line.send(letter)
        line.for_seconds(each)
    return _until(line, pressed, text[-SHOWN:])


def _until(line: Line, pressed: float, text: str) -> Lag:
    return Lag(line.until(text) - pressed, _queued(line))


def _queued(line: Line) -> int:
    return line.across.most_queued if line.across else 0


@contextmanager
def _begun(command: Sequence[str], words: str, folder: Path) -> Iterator[Line]:
    """This program on the slow line, at rest."""
    with Line(command, folder, SLOW, patience=60) as line:
        line.until(words)
        _rest(line)
        yield line


@contextmanager
def _list(folder: Path, plain: bool) -> Iterator[Line]:
    """The list of the only meeting of this home, which has the keys, at its end; the clock stands still."""
    with Line((*OURS, "--plain-output") if plain else OURS, folder, SLOW, patience=60) as line:
        line.until("Ga verder")
        _rest(line)
        line.send(ENTER)
        line.until("klok staat stil")
        _rest(line)
        line.send(TAB)
        _rest(line)
        yield line


def _rest(line: Line) -> None:
    line.quiet(0.6, 10.0)
    if line.across:
        line.across.most_queued = 0
