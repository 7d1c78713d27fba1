"""Settings are read; a fault is told by file, line and key, and the rest of them still counts."""

import os

import pytest

from intervisie_tui.archive.paths import settings_file
from intervisie_tui.archive.settings import Settings, read_settings


def written(text: str) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(text, "utf-8")


def test_without_a_file_all_is_as_documented_and_nothing_is_made() -> None:
    assert read_settings() == (
        Settings(language="", theme="donker", bell=True, warn_seconds=(120, 0), keys={}),
        [],
    )
    assert not settings_file().parent.exists()


def test_all_that_is_set_counts() -> None:
    written('language = "en"\ntheme = "licht"\nbell = false\nwarn_seconds = [300, 60]\n[keys]\nundo = "u ctrl+y"\n')
    settings, faults = read_settings()
    assert settings == Settings(
        language="en", theme="licht", bell=False, warn_seconds=(300, 60), keys={"undo": "u ctrl+y"}
    )
    assert faults == []


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('bell = false\ntheme = "paars"', 2, "theme"),
        ("bell = false\nlanguage = 3", 2, "language"),
        ("bell = false\n\nwarn_seconds = [120, -1]", 3, "warn_seconds"),
        ('bell = false\nwarn_seconds = "twee"', 2, "warn_seconds"),
        ("bell = false\nkleur = 1", 2, "kleur"),
        ("bell = false\nkeys = 1", 2, "keys"),
        ("bell = false\n[kleuren]\nx = 1", 2, "kleuren"),
        ("bell = false\n[keys]\nundo = 1", 3, "keys.undo"),
    ],
)
def test_a_fault_is_told_where_it_is_and_costs_only_itself(text: str, line: int, key: str) -> None:
    written(text)
    settings, faults = read_settings()
    assert settings == Settings(bell=False)
    assert len(faults) == 1
    assert f"settings.toml:{line}: {key}" in faults[0]


def test_one_wrong_key_leaves_the_other_keys() -> None:
    written('[keys]\nundo = 1\nredo = "x"\n')
    settings, faults = read_settings()
    assert settings.keys == {"redo": "x"}
    assert len(faults) == 1


@pytest.mark.parametrize("text", ["taal: engels", "x = [", "\x00"])
def test_a_file_that_is_no_toml_leaves_the_settings_as_they_come(text: str) -> None:
    written(text)
    settings, faults = read_settings()
    assert settings == Settings()
    assert len(faults) == 1
    assert "settings.toml:1" in faults[0]


def test_a_pipe_in_its_place_keeps_nobody_waiting() -> None:
    settings_file().parent.mkdir(parents=True)
    os.mkfifo(settings_file())
    settings, faults = read_settings()
    assert settings == Settings()
    assert len(faults) == 1


def test_what_stands_in_it_cannot_steer_the_terminal() -> None:
    written('[keys]\n"un\\u001bdo" = "\\u009bx"\n')
    assert read_settings()[0].keys == {"undo": "x"}


def test_settings_that_cannot_be_looked_for_are_a_fault_and_not_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/" + "x" * 300)
    settings, faults = read_settings()
    assert settings == Settings() and len(faults) == 1
