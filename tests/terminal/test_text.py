"""No character of anybody's text steers the terminal or turns the order of reading."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from intervisie_tui.terminal.text import ControlFilter, pasted

BLACK = Color(0, 0, 0)
ANY_TEXT = st.text(st.characters() | st.sampled_from("\x00\x07\x1b\x7f\x9b\x9d\u202e\u2066\u200f\t\n\r\ud800"))


def filtered(text: str, style: Style | None = None) -> Segment:
    return ControlFilter().apply([Segment(text, style)], BLACK)[0]


def steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or unicodedata.bidirectional(character) in (
        *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
    )


@given(ANY_TEXT)
def test_what_is_drawn_holds_nothing_that_steers(text: str) -> None:
    assert not any(map(steers, filtered(text).text))


@given(ANY_TEXT)
def test_all_other_text_is_drawn_as_it_is(text: str) -> None:
    kept = list(filtered(text).text)
    assert kept == [c for c in text if not steers(c) and c not in "\u061c\u200e\u200f"]


@given(ANY_TEXT.filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)))
def test_a_line_stays_as_wide_as_it_was_counted(text: str) -> None:
    assert sum(cell_len(c) for c in filtered(text).text) == sum(cell_len(c) for c in text)


def test_a_link_is_not_passed_on() -> None:
    segment = filtered("tekst", Style(link="https://example.org", bold=True))
    assert segment.style is not None
    assert segment.style.link is None
    assert segment.style.bold


def test_textuals_own_control_segments_are_let_through() -> None:
    own = Segment("\x1b[2J", None, [(ControlType.CLEAR,)])
    assert ControlFilter().apply([own], BLACK) == [own]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n"])
def test_any_line_end_of_a_paste_is_one_line_feed(end: str) -> None:
    assert pasted(f"een{end}twee") == "een\ntwee"


@given(ANY_TEXT)
def test_a_paste_brings_in_nothing_that_steers(text: str) -> None:
    assert not any(map(steers, pasted(text).replace("\n", "")))
