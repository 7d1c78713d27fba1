"""What was found in the transcripts of a shelf the last time, so that Home need not read all of them at each start.

It lies in a file among them and holds what Home shows: when, which method, how far; no name and no word of a meeting.
Each entry is good for one state of one file. Without it, or when it is damaged, everything is read once more.
"""

from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import msgspec

from intervisie_tui.archive.disk import read_own, write_durably
from intervisie_tui.archive.listed import Listed
from intervisie_tui.archive.paths import Unusable

FILE = ".known.json"

State: TypeAlias = tuple[int, int, int]
"""Inode, bytes and time of change (ns): each save makes a new file, so one that has changed never has the same."""

Known: TypeAlias = dict[str, tuple[State, Listed]]
"""By the id of the meeting. What can't be read is not among them, since why not is said in the language of the day."""


def recall(folder: Path) -> Known:
    """What is known; nothing when there is no such file, or none that can be read."""
    try:
        return msgspec.json.decode(read_own(folder / FILE), type=Known)
    except (OSError, Unusable, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def remember(folder: Path, known: Known) -> None:
    """Keep this for the next time. It is no harm when that fails."""
    with suppress(OSError, Unusable):
        write_durably(folder, FILE, msgspec.json.encode(known))
