"""On which line each value of a TOML file stands, so that a fault can be pointed at.

Walks over text that `tomli` has accepted already, hence trusts its form; `tomli` keeps no lines itself.
"""

import re

from intervisie_tui.method.fault import Place

_BLANK = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"[^,\]}#\n]+")


def lines_of(text: str) -> dict[Place, int]:
    """The line, from 1, of every key, table and element of a list. `text` is valid TOML with LF line ends."""
    walk = _Walk(text)
    walk.statements()
    return walk.lines


class _Walk:
    """A place in the text that moves on, and the lines seen so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.lines: dict[Place, int] = {}
        self.tables: dict[Place, int] = {}  # how many elements each [[list of tables]] has by now

    def statements(self) -> None:
        inside: Place = ()
        while self.skip() < len(self.text):
            if self.text[self.at] == "[":
                inside = self.header()
            else:
                self.pair(inside)

    def header(self) -> Place:
        listed = self.text.startswith("[[", self.at)
        self.move(self.at + (2 if listed else 1))
        keys = self.keys()
        self.move(self.at + (2 if listed else 1))
        place: Place = ()
        for key in keys[:-1]:
            place = self.last((*place, key))
        place = (*place, keys[-1])
        self.lines.setdefault(place, self.line)
        if listed:
            self.tables[place] = self.tables.get(place, 0) + 1
        place = self.last(place)
        self.lines.setdefault(place, self.line)
        return place

    def last(self, place: Place) -> Place:
        """The table that a header means by this name: the newest one, if there is a list of them."""
        return (*place, self.tables[place] - 1) if place in self.tables else place

    def pair(self, inside: Place) -> None:
        line = self.line
        place = inside
        for key in self.keys():
            place = (*place, key)
            self.lines.setdefault(place, line)
        self.move(self.at + 1)  # the =
        self.skip()
        self.value(place)

    def keys(self) -> list[str]:
        """One key or several with dots between; stops at what follows them."""
        found = []
        while True:
            self.skip()
            quoted = _STRING.match(self.text, self.at)
            match = quoted or _BARE_KEY.match(self.text, self.at)
            assert match is not None, "valid TOML has a key here"
            found.append(match[0][1:-1] if quoted else match[0])
            self.move(match.end())
            if self.text[self.skip()] != ".":
                return found
            self.move(self.at + 1)

    def value(self, place: Place) -> None:
        first = self.text[self.at]
        if first in "[{":
            self.collection(place, "]" if first == "[" else "}")
            return
        match = _STRING.match(self.text, self.at) or _BARE_VALUE.match(self.text, self.at)
        assert match is not None, "valid TOML has a value here"
        self.move(match.end())

    def collection(self, place: Place, end: str) -> None:
        self.move(self.at + 1)
        count = 0
        while self.text[self.skip()] != end:
            if self.text[self.at] == ",":
                self.move(self.at + 1)
            elif end == "}":
                self.pair(place)
            else:
                self.lines[(*place, count)] = self.line
                self.value((*place, count))
                count += 1
        self.move(self.at + 1)

    def skip(self) -> int:
        """Past blanks, line ends and comments; returns where that is."""
        match = _BLANK.match(self.text, self.at)
        if match is not None:
            self.move(match.end())
        return self.at

    def move(self, to: int) -> None:
        self.line += self.text.count("\n", self.at, to)
        self.at = to
