"""The scenarios there are: those that come with the program, then the user's own, which may replace one by its id."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from intervisie_tui.method.catalogue import Catalogue, load
from intervisie_tui.method.fault import Fault
from intervisie_tui.method.model import ID_PATTERN, Method
from intervisie_tui.method.remedies import Remedy
from intervisie_tui.method.toml_value import read_value
from intervisie_tui.practice.rules import broken_rules
from intervisie_tui.practice.scenario import Scenario

DEFAULT = "mail-om-tien-uur"
"""The id of the scenario for who doesn't choose: a method for beginners, a theme that everybody knows."""


class Script(Struct, frozen=True, kw_only=True):
    """A scenario with all that it is played with, in its own language."""

    scenario: Scenario
    method: Method
    closing: Method
    remedies: tuple[Remedy, ...]

    @property
    def methods(self) -> tuple[Method, Method]:
        """Of the case and of the closing: the parts of the meeting, in order."""
        return self.method, self.closing


class Scenarios(Struct, frozen=True, kw_only=True):
    """Every scenario that could be read."""

    scripts: tuple[Script, ...] = ()
    faults: tuple[Fault, ...] = ()

    def find(self, wanted: str) -> Script | None:
        """The scenario that has this id."""
        return next((script for script in self.scripts if script.scenario.id == wanted), None)

    @property
    def first(self) -> Script | None:
        """The one for who doesn't choose."""
        return self.find(DEFAULT) or next(iter(self.scripts), None)


def builtin_folder() -> Path:
    """Where the scenarios lie that come with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    packaged = package / "scenarios"
    return packaged if packaged.is_dir() else package.parent / "scenarios"


def methods_in(folders: Sequence[Path]) -> Callable[[str], Catalogue]:
    """The methods of these folders, by the language that is asked for; each language is read once."""
    return cache(lambda language: load(tuple(folders), language))


def load_scenarios(folders: Sequence[Path], methods: Callable[[str], Catalogue]) -> Scenarios:
    """The scenarios in the `*.toml` files of these folders, a later one in place of an earlier. Raises nothing."""
    scripts: dict[str, Script] = {}
    faults: list[Fault] = []
    for folder in folders:
        try:
            paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml" and path.name[0] != ".")
        except OSError:
            continue  # the user need have none
        for path in paths:
            read = read_script(path, methods)
            if isinstance(read, Script):
                scripts[read.scenario.id] = read
            else:
                faults += read
    return Scenarios(scripts=tuple(scripts.values()), faults=tuple(faults))


def find_script(wanted: str, folders: Sequence[Path], methods: Callable[[str], Catalogue]) -> Script | None:
    """The scenario with this id; the other files are only read when it is not in the one that has its name."""
    if re.fullmatch(ID_PATTERN, wanted):
        for folder in reversed(folders):
            path = folder / f"{wanted}.toml"
            read = read_script(path, methods) if path.exists() else None
            if isinstance(read, Script) and read.scenario.id == wanted:
                return read
    return load_scenarios(folders, methods).find(wanted)


def read_script(path: Path, methods: Callable[[str], Catalogue]) -> Script | tuple[Fault, ...]:
    """The scenario in this file with what it is played with, or every fault in it, by line. Raises nothing."""
    read = read_value(path, Scenario, lambda raw: broken_rules(raw, methods))
    if not isinstance(read, Scenario):
        return read
    catalogue = methods(read.language)
    method, closing = catalogue.find(read.method), catalogue.closing
    if method is None or closing is None:  # the check has seen the method; a closing comes with every installation
        return (Fault(file=str(path), key="method", found=read.method, expected="afsluiting.toml"),)
    return Script(scenario=read, method=method, closing=closing.method, remedies=catalogue.remedies)
