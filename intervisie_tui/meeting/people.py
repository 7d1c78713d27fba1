"""Who is there, who works with whom, and for whom an activity is."""

import re
from collections.abc import Sequence

from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import row
from intervisie_tui.meeting.model import Meeting, Part, Participant, Unit
from intervisie_tui.method.model import Choose, Round, Who, Write
from intervisie_tui.method.text import one_line

MOST = 40
"""Participants in one meeting; more names are a pasted list of something else."""
LONGEST_NAME = 40
_BULLET = re.compile(r"^\s*(?:[-•–]|\d{1,2}[.)])\s+")


def parse_names(text: str) -> tuple[str, ...]:
    """The names in typed or pasted text: one a line, or with commas or semicolons; those alike are told apart.

    Bullets and numbers before a name are left out, as lists are pasted with them.
    """
    found = (one_line(_BULLET.sub("", piece)) for piece in re.split(r"[\n,;]", text.replace("\r", "\n")))
    return told_apart([name[:LONGEST_NAME].rstrip() for name in found if name])


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """The same names, a second Anna as "Anna (2)", so that everybody can be called up by name."""
    taken: set[str] = set()
    result: list[str] = []
    for name in names:
        own, count = name, 1
        while own.casefold() in taken:
            count += 1
            own = f"{name} ({count})"
        taken.add(own.casefold())
        result.append(own)
    return tuple(result)


def propose_pairs(ids: Sequence[int]) -> tuple[Unit, ...]:
    """Neighbours as pairs, the last three together where the number is odd; of three, one stays alone."""
    pairs = [tuple(ids[i : i + 2]) for i in range(0, len(ids), 2)]
    if len(pairs) > 2 and len(pairs[-1]) == 1:
        last = pairs.pop()
        pairs[-1] += last
    return tuple(pairs)


def person(meeting: Meeting, who: int) -> Participant:
    """The participant with this id."""
    return next(p for p in meeting.participants if p.id == who)


def name(meeting: Meeting, who: int | None, otherwise: str = "") -> str:
    """The name of a participant; `otherwise` where there is nobody in that role."""
    return otherwise if who is None else person(meeting, who).name


def names(meeting: Meeting, unit: Unit) -> str:
    """The names of a unit as one says them: "Anna", "Anna en Bram", "Anna, Bram en Cas"."""
    *first, last = [person(meeting, who).name for who in unit] or [""]
    return last if not first else _("{first} en {last}").format(first=", ".join(first), last=last)


def is_here(who: Participant) -> bool:
    """Whether somebody is in the room now."""
    return who.presence == "present" and not who.left


def present(meeting: Meeting) -> tuple[int, ...]:
    """Ids of those who are here, in the order of the set-up."""
    return tuple(p.id for p in meeting.participants if is_here(p))


def leads(meeting: Meeting, part: Part | None = None) -> int | None:
    """Who leads a part; without one, that where the meeting stands. The same holds for the other roles."""
    own = (part or meeting.part).facilitator
    return meeting.facilitator if own is None else own


def keeps_time(meeting: Meeting, part: Part | None = None) -> int | None:
    """Who keeps the time in a part."""
    own = (part or meeting.part).timekeeper
    return meeting.timekeeper if own is None else own


def writes_down(meeting: Meeting, part: Part | None = None) -> int | None:
    """Who writes the report of a part."""
    own = (part or meeting.part).scribe
    return meeting.scribe if own is None else own


def members(meeting: Meeting, part: Part) -> tuple[int, ...]:
    """Those who ask and advise: all who are here but the presenter, and the facilitator unless they take part."""
    leader = None if meeting.facilitator_joins else leads(meeting, part)
    return tuple(who for who in present(meeting) if who not in (part.presenter, leader))


def presenters(meeting: Meeting) -> tuple[int, ...]:
    """Who brings a case in this meeting, each once; a case that was passed over has been brought by nobody."""
    cases = (p for i, p in enumerate(meeting.parts) if p.method.script == "case" and not _passed_over(meeting, i))
    return tuple(dict.fromkeys(part.presenter for part in cases if part.presenter is not None))


def _passed_over(meeting: Meeting, at: int) -> bool:
    """Whether a part lies behind that took no time and left no words, though another did."""
    part, times = meeting.parts[at], meeting.clock.spent
    return (
        at < meeting.place.part and not part.contributions and any(map(any, times)) and not any(times[row(meeting, at)])
    )


def those(meeting: Meeting, part: Part, who: Who) -> tuple[int, ...]:
    """The ids behind a `by` of a method. In a closing the presenter is everyone who brought a case."""
    match who:
        case "presenter" if part.method.script == "closing":
            return tuple(one for one in presenters(meeting) if one in present(meeting))
        case "presenter":
            return () if part.presenter is None else (part.presenter,)
        case "facilitator":
            leader = leads(meeting, part)
            return () if leader is None else (leader,)
        case "member":
            return members(meeting, part)
        case "all":
            return present(meeting)


def units(meeting: Meeting, part: Part, activity: Round | Write) -> tuple[Unit, ...]:
    """Who has a turn in this activity: persons, or pairs where the activity and the part work in pairs.

    A pair stays a pair as long as one of them is here. Who is in no pair (came late) is a unit alone.
    """
    able = those(meeting, part, activity.by)
    if not activity.pairs or part.working == "alone":
        return tuple((who,) for who in able)
    pairs = tuple(pair for pair in part.pairs if any(who in able for who in pair))
    paired = {who for pair in pairs for who in pair}
    return pairs + tuple((who,) for who in able if who not in paired)


def chooses(meeting: Meeting, activity: Choose) -> tuple[int, ...]:
    """Who says what is useful."""
    return those(meeting, meeting.part, activity.by)
