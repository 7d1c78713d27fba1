"""One method from one TOML file, or all that is wrong with it."""

from pathlib import Path

from intervisie_tui.method.fault import Fault
from intervisie_tui.method.model import Method
from intervisie_tui.method.rules import broken_rules
from intervisie_tui.method.toml_value import read_ours, read_value


def read_method(path: Path) -> Method | tuple[Fault, ...]:
    """The method in this file, or every fault in it, by line. Raises nothing."""
    return read_value(path, Method, broken_rules)


def read_builtin(path: Path) -> Method | tuple[Fault, ...]:
    """The same of a file that comes with the program, sooner."""
    return read_ours(path, Method, broken_rules)
