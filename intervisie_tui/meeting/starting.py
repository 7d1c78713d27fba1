"""How an evening with one case begins: what the set-up asks, and the value it makes of it."""

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.gathering import Gathering, Person, Planned, convene
from intervisie_tui.meeting.model import Meeting, Now, Refused, Unit, Working
from intervisie_tui.meeting.people import MOST
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
    case = Planned(
        method=setup.method,
        presenter=setup.presenter,
        minutes=setup.minutes,
        working=setup.working,
        pairs=setup.pairs,
    )
    gathering = Gathering(
        people=tuple(Person(name=name) for name in setup.names),
        parts=(case, Planned(method=closing)),
        facilitator=setup.facilitator,
        facilitator_joins=setup.facilitator_joins,
        timekeeper=setup.timekeeper,
        language=setup.language,
    )
    return convene(gathering, meeting_id, now)


def with_minutes(setup: Setup, step: int, minutes: int) -> Setup:
    """The set-up with another length for one step; between 1 and 240 minutes."""
    all_minutes = list(setup.minutes or (s.minutes for s in setup.method.steps))
    all_minutes[step] = min(240, max(1, minutes))
    return replace(setup, minutes=tuple(all_minutes))
