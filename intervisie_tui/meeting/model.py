"""A meeting as one immutable value: who is there, where it stands, what was said, where the time went.

Time spent is in whole milliseconds, planned time in whole seconds. Stamps are wall-clock times with offset and
only for reading; nothing is ordered or measured by them: contributions are ordered by `number`, time is measured
in ticks (`Now.tick`), milliseconds of a clock that never jumps and that counts a suspended machine.
"""

from datetime import date, datetime
from typing import Literal, TypeAlias

from msgspec import field

from intervisie_tui.method.model import Kind, Method, Step, Value

SCHEMA = 1

Unit: TypeAlias = tuple[int, ...]
"""Ids of the participants who have one turn together: one person, or a pair (with an odd number, three)."""

Working: TypeAlias = Literal["alone", "pairs"]
TurnState: TypeAlias = Literal["waiting", "had", "passed", "passed_twice"]
Presence: TypeAlias = Literal["present", "excused", "absent"]


class Refused(Exception):
    """An act that cannot be done now; the text says why, in the words of a facilitator."""


class Now(Value, frozen=True, kw_only=True):
    """The time, handed in: `stamp` for people to read, `tick` in milliseconds to measure with."""

    stamp: datetime
    tick: int


class Participant(Value, frozen=True, kw_only=True):
    """A person in the meeting. The id is theirs for the whole meeting, also when the name is corrected.

    Who is excused or absent is in the record and has no turns.
    """

    id: int
    name: str
    left: bool = False
    presence: Presence = "present"
    expected: bool = False  # absent still, and said to come later
    arrived: datetime | None = None  # when somebody came who was not there at the start
    left_at: datetime | None = None
    member: str = ""  # id of the member of the group; empty for a guest


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
    votes: int = 0  # for a case that is offered
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
    left_out: bool = False  # an optional step that is passed over


class Agreed(Value, frozen=True, kw_only=True):
    """An agreement of the group, as it stood when the meeting began."""

    topic: str  # id of the field under which it was settled
    label: str
    wording: str
    since: date | None = None


class Intention(Value, frozen=True, kw_only=True):
    """What the presenter of an earlier case meant to do, to be looked back on."""

    step: str
    when: str = ""
    report_to: str = ""
    meeting: str = ""  # id of the meeting in which it was said


class Ballot(Value, frozen=True, kw_only=True):
    """The vote of one participant, given in silence. Once it has been counted nobody can tell for what it was."""

    by: int
    numbers: tuple[int, ...] = ()  # of the cases that were offered
    counted: bool = False


class Part(Value, frozen=True, kw_only=True):
    """A part of the meeting that is led by a script: a case by its method, the opening, a pause, the closing.

    The method stands in the transcript as it was used, so that going on and reading never depend on another file. Who
    leads, keeps time or writes is who does so for the meeting, unless the part says otherwise.
    """

    presenter: int | None = None  # id of a participant: whose case, or whose intention; other parts have none
    title: str = ""  # of the case, where one was given
    proposal: int = 0  # number of the contribution that the case was chosen by
    row: int | None = None  # of its times in the clock; None: as the parts stand
    skipped: bool = False
    reserved: int = 0  # seconds kept for the case that is still to be chosen here
    facilitator: int | None = None
    timekeeper: int | None = None
    scribe: int | None = None
    intention: Intention | None = None
    ballots: tuple[Ballot, ...] = ()
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

    A row of `spent` belongs to a part for good (`Part.row`): rows are only added, so that undoing and redoing a
    part that was added loses no time.

    `since` is the tick from which the present stretch still has to be counted: for the step where the meeting
    stands, or for `pause` while paused. None in a meeting that is not being led now (read from a file, or ended).
    """

    spent: tuple[tuple[int, ...], ...]
    pause: int = 0
    away: int = 0
    paused: bool = False
    since: int | None = None


class HandedOver(Value, frozen=True, kw_only=True):
    """The lead went from one to another in the middle."""

    at: datetime
    part: int
    step: int
    was: int | None
    who: int


class Meeting(Value, frozen=True, kw_only=True):
    """One sitting. Every act on it is a function in this package that gives a new value.

    `facilitator`, `timekeeper` and `scribe` are who has that role unless a part says otherwise: ask `people.leads`,
    `people.keeps_time` and `people.writes_down`.
    """

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
    scribe: int | None = None
    group: str = ""  # id of the group; empty where people came together once
    group_name: str = ""
    agreements: tuple[Agreed, ...] = ()
    handed_over: tuple[HandedOver, ...] = ()
    agreed: int  # seconds that the whole meeting is to take, as it was agreed last
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
