"""The last page of the set-up: how long each step takes, and when the meeting ends."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.starting import what_is_wrong
from intervisie_tui.method.model import Step
from intervisie_tui.tui.acts import N_
from intervisie_tui.tui.columns import in_columns, widest
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.screens.setup_choices import Choices, finished, in_duos, minutes_of
from intervisie_tui.tui.screens.setup_page import Page, Sight, minutes_text, times_text
from intervisie_tui.tui.widgets.head import MEDIUM_FROM
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain

_TITLE = 30
"""Columns for the title of a step, at most."""
_BAR, _SHORT_BAR = 18, 8
"""Columns for the bar of the longest step, and on a narrow screen."""


class TimePage(Page):
    """The steps with their minutes, what they come to, and in one line what the meeting starts with."""

    word = N_("tijd")
    question = N_("Hoe lang?")
    advice = N_("Met + en - meer of minder minuten.")

    def __init__(self) -> None:
        super().__init__(id="time")

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Listing(id="steps")
            yield Plain(id="total")

    def show(self, sight: Sight) -> None:
        """The steps and the sum of them."""
        choices, method = sight.choices, sight.choices.setup.method
        minutes = minutes_of(choices)
        wide = widest([_title(step) for step in method.steps], _TITLE)
        narrow = self.app.size.width < MEDIUM_FROM
        scale = (_SHORT_BAR if narrow else _BAR) / max(minutes)
        rows = []
        for i, (step, planned) in enumerate(zip(method.steps, minutes, strict=True)):
            bar = _bar(step, planned, round(planned * scale), _("krap") if narrow else too_short(step, planned))
            rows.append(Row(f"{method.id} {i}", _step(i, step, planned, wide, bar)))
        self.listing.show(rows, self.listing.chosen if self.listing.chosen.startswith(f"{method.id} ") else rows[0].key)
        lines = [Content.styled(times_text(sight), STRONG), *_changed(sight), *_agreed(sight)]
        lines.append(Content.styled(_who(choices), MUTED))
        self.query_one("#total", Plain).show(Content("\n").join(lines))

    def lacking(self, choices: Choices) -> str:
        company = choices.company
        if company is not None and (company.choosing or company.first):
            return ""
        return what_is_wrong(finished(choices))


def too_short(step: Step, minutes: int) -> str:
    """What there is to say when a step gets less time than its method thinks it needs; else empty."""
    if minutes >= step.minimum:
        return ""
    text = ngettext("minder dan {n} minuut is krap", "minder dan {n} minuten is krap", step.minimum)
    return text.format(n=step.minimum)


def _title(step: Step) -> str:
    return " ".join(step.title.split())


def _step(i: int, step: Step, minutes: int, wide: int, bar: Content) -> Content:
    time = _("{n} min").format(n=f"{minutes:>3}")
    return Content.assemble((f"{i + 1:>2} ", MUTED), in_columns(_title(step), wide), (f"  {time}  ", STRONG), bar)


def _bar(step: Step, minutes: int, columns: int, note: str) -> Content:
    """How long it is to the eye, and what is to be said of it: that it is too short, or was something else."""
    bar = Content.styled("━" * max(1, columns), "$primary")
    if too_short(step, minutes):
        return Content.assemble(bar, (f"  {note}", "$warning"))
    if minutes != step.minutes:
        return Content.assemble(bar, ("  " + _("was {n}").format(n=step.minutes), MUTED))
    return bar


def _changed(sight: Sight) -> list[Content]:
    """What the method itself comes to, where that is something else, and what its source says."""
    method = sight.choices.setup.method
    parts = []
    if sight.total != method.minutes:
        parts.append(_("De methode zelf duurt {total}.").format(total=minutes_text(method.minutes)))
    if method.duration:
        low, high = method.duration.min, method.duration.max
        parts.append(_("De bron geeft {low} tot {high} minuten.").format(low=low, high=high))
    return [Content.styled(" ".join(parts), MUTED)] if parts else []


def _agreed(sight: Sight) -> list[Content]:
    """For a group: until when they agreed to go on, and that it looks at itself today."""
    company = sight.choices.company
    lines = []
    if company and company.end:
        text = _("Afgesproken tot {end}.").format(end=f"{company.end:%H:%M}")
        if sight.late:
            more = ngettext("Dit plan duurt {n} minuut langer.", "Dit plan duurt {n} minuten langer.", sight.late)
            text = f"{text} {more.format(n=sight.late)}"
        lines.append(Content.styled(text, "$warning" if sight.late else MUTED))
    if company and company.evaluation:
        lines.append(Content.styled(_("Aan het eind de evaluatie: twee vragen over jullie als groep."), MUTED))
    return lines


def _who(choices: Choices) -> str:
    """Who does what, in one line, to look at before it begins."""
    setup = choices.setup
    parts = [_("{name} brengt in").format(name=setup.names[setup.presenter])] if setup.presenter >= 0 else []
    if setup.facilitator is not None:
        parts.append(_("{name} leidt").format(name=setup.names[setup.facilitator]))
    if setup.timekeeper is not None:
        parts.append(_("{name} bewaakt de tijd").format(name=setup.names[setup.timekeeper]))
    if choices.company and choices.company.scribe is not None:
        parts.append(_("{name} maakt het verslag").format(name=setup.names[choices.company.scribe]))
    parts.append(ngettext("{n} naam", "{n} namen", len(setup.names)).format(n=len(setup.names)))
    if in_duos(choices):
        parts.append(_("in duo’s"))
    return " · ".join(parts)
