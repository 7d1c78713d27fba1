"""One writer per meeting: who comes second is told who has it; the lock of a dead process is free."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intervisie_tui.archive.lock import HeldBy, Lock, acquire
from intervisie_tui.archive.paths import Unusable

HOLD = """
import sys
from pathlib import Path
from intervisie_tui.archive.lock import acquire
lock = acquire(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def held(path: Path) -> Lock:
    lock = acquire(path)
    assert isinstance(lock, Lock)
    return lock


def test_the_second_is_told_who_has_it(tmp_path: Path) -> None:
    lock = held(tmp_path / "a.lock")
    holder = acquire(tmp_path / "a.lock")
    assert isinstance(holder, HeldBy)
    assert holder.pid == os.getpid()
    assert f"proces {os.getpid()}" in holder.message
    assert holder.host in holder.message
    lock.release()


def test_released_it_is_free_and_its_file_stays(tmp_path: Path) -> None:
    first = held(tmp_path / "a.lock")
    first.release()
    first.release()
    assert (tmp_path / "a.lock").exists()
    held(tmp_path / "a.lock").release()


def test_the_file_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        held(tmp_path / "a.lock").release()
    finally:
        os.umask(before)
    assert (tmp_path / "a.lock").stat().st_mode & 0o777 == 0o600


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdin
    assert other.stdout.readline() == "held\n"
    holder = acquire(path)
    assert isinstance(holder, HeldBy)
    assert holder.pid == other.pid
    other.send_signal(signal.SIGKILL)
    other.wait()
    held(path).release()
    other.stdin.close()
    other.stdout.close()


@pytest.mark.parametrize("contents", ["", "pid = ", "pid = 'x'", "a = 1", "x" * 9000])
def test_a_lock_with_nonsense_in_it_is_still_a_lock(tmp_path: Path, contents: str) -> None:
    lock = held(tmp_path / "a.lock")
    (tmp_path / "a.lock").write_text(contents)
    holder = acquire(tmp_path / "a.lock")
    assert isinstance(holder, HeldBy)
    assert holder.message.startswith("Deze bijeenkomst staat al ergens open")
    lock.release()


def test_what_a_lock_says_cannot_steer_the_terminal(tmp_path: Path) -> None:
    lock = held(tmp_path / "a.lock")
    (tmp_path / "a.lock").write_text('pid = 1\nuser = "\\u001b[31mkees"\nhost = "h\\u202e"\n')
    holder = acquire(tmp_path / "a.lock")
    assert isinstance(holder, HeldBy)
    assert "Open bij [31mkees op h sinds ?" in holder.message
    lock.release()


def test_a_link_a_pipe_or_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elders").touch()
    (tmp_path / "a.lock").symlink_to(tmp_path / "elders")
    os.mkfifo(tmp_path / "b.lock")
    (tmp_path / "c.lock").mkdir()
    for name in "abc":
        with pytest.raises((OSError, Unusable)):
            acquire(tmp_path / f"{name}.lock")
