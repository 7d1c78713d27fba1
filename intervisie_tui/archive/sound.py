"""Whether a meeting from a file hangs together: every index points at something, every id is of somebody."""

from collections.abc import Iterable

from intervisie_tui.archive.paths import Unusable
from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import row
from intervisie_tui.meeting.model import Clock, Meeting, Part, Place


def check_meeting(meeting: Meeting) -> None:
    """Raises Unusable with the first thing that does not fit. All that commands can build passes."""
    people = {person.id for person in meeting.participants}
    if len(people) != len(meeting.participants):
        raise _unsound(_("twee deelnemers hebben hetzelfde nummer"))
    if not meeting.parts:
        raise _unsound(_("er is geen methode"))
    _known([meeting.facilitator, meeting.timekeeper, meeting.scribe], people)
    for handed in meeting.handed_over:
        _known([handed.was, handed.who], people)
        _check_place(Place(part=handed.part, step=handed.step), meeting.parts)
    for part in meeting.parts:
        _check_part(part, people)
    _check_place(meeting.place, meeting.parts)
    if not clock_fits(meeting.clock, meeting):
        raise _unsound(_("de tijden passen niet bij de stappen"))
    numbers = [item.number for part in meeting.parts for item in part.contributions]
    _known([part.proposal or None for part in meeting.parts], set(numbers))
    numbers += [item.number for part in meeting.parts for item in part.written]
    if len(set(numbers)) != len(numbers) or not all(0 < number < meeting.next_number for number in numbers):
        raise _unsound(_("de nummering van de inbreng klopt niet"))


def clock_fits(clock: Clock, meeting: Meeting) -> bool:
    """Whether a clock counts the steps of this meeting, each part in a row of its own, and no time below zero.

    A row that no part has is of one that was taken out again; its time was spent all the same.
    """
    rows = [row(meeting, p) for p in range(len(meeting.parts))]
    counts = [clock.pause, clock.away, *(count for times in clock.spent for count in times)]
    if min(counts) < 0 or len(set(rows)) < len(rows) or not all(0 <= at < len(clock.spent) for at in rows):
        return False
    return all(len(clock.spent[at]) == len(part.method.steps) for at, part in zip(rows, meeting.parts, strict=True))


def _check_part(part: Part, people: set[int]) -> None:
    steps = part.method.steps
    if not steps or not all(step.activities for step in steps):
        raise _unsound(_("een methode heeft geen stappen"))
    if len(part.plan) != len(steps):
        raise _unsound(_("de planning past niet bij de stappen"))
    _known([part.presenter, part.facilitator, part.timekeeper, part.scribe], people)
    _known([ballot.by for ballot in part.ballots], people)
    for unit in part.pairs:
        _known(unit, people)
    for item in part.contributions:
        _check_place(Place(step=item.step, activity=item.activity), (part,))
        _known(item.by, people)
    for hidden in part.written:
        _check_place(Place(step=hidden.step, activity=hidden.activity), (part,))
        _known(hidden.by, people)
    for turns in part.rounds:
        _check_place(Place(step=turns.step, activity=turns.activity), (part,))
        if not -1 <= turns.current < len(turns.turns) or turns.item < 0:
            raise _unsound(_("een beurt wijst naar niemand"))
        for turn in turns.turns:
            _known(turn.unit, people)
    for paper in part.papers:
        _check_place(Place(step=paper.step, activity=paper.activity), (part,))
        _known(paper.unit, people)
    for summary in part.confirmed:
        _check_place(Place(step=summary.step, activity=summary.activity), (part,))
        _known(summary.who, people)
    for intervention in part.interventions:
        _check_place(Place(step=intervention.step), (part,))


def _check_place(place: Place, parts: tuple[Part, ...]) -> None:
    if 0 <= place.part < len(parts):
        steps = parts[place.part].method.steps
        if 0 <= place.step < len(steps) and 0 <= place.activity < len(steps[place.step].activities):
            return
    raise _unsound(_("er wordt een stap genoemd die er niet is"))


def _known(ids: Iterable[int | None], people: set[int]) -> None:
    if not all(who is None or who in people for who in ids):
        raise _unsound(_("er wordt een deelnemer genoemd die er niet is"))


def _unsound(what: str) -> Unusable:
    return Unusable(_("Het bestand klopt niet: {fault}.").format(fault=what))
