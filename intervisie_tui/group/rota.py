"""Whose turn it is: proposed from what was, never forced.

Who waited longest comes first: since they last had the role, or since they joined where they never had it. Who joined
waits from that day, so a newcomer does not jump the queue. Those who waited equally long come in the order of joining.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Literal, TypeAlias

from intervisie_tui.group.members import active
from intervisie_tui.group.model import Group, Member, Past
from intervisie_tui.method.model import Value

Duty: TypeAlias = Literal["presenter", "facilitator", "timekeeper", "scribe"]


class Proposed(Value, frozen=True, kw_only=True):
    """Who might do what today, as ids of members; "" where nobody is left to do it."""

    presenter: str = ""
    facilitator: str = ""
    timekeeper: str = ""
    scribe: str = ""


class Waiting(Value, frozen=True, kw_only=True):
    """A member and since when they wait for a turn; `had`: that was a turn, and not the day on which they joined."""

    member: Member
    since: date
    had: bool


def queue(group: Group, duty: Duty, here: Collection[str] | None = None) -> tuple[Waiting, ...]:
    """The members for a role, who waited longest first; of all, or of those who are `here` (ids)."""
    last = {who: order for order, (_past, who) in enumerate(_turns(group, duty))}
    days = {who: past.day for past, who in _turns(group, duty)}

    def waits(place: int, one: Member) -> tuple[tuple[date, bool, int, int], Waiting]:
        had = one.id in days and days[one.id] >= one.since
        since = days[one.id] if had else one.since
        return (since, had, last[one.id] if had else 0, place), Waiting(member=one, since=since, had=had)

    found = [waits(place, one) for place, one in enumerate(active(group)) if here is None or one.id in here]
    return tuple(waiting for _key, waiting in sorted(found, key=lambda pair: pair[0]))


def propose(group: Group, here: Collection[str], presenter: str | None = None) -> Proposed:
    """Who might bring a case, lead, keep time and write today, of those who are `here` (ids).

    Each does one thing, as long as there are people enough; with too few, time and writing stay with nobody.
    `presenter`: who brings the case where that is known; "" where the group still has to choose.
    """
    left = list(here)

    def take(duty: Duty) -> str:
        first = next((waiting.member.id for waiting in queue(group, duty, left)), "")
        if first:
            left.remove(first)
        return first

    if presenter is None:
        presenter = take("presenter")
    elif presenter in left:
        left.remove(presenter)
    facilitator = take("facilitator")
    timekeeper = take("timekeeper") if len(left) > 1 else ""
    scribe = take("scribe") if len(left) > 1 else ""
    return Proposed(presenter=presenter, facilitator=facilitator, timekeeper=timekeeper, scribe=scribe)


def _turns(group: Group, duty: Duty) -> Iterator[tuple[Past, str]]:
    """Every turn that was had, the oldest first."""
    for past in sorted(group.past, key=lambda past: past.began):
        for who in _who(past, duty):
            yield past, who


def _who(past: Past, duty: Duty) -> tuple[str, ...]:
    match duty:
        case "presenter":
            return tuple(case.presenter for case in past.cases)
        case "facilitator":
            return past.facilitators
        case "timekeeper":
            return past.timekeepers
        case "scribe":
            return past.scribes
