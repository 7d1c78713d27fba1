"""What the commands share: failing in words, showing a path, giving away a text."""

import os
import sys
from pathlib import Path

from intervisie_tui.locale import _


class Failed(Exception):
    """The command cannot be done; the text says why, a line a reason."""


def shown(path: Path) -> str:
    """A path that steers no terminal."""
    from intervisie_tui.method.text import one_line

    return one_line(str(path))


def give(text: str, output: str) -> None:
    """Print a text ("-"), or write it to a file that is not there yet. Raises Failed."""
    if output == "-":
        sys.stdout.write(text)
    else:
        _write_new(Path(output), text)


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, for its owner alone: it holds what the group said."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise Failed(f"{shown(path)}: " + _("dit bestand is er al en wordt niet overschreven")) from None
    except (OSError, ValueError):
        raise Failed(f"{shown(path)}: " + _("hier kan niet geschreven worden")) from None


def where(path: Path, line: int) -> str:
    """A place in a file as editors understand it; line 0: the file as a whole."""
    return f"{shown(path)}:{line}" if line else shown(path)
