"""Whatever bytes the line brings, the program lives, keeps text as text, and the next key works."""

import random
from functools import partial
from pathlib import Path

import pytest

from tests.terminal.ptysession import PtySession, specimen

pytestmark = pytest.mark.long


def still_takes_text(session: PtySession) -> None:
    session.type("\x15levend\r")
    session.until(lambda: any(line.endswith("levend") for line in session.lines("said")))


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe",
        b"\xc3(",
        b"\xed\xa0\x80",
        b"\x1b[" + b"9" * 200 + b"m",
        b"\x1b[48;5000;5000;0;0t\x1b[?2048;2$y",
        b"\x1b[<0;5;5M\x1b[I\x1b[O\x1b[3;7R",
        b"\x1b[201~",
        b"\x1b]52;c;Z2VoZWlt\x07\x1bP0;1|17/ab\x1b\\",
    ],
    ids=["no utf-8", "cut", "surrogate", "absurd", "a size", "mouse and focus", "end of no paste", "strings"],
)
def test_odd_bytes_do_no_harm(tmp_path: Path, data: bytes) -> None:
    with specimen(tmp_path) as session:
        session.type(data)
        still_takes_text(session)
        assert session.lines("sizes")[-1] == "80 24"


def test_random_bytes_do_no_harm(tmp_path: Path) -> None:
    chance = random.Random(3)
    harmless = [byte for byte in range(256) if byte not in b"\x03\x11\t"]  # those leave, or move the focus
    with specimen(tmp_path) as session:
        for _ in range(40):
            session.type(bytes(chance.choices(harmless, k=chance.randrange(1, 40))) + b"\r")
        still_takes_text(session)


def test_a_paste_that_holds_keys_presses_none(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("\x1b[200~een\x1b\x1b\x11twee\x1bAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\x03\x9b\x1b[201~\r")
        session.until(lambda: session.lines("said"))
        assert session.lines("said") == ["public\teentwee" + "A" * 32]


def test_a_paste_that_never_ends_keeps_its_text_and_the_keyboard(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("\x1b[200~geplakt")
        session.until_shown("geplakt")
        session.type("X\r")
        session.until(lambda: session.lines("said"))
        assert session.lines("said") == ["public\tgeplaktX"]


def test_a_megabyte_of_paste_is_kept_whole(tmp_path: Path) -> None:
    text = "een regel tekst\n" * 65_000
    with specimen(tmp_path) as session:
        session.type("\t\t\x1b[200~" + text + "\x1b[201~einde\x11")
        assert session.until_ended() == 0
        assert session.lines("draft")[-1] == f"area\t{text + 'einde'!r}"


def has_size(session: PtySession, size: str) -> bool:
    return session.lines("sizes")[-1] == size


def test_a_real_resize_is_followed(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        for columns, lines in [(1, 1), (300, 100), (100, 30)]:
            session.resize(columns, lines)
            session.until(partial(has_size, session, f"{columns} {lines}"))
        still_takes_text(session)
