"""What came of a meeting, as text for a column of any width. Goes by kinds of activities alone; no widgets.

Nothing that was written in silence and not said: that is counted, never shown.
"""

from collections.abc import Iterator, Sequence

from textual.content import Content

from intervisie_tui.archive.dates import wall_time
from intervisie_tui.archive.markdown_times import minutes
from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.lookback import Collected, Entry, collected, not_shared
from intervisie_tui.meeting.model import Meeting, Part, Place
from intervisie_tui.meeting.people import names
from intervisie_tui.meeting.titles import part_title
from intervisie_tui.method.text import one_line
from intervisie_tui.tui.heading import PLAIN
from intervisie_tui.tui.row import MARKED, MUTED, STRONG
from intervisie_tui.tui.sheets.said import useful
from intervisie_tui.tui.summary_head import about, roles

HEADING = "bold $primary"
_NUMBER = 4  # columns before a numbered contribution
_SIDE = 22  # columns at most for who said it, its sort and its marks
_BLANK = Content("")


def text(meeting: Meeting, width: int, last: Content | None = None) -> Content:
    """The whole meeting in lines of at most `width` columns; `last` (the times) is put below."""
    lines = [*_when(meeting, width), _BLANK, *_who(meeting, width)]
    said = [line for p in range(len(meeting.parts)) for line in _part(meeting, p, width)]
    lines += said or [_BLANK, Content.styled(_("Er is niets vastgelegd."), MUTED)]
    if last is not None:
        lines += [_BLANK, ruled(_("Tijd"), width), _BLANK, last]
    return Content("\n").join(lines)


def _when(meeting: Meeting, width: int) -> list[Content]:
    begin = wall_time(meeting.started)
    if meeting.ended:
        when = _("Van {begin} tot {end}, samen {total} minuten.")
        return Content(when.format(begin=begin, end=wall_time(meeting.ended), total=minutes(meeting))).wrap(width)
    steps, at = meeting.part.method.steps, meeting.place.step
    where = _("Gebleven bij {step}.").format(step=one_line(meeting.step.title))
    if len(meeting.parts) > PLAIN:
        where = _("Gebleven bij {part}, {step}.")
        where = where.format(part=one_line(part_title(meeting, meeting.part)), step=one_line(meeting.step.title))
    elif len(steps) > 1:
        where = _("Gebleven bij stap {n} van {of}, {step}.")
        where = where.format(n=at + 1, of=len(steps), step=one_line(meeting.step.title))
    when = _("Begonnen om {begin}, nog niet afgesloten.").format(begin=begin)
    return [*Content.styled(when, STRONG).wrap(width), *Content(where).wrap(width)]


def _who(meeting: Meeting, width: int) -> Iterator[Content]:
    """A line a role; who left early is in it too."""
    lines = roles(meeting)
    side = max((len(role) for role, _names in lines), default=0) + 2
    for role, who in lines:
        yield from beside([Content.styled(role, MUTED)], Content(who).wrap(width - side), side)


def _part(meeting: Meeting, p: int, width: int) -> Iterator[Content]:
    part = meeting.parts[p]
    found = [
        [c for a in range(len(step.activities)) for c in collected(meeting, Place(part=p, step=s, activity=a))]
        for s, step in enumerate(part.method.steps)
    ]
    hidden = not_shared(part)
    before = list(about(meeting, part))
    if not hidden and not part.interventions and not any(found) and not before:
        return
    if part.method.script == "case" or len(meeting.parts) > PLAIN:
        yield _BLANK
        yield from Content.styled(one_line(part_title(meeting, part)), HEADING).wrap(width)
    for line in before:
        yield from line.wrap(width)
    for block in (block for blocks in found for block in blocks if block.in_sight):
        yield _BLANK
        yield from _in_sight(block, width)
    for step, blocks in zip(part.method.steps, found, strict=True):
        below = [block for block in blocks if not block.in_sight]
        if below:
            yield _BLANK
            yield ruled(step.title, width)
        for block in below:
            yield _BLANK
            yield from _block(meeting, block, width, titled=len(below) > 1 or not block.turns)
    yield from _named(part, width)
    if hidden:
        count = ngettext("{n} geschreven tekst is niet gedeeld.", "{n} geschreven teksten zijn niet gedeeld.", hidden)
        yield _BLANK
        yield from Content.styled(count.format(n=hidden), MUTED).wrap(width)


def ruled(title: str, width: int) -> Content:
    """A title, with a line to the end of the column."""
    own = Content(one_line(title)).truncate(width, ellipsis=True)
    line = "─" * max(0, width - own.cell_length - 1)
    return Content.assemble(own.stylize(HEADING), (f" {line}" if line else "", "$border-blurred"))


def _in_sight(block: Collected, width: int) -> Iterator[Content]:
    """What stayed in sight, such as the question: nothing weighs more, so it has a bar before it."""
    bar = [Content.styled("┃", HEADING)]
    yield from beside(bar, Content.styled(one_line(block.title), MUTED).wrap(width - 2), 2)
    for entry in block.entries:
        lines = Content.styled(entry.said.text, STRONG).wrap(width - 2)
        yield from beside(bar * len(lines), lines, 2)


def _block(meeting: Meeting, block: Collected, width: int, titled: bool) -> Iterator[Content]:
    if titled:
        yield from Content.styled(one_line(block.title), STRONG).wrap(width)
    if block.turns:
        yield from _turns(meeting, block, width)
    else:
        for entry in block.entries:
            lines = [*_words(entry, width - 2), *_marks(entry)]
            yield from beside([Content.styled("–" if block.several else "", MUTED)], lines, 2)
    if block.confirmed:
        who = _("Bevestigd door {names}.").format(names=names(meeting, block.confirmed))
        yield from beside([], Content.styled(who, MUTED).wrap(width - 2), 2)


def _turns(meeting: Meeting, block: Collected, width: int) -> Iterator[Content]:
    """Numbered contributions: who, sort and marks at the side, the words beside them."""
    most = min(_SIDE, (width - _NUMBER) // 3)
    sides = [_side(meeting, entry, most) for entry in block.entries]
    side = max(line.cell_length for lines in sides for line in lines) + 2
    rows = []
    for entry, lines in zip(block.entries, sides, strict=True):
        words = _words(entry, width - _NUMBER - side)
        number = [Content.styled(f"{entry.number:>2}" if entry.number else "", STRONG)]
        rows.append(list(beside(number, list(beside(lines, words, side)), _NUMBER)))
    apart = any(len(row) > 1 for row in rows)
    for i, row in enumerate(rows):
        yield from [_BLANK] * (apart and i > 0)
        yield from row


def _side(meeting: Meeting, entry: Entry, width: int) -> list[Content]:
    pieces = [Content(names(meeting, entry.said.by))] if entry.said.by else []
    pieces += [Content.styled(one_line(entry.label), MUTED)] if entry.label else []
    return [line for piece in [*pieces, *_marks(entry)] for line in piece.wrap(width)] or [_BLANK]


def _marks(entry: Entry) -> Iterator[Content]:
    """What was found of it; nothing where nothing was."""
    if entry.said.useful:
        yield Content.styled(useful(entry.said), MARKED)
    if entry.said.understood:
        yield Content.styled(_("begrepen"), MUTED)
    if entry.said.rating:
        yield Content.styled(_("cijfer {figure}").format(figure=entry.said.rating), MARKED)


def _words(entry: Entry, width: int) -> list[Content]:
    """The words of a contribution, its parts, the answers to it, and the presenter's own note."""
    pieces = [("", Content(entry.said.text))] if entry.said.text else []
    pieces += [("", Content.assemble((f"{one_line(label)}: ", MUTED), words)) for label, words in entry.parts]
    pieces += [("↳ ", Content(answer)) for answer in entry.answers]
    pieces += [("✎ ", Content.styled(entry.said.own_note, "italic"))] if entry.said.own_note else []
    return [
        line
        for sign, piece in pieces
        for line in beside([Content.styled(sign, MUTED)], piece.wrap(width - len(sign)), len(sign))
    ]


def _named(part: Part, width: int) -> Iterator[Content]:
    """How the facilitator intervened, each with its time and step."""
    if part.interventions:
        yield _BLANK
        yield ruled(_("Ingrepen"), width)
        yield _BLANK
    for named in part.interventions:
        step = one_line(part.method.steps[named.step].title)
        words = Content.assemble(one_line(named.pitfall or named.title), (f"  {step}", MUTED))
        yield from beside([Content.styled(wall_time(named.at), MUTED)], words.wrap(width - 7), 7)


def beside(side: Sequence[Content], lines: Sequence[Content], width: int) -> Iterator[Content]:
    """Two columns, the first `width` wide."""
    for i in range(max(len(side), len(lines))):
        first = side[i] if i < len(side) else _BLANK
        second = lines[i] if i < len(lines) else _BLANK
        yield Content.assemble(first.pad_right(width - first.cell_length), second)
