"""Letters as people see them: what one press of Backspace takes, and how many cells it fills.

A letter with its accents, a family of emoji and a flag are one each, and so is a line end. Widths are Rich's, by which
all that is drawn is counted. Most texts are plain, and then nothing is looked up.
"""

import re

from rich.cells import cell_len, get_character_cell_size, split_graphemes

_ODD = "[^\n -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2500-\u25fc\u2800-\u28ff]"
_JOINER = "\u200d"
_NO_START = {_JOINER, "\ufe0f"}
_HALF = "[\U0001f1e6-\U0001f1ff]"
_WINDOW = 32
"""Characters that are looked at for the end of one letter; more where it has more."""


def plain(text: str) -> bool:
    """Whether each character is a letter of its own and one cell wide (a line end has none)."""
    return (text.isascii() and text.isprintable()) or re.search(_ODD, text) is None


def cells(text: str) -> int:
    """How many cells a text without line ends fills."""
    return len(text) if plain(text) else cell_len(text)


def letters(line: str) -> list[tuple[int, int, int]]:
    """The letters of a text without line ends, each with its start, its end and its cells."""
    if line.startswith(_JOINER):  # where there is nothing to join it to, Rich's two counts differ; this is `cell_len`'s
        end = 0
        while line.startswith(_JOINER, end):
            end += 2
        behind = ((start + end, stop + end, wide) for start, stop, wide in letters(line[end:]))
        return [(0, min(end, len(line)), 0), *behind]
    found, _cells = split_graphemes(line)
    return found if re.search(_HALF, line) is None else _with_flags(line, found)


def _with_flags(line: str, found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    joined: list[tuple[int, int, int]] = []
    half = False
    for start, end, wide in found:
        begins_flag = re.match(_HALF, line[start : start + 1]) is not None
        if half and begins_flag:  # Rich counts the halves of a flag apart
            before = joined.pop()
            joined.append((before[0], end, before[2] + wide))
            half = False
        else:
            joined.append((start, end, wide))
            half = begins_flag and end == start + 1
    return joined


def start_of(text: str, at: int) -> int:
    """Where the letter begins that has the character at this place."""
    if text[at] == "\n":
        return at
    start = at
    while start > 0 and text[start - 1] != "\n" and not _begins(text, start):
        start -= 1
    return at if start == at else start + letters(text[start : at + 1])[-1][0]


def before(text: str, at: int) -> int:
    """Where the letter begins that ends here; the start of the text where there is none."""
    return start_of(text, at - 1) if at > 0 else 0


def after(text: str, at: int) -> int:
    """Where the letter ends that begins here; the end of the text where there is none."""
    if at + 1 >= len(text) or plain(text[at : at + 2]) or text[at] == "\n":
        return min(at + 1, len(text))
    line_end = text.find("\n", at)
    end = len(text) if line_end < 0 else line_end
    size = _WINDOW
    while True:
        found = letters(text[at : min(at + size, end)])
        if len(found) > 1 or at + size >= end:
            return at + found[0][1]
        size *= 2


def edge(text: str, at: int) -> int:
    """This place, or where it lies within a letter, the end of that."""
    if not 0 < at < len(text):
        return at
    start = start_of(text, at)
    return at if start == at else after(text, start)


def _begins(text: str, at: int) -> bool:
    """Whether a letter begins here for certain, whatever stands before."""
    character = text[at]
    if character in _NO_START or text[at - 1] == _JOINER or re.match(_HALF, character):
        return False
    return plain(character) or get_character_cell_size(character) > 0
