"""Modules of one subject and classes that know one thing: the limits of DESIGN §8, kept by counting."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "intervisie_tui"
MODULES = sorted(PACKAGE.rglob("*.py"))
LINES = 300
METHODS = 25
EXCUSE = "Longer than 300 lines because"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_is_short_or_says_why_not(module: Path) -> None:
    text = module.read_text("utf-8")
    if EXCUSE not in (ast.get_docstring(ast.parse(text)) or ""):
        assert len(text.splitlines()) <= LINES, f"split it, or say in its docstring: {EXCUSE} ..."


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_class_has_few_methods(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef):
            methods = [child for child in node.body if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)]
            assert len(methods) <= METHODS, f"{node.name} has {len(methods)} methods"
