"""`intervisie practice` as a person or a script gives it: what begins, what is played, and how it ends."""

import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from intervisie_tui.archive.meetings import read_meeting
from intervisie_tui.archive.paths import config_folder, meetings_folder, practice_folder
from intervisie_tui.cli import main
from intervisie_tui.practice import headless
from intervisie_tui.practice.beginning import Chosen, Wanted
from intervisie_tui.practice.record_file import read_record
from intervisie_tui.practice.scenarios import builtin_folder
from intervisie_tui.terminal import before_import
from tests.practice.plays import SAMPLE

Captured = pytest.CaptureFixture[str]


def ends_with(status: int, *arguments: str) -> None:
    """Run the command line; argparse ends by SystemExit where we end by a value."""
    try:
        ended: object = main(["practice", *arguments])
    except SystemExit as end:
        ended = end.code
    assert ended == status


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Wanted]:
    """A terminal, and in place of the app a list of the runs that it was given."""
    wanted: list[Wanted] = []
    app = ModuleType("intervisie_tui.tui.app")

    def run(given: tuple[Any, ...]) -> int:
        wanted.append(given[6])
        return 0

    vars(app).update(run=run, Given=lambda *asked: asked)
    monkeypatch.setitem(sys.modules, app.__name__, app)
    monkeypatch.setattr(before_import, "prepare", lambda environ: None)  # it changes the whole process
    monkeypatch.setattr(before_import, "refusal", lambda *streams_and_environ: None)
    return wanted


def own_scenario(text: str, name: str = "eigen") -> None:
    folder = config_folder() / "scenarios"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text, "utf-8")


def test_without_a_word_more_ten_minutes_begin_with_a_method_for_beginners(begun: list[Wanted]) -> None:
    ends_with(0)
    (wanted,) = begun
    assert wanted.chosen == Chosen(length="short", seed=1)
    assert wanted.script.method.level == "beginner"
    assert wanted.speed == 1.0


def test_all_of_it_can_be_chosen(begun: list[Wanted]) -> None:
    ends_with(0, "--scenario", "bedankjes", "--length", "drill", "--seed", "7", "--speed", "2,5", "--autopilot")
    (wanted,) = begun
    scenario = wanted.script.scenario
    assert scenario.id == "bedankjes"
    assert wanted.chosen == Chosen(length="drill", seed=7, drill=scenario.drills[0].id, autopilot=True)
    assert wanted.speed == 2.5


def test_what_plays_by_itself_plays_a_whole_meeting_unless_told_otherwise(begun: list[Wanted]) -> None:
    ends_with(0, "--autopilot")
    ends_with(0, "--autopilot", "--length", "short")
    assert [wanted.chosen.length for wanted in begun] == ["whole", "short"]


def test_ones_own_scenario_is_there_by_its_id(begun: list[Wanted]) -> None:
    own_scenario(SAMPLE.read_text("utf-8"))
    own_scenario("kapot", "kapot")
    own_scenario(SAMPLE.read_text("utf-8").replace('id = "voorbeeld"', 'id = "anders-genoemd"'), "naam")
    for scenario in ("voorbeeld", "anders-genoemd", "eigen"):
        ends_with(1 if scenario == "eigen" else 0, "--scenario", scenario)
    assert [wanted.script.scenario.id for wanted in begun] == ["voorbeeld", "anders-genoemd"]


def test_a_broken_scenario_of_ones_own_is_told_when_it_is_asked_for(begun: list[Wanted], capsys: Captured) -> None:
    own_scenario("kapot", "kapot")
    ends_with(1, "--scenario", "kapot")
    error = capsys.readouterr().err
    assert "kapot.toml" in error
    assert "mail-om-tien-uur" in error
    ends_with(1, "--scenario", "../kapot")


def test_a_scenario_that_is_not_there_is_answered_with_those_that_are(begun: list[Wanted], capsys: Captured) -> None:
    ends_with(1, "--scenario", "weg")
    assert "mail-om-tien-uur" in capsys.readouterr().err
    assert begun == []


def test_without_drills_there_is_none(begun: list[Wanted], capsys: Captured) -> None:
    text = SAMPLE.read_text("utf-8")
    own_scenario(text[: text.index("[[drills]]")])
    ends_with(1, "--scenario", "voorbeeld", "--length", "drill")
    assert capsys.readouterr().err
    assert begun == []


@pytest.mark.parametrize("speed", ["0", "-3", "snel", "nan", "inf"])
def test_a_speed_that_no_clock_can_follow_is_refused(speed: str, begun: list[Wanted], capsys: Captured) -> None:
    ends_with(2, f"--speed={speed}")
    assert "--speed" in capsys.readouterr().err


@pytest.mark.parametrize("seed", ["-1", "1000000000", "een", "1.5"])
def test_a_seed_that_no_file_can_hold_is_refused(seed: str, begun: list[Wanted], capsys: Captured) -> None:
    ends_with(2, f"--seed={seed}")
    assert "--seed" in capsys.readouterr().err


@pytest.mark.parametrize("scenario", sorted(path.stem for path in builtin_folder().glob("*.toml")))
def test_without_a_screen_it_plays_to_its_end_and_says_where_the_transcript_lies(
    scenario: str, capsys: Captured
) -> None:
    ends_with(0, "--headless", "--scenario", scenario)
    path = Path(capsys.readouterr().out.strip())
    assert path.parent == practice_folder()
    assert read_meeting(path).ended
    record = read_record(path.stem)
    assert record.autopilot
    assert record.length == "whole"
    assert not meetings_folder().exists()


def test_without_a_screen_it_takes_its_time_only_when_a_speed_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    ends_with(0, "--headless", "--length", "short")
    assert waited == []
    ends_with(0, "--headless", "--length", "short", "--speed", "100")
    assert 4 < sum(waited) < 8  # ten minutes, a hundred times as fast
    ends_with(0, "--headless", "--length", "short", "--speed", "0.5")
    assert sum(waited) > 700


def test_a_transcript_that_cannot_be_saved_is_no_success(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(headless, "PATIENCE", 0.5)
    practice_folder().parent.mkdir(parents=True)
    practice_folder().write_text("geen map", "utf-8")
    ends_with(1, "--headless")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


def test_checking_tells_the_faults_of_each_file_and_ends_with_one(tmp_path: Path, capsys: Captured) -> None:
    wrong = tmp_path / "eigen.toml"
    wrong.write_text(SAMPLE.read_text("utf-8").replace('turn = "karin"', 'turn = "karen"'), "utf-8")
    line = wrong.read_text("utf-8").splitlines().index('turn = "karen"') + 1
    ends_with(1, "--check", str(SAMPLE), str(wrong))
    told = capsys.readouterr().out
    assert "voorbeeld.toml: in orde" in told
    assert f'eigen.toml:{line}: moments[1].turn: gevonden "karen", verwacht' in told
    ends_with(0, "--check", str(SAMPLE))
