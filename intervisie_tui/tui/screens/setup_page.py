"""What the pages of the set-up have in common: what they are told, and text that is written to fit."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from msgspec import Struct
from textual.containers import Horizontal
from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.tui.heading import wall_time
from intervisie_tui.tui.screens.setup_choices import Choices, minutes_of
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain


class Sight(Struct, frozen=True):
    """What a page shows: the choices, the minutes of what comes after the case and before it, and the time it is."""

    choices: Choices
    closing: int
    now: datetime
    before: int = 0

    @property
    def total(self) -> int:
        """Minutes of the steps together."""
        return sum(minutes_of(self.choices))

    @property
    def end(self) -> str:
        """When the meeting ends if it begins now."""
        return wall_time(self.now + timedelta(minutes=self.before + self.total + self.closing))

    @property
    def late(self) -> int:
        """Minutes by which the meeting would end later than was agreed; 0 where it fits, or nothing was agreed."""
        agreed = self.choices.company.end if self.choices.company else None
        if agreed is None:
            return 0
        return max(0, self.before + self.total + self.closing - minutes_until(agreed, self.now))


class Page(Horizontal):
    """One page. A subclass says what it asks, shows the choices, and says why one cannot go on yet."""

    word = ""  # in the track; this and the next two are untranslated
    question = ""
    advice = ""

    def show(self, sight: Sight) -> None:
        """Show these choices."""
        raise NotImplementedError

    def advise(self, choices: Choices) -> str:
        """What helps on this page, in one line."""
        return _(self.advice)

    def lacking(self, choices: Choices) -> str:
        """Why one cannot go on from this page; empty when one can."""
        return ""

    @property
    def listing(self) -> Listing:
        """The list in which something is chosen."""
        return self.query_one(Listing)

    @property
    def chosen(self) -> int:
        """The place of what is chosen in it, from 0; -1 where there is nothing."""
        return -1 if self.listing.highlighted is None else self.listing.highlighted

    def give_keys(self) -> None:
        """Let the keys go to what one does here first."""
        self.listing.focus(scroll_visible=False)


class Fitting(Plain):
    """Text that is written to fit the columns and rows that there are."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._write: Callable[[int, int], Content] = lambda _width, _height: Content("")

    def fit(self, write: Callable[[int, int], Content]) -> None:
        """Write this text from now on, for so many columns and rows."""
        self._write = write
        self.on_resize()

    def on_resize(self) -> None:
        if self.content_size:
            self.show(self._write(self.content_size.width, self.content_size.height))


def minutes_until(end: time, now: datetime) -> int:
    """Whole minutes from now in which it becomes so late by the clock on the wall, today or else tomorrow.

    A minute that has begun counts: 19:40:20 and 110 minutes is still 21:30 to whoever reads a clock, 109 is not.
    """
    then = now.replace(hour=end.hour, minute=end.minute, second=0, microsecond=0)
    if then <= now:
        then += timedelta(days=1)
    return -((now - then) // timedelta(minutes=1))


def minutes_text(minutes: int) -> str:
    """So many minutes, in full."""
    return ngettext("{n} minuut", "{n} minuten", minutes).format(n=minutes)


def times_text(sight: Sight) -> str:
    """The time of the steps together, of the closing, and the end by the clock."""
    if sight.before:
        text = _("Eerst {before}, dan de casus {total} en {closing} om af te sluiten, tot {end}.")
        before = minutes_text(sight.before)
        return text.format(before=before, total=sight.total, closing=sight.closing, end=sight.end)
    if not sight.closing:
        return _("Samen {total}, tot {end}.").format(total=minutes_text(sight.total), end=sight.end)
    text = _("Samen {total} en {closing} om af te sluiten, tot {end}.")
    return text.format(total=minutes_text(sight.total), closing=sight.closing, end=sight.end)
