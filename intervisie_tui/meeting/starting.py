"""How a meeting begins: what the set-up asks, and the value it makes of it."""

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import MINUTE, fresh
from intervisie_tui.meeting.model import Meeting, Now, Part, Participant, Refused, StepPlan, Unit, Working
from intervisie_tui.meeting.people import MOST, propose_pairs
from intervisie_tui.method.model import Method, Value


class Setup(Value, frozen=True, kw_only=True):
    """What has been chosen before the start. Persons are meant by their index in `names`.

    `minutes` is per step of the method; empty: as the method says. `pairs` empty: as proposed.
    """

    method: Method
    names: tuple[str, ...]
    presenter: int
    facilitator: int | None = None
    facilitator_joins: bool = False
    timekeeper: int | None = None
    working: Working = "alone"
    pairs: tuple[Unit, ...] = ()
    minutes: tuple[int, ...] = ()
    language: str = "nl"


def able_to_pair(setup: Setup) -> tuple[int, ...]:
    """Indexes of those who can work in pairs: all but the presenter and a facilitator who only leads."""
    leads = None if setup.facilitator_joins else setup.facilitator
    return tuple(i for i in range(len(setup.names)) if i not in (setup.presenter, leads))


def what_is_wrong(setup: Setup) -> str:
    """Why the meeting cannot start like this, in words; empty when it can."""
    if len(setup.names) < 2:
        return _("Er zijn minstens twee namen nodig.")
    if len(setup.names) > MOST:
        return _("Meer dan {n} mensen kan niet.").format(n=MOST)
    if not 0 <= setup.presenter < len(setup.names):
        return _("Kies wie de casus inbrengt.")
    if setup.facilitator == setup.presenter:
        return _("Wie inbrengt kan niet ook leiden. Kies een andere gespreksleider.")
    if not able_to_pair(setup):
        return _("Er is niemand om vragen te stellen. Voeg een naam toe.")
    return ""


def start(setup: Setup, closing: Method, meeting_id: str, now: Now) -> Meeting:
    """The meeting at its first step, the clock running."""
    wrong = what_is_wrong(setup)
    if wrong:
        raise Refused(wrong)
    minutes = setup.minutes or tuple(step.minutes for step in setup.method.steps)
    pairs = setup.pairs or propose_pairs(able_to_pair(setup))
    case = Part(
        presenter=setup.presenter + 1,
        working=setup.working,
        pairs=tuple(tuple(i + 1 for i in pair) for pair in pairs) if setup.working == "pairs" else (),
        plan=tuple(StepPlan(seconds=m * MINUTE) for m in minutes),
        method=setup.method,
    )
    ending = Part(plan=tuple(StepPlan(seconds=s.minutes * MINUTE) for s in closing.steps), method=closing)
    plans = (case.plan, ending.plan)
    return Meeting(
        id=meeting_id,
        language=setup.language,
        started=now.stamp,
        participants=tuple(Participant(id=i + 1, name=name) for i, name in enumerate(setup.names)),
        facilitator=None if setup.facilitator is None else setup.facilitator + 1,
        facilitator_joins=setup.facilitator_joins,
        timekeeper=None if setup.timekeeper is None else setup.timekeeper + 1,
        agreed=sum(plan.seconds for plans_of_part in plans for plan in plans_of_part),
        clock=fresh(plans, now),
        parts=(case, ending),
    )


def with_minutes(setup: Setup, step: int, minutes: int) -> Setup:
    """The set-up with another length for one step; between 1 and 240 minutes."""
    all_minutes = list(setup.minutes or (s.minutes for s in setup.method.steps))
    all_minutes[step] = min(240, max(1, minutes))
    return replace(setup, minutes=tuple(all_minutes))
