"""What a place in the meeting has in store: which lines and moments of the scenario, how long after it was come to."""

import random
from collections.abc import Collection, Iterator
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from intervisie_tui.meeting.model import Meeting, Place, Unit
from intervisie_tui.meeting.turns import current_unit, takes_turns, turns_at
from intervisie_tui.practice.scenario import Line, Scenario


class Spot(NamedTuple):
    """Where a meeting stands, down to the contribution of a turn."""

    place: Place
    unit: Unit | None = None
    item: int = 0


def spot_of(meeting: Meeting) -> Spot:
    """Where it stands now."""
    place = meeting.place
    if not takes_turns(meeting, place):
        return Spot(place)
    unit = current_unit(meeting, place)
    return Spot(place, unit, turns_at(meeting, place).item if unit else 0)


class SayIt(Struct, frozen=True):
    """Bring the line with this index."""

    index: int


class Respond(Struct, frozen=True):
    """The presenter answers and marks what the line with this index brought."""

    index: int


class Spoil(Struct, frozen=True):
    """The moment with this id begins."""

    moment: str


class Remark(Struct, frozen=True):
    """The aside with this id is said."""

    aside: str


class Expire(Struct, frozen=True):
    """The moment with this id can't be caught any more."""

    moment: str


class Follow(Struct, frozen=True):
    """Something that is said because a moment was caught or missed."""

    moment: str
    line: Line


class Confirm(Struct, frozen=True):
    """This participant confirms the summary."""

    who: int


What: TypeAlias = SayIt | Respond | Spoil | Remark | Expire | Follow | Confirm


class Cue(Struct, frozen=True):
    """Something that is due. It falls away when the meeting no longer stands where it belongs."""

    at: int  # ms of a person
    what: What
    belongs: tuple[object, ...]  # the first so many of the `Spot`

    def still(self, spot: Spot) -> bool:
        """Whether it may happen there."""
        return spot[: len(self.belongs)] == self.belongs


def tempo(seed: int, spot: Spot) -> float:
    """How fast it goes in this turn or activity; one factor for all of it, so that the order stays as written."""
    place = spot.place
    return random.Random(f"{seed}/{place.part}/{place.step}/{place.activity}/{spot.unit}").uniform(0.85, 1.15)


def in_activity(scenario: Scenario, step: str, activity: int, turns: bool) -> Iterator[tuple[float, What]]:
    """What belongs to an activity as a whole: seconds after it was come to, and what."""
    for index, say in enumerate(scenario.says):
        if (say.step, say.activity) == (step, activity) and not turns:
            yield say.after, SayIt(index)
    yield from _spoken(scenario, step, activity, "")


def in_turn(scenario: Scenario, step: str, activity: int, who: str) -> Iterator[tuple[float, What]]:
    """What belongs to somebody's turn besides what they bring themselves."""
    yield from _spoken(scenario, step, activity, who)


def _spoken(scenario: Scenario, step: str, activity: int, turn: str) -> Iterator[tuple[float, What]]:
    for moment in scenario.moments:
        if (moment.step, moment.activity, moment.turn) == (step, activity, turn):
            yield moment.after, Spoil(moment.id)
    for aside in scenario.asides:
        if (aside.step, aside.activity, aside.turn) == (step, activity, turn):
            yield aside.after, Remark(aside.id)


def lines_of(scenario: Scenario, step: str, activity: int, who: str) -> list[int]:
    """The indexes of what a person brings in an activity, in order."""
    return [
        index for index, say in enumerate(scenario.says) if (say.step, say.activity, say.who) == (step, activity, who)
    ]


def still_to_bring(scenario: Scenario, mine: list[int], said: Collection[int], given: int) -> list[int]:
    """The indexes of what a person still brings who has `given` so many contributions here by now."""
    words = [index for index in mine if not scenario.says[index].passes]
    gone = {*said, *words[:given]}
    return [index for index in mine if index not in gone]


def reading_time(text: str) -> float:
    """Seconds that somebody takes to say this in a short run."""
    return 2 + len(text) / 30
