"""Signals, heard in a thread of their own: the event loop may be busy, and a handler may interrupt anything.

HUP, TERM, INT and QUIT ask the program to leave in good order; if it has not gone in time it is made to.
"""

import os
import signal
import threading
import time
from collections.abc import Callable

LEAVING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)

PATIENCE = 3.0
"""Seconds between the signal and the end, whatever the program is doing."""


class Signals:
    """The signals of this process. `listen` once, in the main thread; `on` at any time, also after the signal came.

    `last_resort` is called before the process is ended by force: it puts the terminal back.
    """

    def __init__(self, last_resort: Callable[[], None], patience: float = PATIENCE) -> None:
        self._last_resort = last_resort
        self._patience = patience
        self._acts: dict[int, Callable[[], None]] = {}
        self._lock = threading.Lock()
        self._leave: Callable[[int], None] | None = None
        self.leaving_by: int | None = None
        """The signal that ends the program, once it has come."""
        self._ear, self._mouth = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        os.set_blocking(self._ear, True)

    def listen(self) -> None:
        """Take the signals. Python's handler in C writes their numbers into a pipe, so nothing can hold them up."""
        signal.set_wakeup_fd(self._mouth, warn_on_full_buffer=False)
        threading.Thread(target=self._watch, name="signals", daemon=True).start()
        for number in LEAVING:
            signal.signal(number, _nothing)
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # half a suspended program would lie on the screen

    def on(self, number: int, act: Callable[[], None]) -> None:
        """Have `act` called, in the thread, whenever this signal comes."""
        self._acts[number] = act
        signal.signal(number, _nothing)

    def on_leaving(self, leave: Callable[[int], None]) -> None:
        """Have `leave(number)` called, once, when the program is to leave; at once if that has been asked already."""
        with self._lock:
            self._leave = leave
            asked = self.leaving_by
        if asked is not None:
            leave(asked)

    def ignore(self) -> None:
        """At the end, when the exit code is known: from here on no signal may change it, nor stop what is left to do.

        Python would give a signal that is taken back to the kernel while it ends, and the next one would kill.
        """
        for number in LEAVING:
            signal.signal(number, signal.SIG_IGN)

    def announce(self, number: int) -> None:
        """As if this signal came: a line that is lost is a hang-up, whether or not the kernel says so."""
        os.write(self._mouth, bytes([number]))

    def _watch(self) -> None:
        while True:
            for number in os.read(self._ear, 64):
                if number in LEAVING:
                    self._see_out(number)
                elif act := self._acts.get(number):
                    act()

    def _see_out(self, number: int) -> None:
        with self._lock:
            self.leaving_by = number
            leave = self._leave
        if leave is not None:
            leave(number)
        time.sleep(self._patience)  # an orderly end takes this thread with it
        self._last_resort()
        os._exit(128 + number)


def _nothing(_number: int, _frame: object) -> None:
    """A handler in Python, so that the signal is taken: `_watch` does what is to be done."""
