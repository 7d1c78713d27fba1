"""How one screen follows another: a screen alone, and a sentence that has to be read."""

from typing import Any

from textual.app import App
from textual.content import Content
from textual.screen import Screen

from intervisie_tui.locale import _


def only(app: App[Any], screen: Screen[None]) -> None:
    """Let this be the only screen there is, above the empty one that Textual keeps at the bottom."""
    while len(app.screen_stack) > 2:
        app.pop_screen()
    if len(app.screen_stack) == 2:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


def say(app: App[Any], sentence: str) -> None:
    """Show a sentence that must not be missed."""
    from intervisie_tui.tui.dialogs import Read

    app.push_screen(Read(_("Let op"), Content(sentence)))
