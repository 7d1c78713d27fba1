"""The field on the screen: what is drawn of it, how high it is, and what a letter costs."""

from collections.abc import Iterator

import pytest
from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Paste
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Static

from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.terminal.field import Field
from intervisie_tui.terminal.field_view import FieldView
from intervisie_tui.tui import themes
from tests.tui.stage import press
from tests.tui.stage import settled as rest

SIZE = (24, 12)
SECRET = "geheim\U0001f468\u200d\U0001f469\u200d\U0001f467!"


class Desk(SteadyApp):
    """A field of up to four rows, 20 columns wide, of which one is the cursor's."""

    CSS = "Field { width: 20; height: auto; min-height: 1; max-height: 4; } Vertical { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.left = 0

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Field(id="field")
        yield Static("eronder", id="below")

    def on_mount(self) -> None:
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.DARK

    @property
    def field(self) -> Field:
        return self.query_one("#field", Field)

    def on_field_changed(self, event: Field.Changed) -> None:
        assert event.control is self.field
        self.told.append(event.control.text)

    async def action_leave(self) -> None:
        self.left += 1

    def rows(self) -> list[str]:
        """What stands on the screen."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips(self.size)]

    def segments(self, row: int) -> Iterator[Segment]:
        return iter(self.screen._compositor.render_strips(self.size)[row])

    def reversed(self, row: int = 0) -> list[str]:
        return [one.text for one in self.segments(row) if one.style and one.style.reverse]

    def paste(self, text: str) -> None:
        self.post_message(Paste(text))


async def settled(app: Desk) -> None:
    await press(app, "f12")  # nobody's: comes back when all before it has been handled
    await rest(app)
    await rest(app)  # a scrollbar that has come calls for one more layout


async def test_typing_shows_and_tells_each_change() -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        await press(app, *"ab", "left", "é", "backspace", "backspace", "backspace", "漢")
        await settled(app)
        assert app.told == ["a", "ab", "aéb", "ab", "b", "漢b"]
        assert app.rows()[0] == "漢b"
        assert app.reversed() == ["b"]
        assert app.cursor_position == (2, 0)


async def test_it_grows_with_its_rows_then_scrolls_and_shrinks_again() -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        heights = []
        for i in range(6):
            await press(app, *f"regel {i}", "enter")
            await settled(app)
            heights.append(app.field.size.height)
        assert heights == [2, 3, 4, 4, 4, 4]
        assert app.field.show_vertical_scrollbar
        assert [row[:7] for row in app.rows()[:5]] == ["regel 3", "regel 4", "regel 5", "", "eronder"]
        assert app.cursor_position == (0, 3)
        await press(app, *["up"] * 6)
        await settled(app)
        assert [row[:7] for row in app.rows()[:4]] == ["regel 0", "regel 1", "regel 2", "regel 3"]
        app.field.put("kort")
        await settled(app)
        assert app.rows()[:2] == ["kort", "eronder"]
        assert not app.field.show_vertical_scrollbar


async def test_words_wrap_beside_the_cursor_and_the_scrollbar() -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        app.paste("een twee drie vier vijf zes zeven acht")
        await settled(app)
        assert app.rows()[:3] == ["een twee drie vier", "vijf zes zeven acht", "eronder"]
        app.paste(" negen tien elf twaalf dertien veertien vijftien")
        await settled(app)
        assert app.field.rows.width == 20 - 1 - 2
        assert max(len(app.field.rows.row(i).rstrip()) for i in range(len(app.field.rows))) <= 17
        assert app.rows()[3].startswith("vijftien")


async def test_hidden_text_is_dots_and_goes_nowhere() -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        app.field.hidden = True
        app.paste(SECRET)
        await settled(app)
        assert app.rows()[0] == "•" * 8
        await press(app, "shift+home", "ctrl+c", "ctrl+x")
        await settled(app)
        assert app.field.text == SECRET
        assert (app.clipboard, app.left) == ("", 0)
        await press(app, "end", "ctrl+x")
        assert (app.field.text, app.clipboard) == (SECRET, "")
        app.paste("\neen\ntwee " + "lang" * 10 + "\n")
        await settled(app)
        assert app.field.text.endswith("!een twee " + "lang" * 10)
        assert app.rows()[:2] == ["•" * 19, "eronder"]
        assert app.cursor_position == (19, 0)
        await press(app, "home")
        await settled(app)
        assert app.reversed() == ["•"]
        assert app.rows()[0] == "•" * 20


async def test_what_was_hidden_is_not_drawn_once_it_is_another_field() -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        app.field.hidden = True
        await press(app, *SECRET)
        app.field.forget()
        app.field.put("")
        app.field.hidden = False
        await press(app, "ctrl+z", "ctrl+y", "a")
        await settled(app)
        assert app.rows()[0] == "a"


async def test_going_back_goes_word_by_word_and_not_past_what_was_put() -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        await press(app, *"weg")
        app.field.put("van eerder")
        await press(app, *" een twee", "left", "backspace", "backspace")
        seen = []
        for key in ("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+y"):
            await press(app, key)
            seen.append(app.field.text)
        assert seen == ["van eerder een twee", "van eerder een", "van eerder", "van eerder", "van eerder een"]


async def test_copying_and_cutting_take_what_is_selected_or_the_line() -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        app.paste("een\ntwee\ndrie")
        await press(app, "up", "ctrl+c")
        assert app.left == 1  # nothing is selected: the key is the app's
        await press(app, "ctrl+x")
        assert (app.field.text, app.clipboard) == ("een\ndrie", "twee\n")
        await press(app, "shift+right", "ctrl+c", "end", "ctrl+v")
        assert (app.field.text, app.clipboard) == ("een\ndried", "d")


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT, themes.TERMINAL])
async def test_what_is_selected_looks_otherwise_and_so_does_the_cursor(theme: str) -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        app.theme = theme
        await press(app, *"abcd", "shift+left", "shift+left")
        await settled(app)
        styles = {one.text: one.style for one in app.segments(0) if one.text.strip()}
        assert styles.pop("ab") not in styles.values()
        assert "".join(app.reversed()) == ("cd" if theme == themes.TERMINAL else "c")


async def test_without_the_keys_there_is_no_cursor() -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        await press(app, "a")
        app.set_focus(None)
        await settled(app)
        assert app.rows()[0] == "a"
        assert app.reversed() == []


async def test_another_width_wraps_anew_and_keeps_the_cursor_in_sight() -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        app.paste("een twee drie vier vijf zes zeven acht")
        await settled(app)
        app.field.styles.width = 12
        await settled(app)
        assert [row[:9].rstrip() for row in app.rows()[:4]] == ["een twee", "drie vier", "vijf zes", "zeven ach"]
        assert app.rows()[4] == "eronder"
        app.field.styles.width = 10
        await settled(app)
        assert app.rows()[3].startswith("acht")
        assert app.cursor_position == (4, 3)


class Work:
    """What a key sets off: layouts, and rows of the field that are drawn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.layouts = 0
        self.rows: list[int] = []
        lay_out, render_line = Screen._refresh_layout, FieldView.render_line

        def laid_out(screen: Screen[None], *args: object, **how: object) -> None:
            self.layouts += 1
            lay_out(screen, *args, **how)  # type: ignore[arg-type]  # handed on as it came

        def drawn(field: FieldView, y: int) -> object:
            self.rows.append(y)
            return render_line(field, y)

        monkeypatch.setattr(Screen, "_refresh_layout", laid_out)
        monkeypatch.setattr(FieldView, "render_line", drawn)

    def begin(self) -> None:
        self.layouts = 0
        self.rows.clear()


async def test_a_letter_draws_its_row_and_lays_out_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        app.paste("een\ntwee\ndrie")
        await settled(app)
        work = Work(monkeypatch)
        await press(app, "x")
        await settled(app)
        assert (work.layouts, work.rows) == (0, [2])
        work.begin()
        await press(app, "up")
        await settled(app)
        assert (work.layouts, work.rows) == (0, [1, 2])
        work.begin()
        await press(app, "enter")
        await settled(app)
        assert work.layouts >= 1


async def test_a_field_that_is_drawn_wholly_is_not_drawn_by_its_rows_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a screen that opens would be drawn in parts."""
    rows: list[Region] = []
    refresh = Field.refresh

    def refreshing(field: Field, *regions: Region, **how: bool) -> Field:
        rows.extend(regions)
        return refresh(field, *regions, **how)

    monkeypatch.setattr(Field, "refresh", refreshing)
    app = Desk()
    async with app.run_test(size=SIZE):
        app.field.put("een twee drie vier vijf zes")
        await settled(app)
        app.field.styles.width = 12
        await settled(app)
        assert rows == []
        await press(app, "x")
        assert len(rows) == 1


async def test_a_row_more_than_fit_lays_out_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Desk()
    async with app.run_test(size=SIZE):
        app.paste("1\n2\n3\n4\n5")
        await settled(app)
        work = Work(monkeypatch)
        await press(app, "enter", "x")
        await settled(app)
        assert work.layouts == 0
        assert [row[:1] for row in app.rows()[:4]] == ["3", "4", "5", "x"]


async def test_a_paste_of_a_megabyte_goes_in_and_typing_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times are not tests: how many lines are wrapped is."""
    from intervisie_tui.terminal import wrapping

    text = "Een regel van een lange brief, met é en …\n" * 25_000
    app = Desk()
    async with app.run_test(size=SIZE):
        app.paste(text)
        await settled(app)
        assert app.field.text == text
        wrapped: list[str] = []
        breaks = wrapping._breaks

        def counted(line: str, width: int) -> list[int]:
            wrapped.append(line)
            return breaks(line, width)

        monkeypatch.setattr(wrapping, "_breaks", counted)
        await press(app, "x")
        await settled(app)
        assert wrapped == ["x"] * 2  # beside the scrollbar, and as it would be without
        assert app.rows()[3].startswith("x")
