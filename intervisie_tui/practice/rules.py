"""What must hold within a scenario beyond its form: people, ids, moments, drills. Lines: `rules_of_lines`."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import msgspec

from intervisie_tui.locale import _
from intervisie_tui.method.catalogue import Catalogue
from intervisie_tui.method.fault import Found, Place, shortened, shown
from intervisie_tui.method.model import Method, Round, Write
from intervisie_tui.method.rules import Table, doubles, tables
from intervisie_tui.practice.length import seconds_of
from intervisie_tui.practice.rules_of_lines import broken_lines, listed, steps, within
from intervisie_tui.practice.scenario import LEADER, Aside, Moment, Scenario, step_of


def broken_rules(raw: Table, methods: Callable[[str], Catalogue]) -> Iterator[Found]:
    """Every rule that this scenario breaks. `methods`: those there are in a language."""
    for name in ("people", "moments", "asides", "drills"):
        yield from doubles(tables(raw, name), "id")
    try:
        scenario = msgspec.convert(raw, Scenario)
    except msgspec.ValidationError:
        return  # its form is wrong, which is told by itself
    catalogue = methods(scenario.language)
    method, closing = catalogue.find(scenario.method), catalogue.closing
    if method is None:
        known = [entry.method.id for entry in catalogue.methods]
        yield Found(("method",), shown(scenario.method), _("een van de methodes: {names}").format(names=listed(known)))
        return
    both = (method, closing.method) if closing else (method,)
    yield from _people(scenario)
    yield from broken_lines(scenario, both)
    yield from _moments(scenario, both, [remedy.id for remedy in catalogue.remedies])
    yield from _drills(scenario)


def _people(scenario: Scenario) -> Iterator[Found]:
    presenters = [i for i, person in enumerate(scenario.people) if person.presenter]
    if not presenters:
        yield Found(("people",), _("niemand die inbrengt"), _("presenter = true bij één van hen"))
    for index in presenters[1:]:
        yield Found(("people", index, "presenter"), _("nog een inbrenger"), _("presenter = true bij één van hen"))
    for index, person in enumerate(scenario.people):
        if person.id == LEADER:
            yield Found(("people", index, "id"), shown(LEADER), _("een andere id; deze is van wie oefent"))
        elif not any(say.who == person.id and not say.passes for say in scenario.says):
            want = _("ten minste één [[says]] van {name}").format(name=shortened(person.name))
            yield Found(("people", index), _("niets wat deze persoon zegt"), want)


def _moments(scenario: Scenario, methods: tuple[Method, ...], remedies: list[str]) -> Iterator[Found]:
    for index, moment in enumerate(scenario.moments):
        place: Place = ("moments", index)
        yield from _when(scenario, moment, methods, place)
        yield from _who(scenario, moment.who, (*place, "who"))
        titles = [pitfall.title for method in methods for pitfall in method.pitfalls]
        if moment.pitfall and moment.pitfall not in titles:
            want = _("een valkuil van de methode: {names}").format(names=listed(titles))
            yield Found((*place, "pitfall"), shown(moment.pitfall), want)
        yield from _known(moment.right, remedies, (*place, "right"))
        for name, lines in (("caught", moment.caught), ("missed", moment.missed)):
            for at, line in enumerate(lines):
                yield from _who(scenario, line.who, (*place, name, at, "who"))
    yield from _overlaps(scenario)
    for index, aside in enumerate(scenario.asides):
        yield from _when(scenario, aside, methods, ("asides", index))
        yield from _who(scenario, aside.who, ("asides", index, "who"))
    for index, welcome in enumerate(scenario.welcome):
        if step_of(methods, welcome.step) is None:
            yield Found(("welcome", index, "step"), shown(welcome.step), steps(methods))
        yield from _known(welcome.right, remedies, ("welcome", index, "right"))


def _when(scenario: Scenario, moment: Moment | Aside, methods: tuple[Method, ...], place: Place) -> Iterator[Found]:
    found = step_of(methods, moment.step)
    if found is None:
        yield Found((*place, "step"), shown(moment.step), steps(methods))
        return
    _part, _index, step = found
    if moment.activity >= len(step.activities):
        most = _("een geheel getal van {low} tot en met {high}").format(low=0, high=len(step.activities) - 1)
        yield Found((*place, "activity"), shown(moment.activity), most)
        return
    most_seconds = seconds_of(step, methods)
    if moment.after >= most_seconds:
        yield Found((*place, "after"), shown(moment.after), within(most_seconds))
    if not moment.turn:
        return
    takes_turns = isinstance(step.activities[moment.activity], Round | Write)
    lines = {say.who for say in scenario.says if (say.step, say.activity) == (moment.step, moment.activity)}
    if not takes_turns:
        yield Found((*place, "turn"), shown(moment.turn), _("niets: hier gaat het niet om de beurt"))
    elif moment.turn not in lines - {LEADER}:
        want = _("wie hier een beurt heeft: {names}").format(names=listed(sorted(lines - {LEADER})))
        yield Found((*place, "turn"), shown(moment.turn), want)


def _overlaps(scenario: Scenario) -> Iterator[Found]:
    """Moments of one turn (or of one activity without a turn) of which the second begins before the first is over."""
    order = sorted(enumerate(scenario.moments), key=lambda one: (_stretch_of(one[1]), one[1].after))
    for (_i, first), (index, second) in pairwise(order):
        if _stretch_of(first) == _stretch_of(second) and second.after < first.after + first.seconds:
            want = _("ten minste {n}, na {id}").format(n=first.after + first.seconds, id=shown(first.id))
            yield Found(("moments", index, "after"), shown(second.after), want)


def _stretch_of(moment: Moment) -> tuple[str, int, str]:
    return moment.step, moment.activity, moment.turn


def _drills(scenario: Scenario) -> Iterator[Found]:
    moments = [moment.id for moment in scenario.moments]
    for index, drill in enumerate(scenario.drills):
        if drill.moment not in moments:
            want = _("een van de momenten: {names}").format(names=listed(moments))
            yield Found(("drills", index, "moment"), shown(drill.moment), want)


def _who(scenario: Scenario, who: str, place: Place) -> Iterator[Found]:
    names = [person.id for person in scenario.people]
    if who not in names:
        yield Found(place, shown(who), _("een van de mensen: {names}").format(names=listed(names)))


def _known(found: tuple[str, ...], remedies: list[str], place: Place) -> Iterator[Found]:
    for index, one in enumerate(found):
        if one not in remedies:
            yield Found((*place, index), shown(one), _("een van de ingrepen: {names}").format(names=listed(remedies)))
