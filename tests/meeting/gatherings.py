"""Meetings of several parts for the tests: a first one, a next one, one with two cases. The usual six people."""

from typing import Literal, TypeAlias

from intervisie_tui.meeting.gathering import Gathering, Person, Planned, convene, order
from intervisie_tui.meeting.model import Agreed, Intention, Meeting, Place
from intervisie_tui.meeting.moving import all_places
from intervisie_tui.method.model import Method, Script
from tests.builders import NAMES, Clock, method

Evening: TypeAlias = Literal["first", "next", "two"]

FILES: dict[Script, str] = {
    "first_meeting": "eerste-bijeenkomst",
    "opening": "opening",
    "look_back": "terugblik",
    "choosing": "casus-kiezen",
    "evaluation": "evaluatie",
    "closing": "afsluiting",
}
INTENTION = Intention(step="Ik bel haar op", when="dinsdag", report_to="Bram", meeting="2026-02-03-1930")
AGREED = (
    Agreed(topic="geheimhouding", label="Geheimhouding", wording="Alles wat hier gezegd wordt, blijft hier"),
    Agreed(topic="werkinbreng", label="Werkinbreng", wording="Per toerbeurt: we weten vooraf wie inbrengt"),
)
INEZ, ANNA, BRAM, CAS, DINA, GERDA = range(6)
"""Indexes of the people; in the meeting their id is one more."""


def scripts() -> dict[Script, Method]:
    """The scripts that come with the program, but the pause."""
    return {script: method(file) for script, file in FILES.items()}


def gathering(kind: Evening, people: tuple[Person, ...] = ()) -> Gathering:
    """A first meeting; a next one in which Inez looks back and a case is chosen; or two cases with a pause between.

    Gerda leads, Anna keeps time, Dina writes; Bram leads the second of two cases.
    """
    match kind:
        case "first":
            parts = order(scripts(), first=True)
        case "next":
            parts = order(scripts(), look_backs=((INEZ, INTENTION),), choosing_minutes=45, evaluation=True)
        case "two":
            one = Planned(method=method("balint-5"), presenter=INEZ, title="Een gesprek dat vastliep", working="pairs")
            two = Planned(method=method("third"), presenter=CAS, facilitator=BRAM)
            parts = order(scripts(), (one, Planned(method=method("pauze")), two))
    return Gathering(
        people=people or tuple(Person(name=name, member=f"m{i}") for i, name in enumerate(NAMES, start=1)),
        parts=parts,
        facilitator=GERDA,
        timekeeper=ANNA,
        scribe=DINA,
        group="2026-01-01-1200",
        group_name="De dinsdaggroep",
        agreements=() if kind == "first" else AGREED,
    )


def evening(kind: Evening, clock: Clock, people: tuple[Person, ...] = ()) -> Meeting:
    """Such a meeting at its first step."""
    return convene(gathering(kind, people), "2026-03-03-1930", clock.now)


def part_of(meeting: Meeting, script: Script, nth: int = 0) -> int:
    """The index of the part with this script; of several the nth, from 0."""
    return [p for p, part in enumerate(meeting.parts) if part.method.script == script][nth]


def first_place(meeting: Meeting, part: int) -> Place:
    """Where a part begins."""
    return next(at for at in all_places(meeting) if at.part == part)
