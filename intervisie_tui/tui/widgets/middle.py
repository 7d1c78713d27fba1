"""The middle of a step screen: the round, what is collected, and beside it the rules where there is room."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from intervisie_tui.tui.sheets.base import Sheet
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain
from intervisie_tui.tui.widgets.turnlist import TurnList


class Middle(Horizontal):
    """Shows a sheet."""

    DEFAULT_CSS = """
    Middle {
        height: 1fr; padding: 0 1; border-top: solid $border-blurred;
        & #collected { width: 1fr; max-width: 84; padding-left: 1; }
        & #heading { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & #empty { color: $text-muted; height: auto; }
        & #rules { display: none; width: 40; padding: 0 2; color: $text-muted; }
    }
    """

    def compose(self) -> ComposeResult:
        yield TurnList(id="turns")
        with Vertical(id="collected"):
            yield Plain(id="heading")
            yield Plain(id="empty")
            yield Listing(id="rows")
        yield Plain(id="rules")

    @property
    def listing(self) -> Listing:
        """What is collected."""
        return self.query_one("#rows", Listing)

    def tell(self, sheet: Sheet, rules: Content, at: str) -> None:
        """Show this sheet, with the row `at` chosen ("": the newest, or the one that was)."""
        self.query_one("#turns", TurnList).tell(sheet.turns)
        self.query_one("#rules", Plain).show(rules)
        self.query_one("#heading", Plain).show(Content.styled(sheet.heading, "bold"))
        self.query_one("#empty", Plain).show("" if sheet.rows else sheet.empty)
        self.query_one("#empty").display = not sheet.rows
        self.listing.show(sheet.rows, at, newest=not sheet.picks)
        self.listing.can_focus = bool(sheet.rows)
