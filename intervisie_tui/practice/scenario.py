"""What a scenario is, as frozen values: one `Scenario` is one TOML file (scenarios/README.md).

Times are whole seconds of a person, as they go in a short run; other lengths stretch them (`length`). Texts are plain
text. Nothing here reads files: see `scenario_file` and `scenarios`.
"""

from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from intervisie_tui.method.model import Id, Method, Step, Text, Value, Words

SCHEMA = 1

LEADER = "gespreksleider"
"""Who in a `Say` for what the one at the keyboard writes: left to them, and done by the autopilot."""

Seconds: TypeAlias = Annotated[int, Meta(ge=0, le=600)]
Index: TypeAlias = Annotated[int, Meta(ge=0, le=19)]


class Person(Value, frozen=True, kw_only=True):
    """A colleague in the group."""

    id: Id
    name: Annotated[str, Meta(min_length=1, max_length=40)]
    manner: Text
    presenter: bool = False


class Say(Value, frozen=True, kw_only=True):
    """What one person brings in one activity: a field told, a text written, a question with its answer, an advice.

    Without text and parts, in a round that starts from something written: they read out what they wrote there. Where
    is chosen: what the presenter says of what this person brought.
    """

    step: Id
    activity: Index = 0
    who: Id
    field: Words = ""  # id of the field of a tell or note
    text: Words = ""
    parts: dict[Id, Text] = msgspec.field(default_factory=dict)
    label: Words = ""  # id of a label of the round
    answer: Words = ""  # what the presenter says to it
    after: Seconds = 6  # after their turn began, or after the activity began where there are no turns
    answer_after: Seconds = 0  # after the contribution; 0: as long as reading it takes
    understood: bool = False  # what the presenter marks
    useful: bool = False
    rating: Annotated[int, Meta(ge=0, le=10)] = 0
    note: Words = ""  # the presenter's own note beside it
    passes: bool = msgspec.field(name="pass", default=False)  # they pass this turn


class Line(Value, frozen=True, kw_only=True):
    """Something said aloud that nobody writes down."""

    who: Id
    says: Text
    after: Seconds = 2  # after the moment was caught, or after it was too late


class Moment(Value, frozen=True, kw_only=True):
    """Somebody spoils it: when, how, what puts it right, and what follows."""

    id: Id
    step: Id
    activity: Index = 0
    turn: Words = ""  # id of the person during whose turn it happens; none: counted from the start of the activity
    after: Seconds = 5
    who: Id
    says: Text
    pitfall: Words = ""  # title of a pitfall of the method; none: what is wrong is put right by right[0]
    seconds: Annotated[int, Meta(ge=5, le=120)] = 20  # how long catching it counts
    right: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=9)]  # ids of interventions, the best first
    why: Text
    caught: tuple[Line, ...] = ()
    missed: tuple[Line, ...] = ()


class Aside(Value, frozen=True, kw_only=True):
    """Something said aloud with which nothing is wrong: to intervene then is a false alarm."""

    id: Id
    step: Id
    activity: Index = 0
    turn: Words = ""  # as with a moment
    after: Seconds = 5
    who: Id
    says: Text
    why: Text


class Welcome(Value, frozen=True, kw_only=True):
    """Interventions that are no false alarm in this step, also where nothing is wrong."""

    step: Id
    right: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=9)]


class Drill(Value, frozen=True, kw_only=True):
    """One skill in about a minute: begins some seconds before a moment."""

    id: Id
    title: Text
    moment: Id
    seconds: Annotated[int, Meta(ge=30, le=120)] = 75


class Scenario(Value, frozen=True, kw_only=True):
    """The script of a practice run, read from one TOML file."""

    schema: Annotated[int, Meta(ge=1)]
    id: Id
    title: Text
    theme: Text
    language: Id
    method: Id
    summary: Text
    source: Text
    people: Annotated[tuple[Person, ...], Meta(min_length=3, max_length=12)]
    says: Annotated[tuple[Say, ...], Meta(min_length=1, max_length=400)]
    moments: Annotated[tuple[Moment, ...], Meta(max_length=60)] = ()
    asides: Annotated[tuple[Aside, ...], Meta(max_length=100)] = ()
    welcome: Annotated[tuple[Welcome, ...], Meta(max_length=40)] = ()
    drills: Annotated[tuple[Drill, ...], Meta(max_length=40)] = ()

    @property
    def presenter(self) -> Person:
        """Who brings the case; the check sees to it that there is exactly one."""
        return next(person for person in self.people if person.presenter)

    def person(self, who: str) -> Person:
        """The colleague with this id."""
        return next(person for person in self.people if person.id == who)

    def moment(self, wanted: str) -> Moment:
        """The moment with this id."""
        return next(moment for moment in self.moments if moment.id == wanted)


def step_of(methods: tuple[Method, ...], wanted: str) -> tuple[int, int, Step] | None:
    """Part, index and step for the id of a step, where `methods` are those of the case and of the closing."""
    for part, method in enumerate(methods):
        for index, step in enumerate(method.steps):
            if step.id == wanted:
                return part, index, step
    return None
