"""`intervisie group` and `intervisie prepare` as a person uses them, without a screen."""

import stat
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from msgspec.structs import replace

from intervisie_tui.archive.disk import write_durably
from intervisie_tui.archive.groups import create_group
from intervisie_tui.archive.paths import groups_folder
from intervisie_tui.cli import main
from intervisie_tui.group.members import called
from intervisie_tui.terminal import before_import
from tests.archive.test_groups import full_group
from tests.group.groups import GROUP_ID, a_group

Captured = pytest.CaptureFixture[str]


def ends_with(status: int, *arguments: str) -> None:
    """Run the command line; argparse ends by SystemExit where we end by a value."""
    try:
        ended: object = main(list(arguments))
    except SystemExit as end:
        ended = end.code
    assert ended == status


@pytest.fixture
def groups() -> None:
    """Two groups, one of them full."""
    create_group(full_group()).close()
    create_group(called(replace(a_group(), id="2026-03-02-1000"), "Woensdag")).close()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """A terminal, and in place of the app a list of what it was asked to show."""
    shown: list[tuple[Any, ...]] = []
    app = ModuleType("intervisie_tui.tui.app")

    def run(given: tuple[Any, ...]) -> int:
        shown.append(given)
        return 0

    vars(app).update(run=run, Given=lambda *asked: asked)
    monkeypatch.setitem(sys.modules, app.__name__, app)
    monkeypatch.setattr(before_import, "prepare", lambda environ: None)  # it changes the whole process
    monkeypatch.setattr(before_import, "refusal", lambda *streams_and_environ: None)
    return shown


def test_without_groups_the_list_says_how_to_make_one(capsys: Captured) -> None:
    ends_with(0, "group", "list")
    assert "beginscherm" in capsys.readouterr().out


def test_the_list_has_each_group_and_tells_apart_what_cannot_be_read(groups: None, capsys: Captured) -> None:
    write_durably(groups_folder(), "2026-01-01-1000.toml", b"stuk")
    ends_with(0, "group", "list")
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        f"Dinsdaggroep  5 leden, 1 bijeenkomst  {GROUP_ID}",
        "Woensdag      5 leden, 0 bijeenkomsten  2026-03-02-1000",
    ]
    assert captured.err.startswith("2026-01-01-1000: Het bestand is beschadigd")


@pytest.mark.parametrize("wanted", ["Dinsdaggroep", "dinsdag", GROUP_ID])
def test_a_group_is_shown_by_name_by_how_it_begins_or_by_id(wanted: str, groups: None, capsys: Captured) -> None:
    ends_with(0, "group", "show", wanted)
    shown = capsys.readouterr().out
    assert shown.startswith("Dinsdaggroep\n")
    assert "Anna, arts" in shown


def test_a_group_that_is_not_there_is_named_and_the_list_pointed_at(groups: None, capsys: Captured) -> None:
    for command in (["show", "vrij\x1bdag"], ["export", "vrij\x1bdag", "--format", "markdown"]):
        ends_with(1, "group", *command)
        error = capsys.readouterr().err
        assert "vrijdag" in error
        assert "intervisie group list" in error


def test_an_export_goes_to_the_output_or_to_a_new_file_for_its_owner(
    groups: None, tmp_path: Path, capsys: Captured
) -> None:
    ends_with(0, "group", "export", "dinsdag", "--format", "markdown")
    text = capsys.readouterr().out
    assert text.startswith("# Dinsdaggroep\n")
    target = tmp_path / "groep.md"
    ends_with(0, "group", "export", "dinsdag", "--format", "markdown", "--output", str(target))
    assert target.read_text("utf-8") == text
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    ends_with(1, "group", "export", "dinsdag", "--format", "markdown", "--output", str(target))
    assert "wordt niet overschreven" in capsys.readouterr().err


def test_looking_changes_nothing_on_the_disk(groups: None) -> None:
    def files() -> dict[Path, tuple[bytes, int]]:
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in groups_folder().iterdir()}

    before = files()
    for command in (["list"], ["show", "dinsdag"], ["export", "dinsdag", "--format", "markdown"]):
        ends_with(0, "group", *command)
    assert files() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["group"], "er ontbreekt nog: OPDRACHT"),
        (["group", "show"], "er ontbreekt nog: NAAM"),
        (["group", "export", "x"], "er ontbreekt nog: --format"),
        (["group", "export", "x", "--format", "pdf"], "'pdf' kan hier niet, kies uit"),
        (["prepare"], "er ontbreekt nog: --group"),
    ],
)
def test_a_wrong_question_is_answered_in_dutch(arguments: list[str], words: str, capsys: Captured) -> None:
    ends_with(2, *arguments)
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("command", [["group"], ["group", "show"], ["group", "export"], ["prepare"]])
def test_the_help_is_dutch_to_the_last_word(command: list[str], capsys: Captured) -> None:
    ends_with(0, *command, "--help")
    text = capsys.readouterr().out
    assert text.startswith("gebruik: ")
    assert not [word for word in ("usage", "options", "positional", "arguments", "show this") if word in text]


def test_preparing_opens_the_screen_for_that_group_and_method(groups: None, screen: list[tuple[Any, ...]]) -> None:
    ends_with(0, "prepare", "--group", "woens")
    ends_with(0, "prepare", "--group", GROUP_ID, "--method", "balint-8")
    assert [given[7:] for given in screen] == [("2026-03-02-1000", ""), (GROUP_ID, "balint-8")]
    assert screen[0][3] is None


def test_preparing_for_what_is_not_there_opens_nothing(
    groups: None, screen: list[tuple[Any, ...]], capsys: Captured
) -> None:
    ends_with(1, "prepare", "--group", "vrijdag")
    assert "intervisie group list" in capsys.readouterr().err
    ends_with(1, "prepare", "--group", "woensdag", "--method", "balint-9")
    assert "intervisie methods list" in capsys.readouterr().err
    assert screen == []
