"""Who comes and who goes: late, early, back again, or not at all. What somebody said stays."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting, Now, Participant, Presence, Refused
from intervisie_tui.meeting.people import LONGEST_NAME, MOST, name, person, present, told_apart
from intervisie_tui.method.text import one_line

Naming: TypeAlias = Callable[[Meeting, str], Meeting]
"""A command that takes a name: `join`, or `rename` of somebody."""


def join(meeting: Meeting, new_name: str, now: Now, member: str = "") -> Meeting:
    """Someone comes late who was not on the list. They get a turn in every round that is not over."""
    own = one_line(new_name)[:LONGEST_NAME].rstrip()
    if not own:
        raise Refused(_("Er staat nog geen naam."))
    if len(meeting.participants) >= MOST:
        raise Refused(_("Meer dan {n} mensen kan niet.").format(n=MOST))
    if member and any(p.member == member for p in meeting.participants):
        raise Refused(_("{name} staat al in de lijst.").format(name=own))
    *_others, own = told_apart([p.name for p in meeting.participants] + [own])
    number = max((p.id for p in meeting.participants), default=0) + 1
    newcomer = Participant(id=number, name=own, arrived=now.stamp, member=member)
    return replace(meeting, participants=(*meeting.participants, newcomer))


def arrive(meeting: Meeting, who: int, now: Now) -> Meeting:
    """Someone comes after all who had been excused, or was missed."""
    own = person(meeting, who)
    if own.presence == "present":
        return meeting
    return _with_person(
        meeting, replace(own, presence="present", expected=False, left=False, arrived=now.stamp, left_at=None)
    )


def leave(meeting: Meeting, who: int, now: Now) -> Meeting:
    """Someone leaves early. What they said stays."""
    own = person(meeting, who)
    if own.left or own.presence != "present":
        return meeting
    _may_go(meeting, who)
    return _with_person(meeting, replace(own, left=True, left_at=now.stamp))


def come_back(meeting: Meeting, who: int) -> Meeting:
    """Someone who left is here again."""
    return _with_person(meeting, replace(person(meeting, who), left=False, left_at=None))


def set_presence(meeting: Meeting, who: int, presence: Presence) -> Meeting:
    """Put right what was noted at the start: somebody is there, is excused, or is not there."""
    if presence != "present" and who in present(meeting):
        _may_go(meeting, who)
    own = replace(person(meeting, who), presence=presence, expected=False, left=False, arrived=None, left_at=None)
    return _with_person(meeting, own)


def rename(meeting: Meeting, who: int, new_name: str) -> Meeting:
    """A name is corrected; the person stays the same."""
    own = one_line(new_name)[:LONGEST_NAME].rstrip()
    if not own:
        raise Refused(_("Er staat nog geen naam."))
    *_others, own = told_apart([p.name for p in meeting.participants if p.id != who] + [own])
    return _with_person(meeting, replace(person(meeting, who), name=own))


def _may_go(meeting: Meeting, who: int) -> None:
    if meeting.part.presenter == who and meeting.part.method.script == "case":
        raise Refused(_("{name} brengt de casus in en kan nu niet weg.").format(name=name(meeting, who)))
    if len(present(meeting)) <= 2:
        raise Refused(_("Met minder dan twee mensen is er geen bijeenkomst."))


def _with_person(meeting: Meeting, changed: Participant) -> Meeting:
    return replace(meeting, participants=tuple(changed if p.id == changed.id else p for p in meeting.participants))
