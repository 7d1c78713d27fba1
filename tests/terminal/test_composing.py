"""A part of the screen is composed as Textual composes it, of fewer widgets."""

import pytest
from textual._compositor import Compositor
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.terminal.screens import SteadyScreen

PARTS = [Region(0, 0, 30, 8), Region(0, 0, 30, 1), Region(4, 2, 3, 2), Region(12, 5, 18, 3), Region(29, 7, 1, 1)]


class Desk(SteadyScreen[None]):
    CSS = """
    VerticalScroll { height: 4; }
    #high { height: 9; }
    Horizontal { height: 3; border: solid red; }
    Horizontal Static { width: 9; }
    #above { layer: above; offset: 3 2; width: 6; height: 3; }
    Desk { layers: below above; }
    """

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static("\n".join(f"regel {i} die lang is" for i in range(9)), id="high")
        with Horizontal():
            yield Static("links")
            yield Static("rechts")
        yield Static("erboven", id="above")


@pytest.mark.parametrize("part", PARTS)
async def test_a_part_of_the_screen_is_the_same(part: Region) -> None:
    app = SteadyApp()
    async with app.run_test(size=(30, 8)) as pilot:
        await app.push_screen(desk := Desk())
        desk.query_one(VerticalScroll).scroll_to(y=2, animate=False)
        await pilot.pause()
        ours = desk._compositor._render_chops(part, lambda y: y in part.line_range)
        assert any(strip for chops in ours for strip in chops.values())
        desk._compositor.__class__ = Compositor
        assert desk._compositor._render_chops(part, lambda y: y in part.line_range) == ours


async def test_widgets_in_other_rows_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    app = SteadyApp()
    async with app.run_test(size=(30, 8)) as pilot:
        await app.push_screen(desk := Desk())
        await pilot.pause()
        asked: dict[str, Region] = {}
        render_lines = Widget.render_lines

        def asking(widget: Widget, crop: Region) -> object:
            asked[str(widget.id or type(widget).__name__)] = crop
            return render_lines(widget, crop)

        monkeypatch.setattr(Widget, "render_lines", asking)
        desk._compositor._render_chops(Region(0, 0, 30, 2), lambda y: y < 2)
        assert asked == {
            "high": Region(0, 0, 28, 2),
            "ScrollBar": Region(0, 0, 2, 2),
            "VerticalScroll": Region(0, 0, 30, 2),
            "Desk": Region(0, 0, 30, 2),
        }
