"""What was typed and what was pasted, from bytes that come in any portions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.terminal.stream import (
    LONGEST_PASTE,
    PASTE_ENDS,
    PASTE_PATIENCE,
    PASTE_STARTS,
    Escaped,
    InputStream,
    Pasted,
    Piece,
    Typed,
)

DELAY = 0.1
WHOLE = f"één\x1b[A{PASTE_STARTS}twee\n漢\x1b[20{PASTE_ENDS}drie\x1b[2~"


def joined(pieces: list[Piece]) -> list[Piece]:
    """With neighbouring typed pieces as one, since it does not matter how those were cut."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if isinstance(piece, Typed) and isinstance(last, Typed):
            result[-1] = Typed(last.text + piece.text)
        else:
            result.append(piece)
    return result


def fed(*portions: bytes) -> list[Piece]:
    stream = InputStream(DELAY)
    return joined([piece for portion in portions for piece in stream.feed(portion, now=0.0)])


@pytest.mark.parametrize("cut", range(len(WHOLE.encode()) + 1))
def test_it_does_not_matter_where_the_bytes_are_cut(cut: int) -> None:
    data = WHOLE.encode()
    assert fed(data[:cut], data[cut:]) == [Typed("één\x1b[A"), Pasted("twee\n漢\x1b[20"), Typed("drie\x1b[2~")]


def test_nor_whether_they_come_one_by_one() -> None:
    assert fed(*[bytes([byte]) for byte in WHOLE.encode()]) == fed(WHOLE.encode())


@given(st.lists(st.binary(max_size=30), max_size=20))
def test_any_bytes_are_text_of_some_kind(portions: list[bytes]) -> None:
    stream = InputStream(DELAY)
    for portion in portions:
        for piece in stream.feed(portion, 0.0):
            if isinstance(piece, Typed | Pasted):
                piece.text.encode()  # no lone surrogates
    stream.tick(10.0)
    assert not stream.waiting


def test_an_escape_is_a_key_when_nothing_follows_it() -> None:
    stream = InputStream(DELAY)
    assert stream.feed(b"a\x1b", 0.0) == [Typed("a")]
    assert stream.waiting
    assert stream.tick(DELAY / 2) == []
    assert stream.tick(DELAY) == [Escaped()]
    assert not stream.waiting


def test_an_escape_is_part_of_what_follows_it_in_time() -> None:
    assert fed(b"\x1b", b"[A") == [Typed("\x1b[A")]


def test_the_start_of_a_marker_that_breaks_off_is_no_text() -> None:
    stream = InputStream(DELAY)
    stream.feed(b"\x1b[200", 0.0)
    assert stream.tick(DELAY) == []
    assert stream.feed(b"a", 1.0) == [Typed("a")]


def test_a_paste_without_an_end_ends_in_silence() -> None:
    stream = InputStream(DELAY)
    stream.feed(PASTE_STARTS.encode() + b"een ", 0.0)
    assert stream.feed(b"twee", 0.5) == []
    assert stream.tick(0.4 + PASTE_PATIENCE) == []
    assert stream.tick(0.5 + PASTE_PATIENCE) == [Pasted("een twee")]
    assert stream.feed(b"x", 2.0) == [Typed("x")]


def test_a_paste_has_a_longest() -> None:
    data = PASTE_STARTS.encode() + b"x" * (LONGEST_PASTE + 10) + PASTE_ENDS.encode() + b"y"
    pasted, typed = fed(data)
    assert isinstance(pasted, Pasted)
    assert len(pasted.text) == LONGEST_PASTE
    assert typed == Typed("y")
