"""All paths respect XDG; a folder that others can write in, or that is not one's own, is refused in words."""

import os
from pathlib import Path

import pytest

from intervisie_tui.archive import paths
from intervisie_tui.archive.paths import Unusable, private_folder


def test_the_xdg_variables_are_respected(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))
    assert paths.settings_file() == tmp_path / "c" / "intervisie" / "settings.toml"
    assert paths.user_methods_folder() == tmp_path / "c" / "intervisie" / "methods"
    assert paths.meetings_folder() == tmp_path / "d" / "intervisie" / "meetings"


def test_without_xdg_all_lies_in_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.delenv("XDG_DATA_HOME")
    assert paths.config_folder() == tmp_path / ".config" / "intervisie"
    assert paths.data_folder() == tmp_path / ".local" / "share" / "intervisie"


def test_asking_for_a_path_makes_nothing() -> None:
    paths.settings_file(), paths.user_methods_folder()
    assert not paths.meetings_folder().exists()
    assert not paths.config_folder().exists()


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o777], ids=oct)
def test_a_folder_that_others_can_write_in_is_refused(tmp_path: Path, mode: int) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x").chmod(mode)
    with pytest.raises(Unusable, match="kunnen anderen schrijven"):
        private_folder(tmp_path / "x")


def test_a_folder_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with pytest.raises(Unusable, match="iemand anders"):
        private_folder(tmp_path)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_in_the_place_of_the_folder_is_refused(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "elders").mkdir()
    (tmp_path / "x").symlink_to(tmp_path / "elders")
    with pytest.raises(Unusable, match="geen map"):
        private_folder(tmp_path / "x")


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(Unusable, match="geen map"):
        private_folder(tmp_path / "x")
