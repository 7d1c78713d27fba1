"""The texts of a step screen around its sheet: who speaks, what is not done now, whose turn, the rules. No widgets."""

from collections.abc import Sequence

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.places import here
from intervisie_tui.tui.sheets.base import MUTED, STRONG, Sheet, TurnLine, facilitator, presenter

_LOOKS = {"now": ("▸ ", "bold"), "had": ("✓ ", "$text-muted"), "waiting": ("· ", ""), "passed": ("~ ", "")}


def who_text(meeting: Meeting, sheet: Sheet) -> Content:
    """Who speaks and who listens, and what is not done now."""
    lines = [Content.assemble((_("Nu") + "       ", MUTED), Content.styled(sheet.speaks, STRONG))]
    if meeting.step.not_now:
        lines.append(Content.assemble((_("Niet nu") + "  ", MUTED), Content(meeting.step.not_now)))
    return Content("\n").join(lines)


def sight_text(kept: Sequence[tuple[str, str]]) -> Content:
    """What stays in sight, such as the question of the presenter."""
    return Content("\n").join(
        Content.assemble((f"{label}".ljust(8) + " ", MUTED), Content.styled(" ".join(text.split()), "italic"))
        for label, text in kept
    )


def turns_text(turns: Sequence[TurnLine]) -> Content:
    """The round: who has been, who is on, who still waits, each with the figure that calls them up."""
    lines = []
    for i, turn in enumerate(turns):
        sign, style = _LOOKS.get(turn.look, ("– ", MUTED))
        line = f"{sign}{i + 1} {turn.names}"
        lines.append(Content.styled(line, style) if style else Content(line))
        detail = turn.detail or {"passed": _("komt nog terug"), "passed_twice": _("past")}.get(turn.look, "")
        if detail:
            lines.append(Content.styled(f"    {detail}", MUTED))
    return Content("\n").join(lines)


def rules_text(meeting: Meeting) -> Content:
    """What the step is for, its rules, and the line to say: for a screen that is wide enough."""
    step = meeting.step
    lines = [Content.styled(step.purpose, ""), Content("")]
    lines += [Content(f"– {rule}") for rule in step.rules]
    return Content("\n").join([*lines, Content(""), Content.styled(line_to_say(meeting), "italic")])


def line_to_say(meeting: Meeting) -> str:
    """The facilitator's line for this activity."""
    return spoken(meeting, here(meeting).say or meeting.step.say)


def spoken(meeting: Meeting, line: str) -> str:
    """A line of a method with the names in it."""
    return line.replace("{inbrenger}", presenter(meeting)).replace("{gespreksleider}", facilitator(meeting))
