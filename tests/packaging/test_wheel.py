"""The package as others get it: a wheel, in an environment that knows nothing of this checkout.

Needs no package index: the wheel is built here and its dependencies are those of the environment of the tests.
"""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as an installer would build it, but without fetching hatchling again."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment outside the checkout with the wheel in it; gives its folder of programs.

    The dependencies are reached by a .pth file. Such a folder is only added to the path: the .pth file in it, by which
    an editable install reaches the checkout, is not read.
    """
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home / "env", symlinks=True, with_pip=False)
    python = home / "env" / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True, timeout=120)
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(asked, check=True, capture_output=True, text=True, timeout=60).stdout.strip())
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python.parent


def run(elsewhere: Path, *command: str) -> str:
    """What a command of that environment prints, started from an empty folder and without our variables."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    folder = elsewhere.parent.parent
    done = subprocess.run(
        [elsewhere / command[0], *command[1:]],
        cwd=folder,
        env=environ | {"HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_methods_and_catalogues_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    methods = {f"intervisie_tui/methods/{path.name}" for path in (ROOT / "methods").glob("*.toml")}
    assert methods <= names
    scenarios = {f"intervisie_tui/scenarios/{path.name}" for path in (ROOT / "scenarios").glob("*.toml")}
    assert len(scenarios) >= 4
    assert scenarios <= names
    assert "intervisie_tui/locale/en/LC_MESSAGES/intervisie.mo" in names
    assert "intervisie_tui/py.typed" in names
    folders = {name.partition("/")[0] for name in names}
    assert {folder for folder in folders if not folder.endswith(".dist-info")} == {"intervisie_tui"}
    assert not [name for name in names if name.endswith((".po", ".cfg", ".tmp", ".pyc"))]


def test_every_module_and_style_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    needed = [path for suffix in ("py", "tcss") for path in (ROOT / "intervisie_tui").rglob(f"*.{suffix}")]
    assert {str(path.relative_to(ROOT)) for path in needed} <= names


def test_the_program_runs_from_the_wheel_and_not_from_the_checkout(elsewhere: Path) -> None:
    where = "import intervisie_tui, pathlib; print(pathlib.Path(intervisie_tui.__file__).resolve())"
    assert not Path(run(elsewhere, "python", "-c", where).strip()).is_relative_to(ROOT)
    assert run(elsewhere, "intervisie", "--version").startswith("intervisie ")


def test_it_finds_its_methods(elsewhere: Path) -> None:
    listed = run(elsewhere, "intervisie", "methods", "list")
    assert "balint-5" in listed
    assert "balint-8" in listed


def test_it_plays_a_practice_run(elsewhere: Path) -> None:
    saved = Path(run(elsewhere, "intervisie", "practice", "--headless").strip())
    assert "ended = " in saved.read_text("utf-8")


def test_it_knows_of_groups_and_writes_for_calendars(elsewhere: Path) -> None:
    assert "Groepen" in run(elsewhere, "intervisie", "group", "list")
    ask = (
        "from datetime import date, datetime; from intervisie_tui.archive.calendar import calendar;"
        "from intervisie_tui.group.model import NextMeeting;"
        "print(calendar('2026-03-01-1000', NextMeeting(day=date(2026, 4, 14)), datetime(2026, 3, 1)).decode())"
    )
    assert "SUMMARY:Intervisie" in run(elsewhere, "python", "-c", ask)


def test_it_speaks_english(elsewhere: Path) -> None:
    assert "show the version" in run(elsewhere, "intervisie", "--lang", "en", "--help")
