"""Laying out text in lines: wrapped under itself, and cut where there is no room, always so that it shows."""

import re
from collections.abc import Sequence

from textual.content import Content

MORE = "…"

_SIMPLE = re.compile("[ -~¡-¬®-ɏ–—‘’“”…↳✎✓·●]*")
"""Letters and signs that take one column, and no blank but the usual one."""

_OPENING = re.compile(r" *(?:\d{1,3} +|[↳✎✓·–] +|\S{1,16}(?: \S{1,8})? {2,})?")


def hanging(head: Content, body: Content, width: int) -> list[Content]:
    """The body behind the head, wrapped so that every further line stands under the first word of the body."""
    indent = head.cell_length
    first, *more = body.wrap(max(8, width - indent)) or [Content("")]
    return [head + first, *(Content(" " * indent) + line for line in more)]


def under_itself(content: Content, width: int) -> list[Content]:
    """Each line wrapped under its own words: behind its blanks, and behind what begins it in a column of its own.

    That is a number, a sign, or a word or two with two blanks after them: a key, what an agreement is about.
    """
    lines: list[Content] = []
    for line in content.split("\n", allow_blank=True):
        opening = _OPENING.match(line.plain)
        at = opening.end() if opening and opening.end() < width // 2 else 0
        lines += hanging(line[:at], line[at:], width)
    return lines


def height(text: str, width: int) -> int:
    """How many lines `under_itself` makes of this. A list asks it of thousands: what is plain is only counted."""
    return sum(_count(line, width) for line in text.split("\n"))


def _count(line: str, width: int) -> int:
    opening = _OPENING.match(line)
    at = opening.end() if opening and opening.end() < width // 2 else 0
    count = _breaks(line, at, max(8, width - at)) if _SIMPLE.fullmatch(line) else 0
    return count or len(under_itself(Content(line), width))


def _breaks(line: str, start: int, width: int) -> int:
    """The lines that words of one column a letter take from `start` on; 0 where one of them is wider than a line."""
    count, end = 1, len(line.rstrip(" "))
    while end - start > width:
        blank = line.rfind(" ", start, start + width + 1)
        if not line[start : max(start, blank)].strip(" "):
            return 0
        start = blank + 1
        while line[start] == " ":
            start += 1
        count += 1
    return count


def cut(lines: Sequence[Content], most: int, width: int) -> list[Content]:
    """At most so many lines; where some are left out, the last one ends in "…"."""
    if len(lines) <= most:
        return list(lines)
    kept = list(lines[:most])
    kept[-1] = short(kept[-1], width, more=True)
    return kept


def short(line: Content, width: int, more: bool = False) -> Content:
    """One line of at most this width, ended by "…" where something is left out, or where `more` follows."""
    if line.cell_length <= width and not more:
        return line
    return line.truncate(max(0, width - len(MORE))).rstrip() + MORE
