"""However it ends: the draft is saved, the terminal is as it was, the exit code tells why."""

import os
import signal
from pathlib import Path

import pytest

from tests.terminal.ptysession import PtySession, specimen

pytestmark = pytest.mark.long


HALF = "half een zin"


def type_half(session: PtySession) -> None:
    session.type(HALF)
    session.until_shown(HALF)


def has_draft(session: PtySession) -> bool:
    return f"public\t{HALF}" in session.lines("draft")


@pytest.mark.parametrize(
    ("sent", "codes"),
    [
        ([signal.SIGHUP], {129}),
        ([signal.SIGINT], {130}),
        ([signal.SIGINT] * 3, {130}),
        ([signal.SIGQUIT], {131}),
        ([signal.SIGTERM], {143}),
        ([signal.SIGTERM, signal.SIGCONT, signal.SIGHUP], {129, 143}),  # how logind ends a session
    ],
    ids=["HUP", "INT", "INT thrice", "QUIT", "TERM", "TERM, CONT and HUP"],
)
@pytest.mark.parametrize("how", [[], ["guarded"]], ids=["alone", "guarded"])
def test_a_signal_saves_the_draft_and_cleans_up(
    tmp_path: Path, sent: list[int], codes: set[int], how: list[str]
) -> None:
    with specimen(tmp_path, *how) as session:
        type_half(session)
        for number in sent:
            session.process.send_signal(number)
        assert session.until_ended() in codes
        assert has_draft(session)
        assert session.is_clean()


@pytest.mark.parametrize(("how", "processes"), [([], 1), (["guarded"], 2)], ids=["alone", "guarded"])
def test_at_the_end_no_other_signal_changes_the_exit_code(tmp_path: Path, how: list[str], processes: int) -> None:
    """Python hands signals that it takes back to the kernel as it ends; a second Ctrl+C would kill it then."""
    with specimen(tmp_path, *how) as session:
        session.process.send_signal(signal.SIGINT)
        assert session.until_ended() == 130
    ignored = [int(line, 16) for line in session.lines("ignored")]
    assert len(ignored) == processes
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
        assert all(one & 1 << (number - 1) for one in ignored)


def test_keys_that_came_before_the_signal_are_in_the_draft(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("x" * 60)
        session.until(lambda: "xx" in session.text)
        session.process.send_signal(signal.SIGTERM)
        assert session.until_ended() == 143
        assert "public\t" + "x" * 60 in session.lines("draft")


@pytest.mark.parametrize("controlling", [True, False], ids=["told by HUP", "told by the end of input"])
def test_a_lost_line_saves_the_draft_and_leaves_nothing_running(tmp_path: Path, controlling: bool) -> None:
    with specimen(tmp_path, controlling=controlling) as session:
        type_half(session)
        session.hang_up()
        assert session.until_ended() == 129
        assert has_draft(session)


def test_a_stop_signal_from_a_terminal_is_ignored(tmp_path: Path) -> None:
    with specimen(tmp_path, "guarded") as session:
        for pid in (session.process.pid, child_of(session.process.pid)):
            status = dict(line.split(":\t") for line in Path(f"/proc/{pid}/status").read_text().splitlines())
            assert int(status["SigIgn"], 16) & 1 << (signal.SIGTSTP - 1)


def test_continuing_paints_again_and_starts_no_threads(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        type_half(session)
        threads = threads_of(session.process.pid)
        session.process.send_signal(signal.SIGSTOP)
        session.wipe()
        for _ in range(3):
            session.process.send_signal(signal.SIGCONT)
        session.until_shown("gereed")
        assert HALF in session.text
        assert threads_of(session.process.pid) == threads
        session.type("\x11")
        assert session.until_ended() == 0
        assert session.is_clean()


def test_a_loop_that_hangs_is_left_behind_and_the_terminal_put_back(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("\x1b[20~")  # F9
        session.process.send_signal(signal.SIGTERM)
        assert session.until_ended() == 143
        assert session.is_clean()


def test_leaving_by_choice_saves_too(tmp_path: Path) -> None:
    with specimen(tmp_path, "guarded") as session:
        session.type(HALF + "\x11")
        assert session.until_ended() == 0
        assert has_draft(session)
        assert session.is_clean()
        assert "gereed" not in session.text


def test_after_kill_9_the_parent_puts_the_terminal_back_and_wipes_it(tmp_path: Path) -> None:
    with specimen(tmp_path, "guarded") as session:
        type_half(session)
        os.kill(child_of(session.process.pid), signal.SIGKILL)
        assert session.until_ended() == 137
        assert session.is_clean()
        assert not session.text.strip()


def test_after_kill_9_of_the_parent_the_program_leaves_in_good_order(tmp_path: Path) -> None:
    with specimen(tmp_path, "guarded", controlling=False) as session:  # else the kernel hangs up the child as well
        type_half(session)
        session.process.kill()
        session.until(lambda: has_draft(session))
        session.until(session.is_clean)


def threads_of(pid: int) -> int:
    return sum(1 for _ in Path(f"/proc/{pid}/task").iterdir())


def child_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0])
