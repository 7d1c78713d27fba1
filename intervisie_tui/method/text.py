"""Text as it may come in: the one door through which words typed, pasted or read from a file pass."""

import re
import unicodedata

LONGEST = 20_000
"""Characters in one text; more than anybody reads from a shared screen."""

# Patterns, since compiling them takes a while and the texts of methods come to neither.
_LINE_ENDS = "\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
_FORBIDDEN = (
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1: they steer a terminal
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks and overrides: they reorder what is read
    "\ufeff\ufff9-\ufffb\ufe0f"  # byte order mark, interlinear marks; VS16, whose width every terminal guesses
    "\ud800-\udfff]"  # lone surrogates: they cannot be written to a file
)


def clean(text: str) -> str:
    """The text without what steers a terminal, reorders reading or cannot be saved; NFC, lines ended by LF.

    Tabs become blanks, blanks at line ends go, and so do empty lines around the text. Never fails, and
    `clean(clean(x)) == clean(x)`. Longer than `LONGEST` is cut there.
    """
    text = re.sub(_LINE_ENDS, "\n", text).replace("\t", "    ")
    text = unicodedata.normalize("NFC", re.sub(_FORBIDDEN, "", text))[:LONGEST]
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def one_line(text: str) -> str:
    """The cleaned text on one line, runs of white space as one blank: for names and titles."""
    if text.isprintable() and "  " not in text and "\ufe0f" not in text and len(text) <= LONGEST:
        return unicodedata.normalize("NFC", text).strip()  # what texts of methods are: it comes to the same
    return " ".join(clean(text).split())
