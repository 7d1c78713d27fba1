"""Output that never makes anybody wait: a terminal that stops reading costs frames, not the event loop."""

import os
import select
import threading
from collections import deque
from collections.abc import Callable

LIMIT = 1 << 20
"""Bytes that may wait for the terminal; more than that is not worth showing any more."""

_CHUNK = 16_384
_CROWD = 1024
"""Unsent bytes from which on a frame had better wait: a slow line shows the newest sooner than all in between."""


class Writer:
    """A thread that writes to the terminal; `write` only puts down.

    Over `LIMIT` unsent bytes whole texts are dropped until the terminal has taken the rest; then `drained` is called,
    once, so that somebody paints the screen anew. `lost` is called, once, when it is gone. `eased` is called when all
    has been taken, after somebody was told that it was `crowded`. All in the thread.
    """

    def __init__(
        self,
        fd: int,
        drained: Callable[[], None],
        lost: Callable[[], None],
        limit: int = LIMIT,
        eased: Callable[[], None] = lambda: None,
    ) -> None:
        self._fd = fd
        self._drained = drained
        self._lost = lost
        self._limit = limit
        self._eased = eased
        self._texts: deque[bytes] = deque()
        self._unsent = 0
        self._dropped = False
        self._waited_for = False
        self._ending = False
        self._gone = False
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        data = text.encode("utf-8", "replace")
        with self._news:
            if self._ending or self._gone:
                return
            if self._dropped or self._unsent + len(data) > self._limit:
                self._dropped = True
                return
            self._put(data)

    def crowded(self) -> bool:
        """Whether so much waits for the terminal that a new frame is better put off until `eased`."""
        with self._news:
            if self._unsent <= _CROWD or self._gone:
                return False
            self._waited_for = True
            return True

    def finish(self, last: str, seconds: float) -> bool:
        """Write what waits and `last` (never dropped), then no more; False if the terminal did not take it in time."""
        with self._news:
            if self._ending:
                return True
            self._ending = True
            self._put(last.encode())
        self._thread.join(seconds)
        return not self._thread.is_alive() and not self._gone

    def _put(self, data: bytes) -> None:
        self._texts.append(data)
        self._unsent += len(data)
        self._news.notify()

    def _run(self) -> None:
        while True:
            with self._news:
                while not self._texts:
                    if self._ending:
                        return
                    self._news.wait()
                chunk = self._next_chunk()
            try:
                self._send(chunk)
            except OSError:
                with self._news:
                    self._gone = True
                    self._texts.clear()
                self._lost()
                return
            with self._news:
                self._unsent -= len(chunk)
                caught_up = self._dropped and not self._texts
                self._dropped = self._dropped and not caught_up
                eased = self._waited_for and not self._texts
                self._waited_for = self._waited_for and not eased
            if caught_up:
                self._drained()
            if eased:
                self._eased()

    def _next_chunk(self) -> bytes:
        chunk = self._texts.popleft()
        while self._texts and len(chunk) + len(self._texts[0]) <= _CHUNK:
            chunk += self._texts.popleft()
        return chunk

    def _send(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[os.write(self._fd, rest[:_CHUNK]) :]
            except BlockingIOError:  # somebody who shares the terminal made it so
                select.select([], [self._fd], [])
