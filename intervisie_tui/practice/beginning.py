"""How a practice run begins, goes on after an interruption, or comes straight to one moment."""

import random
from typing import NamedTuple

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting, Now, Refused
from intervisie_tui.meeting.starting import Setup, start
from intervisie_tui.method.model import Value, Words
from intervisie_tui.practice.clock import PracticeClock
from intervisie_tui.practice.cues import Spoil
from intervisie_tui.practice.director import Director
from intervisie_tui.practice.leading import Ideal
from intervisie_tui.practice.length import Length, pace, stretch
from intervisie_tui.practice.record import Record
from intervisie_tui.practice.run import Run, Wall
from intervisie_tui.practice.scenario import LEADER
from intervisie_tui.practice.scenarios import Script
from intervisie_tui.running import RunningMeeting

LEAD = (12_000, 22_000)
"""Milliseconds between taking over and the moment that is played: at least, and at most. The seed says which."""
AGAIN = 75
"""Seconds in which a moment is played again."""


class Chosen(Value, frozen=True, kw_only=True):
    """What a run is to be. Of a drill `drill` is its id; `moment` instead plays just that moment again."""

    length: Length = "short"
    seed: int = 1
    drill: Words = ""
    moment: Words = ""
    autopilot: bool = False


class Wanted(NamedTuple):
    """A run that was asked for on the command line. `speed`: ms of a person for one by the wall."""

    script: Script
    chosen: Chosen
    speed: float = 1.0


def begin(script: Script, chosen: Chosen, now: Now, wall: Wall) -> Run:
    """A new run; its meeting is `Run.meeting`. Raises Refused for a drill or a moment that is not there."""
    moment, seconds = _moment(script, chosen)
    record = Record(
        length="drill" if moment else chosen.length,
        seed=chosen.seed,
        drill=chosen.drill,
        moment=moment,
        autopilot=chosen.autopilot,
        scenario=script.scenario,
        remedies=script.remedies,
    )
    if moment:
        return _at_the_moment(record, script, seconds, now, wall)
    return _run(_meeting(script, now), record, now, wall)


def take_up(record: Record, meeting: Meeting, now: Now, wall: Wall) -> Run:
    """Go on with a run that was interrupted: with the present value, and what the record says has happened."""
    return _run(meeting, record, now, wall)


def _run(meeting: Meeting, record: Record, now: Now, wall: Wall) -> Run:
    methods = tuple(part.method for part in meeting.parts)
    director = Director(record, voices(record), stretch(record.length, methods))
    run = Run(meeting, director, PracticeClock(now, pace(record.length, methods), record.clock), wall)
    run.facilitator = Ideal() if record.autopilot else None
    return run


def voices(record: Record) -> frozenset[str]:
    """For whom the director speaks: the colleagues, and with nobody at the keyboard also who leads."""
    people = frozenset(person.id for person in record.scenario.people)
    return people | {LEADER} if record.autopilot else people


def _meeting(script: Script, now: Now) -> Meeting:
    scenario = script.scenario
    people = tuple(person.name for person in scenario.people)
    setup = Setup(
        method=script.method,
        names=(*people, _("Jij")),
        presenter=scenario.people.index(scenario.presenter),
        facilitator=len(people),
        language=scenario.language,
    )
    return start(setup, script.closing, f"{now.stamp:%Y-%m-%d-%H%M}", now)


def _moment(script: Script, chosen: Chosen) -> tuple[str, int]:
    """The moment that a run begins just before, if any, and for how many seconds it goes on."""
    drill = next((drill for drill in script.scenario.drills if drill.id == chosen.drill), None)
    if (chosen.length == "drill" or chosen.drill) and drill is None and not chosen.moment:
        raise Refused(_("Deze korte oefening is er niet."))
    if chosen.moment and all(chosen.moment != moment.id for moment in script.scenario.moments):
        raise Refused(_("Dit moment is er niet in deze oefencasus."))
    return (drill.moment, drill.seconds) if drill else (chosen.moment, AGAIN)


def _handed_over(record: Record, before: Record, at: int, seconds: int) -> Record:
    """The record as it begins after what has been played `before`. A moment played again comes alone."""
    came = {met.moment for met in before.met} if record.drill else {moment.id for moment in record.scenario.moments}
    passed = (*before.passed, *sorted(came - {record.moment}))
    told = replace(record, said=before.said, passed=passed, judged=before.judged)
    return replace(told, began=at, ends=at + seconds * 1000, clock=at)


class _Nowhere:
    """Keeps nothing: what comes before a moment is not on the disk until somebody takes over."""

    def save(self, meeting: Meeting) -> None: ...
    def save_draft(self, draft: object) -> None: ...


def _at_the_moment(record: Record, script: Script, seconds: int, now: Now, wall: Wall) -> Run:
    """Just before a moment: all before it has been played, without a pause, by a facilitator who sees everything."""
    clock = PracticeClock(now, 1.0)
    run = _run(_meeting(script, now), replace(record, autopilot=True), now, Wall())
    run = Run(run.meeting, run.director, clock, Wall())
    run.facilitator = Ideal()
    running = RunningMeeting(run.meeting, _Nowhere(), lambda: replace(clock.now, stamp=now.stamp))
    run.join(running)
    director, spoil = run.director, Spoil(record.moment)
    while (coming := director.when(spoil)) is None:
        if not run.play_next():
            raise Refused(_("Dit moment komt in deze oefencasus niet voor."))
    lead = random.Random(f"{record.seed}/{record.moment}/lead").randint(*LEAD)
    while (due := run.due()) is not None and due < coming - lead:
        run.play_next()
    run.skip_to(coming - lead)
    at = clock.person
    director.put_off(max(0, lead - (coming - at)))
    director.record = _handed_over(record, director.record, at, seconds)
    director.voices = voices(record)
    ready = Run(running.value, director, PracticeClock(Now(stamp=now.stamp, tick=clock.now.tick), 1.0, at), wall)
    ready.facilitator = Ideal() if record.autopilot else None
    return ready
