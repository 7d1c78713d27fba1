"""All keys of a screen, for whoever presses ?."""

from typing import Any

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.tui.row import MUTED, STRONG
from intervisie_tui.tui.screens.base import ActScreen

_KEY = 8  # columns for the key


def show_all_keys(desk: ActScreen[Any], elsewhere: str) -> None:
    """The keys that mean something now, then the others under the heading `elsewhere`."""
    from intervisie_tui.tui.dialogs import Read

    able: list[Content] = []
    others: list[Content] = []
    for act in desk.keymap.acts:
        line = Content.assemble((f"{desk.keymap.shown(act):<{_KEY}}", STRONG), _(act.help))
        (others if act.why_not(desk) is None else able).append(line)
    text = Content("\n").join(able)
    if others:
        text = Content.assemble(text, "\n\n", (elsewhere + "\n", MUTED), Content("\n").join(others))
    desk.open(Read(_("Toetsen"), text), lambda _read: None)
