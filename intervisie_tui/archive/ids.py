"""The ids of meetings, which are the names of their files: date and time of the start, and -2 after it for a second."""

import re
from datetime import datetime

_ID = re.compile(r"(\d{4}-\d\d-\d\d-\d{4})(?:-(\d{1,4}))?")


def is_id(text: str) -> bool:
    """Whether this can be the id of a meeting."""
    return _ID.fullmatch(text) is not None


def order(meeting_id: str) -> tuple[str, int]:
    """A key that puts ids in the order of their start."""
    found = _ID.fullmatch(meeting_id)
    return (found[1], int(found[2] or 1)) if found else ("", 0)


def numbered(stamp: datetime, count: int) -> str:
    """The id of meeting `count` (from 1) of those that began in this minute."""
    return f"{stamp:%Y-%m-%d-%H%M}" + (f"-{count}" if count > 1 else "")
