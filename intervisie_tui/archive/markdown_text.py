"""Words of people as Markdown that shows them letter for letter, whatever they typed.

Safe under CommonMark and GitHub's Markdown: no link, image, heading, list or HTML can come out of a text.
"""

import re

from intervisie_tui.method.text import clean, one_line

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LEADING = re.compile(r"^ +", re.MULTILINE)


def escaped(text: str) -> str:
    """The text with its own lines kept; to stand in a paragraph or an item of a list."""
    safe = _PUNCTUATION.sub(r"\\\1", clean(text))
    safe = _LEADING.sub(lambda blanks: "&nbsp;" * len(blanks[0]), safe)
    return safe.replace("\n", "\\\n")


def on_one_line(text: str) -> str:
    """The text for a heading, a cell of a table or a name."""
    return escaped(one_line(text))


def item(text: str) -> str:
    """An item of a list; further lines of the (already escaped) text hang under the first."""
    return "- " + text.replace("\n", "\n  ")
