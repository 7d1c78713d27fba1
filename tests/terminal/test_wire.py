"""What crosses the line shows the same as what Textual would have sent: every cell, its colours, and the cursor."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from intervisie_tui.terminal.wire import Wire
from tests.terminal.emulator import SYSTEMS, Both

GRAPHEMES = ["a", "b", " ", " ", " ", "é", "e\u0301", "中", "국", "─", "●", "z", "’"]
COLOURS = [None, None, "default", "red", "bright_blue", "color(200)", "#123456", "#fefefe"]


def strip(parts: Sequence[tuple[str, Style | None]], width: int) -> Strip:
    return Strip([Segment(text, style) for text, style in parts]).adjust_cell_length(width, Style())


styles = st.none() | st.builds(
    Style,
    color=st.sampled_from(COLOURS),
    bgcolor=st.sampled_from(COLOURS),
    bold=st.sampled_from([None, True]),
    dim=st.sampled_from([None, True]),
    italic=st.sampled_from([None, True]),
    underline=st.sampled_from([None, True]),
    reverse=st.sampled_from([None, None, True]),
    strike=st.sampled_from([None, None, True]),
)
texts = st.lists(st.sampled_from(GRAPHEMES), max_size=12).map("".join) | st.integers(1, 14).map(lambda n: " " * n)
parts = st.lists(st.tuples(texts, styles), max_size=4)


@st.composite
def layouts(draw: st.DrawFn, size: tuple[int, int]) -> LayoutUpdate:
    columns, lines = size
    cut = draw(st.integers(1, columns))
    ends = [cut] if cut == columns else [cut, columns - cut]
    return LayoutUpdate(
        [[strip(draw(parts), width) for width in ends] for _ in range(lines)], Region(0, 0, columns, lines)
    )


@st.composite
def chops(draw: st.DrawFn, size: tuple[int, int]) -> ChopsUpdate:
    columns, lines = size
    cuts = [sorted({0, columns, *draw(st.lists(st.integers(0, columns), max_size=3))}) for _ in range(lines)]
    filled: list[dict[int, Strip | None]] = [{} for _ in cuts]
    for line, row in zip(filled, cuts, strict=True):
        for start, end in pairwise(row):
            line[start] = strip(draw(parts), end - start) if draw(st.booleans()) else None
    spans = []
    for y in sorted(draw(st.sets(st.integers(0, lines - 1), min_size=1, max_size=3))):
        x1, x2 = sorted(draw(st.tuples(st.integers(0, columns), st.integers(0, columns))))
        spans.append((y, x1, x2))
    return ChopsUpdate(filled, spans, [row[1:] for row in cuts])


sizes = st.tuples(st.integers(2, 24), st.integers(1, 6))


@pytest.mark.parametrize("colours", SYSTEMS)
@given(data=st.data(), size=sizes, coloured_erase=st.booleans(), repeats=st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_random_screens_look_the_same(
    colours: str, data: st.DataObject, size: tuple[int, int], coloured_erase: bool, repeats: bool
) -> None:
    both = Both(colours, coloured_erase, size, repeats)
    both.update(data.draw(layouts(both.size)))
    for _ in range(data.draw(st.integers(1, 6))):
        match data.draw(st.sampled_from(["full", "part", "part", "part", "lost", "put off", "resize"])):
            case "full":
                both.update(data.draw(layouts(both.size)))
            case "part":
                both.update(data.draw(chops(both.size)))
            case "put off":
                both.update(data.draw(chops(both.size)))
                continue
            case "lost":
                both.ours.show("\x1b[H\x1b[41mrubbish\x1b[7m")
                both.wire.forget()
            case "resize":
                both.resize(data.draw(sizes))
                both.update(data.draw(layouts(both.size)))
        columns, lines = both.size
        both.shown(data.draw(st.integers(0, columns - 1)), data.draw(st.integers(0, lines - 1)))
        both.check()


def screen(*lines: str, style: Style | None = None) -> LayoutUpdate:
    width = max(map(cell_len, lines))
    return LayoutUpdate([[strip([(line, style)], width)] for line in lines], Region(0, 0, width, len(lines)))


@pytest.fixture
def wire() -> Wire:
    return Wire(ColorSystem.TRUECOLOR, coloured_erase=True)


def test_nothing_changed_nothing_sent(wire: Wire) -> None:
    wire.take(screen("een", "twee"))
    assert wire.frame(0, 0)
    wire.take(screen("een", "twee"))
    assert wire.frame(0, 0) == ""


def test_a_letter_costs_a_letter(wire: Wire) -> None:
    wire.take(screen("een", "twee"))
    wire.frame(1, 1)
    wire.take(screen("een", "tree"))
    assert wire.frame(2, 1) == "r"


def test_a_rule_is_told_by_its_length_to_a_terminal_that_repeats(wire: Wire) -> None:
    wire.repeats = True
    wire.take(screen("a" + "─" * 60 + "b"))
    assert "a─\x1b[59bb" in wire.frame(0, 0)


def test_a_terminal_that_has_not_shown_that_it_repeats_gets_all_of_a_rule(wire: Wire) -> None:
    wire.take(screen("a" + "─" * 60 + "b"))
    assert "─" * 60 in wire.frame(0, 0)


def test_what_is_emptied_is_erased(wire: Wire) -> None:
    wire.take(screen("x" * 60, style=Style(bgcolor="#101010")))
    wire.frame(0, 0)
    wire.take(screen(" " * 60, style=Style(bgcolor="#101010")))
    assert wire.frame(0, 0) == "\x1b[K"


def test_a_terminal_that_may_not_erase_in_colour_gets_blanks() -> None:
    wire = Wire(ColorSystem.TRUECOLOR, coloured_erase=False)
    wire.take(screen("x" * 60, style=Style(bgcolor="#101010")))
    wire.frame(0, 0)
    wire.take(screen(" " * 60, style=Style(bgcolor="#101010")))
    text = wire.frame(0, 0)
    assert "\x1b[K" not in text
    assert " " * 60 in text


@pytest.mark.parametrize("doubtful", ["👍🏽", "⚠️", "👩‍👩‍👧", "🇳🇱", "क्षि", "😀"])
def test_after_a_character_of_doubtful_width_the_place_is_named(doubtful: str, wire: Wire) -> None:
    """A terminal that gives it other columns shows all that comes after it in its place nevertheless."""
    wire.take(screen(f"x{doubtful}y"))
    text = wire.frame(0, 0)
    column = cell_len(f"x{doubtful}") + 1
    assert f"{doubtful[-1]}\x1b[1;{column}Hy" in text or f"{doubtful[-1]}\r\x1b[{column - 1}Cy" in text


def test_what_stands_behind_a_doubtful_character_is_drawn_again_with_it(wire: Wire) -> None:
    wire.take(screen("a👍🏽bcd"))
    wire.frame(0, 0)
    wire.take(screen("a👍🏻bcd"))
    assert wire.frame(0, 0).count("bcd") == 1


def test_a_full_repaint_is_one_screen(wire: Wire) -> None:
    wire.take(screen("een", "twee"))
    first = wire.frame(0, 0)
    wire.forget()
    assert wire.frame(0, 0) == first
