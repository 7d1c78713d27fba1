"""What the kernel counts of a program's threads: the time they use, and the time they wait while others are on.

Figures of seconds are judged by these, so that they hold on a machine that does something else as well.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.terminal.ptysession import PATIENCE, PtySession


def seconds_to_its_end(session: PtySession, act: Callable[[], object], patience: float = PATIENCE) -> float:
    """How long it takes the program to end after this act, without reading its terminal, as if nothing else ran here.

    The kernel counts for each thread how long it was ready to go on and had to wait for a processor; that belongs to
    whatever else runs on this machine, and is taken off. What the program does, and what it waits for, stays.
    """
    pids, waited = session.pids, dict[str, float]()
    session.until_while_frozen(lambda: resting(pids))  # who waits now would be counted afterwards
    had_waited, start = queued(pids), time.monotonic()
    act()
    while session.process.poll() is None:
        waited.update(queued(pids))
        assert time.monotonic() - start < patience, f"still there after {patience} s"
        time.sleep(0.005)
    took = time.monotonic() - start
    return took - sum(seconds - had_waited.get(thread, 0.0) for thread, seconds in waited.items())


def of_threads(pids: tuple[int, ...], name: str) -> dict[str, str]:
    """What the kernel has in the file of this name for each thread of these processes."""
    found = {}
    for pid in pids:
        with suppress(OSError):
            for thread in Path(f"/proc/{pid}/task").iterdir():
                found[str(thread)] = (thread / name).read_text()
    return found


def queued(pids: tuple[int, ...]) -> dict[str, float]:
    """Seconds that each thread has waited for a processor so far."""
    return {thread: int(text.split()[1]) / 1e9 for thread, text in of_threads(pids, "schedstat").items()}


def used(pids: tuple[int, ...]) -> float:
    """Seconds of processor time of all threads so far."""
    return sum(int(text.split()[0]) for text in of_threads(pids, "schedstat").values()) / 1e9


def resting(pids: tuple[int, ...]) -> bool:
    """Whether no thread runs or wants to."""
    return all(text.rpartition(")")[2].split()[0] == "S" for text in of_threads(pids, "stat").values())
