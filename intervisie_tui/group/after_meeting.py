"""What a meeting adds to its group once it has ended."""

from datetime import date

from msgspec.structs import replace

from intervisie_tui.group import gleaning
from intervisie_tui.group.agreements import agreed_on, as_agreed, settle, topics
from intervisie_tui.group.intentions import close, reopen
from intervisie_tui.group.model import Evaluation, Group, Intention, NextMeeting, Past
from intervisie_tui.meeting.model import Meeting


def after_meeting(group: Group, meeting: Meeting) -> Group:
    """The group with an ended meeting in it: who was there, the roles, the cases, agreements, intentions, evaluation.

    The same meeting given again takes the place of what it gave before, so it may be taken up once more and ended anew.
    A meeting of another group, or one that has not ended, changes nothing.
    """
    if meeting.ended is None or meeting.group != group.id:
        return group
    group = _as_agreed(group, meeting)
    was, group = group, _without(group, meeting.id)
    group = _remembered(group, meeting)
    group = _with_intentions(group, meeting, was.intentions)
    group = _with_evaluation(group, meeting)
    return _with_next(group, meeting, was.next)


def _without(group: Group, meeting_id: str) -> Group:
    """The group as if this meeting had not been; agreements stay, since those are replaced and not added."""
    for one in group.intentions:
        if one.closed_in == meeting_id:
            group = reopen(group, one)
    return replace(
        group,
        past=tuple(one for one in group.past if one.meeting != meeting_id),
        intentions=tuple(one for one in group.intentions if one.meeting != meeting_id),
        evaluations=tuple(one for one in group.evaluations if one.meeting != meeting_id),
        next=None if group.next and group.next.set_in == meeting_id else group.next,
    )


def _as_agreed(group: Group, meeting: Meeting) -> Group:
    """With what was settled in it; not where the group has settled something else since."""
    today = meeting.started.date()
    for field, wording in gleaning.settled(meeting):
        known = agreed_on(group, field.id)
        if known is None or known.since <= today:
            group = settle(group, field.id, field.label, wording, today)
    for part in meeting.parts:
        if part.method.script == "first_meeting":
            group = as_agreed(group, topics(part.method))
    return group


def _remembered(group: Group, meeting: Meeting) -> Group:
    past = Past(
        meeting=meeting.id,
        began=meeting.started,
        ended=meeting.ended or meeting.started,
        seconds=gleaning.net_seconds(meeting),
        attended=gleaning.attended(group, meeting),
        facilitators=gleaning.leaders(group, meeting),
        timekeepers=gleaning.timekeepers(group, meeting),
        scribes=gleaning.scribes(group, meeting),
        cases=tuple(gleaning.cases(group, meeting)),
        first=any(
            part.method.script == "first_meeting" and gleaning.held(meeting, p) for p, part in enumerate(meeting.parts)
        ),
    )
    return replace(group, past=tuple(sorted((*group.past, past), key=lambda one: one.began)))


def _with_intentions(group: Group, meeting: Meeting, was: tuple[Intention, ...]) -> Group:
    """With those made in it and those that it looked back on; what later meetings found out is kept."""
    for one, came in tuple(gleaning.looked_back(group, meeting)):
        if not one.closed:
            group = close(group, one, came, meeting.started.date(), meeting.id)
    made = tuple(_known(one, was) for one in gleaning.intentions(group, meeting))
    intentions = sorted((*group.intentions, *made), key=lambda one: one.day)
    return replace(group, intentions=tuple(intentions))


def _known(made: Intention, was: tuple[Intention, ...]) -> Intention:
    same = (made.meeting, made.who, made.step)
    for one in was:
        if (one.meeting, one.who, one.step) == same:
            return replace(made, outcome=one.outcome, line=one.line, closed=one.closed, closed_in=one.closed_in)
    return made


def _with_evaluation(group: Group, meeting: Meeting) -> Group:
    answers = gleaning.answers(meeting)
    if not answers:
        return group
    made = Evaluation(meeting=meeting.id, day=meeting.started.date(), answers=answers)
    return replace(group, evaluations=tuple(sorted((*group.evaluations, made), key=lambda one: one.day)))


def _with_next(group: Group, meeting: Meeting, was: NextMeeting | None) -> Group:
    """The next date is that of the last meeting, as long and in the place as it `was`.

    Where it gave none, a day that has gone by says nothing more.
    """
    if group.past[-1].meeting != meeting.id:
        return group
    found = gleaning.next_meeting(meeting)
    if found:
        return replace(group, next=replace(found, minutes=was.minutes, place=was.place) if was else found)
    gone: date | None = group.next.day if group.next else None
    return replace(group, next=None) if gone and gone <= meeting.started.date() else group
