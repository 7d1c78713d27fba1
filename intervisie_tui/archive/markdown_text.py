"""Words of people as Markdown that shows them letter for letter, whatever they typed.

Safe under CommonMark and GitHub's Markdown: no link, image, heading, list or HTML can come out of a text. What would
be a sign of Markdown at its place gets a backslash, and nothing else does: the file is read as plain text as well.
"""

import re

from intervisie_tui.method.text import clean, one_line

_SIGN = re.compile(
    r"[\\`*|~$\[]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it is a letter like any other
    r"|<(?=[A-Za-z/!?])|&(?=[A-Za-z#])"  # a tag, an entity
    r"|:(?=//)|(?<=www)\."  # an address, which GitHub makes a link of, with our backslashes in it
)
_BLOCK = re.compile(r"^(?=#+(?: |$)|[-+](?: |$)|--|-:|:-|>|=+$)", re.MULTILINE)
"""Where a line would begin a heading, a list, a quotation or a table, or make a heading of the line above it."""
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)](?: |$))", re.MULTILINE)
_CLOSING = re.compile(r"(?<= )(?=#+$)", re.MULTILINE)
"""Where # at the end of a line would go with a heading."""
_LEADING = re.compile(r"^ +", re.MULTILINE)


def escaped(text: str) -> str:
    """The text with its own lines kept; to stand in a paragraph or an item of a list, anywhere on a line."""
    safe = _SIGN.sub(r"\\\g<0>", clean(text))
    for place in (_BLOCK, _CLOSING):
        safe = place.sub(r"\\", safe)
    safe = _NUMBER.sub(r"\1\\", safe)
    safe = _LEADING.sub(lambda blanks: "&nbsp;" * len(blanks[0]), safe)
    return safe.replace("\n", "\\\n")


def on_one_line(text: str) -> str:
    """The text for a heading, a cell of a table or a name."""
    return escaped(one_line(text))


def item(text: str) -> str:
    """An item of a list; further lines of the (already escaped) text hang under the first."""
    return "- " + text.replace("\n", "\n  ")
