"""A group as one immutable value.

Days are days of the calendar where the group sits; time spent is in whole seconds. A member is meant by their id, which
is theirs for ever, whatever they are called later. Nothing here holds words of a case: a title stands here only where
the group agreed to keep titles.
"""

from datetime import date, datetime, time
from typing import Literal, TypeAlias

from intervisie_tui.meeting.model import Presence
from intervisie_tui.method.model import Value

SCHEMA = 1

Brings: TypeAlias = Literal["turn", "meeting"]
"""How cases come in: each in turn, or chosen anew in every meeting."""


class Member(Value, frozen=True, kw_only=True):
    """Somebody who belongs to the group, or did: who left keeps their place in what was."""

    id: str  # "m1", "m2", …: a number that is given once
    name: str
    function: str = ""
    register: str = ""  # name and number in a professional register, as they want it on a list
    joined: date
    left: date | None = None  # the first day on which they belonged to it no more
    back: date | None = None  # the day on which they came back, for who had left

    @property
    def since(self) -> date:
        """The day from which they belong to it without a break."""
        return self.back or self.joined


class Earlier(Value, frozen=True, kw_only=True):
    """How an agreement read before, from the day it was made up to the day it was changed."""

    wording: str
    since: date
    until: date


class Agreement(Value, frozen=True, kw_only=True):
    """What the group settled about one topic. An empty wording: it was withdrawn."""

    topic: str  # id of the field in the script of the first meeting, or one of the group's own
    label: str  # how that was called then, so that it stays readable whatever becomes of the script
    wording: str
    since: date
    earlier: tuple[Earlier, ...] = ()  # the oldest first


class Attended(Value, frozen=True, kw_only=True):
    """One member in one meeting. `seconds` is how long they were there, pauses left out."""

    member: str
    presence: Presence = "present"
    late: bool = False
    left_early: bool = False
    seconds: int = 0


class PastCase(Value, frozen=True, kw_only=True):
    """A case that was brought: by whom ("" for a guest), by which method; its title only where titles are kept."""

    presenter: str
    method: str
    title: str = ""


class Past(Value, frozen=True, kw_only=True):
    """What the group remembers of a meeting. Roles name members in the order in which they had them; no guests."""

    meeting: str  # id of the meeting
    began: datetime
    ended: datetime
    seconds: int  # net: what the steps took, without pauses
    attended: tuple[Attended, ...]
    facilitators: tuple[str, ...] = ()
    timekeepers: tuple[str, ...] = ()
    scribes: tuple[str, ...] = ()
    cases: tuple[PastCase, ...] = ()
    first: bool = False  # a first meeting, in which the group came to its agreements

    @property
    def day(self) -> date:
        """The day on which it was held."""
        return self.began.date()


class Intention(Value, frozen=True, kw_only=True):
    """What somebody who brought a case was going to do. Open until a meeting has looked back on it."""

    meeting: str  # id of the meeting in which it was said
    who: str
    day: date
    step: str
    when: str = ""
    report_to: str = ""
    outcome: str = ""  # done, partly, not: in the words in which it was said
    line: str = ""  # what came of it
    closed: date | None = None
    closed_in: str = ""  # id of the meeting that looked back on it; empty where that was done outside one


class Answer(Value, frozen=True, kw_only=True):
    """A question of an evaluation and what the group said to it."""

    question: str
    text: str


class Evaluation(Value, frozen=True, kw_only=True):
    """The group looked at itself."""

    meeting: str
    day: date
    answers: tuple[Answer, ...]


class NextMeeting(Value, frozen=True, kw_only=True):
    """When the group meets again, by the clock on the wall of where it meets. No `at`: the hour is still open."""

    day: date
    at: time | None = None
    minutes: int = 120
    place: str = ""
    set_in: str = ""  # id of the meeting in which it was settled


class Group(Value, frozen=True, kw_only=True):
    """A standing group. Every act on it is a function in this package that gives a new value."""

    schema: int = SCHEMA
    id: str  # date and time at which it was made, as in the file name
    name: str
    language: str = "nl"
    made: date
    brings: Brings = "turn"
    keep_titles: bool = False
    next: NextMeeting | None = None
    members: tuple[Member, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    intentions: tuple[Intention, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    past: tuple[Past, ...] = ()
