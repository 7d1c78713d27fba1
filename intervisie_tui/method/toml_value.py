"""A value from one TOML file that anybody may have written, or all that is wrong with it: a method, a scenario, …"""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli
from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.method.fault import Fault, Found, Unreadable
from intervisie_tui.method.reading import Document, read_toml
from intervisie_tui.method.rules import Table, newer
from intervisie_tui.method.text import one_line

Kept = TypeVar("Kept", bound=msgspec.Struct)


def read_value(path: Path, kind: type[Kept], rules: Callable[[Table], Iterator[Found]]) -> Kept | tuple[Fault, ...]:
    """The `kind` in this file, or every fault in it, by line: of form, and of `rules`. Raises nothing.

    Every text is cleaned, on one line: a long one may be broken over lines where that reads better.
    """
    try:
        document = read_toml(path)
    except Unreadable as unreadable:
        return (unreadable.fault,)
    raw: dict[str, Any] = {key: _tidied(value) for key, value in document.raw.items()}
    if not any(newer(raw)) and not any(rules(raw)):
        try:
            return msgspec.convert(raw, kind)
        except msgspec.ValidationError:
            pass  # one fault, in English; all of them are told below
    return _all_faults(replace(document, raw=raw), kind, rules)


def read_ours(path: Path, kind: type[Kept], rules: Callable[[Table], Iterator[Found]]) -> Kept | tuple[Fault, ...]:
    """As `read_value`, of a file that comes with the program: tests look for its faults, so that no start has to."""
    try:
        raw = tomli.loads(path.read_text("utf-8"))
        return msgspec.convert({key: _tidied(value) for key, value in raw.items()}, kind)
    except (OSError, ValueError):  # somebody has changed it
        return read_value(path, kind, rules)


def _all_faults(
    document: Document, kind: type[msgspec.Struct], rules: Callable[[Table], Iterator[Found]]
) -> tuple[Fault, ...]:
    from intervisie_tui.method.checking import MOST, check  # walks every type; only needed for a fault

    if faults := [document.fault(*found) for found in newer(document.raw)]:
        return tuple(faults)
    faults = check(document, kind) + [document.fault(*found) for found in islice(rules(document.raw), MOST)]
    if not faults:
        faults = [document.fault((), _("iets anders"), _("wat in zo'n bestand hoort"))]
    return tuple(sorted(faults, key=lambda fault: fault.line))


def _tidied(raw: object) -> object:
    match raw:
        case str():
            return one_line(raw)
        case list():
            return [_tidied(value) for value in raw]
        case dict():
            return {key: _tidied(value) for key, value in raw.items()}
    return raw
