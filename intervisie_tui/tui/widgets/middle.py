"""The middle of a step screen: the round, what is collected, and beside it the rules where there is room."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.sheets.base import Sheet
from intervisie_tui.tui.widgets.labelled import WIDEST
from intervisie_tui.tui.widgets.laid import Laid
from intervisie_tui.tui.widgets.lines import short
from intervisie_tui.tui.widgets.listing import Listing

if TYPE_CHECKING:
    from intervisie_tui.tui.widgets.turnlist import TurnList

_TURNS = 24
_RULES = 40
"""Columns of what stands beside each other here, at a screen that is wide enough for the rules."""
_RULES_FROM = 120
"""Columns of a screen from which there is."""
_ROOMY_FROM = 36
"""Rows of a screen from which there is room for a blank line under the heading."""


class Heading(Laid):
    """What is collected here, and while there is none of it what it is about."""

    DEFAULT_CSS = "Heading { max-width: 84; padding-left: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._heading = self._empty = ""

    def tell(self, heading: str, empty: str) -> None:
        """Show this."""
        self._heading, self._empty = heading, empty
        self.rewrite()

    def written(self, width: int, height: int) -> Sequence[Content]:
        lines = [short(Content.styled(self._heading, STRONG), width)]
        if self.app.size.height >= _ROOMY_FROM:
            lines.append(Content(""))
        if self._empty:
            lines += Content.styled(self._empty, MUTED).wrap(width)
        return lines


class Rules(Laid):
    """What the step is for and its rules, right beside what is collected."""

    DEFAULT_CSS = "Rules { dock: right; height: 100%; padding: 0 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._rules = Content("")

    def tell(self, rules: Content, width: int) -> None:
        """Show these in so many columns, the outer ones of which may stay empty."""
        self._rules = rules.stylize_before(MUTED)
        self.styles.width = width
        self.rewrite()

    def written(self, width: int, height: int) -> Sequence[Content]:
        return self._rules.wrap(min(width, _RULES - self.styles.gutter.width))


class Middle(Vertical):
    """Shows a sheet. What stands at the sides is made when there is something to show there.

    That is not waited for: the screen is laid out once, with all that is there by then.
    """

    DEFAULT_CSS = """
    Middle {
        padding: 0 1; border-top: solid $border-blurred;
        & TurnList { dock: left; height: 100%; }
        & Listing { max-width: 84; padding-left: 1; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._heading = Heading()
        self.listing = Listing(id="rows")
        """What is collected."""
        self._turns: TurnList | None = None
        self._rules: Rules | None = None
        self._rules_text = Content("")

    def compose(self) -> ComposeResult:
        yield self._heading
        yield self.listing

    def tell(self, sheet: Sheet, rules: Content, at: str) -> None:
        """Show this sheet, with the row `at` chosen ("": the newest, or the one that was)."""
        if sheet.turns and self._turns is None:
            from intervisie_tui.tui.widgets.turnlist import TurnList

            self._turns = TurnList()
            self.mount(self._turns, before=0)
        if self._turns is not None:
            self._turns.tell(sheet.turns)
        self._rules_text = rules
        self._show_rules()
        self._heading.tell(sheet.heading, "" if sheet.rows else sheet.empty)
        self.listing.show(sheet.rows, at, newest=not sheet.picks)
        self.listing.can_focus = bool(sheet.rows)

    def on_resize(self) -> None:
        self._show_rules()

    def _show_rules(self) -> None:
        wide = self.app.size.width >= _RULES_FROM
        if wide and self._rules is None:
            self._rules = Rules()
            self.mount(self._rules)
        if self._rules is not None:
            self._rules.display = wide
            turns = _TURNS if self._turns is not None and self._turns.display else 0
            self._rules.tell(self._rules_text, max(_RULES, self.app.size.width - 2 - turns - WIDEST))
