"""A meeting as one immutable value: who is there, where it stands, what was said, where the time went.

Time spent is in whole milliseconds, planned time in whole seconds. Stamps are wall-clock times with offset and
only for reading; nothing is ordered or measured by them: contributions are ordered by `number`, time is measured
in ticks (`Now.tick`), milliseconds of a clock that never jumps and that counts a suspended machine.
"""

from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import field

from intervisie_tui.method.model import Kind, Method, Step, Value

SCHEMA = 1

Unit: TypeAlias = tuple[int, ...]
"""Ids of the participants who have one turn together: one person, or a pair (with an odd number, three)."""

Working: TypeAlias = Literal["alone", "pairs"]
TurnState: TypeAlias = Literal["waiting", "had", "passed", "passed_twice"]


class Refused(Exception):
    """An act that cannot be done now; the text says why, in the words of a facilitator."""


class Now(Value, frozen=True, kw_only=True):
    """The time, handed in: `stamp` for people to read, `tick` in milliseconds to measure with."""

    stamp: datetime
    tick: int


class Participant(Value, frozen=True, kw_only=True):
    """A person in the meeting. The id is theirs for the whole meeting, also when the name is corrected."""

    id: int
    name: str
    left: bool = False


class Place(Value, frozen=True, kw_only=True, order=True):
    """Where a meeting stands: which part, which step of it, which activity of that. All count from 0."""

    part: int = 0
    step: int = 0
    activity: int = 0


class Turn(Value, frozen=True, kw_only=True):
    """One unit's place in a round."""

    unit: Unit
    state: TurnState = "waiting"


class Turns(Value, frozen=True, kw_only=True):
    """The turns of one activity that goes name by name, in order, and which is on now.

    `current` is an index in `turns`, -1 when the round is complete. `item` counts from 0 within the turn:
    the first question of a pair is 0, their second 1.
    """

    step: int
    activity: int
    turns: tuple[Turn, ...]
    current: int = 0
    item: int = 0


class Contribution(Value, frozen=True, kw_only=True):
    """Something said or written that the group may see. `by` is empty where the facilitator kept it.

    A contribution with several parts (feedback: observation, effect, alternative) has `parts`, keyed by the id
    of the field, and no `text`. A struck one keeps its number and its place and loses its words.
    """

    number: int
    kind: Kind
    step: int
    activity: int
    by: Unit = ()
    topic: str = ""  # id of the field of a tell or note
    text: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    label: str = ""  # id of a label of the round
    reply_to: int = 0  # number of the contribution that this one answers
    understood: bool = False
    useful: bool = False
    rating: int = 0
    own_note: str = ""
    struck: bool = False
    at: datetime


class Written(Value, frozen=True, kw_only=True):
    """Something written in silence and not yet brought up in a round: for its writers' eyes only.

    Leaves this list, and becomes a `Contribution`, when its writer says it in the round.
    """

    number: int
    kind: Kind
    step: int
    activity: int
    by: Unit
    text: str
    shown: bool = False  # its writer asked to bring it up, in a round that shows it on request only
    at: datetime


class Paper(Value, frozen=True, kw_only=True):
    """So many contributions of a silent activity were written on paper by this unit."""

    step: int
    activity: int
    unit: Unit
    count: int


class Confirmed(Value, frozen=True, kw_only=True):
    """Who said of a summary that they have understood it."""

    step: int
    activity: int
    who: tuple[int, ...]


class Intervention(Value, frozen=True, kw_only=True):
    """The facilitator guarded the process: named a pitfall, or said one of the known lines."""

    number: int
    step: int
    pitfall: str = ""  # its title, where one was named
    act: str = ""  # id of the remedy, where one was chosen
    title: str = ""  # what that was called
    at: datetime


class StepPlan(Value, frozen=True, kw_only=True):
    """What a step has been given: planned seconds, and the spent milliseconds that a restart forgave."""

    seconds: int
    forgiven: int = 0


class Part(Value, frozen=True, kw_only=True):
    """A part of the meeting that is led by a script: a case by its method, or the closing.

    The method stands in the transcript as it was used, so that going on and reading never depend on another file.
    """

    presenter: int | None = None  # id of a participant; the closing has none
    working: Working = "alone"
    pairs: tuple[Unit, ...] = ()
    plan: tuple[StepPlan, ...]
    rounds: tuple[Turns, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    written: tuple[Written, ...] = ()
    papers: tuple[Paper, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    method: Method


class Clock(Value, frozen=True, kw_only=True):
    """Where the time went, in milliseconds: each step of each part, pauses, and away (the program did not run).

    `since` is the tick from which the present stretch still has to be counted: for the step where the meeting
    stands, or for `pause` while paused. None in a meeting that is not being led now (read from a file, or ended).
    """

    spent: tuple[tuple[int, ...], ...]
    pause: int = 0
    away: int = 0
    paused: bool = False
    since: int | None = None


class Meeting(Value, frozen=True, kw_only=True):
    """One sitting. Every act on it is a function in this package that gives a new value."""

    schema: int = SCHEMA
    id: str  # date and time of the start, as in the file name
    language: str = "nl"
    started: datetime
    ended: datetime | None = None
    saved: datetime | None = None  # when this value was written; the time away is counted from it
    participants: tuple[Participant, ...]
    facilitator: int | None = None
    facilitator_joins: bool = False  # the facilitator has turns as well
    timekeeper: int | None = None
    agreed: int  # seconds that the whole meeting was to take when it began
    next_number: int = 1
    place: Place = Place()
    clock: Clock
    parts: tuple[Part, ...]

    @property
    def part(self) -> Part:
        """The part where the meeting stands."""
        return self.parts[self.place.part]

    @property
    def step(self) -> Step:
        """The step where the meeting stands."""
        return self.part.method.steps[self.place.step]
