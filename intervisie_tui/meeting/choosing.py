"""Choosing a case from those that were offered: votes by hand or in silence, urgency, and the case in the plan.

Whose turn it is by the rota is known to the group, not to the meeting. Nobody is asked for a reason (law 6).
"""

from collections import Counter

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import must_be_on
from intervisie_tui.meeting.model import Ballot, Contribution, Meeting, Part, Place, Refused, Working
from intervisie_tui.meeting.people import MOST, name, present
from intervisie_tui.meeting.places import find, with_changed, with_part
from intervisie_tui.meeting.planning import CasePlan, add_case, begun, drop_part
from intervisie_tui.method.model import Method

FEWEST = 2
"""Votes that are counted together; one alone would tell whose it was."""


def choosing_part(meeting: Meeting) -> int | None:
    """The index of the part in which the cases were offered: this one, or the last one before it."""
    indexes = range(meeting.place.part, -1, -1)
    return next((index for index in indexes if meeting.parts[index].method.script == "choosing"), None)


def proposals(meeting: Meeting) -> tuple[Contribution, ...]:
    """The cases that were offered and not struck, in the order in which they were."""
    index = choosing_part(meeting)
    offered = () if index is None else meeting.parts[index].contributions
    return tuple(c for c in offered if c.kind == "case" and not c.struck)


def count_votes(meeting: Meeting, number: int, votes: int) -> Meeting:
    """The votes for a case as the facilitator counted them in the room; 0 takes them back."""
    if not 0 <= votes <= MOST:
        raise Refused(_("Tel van 0 tot {n}.").format(n=MOST))
    return with_changed(meeting, replace(_offered(meeting, number), votes=votes))


def vote(meeting: Meeting, who: int, numbers: tuple[int, ...]) -> Meeting:
    """In silence: a participant votes for one case or more, or for none. Until it is counted they can change it."""
    index, part = _here(meeting)
    if who not in present(meeting):
        raise Refused(_("{name} is er nu niet.").format(name=name(meeting, who)))
    if any(ballot.by == who and ballot.counted for ballot in part.ballots):
        raise Refused(_("De stem van {name} is al geteld.").format(name=name(meeting, who)))
    for number in numbers:
        _offered(meeting, number)
    others = tuple(ballot for ballot in part.ballots if ballot.by != who)
    new = Ballot(by=who, numbers=tuple(dict.fromkeys(numbers)))
    return with_part(meeting, Place(part=index), replace(part, ballots=(*others, new)))


def has_voted(meeting: Meeting) -> frozenset[int]:
    """Who has voted in silence."""
    index = choosing_part(meeting)
    return frozenset() if index is None else frozenset(ballot.by for ballot in meeting.parts[index].ballots)


def reveal(meeting: Meeting) -> Meeting:
    """Count the votes that were given in silence, with those counted before. Only the sums are kept."""
    index, part = _here(meeting)
    new = [ballot for ballot in part.ballots if not ballot.counted]
    if len(new) < FEWEST:
        raise Refused(_("Tel pas als er minstens twee stemmen zijn; anders weet ieder van wie ze zijn."))
    sums = Counter(number for ballot in new for number in ballot.numbers)
    said = tuple(
        replace(c, votes=min(MOST, c.votes + sums[c.number])) if c.kind == "case" and not c.struck else c
        for c in part.contributions
    )
    counted = tuple(replace(ballot, numbers=(), counted=True) for ballot in part.ballots)
    return with_part(meeting, Place(part=index), replace(part, contributions=said, ballots=counted))


def vote_anew(meeting: Meeting) -> Meeting:
    """All votes are gone, by hand and in silence; undo brings them back."""
    index, part = _here(meeting)
    said = tuple(replace(c, votes=0) for c in part.contributions)
    return with_part(meeting, Place(part=index), replace(part, contributions=said, ballots=()))


def choose_case(
    meeting: Meeting, number: int, method: Method, minutes: tuple[int, ...] = (), facilitator: int | None = None
) -> Meeting:
    """This case is the one: it comes after the choosing, in place of what was chosen there before and has not begun."""
    _here(meeting)
    for index in range(len(meeting.parts) - 1, meeting.place.part, -1):
        if meeting.parts[index].proposal and not begun(meeting, index):
            before = find(meeting, meeting.parts[index].proposal)[1]
            meeting = drop_part(with_changed(meeting, replace(before, useful=False)), index)
    return choose_another(meeting, number, method, minutes, facilitator)


def choose_another(
    meeting: Meeting, number: int, method: Method, minutes: tuple[int, ...] = (), facilitator: int | None = None
) -> Meeting:
    """One more case of those that were offered, after those that are planned already."""
    item = _offered(meeting, number)
    if any(part.proposal == number for part in meeting.parts):
        raise Refused(_("Deze casus staat al in het plan."))
    if not item.by:
        raise Refused(_("Er staat niet bij van wie deze casus is."))
    planned = (index for index, part in enumerate(meeting.parts) if part.proposal and index > meeting.place.part)
    after = max(planned, default=meeting.place.part)
    case = CasePlan(
        method=method,
        presenter=item.by[0],
        facilitator=facilitator,
        minutes=minutes,
        working=_working(meeting),
        proposal=number,
    )
    meeting = add_case(meeting, case, after)
    meeting = replace(meeting, parts=tuple(replace(part, reserved=0) for part in meeting.parts))
    return with_changed(meeting, replace(item, useful=True))


def case_title(meeting: Meeting, part: Part) -> str:
    """The title line of a case: as it was offered, or as it was given to the part; empty where there is none."""
    if part.proposal:
        return find(meeting, part.proposal)[1].text
    return part.title


def _working(meeting: Meeting) -> Working:
    """As in the cases before."""
    return "pairs" if any(part.working == "pairs" for part in meeting.parts) else "alone"


def _here(meeting: Meeting) -> tuple[int, Part]:
    must_be_on(meeting)
    if meeting.part.method.script != "choosing":
        raise Refused(_("Hier wordt geen casus gekozen."))
    return meeting.place.part, meeting.part


def _offered(meeting: Meeting, number: int) -> Contribution:
    item = next((c for c in proposals(meeting) if c.number == number), None)
    if item is None:
        raise Refused(_("Deze casus is er niet."))
    return item
