"""The door through which every text comes in."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.method.text import LONGEST, clean, one_line

HARMFUL = "\x00\x07\x1b\x7f\x80\x9b\u202e\u2066\u200f\ufeff\ud800\udfff\u2028\x85\x0b\r\t"
texts = st.text(st.one_of(st.characters(), st.sampled_from(HARMFUL), st.sampled_from("e\u0301 \n")))


@given(texts)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)


@given(st.one_of(texts, st.text(st.sampled_from("aé e\u0301\u212b\ufe0f\u00a0\u200f…漢"))))
def test_a_text_on_one_line_is_the_cleaned_text_however_it_comes_there(text: str) -> None:
    """Most texts of methods take a way that is shorter."""
    assert one_line(text) == " ".join(clean(text).split())


@given(texts)
def test_nothing_that_steers_a_terminal_comes_through(text: str) -> None:
    for sign in clean(text):
        assert sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(sign) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


@given(texts)
def test_what_is_clean_can_be_saved(text: str) -> None:
    assert clean(text).encode().decode() == clean(text)


@given(texts)
def test_a_name_is_one_line_without_double_blanks(text: str) -> None:
    assert "\n" not in one_line(text)
    assert "  " not in one_line(text)


def test_an_escape_sequence_loses_its_teeth_and_keeps_its_words() -> None:
    assert clean("\x1b[31mrood\x1b[0m") == "[31mrood[0m"


def test_letters_that_look_alike_are_alike() -> None:
    assert clean("cafe\u0301") == clean("café") == "café"


def test_lines_stay_and_their_ends_become_one_kind() -> None:
    assert clean("een\r\ntwee\rdrie  \n\nvier\n") == "een\ntwee\ndrie\n\nvier"


def test_a_text_without_end_is_cut() -> None:
    assert len(clean("a" * (LONGEST + 5))) == LONGEST
