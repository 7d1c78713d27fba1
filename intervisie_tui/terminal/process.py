"""What this process asks of the kernel: no copies of its memory, and no life after its parent's."""

import os
import signal

_SET_PARENT_DEATH_SIGNAL = 1  # prctl(2)
_SET_DUMPABLE = 4


def leave_no_core_file() -> None:
    """Of neither this process nor those that come from it."""
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):  # a limit that may not be set
        pass


def close_memory() -> None:
    """No reading of this process's memory by others of the same account (Linux)."""
    _prctl(_SET_DUMPABLE, 0)


def die_with(parent: int) -> None:
    """Have this process hung up when its parent ends, also by kill -9: two would read the same keyboard."""
    _prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGHUP)
    if os.getppid() != parent:  # it was quicker
        os.kill(os.getpid(), signal.SIGHUP)


def _prctl(option: int, value: int) -> None:
    import ctypes  # late: the parent of the program, which is to stay small, reads this module too

    try:
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)
    except (OSError, AttributeError):  # no such function: not Linux
        pass
