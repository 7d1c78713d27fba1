"""The texts of a step screen around its sheet: who speaks, what is not done now, what stays in sight. No widgets."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.places import here
from intervisie_tui.tui.row import STRONG
from intervisie_tui.tui.sheets.base import Sheet, spoken
from intervisie_tui.tui.widgets.labelled import Labelled


def who_lines(meeting: Meeting, sheet: Sheet) -> list[Labelled]:
    """Who speaks and who listens, and what is not done now."""
    lines = [Labelled(_("Nu"), Content.styled(sheet.speaks, STRONG))]
    if meeting.step.not_now:
        lines.append(Labelled(_("Niet nu"), Content(meeting.step.not_now)))
    return lines


def sight_lines(kept: Sequence[tuple[str, str]]) -> list[Labelled]:
    """What stays in sight, such as the question of the presenter."""
    return [Labelled(label, Content.styled(" ".join(text.split()), "italic")) for label, text in kept]


def rules_text(meeting: Meeting) -> Content:
    """What the step is for, its rules, and the line to say: for a screen that is wide enough."""
    step = meeting.step
    lines = [Content(step.purpose), Content("")]
    lines += [Content(f"– {rule}") for rule in step.rules]
    return Content("\n").join([*lines, Content(""), Content.styled(line_to_say(meeting), "italic")])


def line_to_say(meeting: Meeting) -> str:
    """The facilitator's line for this activity."""
    return spoken(meeting, here(meeting).say or meeting.step.say)
