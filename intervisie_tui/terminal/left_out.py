"""Imports without what starting the program would only wait for.

Packages import more than they come to use: half of the standard library stands behind them. Here something else takes
the place of such a module while they are imported; whoever imports it later gets the module itself.
"""

import gc
import os
import sys
import typing
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType


class _Nothing(type):
    """A class of which all names are such classes."""

    def __getattr__(cls, name: str) -> type:
        _refuse_special(name)
        return _Nothing(name, (), {})


class NothingOf(ModuleType):
    """Stands in for a module of which nothing is used: whatever is imported from it is a class without contents."""

    def __getattr__(self, name: str) -> type:
        _refuse_special(name)
        return _Nothing(name, (), {})


class Later(ModuleType):
    """Stands in for a module of functions, which is imported when one of them is called."""

    def __getattr__(self, name: str) -> Callable[..., object]:
        _refuse_special(name)
        return lambda *arguments, **named: getattr(_itself(self), name)(*arguments, **named)


class InTyping(ModuleType):
    """Stands in for a module of which nearly all that is asked for stands in `typing` too."""

    def __getattr__(self, name: str) -> object:
        _refuse_special(name)
        return getattr(typing if hasattr(typing, name) else _itself(self), name)


class RandomNumber(ModuleType):
    """Stands in for `random`, of which Rich asks one number: from where it counts links."""

    def getrandbits(self, bits: int) -> int:
        return int.from_bytes(os.urandom(bits // 8))

    def __getattr__(self, name: str) -> object:
        _refuse_special(name)
        return getattr(_itself(self), name)


def _refuse_special(name: str) -> None:
    """The import system asks every module for names that begin like this, and does without."""
    if name.startswith("__"):
        raise AttributeError(name)


def _itself(stand_in: ModuleType) -> ModuleType:
    if sys.modules.get(stand_in.__name__) is stand_in:
        del sys.modules[stand_in.__name__]
    return import_module(stand_in.__name__)


def _by_name(kind: type[ModuleType], *names: str) -> dict[str, ModuleType]:
    return {name: kind(name) for name in names}


# Each says during which imports it stands in. tests/terminal/test_left_out.py sees to it that of a module that comes
# later nothing is done but calling it, and test_textual_names.py that nothing is used of the others.

FOR_A_SCREEN: Mapping[str, ModuleType | None] = {
    "ssl": None,
    **_by_name(InTyping, "typing_extensions"),
    **_by_name(RandomNumber, "random"),
    **_by_name(NothingOf, "decimal", "textual.command", "textual.canvas", "textual.widgets._toast", "rich.table"),
    **_by_name(
        Later,
        "asyncio.sslproto",
        "asyncio.staggered",
        "difflib",
        "locale",
        "mimetypes",
        "pickle",
        "rich._emoji_replace",
        "rich.markup",
        "rich.padding",
        "rich.panel",
        "rich.screen",
        "rich.styled",
        "rich.tree",
        "textual.css._help_text",
        "textual.markup",
        "textwrap",
        "uuid",
    ),
}

"""asyncio imports ssl for connections nobody makes, and can do without. Of the classes without contents, the command
palette and toasts are switched off, lines between widgets and tables of colours are never drawn, and no number is a
`Decimal`.
"""

FOR_FILES: Mapping[str, ModuleType | None] = {
    "typing_extensions": None,
    **_by_name(NothingOf, "decimal", "tempfile", "uuid"),
    **_by_name(Later, "msgspec._json_schema", "msgspec.inspect", "textwrap"),
}

"""msgspec takes from typing what it needs, and writes no schemas here; platformdirs wants a temporary folder where
nobody asks for one.
"""

FOR_PATHS: Mapping[str, ModuleType | None] = _by_name(Later, "urllib.parse")
"""pathlib would make addresses of the web of paths."""

FOR_ARGUMENTS: Mapping[str, ModuleType | None] = _by_name(Later, "gettext")
"""argparse gets its words from `arguments`."""


@contextmanager
def without(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """For this long modules are imported with these in the place of those of that name.

    What was imported stays, so it is put out of the collector's sight.
    """
    put_in = {name: instead for name, instead in modules.items() if name not in sys.modules}
    vars(sys)["modules"].update(put_in)
    try:
        yield
    finally:
        for name, instead in put_in.items():
            if sys.modules.get(name) is instead:
                del sys.modules[name]
        gc.freeze()
