"""The ways in which a facilitator can intervene, read from `ingrepen.toml` beside the methods.

They hold for every method: a short title to recognise under pressure, and the line to say. The place of one in the
file is its figure on the keyboard, in every step the same, so that it can be learnt by heart.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, TypeAlias

from msgspec import Meta

from intervisie_tui.method.fault import Fault, Found
from intervisie_tui.method.model import Id, Text, Value
from intervisie_tui.method.rules import PRESENTER, Table, doubles, strange_braces, tables
from intervisie_tui.method.toml_value import read_ours, read_value

STEM = "ingrepen"
"""What the name of such a file begins with, before its language: `ingrepen.toml`, `ingrepen.en.toml`."""

ActivityKind: TypeAlias = Literal["tell", "write", "round", "talk", "choose", "summary", "note"]


class Remedy(Value, frozen=True, kw_only=True):
    """One way to intervene. `{inbrenger}` in `say` stands for the name of the presenter."""

    id: Id
    title: Annotated[str, Meta(min_length=1, max_length=40)]
    say: Text
    kinds: tuple[ActivityKind, ...] = ()  # of the activities where it comes first; none: in all of them


class Remedies(Value, frozen=True, kw_only=True):
    """What one file holds: at most as many as there are figures on the keyboard."""

    schema: Annotated[int, Meta(ge=1)]
    language: Id
    remedies: Annotated[tuple[Remedy, ...], Meta(min_length=1, max_length=9)]


class Loaded(NamedTuple):
    """The remedies there are, and what is wrong with files that hold some."""

    remedies: tuple[Remedy, ...]
    faults: tuple[Fault, ...]


def is_remedies(path: Path) -> bool:
    """Whether this is the name of a file with remedies, which is no method."""
    return path.suffix == ".toml" and path.name.split(".")[0] == STEM


def load_remedies(folders: Sequence[Path], language: str, builtin: Path | None = None) -> Loaded:
    """Those of the last folder that has a sound file: the one in `language`, else the Dutch one. Raises nothing.

    `builtin` is the folder that comes with the program.
    """
    faults: list[Fault] = []
    for folder in reversed(folders):
        for path in (folder / f"{STEM}.{language}.toml", folder / f"{STEM}.toml"):
            if not _is_there(path):
                continue
            read = read_ours(path, Remedies, _broken_rules) if folder == builtin else read_remedies(path)
            if isinstance(read, Remedies):
                return Loaded(read.remedies, tuple(faults))
            faults += read
    return Loaded((), tuple(faults))


def _is_there(path: Path) -> bool:
    """Whether there is such a file. In a folder that can't be read there is none: that is told with the methods."""
    try:
        return path.exists()
    except OSError:
        return False


def read_remedies(path: Path) -> Remedies | tuple[Fault, ...]:
    """What is in this file, or every fault in it, by line. Raises nothing."""
    return read_value(path, Remedies, _broken_rules)


def _broken_rules(raw: Table) -> Iterator[Found]:
    yield from doubles(tables(raw, "remedies"), "id")
    yield from doubles(tables(raw, "remedies"), "title")
    for place, table in tables(raw, "remedies"):
        yield from strange_braces(table, place, {PRESENTER}, PRESENTER)


def fitting(remedies: Iterable[Remedy], kind: str) -> tuple[Remedy, ...]:
    """Those that come first in an activity of this kind."""
    return tuple(remedy for remedy in remedies if not remedy.kinds or kind in remedy.kinds)
