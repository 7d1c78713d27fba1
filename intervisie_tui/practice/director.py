"""The director: lets the scripted colleagues take part in a running meeting, each line and moment in its time.

It never moves the meeting on; that is the facilitator's. All that it does follows from the scenario, the seed and the
times at which the meeting came where it is, so the same acts give the same meeting.
"""

from collections.abc import Callable, Collection

from msgspec.structs import replace

from intervisie_tui.meeting.clock import left
from intervisie_tui.meeting.marking import confirm, has_confirmed, must_confirm
from intervisie_tui.meeting.model import Meeting, Now, Place, Refused
from intervisie_tui.meeting.people import present
from intervisie_tui.meeting.places import here, said_at
from intervisie_tui.meeting.turns import takes_turns
from intervisie_tui.method.model import Summary, Write
from intervisie_tui.practice import acting, watch
from intervisie_tui.practice.cues import (
    Confirm,
    Cue,
    Expire,
    Follow,
    Remark,
    Respond,
    SayIt,
    Spoil,
    Spot,
    What,
    in_activity,
    in_turn,
    lines_of,
    reading_time,
    spot_of,
    still_to_bring,
    tempo,
)
from intervisie_tui.practice.record import Alarm, Record
from intervisie_tui.practice.scenario import LEADER, Line
from intervisie_tui.running import RunningMeeting

MOST_TIME_LEFT = 5
"""Naming the time is welcome once a fifth of it is left."""
AT_THE_KEYBOARD = 2_000
"""Milliseconds that somebody takes at least to enter what they wrote in silence."""
NOWHERE = Spot(Place(part=-1))


class Director:
    """`record` says what has happened so far; `voices` for whom it speaks; `stretch` how much longer all takes."""

    def __init__(self, record: Record, voices: Collection[str], stretch: float) -> None:
        self.record, self.voices, self.stretch = record, voices, stretch
        self._spot = NOWHERE
        self._cues: list[Cue] = []
        self._silent_since = 0  # when the activity was come to
        self._summary = ""  # that is being confirmed
        met = watch.open_one(record)
        if met is not None:  # going on with a run that was interrupted
            seconds = record.scenario.moment(met.moment).seconds
            self._cues.append(Cue(max(record.clock, met.at + seconds * 1000), Expire(met.moment), ()))

    def due(self) -> int | None:
        """When the next thing has to happen, in ms of a person."""
        return min((cue.at for cue in self._cues), default=None)

    def when(self, what: What) -> int | None:
        """When this has to happen, if it is coming."""
        return next((cue.at for cue in self._cues if cue.what == what), None)

    def follows(self, moment: str) -> bool:
        """Whether there is still something to come of this moment."""
        return any(_about(cue.what, moment) for cue in self._cues)

    def put_off(self, ms: int) -> None:
        """All that is coming comes so much later."""
        self._cues = [replace(cue, at=cue.at + ms) for cue in self._cues]

    def look(self, meeting: Meeting, at: int, now: Now) -> None:
        """See what has changed in the meeting: where it stands, what the facilitator did, whether it is over."""
        self._judge(meeting, at, now)
        if meeting.ended:
            cut_short = self.record.ends and at >= self.record.ends
            self.record = watch.dropped(self.record) if cut_short else watch.expired(self.record, at)
            self._cues = []
            return
        spot = spot_of(meeting)
        if spot != self._spot:
            self._arrive(meeting, spot, at)
        if isinstance(here(meeting), Summary):
            self._ask_to_confirm(meeting, spot, at)

    def carry_out(self, running: RunningMeeting, at: int) -> None:
        """Do the first of the things that are due by now."""
        cue = min((cue for cue in self._cues if cue.at <= at), key=lambda cue: cue.at, default=None)
        if cue is None:
            return
        self._cues.remove(cue)
        match cue.what:
            case SayIt(index):
                self._bring(running, index, cue, at)
            case Respond(index):
                say = self.record.scenario.says[index]
                _done(running, lambda meeting: acting.respond(meeting, say, running.now()))
            case Spoil(moment):
                self._spoil(running.value, moment, cue, at)
            case Remark(aside):
                self._remark(running.value, aside, at)
            case Expire(moment):
                self.record = watch.expired(self.record, at)
                self._follow(moment, self.record.scenario.moment(moment).missed, at)
            case Follow(moment, line) if self._is_here(running.value, line.who):
                self.record = watch.heard(self.record, line, moment, at)
            case Confirm(who):
                if who in must_confirm(running.value):
                    _done(running, lambda meeting: confirm(meeting, who, True))

    def _judge(self, meeting: Meeting, at: int, now: Now) -> None:
        if self.record.judged >= meeting.next_number:  # it was taken back; another one may get its number
            self.record = replace(self.record, judged=meeting.next_number - 1)
        new = [i for part in meeting.parts for i in part.interventions if i.number > self.record.judged]
        for one in sorted(new, key=lambda i: i.number):
            step = meeting.part.method.steps[min(one.step, len(meeting.part.method.steps) - 1)].id
            welcome = self._welcome(meeting, now, one.act, step)
            tried = Alarm(at=at, step=step, act=one.act or one.pitfall, welcome=welcome)
            self.record, moment = watch.intervened(self.record, tried)
            self.record = replace(self.record, judged=one.number)
            if moment is not None:
                self._cues = [c for c in self._cues if not _about(c.what, moment.id)]
                self._follow(moment.id, moment.caught, at)

    def _welcome(self, meeting: Meeting, now: Now, act: str, step: str) -> bool:
        if any(act in welcome.right for welcome in self.record.scenario.welcome if welcome.step == step):
            return True
        if act == "geheimhouding":
            return meeting.place == Place()
        planned = meeting.part.plan[meeting.place.step].seconds * 1000
        return act == "tijd-noemen" and left(meeting, now) * MOST_TIME_LEFT <= planned

    def _arrive(self, meeting: Meeting, spot: Spot, at: int) -> None:
        """The meeting stands somewhere else: what belonged elsewhere falls away, what is in store here is planned."""
        before, self._spot = self._spot, spot
        if spot.place != before.place and watch.open_one(self.record) is not None and before != NOWHERE:
            self.record = watch.expired(self.record, at)  # they went on as if nothing had happened
            self._cues = [cue for cue in self._cues if not isinstance(cue.what, Expire)]
        self._cues = [cue for cue in self._cues if cue.still(spot)]
        scenario, step, activity = self.record.scenario, meeting.step.id, spot.place.activity
        if spot.place != before.place:
            self._silent_since = at
            found = in_activity(scenario, step, activity, takes_turns(meeting, spot.place))
            for seconds, what in found:
                if self._can_come(meeting, what):
                    self._plan(seconds, what, Spot(spot.place), spot[:1], at)
        if spot.unit is None:
            return
        who = acting.id_of(scenario, spot.unit[0])
        if not who:  # came in later, and stands in no scenario
            return
        if spot[:2] != before[:2]:
            for seconds, what in in_turn(scenario, step, activity, who):
                if self._can_come(meeting, what):
                    self._plan(seconds, what, spot, spot[:2], at)
        self._plan_turn(meeting, spot, who, at)

    def _plan_turn(self, meeting: Meeting, spot: Spot, who: str, at: int) -> None:
        """What the one whose turn it is brings, or what is still missing of the answer to it."""
        if who not in self.voices:
            return
        scenario = self.record.scenario
        mine = lines_of(scenario, meeting.step.id, spot.place.activity, who)
        words = [index for index in mine if not scenario.says[index].passes]
        given = acting.given_now(meeting)
        if spot.item < given:
            if spot.item < len(words) and not acting.is_responded(meeting, scenario.says[words[spot.item]]):
                self._plan(2, Respond(words[spot.item]), spot, spot, at)
            return
        to_come = still_to_bring(scenario, mine, self.record.said, given)
        if not isinstance(here(meeting), Write):
            for index in to_come[:1]:
                self._plan(scenario.says[index].after, SayIt(index), spot, spot, at)
            return
        for index in to_come:  # they have been thinking since it became silent; the keyboard comes to them later
            self._plan(scenario.says[index].after, SayIt(index), Spot(spot.place), spot[:2], self._silent_since)
            self._cues.append(_not_before(self._cues.pop(), at + round(AT_THE_KEYBOARD * self.stretch)))

    def _can_come(self, meeting: Meeting, what: What) -> bool:
        record = self.record
        match what:
            case SayIt(index):
                say = record.scenario.says[index]
                return (
                    say.who in self.voices
                    and index not in record.said
                    and not acting.is_brought(meeting, record.scenario, say)
                )
            case Spoil(name) | Remark(name):
                return name not in record.passed and not any(met.moment == name for met in record.met)
        return True

    def _plan(self, seconds: float, what: What, spot: Spot, belongs: tuple[object, ...], at: int) -> None:
        ms = round(seconds * 1000 * self.stretch * tempo(self.record.seed, spot))
        self._cues.append(Cue(at + ms, what, tuple(belongs)))

    def _bring(self, running: RunningMeeting, index: int, cue: Cue, at: int) -> None:
        record = self.record
        say = record.scenario.says[index]
        self.record = replace(record, said=(*record.said, index))
        if not _done(running, lambda meeting: acting.bring(meeting, record.scenario, say, running.now())):
            return
        spot = spot_of(running.value)
        if acting.asks_response(say) and spot.unit is not None and not acting.is_responded(running.value, say):
            seconds = say.answer_after or reading_time(say.answer or say.note)
            self._plan(seconds, Respond(index), spot, spot, at)

    def _is_here(self, meeting: Meeting, who: str) -> bool:
        return acting.number_of(self.record.scenario, who) in present(meeting)

    def _spoil(self, meeting: Meeting, name: str, cue: Cue, at: int) -> None:
        met = watch.open_one(self.record)
        if met is not None:  # one thing at a time
            over = self.when(Expire(met.moment)) or at
            self._cues.append(Cue(over + 1000, cue.what, cue.belongs))
            return
        moment = self.record.scenario.moment(name)
        if not self._is_here(meeting, moment.who) or not self._can_come(meeting, cue.what):
            return
        self.record = watch.begun(self.record, moment, at)
        self._cues.append(Cue(at + moment.seconds * 1000, Expire(name), ()))

    def _remark(self, meeting: Meeting, name: str, at: int) -> None:
        aside = next(aside for aside in self.record.scenario.asides if aside.id == name)
        if not self._is_here(meeting, aside.who):
            return
        line = Line(who=aside.who, says=aside.says)
        passed = (*self.record.passed, name)
        self.record = watch.heard(replace(self.record, passed=passed), line, name, at)

    def _follow(self, moment: str, lines: tuple[Line, ...], at: int) -> None:
        belongs = (self._spot.place,)
        self._cues += [Cue(at + line.after * 1000, Follow(moment, line), belongs) for line in lines]

    def _ask_to_confirm(self, meeting: Meeting, spot: Spot, at: int) -> None:
        """Once there is a summary, or another one, those who are asked for it confirm it, one after another."""
        texts = [c.text for c in said_at(meeting, spot.place, "summary") if not c.struck]
        text = f"{spot.place}{texts[-1]}" if texts else ""
        if text == self._summary:
            return
        self._summary = text
        self._cues = [cue for cue in self._cues if not isinstance(cue.what, Confirm)]
        known = {acting.number_of(self.record.scenario, who) for who in self.voices if who != LEADER}
        asked = [who for who in must_confirm(meeting) if text and who in known and who not in has_confirmed(meeting)]
        for count, who in enumerate(asked):
            self._plan(3 + 1.5 * count, Confirm(who), spot, spot[:1], at)


def _not_before(cue: Cue, at: int) -> Cue:
    return replace(cue, at=max(cue.at, at))


def _about(what: What, moment: str) -> bool:
    return isinstance(what, Expire | Follow) and what.moment == moment


def _done(running: RunningMeeting, command: Callable[[Meeting], Meeting]) -> bool:
    """Carry out an act of a colleague. False: the facilitator has arranged it otherwise, which is theirs to do."""
    try:
        return running.do(command)
    except Refused:
        return False
