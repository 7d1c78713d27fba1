"""A list of thousands: only what is in sight is laid out, and of the rest it is counted right what room it takes."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from intervisie_tui.tui.row import MUTED, Row
from intervisie_tui.tui.widgets import listing as listing_module
from intervisie_tui.tui.widgets.lines import height, under_itself
from intervisie_tui.tui.widgets.listing import Listing
from tests.tui.stage import on_stage, press, seen

LINES = 24

words = st.lists(
    st.text("abcdeé–“”…", min_size=1, max_size=12)
    | st.sampled_from(["3", "↳", "✎", "日本", "e\u0301", "x" * 40, "a\u00a0b"]),
    max_size=30,
)
texts = st.tuples(words, st.sampled_from([" ", "  ", "\n", " \n ", "\t"])).map(lambda both: both[1].join(both[0]))


@given(texts | st.text(max_size=80), st.integers(10, 100))
@example("12 " + "woord " * 30, 40)
@example("   ↳ " + "antwoord, " * 20, 33)
def test_the_lines_are_counted_as_they_are_laid_out(text: str, width: int) -> None:
    assert height(text, width) == len(under_itself(Content(text), width))


class Shown(Screen[None]):
    """A list and nothing else."""

    def compose(self) -> ComposeResult:
        yield Listing()


def rows(n: int) -> tuple[Row, ...]:
    return tuple(
        Row(f"c{i}", ((f"{i % 100:>2} ", MUTED), f"Vraag {i}: " + "wat deed dat met je? " * (i % 7))) for i in range(n)
    )


@contextmanager
def laid_out() -> Iterator[list[str]]:
    """What is laid out meanwhile."""
    texts: list[str] = []

    def counted(content: Content, width: int) -> list[Content]:
        texts.append(content.plain)
        return under_itself(content, width)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing_module, "under_itself", counted)
        yield texts


@pytest.mark.parametrize("many", [100, 2_000])
async def test_only_the_rows_in_sight_are_laid_out(many: int) -> None:
    shown = Shown()
    async with on_stage(shown, (80, LINES)) as (app, pilot):
        listing = shown.query_one(Listing)
        with laid_out() as texts:
            listing.show(rows(many), "last")
            listing.focus()
            assert f"Vraag {many - 1}" in await seen(pilot)
        assert 1 < len(set(texts)) <= LINES
        with laid_out() as texts:
            await press(app, "up")
            await seen(pilot)
        assert len(set(texts)) <= 3  # the one that had the arrow, the one that has it, and one that may have come up
        with laid_out() as texts:
            listing.show((*listing._rows, Row("new", Content("Er komt iets bij"))), newest=True)
            assert "Er komt iets bij" in await seen(pilot)
        assert len(set(texts)) <= 3


async def test_rows_that_stay_are_not_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Shown()
    async with on_stage(shown, (80, LINES)):
        listing, first = shown.query_one(Listing), rows(500)
        listing.show(first, "last")
        counted: list[str] = []

        def counting(text: str, width: int) -> int:
            counted.append(text)
            return height(text, width)

        monkeypatch.setattr(listing_module, "height", counting)
        listing.show((*first[:250], Row("c250", Content("Anders")), *first[251:]))
        listing.show(first[:250])
        assert counted == ["Anders"]


async def test_the_chosen_row_stays_in_sight_whatever_changes_above_it() -> None:
    shown = Shown()
    async with on_stage(shown, (80, LINES)) as (_app, pilot):
        listing, all_rows = shown.query_one(Listing), rows(60)
        listing.show(all_rows, "c30")
        assert "Vraag 30:" in await seen(pilot)
        listing.show((*(Row(f"n{i}", Content("nieuw")) for i in range(40)), *all_rows))
        assert listing.chosen == "c30"
        assert "Vraag 30:" in await seen(pilot)
        listing.show(all_rows[29:])
        assert (listing.chosen, listing.highlighted) == ("c30", 1)
        assert "Vraag 30:" in await seen(pilot)
        listing.show(())
        assert (listing.chosen, listing.highlighted) == ("", None)
        listing.show(all_rows)
        assert listing.chosen == all_rows[-1].key


async def test_after_the_last_row_comes_the_first() -> None:
    shown = Shown()
    async with on_stage(shown, (80, LINES)) as (app, _pilot):
        listing = shown.query_one(Listing)
        listing.show(rows(3), "last")
        listing.focus()
        chosen = []
        for key in ("down", "down", "up", "up", "home", "end"):
            await press(app, key)
            chosen.append(listing.chosen)
        assert chosen == ["c0", "c1", "c0", "c2", "c0", "c2"]
