"""Practice runs for the tests: the scenarios that come with the program, played without a clock on the wall."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from intervisie_tui.archive.draft import Draft
from intervisie_tui.meeting.intervening import step_in
from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.meeting.moving import forward
from intervisie_tui.method.catalogue import builtin_folder as methods_folder
from intervisie_tui.practice.beginning import Chosen, begin
from intervisie_tui.practice.leading import Facilitator
from intervisie_tui.practice.record import Record
from intervisie_tui.practice.run import Run, Wall, play_to_the_end
from intervisie_tui.practice.scenarios import Script, builtin_folder, load_scenarios, methods_in, read_script
from intervisie_tui.running import RunningMeeting

METHODS = methods_in((methods_folder(),))
BUILT_IN = load_scenarios((builtin_folder(),), METHODS)
SCRIPTS = [pytest.param(script, id=script.scenario.id) for script in BUILT_IN.scripts]
SAMPLE = Path(__file__).parent / "samples" / "voorbeeld.toml"
SHORT = Chosen()
"""Ten minutes, with somebody at the keyboard."""
NOW = Now(stamp=datetime(2026, 3, 3, 19, 30, tzinfo=timezone(timedelta(hours=1))), tick=90_000)


def sample() -> Script:
    """A small scenario: Noor brings in; Joost and Karin; one moment, in Karin's turn; one remark; one drill."""
    script = read_script(SAMPLE, METHODS)
    assert isinstance(script, Script), script
    return script


class Nothing:
    """Keeps nothing."""

    def save(self, meeting: Meeting) -> None: ...
    def save_draft(self, draft: Draft) -> None: ...


class Stage:
    """A run in a meeting, with its own wall, and what a facilitator does there."""

    def __init__(self, run: Run, meeting: Meeting | None = None, wall: "Hand | None" = None) -> None:
        self.run, self.wall = run, wall or Hand()
        self.records: list[Record] = []
        self.running = RunningMeeting(meeting or run.meeting, Nothing(), run.now)
        run.join(self.running, self.records.append)

    @property
    def meeting(self) -> Meeting:
        return self.running.value

    @property
    def record(self) -> Record:
        return self.run.record

    @property
    def outcomes(self) -> list[str]:
        """What came of the moments so far."""
        return [met.outcome for met in self.record.met]

    @property
    def confirmed(self) -> list[int]:
        """Who has confirmed the first summary."""
        return [who for confirmed in self.meeting.part.confirmed for who in confirmed.who]

    def on(self, times: int = 1) -> None:
        """Go on so many times."""
        for _time in range(times):
            self.running.do(lambda meeting: forward(meeting, meeting.place, self.running.now()))

    def to(self, step: str, activity: int = 0) -> None:
        """Go on until this activity begins, whatever is still to be said."""
        while (self.meeting.step.id, self.meeting.place.activity) != (step, activity):
            self.on()

    def intervene(self, act: str) -> None:
        """Step in with the remedy that has this id."""
        remedy = next(remedy for remedy in self.record.remedies if remedy.id == act)
        self.running.do(lambda meeting: step_in(meeting, remedy, self.running.now()))

    def let(self, seconds: float) -> None:
        """Let time pass by the wall, and all happen that falls due."""
        end = self.wall.tick + round(seconds * 1000)
        while True:
            wait = self.run.due_in()
            if wait is None or self.wall.tick + wait * 1000 > end:
                break
            self.wall.tick += -int(-wait * 1000 // 1)
            while self.run.play():
                pass
        self.wall.tick = max(self.wall.tick, end)
        self.run.now()

    def until(self, happened: Callable[[], object]) -> None:
        """Let things happen, one at a time, until this is so."""
        while not happened():
            assert self.run.play_next(), "nothing is due any more"

    @property
    def aloud(self) -> list[str]:
        """What is in the room now."""
        return [spoken.says for spoken in self.run.heard]


class Hand:
    """A wall whose clock is moved by hand."""

    def __init__(self) -> None:
        self.tick = 1_000


def stage(script: Script | None = None, chosen: Chosen = SHORT, now: Now = NOW) -> Stage:
    """A run that has just begun, with somebody at the keyboard."""
    hand = Hand()
    return Stage(begin(script or sample(), chosen, now, Wall(lambda: hand.tick)), wall=hand)


def played(
    script: Script, chosen: Chosen = SHORT, facilitator: Facilitator | None = None, now: Now = NOW
) -> tuple[Meeting, Record]:
    """What is left of a run that was played to its end. Without a facilitator: as `chosen` has it."""
    made = stage(script, chosen, now)
    if facilitator is not None:
        made.run.facilitator = facilitator
    play_to_the_end(made.run)
    return made.meeting, made.record
