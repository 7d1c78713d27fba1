"""A small parent process, so that somebody is left to put the terminal back when the program is killed or crashes.

It, `modes` and `process` import as little as they can: what they do stays in memory twice.
"""

from __future__ import annotations

import os
import signal

from intervisie_tui.terminal.modes import LEAVE, attributes, put, settle
from intervisie_tui.terminal.process import die_with, leave_no_core_file

TYPE_CHECKING = False  # without `typing`, which takes a tenth of the memory that is left here
if TYPE_CHECKING:
    from collections.abc import Callable

_PASSED_ON = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
_INPUT, _OUTPUT = 0, 2
_PATIENCE = 1.0


def run_guarded(child: Callable[[], int]) -> int:
    """Run `child` in a process of its own and give its exit code, 128 + n when signal n killed it.

    Returns in both processes, in each with the code to end with. Call it before anything dear is
    imported, and before any thread is started.
    """
    leave_no_core_file()
    found = attributes(_INPUT)
    parent = os.getpid()
    # Held back until each process has its own way with them: none may get lost in between.
    signal.pthread_sigmask(signal.SIG_BLOCK, _PASSED_ON)
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the app takes it: an end without a traceback
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _PASSED_ON)
        die_with(parent)
        return child()
    for number in _PASSED_ON:
        signal.signal(number, lambda number, _frame: _pass_on(pid, number))
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _PASSED_ON)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    for number in _PASSED_ON:
        signal.signal(number, signal.SIG_IGN)  # nobody is left to pass it on to, and the exit code is known
    if found is not None and attributes(_INPUT) not in (found, None):  # it had no time to clean up
        put(_OUTPUT, LEAVE, _PATIENCE)
        settle(_INPUT, found)
    return code if code >= 0 else 128 - code


def _pass_on(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:  # it has just ended
        pass
