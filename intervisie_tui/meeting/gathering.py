"""A meeting of several parts before it begins: who comes, what is done in which order, who leads which part.

Persons are meant by their index in `Gathering.people` here; in the meeting by an id, which is one more.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import MINUTE, fresh
from intervisie_tui.meeting.model import (
    Agreed,
    Intention,
    Meeting,
    Now,
    Part,
    Participant,
    Presence,
    Refused,
    StepPlan,
    Unit,
    Working,
)
from intervisie_tui.meeting.people import MOST, propose_pairs, told_apart
from intervisie_tui.method.model import Method, Script, Value


class Person(Value, frozen=True, kw_only=True):
    """Who is on the list, here or not. `member` is their id in the group, empty for a guest."""

    name: str
    member: str = ""
    presence: Presence = "present"
    expected: bool = False  # absent still, and said to come later


class Planned(Value, frozen=True, kw_only=True):
    """A part that is planned. `minutes` per step, empty: as the method says; `pairs` empty: as proposed.

    `reserved` are the minutes kept for a case that is still to be chosen in this part.
    """

    method: Method
    presenter: int | None = None
    title: str = ""
    minutes: tuple[int, ...] = ()
    facilitator: int | None = None
    timekeeper: int | None = None
    scribe: int | None = None
    working: Working = "alone"
    pairs: tuple[Unit, ...] = ()
    intention: Intention | None = None
    reserved: int = 0

    @property
    def total(self) -> int:
        """Minutes of the part."""
        return sum(self.minutes) if self.minutes else self.method.minutes


class Gathering(Value, frozen=True, kw_only=True):
    """What has been chosen for a meeting. `agreed` are the minutes of the whole; 0: as long as the parts take."""

    people: tuple[Person, ...]
    parts: tuple[Planned, ...]
    facilitator: int | None = None
    facilitator_joins: bool = False
    timekeeper: int | None = None
    scribe: int | None = None
    agreed: int = 0
    group: str = ""
    group_name: str = ""
    agreements: tuple[Agreed, ...] = ()
    language: str = "nl"

    @property
    def here(self) -> tuple[int, ...]:
        """Indexes of who is there at the start."""
        return tuple(i for i, person in enumerate(self.people) if person.presence == "present")


def order(  # noqa: PLR0913 - what can be in a meeting, and all but the cases by its name
    scripts: Mapping[Script, Method],
    cases: tuple[Planned, ...] = (),
    *,
    first: bool = False,
    opening: bool = True,
    look_backs: tuple[tuple[int | None, Intention], ...] = (),
    choosing_minutes: int = 0,
    evaluation: bool = False,
) -> tuple[Planned, ...]:
    """The parts of a meeting of a group as they follow each other; a script that is not there is left out.

    A first meeting begins with its own script. Every other one with the agreements, and then what came of each
    intention. Without a case in a later meeting the group chooses one, for which `choosing_minutes` are kept.
    """

    def led(script: Script, wanted: bool) -> tuple[Planned, ...]:
        return (Planned(method=scripts[script]),) if wanted and script in scripts else ()

    chosen = tuple(replace(part, reserved=choosing_minutes) for part in led("choosing", not first and not cases))
    looked = tuple(
        replace(part, presenter=who, intention=intention)
        for who, intention in look_backs
        for part in led("look_back", True)
    )
    before = (*led("first_meeting", first), *led("opening", opening and not first), *looked, *chosen)
    return (*before, *cases, *led("evaluation", evaluation), *led("closing", True))


def able_to_pair(gathering: Gathering, part: Planned) -> tuple[int, ...]:
    """Indexes of those who can work in pairs: all who are here but the presenter and a facilitator who only leads."""
    leads = None if gathering.facilitator_joins else _leads(gathering, part)
    return tuple(i for i in gathering.here if i not in (part.presenter, leads))


def what_is_wrong(gathering: Gathering) -> str:
    """Why the meeting cannot begin like this, in words; empty when it can."""
    if len(gathering.here) < 2:
        return _("Er zijn minstens twee mensen nodig.")
    if len(gathering.people) > MOST:
        return _("Meer dan {n} mensen kan niet.").format(n=MOST)
    if not gathering.parts:
        return _("Er is nog niets gepland.")
    leaders = [gathering.facilitator, *(part.facilitator for part in gathering.parts)]
    if any(who is not None and who not in gathering.here for who in leaders):
        return _("Wie leidt moet er ook zijn. Kies een andere gespreksleider.")
    for part in gathering.parts:
        if wrong := _wrong_with_case(gathering, part) if part.method.script == "case" else "":
            return wrong
    return ""


def convene(gathering: Gathering, meeting_id: str, now: Now) -> Meeting:
    """The meeting at the first step of its first part, the clock running."""
    if wrong := what_is_wrong(gathering):
        raise Refused(wrong)
    parts = tuple(_part(gathering, planned) for planned in gathering.parts)
    planned = sum(plan.seconds for part in parts for plan in part.plan) + sum(part.reserved for part in parts)
    names = told_apart([person.name for person in gathering.people])
    return Meeting(
        id=meeting_id,
        language=gathering.language,
        started=now.stamp,
        participants=tuple(
            Participant(id=i + 1, name=name, presence=person.presence, expected=person.expected, member=person.member)
            for i, (name, person) in enumerate(zip(names, gathering.people, strict=True))
        ),
        facilitator=_id(gathering.facilitator),
        facilitator_joins=gathering.facilitator_joins,
        timekeeper=_id(gathering.timekeeper),
        scribe=_id(gathering.scribe),
        group=gathering.group,
        group_name=gathering.group_name,
        agreements=gathering.agreements,
        agreed=gathering.agreed * MINUTE or planned,
        clock=fresh(tuple(part.plan for part in parts), now),
        parts=parts,
    )


def plan_of(method: Method, minutes: tuple[int, ...] = ()) -> tuple[StepPlan, ...]:
    """The plan of the steps of a method, in seconds; `minutes` empty: as the method says."""
    return tuple(StepPlan(seconds=m * MINUTE) for m in minutes or (step.minutes for step in method.steps))


def _part(gathering: Gathering, planned: Planned) -> Part:
    part = Part(
        presenter=_id(planned.presenter),
        title=planned.title,
        working=planned.working,
        reserved=planned.reserved * MINUTE,
        facilitator=_id(planned.facilitator),
        timekeeper=_id(planned.timekeeper),
        scribe=_id(planned.scribe),
        intention=planned.intention,
        plan=plan_of(planned.method, planned.minutes),
        method=planned.method,
    )
    if planned.working == "alone":
        return part
    pairs = planned.pairs or propose_pairs(able_to_pair(gathering, planned))
    return replace(part, pairs=tuple(tuple(i + 1 for i in pair) for pair in pairs))


def _wrong_with_case(gathering: Gathering, part: Planned) -> str:
    if part.presenter not in gathering.here:
        return _("Kies wie de casus inbrengt.")
    if _leads(gathering, part) == part.presenter:
        return _("Wie inbrengt kan niet ook leiden. Kies een andere gespreksleider.")
    if not able_to_pair(gathering, part):
        return _("Er is niemand om vragen te stellen. Voeg een naam toe.")
    return ""


def _leads(gathering: Gathering, part: Planned) -> int | None:
    return gathering.facilitator if part.facilitator is None else part.facilitator


def _id(index: int | None) -> int | None:
    return None if index is None else index + 1
