"""The ids of meetings, which are the names of their files: date and time of the start, and -2 after it for a second."""

import re
from datetime import datetime

_STAMP = len("2026-11-22-0204")
_ID = re.compile(r"(\d{4}-\d\d-\d\d-\d{4})(?:-(\d{1,4}))?")


def is_id(text: str) -> bool:
    """Whether this can be the id of a meeting."""
    return _ID.fullmatch(text) is not None


def order(meeting_id: str) -> tuple[str, int]:
    """A key that puts ids in the order of their start."""
    stamp, count = meeting_id[:_STAMP], meeting_id[_STAMP + 1 :]
    return stamp, int(count) if count.isdecimal() else 1


def numbered(stamp: datetime, count: int) -> str:
    """The id of meeting `count` (from 1) of those that began in this minute."""
    return f"{stamp:%Y-%m-%d-%H%M}" + (f"-{count}" if count > 1 else "")
