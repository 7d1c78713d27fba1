"""What a start of the program leaves out: whoever imports it later has it, and nobody misses it meanwhile."""

import ast
import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import resolve_name
from pathlib import Path

import pytest

from intervisie_tui.terminal import left_out
from intervisie_tui.terminal.left_out import FOR_A_SCREEN, FOR_ARGUMENTS, FOR_FILES, FOR_PATHS, Later, without

ALL = {**FOR_ARGUMENTS, **FOR_FILES, **FOR_PATHS, **FOR_A_SCREEN}
LATER = sorted(
    {name for of in (FOR_A_SCREEN, FOR_ARGUMENTS, FOR_FILES, FOR_PATHS) for name in of if isinstance(of[name], Later)}
)


@pytest.fixture
def sketch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of modules of one's own: `dear`, which is asked for by `cheap`."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "dear.py").write_text("def twice(n): return 2 * n\n", "utf-8")
    (tmp_path / "cheap.py").write_text("from dear import twice\ndef four(): return twice(2)\n", "utf-8")
    for name in ("dear", "cheap"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return tmp_path


def test_a_module_of_functions_is_imported_when_one_is_called(sketch: Path) -> None:
    with without({"dear": Later("dear")}):
        cheap = importlib.import_module("cheap")
    assert "dear" not in sys.modules
    assert cheap.four() == 4
    assert "dear" in sys.modules


def test_so_it_is_while_others_are_being_imported(sketch: Path) -> None:
    with without({"dear": Later("dear")}):
        assert importlib.import_module("cheap").four() == 4
    assert sys.modules["dear"].twice(3) == 6


def test_what_was_imported_already_stays(sketch: Path) -> None:
    dear = importlib.import_module("dear")
    with without({"dear": Later("dear")}):
        assert sys.modules["dear"] is dear
    assert sys.modules["dear"] is dear


def test_whoever_imports_it_later_gets_the_module_itself() -> None:
    with without({"colorsys": left_out.NothingOf("colorsys"), "pickletools": None}):
        assert importlib.import_module("colorsys").rgb_to_hls.__name__ == "rgb_to_hls"
        with pytest.raises(ImportError):
            importlib.import_module("pickletools")
    assert importlib.import_module("colorsys").rgb_to_hls(0, 0, 0) == (0.0, 0.0, 0.0)
    assert importlib.import_module("pickletools").dis


def test_what_typing_has_is_taken_from_there_and_the_rest_from_the_module_itself() -> None:
    import typing

    import typing_extensions

    stands_in = left_out.InTyping("typing_extensions")
    assert stands_in.Literal is typing.Literal
    assert stands_in.TypeForm is typing_extensions.TypeForm


def other_uses(source: str, module: str, package: str) -> Iterator[str]:
    """The names of `module` that this source uses for anything but calling them, and where; notes on types aside."""
    last = module.rpartition(".")[2]
    if not any(last in line for line in source.split("\n") if "import" in line):
        return
    tree = ast.parse(source)
    notes = {
        id(inside)
        for node in ast.walk(tree)
        for note in (getattr(node, "annotation", None), getattr(node, "returns", None))
        if note is not None
        for inside in ast.walk(note)
    }
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    names, modules = set(), set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            of = resolve_name("." * node.level + (node.module or ""), package) if node.level else node.module
            for alias in node.names:
                if of == module:
                    names.add(alias.asname or alias.name)
                elif f"{of}.{alias.name}" == module:
                    modules.add(alias.asname or alias.name)
        elif isinstance(node, ast.Import):
            modules |= {alias.asname or alias.name for alias in node.names if alias.name == module}
    for used in ast.walk(tree):
        if id(used) in called or id(used) in notes:
            continue
        if isinstance(used, ast.Name) and isinstance(used.ctx, ast.Load) and used.id in names:
            yield f"{used.id} in line {used.lineno}"
        if isinstance(used, ast.Attribute) and isinstance(used.value, ast.Name) and used.value.id in modules:
            yield f"{used.value.id}.{used.attr} in line {used.lineno}"


STARTED = """
import json, sys
from intervisie_tui.terminal.left_out import FOR_A_SCREEN, FOR_ARGUMENTS, FOR_FILES, FOR_PATHS, without
with without(FOR_PATHS):
    import intervisie_tui.cli
with without(FOR_ARGUMENTS):
    import intervisie_tui.arguments
with without(FOR_FILES):
    from intervisie_tui.archive.settings import read_settings
    read_settings()
with without(FOR_A_SCREEN):
    import intervisie_tui.tui.app, intervisie_tui.tui.sitting, intervisie_tui.tui.screens.step
    import intervisie_tui.tui.screens.home, intervisie_tui.tui.screens.setup, intervisie_tui.tui.screens.summary
files = {name: (module.__file__, module.__package__) for name, module in sys.modules.items()
         if str(getattr(module, "__file__", "")).endswith(".py")}
print(json.dumps(files))
"""


@pytest.fixture(scope="module")
def started() -> dict[str, tuple[Path, str]]:
    """The modules that are read by a start, with their sources and packages."""
    done = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True, timeout=60)
    return {name: (Path(file), package or "") for name, (file, package) in json.loads(done.stdout).items()}


def test_what_is_left_out_is_not_read(started: dict[str, tuple[Path, str]]) -> None:
    assert not ALL.keys() & started.keys()
    assert {"asyncio.base_events", "textual.app", "rich.console", "msgspec", "argparse"} <= started.keys()


@pytest.mark.parametrize("module", LATER)
def test_of_a_module_that_comes_later_nothing_is_done_but_calling_it(
    module: str, started: dict[str, tuple[Path, str]]
) -> None:
    found = {
        name: uses
        for name, (file, package) in started.items()
        if (uses := list(other_uses(file.read_text("utf-8"), module, package)))
    }
    assert found == {}, "this would meet a function in the place of a class or a number: take it out of `left_out`"


def test_other_uses_are_seen() -> None:
    source = (
        "from rich.tree import Tree\nimport locale as l\nfrom . import box\nclass A(Tree): pass\nl.LC_ALL\nbox.ROUND\n"
    )
    assert list(other_uses(source, "rich.tree", "rich")) == ["Tree in line 4"]
    assert list(other_uses(source, "locale", "rich")) == ["l.LC_ALL in line 5"]
    assert list(other_uses(source, "rich.box", "rich")) == ["box.ROUND in line 6"]
    assert (
        list(other_uses("from rich.tree import Tree\ndef f(a: Tree) -> Tree: return Tree(a)\n", "rich.tree", "")) == []
    )


def test_fractions_do_without_decimals(monkeypatch: pytest.MonkeyPatch) -> None:
    """They ask of each number whether it is one."""
    monkeypatch.delitem(sys.modules, "fractions", raising=False)
    monkeypatch.delitem(sys.modules, "decimal", raising=False)
    with without({"decimal": left_out.NothingOf("decimal")}):
        fractions = importlib.import_module("fractions")
    assert fractions.Fraction(1, 3) + fractions.Fraction(0.5) == fractions.Fraction("5/6")
