"""What those who brought a case were going to do, and what came of it; and when the group looks at itself."""

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from intervisie_tui.group.model import Group, Intention
from intervisie_tui.method.text import clean, one_line

EVALUATE_EVERY = 182
"""Days: the group looks at itself twice a year."""


def open_intentions(group: Group) -> tuple[Intention, ...]:
    """Those that nobody has looked back on yet, the oldest first."""
    return tuple(one for one in group.intentions if not one.closed)


class CameOf(NamedTuple):
    """What came of an intention: done, partly or not, and a line about it."""

    outcome: str
    line: str = ""


def close(group: Group, intention: Intention, came: CameOf, today: date, meeting: str = "") -> Group:
    """What came of an intention, told in a meeting (its id) or outside one."""
    outcome, line = one_line(came.outcome), clean(came.line)
    closed = replace(intention, outcome=outcome, line=line, closed=today, closed_in=meeting)
    return _with(group, intention, closed)


def reopen(group: Group, intention: Intention) -> Group:
    """As if nobody had looked back on it yet."""
    return _with(group, intention, replace(intention, outcome="", line="", closed=None, closed_in=""))


def evaluation_due(group: Group, today: date) -> bool:
    """Whether it is half a year since the group last looked at itself, or since it began to meet."""
    days = [one.day for one in group.evaluations] or [one.day for one in group.past]
    if not days:
        return False
    last = max(days) if group.evaluations else min(days)
    return (today - last).days >= EVALUATE_EVERY


def _with(group: Group, was: Intention, now: Intention) -> Group:
    return replace(group, intentions=tuple(now if one == was else one for one in group.intentions))
