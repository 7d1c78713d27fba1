"""Ready wordings: a figure or an arrow takes one, and nothing that is typed is lost to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.tui.widgets.ready import Ready
from intervisie_tui.tui.widgets.wordings import laid_out

WORDINGS = ("gedaan", "deels", "niet")


def typed(*keys: str, wordings: tuple[str, ...] = WORDINGS, start: str = "") -> str:
    """What stands in a field, typed at its end, after these keys: characters, or names of more than one letter."""
    ready, text = Ready(), start
    ready.become(wordings)
    for key in keys:
        character = key if len(key) == 1 else None
        answer = ready.answer(text, key, character, at_end=True)
        if answer is not None:
            text = answer
        elif character is not None:
            text += character
        elif key == "backspace":
            text = text[:-1]
    return text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["2"], "deels"),
        (["2", "right"], "niet"),
        (["right"], "gedaan"),
        (["left"], "niet"),
        (["2", "backspace"], ""),
        (["2", "backspace", "1"], "gedaan"),
        (["4"], "4"),
        (["0"], "0"),
        ([*"2 keer per maand"], "2 keer per maand"),
        ([*"12 maart"], "12 maart"),
        ([*"3x"], "3x"),
        (["right", *", op tijd"], "gedaan, op tijd"),
        (["1", "end", *" na 2 weken"], "gedaan na 2 weken"),
        ([*"na 3 weken"], "na 3 weken"),
    ],
)
def test_keys(keys: list[str], text: str) -> None:
    assert typed(*keys) == text


def test_a_figure_takes_another_wording_where_one_stands() -> None:
    assert typed("3", start="gedaan") == "niet"
    assert typed("3", start="gedaan, op tijd") == "gedaan, op tijd3"


def test_what_stood_there_is_back_when_the_figure_was_text() -> None:
    assert typed("3", " ", start="gedaan") == "gedaan3 "


@given(st.text("0123456789 abc.,", min_size=2))
def test_no_text_of_two_characters_or_more_is_stolen(text: str) -> None:
    assert typed(*text) == text


@given(st.text("0123456789 ab", max_size=9))
def test_without_wordings_a_field_is_a_field(text: str) -> None:
    assert typed(*text, wordings=()) == text


def test_short_wordings_stand_side_by_side_and_long_ones_below_each_other() -> None:
    assert [line.plain for line in laid_out(WORDINGS, 60)] == ["1 gedaan   2 deels   3 niet   of typ zelf"]
    assert [line.plain for line in laid_out(WORDINGS, 20, own_words=False)] == ["1 gedaan   2 deels", "3 niet"]
    long = ("een heel lange zin over regelmaat", "kort")
    assert [line.plain for line in laid_out(long, 30)] == [
        "1 een heel lange zin over",
        "  regelmaat",
        "2 kort   of typ zelf",
    ]
