"""One run of an app on this process's terminal, whatever comes of it."""

import asyncio
import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from intervisie_tui.terminal.app import FAULT, SteadyApp, sorry
from intervisie_tui.terminal.faults import FaultLog, loop_handler, uncaught_by
from intervisie_tui.terminal.modes import Terminal
from intervisie_tui.terminal.signals import Signals

_STARTED = 1.0  # seconds after which the first screen stands


def run(make_app: Callable[[], SteadyApp], faults: Path | None = None) -> int:
    """Make the app and run it on this process's terminal until it ends; gives the exit code. Once in a process.

    `faults`: the private file that tells where errors happened. Never raises what the app raised.
    """
    if sys.__stdin__ is None or sys.__stderr__ is None:
        return FAULT  # before_import.refusal() has told so in words
    terminal = Terminal(sys.__stdin__.fileno(), sys.__stderr__.fileno())
    signals = Signals(last_resort=terminal.reset)
    signals.listen()
    log = FaultLog(faults)
    app: SteadyApp | None = None
    try:
        app = make_app()
        app.terminal, app.signals, app.fault_log = terminal, signals, log
        asyncio.run(_supervised(app))
    except BaseException as error:
        log.record(error, "run")
        if app is not None:
            app.faulted = True
            app.take_leave()
    terminal.reset()
    signals.ignore()
    if signals.leaving_by is not None:
        return 128 + signals.leaving_by
    if app is None or app.faulted:
        _say(sorry() if app is None else app.sorry())
        return FAULT
    return app.return_code or app.return_value or 0


async def _supervised(app: SteadyApp) -> None:
    """The app, with errors outside its handlers and the signals to leave led to it."""
    loop = asyncio.get_running_loop()

    def fault_in_thread(error: BaseException, where: str) -> None:
        try:
            loop.call_soon_threadsafe(app.fault, error, where)
        except RuntimeError:  # the loop has ended
            app.fault_log.record(error, where)

    leaving: list[asyncio.Task[None]] = []  # kept, or it might be thrown away before it is done

    def leave(number: int) -> None:
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(lambda: leaving.append(loop.create_task(app.leave_by_signal(number))))

    loop.set_exception_handler(loop_handler(app.fault))
    loop.call_later(_STARTED, gc.enable)  # `__main__` had it wait
    with uncaught_by(fault_in_thread, app.fault_log.record):
        app.signals.on_leaving(leave)
        await app.run_async(mouse=False)


def _say(sentence: str) -> None:
    with suppress(OSError, ValueError):
        print(sentence, file=sys.__stderr__, flush=True)
