"""The methods there are: the built-in ones, then the user's own, which may replace a built-in one by its id.

The ways to intervene lie in the same folders, and are found with them.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.method.fault import Fault, shown
from intervisie_tui.method.method_file import read_builtin, read_method
from intervisie_tui.method.model import Method, Script
from intervisie_tui.method.remedies import Remedy, is_remedies, load_remedies
from intervisie_tui.method.text import one_line

_Key: TypeAlias = tuple[str, str]  # script and id: a closing never takes the place of a case

_MOST = 500
"""Files in one folder that are looked at; whoever has more has given the wrong folder."""


class Entry(Struct, frozen=True, kw_only=True):
    """A method, the file it came from, and whether it stands in for a built-in one with the same id."""

    method: Method
    path: Path
    replaced: bool = False


class Catalogue(Struct, frozen=True, kw_only=True):
    """Every method that could be read: those for a case, and the scripts of the other parts of a meeting.

    `remedies` are the ways to intervene, which hold for every method.
    """

    methods: tuple[Entry, ...] = ()
    scripts: tuple[Entry, ...] = ()  # of each script the one that is used
    remedies: tuple[Remedy, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def closing(self) -> Entry | None:
        """The script that ends a meeting, if there is one."""
        return next((entry for entry in self.scripts if entry.method.script == "closing"), None)

    def script(self, wanted: Script) -> Method | None:
        """The script that leads such a part of a meeting. Of two (one's own beside the built-in one) the later one."""
        return next((entry.method for entry in self.scripts if entry.method.script == wanted), None)

    def find(self, wanted: str) -> Method | None:
        """The method for a case that has this id."""
        return next((entry.method for entry in self.methods if entry.method.id == wanted), None)


def load(folders: Sequence[Path], language: str) -> Catalogue:
    """The methods in the `*.toml` files of these folders, a later folder before an earlier one. Raises nothing.

    Of the files with one id in one folder, that in `language` is taken, else the Dutch one, else the first by name.
    A file with a fault is left out and its faults are kept; a folder that is not there is no fault.
    """
    entries: dict[_Key, Entry] = {}
    faults: list[Fault] = []
    for folder in folders:
        paths = _method_files(folder, faults)
        if folder == builtin_folder():
            best = _best(_named_for(paths, language), read_builtin, language, faults)
        else:
            best = _best(paths, read_method, language, faults)
        entries |= {key: replace(entry, replaced=key in entries) for key, entry in best.items()}
    scripts = {entry.method.script: entry for entry in entries.values() if entry.method.script != "case"}
    remedies, wrong = load_remedies(folders, language, builtin_folder())
    return Catalogue(
        methods=tuple(entry for entry in entries.values() if entry.method.script == "case"),
        scripts=tuple(scripts.values()),
        remedies=remedies,
        faults=(*faults, *wrong),
    )


def _named_for(paths: list[Path], language: str) -> list[Path]:
    """Of the files that come with the program those in this language or else in Dutch, by their names: every start
    waits for them to be read. Of the user's own all are read, since what is wrong with them is told.
    """
    chosen: dict[str, Path] = {}
    for path in paths:
        name, _dot, of = path.stem.partition(".")  # "balint-5", and "en" where it isn't Dutch
        if of == language or (not of and name not in chosen):
            chosen[name] = path
    return sorted(chosen.values())


def _best(
    paths: list[Path], read: Callable[[Path], Method | tuple[Fault, ...]], language: str, faults: list[Fault]
) -> dict[_Key, Entry]:
    """Of each method in one folder the file in the language that suits best; what is wrong goes to `faults`."""
    best: dict[_Key, Entry] = {}
    for path in paths:
        method = read(path)
        if not isinstance(method, Method):
            faults += method
            continue
        entry = Entry(method=method, path=path)
        rival = best.setdefault((method.script, method.id), entry)
        if rival is not entry and rival.method.language == method.language:
            faults.append(_double(entry, rival))
        elif _rank(method, language) < _rank(rival.method, language):
            best[method.script, method.id] = entry
    return best


def _double(entry: Entry, rival: Entry) -> Fault:
    other = one_line(rival.path.name)
    return Fault(
        file=one_line(str(entry.path)),
        key="id",
        found=_("{id}, dat al in {file} staat").format(id=shown(entry.method.id), file=other),
        expected=_("een id dat er in deze taal nog niet is"),
    )


def builtin_folder() -> Path:
    """Where the methods lie that come with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).parent.parent  # asking importlib.resources takes longer than reading the methods
    packaged = package / "methods"
    return packaged if packaged.is_dir() else package.parent / "methods"


def _method_files(folder: Path, faults: list[Fault]) -> list[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith("."))
        paths = [path for path in paths if not is_remedies(path)]
    except FileNotFoundError:
        return []
    except OSError as error:
        faults.append(
            Fault(
                file=one_line(str(folder)),
                found=one_line(error.strerror or _("een fout")),
                expected=_("een map die te lezen is"),
            )
        )
        return []
    if len(paths) > _MOST:
        found = _("{n} bestanden").format(n=len(paths))
        faults.append(Fault(file=one_line(str(folder)), found=found, expected=_("ten hoogste {n}").format(n=_MOST)))
    return paths[:_MOST]


def _rank(method: Method, language: str) -> int:
    return 0 if method.language == language else 1 if method.language == "nl" else 2
