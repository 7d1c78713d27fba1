"""Modules are found by their byte code; whatever is out of the ordinary is left to Python's own finder."""

import importlib.util
import os
import py_compile
import subprocess
import sys
from pathlib import Path

import pytest

from intervisie_tui.byte_code import ByteCodeFinder


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that is looked for, with a module and a package in it, compiled."""
    monkeypatch.setattr("intervisie_tui.byte_code._PACKAGES", frozenset({"outer"}))
    inner = tmp_path / "outer" / "inner"
    inner.mkdir(parents=True)
    for file, text in {inner.parent / "one.py": "N = 1\n", inner / "__init__.py": "N = 2\n"}.items():
        file.write_text(text, "utf-8")
        py_compile.compile(str(file), doraise=True, invalidation_mode=py_compile.PycInvalidationMode.TIMESTAMP)
    return inner.parent


def loaded(package: Path, name: str) -> object:
    """What the module has as N; None where it is not found by its byte code."""
    spec = ByteCodeFinder().find_spec(f"outer.{name}", [str(package)])
    if spec is None:
        return None
    module = importlib.util.module_from_spec(spec)
    assert spec.loader is not None
    spec.loader.exec_module(module)
    return module.N


def test_a_module_and_a_package_are_found(package: Path) -> None:
    assert loaded(package, "one") == 1
    assert loaded(package, "inner") == 2
    spec = ByteCodeFinder().find_spec("outer.inner", [str(package)])
    assert spec is not None
    assert spec.submodule_search_locations == [str(package / "inner")]


def test_it_is_as_python_finds_it(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(package.parent)
    ours = ByteCodeFinder().find_spec("outer.one", [str(package)])
    pythons = importlib.util.find_spec("outer.one")
    assert ours is not None
    assert pythons is not None
    assert (ours.origin, ours.cached, ours.has_location) == (pythons.origin, pythons.cached, pythons.has_location)


def test_what_has_changed_since_is_left_to_python(package: Path) -> None:
    (package / "one.py").write_text("N = 11\n", "utf-8")
    assert loaded(package, "one") is None
    source = package / "inner" / "__init__.py"
    os.utime(source, (1, 1))
    assert loaded(package, "inner") is None


@pytest.mark.parametrize("damage", [b"", b"no byte code at all", None])
def test_so_is_what_is_not_whole(package: Path, damage: bytes | None) -> None:
    cached = Path(importlib.util.cache_from_source(str(package / "one.py")))
    cached.write_bytes(cached.read_bytes()[:20] if damage is None else damage)
    assert loaded(package, "one") is None


def test_so_is_what_goes_by_its_contents_and_what_was_never_compiled(package: Path) -> None:
    one = str(package / "one.py")
    py_compile.compile(one, doraise=True, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
    assert loaded(package, "one") is None
    Path(importlib.util.cache_from_source(one)).unlink()
    assert loaded(package, "one") is None
    assert loaded(package, "two") is None


def test_other_packages_and_those_in_parts_are_left_to_python(package: Path) -> None:
    finder = ByteCodeFinder()
    assert finder.find_spec("other.one", [str(package)]) is None
    assert finder.find_spec("outer.one", [str(package), str(package.parent)]) is None
    assert finder.find_spec("outer", None) is None


def test_no_package_that_is_looked_for_has_compiled_modules_beside_their_sources() -> None:
    """Python takes the compiled one then."""
    from intervisie_tui.byte_code import _PACKAGES

    for package in _PACKAGES:
        spec = importlib.util.find_spec(package)
        assert spec is not None
        assert spec.submodule_search_locations
        folder = Path(spec.submodule_search_locations[0])
        compiled = {path.name.partition(".")[0] for path in folder.rglob("*.so")}
        assert not compiled & {path.stem for path in folder.rglob("*.py")}


def test_sources_and_tracebacks_are_as_ever() -> None:
    told = """
import sys
from intervisie_tui.byte_code import ByteCodeFinder
sys.meta_path.insert(0, ByteCodeFinder())
import inspect
import intervisie_tui.method.text as read
print(type(read.__loader__).__module__, "def clean" in inspect.getsource(read))
"""
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["intervisie_tui.byte_code", "True"]
