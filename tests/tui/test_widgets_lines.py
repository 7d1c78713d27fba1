"""Lines: wrapped under themselves, cut so that it shows, and a round of many people with the one who is on in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from intervisie_tui.tui.sheets.base import TurnLine
from intervisie_tui.tui.widgets.digits import drawn
from intervisie_tui.tui.widgets.lines import cut, hanging, short, under_itself
from intervisie_tui.tui.widgets.turnlist import laid_out


def plain(lines: list[Content]) -> list[str]:
    return [line.plain for line in lines]


def test_what_wraps_stands_under_its_first_word() -> None:
    lines = hanging(Content("12 "), Content("een twee drie vier"), 12)
    assert plain(lines) == ["12 een twee", "   drie vier"]


def test_a_number_a_sign_and_a_short_word_hang_before_their_text() -> None:
    text = Content(" 3 aaa bbb cccc\n   ↳ ddd eee fff\nPgDn  ggg hhh iii\njjj kkk lllll mmm")
    assert plain(under_itself(text, 14)) == [
        *(" 3 aaa bbb", "   cccc"),
        *("   ↳ ddd eee", "     fff"),
        *("PgDn  ggg hhh", "      iii"),
        *("jjj kkk lllll", "mmm"),
    ]


def test_two_words_in_a_column_of_their_own_hang_before_their_text_too() -> None:
    assert plain(under_itself(Content("Ga verder   22 mei om half acht"), 26)) == [
        *("Ga verder   22 mei om half", "            acht"),
    ]


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    lines = [Content("een"), Content("twee"), Content("drie")]
    assert plain(cut(lines, 3, 4)) == ["een", "twee", "drie"]
    assert plain(cut(lines, 2, 4)) == ["een", "twe…"]
    assert plain(cut(lines, 2, 9)) == ["een", "twee…"]
    assert short(Content("漢字漢字"), 5).plain == "漢字…"


@given(st.text(max_size=60), st.integers(9, 30))
def test_no_line_is_ever_wider_than_there_is_room(text: str, width: int) -> None:
    for line in [*under_itself(Content(text), width), short(Content(text.replace("\n", "")), width)]:
        assert line.cell_length <= width, repr(line.plain)


def turns(n: int, on: int, name: str = "Persoon") -> list[TurnLine]:
    return [TurnLine(f"{name} {i + 1}", "now" if i == on else "had" if i < on else "waiting") for i in range(n)]


def test_a_small_round_is_shown_in_full() -> None:
    lines = [TurnLine("Anna en Jan-Willem", "had", "2 bewaard"), TurnLine("Cas", "passed"), TurnLine("Dina", "now")]
    assert plain(laid_out(lines, 18, 9)) == [
        *("✓ 1 Anna en", "    Jan-Willem", "    2 bewaard"),
        *("~ 2 Cas  komt nog", "▸ 3 Dina"),
    ]


def test_a_round_that_just_fits_a_line_each_is_shown_so() -> None:
    assert plain(laid_out([TurnLine("Anna en Jan-Willem", "now")] * 4, 14, 4)) == [f"▸ {n} Anna en J…" for n in "1234"]


@pytest.mark.parametrize("height", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("on", [0, 1, 9, 18, 19])
def test_of_twenty_people_the_one_who_is_on_is_always_in_sight(on: int, height: int) -> None:
    lines = plain(laid_out(turns(20, on), 22, height))
    assert len(lines) <= height
    assert f"▸ {on + 1} Persoon {on + 1}" in lines


def test_it_says_how_many_stand_above_and_below() -> None:
    lines = plain(laid_out(turns(20, 9), 22, 7))
    assert (lines[0], lines[-1]) == ("  ↑ nog 7", "  ↓ nog 8")
    assert plain(laid_out(turns(20, 0), 22, 7))[-1] == "  ↓ nog 14"
    assert plain(laid_out(turns(20, 19), 22, 7))[0] == "  ↑ nog 14"


@given(st.integers(1, 40), st.integers(0, 40), st.integers(1, 20))
def test_nobody_is_counted_twice_or_forgotten(n: int, on: int, height: int) -> None:
    lines = plain(laid_out(turns(n, min(on, n - 1)), 30, height))
    hidden = sum(int(line.split()[-1]) for line in lines if line.startswith(("  ↑", "  ↓")))
    shown = sum(1 for line in lines if "Persoon" in line)
    assert len(lines) <= height
    assert shown + hidden == n or height < 3


@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_figures_are_drawn_in_lines_of_one_width(size: str) -> None:
    lines = drawn("+12:34", size).split("\n")  # type: ignore[arg-type]  # one of the three sizes
    assert len({len(line) for line in lines}) == 1
    assert len(lines) == (5 if size == "large" else 3)
