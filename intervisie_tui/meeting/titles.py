"""How a part of a meeting is called: on the plan, in the summary and in the transcript that people read."""

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting, Part
from intervisie_tui.meeting.people import name


def part_title(meeting: Meeting, part: Part) -> str:
    """What this part is about: whose case, on whose intention one looks back, or which script it is."""
    if part.presenter is not None and part.method.script == "case":
        return _("Casus van {name}").format(name=name(meeting, part.presenter))
    if part.presenter is not None and part.method.script == "look_back":
        return _("Terugblik met {name}").format(name=name(meeting, part.presenter))
    return part.method.name


def method_of(part: Part) -> str:
    """The method of a case with its variant; empty for a part of another kind, whose name says it all."""
    return f"{part.method.name} · {part.method.variant}" if part.method.script == "case" else ""
