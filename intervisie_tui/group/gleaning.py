"""What was said and done in a meeting that concerns its group, read off the meeting. Words of a case stay there.

By the scripts that come with the program: the ids of their fields are what is looked for, so a script of the user's own
that keeps them works alike.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from intervisie_tui.group.agreements import topics
from intervisie_tui.group.days import understood
from intervisie_tui.group.intentions import CameOf
from intervisie_tui.group.members import active
from intervisie_tui.group.model import Answer, Attended, Group, Intention, NextMeeting, PastCase
from intervisie_tui.group.script_ids import LINE, NEXT_DATE, OUTCOME, STEP, TO_WHOM, WHEN
from intervisie_tui.meeting.choosing import case_title
from intervisie_tui.meeting.clock import spent
from intervisie_tui.meeting.lookback import of_kind
from intervisie_tui.meeting.model import Contribution, Meeting, Part, Participant, Place
from intervisie_tui.meeting.people import keeps_time, leads, writes_down
from intervisie_tui.method.model import Field, Note, Script
from intervisie_tui.method.text import one_line


def members_in(group: Group, meeting: Meeting) -> dict[int, str]:
    """The member behind each participant; guests are not in it."""
    known = {one.id for one in group.members}
    return {one.id: one.member for one in meeting.participants if one.member in known}


def held(meeting: Meeting, part: int) -> bool:
    """Whether a part really was: it took time or left words, and was not passed over."""
    it = meeting.parts[part]
    return not it.skipped and bool(it.contributions or _seconds(meeting, part))


def net_seconds(meeting: Meeting) -> int:
    """What the meeting took without its pauses."""
    parts = enumerate(meeting.parts)
    return sum(_seconds(meeting, p) for p, part in parts if part.method.script != "pause")


def attended(group: Group, meeting: Meeting) -> tuple[Attended, ...]:
    """Everybody of the group, in the order of the group; who was not even in the list was absent."""
    there = {one.member: one for one in meeting.participants}
    return tuple(
        _attended(one.id, there[one.id], meeting) if one.id in there else Attended(member=one.id, presence="absent")
        for one in group.members
        if one.id in there or (one in active(group) and one.joined <= meeting.started.date())
    )


def in_role(group: Group, meeting: Meeting, role: Callable[[Meeting, Part], int | None]) -> tuple[str, ...]:
    """The members who had a role in any part that was held, in order, each once."""
    who = [role(meeting, part) for p, part in enumerate(meeting.parts) if held(meeting, p)]
    if role is leads:
        who += [one for handed in meeting.handed_over for one in (handed.was, handed.who)]
    members = members_in(group, meeting)
    return tuple(dict.fromkeys(members[one] for one in who if one in members))


def leaders(group: Group, meeting: Meeting) -> tuple[str, ...]:
    """The members who led."""
    return in_role(group, meeting, leads)


def timekeepers(group: Group, meeting: Meeting) -> tuple[str, ...]:
    """The members who kept the time."""
    return in_role(group, meeting, keeps_time)


def scribes(group: Group, meeting: Meeting) -> tuple[str, ...]:
    """The members who wrote the report."""
    return in_role(group, meeting, writes_down)


def cases(group: Group, meeting: Meeting) -> Iterator[PastCase]:
    """The cases that were held; their titles where the group keeps those."""
    members = members_in(group, meeting)
    for _p, part in _parts(meeting, "case"):
        presenter = members.get(part.presenter, "") if part.presenter is not None else ""
        method = one_line(f"{part.method.name}, {part.method.variant}")
        title = one_line(case_title(meeting, part)) if group.keep_titles else ""
        yield PastCase(presenter=presenter, method=method, title=title)


def settled(meeting: Meeting) -> Iterator[tuple[Field, str]]:
    """What was agreed on in a first meeting: the field of the topic and the wording."""
    for _p, part in _parts(meeting, "first_meeting"):
        for field in topics(part.method):
            if words := _in_field(part, field.id):
                yield field, words


def intentions(group: Group, meeting: Meeting) -> Iterator[Intention]:
    """What those who brought a case are going to do, guests left out."""
    members = members_in(group, meeting)
    for _p, part in _parts(meeting, "closing"):
        for said in of_kind(part, "intention"):
            step = one_line(said.parts.get(STEP, said.text))
            for who in (members[one] for one in said.by if one in members):
                if step:
                    yield Intention(
                        meeting=meeting.id,
                        who=who,
                        day=meeting.started.date(),
                        step=step,
                        when=one_line(said.parts.get(WHEN, "")),
                        report_to=one_line(said.parts.get(TO_WHOM, "")),
                    )


def looked_back(group: Group, meeting: Meeting) -> Iterator[tuple[Intention, CameOf]]:
    """The intentions of the group that were looked back on, with what came of them."""
    members = members_in(group, meeting)
    for _p, part in _parts(meeting, "look_back"):
        outcome = _in_field(part, OUTCOME)
        if part.intention is None or not outcome:
            continue
        who = members.get(part.presenter or 0, "")
        for one in group.intentions:
            if (one.meeting, one.step) == (part.intention.meeting, part.intention.step) and who in ("", one.who):
                yield one, CameOf(outcome, _in_field(part, LINE))


def answers(meeting: Meeting) -> tuple[Answer, ...]:
    """What the group said of itself, question by question, without who said it."""
    return tuple(
        Answer(question=_asked(part, step, activity), text="\n".join(one_line(one.text) for one in said))
        for _p, part in _parts(meeting, "evaluation")
        for step, it in enumerate(part.method.steps)
        for activity in range(len(it.activities))
        if (said := _said(part, step, activity))
    )


def next_meeting(meeting: Meeting) -> NextMeeting | None:
    """When the group meets again, as far as the words for it can be understood."""
    for _p, part in _parts(meeting, "closing"):
        found = understood(_in_field(part, NEXT_DATE), _day_after(meeting.started))
        if found:
            return NextMeeting(day=found[0], at=found[1], set_in=meeting.id)
    return None


def _attended(member: str, person: Participant, meeting: Meeting) -> Attended:
    """Time missed at the beginning or the end goes off what the meeting took."""
    if person.presence != "present":
        return Attended(member=member, presence=person.presence)
    missed = 0.0
    if person.arrived:
        missed += (person.arrived - meeting.started).total_seconds()
    if person.left and person.left_at and meeting.ended:
        missed += (meeting.ended - person.left_at).total_seconds()
    return Attended(
        member=member,
        late=person.arrived is not None,
        left_early=person.left,
        seconds=max(0, net_seconds(meeting) - max(0, round(missed))),
    )


def _parts(meeting: Meeting, script: Script) -> Iterator[tuple[int, Part]]:
    """The parts of a sort that were held."""
    for p, part in enumerate(meeting.parts):
        if part.method.script == script and held(meeting, p):
            yield p, part


def _seconds(meeting: Meeting, part: int) -> int:
    steps = range(len(meeting.parts[part].method.steps))
    return round(sum(spent(meeting, Place(part=part, step=s)) for s in steps) / 1000)


def _in_field(part: Part, field_id: str) -> str:
    """The words in a field of a tell or note; empty where there are none."""
    found = [c.text for c in part.contributions if c.topic == field_id and not c.struck]
    return found[-1] if found else ""


def _said(part: Part, step: int, activity: int) -> tuple[Contribution, ...]:
    here = ((c.step, c.activity) == (step, activity) for c in part.contributions)
    return tuple(c for c, is_here in zip(part.contributions, here, strict=True) if is_here and not c.struck and c.text)


def _asked(part: Part, step: int, activity: int) -> str:
    it = part.method.steps[step].activities[activity]
    if it.title:
        return it.title
    return it.fields[0].label if isinstance(it, Note) else part.method.steps[step].title


def _day_after(stamp: datetime) -> date:
    return date.fromordinal(stamp.date().toordinal() + 1)
