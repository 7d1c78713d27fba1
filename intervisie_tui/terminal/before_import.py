"""What has to be right before Textual is imported, which reads its switches from the environment then."""

import os
import sys
from collections.abc import MutableMapping
from io import TextIOWrapper
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
