"""Other Textual programs, where `make peers` has put them, beside ours and bare Textual: bytes to start and for a key.

Each has a virtual environment of its own, `.peers/NAME` (or NAME in the folder that BENCH_PEERS names), since they want
other versions of Textual. Only ours has goals.
"""

import math
import os
import statistics
from pathlib import Path
from typing import NamedTuple

from bench.line import Line
from bench.measures import BARE, Figure, home, started

ROOT = Path(__file__).parents[1]
LETTERS = tuple("abcdefghij")
UP, DOWN = ("\x1b[A",) * 10, ("\x1b[B",) * 10


class Peer(NamedTuple):
    """How it is started, what is on its screen then, and what is pressed: letters where it has a field to type in."""

    command: tuple[str, ...]
    words: str
    keys: tuple[str, ...] = LETTERS


PEERS = {
    "posting": Peer(("posting",), "Enter a URL"),
    "harlequin": Peer(("harlequin", "--no-download-tzdata", "--locale", "C"), "Query Editor"),
    "toolong": Peer(("tl", str(ROOT / "README.md")), "README", UP),  # it starts at the end of the file
    "frogmouth": Peer(("frogmouth", str(ROOT / "README.md")), "intervisie", DOWN),
}


def peers() -> list[Figure]:
    """Ours (at the first step), bare, and each peer: what starting and a key send, and the time to its paint."""
    installed = Path(os.environ.get("BENCH_PEERS") or ROOT / ".peers")
    figures = []
    with home() as folder:
        found = {"ours": Peer(started(folder), "Stap 1 van 5"), "bare": Peer(BARE, "ready")}
        for name, peer in PEERS.items():
            program = installed / name / "bin" / peer.command[0]
            if program.exists():
                found[name] = peer._replace(command=(str(program), *peer.command[1:]))
        for name, peer in found.items():
            try:
                measured = _measured(name, peer, folder)
                figures += measured if name == "ours" else [figure._replace(goal=math.inf) for figure in measured]
            except RuntimeError as error:  # it did not come up: not our fault, and no reason to stop
                print(f"{name}: {str(error).splitlines()[0]}")
    return figures


def _measured(name: str, peer: Peer, folder: Path) -> list[Figure]:
    sent, seconds = [], []
    with Line(peer.command, folder) as line:
        line.until(peer.words)
        line.quiet(0.45, 20)  # a cursor blinks each half second
        start = line.bytes
        for key in peer.keys:
            line.for_seconds(0.12)
            before, pressed = line.bytes, line.send(key)
            if line.read(1):
                seconds.append(line.last - pressed)
                line.quiet(0.06, 1.0)
            sent.append(line.bytes - before)
    what = "a letter" if peer.keys is LETTERS else "a line up or down"
    return [
        Figure(f"{name}: bytes to start", start, None, 4000, "bytes"),
        Figure(f"{name}: bytes for {what}, median", statistics.median(sent), None, 60, "bytes"),
        Figure(f"{name}: {what} to its paint, median", statistics.median(seconds or [0.0]) * 1000, None, 60, "ms"),
    ]
