"""What to practise with: a scenario, and for how long. Enter begins at once, with ten minutes of the first one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.practice.length import Length
from intervisie_tui.practice.scenarios import Script
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.row import MUTED
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.screens.practice_rows import length_rows, people_lines, scenario_rows
from intervisie_tui.tui.shared_acts import HELP, ROWS
from intervisie_tui.tui.showing import notices, notices_line
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.labelled import LabelledLines
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain


class PracticeScreen(ActScreen[None]):
    """The scenarios at the left, how long at the right, and below them who is in the group.

    `start` is given the id of a scenario, the length, and the id of a drill ("" for the others). `look_back`
    chooses an earlier run to look back on; None while there are none. `leave` goes back. `notices`: whole
    sentences about the user's own cases and runs.
    """

    CSS_PATH = "practice.tcss"

    def __init__(  # noqa: PLR0913  # each is one thing that it needs
        self,
        scripts: Sequence[Script],
        own_keys: dict[str, str],
        start: Callable[[str, Length, str], None],
        look_back: Callable[[], None] | None,
        leave: Callable[[], None],
        *,
        notices: Sequence[str] = (),
    ) -> None:
        super().__init__(ACTS, own_keys)
        self.scripts = tuple(scripts)
        self.notices = tuple(notices)
        self.look_back: Callable[[], None] | None = look_back
        self.leave: Callable[[], None] = leave
        self._start: Callable[[str, Length, str], None] = start

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            yield Plain(_title(), id="title")
            with Horizontal(id="lists"):
                yield Listing(id="scenarios")
                yield Listing(id="lengths")
            with VerticalScroll(id="about", can_focus=False):
                yield Plain(id="summary")
                yield LabelledLines(id="people")
            yield Plain(id="message")
        yield KeyLine()

    def on_mount(self) -> None:
        self.scenarios.show(scenario_rows(self.scripts), "first")
        self._show_script()
        self.scenarios.focus()
        if self.notices:
            self.tell(notices_line(len(self.notices), self.keymap.keys(NOTICES)[0]))
        self.show_keys()

    @property
    def scenarios(self) -> Listing:
        """The scenarios."""
        return self.query_one("#scenarios", Listing)

    @property
    def lengths(self) -> Listing:
        """How long, or which drill."""
        return self.query_one("#lengths", Listing)

    @property
    def script(self) -> Script:
        """The chosen scenario."""
        return next(script for script in self.scripts if script.scenario.id == self.scenarios.chosen)

    @on(Listing.Highlighted, "#scenarios")
    def _another(self) -> None:
        if self.scenarios.chosen:
            self._show_script()

    def _show_script(self) -> None:
        kept = self.lengths.chosen
        self.lengths.show(length_rows(self.script), kept if kept in ("short", "whole") else "first")
        self.query_one("#summary", Plain).show(self.script.scenario.summary)
        self.query_one("#people", LabelledLines).tell(people_lines(self.script), 40)

    def step(self, by: int) -> None:
        """The row above (-1) or below (1) in the list that has the keys."""
        listing = self.lengths if self.focused is self.lengths else self.scenarios
        if listing.highlighted is not None:
            listing.highlighted = min(max(0, listing.highlighted + by), listing.option_count - 1)

    def other_list(self) -> None:
        """From the scenarios to the lengths, or back."""
        self.set_focus(self.scenarios if self.focused is self.lengths else self.lengths)

    def read_notices(self) -> None:
        """What is wrong with the user's own cases and runs, in full."""
        self.open(notices(self.notices), lambda _read: None)

    def take(self, row: int | None = None) -> None:
        """Begin: with the chosen length, or with that of this row."""
        rows = length_rows(self.script)
        if row is not None and row >= len(rows):
            return
        what, _blank, drill = (self.lengths.chosen if row is None else rows[row].key).partition(" ")
        length: Length = "whole" if what == "whole" else "drill" if what == "drill" else "short"
        self._start(self.script.scenario.id, length, drill)


def _title() -> Content:
    return Content.assemble(
        (_("Oefenen"), "bold $primary"),
        "\n",
        (_("Jij leidt, en in de groep gaat het weleens mis."), MUTED),
    )


NOTICES: Act[PracticeScreen] = Act(
    "notices",
    ("m",),
    N_("meldingen"),
    N_("Lezen wat er mis is met je eigen oefencasussen of oefeningen"),
    lambda desk, _key: desk.read_notices(),
    why_not=lambda desk: "" if desk.notices else None,
    prominent=True,
)

ACTS: tuple[Act[PracticeScreen], ...] = (
    Act("take", ("enter",), N_("beginnen"), N_("Meteen beginnen"), lambda desk, _key: desk.take(), prominent=True),
    *ROWS,
    Act(
        "other_list",
        ("tab", "left", "right"),
        N_("hoe lang"),
        N_("Naar de lijst met hoe lang, of terug naar de casussen"),
        lambda desk, _key: desk.other_list(),
        prominent=True,
    ),
    Act(
        "take_length",
        tuple("123456789"),
        N_("zo lang"),
        N_("Meteen beginnen met de lengte die achter het cijfer staat"),
        lambda desk, key: desk.take(int(key) - 1),
        prominent=True,
    ),
    Act(
        "look_back",
        ("t",),
        N_("terugkijken"),
        N_("Terugkijken op een eerdere oefening"),
        lambda desk, _key: desk.look_back and desk.look_back(),
        why_not=lambda desk: "" if desk.look_back else None,
        prominent=True,
    ),
    NOTICES,
    Act(
        "leave",
        ("q", "escape"),
        N_("terug"),
        N_("Terug naar het begin"),
        lambda desk, _key: desk.leave(),
        prominent=True,
    ),
    HELP,
)
