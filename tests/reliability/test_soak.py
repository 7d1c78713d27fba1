"""A day of meetings in small, and a program that nobody touches. `make soak` has the eight hours."""

from pathlib import Path

from tests.reliability.soak import MAY_GROW, MAY_IDLE, a_day, idle


def test_meeting_after_meeting_leaves_no_memory_file_or_thread_behind(tmp_path: Path) -> None:
    first, last = a_day(tmp_path, 2, seconds_an_hour=1)
    assert last.memory - first.memory < MAY_GROW
    assert (last.files, last.threads) == (first.files, first.threads)


def test_a_program_that_nobody_touches_uses_next_to_nothing() -> None:
    assert idle(4) < MAY_IDLE
