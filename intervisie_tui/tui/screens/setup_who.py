"""The page of the set-up for a standing group: who of them is here today, one key for each."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.tui.acts import N_
from intervisie_tui.tui.columns import in_columns, widest
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.screens.setup_choices import Choices, Company, Here, Seat
from intervisie_tui.tui.screens.setup_page import Fitting, Page, Sight
from intervisie_tui.tui.widgets.listing import Listing

_NAME = 24
"""Columns for a name before where somebody is, at most."""
_LOOKS: dict[Here, tuple[str, str]] = {
    "present": (N_("aanwezig"), STRONG),
    "later": (N_("komt later"), "$accent"),
    "excused": (N_("afgemeld"), MUTED),
    "absent": (N_("afwezig"), MUTED),
}


class WhoPage(Page):
    """The members and guests at the left, how many there are at the right."""

    word = N_("wie")
    question = N_("Wie zijn er?")
    advice = N_("Eén toets per persoon.")

    def __init__(self) -> None:
        super().__init__(id="who")

    def compose(self) -> ComposeResult:
        yield Listing(id="seats")
        yield Fitting(id="counted")

    def show(self, sight: Sight) -> None:
        """Each with where they are, and how many that makes."""
        company = sight.choices.company
        if company is None:
            return
        wide = widest([seat.name for seat in company.seats], _NAME)
        rows = [_row(i, seat, wide) for i, seat in enumerate(company.seats)]
        self.listing.show(rows, self.listing.chosen or "0")
        self.query_one("#counted", Fitting).fit(lambda width, _height: _counted(company, width))

    def lacking(self, choices: Choices) -> str:
        return _("Er zijn minstens twee mensen nodig.") if len(choices.setup.names) < 2 else ""

    def step(self) -> None:
        """To the next one, so that a key a person goes down the list."""
        self.listing.highlighted = min(self.chosen + 1, self.listing.option_count - 1)


def _row(i: int, seat: Seat, wide: int) -> Row:
    word, style = _LOOKS[seat.here]
    guest = "" if seat.member else "  " + _("gast")
    name = (in_columns(seat.name, wide), "" if seat.here == "present" else MUTED)
    return Row(str(i), Content.assemble((f"{i + 1:>2} ", MUTED), name, "  ", (_(word), style), (guest, MUTED)))


def _counted(company: Company, width: int) -> Content:
    here = sum(seat.here == "present" for seat in company.seats)
    lines = [Content.styled(ngettext("{n} aanwezig", "{n} aanwezig", here).format(n=here), STRONG)]
    for state, (word, _style) in _LOOKS.items():
        names = [seat.name for seat in company.seats if seat.here == state]
        if state != "present" and names:
            lines += [Content(""), Content.styled(_(word).capitalize(), MUTED), *Content(", ".join(names)).wrap(width)]
    if any(seat.here == "later" for seat in company.seats):
        text = _("Wie later komt, doet mee zodra jullie dat in de bijeenkomst aangeven.")
        lines += [Content(""), *Content.styled(text, MUTED).wrap(width)]
    return Content("\n").join(lines)
