"""A fault in a file: where it is, what was found there and what was expected."""

from typing import NamedTuple, TypeAlias

from msgspec import Struct

from intervisie_tui.locale import _
from intervisie_tui.method.text import one_line

Place: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys, and places in lists counted from 0, as in ("steps", 1, "minutes")."""


class Found(NamedTuple):
    """A fault in a value, wherever that came from: it knows no file and no line."""

    place: Place
    found: str
    expected: str


class Fault(Struct, frozen=True, kw_only=True, order=True):
    """One fault. `line` counts from 1; 0 is the file as a whole. All of it is fit to be shown."""

    file: str
    line: int = 0
    key: str = ""
    found: str
    expected: str

    def __str__(self) -> str:
        where = ":".join(part for part in (self.file, str(self.line or ""), " " + self.key if self.key else "") if part)
        return _("{where}: gevonden {found}, verwacht {expected}").format(
            where=where, found=self.found, expected=self.expected
        )


class Unreadable(Exception):
    """A file that cannot be read or is no TOML at all; `fault` says what is wrong with it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def key_of(place: Place) -> str:
    """The place as a person writes it, lists counted from 1: `steps[2].minutes`."""
    text = ""
    for part in place:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return shortened(text)


def shortened(text: str, width: int = 60) -> str:
    """The text on one line, cut where it becomes too long for a message."""
    text = one_line(text[: width * 10])  # no need to clean a book for the sake of a line
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def shown(value: object) -> str:
    """What was found, in words: a text between quotes, a number, or what kind of thing it is."""
    match value:
        case str():
            return f'"{shortened(value)}"'
        case bool():
            return "true" if value else "false"
        case int() if abs(value) > 10**18:  # longer ones cannot even be written out by Python
            return _("een heel groot getal")
        case int() | float():
            return str(value)
        case list():
            return _("een lijst") if value else _("een lege lijst")
        case dict():
            return _("een tabel")
        case _:
            return _("een datum of tijd")
