"""What has to be right before Textual is imported, which reads its switches from the environment then."""

import gc
import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from io import TextIOWrapper
from types import ModuleType
from typing import TextIO

from intervisie_tui.locale import _
from intervisie_tui.terminal.process import close_memory

_SWITCHES = {
    "TEXTUAL_DISABLE_KITTY_KEY": "1",  # composed characters get lost in some terminals with it
    "TEXTUAL_ANIMATIONS": "none",  # a scroll that moves costs 25 times the bytes of one that doesn't
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
_CANNOT_DRAW = ("", "dumb", "unknown")


def refusal(stdin: TextIO | None, stderr: TextIO | None, environ: MutableMapping[str, str]) -> str | None:
    """The sentence to end with when there is no terminal to draw on; None when there is."""
    if not (_is_terminal(stdin) and _is_terminal(stderr)):
        return _("Dit programma heeft een terminal nodig. Over SSH: ssh -t gebruiker@computer intervisie")
    if environ.get("TERM", "") in _CANNOT_DRAW:
        return _("Deze terminal kan geen scherm tekenen (TERM is leeg of ‘dumb’). Over SSH helpt vaak: ssh -t")
    return None


class _NothingOf(ModuleType):
    """Stands in for a module of which nothing is used: whatever is imported from it is a class without contents."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):  # what the import system asks of every module
            raise AttributeError(name)
        return type(name, (), {})


def _nothing_of(*names: str) -> dict[str, ModuleType | None]:
    return {name: _NothingOf(name) for name in names}


NOT_FOR_A_SCREEN: Mapping[str, ModuleType | None] = {
    "ssl": None,
    **_nothing_of("textual.command", "textual.canvas", "rich.table"),
}
"""By the name of a module what is imported in its place; None is how the import system is told that there is none.

asyncio imports ssl for connections nobody makes, and can do without. The others are the command palette, which is
switched off; lines between widgets, which no style asks for; and a table of a theme's colours.
"""

NOT_FOR_FILES: Mapping[str, ModuleType | None] = {"typing_extensions": None, **_nothing_of("tempfile")}
"""msgspec takes from typing what it needs, and platformdirs wants a temporary folder where nobody asks for one; half
of the standard library stands behind them."""


@contextmanager
def swift(without: Mapping[str, ModuleType | None] = NOT_FOR_A_SCREEN) -> Iterator[None]:
    """For this long modules are imported without those that starting the program would only wait for.

    What was imported stays, so it is put out of the collector's sight.
    """
    left_out = {name: instead for name, instead in without.items() if name not in sys.modules}
    vars(sys)["modules"].update(left_out)
    try:
        yield
    finally:
        for name in left_out:
            sys.modules.pop(name, None)
        gc.freeze()


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def prepare(environ: MutableMapping[str, str]) -> None:
    """Make this process safe to start Textual in: our switches only, files for their owner only, its memory closed."""
    for name in list(environ):
        if name.startswith("TEXTUAL") or name in ("COLUMNS", "LINES"):
            del environ[name]
    environ.update(_SWITCHES)
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    os.umask(0o077)
    close_memory()
