"""The second page of the set-up: who is there, typed or pasted, and how it is understood."""

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.people import MOST
from intervisie_tui.meeting.starting import what_is_wrong
from intervisie_tui.method.model import Method
from intervisie_tui.terminal.field import Field
from intervisie_tui.tui.acts import N_
from intervisie_tui.tui.columns import in_columns, widest
from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.screens.setup_choices import Choices, finished, understood
from intervisie_tui.tui.screens.setup_page import Fitting, Page, Sight
from intervisie_tui.tui.widgets.plain import Plain

_GAP = 2


class NamesField(Field):
    """Some lines to type names in."""

    def __init__(self) -> None:
        super().__init__(id="typed")


class NamesPage(Page):
    """The field at the left, what is understood of it at the right."""

    word = N_("namen")
    question = N_("Wie zijn er?")
    advice = N_("Eén per regel, of met komma’s.")

    def __init__(self) -> None:
        super().__init__(id="names")

    def compose(self) -> ComposeResult:
        with Vertical(id="typing"):
            yield NamesField()
        with Vertical(id="understood"):
            yield Plain(id="count")
            yield Fitting(id="list")

    @property
    def field(self) -> NamesField:
        """Where the names are typed."""
        return self.query_one(NamesField)

    def show(self, sight: Sight) -> None:
        """The names as they are understood, those in the field and not those of the choices: they may be newer."""
        names, _starred = understood(self.field.text)
        self.query_one("#count", Plain).show(_count(names, sight.choices.setup.method))
        self.query_one("#list", Fitting).fit(lambda width, height: _listed(names, width, height))

    def lacking(self, choices: Choices) -> str:
        """As if the roles were all right: those come on the next page."""
        return what_is_wrong(replace(finished(choices), presenter=0, facilitator=None))

    def give_keys(self) -> None:
        self.field.focus(scroll_visible=False)


def _count(names: tuple[str, ...], method: Method) -> Content:
    """How many, and whether that is another number than the method is meant for."""
    if len(names) > MOST:
        return Content.styled(_("Meer dan {n} mensen kan niet.").format(n=MOST), "bold $warning")
    if not names:
        return Content.styled(_("Nog niemand."), MUTED)
    count = Content.styled(ngettext("{n} naam", "{n} namen", len(names)).format(n=len(names)), STRONG)
    group = method.group
    if group is None or group.min <= len(names) <= group.max:
        return count
    hint = _("Deze methode is bedoeld voor {low} tot {high} mensen.").format(low=group.min, high=group.max)
    return Content.assemble(count, "\n", (hint, MUTED))


def _listed(names: tuple[str, ...], width: int, height: int) -> Content:
    """The names with their numbers, in as many columns as it takes; those that do not fit are counted."""
    names = names[:MOST]
    wide = 3 + widest(list(names), width - 3)
    columns = max(1, (width + _GAP) // (wide + _GAP))
    rows = max(1, min(height, len(names)))
    room = rows * columns
    shown = names if len(names) <= room else names[: room - 1]
    cells = [Content.assemble((f"{i:>2} ", MUTED), in_columns(name, wide - 3)) for i, name in enumerate(shown, 1)]
    if len(shown) < len(names):
        cells.append(Content.styled(_("en nog {n}").format(n=len(names) - len(shown)), MUTED))
    return Content("\n").join(Content(" " * _GAP).join(cells[row::rows]) for row in range(min(rows, len(cells))))
