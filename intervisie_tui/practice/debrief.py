"""Looking back on a practice run, in the order that helps: one's own view, the moments, time and turns, one thing next.

No mark and no score: what came, what was done, how soon, and why it matters.
"""

from msgspec import Struct

from intervisie_tui.locale import _
from intervisie_tui.meeting.lookback import StepTime, step_times
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.people import members
from intervisie_tui.meeting.people import name as name_of
from intervisie_tui.practice.acting import number_of
from intervisie_tui.practice.length import pace
from intervisie_tui.practice.record import Alarm, Met, Outcome, Record
from intervisie_tui.practice.scenario import Moment, step_of


class MomentTold(Struct, frozen=True):
    """A moment that came. `at`: ms of the meeting's clock since the run began; `seconds`: until it was put right."""

    id: str
    at: int
    step: str
    who: str
    says: str
    outcome: Outcome
    seconds: int
    act: str  # what put it right, as it is called
    others: tuple[str, ...]  # what was tried besides
    right: tuple[str, ...]  # what would put it right, the best first
    pitfall: str
    why: str
    followed: tuple[tuple[str, str], ...]  # who said what because of it


class AlarmTold(Struct, frozen=True):
    """An intervention while nothing was wrong. `who`, `says` and `why` where it followed something that was said."""

    at: int
    step: str
    act: str
    who: str = ""
    says: str = ""
    why: str = ""


class Share(Struct, frozen=True):
    """How often somebody brought something in a round."""

    name: str
    count: int


class Debrief(Struct, frozen=True):
    """All that a screen or an export shows of a run."""

    title: str
    length: str
    seed: int
    autopilot: bool
    questions: tuple[str, str]
    own_view: tuple[str, str]
    timeline: tuple[MomentTold | AlarmTold, ...]
    unmet: int  # moments of the scenario that did not come, since the meeting went on before
    steps: tuple[StepTime, ...]
    shares: tuple[Share, ...]
    next_time: str


def questions() -> tuple[str, str]:
    """What the facilitator is asked first, before anything is shown."""
    return (
        _("Hoe was het om deze groep te leiden?"),
        _("Welk moment vond je lastig, en wat deed je toen?"),
    )


def next_question() -> str:
    """What the facilitator is asked last."""
    return _("Wat is één ding dat je de volgende keer wilt proberen?")


def debrief(meeting: Meeting, record: Record) -> Debrief:
    """What there is to say of a run that is over, or of one that was left."""
    told = [_moment(meeting, record, met) for met in record.met if met.outcome != "open"]
    alarms = [_alarm(meeting, record, alarm) for alarm in record.alarms if not alarm.welcome]
    line: list[MomentTold | AlarmTold] = [*told, *alarms]
    own = (*record.own_view, "", "")
    came = {met.moment for met in record.met}
    unmet = 0 if record.moment else sum(moment.id not in came for moment in record.scenario.moments)
    return Debrief(
        title=record.scenario.title,
        length=length_in_words(record),
        seed=record.seed,
        autopilot=record.autopilot,
        questions=questions(),
        own_view=(own[0], own[1]),
        timeline=tuple(sorted(line, key=lambda one: one.at)),
        unmet=unmet,
        steps=() if record.moment else _steps(meeting),
        shares=() if record.moment else _shares(meeting),
        next_time=record.next_time,
    )


def length_in_words(record: Record) -> str:
    """What sort of run it was."""
    if record.moment and not record.drill:
        return _("één moment opnieuw")
    drill = next((drill.title for drill in record.scenario.drills if drill.id == record.drill), "")
    return {
        "drill": _("korte oefening: {title}").format(title=drill),
        "short": _("tien minuten, met een snelle klok"),
        "whole": _("hele bijeenkomst"),
    }[record.length]


def act_in_words(record: Record, act: str) -> str:
    """What an intervention is called: the title of the remedy, or the pitfall that was named."""
    return next((remedy.title for remedy in record.remedies if remedy.id == act), act)


def pitfall_of(record: Record, moment: Moment) -> str:
    """What a moment is about: its pitfall, or what puts it right where it is none."""
    return moment.pitfall or act_in_words(record, moment.right[0])


def evenness(told: Debrief) -> str:
    """How the turns were spread, in one sentence; empty where there were none."""
    if not told.shares:
        return ""
    counts = [share.count for share in told.shares]
    if min(counts) == max(counts):
        return _("Iedereen kwam even vaak aan de beurt.")
    least = ", ".join(share.name for share in told.shares if share.count == min(counts))
    return _("Het minst aan de beurt kwam: {names}.").format(names=least)


def _moment(meeting: Meeting, record: Record, met: Met) -> MomentTold:
    moment = record.scenario.moment(met.moment)
    return MomentTold(
        id=moment.id,
        at=_since(meeting, record, met.at),
        step=_step(meeting, moment.step),
        who=_who(meeting, record, moment.who),
        says=moment.says,
        outcome=met.outcome,
        seconds=round(met.after / 1000),
        act=act_in_words(record, met.act),
        others=tuple(act_in_words(record, act) for act in met.others),
        right=tuple(act_in_words(record, act) for act in moment.right),
        pitfall=pitfall_of(record, moment),
        why=moment.why,
        followed=tuple(
            (_who(meeting, record, h.who), h.says) for h in record.heard if h.of == moment.id and h.at > met.at
        ),
    )


def _alarm(meeting: Meeting, record: Record, alarm: Alarm) -> AlarmTold:
    at, step, act = _since(meeting, record, alarm.at), _step(meeting, alarm.step), act_in_words(record, alarm.act)
    aside = next((aside for aside in record.scenario.asides if aside.id == alarm.aside), None)
    if aside is None:
        return AlarmTold(at, step, act)
    return AlarmTold(at, step, act, _who(meeting, record, aside.who), aside.says, aside.why)


def _since(meeting: Meeting, record: Record, at: int) -> int:
    methods = tuple(part.method for part in meeting.parts)
    return round((at - record.began) * pace(record.length, methods))


def _step(meeting: Meeting, step: str) -> str:
    found = step_of(tuple(part.method for part in meeting.parts), step)
    return found[2].title if found else step


def _who(meeting: Meeting, record: Record, who: str) -> str:
    number = number_of(record.scenario, who)
    known = any(person.id == number for person in meeting.participants)
    return name_of(meeting, number) if known else record.scenario.person(who).name


def _steps(meeting: Meeting) -> tuple[StepTime, ...]:
    return tuple(time for part in range(len(meeting.parts)) for time in step_times(meeting, part))


def _shares(meeting: Meeting) -> tuple[Share, ...]:
    """Of the members, in the case: the presenter speaks anyway, and in the closing everybody does."""
    case = meeting.parts[0]
    own = [c for c in case.contributions if not c.struck and not c.topic and not c.reply_to]
    return tuple(Share(name_of(meeting, who), sum(who in c.by for c in own)) for who in members(meeting, case))
