"""The private file about errors: where, never what."""

import os
import stat
import threading
from pathlib import Path

import pytest

from intervisie_tui.terminal.faults import LONGEST, FaultLog, described, loop_handler, uncaught_by

SECRET = "geheimvandegroep"


def error() -> Exception:
    local = SECRET
    try:
        try:
            raise ValueError(local)
        except ValueError as inner:
            raise KeyError(local) from inner
    except KeyError as outer:
        return outer


def test_an_error_is_told_by_types_and_places() -> None:
    text = described(error())
    assert text.index("builtins.KeyError") < text.index("builtins.ValueError")
    assert "test_faults.py:" in text
    assert SECRET not in text


def test_errors_that_cause_each_other_come_to_an_end() -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first
    assert described(first).count("\n") == 2


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_only_the_owner_can_read_the_file(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        FaultLog(tmp_path / "faults").record(error(), "app")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "faults").stat().st_mode) == 0o600


def test_the_file_does_not_grow_for_ever(tmp_path: Path) -> None:
    (tmp_path / "faults").write_bytes(b"x" * (LONGEST + 1))
    FaultLog(tmp_path / "faults").record(error(), "app")
    assert (tmp_path / "faults").stat().st_size < 5000


def test_a_planted_link_is_not_followed_and_a_bad_place_is_no_second_error(tmp_path: Path) -> None:
    (tmp_path / "faults").symlink_to(tmp_path / "other")
    FaultLog(tmp_path / "faults").record(error(), "app")
    FaultLog(tmp_path / "nowhere" / "faults").record(error(), "app")
    FaultLog(None).record(error(), "app")
    assert not (tmp_path / "other").exists()


def test_an_error_in_a_thread_is_caught_and_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[str] = []

    def fail() -> None:
        raise ValueError(SECRET)

    with uncaught_by(lambda _, where: seen.append(where), lambda _, where: seen.append(where)):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert seen == ["thread"]
    assert capsys.readouterr().err == ""


def test_a_loop_may_complain_without_an_error() -> None:
    seen: list[BaseException] = []
    handle = loop_handler(lambda fault, _: seen.append(fault))
    handle(None, {"message": "Task was destroyed but it is pending"})
    handle(None, {"exception": (fault := error())})
    assert seen == [fault]
