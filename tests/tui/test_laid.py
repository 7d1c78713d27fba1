"""Text laid out in lines: what is drawn when it changes, how high it is, and that none of it is read as markup."""

from collections.abc import Sequence

import pytest
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region

from intervisie_tui.terminal.screens import SteadyScreen
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.laid import Laid
from tests.builders import Clock, begin
from tests.tui.desk import at_desk
from tests.tui.stage import Stage, on_stage, seen, settled


class Words(Laid):
    """Each word on a line of its own."""

    DEFAULT_CSS = "Words { padding: 0 2; border-top: solid white; max-width: 30; }"

    def __init__(self) -> None:
        super().__init__()
        self.words: tuple[str, ...] = ("een", "twee", "drie")
        self.asked: list[int] = []  # for how many columns

    def say(self, *words: str) -> None:
        self.words = words
        self.rewrite()

    def written(self, width: int, height: int) -> Sequence[Content]:
        self.asked.append(width)
        return [Content(word) for word in self.words]


class Fixed(Words):
    DEFAULT_CSS = "Fixed { height: 5; }"


class Page(SteadyScreen[None]):
    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def compose(self) -> ComposeResult:
        yield self.words


def drawn(app: Stage, words: Words, monkeypatch: pytest.MonkeyPatch) -> list[Region]:
    """Filled with the rows that are asked to be drawn from here on."""
    found: list[Region] = []
    refresh = Words.refresh

    def watched(self: Words, *regions: Region, **how: bool) -> Words:
        found.extend(regions)
        return refresh(self, *regions, **how)

    monkeypatch.setattr(Words, "refresh", watched)
    return found


async def test_only_lines_that_change_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_stage(Page(words := Words())) as (app, pilot):
        found = drawn(app, words, monkeypatch)
        words.say("een", "TWEE", "drie")
        assert [(region.y, region.height) for region in found] == [(1, 1)]
        assert "TWEE" in await seen(pilot)
        found.clear()
        words.say("een", "TWEE", "drie")
        assert found == []


async def test_it_is_as_high_as_its_lines_with_what_stands_around_them() -> None:
    async with on_stage(Page(words := Words())) as (app, pilot):
        assert words.outer_size.height == 4
        words.say("een")
        await settled(app)
        assert words.outer_size.height == 2
        words.say()
        await settled(app)
        assert words.outer_size.height == 1
        words.say(*"abcdef")
        await settled(app)
        assert (await seen(pilot)).split()[-6:] == [*"abcdef"]


async def test_it_is_written_for_the_room_that_it_gets_and_once() -> None:
    async with on_stage(Page(words := Words())) as (app, pilot):
        assert words.asked == [26]
        await pilot.resize_terminal(20, 24)
        await settled(app)
        assert words.asked == [26, 16]


async def test_what_does_not_grow_keeps_its_height_and_its_other_rows_are_blank() -> None:
    async with on_stage(Page(words := Fixed())) as (_app, pilot):
        words.say("een")
        assert [line.strip() for line in (await seen(pilot)).split("\n")[:5]] == ["─" * 30, "een", "", "", ""]


async def test_nothing_is_read_as_markup_and_what_is_too_long_is_cut() -> None:
    async with on_stage(Page(words := Words())) as (_app, pilot):
        words.say("[bold]vet[/]", "漢" * 20)
        page = await seen(pilot)
        assert "[bold]vet[/]" in page
        assert f"  {'漢' * 13}" in page and "漢" * 14 not in page


async def test_other_colours_draw_all_lines_anew() -> None:
    async with on_stage(Page(words := Words())) as (app, _pilot):
        before = words.render_line(0)
        assert words.render_line(0) is before
        app.theme = "textual-light"
        await settled(app)
        assert words.render_line(0) is not before


async def test_a_step_that_begins_with_a_field_shows_its_keys_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the line is laid out anew when the field has got the keys."""
    told: list[object] = []
    monkeypatch.setattr(KeyLine, "tell", lambda _line, keys: told.append(tuple(keys)))
    clock = Clock()
    async with at_desk(begin("balint-5", clock), clock):
        assert len(set(told)) == 1


async def test_the_first_step_has_few_widgets_and_those_at_the_sides_come_when_there_is_something_there() -> None:
    clock = Clock()
    async with at_desk(begin("balint-5", clock), clock, (140, 45)) as desk:
        sorts = [type(widget).__name__ for widget in desk.screen.walk_children()]
        assert len(sorts) <= 16 and "Rules" in sorts
        assert not {"TurnList", "Aside", "Wordings"} & set(sorts)
