"""What the pages of the set-up have in common: what they are told, and text that is written to fit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from textual.containers import Horizontal
from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.tui.heading import wall_time
from intervisie_tui.tui.screens.setup_choices import Choices, minutes_of
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain


@dataclass(frozen=True)
class Sight:
    """What a page shows: the choices, the minutes of the closing, and the time by the clock on the wall."""

    choices: Choices
    closing: int
    now: datetime

    @property
    def total(self) -> int:
        """Minutes of the steps together."""
        return sum(minutes_of(self.choices))

    @property
    def end(self) -> str:
        """When the meeting ends if it begins now."""
        return wall_time(self.now + timedelta(minutes=self.total + self.closing))


class Page(Horizontal):
    """One page. A subclass says what it asks, shows the choices, and says why one cannot go on yet."""

    word = ""  # in the track; this and the next two are untranslated
    question = ""
    advice = ""

    def show(self, sight: Sight) -> None:
        """Show these choices."""
        raise NotImplementedError

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


def minutes_text(minutes: int) -> str:
    """So many minutes, in full."""
    return ngettext("{n} minuut", "{n} minuten", minutes).format(n=minutes)


def times_text(sight: Sight) -> str:
    """The time of the steps together, of the closing, and the end by the clock."""
    if not sight.closing:
        return _("Samen {total}, tot {end}.").format(total=minutes_text(sight.total), end=sight.end)
    text = _("Samen {total} en {closing} om af te sluiten, tot {end}.")
    return text.format(total=minutes_text(sight.total), closing=sight.closing, end=sight.end)
