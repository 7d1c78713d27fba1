"""What the program switches on in a terminal, and how that is switched off again, whoever has to do it.

Used by the driver, by the watchdog when the event loop hangs, and by the parent process after kill -9, so it imports
nothing of Textual.
"""

from __future__ import annotations

import os
import select
import termios
import time

TYPE_CHECKING = False  # without `typing`: see `launch`
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    Attributes = list[Any]  # as termios gives them: [iflag, oflag, cflag, lflag, ispeed, ospeed, cc]

ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l"
"""Other screen, no cursor, pastes marked, no wrapping. No mouse, focus reports, key protocol: nothing needs them."""

LEAVE = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1004l\x1b[?2004l\x1b[?2026l\x1b[?7h\x1b[m"
    # Wiped before it is left, since some terminals have no other screen; in two parts, since clearing
    # all of it at once moves the lines into the history of some.
    "\x1b[2;1H\x1b[J\x1b[1;1H\x1b[K"
    "\x1b[?1049l\x1b[?25h"
)
"""All of `ENTER` off again, and what somebody else may have left on; the screen is wiped."""


ERASE_IN_COLOUR = {
    "alacritty",
    "gnome",
    "iterm2",
    "konsole",
    "linux",
    "mintty",
    "ms-terminal",
    "putty",
    "rxvt",
    "rxvt-unicode",
    "st",
    "vte",
    "xterm",
}
"""The terminals that people have of which terminfo says `bce`, by TERM, without how many colours they have.

Asking curses takes as much time as reading all methods, and four fifths of a megabyte, and terminfo too knows a
terminal by no more than this name.
"""

COLOURS = ("-16color", "-256color", "-direct")
"""What a name may end with that has more colours."""


def attributes(fd: int) -> Attributes | None:
    """The line settings of the terminal, or None when it isn't one (or no longer)."""
    try:
        return termios.tcgetattr(fd)
    except termios.error:
        return None


def raw(before: Attributes) -> Attributes:
    """The same settings with each key passed on as it is pressed: no echo, no signals, no flow control."""
    iflag, oflag, cflag, lflag, ispeed, ospeed, cc = before
    iflag &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    lflag &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    cc = list(cc)
    cc[termios.VMIN], cc[termios.VTIME] = 1, 0
    return [iflag, oflag, cflag, lflag, ispeed, ospeed, cc]


def erases_in_colour(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is known to erase in the background colour of the moment. False when in doubt."""
    name = environ.get("TERM", "")
    for ending in COLOURS:
        name = name.removesuffix(ending)
    return name in ERASE_IN_COLOUR and "STY" not in environ  # GNU screen doesn't, whatever TERM says


def put(fd: int, text: str, seconds: float) -> bool:
    """Write a short text to a terminal that may have stopped reading; False if it did not take all of it in time."""
    data = text.encode()
    end = time.monotonic() + seconds
    while data:
        try:
            if not select.select([], [fd], [], max(0.0, end - time.monotonic()))[1]:
                return False
            data = data[os.write(fd, data) :]
        except (OSError, ValueError):  # the terminal is gone
            return False
    return True


def settle(fd: int, wanted: Attributes) -> None:
    """Give the line these settings now, not when output has drained (maybe never); drops keys typed ahead."""
    try:
        termios.tcflush(fd, termios.TCIFLUSH)
        termios.tcsetattr(fd, termios.TCSANOW, wanted)
    except termios.error:  # gone: nothing to put back
        pass


class Terminal:
    """The terminal this process draws on: how it was found, and whether it has been changed."""

    def __init__(self, input_fd: int, output_fd: int) -> None:
        self.input_fd = input_fd
        self.output_fd = output_fd
        self._found = attributes(input_fd)
        self._changed = False

    def make_raw(self) -> None:
        self._changed = True
        if self._found is not None:
            try:
                termios.tcsetattr(self.input_fd, termios.TCSANOW, raw(self._found))
            except termios.error:  # gone: reading from it will tell
                pass

    def make_as_found(self) -> None:
        """The line settings back; to be called when `LEAVE` has been written, so that others can tell by them."""
        self._changed = False
        if self._found is not None:
            settle(self.input_fd, self._found)

    def reset(self, seconds: float = 0.5) -> None:
        """All back as it was found, if it isn't already: for when the driver can't do it any more."""
        if self._changed:
            put(self.output_fd, LEAVE, seconds)
            self.make_as_found()
