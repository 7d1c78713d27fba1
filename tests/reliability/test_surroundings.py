"""Terminals that cannot draw, sizes, locales and other people's variables: a sentence or a right screen."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.room import furnished, prepared, room, said
from tests.terminal.ptysession import ROOT

OTHERS = {
    "TEXTUAL_DRIVER": "evil:Driver",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_LOG": "leak.log",
    "TEXTUAL_SCREENSHOT": "0",
    "TEXTUAL_PRESS": "ctrl+q",
    "TEXTUAL": "devtools,debug",
    "COLUMNS": "0",
    "LINES": "100000",
    "PYTHONIOENCODING": "latin-1",
    "BROWSER": "touch browser",
    "EDITOR": "touch editor",
}


@pytest.mark.parametrize(
    "environment",
    [
        OTHERS,
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "xx_YY.nonsense"},
        {"NO_COLOR": "1"},
        {"TERM": "vt100"},
        {"TERM": "linux"},
        {"TERM": "screen"},
        {"TERM": "bogus"},
    ],
    ids=["of others", "C", "unknown locale", "no colour", "vt100", "linux", "screen", "bogus"],
)
def test_in_any_surroundings_the_screen_is_right(tmp_path: Path, environment: dict[str, str]) -> None:
    before = set(prepared(tmp_path / "tmp").parent.rglob("*"))
    with room(tmp_path, *furnished(tmp_path), environment=environment) as session:
        session.see("Gesprek", "opgeslagen", "─")
        session.say("Héél gewoon")
        session.see("Héél gewoon", "opgeslagen")
        assert said(tmp_path) == ["Héél gewoon"]
        session.process.terminate()
        session.until_ended()
    made = {path.relative_to(tmp_path).parts[0] for path in set(tmp_path.rglob("*")) - before}
    assert made <= {"data", "config", "namen.txt"}


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
def test_a_terminal_that_cannot_draw_gets_a_sentence(tmp_path: Path, term: str) -> None:
    with room(tmp_path, *furnished(tmp_path), environment={"TERM": term}) as session:
        assert session.until_ended() == 2
        assert "ssh -t" in session.text
        assert b"\x1b" not in session.output


@pytest.mark.parametrize("stdin", [subprocess.DEVNULL, subprocess.PIPE, None], ids=["null", "pipe", "closed"])
def test_without_a_terminal_there_is_a_sentence(tmp_path: Path, stdin: int | None) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "intervisie_tui", *furnished(tmp_path)],
        env={**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHONPATH": str(ROOT)},
        input=b"rm -rf\n" if stdin == subprocess.PIPE else None,
        stdin=None if stdin == subprocess.PIPE else stdin,
        preexec_fn=(lambda: os.close(0)) if stdin is None else None,
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 2
    assert b"ssh -t" in done.stderr
    assert b"\x1b" not in done.stderr


@pytest.mark.parametrize(
    "size", [(1, 1), (80, 1), (1, 24), (20, 5), (300, 100)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_in_any_size_what_is_typed_is_saved(tmp_path: Path, size: tuple[int, int]) -> None:
    with room(tmp_path, *furnished(tmp_path), size=size) as session:
        session.until(lambda: (tmp_path / "data" / "intervisie" / "meetings").exists() and said_or_nothing(tmp_path))
        session.read_for(0.3)
        session.say("Klein of groot")
        session.until(lambda: said(tmp_path) == ["Klein of groot"])
        session.resize(80, 24)
        session.see("Klein of groot", "opgeslagen")


def said_or_nothing(home: Path) -> bool:
    try:
        return said(home) is not None
    except ValueError:  # not there yet
        return False


def test_a_storm_of_resizes_leaves_the_right_screen(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        session.say("Voor de storm")
        session.see("Voor de storm")
        for number in range(500):
            session.resize(1 + number * 7 % 200, 1 + number * 3 % 60)
        session.resize(100, 30)
        session.wipe()
        session.resize(100, 31)
        session.see("Voor de storm", "Gesprek", "opgeslagen")
        session.say("Na de storm")
        session.see("Na de storm")


def test_a_program_that_was_stopped_goes_on_with_its_screen_and_one_thread_of_each_kind(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        session.say("Voor de slaap")
        session.see("Voor de slaap", "opgeslagen")
        threads = sorted(path.joinpath("comm").read_text() for path in Path(f"/proc/{session.child}/task").iterdir())
        for _ in range(3):
            os.kill(session.child, signal.SIGSTOP)
            os.kill(session.child, signal.SIGCONT)
        session.wipe()
        os.kill(session.child, signal.SIGCONT)
        session.see("Voor de slaap", "Gesprek")
        assert threads == sorted(p.joinpath("comm").read_text() for p in Path(f"/proc/{session.child}/task").iterdir())
        os.kill(session.child, signal.SIGTSTP)
        session.say("Daarna")
        session.see("Daarna", "opgeslagen")


def test_the_clock_counts_a_machine_that_sleeps() -> None:
    import time

    from intervisie_tui.tui import app

    assert time.CLOCK_BOOTTIME == app.STEADY_CLOCK
