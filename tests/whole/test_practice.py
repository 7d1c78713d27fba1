"""Practising with the whole program on a terminal: by itself to the end, and killed in the middle."""

import os
import signal
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.whole.program import DOWN, ENTER, TAB, program

pytestmark = pytest.mark.long


def practice(home: Path) -> Path:
    """Where the runs of this home folder lie."""
    return home / "data" / "intervisie" / "practice"


def the_run(home: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The transcript and the record of the only run on the disk."""
    (record,) = practice(home).glob("*.run.toml")
    transcript = record.with_name(record.name.replace(".run.toml", ".toml"))
    return tomllib.loads(transcript.read_text("utf-8")), tomllib.loads(record.read_text("utf-8"))


@pytest.mark.parametrize("scenario", ["mail-om-tien-uur", "bedankjes"])
def test_by_itself_it_plays_to_the_end_and_leaves_a_clean_terminal_and_its_files(tmp_path: Path, scenario: str) -> None:
    words = ("practice", "--scenario", scenario, "--length", "short", "--autopilot", "--speed", "600")
    with program(tmp_path, *words) as room:
        room.see("Oefening", "in de ruimte")
        assert room.until_ended() == 0
        assert room.is_clean()
    meeting, record = the_run(tmp_path)
    assert "ended" in meeting
    assert {met["outcome"] for met in record["met"]} == {"seen"}
    assert len(record["met"]) == len(record["scenario"]["moments"])
    assert all(path.stat().st_mode & 0o077 == 0 for path in practice(tmp_path).iterdir())


def test_killed_in_the_middle_it_goes_on_from_home_with_what_was_said(tmp_path: Path) -> None:
    with program(tmp_path, "practice", "--speed", "20") as room:
        room.see("op de fiets", "opgeslagen")
        room.until(lambda: bool(list(practice(tmp_path).glob("*.run.toml"))))
        (lock,) = practice(tmp_path).glob("*.lock")
        os.kill(tomllib.loads(lock.read_text("utf-8"))["pid"], signal.SIGKILL)
        assert room.until_ended() == 128 + signal.SIGKILL
    said = [c["text"] for part in the_run(tmp_path)[0]["parts"] for c in part.get("contributions", ())]
    assert said
    with program(tmp_path) as room:
        room.see("Ga verder", "de oefening van")
        room.press(DOWN, DOWN, DOWN, ENTER)
        room.see("klok staat stil", "Oefening")
        room.press(TAB, " ")
        room.see("Vraag")
        room.until(lambda: len(the_run(tmp_path)[0]["parts"][0].get("contributions", ())) >= len(said))
