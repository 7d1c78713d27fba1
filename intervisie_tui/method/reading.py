"""Reading one TOML file that anybody may have written: small, a regular file, and never a wait without end.

`tomli` takes minutes over a few megabytes of dotted keys and runs out of stack on deep nesting, so what it
is given is measured first (`guarded`).
"""

import os
import re
import stat
from codecs import BOM_UTF8
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import tomli
from msgspec import Struct

from intervisie_tui.locale import _
from intervisie_tui.method.fault import Fault, Place, Unreadable, key_of, shown
from intervisie_tui.method.text import one_line

LARGEST = 256 * 1024
"""Bytes in the file of a method; the built-in ones take some fifteen thousand."""

_VALUES = 10_000
"""Values in a file that somebody wrote by hand."""
_DOTS = 8
_DEPTH = 16

# Patterns, not compiled: most starts read no file that anybody else wrote.
# Every alternative matches to its end or to the end of the line or file, so the scan never turns back.
_QUOTED = (
    r'(?s)"""(?:[^\\]|\\.?)*?(?:"{3,5}|\Z)'
    r"|'''.*?(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\[^\n]?)*"?'
    r"|'[^'\n]*'?"
    r"|#[^\n]*"
)
_DOTTED = rf"(?:\.[^.=,\[\]{{}}\n]*){{{_DOTS + 1}}}"
_LINE_PATTERN = r"\(at line (\d+), column \d+\)"


class Document(Struct, frozen=True, dict=True):
    """A file that is TOML: its name as shown, its source text, and what is in it."""

    file: str
    text: str
    raw: dict[str, Any]

    @cached_property
    def _lines(self) -> dict[Place, int]:
        from intervisie_tui.method.locating import lines_of  # dear, and only needed for a fault

        return lines_of(self.text)

    def line(self, place: Place) -> int:
        """The line, from 1, of this value, or else of what is nearest around it; 0 for the file as a whole."""
        for end in range(len(place), 0, -1):
            if line := self._lines.get(place[:end]):
                return line
        return 0

    def fault(self, place: Place, found: str, expected: str) -> Fault:
        return Fault(file=self.file, line=self.line(place), key=key_of(place), found=found, expected=expected)


def read_toml(path: Path, limit: int = LARGEST) -> Document:
    """The TOML in a regular file of at most `limit` bytes; links are followed. Raises `Unreadable`."""
    name = one_line(str(path))
    return parse(_bytes(path, name, limit), name)


def parse(data: bytes, file: str, most: int = _VALUES) -> Document:
    """The TOML in these bytes, with at most so many values; `file` is the name for messages. Raises `Unreadable`."""
    file = one_line(file)
    try:
        text = data.removeprefix(BOM_UTF8).decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            Fault(file=file, line=line, found=_("tekens die geen UTF-8 zijn"), expected=_("tekst in UTF-8"))
        ) from None
    _guard(text, file, most)
    try:
        return Document(file, text, tomli.loads(text))
    except (ValueError, RecursionError, MemoryError) as error:
        at = re.search(_LINE_PATTERN, str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise Unreadable(_no_toml(file, line, text)) from None


def _bytes(path: Path, name: str, limit: int) -> bytes:
    try:
        # Without O_NONBLOCK, opening a named pipe waits for somebody who writes to it.
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            _usable(os.fstat(number), name, limit)
            with os.fdopen(number, "rb", closefd=False) as file:
                data = file.read(limit + 1)
        finally:
            os.close(number)
    except (OSError, ValueError) as error:
        raise Unreadable(Fault(file=name, found=_reason(error), expected=_("een bestand dat te lezen is"))) from None
    if len(data) > limit:
        raise _too_large(name, len(data), limit)
    return data


def _usable(status: os.stat_result, name: str, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable(Fault(file=name, found=_("een map"), expected=_("een TOML-bestand")))
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(Fault(file=name, found=_("geen gewoon bestand"), expected=_("een TOML-bestand")))
    if status.st_size > limit:
        raise _too_large(name, status.st_size, limit)


def _too_large(name: str, size: int, limit: int) -> Unreadable:
    most = _("ten hoogste {size} kB").format(size=limit // 1024)
    return Unreadable(Fault(file=name, found=_("{size} kB").format(size=size // 1024 + 1), expected=most))


def _reason(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return _("geen bestand met deze naam")
        case PermissionError():
            return _("een bestand dat je niet mag lezen")
        case OSError(strerror=str(reason)):
            return one_line(reason)
    return _("een naam die niet kan")


def _guard(text: str, file: str, most: int) -> None:
    """Refuse what would keep `tomli` busy for long or exhaust the stack."""
    bare = re.sub(_QUOTED, "_", text)
    found = expected = ""
    if sum(map(bare.count, "=,[")) > most:
        found, expected = _("heel veel waarden"), _("ten hoogste {n} waarden").format(n=most)
    elif re.search(_DOTTED, bare):
        found = _("een sleutel met heel veel punten")
        expected = _("ten hoogste {n} punten in een sleutel").format(n=_DOTS)
    elif _depth(bare) > _DEPTH:
        found, expected = _("lijsten in lijsten in lijsten"), _("ten hoogste {n} lagen diep").format(n=_DEPTH)
    if found:
        raise Unreadable(Fault(file=file, found=found, expected=expected))


def _depth(bare: str) -> int:
    """How many brackets are open at once at most."""
    return max(accumulate((1 if bracket in "[{" else -1 for bracket in re.findall(r"[\[\]{}]", bare)), initial=0))


def _no_toml(file: str, line: int, text: str) -> Fault:
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    return Fault(
        file=file,
        line=line,
        found=shown(here) if here.strip() else _("iets onafs"),
        expected=_('TOML, zoals: naam = "tekst tussen aanhalingstekens"'),
    )
