"""How one screen follows another: a screen alone, and a sentence that has to be read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.content import Content
from textual.screen import Screen

from intervisie_tui.locale import _, ngettext

if TYPE_CHECKING:
    from intervisie_tui.tui.dialogs import Read


def only(app: App[Any], screen: Screen[None]) -> None:
    """Let this be the only screen there is, above the empty one that Textual keeps at the bottom."""
    while len(app.screen_stack) > 2:
        app.pop_screen()
    if len(app.screen_stack) == 2:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


def notices_line(n: int, key: str) -> str:
    """That there is something to read about the user's own files, and by which key."""
    text = ngettext(
        "{n} melding over je eigen bestanden. {key} leest hem.",
        "{n} meldingen over je eigen bestanden. {key} leest ze.",
        n,
    )
    return text.format(n=n, key=key)


def notices(sentences: Sequence[str]) -> "Read":
    """All of it, to read."""
    from intervisie_tui.tui.dialogs import Read

    return Read(_("Meldingen"), Content("\n\n").join(Content(sentence) for sentence in sentences))


def say(app: App[Any], sentence: str) -> None:
    """Show a sentence that must not be missed."""
    from intervisie_tui.tui.dialogs import Read

    app.push_screen(Read(_("Let op"), Content(sentence)))
