"""What may lie where a file of ours should: torn, foreign, huge or hostile; and what it may cost to say so."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from tests.reliability.room import room
from tests.terminal.threads import used

IN_TIME = 1.0
"""Seconds that refusing may take, beside what a start takes: of processor time, since others may use this machine."""

SEVERAL_PARTS = (Path(__file__).parent.parent / "archive" / "samples" / "schema-1-several-parts.toml").read_bytes()
DOTS = b"\n".join(b".".join(b"k%d" % n for n in range(row, row + 400)) + b" = 1" for row in range(4200))
NESTED = b"a = " + b"[" * 10_000 + b"]" * 10_000

CONTENTS = {
    "torn": b'schema = 1\nid = "2020-01-01-0101"\nparts = [',
    "wrong types": b'schema = 1\nparts = "geen"\nstarted = 3\n',
    "of something else": b'[tool.poetry]\nname = "iets"\n',
    "no text": bytes(range(256)) * 20,
    "empty": b"",
    "8 MB of dotted keys": DOTS,
    "nested deeply": NESTED,
    "of a later version": b"schema = 99\n",
}

OF_SEVERAL_PARTS = {
    "torn": SEVERAL_PARTS[: len(SEVERAL_PARTS) * 2 // 3],
    "without its last part": SEVERAL_PARTS[: SEVERAL_PARTS.rindex(b"[[parts]]")],
    "in a part that is not there": SEVERAL_PARTS.replace(b"[place]\npart = 7", b"[place]\npart = 70"),
    "handed over to nobody": SEVERAL_PARTS.replace(b"who = 2 }", b"who = 99 }", 1),
}
"""A meeting that is no longer in one piece."""


def plant_contents(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def of_somebody_else(path: Path) -> None:
    path.write_bytes(b"schema = 1\n")
    os.chown(path, 65534, 65534)


PLANTS: dict[str, Callable[[Path], object]] = {
    **{name: plant_contents(data) for name, data in CONTENTS.items()},
    "pipe": os.mkfifo,
    "link": lambda path: path.symlink_to("/etc/passwd"),
    "folder": Path.mkdir,
}
if os.geteuid() == 0:
    PLANTS["of somebody else"] = of_somebody_else


def what_lies(path: Path) -> bytes | str:
    """What is there, without going through links or waiting for a pipe."""
    info = path.lstat()
    return path.read_bytes() if stat.S_ISREG(info.st_mode) else f"{info.st_mode:o} {info.st_ino}"


def start_costs(home: Path) -> float:
    """Seconds of processor time until Home stands there."""
    with room(home, "--lang", "nl") as session:
        session.see("Beginnen")
        return used(session.pids)
