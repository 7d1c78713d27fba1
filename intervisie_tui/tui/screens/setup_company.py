"""The set-up of a meeting of a standing group: who is here today, whose turn it is, and what the meeting is made of.

No widgets. The names of the `Setup` are those who are here; everybody else of the group is a seat that stays empty.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from intervisie_tui.group import rota
from intervisie_tui.group.intentions import evaluation_due
from intervisie_tui.group.members import active
from intervisie_tui.group.model import Group
from intervisie_tui.group.rota import Duty
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Refused
from intervisie_tui.meeting.people import LONGEST_NAME, MOST, told_apart
from intervisie_tui.method.model import Method
from intervisie_tui.method.text import one_line
from intervisie_tui.tui.screens.setup_choices import (
    NOBODY,
    Choices,
    Company,
    Here,
    Seat,
    with_facilitator,
    with_method,
    with_people,
    with_presenter,
    with_timekeeper,
)


def with_group(choices: Choices, group: Group, today: date, script: Method | None = None) -> Choices:
    """This group comes together, everybody here, roles by the rota. `script`: for a first meeting, without a case."""
    seats = tuple(_told_apart(group))
    company = Company(
        group=group,
        seats=seats,
        choosing=group.brings == "meeting" and script is None,
        first=script is not None,
        evaluation=script is None and evaluation_due(group, today),
        end=_agreed_end(group, today),
    )
    emptied = with_people(without_group(choices), ())
    chosen = replace(emptied if script is None else with_method(emptied, script), company=company)
    return _seated(chosen, seats)


def without_group(choices: Choices) -> Choices:
    """No group after all; who was there stays."""
    return replace(choices, company=None)


def _told_apart(group: Group) -> list[Seat]:
    members = active(group)[:MOST]
    names = told_apart([one.name for one in members])
    return [Seat(name, one.id) for name, one in zip(names, members, strict=True)]


def _agreed_end(group: Group, today: date) -> time | None:
    """When the meeting of today ends by the appointment."""
    coming = group.next
    if coming is None or coming.day != today or coming.at is None:
        return None
    return (datetime.combine(today, coming.at) + timedelta(minutes=coming.minutes)).time()


def with_here(choices: Choices, at: int, here: Here) -> Choices:
    """Whoever sits here is there, still to come, excused or absent."""
    company = _company(choices)
    seats = tuple(replace(seat, here=here) if i == at else seat for i, seat in enumerate(company.seats))
    return _seated(choices, seats)


def with_guest(choices: Choices, name: str) -> Choices:
    """Somebody who is there today only. Raises Refused."""
    own = one_line(name)[:LONGEST_NAME].rstrip()
    if not own:
        raise Refused(_("Er staat nog geen naam."))
    seats = _company(choices).seats
    if len(seats) >= MOST:
        raise Refused(_("Meer dan {n} mensen kan niet.").format(n=MOST))
    return _seated(choices, (*seats, Seat(told_apart([*(seat.name for seat in seats), own])[-1])))


def _seated(choices: Choices, seats: Sequence[Seat]) -> Choices:
    """These are there or not; who has a role and is gone loses it, and the rota fills what nobody chose by hand."""
    company = replace(_company(choices), seats=tuple(seats))
    names = tuple(seat.name for seat in seats if seat.here == "present")
    return by_rota(with_people(replace(choices, company=company), names))


def by_rota(choices: Choices) -> Choices:
    """The roles that nobody chose, as the rota proposes them."""
    company, setup = _company(choices), choices.setup
    hand = company.by_hand
    now: dict[Duty, int | None] = {
        "presenter": None if setup.presenter == NOBODY else setup.presenter,
        "facilitator": setup.facilitator,
        "timekeeper": setup.timekeeper,
        "scribe": company.scribe,
    }
    taken = [now[duty] for duty in hand]
    at = {seat.member: setup.names.index(seat.name) for seat in company.seats if seat.member and seat.here == "present"}
    free = [member for member, i in at.items() if i not in taken]
    no_case = company.choosing or company.first
    proposed = rota.propose(company.group, free, "" if no_case or "presenter" in hand else None)
    wanted: dict[Duty, int | None] = {
        duty: now[duty] if duty in hand else at.get(getattr(proposed, duty)) for duty in now
    }
    if no_case:
        wanted["presenter"] = None
    return _with_roles(choices, wanted)


def _with_roles(choices: Choices, wanted: dict[Duty, int | None]) -> Choices:
    presenter = wanted["presenter"]
    cleared = replace(choices, setup=replace(choices.setup, facilitator=None))
    if presenter is None:
        cleared = replace(cleared, setup=replace(cleared.setup, presenter=NOBODY))
    else:
        cleared = with_presenter(cleared, presenter)
    leads = wanted["facilitator"]
    result = with_timekeeper(with_facilitator(cleared, None if leads == presenter else leads), wanted["timekeeper"])
    joins = choices.setup.facilitator_joins and result.setup.facilitator is not None
    result = replace(result, setup=replace(result.setup, facilitator_joins=joins))
    return replace(result, company=replace(_company(result), scribe=wanted["scribe"]))


def chosen_by_hand(choices: Choices, duty: Duty) -> Choices:
    """Somebody has chosen who has this role; the rota leaves it alone from now on."""
    if choices.company is None:
        return choices
    company = replace(choices.company, by_hand=choices.company.by_hand | {duty})
    return replace(choices, company=replace(company, choosing=company.choosing and duty != "presenter"))


def with_scribe(choices: Choices, who: int | None) -> Choices:
    """This one writes the report, or nobody is named."""
    return chosen_by_hand(replace(choices, company=replace(_company(choices), scribe=who)), "scribe")


def with_choosing(choices: Choices) -> Choices:
    """Whose case it will be is chosen together in the meeting; or it is proposed by the rota again."""
    company = _company(choices)
    hand = company.by_hand - {"presenter"}
    return by_rota(replace(choices, company=replace(company, choosing=not company.choosing, by_hand=hand)))


def with_evaluation(choices: Choices) -> Choices:
    """The group looks at itself at the end of this meeting, or not this time."""
    company = _company(choices)
    return replace(choices, company=replace(company, evaluation=not company.evaluation))


def with_end(choices: Choices, end: time | None) -> Choices:
    """Until when they agreed to go on; None: as long as it takes."""
    return replace(choices, company=replace(_company(choices), end=end))


def _company(choices: Choices) -> Company:
    if choices.company is None:
        raise Refused(_("Er is nog geen groep gekozen."))
    return choices.company
