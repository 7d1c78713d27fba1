"""How much is under way to the terminal: a line with large buffers takes all that it is given, and shows it much later.

sshd and the network between hold a hundred kilobytes and more, ten seconds of a slow line, while the pty looks free. So
the terminal itself is asked now and then where its cursor is: by the time its answer is here, it has drawn all that was
sent before the question. Where the cursor is, is of no interest.
"""

import threading

ASK = "\x1b[6n"

_ASK_FROM = 512
"""Bytes since the last question: a letter and a second of the clock seldom cost one."""
_MOST = 1024
"""Bytes that may be under way when another frame is sent."""
_PATIENCE = 2.0
"""Seconds after which no answer is waited for, nor asked for, until one comes after all: nothing may depend on it."""


class Flight:
    """Times in seconds, of any clock that runs on. Any thread may call."""

    def __init__(self) -> None:
        self._answers = False  # until it has said for the first time where its cursor is, it is not asked
        self._news = threading.Condition()
        self._before = 0  # bytes up to the question, or all since the last answer
        self._after = 0  # bytes after it
        self._asked: float | None = None
        self._waited_for = False

    def sent(self, size: int, now: float) -> str:
        """So many bytes were sent; gives what is to be sent behind them."""
        with self._news:
            if self._asked is not None:
                self._after += size
                return ""
            self._before += size
            if not self._answers or self._before < _ASK_FROM:
                return ""
            self._asked = now
            return ASK

    def wait(self, now: float) -> float:
        """For how many seconds the next frame had better wait, unless an answer comes before; 0: not at all."""
        with self._news:
            if self._asked is None or self._before + self._after <= _MOST:
                return 0.0
            if now - self._asked >= _PATIENCE:
                self._forget()
                self._answers = False
                return 0.0
            self._waited_for = True
            return _PATIENCE - (now - self._asked)

    def landed(self) -> bool:
        """The terminal has answered, whatever it was asked for; gives whether somebody waits for that."""
        with self._news:
            self._answers = True
            waited_for, after = self._waited_for, self._after
            self._forget()
            self._before = after
            return waited_for

    def end(self, seconds: float) -> None:
        """Wait so long for an answer that is still to come: later, somebody else would get it as if it were typed."""
        with self._news:
            self._news.wait_for(lambda: self._asked is None, seconds)

    def _forget(self) -> None:
        self._before = self._after = 0
        self._asked = None
        self._waited_for = False
        self._news.notify_all()
