"""Other Textual programs, where they are installed, beside ours and bare Textual: bytes to start and for a key.

`BENCH_PEERS=/path/to/posting:/path/to/harlequin make bench ARGS=peers`; each in a virtual environment of its own, since
they want other versions of Textual. Their goal is ours: nothing of it is a promise.
"""

import os
import statistics
import time
from pathlib import Path

from bench.line import Line
from bench.measures import BARE, Figure, home, started

KEYS = "abcdefghij"


def peers() -> list[Figure]:
    """Ours (at the first step), bare, and each peer: what starting and a key send, and the time to its paint."""
    with home() as folder:
        commands = {"ours": started(folder), "bare": BARE}
        commands |= {Path(one).name: (one,) for one in os.environ.get("BENCH_PEERS", "").split(":") if one}
        figures = []
        for name, command in commands.items():
            with Line(command, folder) as line:
                line.read(20)
                line.quiet(0.45, 20)  # a cursor blinks each half second
                start = line.bytes
                sent, seconds = [], []
                for key in KEYS:
                    line.for_seconds(0.07)
                    before, pressed = line.bytes, line.send(key)
                    if line.read(1):
                        seconds.append(line.last - pressed)
                        line.quiet(0.06, 1.0)
                    sent.append(line.bytes - before)
                    time.sleep(0.05)
                figures += [
                    Figure(f"{name}: bytes to start", start, None, 4000, "bytes"),
                    Figure(f"{name}: bytes for a key, median", statistics.median(sent), None, 60, "bytes"),
                    Figure(f"{name}: key to paint, median", statistics.median(seconds or [0.0]) * 1000, None, 60, "ms"),
                ]
    return figures
