"""The real program with one fault planted in it: `python planted.py FAULT [words of the command line]`.

The faults that happen on a key do so on F9. Nothing of this is in the program; it is put in from outside.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import time
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.events import Key

SECRET = "geheimvandegroep"
SPEED = 60
"""How much faster than the wall the clock of `fast_clock` runs: an hour takes a minute."""


def fail(_app: object = None) -> None:
    local = SECRET
    raise RuntimeError(local)


def in_worker(app: App[int]) -> None:
    async def work() -> None:
        fail()

    app.run_worker(work())


def in_task(app: App[int]) -> None:
    async def work() -> None:
        fail()

    KEPT.append(asyncio.get_running_loop().create_task(work()))
    asyncio.get_running_loop().call_later(0.1, KEPT.clear)  # nobody waits for it


def hang(_app: object) -> None:
    time.sleep(60)


def tell_dumpable(_app: object) -> None:
    import ctypes

    Path(os.environ["HOME"], "dumpable").write_text(str(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)))


KEPT: list[asyncio.Task[None]] = []

ON_F9: dict[str, Callable[[App[int]], object]] = {
    "handler": fail,
    "worker": in_worker,
    "thread_worker": lambda app: app.run_worker(fail, thread=True),
    "timer": lambda app: app.set_timer(0.01, fail),
    "thread": lambda _app: threading.Thread(target=fail).start(),
    "callback": lambda _app: asyncio.get_running_loop().call_soon(fail),
    "task": in_task,
    "exit": lambda _app: sys.exit(SECRET),
    "hang": hang,
    "tell_dumpable": tell_dumpable,
}


def on_f9(act: Callable[[App[int]], object]) -> None:
    from intervisie_tui.tui.app import IntervisieApp

    def on_key(app: IntervisieApp, event: Key) -> None:
        if event.key == "f9":
            act(app)

    IntervisieApp.on_key = on_key  # type: ignore[attr-defined]  # planted


def slow_disk() -> None:
    """Each save takes up to a twelfth of a second, about as long as a disk that turns."""
    from random import random

    from intervisie_tui.archive import disk, saver

    real = disk.write_durably

    def write_slowly(folder: Path, name: str, data: bytes) -> None:
        time.sleep(random() / 12)
        real(folder, name, data)

    vars(saver)["write_durably"] = write_slowly


def fast_clock() -> None:
    """Time runs `SPEED` times faster, and what is done each second is done that much more often."""
    from intervisie_tui.meeting.model import Now
    from intervisie_tui.tui import app as module
    from intervisie_tui.tui.screens.step import StepScreen

    began = module.by_the_machine()
    now = module.by_the_machine

    def fast() -> Now:
        from datetime import timedelta

        gone = (now().tick - began.tick) * SPEED
        return Now(stamp=began.stamp + timedelta(milliseconds=gone), tick=began.tick + gone)

    module.IntervisieApp.__init__.__defaults__ = (fast,)
    real = StepScreen.set_interval
    StepScreen.set_interval = lambda screen, seconds, *rest, **how: real(screen, seconds / SPEED, *rest, **how)  # type: ignore[method-assign]  # planted


def main(fault: str) -> int:
    from intervisie_tui.__main__ import main as real
    from intervisie_tui.terminal import before_import

    prepare = before_import.prepare

    def planted(environ: MutableMapping[str, str]) -> None:
        prepare(environ)
        if fault in ON_F9:
            on_f9(ON_F9[fault])
        else:
            globals()[fault]()

    before_import.prepare = planted
    sys.argv[1:] = sys.argv[2:]
    return real()


if __name__ == "__main__":
    sys.path[0] = os.environ["PYTHONPATH"]  # as `-m` has it: not the folder of this file
    sys.exit(main(sys.argv[1]))
