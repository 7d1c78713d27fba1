"""What is kept of a practice run beside its transcript: what was chosen, what happened, what the facilitator thought.

Times are whole milliseconds of a person since the run began (`clock`), a prelude included.
"""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from intervisie_tui.method.model import Id, Value, Words
from intervisie_tui.method.remedies import Remedy
from intervisie_tui.practice.length import Length
from intervisie_tui.practice.scenario import Scenario

SCHEMA = 1

Outcome: TypeAlias = Literal["open", "seen", "missed", "late"]
"""Of a moment: still going on, put right in time, not put right, put right after it counted."""
Ms: TypeAlias = Annotated[int, Meta(ge=0)]


class Met(Value, frozen=True, kw_only=True):
    """A moment that has come, and what was made of it."""

    moment: Id
    at: Ms
    outcome: Outcome = "open"
    after: Ms = 0  # how much later it was put right, or closed
    act: Words = ""  # id of the intervention that did it, or the title of the pitfall that was named
    others: tuple[Words, ...] = ()  # what else was tried while it was open


class Alarm(Value, frozen=True, kw_only=True):
    """An intervention while nothing was wrong."""

    at: Ms
    step: Id
    act: Words  # as in `Met`
    aside: Words = ""  # id of what had just been said, if anything
    welcome: bool = False  # it does no harm in this step


class Heard(Value, frozen=True, kw_only=True):
    """Something said aloud in the room that nobody wrote down."""

    at: Ms
    who: Id
    says: Words
    of: Id  # id of the moment or aside that it belongs to


class Record(Value, frozen=True, kw_only=True):
    """All of it. The scenario stands in it as it was played, so that reading it never depends on another file."""

    schema: Annotated[int, Meta(ge=1)] = SCHEMA
    length: Length
    seed: int
    drill: Words = ""  # id of the drill, if it was one
    moment: Words = ""  # id of the moment that is played (again), if it was one
    autopilot: bool = False
    began: Ms = 0  # when it was handed over, after what had been played before the moment
    ends: Ms = 0  # when it ends by itself; 0: when the meeting is closed
    clock: Ms = 0
    judged: int = 0  # number of the last intervention of the meeting that was looked at
    said: tuple[int, ...] = ()  # which of the scenario's `says` have been brought
    passed: tuple[Words, ...] = ()  # moments and asides that came before it began, or again
    met: tuple[Met, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    heard: tuple[Heard, ...] = ()
    own_view: tuple[Words, ...] = ()  # what the facilitator answered to `debrief.questions`
    next_time: Words = ""  # the one thing for next time
    scenario: Scenario
    remedies: tuple[Remedy, ...] = ()
