"""The plan of a whole meeting as text: its parts, when each will be, and the end. Plain functions."""

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.clock import expected_end
from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.meeting.people import leads, name
from intervisie_tui.meeting.planning import PartPlan, plan
from intervisie_tui.meeting.reflow import agreed_end
from intervisie_tui.meeting.titles import method_of
from intervisie_tui.tui.heading import wall_time
from intervisie_tui.tui.row import MUTED, STRONG, Row


def rows(meeting: Meeting, now: Now) -> list[Row]:
    """The parts in order, a line each: those that were, this one, and those to come with when they begin."""
    return [Row(str(part.index), _line(meeting, part)) for part in plan(meeting, now)]


def _line(meeting: Meeting, part: PartPlan) -> Content:
    own = meeting.parts[part.index]
    title = Content.styled(part.title, MUTED if part.state in ("done", "skipped") else STRONG)
    about = [method_of(own), _when(part)]
    if own.method.script == "case" and part.state == "to_come":
        about.append(_("{name} leidt").format(name=name(meeting, leads(meeting, own), _("de gespreksleider"))))
    line = Content.assemble(title, ("  " + " · ".join(filter(None, about)), MUTED))
    return Content.assemble(line, ("  ◂ " + _("hier zijn jullie"), "$accent")) if part.state == "now" else line


def _when(part: PartPlan) -> str:
    match part.state:
        case "skipped":
            return _("overgeslagen")
        case "done":
            return _("{minutes} gebruikt").format(minutes=minutes(part.seconds))
        case "now":
            return _("nog {minutes}").format(minutes=minutes(part.seconds))
        case "to_come":
            begins = wall_time(part.begins) if part.begins else ""
            return _("{begins}, {minutes}").format(begins=begins, minutes=minutes(part.seconds))


def ends(meeting: Meeting, now: Now) -> str:
    """When the meeting will end, and what was agreed, in one sentence."""
    expected, agreed = wall_time(expected_end(meeting, now)), wall_time(agreed_end(meeting, now))
    if expected == agreed:
        return _("Het einde is om {time}, zoals afgesproken.").format(time=agreed)
    text = _("Zoals het nu loopt is het einde rond {time}; afgesproken is {agreed}.")
    return text.format(time=expected, agreed=agreed)


def minutes(seconds: int) -> str:
    """Whole minutes in words."""
    n = round(seconds / 60)
    return ngettext("{n} minuut", "{n} minuten", n).format(n=n)
