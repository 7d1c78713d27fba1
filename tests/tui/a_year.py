"""A group that has met for a while, as a value, for the screens that show one."""

from datetime import date, datetime, time

from msgspec.structs import replace

from intervisie_tui.archive.lock import HeldBy
from intervisie_tui.group.agreements import settle
from intervisie_tui.group.members import change, leave
from intervisie_tui.group.model import Attended, Group, Intention, NextMeeting, Past, PastCase
from tests.group.groups import ANNA, BRAM, CAS, DINA, EVA, ZONE, a_group

TODAY = date(2026, 11, 24)
_FIRST, _SECOND = date(2026, 3, 3), date(2026, 4, 7)


class Kept:
    """A group that is open, with nothing behind it."""

    def __init__(self, group: Group, held_by: HeldBy | None = None) -> None:
        self.value, self.held_by = group, held_by
        self.saved: list[Group] = []

    def save(self, value: Group) -> None:
        self.value = value
        self.saved.append(value)


def a_past(day: date, *cases: str, first: bool = False) -> Past:
    """A meeting of two hours in which these brought a case; Dina was excused."""
    began = datetime(day.year, day.month, day.day, 19, 30, tzinfo=ZONE)
    there = (ANNA, BRAM, CAS, EVA)
    return Past(
        meeting=f"{day}-1930",
        began=began,
        ended=began.replace(hour=21),
        seconds=5400,
        attended=(*(Attended(member=who, seconds=5400) for who in there), Attended(member=DINA, presence="excused")),
        facilitators=(CAS,),
        timekeepers=(EVA,),
        scribes=(BRAM,),
        cases=tuple(PastCase(presenter=who, method="balint-5") for who in cases),
        first=first,
    )


def a_year() -> Group:
    """Met twice; two agreements, one of them changed; one open intention; Eva left; no evaluation yet."""
    group = a_group()
    group = change(group, ANNA, function="wijkverpleegkundige", register="V&VN 1234")
    group = settle(group, "geheimhouding", "Geheimhouding", "Wat hier gezegd wordt, blijft hier.", _FIRST)
    group = settle(group, "regelmaat", "Regelmaat", "Elke acht weken, twee uur.", _FIRST)
    group = settle(group, "regelmaat", "Regelmaat", "Elke vijf weken, twee uur.", _SECOND)
    intention = Intention(
        meeting=f"{_SECOND}-1930", who=ANNA, day=_SECOND, step="Eerst bellen, dan pas mailen.", when="deze week"
    )
    group = replace(
        group,
        past=(a_past(_FIRST, first=True), a_past(_SECOND, ANNA)),
        intentions=(intention,),
        next=NextMeeting(day=TODAY, at=time(19, 30), minutes=120, place="De Kazerne"),
    )
    return leave(group, EVA, date(2026, 5, 1))
