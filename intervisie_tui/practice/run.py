"""A practice run: a real meeting, a scripted group in it, and a clock of its own.

How a screen uses it:

- `beginning.begin(script, chosen, now, wall)` makes one; `take_up(record, meeting, now, wall)` goes on with an old one.
  `run.meeting` is the meeting to lead: already played up to just before the moment, for a drill or to play one again.
- Put that meeting on the shelf of practice, make a `RunningMeeting` of it with **`run.now`** as its clock, and hand it
  over: `run.join(running, keep)`. `keep` is given each new `Record` (`record_file.RecordKeeper.save`).
- Then, from a timer: `run.due_in()` says after how many seconds by the wall something will happen (0: now; None: not
  before somebody does something), `run.play()` does at most one thing and says whether it did. A machine that is too
  slow makes the clock wait; no event is skipped. Ask `due_in` anew after each change of the meeting.
- The people at the keyboard use the ordinary commands. What they do is seen in the value of the meeting: where it
  stands, and its `Intervention`s. While the meeting is paused, the group waits.
- To show: `run.heard` (what is in the room now), `run.left` (ms of a drill). `run.over`: the meeting has
  been closed, by the facilitator or because a drill was over. Then `debrief.debrief(running.value, run.record)`.

Without a screen: `play_to_the_end(run)`.
"""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.meeting.moving import finish
from intervisie_tui.meeting.people import name
from intervisie_tui.practice.acting import number_of
from intervisie_tui.practice.clock import PracticeClock
from intervisie_tui.practice.director import Director
from intervisie_tui.practice.leading import Facilitator
from intervisie_tui.practice.record import Record
from intervisie_tui.practice.watch import open_one
from intervisie_tui.running import RunningMeeting

TO_SETTLE = 6_000
"""Milliseconds between the last word about a moment that is played again and the end."""
IN_THE_AIR = 12_000
"""Milliseconds that words said aloud stay in sight."""


class Wall(NamedTuple):
    """The clock on the wall: `tick` in ms, one that never jumps; `speed`: ms of a person for one of it."""

    tick: Callable[[], int] = lambda: 0
    speed: float = 1.0


class Spoken(NamedTuple):
    """Words in the room, and whose."""

    name: str
    says: str


class Run:
    """One run, from its begin to its end. Times are ms of a person where nothing else is said."""

    def __init__(self, meeting: Meeting, director: Director, clock: PracticeClock, wall: Wall) -> None:
        """`meeting`: to begin with. Set `facilitator` to somebody in code where nobody is at the keyboard."""
        self.meeting, self.director = meeting, director
        self.facilitator: Facilitator | None = None
        self._clock, self._wall, self._seen = clock, wall, wall.tick()
        self._running: RunningMeeting | None = None
        self._keep: Callable[[Record], None] = lambda record: None
        self._kept = director.record

    def join(self, running: RunningMeeting, keep: Callable[[Record], None] | None = None) -> None:
        """The group takes part in this meeting from now on."""
        self._running, self._keep, self._seen = running, keep or self._keep, self._wall.tick()
        self._look(running)
        self._save()

    def now(self) -> Now:
        """The time of the run. It waits for what is due, and stands while the meeting is paused or over."""
        wall = self._wall.tick()
        passed, self._seen = (wall - self._seen) * self._wall.speed, wall
        running = self._running
        if running is None:
            return self._clock.now
        if not running.value.clock.paused and not running.value.ended:
            self._clock.move(passed, self.due())
        return self._clock.now

    def due(self) -> int | None:
        """When something happens next; None: not before somebody does something."""
        running = self._running
        if running is None or running.value.clock.paused:
            return None
        at = self._clock.person
        self._look(running)
        leads = self.facilitator.due(self.director, running, at) if self.facilitator else None
        return min((due for due in (self.director.due(), leads, self._end(running)) if due is not None), default=None)

    def due_in(self) -> float | None:
        """Seconds by the wall until then; 0 when it is time."""
        self.now()
        due = self.due()
        return None if due is None else max(0.0, (due - self._clock.person) / self._wall.speed / 1000)

    def play(self) -> bool:
        """Do the first of the things that are due by now; whether there was one."""
        self.now()
        due, at, running = self.due(), self._clock.person, self._running
        if running is None or due is None or due > at:
            return False
        leads = self.facilitator.due(self.director, running, at) if self.facilitator else None
        if self.director.due() == due:
            self.director.carry_out(running, at)
        elif leads == due and self.facilitator is not None:
            self.facilitator.carry_out(self.director, running, at)
        else:
            running.do(lambda meeting: finish(meeting, running.now()))
        self._look(running)
        self._save()
        return True

    def play_next(self) -> bool:
        """Let the time pass at once until something is due, and do that; False when nothing is."""
        due = self.due()
        if due is None:
            return False
        self.skip_to(due)
        return self.play()

    def skip_to(self, person: int) -> None:
        """Let the time until then pass at once."""
        self._clock.move_to(person)

    @property
    def record(self) -> Record:
        """What has happened so far."""
        return replace(self.director.record, clock=self._clock.person)

    @property
    def over(self) -> bool:
        """Whether the meeting has been closed."""
        return self._running is not None and self._running.value.ended is not None

    @property
    def heard(self) -> tuple[Spoken, ...]:
        """What has just been said aloud, the newest last; a moment stays as long as it is open."""
        running, record = self._running, self.director.record
        if running is None:
            return ()
        met, since = open_one(record), self._clock.person - IN_THE_AIR
        fresh = [h for h in record.heard if h.at >= since or (met is not None and h.of == met.moment)]
        value, scenario = running.value, record.scenario
        return tuple(Spoken(name(value, number_of(scenario, h.who)), h.says) for h in fresh)

    @property
    def left(self) -> int | None:
        """What a drill still has; None in a run that ends when the meeting is closed."""
        ends = self.director.record.ends
        return max(0, ends - self._clock.person) if ends else None

    def save(self) -> None:
        """Hand the record to whoever keeps it, now."""
        self._kept = self.record
        self._keep(self._kept)

    def _look(self, running: RunningMeeting) -> None:
        self.director.look(running.value, self._clock.person, self._clock.now)

    def _save(self) -> None:
        record = self.record
        if replace(record, clock=self._kept.clock) != self._kept or record.clock - self._kept.clock >= 5_000:
            self.save()

    def _end(self, running: RunningMeeting) -> int | None:
        """When it is over by itself: its time is up, or the moment that is played again has passed with its sequel."""
        record = self.director.record
        if not record.ends or running.value.ended:
            return None
        if record.drill:
            return record.ends
        met = next((met for met in record.met if met.moment == record.moment and met.outcome != "open"), None)
        if met is None or self.director.follows(record.moment):
            return record.ends
        last = max([met.at + met.after, *(h.at for h in record.heard if h.of == record.moment)])
        return min(record.ends, last + TO_SETTLE)


def play_to_the_end(run: Run) -> None:
    """Play without waiting, until nothing is due any more. For a run that has joined a meeting."""
    while run.play_next():
        pass
