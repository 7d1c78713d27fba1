"""The debrief of a practice run as text for a column of any width. No widgets, no mark, no praise.

What would have put a missed moment right is left out until somebody asks for it: it can be played again first.
"""

from collections.abc import Iterator, Sequence

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.practice.debrief import AlarmTold, Debrief, MomentTold, evenness, next_question
from intervisie_tui.practice.debrief_markdown import clock_in_words, outcome_in_words
from intervisie_tui.practice.progress import Progress, in_words
from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.summary_text import HEADING, beside, ruled

_TIME = 7
"""Columns for the time at which something happened."""
_FIGURES = 10
"""Columns for a time in the table of the steps."""
_BLANK = Content("")


def head(told: Debrief, width: int) -> Content:
    """One line: what was practised, and for how long where there is room for it."""
    left = Content.styled(_("Terugkijken: {title}").format(title=told.title), STRONG)
    right = Content.styled(told.length, MUTED)
    gap = width - left.cell_length - right.cell_length
    return Content.assemble(left, " " * gap, right) if gap >= 2 else left.truncate(width, ellipsis=True)


def text(told: Debrief, so_far: Sequence[Progress], shown: bool, width: int) -> Content:
    """All of it in lines of at most `width` columns. `shown`: with what would have put missed moments right."""
    lines: list[Content] = []
    for block in (
        _own_view(told, width),
        _moments(told, shown, width),
        _next_time(told, width),
        _time(told, width),
        _turns(told, width),
        _so_far(so_far, width),
    ):
        found = list(block)
        lines += [_BLANK] * bool(lines and found) + found
    return Content("\n").join(lines)


def _own_view(told: Debrief, width: int) -> Iterator[Content]:
    for question, answer in zip(told.questions, told.own_view, strict=True):
        if answer:
            yield from Content.styled(question, MUTED).wrap(width)
            yield from beside([Content.styled("┃", HEADING)], Content(answer).wrap(width - 2), 2)


def _moments(told: Debrief, shown: bool, width: int) -> Iterator[Content]:
    yield ruled(_("Wat er gebeurde"), width)
    for one in told.timeline:
        yield _BLANK
        time = [Content.styled(f"{clock_in_words(one.at):>5}", STRONG)]
        pieces = _moment(one, shown) if isinstance(one, MomentTold) else _alarm(one)
        wrapped = [line for piece in pieces for line in piece.wrap(width - _TIME)]
        yield from beside(time, wrapped, _TIME)
    if not told.timeline:
        yield _BLANK
        yield from Content(_("Er was niets wat om een ingreep vroeg, en er is niet ingegrepen.")).wrap(width)
    if told.unmet:
        line = ngettext(
            "{n} moment kwam niet voor: jullie waren toen al verder.",
            "{n} momenten kwamen niet voor: jullie waren toen al verder.",
            told.unmet,
        )
        yield _BLANK
        yield from Content.styled(line.format(n=told.unmet), MUTED).wrap(width)


def _moment(told: MomentTold, shown: bool) -> Iterator[Content]:
    hidden = told.outcome != "seen" and not shown
    yield Content.assemble((told.step, MUTED), ("" if hidden else f" · {told.pitfall}", MUTED))
    yield _words(told.who, told.says)
    sign = {"seen": "✓ ", "late": "◦ "}.get(told.outcome, "· ")
    yield Content.styled(sign + outcome_in_words(told), STRONG)
    if told.others:
        yield Content(_("Je probeerde ook: {acts}.").format(acts=", ".join(told.others)))
    for who, says in told.followed:
        yield Content.assemble((_("daarna") + " ", MUTED), _words(who, says))
    if hidden:
        return
    if told.outcome != "seen":
        yield Content(_("Wat hier past: {acts}.").format(acts=", ".join(told.right)))
    yield Content.styled(told.why, MUTED)


def _alarm(told: AlarmTold) -> Iterator[Content]:
    yield Content.styled(told.step, MUTED)
    if told.says:
        yield _words(told.who, told.says)
    yield Content.styled(_("Je greep in: {act}. Hier mocht het gewoon doorgaan.").format(act=told.act), STRONG)
    if told.why:
        yield Content.styled(told.why, MUTED)


def _words(who: str, says: str) -> Content:
    return Content.assemble((f"{who}  ", STRONG), says if says.startswith("(") else f"“{says}”")


def _next_time(told: Debrief, width: int) -> Iterator[Content]:
    if told.next_time:
        yield from Content.styled(next_question(), MUTED).wrap(width)
        yield from beside([Content.styled("┃", HEADING)], Content.styled(told.next_time, STRONG).wrap(width - 2), 2)


def _time(told: Debrief, width: int) -> Iterator[Content]:
    steps = [step for step in told.steps if step.real]
    if not steps:
        return
    yield ruled(_("Tijd"), width)
    name = width - 2 * _FIGURES
    planned, real = _("gepland"), _("werkelijk")
    yield Content.styled(f"{'':<{name}}{planned:>{_FIGURES}}{real:>{_FIGURES}}", MUTED)
    for step in steps:
        title = Content(step.title).truncate(name - 1, ellipsis=True)
        figures = "".join(f"{clock_in_words(ms * 1000):>{_FIGURES}}" for ms in (step.planned, step.real))
        yield Content.assemble(title.pad_right(name - title.cell_length), figures)


def _turns(told: Debrief, width: int) -> Iterator[Content]:
    if any(share.count for share in told.shares):
        yield ruled(_("Beurten"), width)
        shares = "   ".join(f"{share.name} {share.count}" for share in told.shares)
        yield from Content(shares).wrap(width)
        yield from Content.styled(evenness(told), MUTED).wrap(width)


def _so_far(so_far: Sequence[Progress], width: int) -> Iterator[Content]:
    if so_far:
        yield ruled(_("Alle oefeningen samen"), width)
    for one in so_far:
        yield from Content(in_words(one)).wrap(width)
