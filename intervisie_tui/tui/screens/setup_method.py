"""The first page of the set-up: which method, with a preview of the one that is chosen."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.method.catalogue import Entry
from intervisie_tui.method.fault import shortened
from intervisie_tui.tui.acts import N_
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.screens.setup_page import Fitting, Page, Sight
from intervisie_tui.tui.screens.setup_preview import preview
from intervisie_tui.tui.widgets.listing import Listing


class MethodPage(Page):
    """The methods at the left, the chosen one at the right."""

    word = N_("methode")
    question = N_("Welke methode?")
    advice = N_("Alles is straks nog te veranderen.")

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__(id="method")
        self.entries = tuple(entries)

    def compose(self) -> ComposeResult:
        yield Listing(id="methods")
        yield Fitting(id="preview")

    def on_mount(self) -> None:
        self.listing.show([_row(i, entry) for i, entry in enumerate(self.entries)], "0")

    def show(self, sight: Sight) -> None:
        """The preview of the chosen method."""
        entry = self.entry
        self.query_one("#preview", Fitting).fit(lambda width, height: preview(entry, sight, width, height))

    @property
    def entry(self) -> Entry:
        """The chosen method."""
        return self.entries[max(0, self.chosen)]


def _row(i: int, entry: Entry) -> Row:
    method = entry.method
    about = shortened(method.variant) + ", " + _("{n} min").format(n=method.minutes)
    title = shortened(method.name)
    return Row(str(i), Content.assemble((f"{i + 1} ", MUTED), (title, STRONG), "\n  ", (about, MUTED)))
