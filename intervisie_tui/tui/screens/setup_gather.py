"""What a meeting of a group is made of once the set-up is done: people, the parts in their order, agreements."""

from datetime import datetime

from intervisie_tui.group.agreements import in_force
from intervisie_tui.group.convening import agreements_for, look_backs
from intervisie_tui.meeting.gathering import Gathering, Person, Planned, order
from intervisie_tui.meeting.model import Presence
from intervisie_tui.method.catalogue import Catalogue
from intervisie_tui.method.model import Method, Script
from intervisie_tui.tui.screens.setup_choices import NOBODY, Choices, Company, Here, finished, minutes_of
from intervisie_tui.tui.screens.setup_page import minutes_until

_SCRIPTS: tuple[Script, ...] = ("opening", "look_back", "choosing", "first_meeting", "evaluation", "closing")
_PRESENCE: dict[Here, Presence] = {
    "present": "present",
    "later": "absent",  # until they arrive
    "excused": "excused",
    "absent": "absent",
}


def gathered(choices: Choices, company: Company, catalogue: Catalogue, now: datetime) -> Gathering:
    """The meeting as it was set up. Whoever is not here stands in it as well, without a turn."""
    people = people_of(company)
    setup = finished(choices)
    place = {one.name: i for i, one in enumerate(people)}
    at = [place[name] for name in setup.names]  # from an index of those who are here to one of all

    def of(who: int | None) -> int | None:
        return None if who is None or who == NOBODY else at[who]

    return Gathering(
        people=people,
        parts=_parts(choices, company, catalogue, at),
        facilitator=of(setup.facilitator),
        timekeeper=of(setup.timekeeper),
        scribe=of(company.scribe),
        facilitator_joins=setup.facilitator_joins,
        agreed=minutes_until(company.end, now) if company.end else 0,
        group=company.group.id,
        group_name=company.group.name,
        agreements=agreements_for(company.group),
        language=setup.language,
    )


def people_of(company: Company) -> tuple[Person, ...]:
    """Everybody on the list; who is still to come is absent until they arrive."""
    return tuple(
        Person(name=one.name, member=one.member, presence=_PRESENCE[one.here], expected=one.here == "later")
        for one in company.seats
    )


def minutes_around(company: Company | None, catalogue: Catalogue) -> tuple[int, int]:
    """Minutes of the parts before the case (or the first meeting), and of those after it."""
    closing = _minutes(catalogue, "closing")
    if company is None or company.first:
        return 0, closing
    before = _minutes(catalogue, "opening") if in_force(company.group) else 0
    before += len(look_backs(company.group, people_of(company))) * _minutes(catalogue, "look_back")
    before += _minutes(catalogue, "choosing") if company.choosing else 0
    return before, closing + (_minutes(catalogue, "evaluation") if company.evaluation else 0)


def _parts(choices: Choices, company: Company, catalogue: Catalogue, at: list[int]) -> tuple[Planned, ...]:
    setup = finished(choices)
    scripts = {name: script for name in _SCRIPTS if (script := catalogue.script(name)) is not None}
    minutes = minutes_of(choices)
    if company.first:
        parts = order(scripts, (), first=True)
        return tuple(
            Planned(method=setup.method, minutes=minutes) if one.method.script == "first_meeting" else one
            for one in parts
        )
    case = Planned(
        method=setup.method,
        minutes=minutes,
        presenter=None if setup.presenter == NOBODY else at[setup.presenter],
        working=setup.working,
        pairs=tuple(tuple(at[who] for who in pair) for pair in setup.pairs),
    )
    return order(
        scripts,
        () if company.choosing else (case,),
        opening=bool(in_force(company.group)),
        look_backs=look_backs(company.group, people_of(company)),
        choosing_minutes=sum(minutes) if company.choosing else 0,
        evaluation=company.evaluation,
    )


def _minutes(catalogue: Catalogue, script: Script) -> int:
    found: Method | None = catalogue.script(script)
    return found.minutes if found else 0
