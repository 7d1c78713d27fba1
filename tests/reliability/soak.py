"""A long day of meetings in one program, much faster than the wall: what it leaves behind of memory, files, threads.

`python -m tests.reliability.soak 8` leads eight meetings of an hour each (by a clock that runs `SPEED` times faster)
and prints the figures; 1 when a promise was broken.
"""

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.planted import SPEED
from tests.reliability.room import Spoiled, furnished, room
from tests.terminal.threads import used
from tests.whole.program import DOWN, ENTER, ON, QUIT, meetings

HOME = "\x1b[H"

HOUR = 3600 / SPEED
"""Seconds of the wall that an hour of the meeting takes."""
MAY_GROW = 10 * 1024
"""kB that the memory may grow after the first hour."""
MAY_IDLE = 0.01
"""Part of one core that a program may use that nobody touches."""


@dataclass(frozen=True)
class Left:
    """What a process has at one moment: kB in memory, open files, threads."""

    memory: int
    files: int
    threads: int


def measured(pid: int) -> Left:
    """As the kernel tells it."""
    status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    files = sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())
    return Left(int(status["VmRSS"].split()[0]), files, int(status["Threads"]))


def a_day(home: Path, hours: int, seconds_an_hour: float) -> list[Left]:
    """So many meetings of an hour one after the other, set up by keys from Home; what there was after each, at Home."""
    furnished(home)
    found = []
    with room(home, "--lang", "nl", planted="fast_clock") as session:
        for number in range(hours):
            session.see("Beginnen")
            an_hour(session, number, seconds_an_hour)
            session.see("Beginnen")
            session.read_for(0.3)
            found.append(measured(session.child))
        assert sum(not path.name.endswith(".draft.toml") for path in meetings(home).glob("*.toml")) == hours
    return found


def an_hour(session: Spoiled, number: int, seconds: float) -> None:
    """A meeting by the method of `room` with a contribution now and then, stopped at the end; by way of Home."""
    session.press(HOME, ENTER)  # those before it stand on Home as well, and one of them is chosen
    session.see("Welke methode?")
    session.press("3")
    session.see("los gesprek")
    session.press(ON)
    session.see("Wie zijn er?")
    session.press("Inez, Anna, Bram, Cas")
    session.see("4 Cas")
    session.press(ON)
    session.see("Wie doet wat?")
    session.press(ENTER, ON)
    session.see("Hoe lang?")
    session.press(ON)
    session.see("opgeslagen", "Gesprek")
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        count += 1
        text = f"Bijeenkomst {number} inbreng {count} é ß 漢"
        session.press(text, ENTER)
        session.read_for(1)
        session.see(text, seconds=60)  # a machine that does other things may lag, but not add up what it lags
    session.press("half", QUIT)
    session.see("Stoppen?", seconds=60)
    session.press(DOWN, ENTER)


def idle(seconds: float) -> float:
    """The part of a core that both processes use while a meeting stands open and nobody touches it."""
    with tempfile.TemporaryDirectory() as folder, room(Path(folder)) as session:
        session.read_for(1)
        before = used(session.pids)
        start = time.monotonic()
        session.read_for(seconds)
        return (used(session.pids) - before) / (time.monotonic() - start)


def main(hours: int) -> int:
    """Lead the day, print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        found = a_day(Path(folder), hours, HOUR)
        print(f"{hours} meetings of an hour in {time.monotonic() - start:.0f} s:")
    for number, left in enumerate(found, 1):
        print(f"  after {number}: {left.memory / 1024:.1f} MB, {left.files} files, {left.threads} threads")
    part = idle(30)
    print(f"idle for 30 s in a meeting: {part:.2%} of a core")
    first, last = found[0], found[-1]
    grown = last.memory - first.memory
    print(f"grown after the first hour: {grown / 1024:.1f} MB")
    return grown > MAY_GROW or (last.files, last.threads) != (first.files, first.threads) or part > MAY_IDLE


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8))
