"""What a transcript in Markdown says besides what was said: the methods, who was there, what each part is about."""

from collections.abc import Iterator

from intervisie_tui.archive.dates import day, wall_time
from intervisie_tui.archive.markdown_text import escaped, item, on_one_line
from intervisie_tui.archive.markdown_times import minutes
from intervisie_tui.locale import _
from intervisie_tui.meeting.choosing import case_title
from intervisie_tui.meeting.model import Agreed, Intention, Meeting, Part, Participant
from intervisie_tui.meeting.people import keeps_time, leads, names, presenters, writes_down
from intervisie_tui.method.model import Method


def head(meeting: Meeting) -> Iterator[str]:
    """The day, the group, the methods and from when to when."""
    yield "# " + on_one_line(_("Intervisie op {day}").format(day=day(meeting.started)))
    group = [on_one_line(meeting.group_name)] if meeting.group_name else []
    begin = wall_time(meeting.started)
    if meeting.ended:
        when = _("Van {begin} tot {end}, samen {total} minuten.")
        when = when.format(begin=begin, end=wall_time(meeting.ended), total=minutes(meeting))
    else:
        when = _("Begonnen om {begin}, nog niet afgesloten.").format(begin=begin)
    yield "\\\n".join((*group, *_methods(meeting), when))


def who(meeting: Meeting) -> Iterator[str]:
    """Everybody who was there or should have been, each with their roles."""
    yield "## " + _("Wie er waren")
    yield "\n".join(item(_person(meeting, person)) for person in meeting.participants)


def about(meeting: Meeting, part: Part) -> Iterator[str]:
    """What comes before what was said in a part: the title of a case, the agreements read aloud, the old intention."""
    lines = []
    if part.method.script == "case" and (title := case_title(meeting, part)):
        lines.append(f"**{on_one_line(title)}**")
    if part.method.script == "case" and len(_cases(meeting)) > 1:
        lines.append(_titled(part.method))
    if part.intention is not None and not part.skipped:
        lines.append(_intended(part.intention))
    lines += _handed_over(meeting, part)
    if lines:
        yield "\\\n".join(lines)
    if part.method.script == "opening" and not part.skipped and meeting.agreements:
        yield "\n".join(item(_agreed(agreed)) for agreed in meeting.agreements)


def _methods(meeting: Meeting) -> Iterator[str]:
    """By which methods the cases went, each once with its source; without a case, what else it was."""
    for method in {part.method.id: part.method for part in _cases(meeting) or meeting.parts[:1]}.values():
        yield _titled(method)
        yield _("Bron: {source}").format(source=on_one_line(method.source))


def _titled(method: Method) -> str:
    return f"**{on_one_line(method.name)}**, {on_one_line(method.variant)}"


def _cases(meeting: Meeting) -> tuple[Part, ...]:
    return tuple(part for part in meeting.parts if part.method.script == "case")


def _person(meeting: Meeting, person: Participant) -> str:
    if person.presence != "present":
        had = [_("afgemeld") if person.presence == "excused" else _("afwezig")]
    else:
        had = [*_roles(meeting, person.id), *_came_and_went(person)]
    name = on_one_line(person.name)
    return f"{name}: {', '.join(had)}" if had else name


def _roles(meeting: Meeting, who: int) -> Iterator[str]:
    """The roles that somebody had in any part that was not skipped."""
    in_parts = ((leads, _("gespreksleider")), (keeps_time, _("tijdbewaker")), (writes_down, _("notulist")))
    if who in presenters(meeting):
        yield _("inbrenger")
    done = [part for part in meeting.parts if not part.skipped]
    yield from (word for role, word in in_parts if any(role(meeting, part) == who for part in done))


def _came_and_went(person: Participant) -> list[str]:
    late = [_("vanaf {time}").format(time=wall_time(person.arrived))] if person.arrived else []
    if not person.left:
        return late
    gone = _("eerder weg, om {time}").format(time=wall_time(person.left_at)) if person.left_at else _("eerder weg")
    return [*late, gone]


def _handed_over(meeting: Meeting, part: Part) -> Iterator[str]:
    for act in meeting.handed_over:
        if meeting.parts[act.part] is part:
            text = _("Om {time} nam {who} de leiding over.")
            yield text.format(time=wall_time(act.at), who=on_one_line(names(meeting, (act.who,))))


def _intended(intention: Intention) -> str:
    beside = [intention.when] if intention.when else []
    beside += [_("te vertellen aan {name}").format(name=intention.report_to)] if intention.report_to else []
    text = "*" + _("Voornemen") + f":* {escaped(intention.step)}"
    return f"{text} ({', '.join(on_one_line(one) for one in beside)})" if beside else text


def _agreed(agreed: Agreed) -> str:
    return f"*{on_one_line(agreed.label)}:* {escaped(agreed.wording)}"
