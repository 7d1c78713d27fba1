"""The README tells what is true: every key, every folder, every command, every picture."""

import re
import tomllib
from pathlib import Path

import pytest

from intervisie_tui.archive import paths
from intervisie_tui.tui.acts import Act, key_name
from intervisie_tui.tui.screens.step import StepScreen
from intervisie_tui.tui.step_acts import ACTS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DUTCH = (ROOT / "README.nl.md").read_text("utf-8")


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.id)
def test_every_key_of_a_step_is_in_the_table(act: Act[StepScreen]) -> None:
    table = README[README.index("| key | does |") :]
    for key in act.keys if len(act.keys) < 3 else (act.keys[0], act.keys[-1]):
        name = key if key == "space" else key_name(key)
        assert f"`{name}`" in table, name


@pytest.mark.parametrize("text", [README, DUTCH], ids=["English", "Dutch"])
def test_every_picture_and_page_that_is_linked_is_there(text: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("text", [README, DUTCH], ids=["English", "Dutch"])
def test_the_folders_are_those_of_the_program(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    kept = (paths.meetings_folder(), paths.groups_folder(), paths.preparations_folder())
    for path in (paths.settings_file(), paths.user_methods_folder(), *kept):
        assert "~/" + str(path.relative_to(Path.home())) in text


def test_every_package_that_it_needs_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for needed in project["project"]["dependencies"]:
        assert f"| {re.split('[><=]', needed)[0]} |" in README
