"""With a pilot and without a terminal, as the screens are tested: keys, fields, leaving, errors."""

import gc
from typing import ClassVar

import pytest
from rich.cells import cached_cell_len, cell_len
from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from intervisie_tui.terminal.app import FAULT, SteadyApp
from intervisie_tui.terminal.field import Field


class Question(ModalScreen[bool], inherit_bindings=False):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "dismiss(True)")]

    def compose(self) -> ComposeResult:
        yield Static(Content("Weg?"))


class Said(Message):
    """Enter in the line."""


class Line(Field):
    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(Said())
        else:
            await super()._on_key(event)


class Desk(SteadyApp):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "count"),
        Binding("tab", "focus_next"),
        Binding("f2", "fail"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.counted = 0
        self.farewells = 0

    def compose(self) -> ComposeResult:
        yield Line(id="line")
        yield Field(id="area")

    @property
    def line(self) -> Field:
        return self.query_one("#line", Field)

    @property
    def area(self) -> Field:
        return self.query_one("#area", Field)

    def on_said(self) -> None:
        self.said.append(self.line.text)
        self.line.put("")

    def action_count(self) -> None:
        self.counted += 1

    def action_fail(self) -> None:
        raise LookupError

    def before_leaving(self) -> None:
        self.farewells += 1

    async def action_leave(self) -> None:
        def leave(sure: bool | None) -> None:
            if sure:
                self.exit(0)

        await self.push_screen(Question(), leave)


async def test_keys_have_been_handled_when_press_comes_back() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"abc", "backspace", "enter", *"de", "left", "x")
        assert app.said == ["ab"]
        assert app.line.text == "dxe"


async def test_page_down_in_a_field_is_the_screens() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("pagedown", "tab", "pagedown")
        assert app.counted == 2
        assert app.focused is app.area


async def test_keys_after_one_that_opens_a_question_answer_it() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("a", "ctrl+q", "j")
    assert app.return_value == 0
    assert app.farewells == 1


async def test_a_question_can_be_asked_by_ctrl_c_in_a_field_as_well() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+c")
        assert isinstance(app.screen, Question)


async def test_copying_and_pasting_stay_inside() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"abc", "shift+left", "shift+left", "ctrl+c", "end", "ctrl+v")
        assert app.line.text == "abcbc"
        assert app.clipboard == "bc"


async def test_a_paste_goes_in_whole_and_clean() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.line.hidden = True  # and so in one row
        app.post_message(Paste("een\r\ntwee\x1b\n"))
        await pilot.press("tab")
        app.post_message(Paste("drie\r\nvier\x9b"))
        await pilot.press("!")
        assert app.line.text == "een twee"
        assert app.area.text == "drie\nvier!"


async def test_typing_into_a_field_that_gets_the_focus_replaces_nothing() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"abc", "tab", *"x", "tab", "d")
        assert app.line.text == "abcd"


async def test_no_stock_binding_is_left() -> None:
    app = Desk()
    async with app.run_test():
        actions = {binding.binding.action for binding in app.active_bindings.values()}
    assert not actions & {"quit", "help_quit", "command_palette", "screenshot", "suspend_process"}


async def test_an_error_is_raised_in_the_test_and_sets_the_exit_code() -> None:
    app = Desk()
    with pytest.raises(LookupError):
        async with app.run_test() as pilot:
            await pilot.press("f2")
    assert app.faulted
    assert app.farewells == 1


class Page(Screen[None]):
    def compose(self) -> ComposeResult:
        yield Field()
        yield Field()


async def test_nothing_is_kept_of_a_screen_that_has_gone() -> None:
    """A program runs for a day of meetings, and what was said in one is nothing to the next."""
    app = Desk()
    async with app.run_test() as pilot:
        counts = []
        for _meeting in range(3):
            await app.push_screen(page := Page())
            page.query(Field).last().focus()
            await pilot.press(*"geheim")
            app.export_screenshot()  # draws all of it
            assert [cell_len(f"woord {n}") for n in range(99)][-1] == 8
            del page
            await app.pop_screen()
            await pilot.pause()
            assert widths_kept() < 50  # those of the empty screen below
            counts.append(kept())
        assert counts == [counts[0]] * 3


def kept() -> tuple[int, int]:
    """How many fields there are, and pictures of widgets."""
    gc.collect()
    alive = gc.get_objects()
    return sum(isinstance(one, Field) for one in alive), sum(isinstance(one, StylesCache) for one in alive)


def widths_kept() -> int:
    """How many pieces of text Rich knows the width of, or how it split them."""
    return cached_cell_len.cache_info().currsize + Segment._split_cells.cache_info().currsize


async def test_leaving_is_said_once() -> None:
    app = Desk()
    async with app.run_test():
        app.exit(3)
        app.exit(3)
    assert app.return_value == 3
    assert app.farewells == 1
    assert FAULT == 1


async def test_a_repaint_draws_the_whole_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        drawn: list[object] = []
        monkeypatch.setattr(app, "_display", lambda _screen, update: drawn.append(update))
        app.repaint()
        await pilot.pause()
        assert any(type(update).__name__ == "LayoutUpdate" for update in drawn)
