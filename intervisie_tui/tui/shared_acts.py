"""Acts that several screens have alike: another row, a blank screen, other colours, all keys."""

from typing import Any, Protocol

from intervisie_tui.locale import _
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.key_help import show_all_keys
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.themes import following


class Rows(Protocol):
    """A screen with a list to go through."""

    def step(self, by: int) -> None:
        """The row above (-1) or below (1)."""


def _blank(desk: ActScreen[Any]) -> None:
    from intervisie_tui.tui.dialogs import Blank  # Home, which has none, is there the sooner

    desk.open(Blank(), lambda _answer: None)


def _step(desk: Rows, by: int) -> None:
    desk.step(by)


ROWS: tuple[Act[Any], ...] = (
    Act(
        "row_down",
        ("down", "pagedown"),
        N_("omlaag"),
        N_("Naar de volgende regel; Page Down doet hetzelfde"),
        lambda desk, _key: _step(desk, 1),
        prominent=True,
    ),
    Act(
        "row_up",
        ("up", "pageup"),
        N_("omhoog"),
        N_("Naar de vorige regel; Page Up doet hetzelfde"),
        lambda desk, _key: _step(desk, -1),
        prominent=True,
    ),
)

THEME: Act[Any] = Act(
    "theme",
    ("t",),
    N_("kleuren"),
    N_("Donker, licht of veel contrast"),
    lambda desk, _key: setattr(desk.app, "theme", following(desk.app.theme)),
    prominent=True,
)

BLANK: Act[Any] = Act(
    "blank",
    ("b", "."),
    N_("scherm leeg"),
    N_("Het scherm leegmaken; elke toets brengt het terug"),
    lambda desk, _key: _blank(desk),
)


def help_with(elsewhere: str) -> Act[Any]:
    """All keys; `elsewhere` (untranslated) is the heading of those that mean nothing now."""
    return Act(
        "help",
        ("?",),
        N_("alle toetsen"),
        N_("Alle toetsen"),
        lambda desk, _key: show_all_keys(desk, _(elsewhere)),
        prominent=True,
    )


HELP: Act[Any] = help_with(N_("Nu niet"))
