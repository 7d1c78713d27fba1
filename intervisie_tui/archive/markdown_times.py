"""The times of a meeting in Markdown: a table and a bar chart of planned and real time, and what went beside it."""

from collections.abc import Iterator, Sequence

from intervisie_tui.archive.markdown_text import on_one_line
from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import total
from intervisie_tui.meeting.lookback import StepTime, passed_over, step_times
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.titles import part_title
from intervisie_tui.method.text import one_line

LONGEST_BAR = 40
LONGEST_TITLE = 26


def minutes(meeting: Meeting) -> int:
    """Whole minutes of the meeting, with pauses and all."""
    return round(total(meeting) / 60_000)


def times(meeting: Meeting) -> Iterator[str]:
    """The blocks on time."""
    steps = [step for p in range(len(meeting.parts)) for step in step_times(meeting, p)]
    yield "## " + _("Tijd")
    yield "\n".join(_table(meeting, steps))
    yield "\n".join(("```text", *_chart(steps), "```"))
    beside = ((_("Pauzes"), meeting.clock.pause), (_("Programma niet open"), meeting.clock.away))
    lines = [_("{what}: {time}").format(what=what, time=_clock(count // 1000)) for what, count in beside if count]
    left_out = passed_over(meeting)
    if left_out:
        lines.append(_("Overgeslagen: {titles}").format(titles=on_one_line(", ".join(left_out))))
    if lines:
        yield "\\\n".join(lines)


def _table(meeting: Meeting, steps: list[StepTime]) -> Iterator[str]:
    """A row for each step; where there is more than one case, also one for each part, since steps are called alike."""
    by_part = sum(part.method.script == "case" for part in meeting.parts) > 1
    yield "| " + " | ".join((_("Stap"), _("Gepland"), _("Werkelijk"))) + " |"
    yield "|:--|--:|--:|"
    for p, part in enumerate(meeting.parts):
        of_part = step_times(meeting, p)
        if by_part and of_part:
            yield _row(f"**{on_one_line(part_title(meeting, part))}**", of_part)
        yield from (_row(on_one_line(step.title), (step,)) for step in of_part)
    yield _row("**" + _("Samen") + "**", steps)


def _row(title: str, steps: Sequence[StepTime]) -> str:
    planned, real = sum(step.planned for step in steps), sum(step.real for step in steps)
    return f"| {title} | {_clock(planned)} | {_clock(real)} |"


def _chart(steps: list[StepTime]) -> Iterator[str]:
    """Two bars a step. Every line ends in a time, so that no title can close the block of code."""
    most = max((seconds for step in steps for seconds in (step.planned, step.real)), default=0) or 1
    planned, real = _("gepland"), _("werkelijk")
    width = max(len(planned), len(real))
    for step in steps:
        title = one_line(step.title)[:LONGEST_TITLE].ljust(LONGEST_TITLE)
        yield f"{title}  {planned.ljust(width)}  {_bar('░', step.planned, most)}"
        yield f"{'':{LONGEST_TITLE}}  {real.ljust(width)}  {_bar('█', step.real, most)}"


def _bar(block: str, seconds: int, most: int) -> str:
    return f"{block * round(seconds / most * LONGEST_BAR)} {_clock(seconds)}".lstrip()


def _clock(seconds: int) -> str:
    """Minutes and seconds: 72:05."""
    return f"{seconds // 60}:{seconds % 60:02}"
