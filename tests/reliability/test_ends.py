"""However the real program ends: nothing half-typed is lost, the terminal is as it was, nobody is left behind."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.reliability.planted import ON_F9, SECRET
from tests.reliability.room import Spoiled, furnished, half_typed, prepared, room, said
from tests.terminal.ptysession import ROOT
from tests.terminal.threads import seconds_to_its_end
from tests.whole.program import DOWN, ENTER, QUIT

HALF = "Een halve zin die niemand"
F9 = "\x1b[20~"
AT_ONCE = 0.5
"""Seconds in which a program whose line is lost has saved and gone."""


def type_half(session: Spoiled) -> None:
    session.say("Iets gezegd")
    session.see("Iets gezegd", "opgeslagen")
    session.press(HALF)
    session.see(HALF)


def nothing_is_lost(session: Spoiled) -> bool:
    return said(session.home) == ["Iets gezegd"] and half_typed(session.home) == HALF


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM], ids=lambda n: n.name)
def test_a_signal_saves_what_is_half_typed_and_leaves_a_clean_terminal(tmp_path: Path, number: signal.Signals) -> None:
    with room(tmp_path) as session:
        type_half(session)
        session.process.send_signal(number)
        assert session.until_ended() == 128 + number
        assert nothing_is_lost(session)
        assert session.is_clean()
        assert "zin" not in session.text
        assert session.left_over() == []


@pytest.mark.parametrize("controlling", [True, False], ids=["told by HUP", "told by the end of input"])
def test_a_lost_line_saves_and_ends_the_program_at_once(tmp_path: Path, controlling: bool) -> None:
    """The best of three, since a disk that others use may keep it waiting as well; it is never long."""
    took: list[float] = []
    while not took or min(took) > AT_ONCE:
        home = prepared(tmp_path / str(len(took)))
        with room(home, controlling=controlling) as session:
            type_half(session)
            took.append(seconds_to_its_end(session, session.hang_up))
            assert nothing_is_lost(session)
            assert session.left_over() == []
        assert len(took) < 3 or min(took) <= AT_ONCE, took


def test_what_was_half_typed_stands_in_its_field_when_the_meeting_is_taken_up(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        type_half(session)
        session.process.terminate()
        session.until_ended()
    with room(tmp_path, "--lang", "nl") as session:
        session.see("Proef")
        session.press(ENTER)
        session.see("Iets gezegd", HALF)


def test_leaving_by_choice_keeps_it_too(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        type_half(session)
        session.press(QUIT)
        session.see("Stoppen?")
        session.press(DOWN, DOWN, ENTER)
        assert session.until_ended() == 0
        assert nothing_is_lost(session)
        assert session.is_clean()


@pytest.mark.parametrize("place", [place for place in ON_F9 if place not in ("hang", "tell_dumpable")])
def test_an_error_anywhere_is_one_sentence_without_a_word_of_the_meeting(tmp_path: Path, place: str) -> None:
    with room(tmp_path, planted=place) as session:
        type_half(session)
        session.press(F9)
        assert session.until_ended() == 1
        assert nothing_is_lost(session)
        assert session.is_clean()
        assert session.text.split("\n")[0].startswith("Er ging iets mis")
        after = " ".join(session.text.split("\n", 1)[1].split())
        assert after == "Start het opnieuw: een bijeenkomst die open was, staat op het eerste scherm bij ‘Ga verder’."
        assert SECRET.encode() not in session.output
        log = tmp_path / "data" / "intervisie" / "faults.log"
        assert "planted.py:" in log.read_text()
        assert SECRET not in log.read_text()
        assert HALF not in log.read_text()
        assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_an_error_before_anything_was_saved_has_its_log_too(tmp_path: Path) -> None:
    with room(tmp_path, "--lang", "nl", planted="handler") as session:
        session.see("Beginnen")
        data = tmp_path / "data"
        assert not data.exists()
        session.press(F9)
        assert session.until_ended() == 1
    log = data / "intervisie" / "faults.log"
    assert "planted.py:" in log.read_text()
    assert [stat.S_IMODE(path.stat().st_mode) for path in (data, log.parent, log)] == [0o700, 0o700, 0o600]


def test_a_loop_that_hangs_is_left_behind_in_time(tmp_path: Path) -> None:
    with room(tmp_path, planted="hang") as session:
        type_half(session)
        session.until(lambda: half_typed(tmp_path) == HALF)
        session.press(F9)
        assert seconds_to_its_end(session, session.process.terminate) < 4
        assert session.until_ended() == 143
        assert nothing_is_lost(session)
        assert session.is_clean()


def test_a_terminal_that_reads_nothing_holds_up_neither_saving_nor_leaving(tmp_path: Path) -> None:
    with room(tmp_path, size=(200, 60)) as session:
        type_half(session)
        for number in range(30):  # typed blind, into a program that cannot get rid of its frames
            os.write(session.master, f" en nog {number} woorden die\r".encode())
            time.sleep(0.02)
        os.write(session.master, b"slot")
        session.until_while_frozen(lambda: len(said(tmp_path)) == 31)
        assert seconds_to_its_end(session, session.process.terminate) < 3
        assert half_typed(tmp_path) == "slot"


def test_after_kill_9_the_parent_wipes_the_screen(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        type_half(session)
        os.kill(session.child, signal.SIGKILL)
        assert session.until_ended() == 137
        assert session.is_clean()
        assert not session.text.strip()


def test_after_kill_9_of_the_parent_the_program_leaves_by_itself(tmp_path: Path) -> None:
    with room(tmp_path, controlling=False) as session:
        type_half(session)
        session.process.kill()
        session.until(lambda: not session.left_over())
        assert nothing_is_lost(session)
        assert session.is_clean()


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
@pytest.mark.parametrize("end", ["kill -9", "TERM", "error"])
def test_tmux_keeps_nothing_in_its_history_and_no_mode(tmp_path: Path, end: str) -> None:
    with tmux(tmp_path, "handler" if end == "error" else "") as run:
        run("send-keys", "-l", "Een geheim van de groep")
        run("send-keys", "Enter")
        run("send-keys", "-l", "En nog een half geheim")
        until(lambda: "half geheim" in run("capture-pane", "-p") and "van de groep" in run("capture-pane", "-p"))
        (pid,) = run("list-panes", "-F", "#{pane_pid}").split()  # a shell; the program; the one that draws
        program = children(int(pid))[0]
        match end:
            case "kill -9":
                os.kill(children(program)[0], signal.SIGKILL)
            case "TERM":
                os.kill(program, signal.SIGTERM)
            case "error":
                run("send-keys", "F9")
        until(lambda: "weer in de shell" in run("capture-pane", "-p"))
        everything = run("capture-pane", "-p", "-S", "-")
        assert "geheim" not in everything
        assert "Gesprek" not in everything
        modes = "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{wrap_flag} #{history_size}"
        assert run("display-message", "-p", modes).split() == ["0", "1", "0", "1", "0"]


@contextmanager
def tmux(home: Path, planted: str) -> Iterator["Tmux"]:
    """A server of tmux of its own, in which the program runs as a job of a shell."""
    started = Tmux(home, planted)
    try:
        until(lambda: "opgeslagen" in started("capture-pane", "-p"))
        yield started
    finally:
        started("kill-server")


class Tmux:
    """Runs commands of tmux and gives what they print."""

    def __init__(self, home: Path, planted: str) -> None:
        words = " ".join(furnished(home))
        fault = f"{ROOT}/tests/reliability/planted.py {planted}" if planted else "-m intervisie_tui"
        self._socket = prepared(home / "sockets") / "tmux"
        self._environment = {
            **os.environ,
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "PYTHONPATH": str(ROOT),
        }
        job = f"{sys.executable} {fault} {words}; echo weer in de shell; read wachten"
        self("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", f"sh -c '{job}'")

    def __call__(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), *words],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
        return done.stdout


def until(reached: Callable[[], object], seconds: float = 15.0) -> None:
    """Wait until this is so."""
    end = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    """The processes that this one started."""
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
