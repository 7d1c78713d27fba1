"""Which methods there are: the built-in ones, the user's own, their languages, and what happens to broken ones."""

from pathlib import Path
from typing import get_args

import pytest

from intervisie_tui.method import catalogue as catalogue_module
from intervisie_tui.method.catalogue import Catalogue, builtin_folder, load
from intervisie_tui.method.fault import Fault
from intervisie_tui.method.method_file import read_builtin, read_method
from intervisie_tui.method.model import Method, Script

BUILTIN = builtin_folder()
METHODS = [path for path in sorted(BUILTIN.glob("*.toml")) if not path.name.startswith("ingrepen.")]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "methods"
    folder.mkdir()
    return folder


def copy(own: Path, name: str, *changes: tuple[str, str], to: str = "") -> Path:
    """A built-in file in the user's folder, with other words in it."""
    text = (BUILTIN / name).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = own / (to or name)
    path.write_text(text, "utf-8")
    return path


def ids(catalogue: Catalogue) -> list[str]:
    return [entry.method.id for entry in catalogue.methods]


def test_the_built_in_methods_are_there_and_the_closing_is_not_among_them(own: Path) -> None:
    catalogue = load((BUILTIN, own), "nl")
    assert ids(catalogue) == ["balint-5", "balint-8"]
    assert catalogue.closing
    assert catalogue.closing.method.id == "afsluiting"
    assert catalogue.faults == ()
    assert not any(entry.replaced for entry in catalogue.methods)


@pytest.mark.parametrize(("asked", "got"), [("nl", "nl"), ("en", "en"), ("fy", "nl")])
def test_the_language_asked_for_wins_and_dutch_stands_in(own: Path, asked: str, got: str) -> None:
    catalogue = load((BUILTIN, own), asked)
    assert {entry.method.language for entry in catalogue.methods} == {got}
    assert catalogue.closing
    assert catalogue.closing.method.language == got


@pytest.mark.parametrize("path", METHODS, ids=lambda path: path.name)
def test_the_name_of_a_built_in_file_tells_its_id_and_language(path: Path) -> None:
    """By which only those of the language asked for are read."""
    method = read_method(path)
    assert isinstance(method, Method)
    assert path.stem == (method.id if method.language == "nl" else f"{method.id}.{method.language}")


@pytest.mark.parametrize("language", ["nl", "en", "fy"])
def test_of_the_built_in_methods_each_is_read_in_one_language_only(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(path: Path) -> Method | tuple[Fault, ...]:
        read.append(path.stem.partition(".")[0])
        return read_builtin(path)

    monkeypatch.setattr(catalogue_module, "read_builtin", reading)
    load((BUILTIN,), language)
    assert sorted(read) == sorted(set(read)) == sorted({path.stem.partition(".")[0] for path in METHODS})


@pytest.mark.parametrize(
    ("right", "wrong"), [("schema = 1", "schema = "), ('language = "nl"', "language = 5"), ('title = "', 'heading = "')]
)
def test_a_built_in_file_that_somebody_spoiled_is_told_like_any_other(
    right: str, wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours").mkdir()
    spoiled = copy(tmp_path / "ours", "balint-5.toml", (right, wrong))
    copy(tmp_path / "ours", "balint-8.toml")
    monkeypatch.setattr(catalogue_module, "builtin_folder", lambda: tmp_path / "ours")
    catalogue = load((tmp_path / "ours",), "nl")
    assert ids(catalogue) == ["balint-8"]
    assert catalogue.faults == read_method(spoiled) != ()


def test_a_method_of_ones_own_comes_after_the_built_in_ones(own: Path) -> None:
    path = copy(own, "balint-5.toml", ('id = "balint-5"', 'id = "aaa"'))
    catalogue = load((BUILTIN, own), "nl")
    assert ids(catalogue) == ["balint-5", "balint-8", "aaa"]
    assert catalogue.methods[-1].path == path
    assert catalogue.find("aaa") is catalogue.methods[-1].method
    assert catalogue.find("bbb") is None


def test_a_method_with_the_id_of_a_built_in_one_takes_its_place_in_any_language(own: Path) -> None:
    copy(own, "balint-5.toml", ('name = "Balint-methode"', 'name = "Onze Balint"'))
    for language in ("nl", "en"):
        catalogue = load((BUILTIN, own), language)
        assert ids(catalogue) == ["balint-5", "balint-8"]
        assert catalogue.methods[0].method.name == "Onze Balint"
        assert [entry.replaced for entry in catalogue.methods] == [True, False]


def test_a_broken_file_keeps_nothing_else_from_loading(own: Path) -> None:
    copy(own, "balint-5.toml", ("minutes = 15", "minutes = 0"))
    (own / "leeg.toml").write_text("")
    (own / "map.toml").mkdir()
    copy(own, "balint-8.toml", ('id = "balint-8"', 'id = "goed"'), to="goed.toml")
    catalogue = load((BUILTIN, own), "nl")
    assert ids(catalogue) == ["balint-5", "balint-8", "goed"]
    assert not catalogue.methods[0].replaced
    assert {Path(fault.file).name for fault in catalogue.faults} == {"balint-5.toml", "leeg.toml", "map.toml"}


def test_a_closing_of_ones_own_is_used_under_any_id(own: Path) -> None:
    copy(own, "afsluiting.toml", ('id = "afsluiting"', 'id = "slot"'), ("Afsluiting", "Slot"))
    catalogue = load((BUILTIN, own), "nl")
    assert catalogue.closing
    assert catalogue.closing.method.id == "slot"


def test_every_part_of_a_meeting_has_its_script_in_either_language(own: Path) -> None:
    for language in ("nl", "en"):
        catalogue = load((BUILTIN, own), language)
        for script in get_args(Script):
            found = catalogue.script(script)
            assert (found is None) == (script == "case")
            assert found is None or (found.script, found.language) == (script, language)
        assert ids(catalogue) == ["balint-5", "balint-8"]


def test_a_script_of_ones_own_is_used_instead_of_the_built_in_one(own: Path) -> None:
    copy(own, "pauze.toml", ("minutes = 10", "minutes = 20"))
    pause = load((BUILTIN, own), "nl").script("pause")
    assert pause is not None
    assert pause.minutes == 20


def test_a_broken_closing_leaves_the_built_in_one(own: Path) -> None:
    copy(own, "afsluiting.toml", ("minutes = 10", "minutes = -1"))
    catalogue = load((BUILTIN, own), "nl")
    assert catalogue.closing
    assert catalogue.closing.path.parent == BUILTIN
    assert [fault.key for fault in catalogue.faults] == ["steps[1].minutes"]


def test_a_case_with_the_id_of_the_closing_does_not_take_its_place(own: Path) -> None:
    copy(own, "balint-5.toml", ('id = "balint-5"', 'id = "afsluiting"'))
    catalogue = load((BUILTIN, own), "nl")
    assert ids(catalogue) == ["balint-5", "balint-8", "afsluiting"]
    assert catalogue.closing
    assert catalogue.closing.method.script == "closing"


def test_two_files_with_one_id_in_one_language_are_a_fault_and_the_first_is_used(own: Path) -> None:
    copy(own, "balint-5.toml", to="a.toml")
    copy(own, "balint-5.toml", to="b.toml")
    catalogue = load((BUILTIN, own), "nl")
    assert catalogue.methods[0].path.name == "a.toml"
    (fault,) = catalogue.faults
    assert Path(fault.file).name == "b.toml"
    assert fault.found == '"balint-5", dat al in a.toml staat'


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert load((BUILTIN, tmp_path / "weg"), "nl").faults == ()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    file = tmp_path / "methods"
    file.write_text("")
    catalogue = load((BUILTIN, file), "nl")
    assert ids(catalogue) == ["balint-5", "balint-8"]
    assert [fault.file for fault in catalogue.faults] == [str(file)]


def test_hidden_files_and_other_kinds_of_files_are_left_alone(own: Path) -> None:
    for name in (".#mijn.toml", "mijn.toml~", "LEESMIJ.md", "method.schema.json"):
        (own / name).write_text("geen methode")
    assert load((BUILTIN, own), "nl").faults == ()


def test_no_folders_give_an_empty_catalogue() -> None:
    assert load((), "nl") == Catalogue()


def test_a_folder_that_cannot_be_looked_into_is_a_fault_and_the_built_in_methods_are_there(tmp_path: Path) -> None:
    closed = tmp_path / ("x" * 300)  # as to root no folder is closed: one that no system can look into
    found = load((BUILTIN, closed), "nl")
    assert "balint-5" in ids(found) and found.remedies
    assert [fault for fault in found.faults if "xxx" in fault.file]
