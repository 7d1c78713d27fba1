"""The writer: nobody waits for the terminal, and nothing of a frame is cut off in the middle."""

import os
import threading
from collections.abc import Iterator

import pytest

from intervisie_tui.terminal.writer import Writer

PATIENCE = 10


class Line:
    """A pipe in the place of a terminal."""

    def __init__(self) -> None:
        self.out, self.into = os.pipe()
        self.drained = threading.Event()
        self.lost = threading.Event()
        self.eased = threading.Event()
        self.writer = Writer(self.into, self.drained.set, self.lost.set, limit=300_000, eased=self.eased.set)

    def read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            data += os.read(self.out, size - len(data))
        return data


@pytest.fixture
def line() -> Iterator[Line]:
    made = Line()
    yield made
    made.writer.finish("", 0.1)
    for fd in (made.out, made.into):
        os.close(fd)


def test_what_is_written_arrives_in_order(line: Line) -> None:
    texts = [f"{number} é\n" for number in range(1000)]
    for text in texts:
        line.writer.write(text)
    whole = "".join(texts).encode()
    assert line.read(len(whole)) == whole


def test_a_terminal_that_does_not_read_holds_nobody_up_and_is_painted_anew(line: Line) -> None:
    for _ in range(1000):
        line.writer.write("x" * 1000)  # comes back at once, though a pipe holds far less
    assert not line.drained.is_set()
    taken = b""
    while not line.drained.is_set():
        taken += os.read(line.out, 65_536)
        line.drained.wait(0.01)
    assert len(taken) <= 400_000  # the limit, and what a pipe holds
    line.writer.write("weer")
    while not taken.endswith(b"weer"):
        taken += os.read(line.out, 65_536)
    assert len(taken) % 1000 == len(b"weer")


def test_the_last_words_are_not_dropped(line: Line) -> None:
    for _ in range(1000):
        line.writer.write("x" * 1000)
    ended = threading.Thread(target=line.writer.finish, args=("einde", PATIENCE))
    ended.start()
    taken = b""
    while not taken.endswith(b"einde"):
        taken += os.read(line.out, 65_536)
    ended.join(PATIENCE)


def test_finishing_waits_no_longer_than_asked(line: Line) -> None:
    line.writer.write("x" * 200_000)
    assert line.writer.finish("einde", 0.05) is False
    os.read(line.out, 1_000_000)
    os.read(line.out, 1_000_000)


def test_a_terminal_that_is_gone_is_told_once() -> None:
    made = Line()
    os.close(made.out)
    made.writer.write("x")
    assert made.lost.wait(PATIENCE)
    made.writer.write("y")
    assert made.writer.finish("einde", PATIENCE) is False
    os.close(made.into)


def test_a_line_that_lags_behind_is_crowded_until_it_has_taken_all(line: Line) -> None:
    assert not line.writer.crowded()
    line.writer.write("x" * 200_000)  # a pipe holds less
    assert line.writer.crowded()
    assert not line.eased.is_set()
    line.read(200_000)
    assert line.eased.wait(PATIENCE)
    assert not line.writer.crowded()
