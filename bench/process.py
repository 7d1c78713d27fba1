"""What a program and its children take of the processor and of the memory. Linux only."""

import os
import time
from pathlib import Path

_PROCESSOR_CLOCK = 2
"""Of the clocks that a process has, the one in nanoseconds (linux: CPUCLOCK_SCHED)."""


def tree(pid: int) -> list[int]:
    """This process and all that come from it."""
    found, todo = [], [pid]
    while todo:
        found.append(one := todo.pop())
        for task in Path(f"/proc/{one}/task").glob("*"):
            todo += map(int, _read(task / "children").split())
    return found


def processor(pid: int) -> float:
    """Seconds of processor time of the tree so far, to the microsecond, with the threads that have ended; of processes
    that have ended to the tick of ten milliseconds.
    """
    return sum(_own(one) + _of_the_ended(one) for one in tree(pid))


def _own(pid: int) -> float:
    try:
        return time.clock_gettime((~pid << 3) | _PROCESSOR_CLOCK)
    except OSError:  # it has just ended
        return 0.0


def _of_the_ended(pid: int) -> float:
    fields = _read(Path(f"/proc/{pid}/stat")).rsplit(")", 1)[-1].split()
    return sum(map(int, fields[13:15])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def memory(pid: int) -> float | None:
    """Megabytes of the tree, shared pages counted in part; None where that may not be seen.

    The program closes its memory to other processes of the same account, so only root may.
    """
    sizes = [_kilobytes(_read(Path(f"/proc/{one}/smaps_rollup")), "Pss:") for one in tree(pid)]
    return sum(sizes) / 1024 if all(sizes) else None


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def _kilobytes(text: str, name: str) -> int:
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith(name)), 0)
