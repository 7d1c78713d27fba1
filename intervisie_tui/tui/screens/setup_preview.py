"""A method in short, for whoever chooses one: when to choose it, its steps, its time. As much as fits; no widgets."""

from collections.abc import Iterator

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.method.catalogue import Entry
from intervisie_tui.method.model import Method
from intervisie_tui.tui.columns import in_columns, widest
from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.screens.setup_choices import minutes_of
from intervisie_tui.tui.screens.setup_page import Sight, times_text

LEVELS = {"beginner": lambda: _("voor beginners"), "ervaren": lambda: _("ervaren groep")}
_BLANK = Content("")


def preview(entry: Entry, sight: Sight, width: int, height: int) -> Content:
    """The method in so many columns and rows: with the purpose of each step where there is room, else without.

    Where even that is too long, the steps and the time come first and the summary is cut.
    """
    for write in (_roomy, _plain, _tight):
        lines = write(entry, sight, width)
        if len(lines) <= height:
            return Content("\n").join(lines)
    return Content("\n").join(_cut(entry, sight, width, height))


def _roomy(entry: Entry, sight: Sight, width: int) -> list[Content]:
    steps = _steps(entry.method, sight, width, purposes=True)
    return [*_what(entry, width), _BLANK, *_summary(entry.method, width), _BLANK, *steps, _BLANK, *_times(sight, width)]


def _plain(entry: Entry, sight: Sight, width: int) -> list[Content]:
    steps = _steps(entry.method, sight, width, purposes=False)
    return [*_what(entry, width), *_summary(entry.method, width), _BLANK, *steps, _BLANK, *_times(sight, width)]


def _tight(entry: Entry, sight: Sight, width: int) -> list[Content]:
    return [line for line in _plain(entry, sight, width) if line.plain]


def _cut(entry: Entry, sight: Sight, width: int, height: int) -> list[Content]:
    """Never without the time; of the steps and the summary what there is room for."""
    times = _times(sight, width)
    steps = list(_steps(entry.method, sight, width, purposes=False))
    room = max(1, height - len(times))
    if len(steps) > room:
        more = len(steps) - room + 1
        rest = ngettext("    en nog {n} stap", "    en nog {n} stappen", more).format(n=more)
        steps = [*steps[: room - 1], Content.styled(rest, MUTED)]
    words = [*_what(entry, width), *_summary(entry.method, width)]
    room -= len(steps)
    if len(words) > room > 0:
        words = [*words[: room - 1], words[room - 1].truncate(max(1, width - 2)) + Content(" …")]
    return [*words[:room], *steps, *times]


def _what(entry: Entry, width: int) -> Iterator[Content]:
    """For whom it is; and that it is the user's own."""
    method = entry.method
    facts = [LEVELS[method.level]()]
    if method.group:
        facts.append(_("{low}–{high} mensen").format(low=method.group.min, high=method.group.max))
    if method.duration:
        low, high = method.duration.min, method.duration.max
        facts.append(_("bron: {low}–{high} min").format(low=low, high=high))
    yield from Content.styled(" · ".join(facts), MUTED).wrap(width)
    if entry.replaced:
        yield from Content.styled(_("Jullie eigen versie, die de meegeleverde vervangt."), "$accent").wrap(width)


def _summary(method: Method, width: int) -> list[Content]:
    return Content(" ".join(method.summary.split())).wrap(width)


def _steps(method: Method, sight: Sight, width: int, *, purposes: bool) -> Iterator[Content]:
    """A line a step, with its minutes where the eye finds them."""
    titles = [" ".join(step.title.split()) for step in method.steps]
    wide = widest(titles, width - 13)
    for n, (step, title, minutes) in enumerate(zip(method.steps, titles, minutes_of(sight.choices), strict=True), 1):
        time = _("{n} min").format(n=f"{minutes:>3}")
        yield Content.assemble((f"{n:>2}  ", MUTED), (in_columns(title, wide), STRONG), (f"  {time}", MUTED))
        if purposes:
            yield from (Content.assemble("    ", line) for line in Content.styled(step.purpose, MUTED).wrap(width - 4))


def _times(sight: Sight, width: int) -> list[Content]:
    return Content(times_text(sight)).wrap(width)
