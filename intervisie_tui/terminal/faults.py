"""Errors nobody caught: where they happened goes to a private file, what was said at the time goes nowhere.

An exception's text and a traceback's local variables hold what people typed, so only types, files and lines are kept.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

LONGEST = 256_000
"""Bytes in the file; a longer one is begun anew."""


class FaultLog:
    """Appends to a file only its owner can read (0600); never raises, for it is called when things are bad already."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def record(self, error: BaseException, where: str) -> None:
        if self._path is None:
            return
        text = f"{datetime.now().astimezone().isoformat(timespec='seconds')} {where}\n{described(error)}"
        with suppress(OSError):
            self._append(self._path, text.encode("utf-8", "replace"))

    def _append(self, path: Path, data: bytes) -> None:
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        _make(path.parent)  # it need not be there yet: nothing was saved so far
        fd = os.open(path, flags, 0o600)
        try:
            os.fchmod(fd, 0o600)
            if os.fstat(fd).st_size > LONGEST:
                os.ftruncate(fd, 0)
            os.write(fd, data)
        finally:
            os.close(fd)


def _make(folder: Path) -> None:
    """One mkdir a level: for the levels above, `parents` would take whatever mode the surroundings give."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(mode=0o700)


def described(error: BaseException) -> str:
    """Types, files and lines of the error and of those it came from, newest first; none of their words."""
    lines: list[str] = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines.append(f"  {type(link).__module__}.{type(link).__qualname__}\n")
        lines += _places(link.__traceback__)
        wrapped = getattr(link, "error", None)  # of a worker that failed
        link = wrapped if isinstance(wrapped, BaseException) else link.__cause__ or link.__context__
    return "".join(lines)


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"    {code.co_filename}:{trace.tb_lineno} {code.co_qualname}\n"
        trace = trace.tb_next


Fault = Callable[[BaseException, str], None]


@contextmanager
def uncaught_by(fault: Fault, note: Fault) -> Iterator[None]:
    """For this long errors of threads go to `fault`, those of things thrown away to `note`, and none is printed."""

    def of_thread(args: "threading.ExceptHookArgs") -> None:
        if args.exc_value is not None:
            fault(args.exc_value, "thread")

    def unraisable(args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            note(args.exc_value, "unraisable")

    before = threading.excepthook, sys.unraisablehook
    threading.excepthook, sys.unraisablehook = of_thread, unraisable
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook = before


def loop_handler(fault: Fault) -> Callable[[object, dict[str, Any]], None]:
    """For `loop.set_exception_handler`: errors of tasks and callbacks that nobody waits for."""

    def handle(_loop: object, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            fault(error, "task")

    return handle
