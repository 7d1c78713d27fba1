"""The real program on a line that counts: what each act sends, and that a slow line with large buffers stays free."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest

from bench.line import SIZE, Line
from bench.link import Link, Way
from bench.measures import PAGE_DOWN, TAB, started

SLOW = Link(delay=0.1, speed=8_000)


@contextmanager
def first_step(folder: Path, link: Link | None = None) -> Iterator[Line]:
    """The program at rest in the first step of a meeting."""
    with Line(started(folder), folder, link) as line:
        line.until("Stap 1 van 5")
        line.quiet(0.6, 5.0)
        yield line


def sent(line: Line, keys: str, seconds: float = 0.5) -> int:
    """The bytes that came within so many seconds after these keys."""
    before = line.bytes
    if keys:
        line.send(keys)
    line.for_seconds(seconds)
    return line.bytes - before


@pytest.mark.long
def test_each_act_stays_within_its_bytes(tmp_path: Path) -> None:
    with first_step(tmp_path) as line:
        assert line.bytes <= 4_000
        assert median(sent(line, letter, 0.1) for letter in "een zin hier") <= 60
        assert sent(line, "\r") <= 600
        sent(line, TAB)
        sent(line, " ", 1.5)  # the clock stands still
        assert sent(line, "", 2.5) == 0
        sent(line, "b")
        assert sent(line, "", 1.5) == 0
        assert sent(line, "b") <= 4_000
        before = line.bytes
        for size in ((80, 24), SIZE):
            line.resize(*size)
            sent(line, "")
        assert line.bytes - before <= 4_500
        sent(line, PAGE_DOWN)
        assert sent(line, PAGE_DOWN) <= 3_000
        line.until("Vraag van Anna")


@pytest.mark.long
def test_a_slow_line_that_takes_everything_is_not_filled(tmp_path: Path) -> None:
    with first_step(tmp_path, SLOW) as line:
        sent(line, TAB)
        assert line.across
        line.across.most_queued = 0
        for _ in range(80):
            sent(line, "b", 0.1)  # a whole screen every other time: three times as much as the line can carry
        assert line.across.most_queued <= 5_000


def test_what_goes_over_a_link_comes_later_and_no_faster_than_it_can() -> None:
    way = Way(Link(delay=0.1, speed=1_000))
    way.put(b"x" * 64, 0.0)
    way.put(b"y" * 64, 0.0)
    assert way.queued(0.01) == 128
    assert way.out(0.163) == b""
    assert way.out(0.165) == b"x" * 64
    assert way.queued(0.1) == 64
    assert way.out(0.229) == b"y" * 64


def test_a_link_without_a_speed_only_delays() -> None:
    way = Way(Link(delay=0.1))
    way.put(b"x" * 5_000, 0.0)
    assert way.out(0.09) == b""
    assert way.out(0.1) == b"x" * 5_000
