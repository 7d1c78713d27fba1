"""Modules that are imported when something of them is first asked for: what a key opens is not what a screen needs.

Beside each stands the import itself, for type checkers and for who reads::

    if TYPE_CHECKING:
        from intervisie_tui.tui import step_dialogs
    else:
        step_dialogs = Late("intervisie_tui.tui.step_dialogs")
"""

from importlib import import_module


class Late:
    """Stands in for the module of this name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self._name), name)
