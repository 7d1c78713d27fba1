"""What opening a screen costs: each source of styles is read once, and a size that stayed lays nothing out."""

import asyncio
from collections import Counter
from types import SimpleNamespace

import pytest
from textual._compositor import Compositor
from textual.app import ComposeResult
from textual.css.stylesheet import Stylesheet
from textual.events import Resize
from textual.geometry import Region, Size
from textual.widgets import Static

from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.terminal.screens import Opening, SteadyModalScreen, SteadyScreen


class Page(SteadyScreen[None]):
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012  # as Textual declares it
    CSS = """
    Page { background: $surface; &.-wide > .words { width: 60; } &.-narrow > .words { width: 20; } }
    """

    def compose(self) -> ComposeResult:
        yield Static("words", classes="words")


class Other(Page):
    CSS = "Other { background: $panel; }"


class Dialog(SteadyModalScreen[None]):
    pass


async def test_each_source_of_styles_is_read_once_until_the_colours_change(monkeypatch: pytest.MonkeyPatch) -> None:
    read: Counter[object] = Counter()
    real = Stylesheet._parse_rules

    def parse(sheet: Stylesheet, css: str, read_from: tuple[str, str], *rest: object, **how: object) -> object:
        if (css, read_from, *how.values()) not in sheet._parse_cache:
            read[read_from, *how.values()] += 1
        return real(sheet, css, read_from, *rest, **how)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(Stylesheet, "_parse_rules", parse)
    app = SteadyApp()
    async with app.run_test() as pilot:
        for page in (Page(), Other(), Page()):
            await app.push_screen(page)
            await pilot.pause()
        assert set(read.values()) == {1}
        before = app.screen.styles.background
        app.theme = "textual-light"
        await pilot.pause()
        assert app.screen.styles.background != before
        assert max(read.values()) == 2


class Slow:
    """What is asked of a screen while it opens."""

    _layout_required = _repaint_required = False
    _dirty_widgets: tuple[object, ...] = ()
    _callbacks: tuple[object, ...] = ()
    laid_out = 0

    def _on_timer_update(self) -> None:
        self._layout_required = False
        self.laid_out += 1


async def test_what_comes_some_turns_of_the_loop_later_is_waited_for() -> None:
    """A message leads to another, and the last of them to a layout."""
    screen, shown = Slow(), asyncio.Event()

    async def lead_to_a_layout() -> None:
        for _message in range(6):
            await asyncio.sleep(0)
        screen._layout_required = True

    opening = Opening(SimpleNamespace(screen=screen, screen_stack=[screen]), lambda: False, shown.set)  # type: ignore[arg-type]
    leading = asyncio.create_task(lead_to_a_layout())
    assert opening.of(screen)  # type: ignore[arg-type]
    await asyncio.wait_for(shown.wait(), 10)
    assert screen.laid_out == 1
    await leading


async def test_a_screen_has_the_classes_of_its_size_before_anything_in_it_is_styled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    again: list[object] = []
    monkeypatch.setattr(SteadyApp, "update_styles", lambda _app, node, **_how: again.append(node))
    app = SteadyApp()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.push_screen(Page())
        await pilot.pause()
        assert app.screen.query_one(".words").size.width == 60
        assert again == []


async def test_another_size_brings_other_classes() -> None:
    app = SteadyApp()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.push_screen(Page())
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        assert app.screen.query_one(".words").size.width == 20


async def test_a_size_that_stayed_lays_nothing_out_but_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that was another size for a moment may have lost what it showed."""
    app = SteadyApp()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.push_screen(Page())
        await pilot.pause()
        laid_out: list[object] = []
        drawn: list[object] = []
        monkeypatch.setattr(Compositor, "reflow", lambda *_: laid_out.append(1))
        monkeypatch.setattr(app, "_display", lambda _screen, update: drawn.append(update))
        app.post_message(Resize(Size(100, 30), Size(100, 30)))
        await pilot.pause()
        await pilot.pause()
        assert (laid_out, bool(drawn)) == ([], True)


async def test_there_are_neither_tooltips_nor_toasts() -> None:
    app = SteadyApp()
    async with app.run_test(tooltips=True, notifications=True) as pilot:
        await app.push_screen(Page())
        await pilot.pause()
        assert [type(one).__name__ for one in app.screen.walk_children()] == ["Static"]


async def test_for_a_screen_out_of_sight_nothing_is_drawn_and_below_a_dialog_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = SteadyApp()
    async with app.run_test() as pilot:
        for above, drawn in ((Page(), []), (Dialog(), [Region(0, 0, 80, 24)])):
            await app.push_screen(below := Page())
            await app.push_screen(above)
            await pilot.pause()
            asked: list[Region] = []
            monkeypatch.setattr(above, "refresh", lambda *regions, asked=asked: asked.extend(regions))
            below._compositor._dirty_regions.add(Region(0, 0, 80, 24))
            below._compositor_refresh()
            assert asked == drawn
            assert not below._compositor._dirty_regions
