"""The group of the tests, and meetings of it as values: convened by the real act, what was said put in by hand."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone

from msgspec.structs import replace

from intervisie_tui.group.convening import agreements_for, look_backs
from intervisie_tui.group.members import active, new_group
from intervisie_tui.group.model import Attended, Group, Past, PastCase
from intervisie_tui.group.rota import Proposed
from intervisie_tui.meeting.gathering import Gathering, Person, Planned, convene, order
from intervisie_tui.meeting.model import Contribution, Meeting, Now, Part, Presence
from intervisie_tui.method.model import Kind, Method, Script
from tests.builders import method

DAY = date(2026, 3, 3)
ZONE = timezone(timedelta(hours=1))
NAMES = ("Anna", "Bram", "Cas", "Dina", "Eva")
ANNA, BRAM, CAS, DINA, EVA = (f"m{n}" for n in range(1, 6))
GROUP_ID = "2026-03-01-1000"

FILES: dict[Script, str] = {
    "first_meeting": "eerste-bijeenkomst",
    "opening": "opening",
    "look_back": "terugblik",
    "choosing": "casus-kiezen",
    "pause": "pauze",
    "evaluation": "evaluatie",
    "closing": "afsluiting",
}
SCRIPTS: dict[Script, Method] = {script: method(name) for script, name in FILES.items()}


def a_group() -> Group:
    """Five members from one day on."""
    return new_group("Dinsdaggroep", NAMES, GROUP_ID, DAY)


def on(day: date, hour: int = 19, minute: int = 30) -> Now:
    """A moment by the wall of the group."""
    return Now(stamp=datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE), tick=0)


def meeting_id(day: date) -> str:
    """The id of the meeting of a day."""
    return f"{day.isoformat()}-1930"


def people_for(group: Group, presence: Mapping[str, Presence], guests: Sequence[str] = ()) -> tuple[Person, ...]:
    """The members in the order of the group, then guests. `presence` by id of a member; not in it: present."""
    members = (Person(name=one.name, member=one.id, presence=presence.get(one.id, "present")) for one in active(group))
    return (*members, *(Person(name=name) for name in guests))


def gathering_for(group: Group, people: tuple[Person, ...], parts: tuple[Planned, ...], roles: Proposed) -> Gathering:
    """The meeting as it can begin, by these roles (ids of members; "" nobody). The facilitator takes part as well."""
    index = {one.member: i for i, one in enumerate(people) if one.member}
    return Gathering(
        people=people,
        parts=parts,
        facilitator=index.get(roles.facilitator),
        facilitator_joins=True,
        timekeeper=index.get(roles.timekeeper),
        scribe=index.get(roles.scribe),
        group=group.id,
        group_name=group.name,
        agreements=agreements_for(group),
        language=group.language,
    )


def a_meeting(
    group: Group,
    day: date,
    *,
    cases: Sequence[str] = (),
    roles: Proposed | None = None,
    presence: Mapping[str, Presence] | None = None,
    first: bool = False,
    evaluation: bool = False,
) -> Meeting:
    """A meeting of the group that has just begun; `cases` are the members who bring one, by the method of 5 steps."""
    people = people_for(group, presence or {}, ("Gast",))
    index = {one.member: i for i, one in enumerate(people)}
    planned = tuple(Planned(method=method("balint-5"), presenter=index[who], title=f"titel van {who}") for who in cases)
    parts = order(SCRIPTS, planned, first=first, look_backs=look_backs(group, people), evaluation=evaluation)
    gathering = gathering_for(group, people, parts, roles or Proposed(facilitator=DINA, timekeeper=CAS, scribe=EVA))
    return convene(gathering, meeting_id(day), on(day))


def said(meeting: Meeting, script: Script, words: str = "", by: str = "", **also: object) -> Meeting:
    """With a contribution in the (first) part that this script leads, at its first step and activity unless told."""
    at = next(p for p, part in enumerate(meeting.parts) if part.method.script == script)
    who = tuple(one.id for one in meeting.participants if by and one.member == by)
    kind: Kind = "note"
    made = Contribution(
        number=meeting.next_number, kind=kind, step=0, activity=0, by=who, text=words, at=meeting.started
    )
    part: Part = meeting.parts[at]
    part = replace(part, contributions=(*part.contributions, replace(made, **also)))
    return replace(meeting, next_number=made.number + 1, parts=(*meeting.parts[:at], part, *meeting.parts[at + 1 :]))


def ended(meeting: Meeting, minutes: int = 90) -> Meeting:
    """Ended so long after it began, each part having had as much of it, in its first step."""
    share = minutes * 60_000 // len(meeting.parts)
    spent = tuple((share, *(0 for _step in part.plan[1:])) for part in meeting.parts)
    clock = replace(meeting.clock, spent=spent, since=None)
    return replace(meeting, clock=clock, ended=meeting.started + timedelta(minutes=minutes))


def a_past(day: date, *, cases: Sequence[str] = (), leads: str = "", here: Sequence[str] = ()) -> Past:
    """What a group remembers of a meeting, made up."""
    began = on(day).stamp
    return Past(
        meeting=meeting_id(day),
        began=began,
        ended=began + timedelta(hours=2),
        seconds=6600,
        attended=tuple(Attended(member=who, seconds=6600) for who in here),
        facilitators=(leads,) if leads else (),
        cases=tuple(PastCase(presenter=who, method="Balint-methode, 5 stappen") for who in cases),
    )
