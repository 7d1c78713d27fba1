"""Days as people type them: "12 januari", "di 12-1 om 19.30", "2027-01-12". No clock."""

import re
from datetime import date, time

from intervisie_tui.method.text import one_line

_MONTHS = ("jan", "feb", "maa|mrt|mar", "apr", "mei|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec")
"""How the months begin in both languages."""

_HOUR = re.compile(
    r"(?:^|\D)(\d{1,2})\s*(?:[:.]|u(?:ur)?\s*)(\d{2})\b|(?:^|\D)(\d{1,2})\s*(?:u\b|uur\b)", re.IGNORECASE
)
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_FIGURES = re.compile(r"\b(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{2}))?\b")
_WORDS = re.compile(r"\b(\d{1,2})\s+([a-z]{3,})\.?(?:\s+(\d{4}))?", re.IGNORECASE)


def understood(text: str, today: date) -> tuple[date, time | None] | None:
    """The day and, where there is one, the hour in what was typed; None where there is no day that exists.

    A day without a year is the next one that comes; days stand before months.
    """
    text = one_line(text)
    day = _day(text, today)
    return None if day is None else (day, _hour(_FIGURES.sub(" ", _ISO.sub(" ", text))))


def hour(text: str) -> time | None:
    """The hour in what was typed: "21:30", "21.30", "21u30", "21 uur", or just "21"."""
    text = one_line(text)
    return _hour(f"{text} uur" if re.fullmatch(r"\d{1,2}", text) else text)


def _day(text: str, today: date) -> date | None:
    if found := _ISO.search(text):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.search(text):
        year = int(found[3] or 0)
        return _coming(int(found[1]), int(found[2]), year + 2000 if 0 < year < 100 else year, today)
    for found in _WORDS.finditer(text):
        if month := _month(found[2]):
            return _coming(int(found[1]), month, int(found[3] or 0), today)
    return None


def _month(word: str) -> int:
    """Which month this is, as a whole or by its beginning; 0 for none."""
    return next((n for n, begins in enumerate(_MONTHS, 1) if re.match(begins, word, re.IGNORECASE)), 0)


def _coming(day: int, month: int, year: int, today: date) -> date | None:
    if year:
        return _made(year, month, day)
    for ahead in range(9):  # 29 February may be eight years away
        made = _made(today.year + ahead, month, day)
        if made is not None and made >= today:
            return made
    return None


def _made(year: int, month: int, day: int) -> date | None:
    """A day that exists and that a group may mean."""
    try:
        return date(year, month, day) if 1970 <= year < 3000 else None
    except ValueError:
        return None


def _hour(text: str) -> time | None:
    found = _HOUR.search(text)
    if not found:
        return None
    hours, minutes = int(found[1] or found[3]), int(found[2] or 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
