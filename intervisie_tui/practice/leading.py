"""Facilitators in code: one who sees everything, one who lets everything pass, and one who follows a list."""

import random
from collections.abc import Sequence
from typing import Literal, Protocol, TypeAlias

from intervisie_tui.meeting import saying
from intervisie_tui.meeting.intervening import step_in
from intervisie_tui.meeting.model import Meeting, Refused
from intervisie_tui.meeting.moving import ahead, back, finish, forward
from intervisie_tui.meeting.places import here
from intervisie_tui.method.model import Note, Round, Summary, Tell, Value, Words
from intervisie_tui.practice.director import Director
from intervisie_tui.practice.record import Met
from intervisie_tui.practice.watch import open_one
from intervisie_tui.running import RunningMeeting

PAUSE = 1_500
"""Milliseconds between the last thing that happened in a place and going on from it."""


class Facilitator(Protocol):
    """Who leads. Times are ms of a person."""

    def due(self, director: Director, running: RunningMeeting, at: int) -> int | None:
        """When they do their next act, as things are at `at`; None: not before something happens."""
        ...

    def carry_out(self, director: Director, running: RunningMeeting, at: int) -> None:
        """Do what is due."""
        ...


class Patient:
    """Goes on when everything in a place has been said, and closes the meeting; never intervenes."""

    def __init__(self) -> None:
        self._quiet: int | None = None  # since when nothing is coming any more

    def due(self, director: Director, running: RunningMeeting, at: int) -> int | None:
        if running.value.ended:
            return None
        if director.due() is not None:
            self._quiet = None
            return None
        self._quiet = at if self._quiet is None else self._quiet
        return self._quiet + round(PAUSE * director.stretch)

    def carry_out(self, director: Director, running: RunningMeeting, at: int) -> None:
        self._quiet = None
        _go_on(running)


class Ideal(Patient):
    """Also puts every moment right, some seconds after it began, by what the scenario holds to be best."""

    def due(self, director: Director, running: RunningMeeting, at: int) -> int | None:
        met = open_one(director.record)
        return super().due(director, running, at) if met is None else self._reacts(director, met)

    def carry_out(self, director: Director, running: RunningMeeting, at: int) -> None:
        met = open_one(director.record)
        if met is None:
            super().carry_out(director, running, at)
        else:
            intervene(running, director, director.record.scenario.moment(met.moment).right[0])

    @staticmethod
    def _reacts(director: Director, met: Met) -> int:
        record = director.record
        after = random.Random(f"{record.seed}/{met.moment}").randint(3_000, 6_000)
        return met.at + min(after, record.scenario.moment(met.moment).seconds * 600)


Doing: TypeAlias = Literal["on", "back", "intervene", "words", "finish"]


class Act(Value, frozen=True, kw_only=True):
    """One act of a facilitator. `text`: the id of the intervention, or the words; `field`: where those go."""

    at: int
    what: Doing
    text: Words = ""
    field: Words = ""


class Recorded:
    """Does what a list says, at its times."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._acts = list(acts)

    def due(self, director: Director, running: RunningMeeting, at: int) -> int | None:
        return max(at, self._acts[0].at) if self._acts else None

    def carry_out(self, director: Director, running: RunningMeeting, at: int) -> None:
        act = self._acts.pop(0)
        match act.what:
            case "on":
                _forward(running)
            case "back":
                running.do(lambda meeting: back(meeting, meeting.place, running.now()))
            case "intervene":
                intervene(running, director, act.text)
            case "words":
                running.do(lambda meeting: _words(meeting, act, running))
            case "finish":
                running.do(lambda meeting: finish(meeting, running.now()))


def intervene(running: RunningMeeting, director: Director, act: str) -> None:
    """Intervene by the remedy with this id. Raises Refused when there is none."""
    remedy = next((remedy for remedy in director.record.remedies if remedy.id == act), None)
    if remedy is None:
        raise Refused(act)
    running.do(lambda meeting: step_in(meeting, remedy, running.now()))


def _go_on(running: RunningMeeting) -> None:
    if ahead(running.value) == "end":
        running.do(lambda meeting: finish(meeting, running.now()))
    else:
        _forward(running)


def _forward(running: RunningMeeting) -> None:
    running.do(lambda meeting: forward(meeting, meeting.place, running.now()))


def _words(meeting: Meeting, act: Act, running: RunningMeeting) -> Meeting:
    now = running.now()
    match here(meeting):
        case Summary():
            return saying.sum_up(meeting, act.text, now)
        case Tell() | Note():
            return saying.tell(meeting, act.field, act.text, now)
        case Round():
            return saying.say(meeting, saying.Words(act.text), now)
    return saying.note(meeting, act.text, now)
