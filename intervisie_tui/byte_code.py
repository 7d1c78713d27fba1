"""Imports straight from byte code: of four hundred modules each is found by opening one file.

Python's own finder asks more of the disk for each, which takes a twentieth of a start. Whatever is out of the ordinary
(no byte code, that of another source or of another Python, a folder in parts) is left to it.
"""

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from marshal import loads
from types import CodeType, ModuleType

_PACKAGES = frozenset(("asyncio", "intervisie_tui", "msgspec", "platformdirs", "rich", "textual"))
"""Those of which much is imported. None has a compiled module beside a source of the same name, which comes first."""

_HEADER = 16
"""Bytes before the code: the magic number, flags, and of the source its time and size (PEP 552)."""


class _Loader(SourceFileLoader):
    """Has the code already."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        """The code of the only module that it loads."""
        return self._code


class ByteCodeFinder:
    """To be asked before Python's own."""

    def __init__(self) -> None:
        self._ending = f".{sys.implementation.cache_tag}.pyc"
        self._begins = MAGIC_NUMBER + bytes(4)  # byte code that goes by the time and size of its source

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """What the import system asks of every finder; None where the next one is to look."""
        package, _dot, inside = name.partition(".")
        if package not in _PACKAGES or not inside or path is None or len(path) != 1:
            return None
        folder, last = path[0], inside.rpartition(".")[2]
        if spec := self._found(name, folder, last, is_package=False):
            return spec
        folder = f"{folder}/{last}"
        if spec := self._found(name, folder, "__init__", is_package=True):
            spec.submodule_search_locations = [folder]
        return spec

    def _found(self, name: str, folder: str, stem: str, *, is_package: bool) -> ModuleSpec | None:
        source, cached = f"{folder}/{stem}.py", f"{folder}/__pycache__/{stem}{self._ending}"
        try:
            with open(cached, "rb", buffering=0) as file:  # noqa: PTH123  # pathlib comes later
                data = file.read()
            if data[:_HEADER] != self._begins + _time_and_size(os.stat(source)):  # noqa: PTH116  # the same
                return None
            code = loads(memoryview(data)[_HEADER:])
        except (OSError, EOFError, TypeError, ValueError):  # not there, or not whole
            return None
        spec = ModuleSpec(name, _Loader(name, source, code), origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, cached
        return spec


def _time_and_size(of: os.stat_result) -> bytes:
    return b"".join((number & 0xFFFFFFFF).to_bytes(4, "little") for number in (int(of.st_mtime), of.st_size))
