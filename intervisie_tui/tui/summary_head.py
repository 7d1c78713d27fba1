"""What the summary of a meeting says besides what was said: day, group, who was there, what each part is about."""

from collections.abc import Callable, Iterator

from textual.content import Content

from intervisie_tui.archive.dates import day, wall_time
from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.choosing import case_title
from intervisie_tui.meeting.lookback import passed_over
from intervisie_tui.meeting.model import Meeting, Part, Participant
from intervisie_tui.meeting.people import keeps_time, leads, names, writes_down
from intervisie_tui.meeting.titles import method_of
from intervisie_tui.method.text import one_line
from intervisie_tui.tui.row import MUTED, STRONG


def head(meeting: Meeting, width: int) -> Content:
    """One line: the day at the left; the group, or the method of the case, at the right where there is room for it."""
    left = Content.styled(_("Intervisie op {day}").format(day=day(meeting.started)), STRONG)
    methods = [method_of(part) for part in meeting.parts if method_of(part)]
    right = Content.styled(one_line(meeting.group_name or (methods or [meeting.parts[0].method.name])[0]), MUTED)
    gap = width - left.cell_length - right.cell_length
    return Content.assemble(left, " " * gap, right) if gap >= 2 else left


def roles(meeting: Meeting) -> list[tuple[str, str]]:
    """Who had which role in any part that was done, and who came, went or was missed: what it is, and the names."""
    done = [part for part in meeting.parts if not part.skipped]
    presenters = _each(part.presenter for part in done if part.method.script == "case")
    lead = _each([*(leads(meeting, part) for part in done), *_handed(meeting)])
    apart = presenters if meeting.facilitator_joins else (*presenters, *lead)
    there = [one for one in meeting.participants if one.presence == "present"]
    group = tuple(one.id for one in there if one.id not in apart)
    found = (
        (_("inbrenger"), presenters),
        (_("gespreksleider"), lead),
        (_("tijdbewaker"), _each(keeps_time(meeting, part) for part in done)),
        (_("notulist"), _each(writes_down(meeting, part) for part in done)),
        (ngettext("groepslid", "groepsleden", len(group)), group),
        (_("later gekomen"), _those(meeting, lambda one: one.presence == "present" and one.arrived is not None)),
        (_("eerder weg"), _those(meeting, lambda one: one.left)),
        (_("afgemeld"), _those(meeting, lambda one: one.presence == "excused")),
        (_("afwezig"), _those(meeting, lambda one: one.presence == "absent")),
    )
    lines = [(role, names(meeting, who)) for role, who in found if who]
    left_out = passed_over(meeting)
    return [*lines, (_("overgeslagen"), ", ".join(map(one_line, left_out)))] if left_out else lines


def about(meeting: Meeting, part: Part) -> Iterator[Content]:
    """What comes before what was said in a part: title and method of a case, the intention that is looked back on."""
    cases = [one for one in meeting.parts if one.method.script == "case"]
    if part.method.script == "case" and (title := case_title(meeting, part)):
        yield Content.styled(one_line(title), STRONG)
    if len(cases) > 1 and method_of(part):
        yield Content.styled(one_line(method_of(part)), MUTED)
    if part.intention is not None and not part.skipped:
        yield Content.assemble((_("Voornemen") + "  ", MUTED), one_line(part.intention.step))
    for act in meeting.handed_over:
        if meeting.parts[act.part] is part:
            text = _("Om {time} nam {who} de leiding over.")
            yield Content(text.format(time=wall_time(act.at), who=names(meeting, (act.who,))))


def _each(who: Iterator[int | None] | list[int | None]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one for one in who if one is not None))


def _handed(meeting: Meeting) -> list[int | None]:
    return [one for act in meeting.handed_over for one in (act.was, act.who)]


def _those(meeting: Meeting, are: Callable[[Participant], bool]) -> tuple[int, ...]:
    return tuple(one.id for one in meeting.participants if are(one))
