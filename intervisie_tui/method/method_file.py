"""One method from one TOML file, or all that is wrong with it."""

from itertools import islice
from pathlib import Path

import msgspec
from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.method.fault import Fault, Unreadable
from intervisie_tui.method.model import Method
from intervisie_tui.method.reading import Document, read_toml
from intervisie_tui.method.rules import broken_rules, newer
from intervisie_tui.method.text import one_line


def read_method(path: Path) -> Method | tuple[Fault, ...]:
    """The method in this file, or every fault in it, by line. Raises nothing."""
    try:
        document = read_toml(path)
    except Unreadable as unreadable:
        return (unreadable.fault,)
    document = replace(document, raw={key: _tidied(value) for key, value in document.raw.items()})
    if not any(newer(document.raw)) and not any(broken_rules(document.raw)):
        try:
            return msgspec.convert(document.raw, Method)
        except msgspec.ValidationError:
            pass  # one fault, in English; all of them are told below
    return _all_faults(document)


def _all_faults(document: Document) -> tuple[Fault, ...]:
    from intervisie_tui.method.checking import MOST, check  # walks every type; only needed for a fault

    if faults := [document.fault(*found) for found in newer(document.raw)]:
        return tuple(faults)
    faults = check(document, Method) + [document.fault(*found) for found in islice(broken_rules(document.raw), MOST)]
    if not faults:
        faults = [document.fault((), _("iets wat geen methode is"), _("een methode"))]
    return tuple(sorted(faults, key=lambda fault: fault.line))


def _tidied(raw: object) -> object:
    """The same with every text cleaned, on one line: a long text may be broken over lines where that reads better."""
    match raw:
        case str():
            return one_line(raw)
        case list():
            return [_tidied(value) for value in raw]
        case dict():
            return {key: _tidied(value) for key, value in raw.items()}
    return raw
