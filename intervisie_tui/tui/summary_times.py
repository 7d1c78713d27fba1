"""Planned and real time of each step as a bar chart in plain characters, for a column of any width.

Four signs tell time used, time not used, where the plan ends and time over, so that it reads without colours.
"""

from collections.abc import Iterator

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.lookback import StepTime, step_times
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.method.text import one_line
from intervisie_tui.tui.row import MUTED, STRONG

USED, UNUSED, PLAN, OVER = "▄", "·", "│", "»"
IN_ONE_LINE = 64
"""Columns from which the title, the times and the bar of a step stand on one line."""
LONGEST_TITLE = 26
_FIGURES = 9  # columns of "planned" and of "real"
_DAYS_FROM = 100 * 3600  # seconds from which days say more than minutes: a meeting gone on with after weeks

_STYLES = {USED: "$primary", UNUSED: MUTED, PLAN: STRONG, OVER: "bold $warning"}


def chart(meeting: Meeting, width: int) -> Content:
    """The times of a meeting that stands still: a bar for each step, the total, pauses and what the signs mean."""
    steps = [step for p in range(len(meeting.parts)) for step in step_times(meeting, p)]
    totals = list(_totals(meeting, steps))
    most = max((seconds for step in steps for seconds in (step.planned, step.real)), default=0) or 1
    stacked = width < IN_ONE_LINE
    late = max(len(_late(step)) for step in steps)
    longest = max(
        Content(one_line(title)).cell_length for title in (*(s.title for s in steps), *(t[0] for t in totals))
    )
    title = width - 2 * _FIGURES if stacked else min(LONGEST_TITLE, longest)
    lines = [_row(_("Stap"), _("gepland"), _("echt"), title).stylize(MUTED)]
    for step in steps:
        figures = _row(step.title, clock(step.planned), clock(step.real) if step.real else "–", title)
        if stacked:
            lines += [Content(""), figures, _bar(step, most, width - late)]
        else:
            lines.append(Content.assemble(figures, "  ", _bar(step, most, width - figures.cell_length - 2 - late)))
    whole, *more = (_row(*row, title) for row in totals)
    return Content("\n").join([*lines, Content(""), whole.stylize(STRONG), *more, Content(""), *_legend(width)])


def _row(title: str, planned: str, real: str, width: int) -> Content:
    text = Content(one_line(title)).truncate(width, ellipsis=True)
    text = text.pad_right(width - text.cell_length)
    return Content.assemble(text, f"{planned:>{_FIGURES}}{real:>{_FIGURES}}")


def _bar(step: StepTime, most: int, width: int) -> Content:
    """The bar of a step; one that went over time crosses the mark of its plan, by one sign at least."""
    room = width - 2
    planned, real = (round(seconds / most * room) for seconds in (step.planned, step.real))
    within = min(max(real, min(step.real, 1)), planned)
    pieces = [USED * within, UNUSED * (planned - within), PLAN]
    if step.real > step.planned:
        pieces += [OVER * max(1, real - planned), _late(step)]
    styled = [Content.styled(piece, _STYLES.get(piece[0], _STYLES[OVER])) for piece in pieces if piece]
    return Content("").join(styled)


def _totals(meeting: Meeting, steps: list[StepTime]) -> Iterator[tuple[str, str, str]]:
    """The sums of what is shown, so that the column adds up for whoever checks it."""
    planned, real = sum(step.planned for step in steps), sum(step.real for step in steps)
    yield _("Samen"), clock(planned), clock(real)
    beside = ((_("Pauzes"), meeting.clock.pause), (_("Programma niet open"), meeting.clock.away))
    spent = [(what, round(count / 1000)) for what, count in beside if count >= 500]
    for what, seconds in spent:
        yield what, "", clock(seconds)
    if spent:
        yield _("Hele bijeenkomst"), "", clock(real + sum(seconds for _what, seconds in spent))


def _legend(width: int) -> list[Content]:
    signs = {USED: _("gebruikt"), UNUSED: _("niet gebruikt"), PLAN: _("gepland"), OVER: _("over tijd")}
    parts = [Content.assemble((sign, _STYLES[sign]), (f" {what}", MUTED)) for sign, what in signs.items()]
    gap = Content("   ")
    whole = gap.join(parts)
    return [whole] if whole.cell_length <= width else [gap.join(parts[:2]), gap.join(parts[2:])]


def _late(step: StepTime) -> str:
    return f" +{clock(step.real - step.planned)}" if step.real > step.planned else ""


def clock(seconds: int) -> str:
    """Minutes and seconds: 72:05. Whole days where it is so long that nobody counts minutes."""
    if seconds >= _DAYS_FROM:
        days = round(seconds / 86_400)
        return ngettext("{n} dag", "{n} dagen", days).format(n=days)
    return f"{seconds // 60}:{seconds % 60:02}"
