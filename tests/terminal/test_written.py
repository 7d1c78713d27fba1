"""What keys do to the text being typed: as in Textual's text area, by letters as people see them, and back again."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.widgets import TextArea

from intervisie_tui.terminal import history, wrapping
from intervisie_tui.terminal.field_keys import DELETIONS, MOVES, ONE_BY_ONE
from intervisie_tui.terminal.history import History
from intervisie_tui.terminal.letters import after, before, cells, letters, start_of
from intervisie_tui.terminal.wrapping import Rows, in_one_row, wrapped
from intervisie_tui.terminal.written import Written, at_end, insert, line_selected

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1f3\U0001f1f1"
ACCENT = "e\u0301"
THUMB = "\U0001f44d\U0001f3fd"
KEYCAP = "1\ufe0f\u20e3"

ASCII = st.text("ab  ,.\n", max_size=60)
PARTS = ["a", "bc", " ", "  ", "\n", "é", "漢", "\u0301", "\u200d", "\ufe0f", "❤", FAMILY, FLAG, ACCENT, THUMB, KEYCAP]
ANYTHING = st.lists(st.sampled_from([*PARTS, "\U0001f1f3"]), max_size=40).map("".join)
WIDTHS = st.integers(1, 14)

AS_TEXTUAL_HAS_IT = {
    "up": "cursor_up",
    "down": "cursor_down",
    "left": "cursor_left",
    "right": "cursor_right",
    "ctrl+left": "cursor_word_left",
    "ctrl+right": "cursor_word_right",
    "home": "cursor_line_start",
    "end": "cursor_line_end",
    "shift+up": "cursor_up",
    "shift+down": "cursor_down",
    "shift+left": "cursor_left",
    "shift+right": "cursor_right",
    "shift+home": "cursor_line_start",
    "shift+end": "cursor_line_end",
    "backspace": "delete_left",
    "delete": "delete_right",
    "ctrl+w": "delete_word_left",
}
KEYS = st.lists(st.sampled_from([*AS_TEXTUAL_HAS_IT, "a", " ", "\n"]), max_size=30)


def pressed(now: Written, key: str, rows: Rows) -> Written:
    change = MOVES.get(key) or DELETIONS.get(key)
    return change(now, rows) if change else insert(now, key)


def stock(area: TextArea, key: str) -> None:
    if key in AS_TEXTUAL_HAS_IT:
        action = getattr(area, f"action_{AS_TEXTUAL_HAS_IT[key]}")
        action(True) if key.startswith("shift+") else action()
    else:
        area.replace(key, *area.selection, maintain_selection_offset=False)


def offset(text: str, place: tuple[int, int]) -> int:
    return sum(len(line) + 1 for line in text.split("\n")[: place[0]]) + place[1]


def meant_otherwise(now: Written, key: str) -> bool:
    """Home goes to the first column, also where blanks begin a line; keys for words mind a selection everywhere."""
    line = now.text[now.text.rfind("\n", 0, now.cursor) + 1 :]
    return (key in ("home", "shift+home") and line.startswith(" ")) or (
        key in ("ctrl+w", "ctrl+left", "ctrl+right") and bool(now.selected)
    )


@given(ASCII, st.integers(2, 14), KEYS)
@example("aa bb", 3, ["up", "end", "down", "up"])
def test_keys_do_what_they_do_in_textuals_text_area(text: str, width: int, keys: list[str]) -> None:
    area = TextArea(text)
    area.wrapped_document.wrap(width, 4)
    area.move_cursor(area.document.end)
    now = at_end(text)
    for key in keys:
        if meant_otherwise(now, key):
            continue
        stock(area, key)
        now = pressed(now, key, wrapped(now.text, width))
        assert now.text == area.text
        assert (now.anchor, now.cursor) == tuple(offset(area.text, end) for end in area.selection), key


@given(ASCII, st.integers(2, 14))
def test_rows_are_those_of_textuals_text_area(text: str, width: int) -> None:
    area = TextArea(text)
    area.wrapped_document.wrap(width, 4)
    rows = wrapped(text, width)
    assert [rows.row(i) for i in range(len(rows))] == [row for line in area.wrapped_document.lines for row in line]


@given(ANYTHING, WIDTHS)
def test_rows_are_the_whole_text_in_letters_that_fit(text: str, width: int) -> None:
    rows = wrapped(text, width)
    assert "".join(text[start:end] for start, end in pairwise([*rows.starts, len(text)])) == text
    for i in range(len(rows)):
        row = rows.row(i)
        assert "\n" not in row
        assert cell_len(row) <= width or len(letters(row)) == 1
        assert rows.starts[i] == len(text) or start_of(text, rows.starts[i]) == rows.starts[i]
        assert rows.of(rows.starts[i]) == i
        assert rows.of(rows.last(i)) == i


@given(ANYTHING, ANYTHING, WIDTHS)
@example("\n\n", "", 5)
def test_wrapping_a_text_like_the_last_is_as_wrapping_it_anew(one: str, other: str, width: int) -> None:
    for text in (one + other, other + "\n" + one, other):
        assert wrapped(text, width, wrapped(one, width)) == wrapped(text, width)
    assert wrapped(one, width, wrapped(one, width + 1)) == wrapped(one, width)


@given(ANYTHING)
def test_letters_cover_a_line_and_are_as_wide_as_it_is_drawn(text: str) -> None:
    line = text.replace("\n", "")
    found = letters(line)
    assert "".join(line[start:end] for start, end, _cells in found) == line
    assert sum(wide for _start, _end, wide in found) == cell_len(line) == cells(line)
    places = [0, *(end for _start, end, _cells in found)]
    assert [start_of(line, at) for at in range(len(line))] == [
        max(p for p in places if p <= at) for at in range(len(line))
    ]
    for left, right in pairwise(places):
        assert (after(line, left), before(line, right)) == (right, left)


@given(ANYTHING, WIDTHS, st.lists(st.sampled_from([*MOVES, *DELETIONS, *PARTS]), max_size=25))
def test_no_key_leaves_the_cursor_within_a_letter(text: str, width: int, keys: list[str]) -> None:
    now = at_end(text)
    for key in keys:
        now = pressed(now, key, wrapped(now.text, width))
        for at in (now.cursor, now.anchor):
            assert at == len(now.text) or start_of(now.text, at) == at


@pytest.mark.parametrize("letter", [FAMILY, FLAG, ACCENT, THUMB, KEYCAP, "漢", "\n"])
def test_a_letter_that_is_several_characters_goes_as_one(letter: str) -> None:
    now = at_end(f"a{letter}")
    rows = in_one_row(now.text)
    assert MOVES["left"](now, rows).cursor == 1
    assert DELETIONS["backspace"](now, rows).text == "a"
    assert DELETIONS["delete"](Written(now.text, 1, 1), rows).text == "a"


@pytest.mark.parametrize("sign", ["\u200d", "\u0301", "\ufe0f", FLAG])
def test_a_text_of_nothing_but_signs_that_join_can_be_typed_in(sign: str) -> None:
    text = sign * 5_000
    now = insert(at_end(text), "x")
    rows = wrapped(now.text, 80, wrapped(text, 80))
    for key in ("left", "up", "home", "ctrl+left", "right", "end"):
        now = MOVES[key](now, rows)
    assert 0 < now.cursor <= len(now.text)
    assert DELETIONS["backspace"](at_end(now.text), rows).text == text


def test_two_flags_are_two() -> None:
    now = at_end(FLAG * 2)
    assert DELETIONS["backspace"](now, in_one_row(now.text)) == at_end(FLAG)


def test_deleting_to_the_start_goes_row_by_row_and_then_up() -> None:
    now = at_end("kop\naaa bbb")
    seen = []
    while now.text:
        now = DELETIONS["ctrl+u"](now, wrapped(now.text, 4))
        seen.append(now.text)
    assert seen == ["kop\naaa ", "kop\n", "kop", ""]


def test_deleting_to_the_end_takes_the_line_end_next() -> None:
    now = Written("aaa\nbbb", 1, 1)
    seen = []
    for _ in range(4):
        now = DELETIONS["ctrl+k"](now, wrapped(now.text, 10))
        seen.append(now.text)
    assert seen == ["a\nbbb", "abbb", "a", "a"]


@pytest.mark.parametrize("key", DELETIONS)
def test_every_deletion_takes_what_is_selected(key: str) -> None:
    assert DELETIONS[key](Written("een twee", 5, 2), in_one_row("een twee")) == Written("eewee", 2, 2)


def test_a_word_with_loose_accents_is_one_word() -> None:
    text = f"o d{ACCENT}ja{ACCENT}"
    assert DELETIONS["ctrl+w"](at_end(text), in_one_row(text)).text == "o "


def test_the_line_of_the_cursor_has_its_line_end() -> None:
    assert line_selected(Written("a\nbb\nc", 3, 3)).selected == "bb\n"
    assert line_selected(Written("a\nbb", 3, 3)).selected == "bb"


class Typing:
    """A text with its history, as a field has them."""

    def __init__(self) -> None:
        self.now = at_end("")
        self.history = History()

    def type(self, text: str, run: str = "typing") -> None:
        self.history.changed(self.now, run)
        self.now = insert(self.now, text)

    def back(self) -> str:
        self.now = self.history.back(self.now)
        return self.now.text

    def forth(self) -> str:
        self.now = self.history.forth(self.now)
        return self.now.text


@given(st.lists(st.tuples(st.sampled_from([*ONE_BY_ONE, *MOVES, "ctrl+w", "a", " "])), max_size=60))
def test_going_back_all_the_way_and_forth_again_changes_nothing(keys: list[tuple[str]]) -> None:
    typing = Typing()
    start = typing.now = at_end("een twee\ndrie")
    for (key,) in keys:
        typed = pressed(typing.now, key, wrapped(typing.now.text, 7))
        if typed.text != typing.now.text:
            typing.history.changed(typing.now, key if key in ONE_BY_ONE else "typing" if len(key) == 1 else "")
        elif key in MOVES:
            typing.history.pause()
        typing.now = typed
    end = typing.now.text
    for _ in keys:
        typing.back()
    assert typing.now.text == start.text
    for _ in keys:
        typing.forth()
    assert typing.now.text == end


def test_a_run_of_typing_goes_at_once_and_a_pause_begins_another() -> None:
    typing = Typing()
    for letter in "een":
        typing.type(letter)
    typing.history.pause()
    typing.type("!")
    typing.type("geplakt", "")
    assert [typing.back() for _ in range(4)] == ["een!", "een", "", ""]
    assert [typing.forth() for _ in range(4)] == ["een", "een!", "een!geplakt", "een!geplakt"]


def test_what_was_gone_back_from_is_gone_once_something_else_is_typed() -> None:
    typing = Typing()
    typing.type("een")
    typing.back()
    typing.type("twee")
    assert typing.forth() == "twee"


def test_so_many_runs_and_characters_are_kept_and_one_always() -> None:
    typing = Typing()
    for _ in range(history.MOST + 5):
        typing.type("a", "")
    assert len([1 for _ in range(history.MOST + 5) if len(typing.back()) == 5]) == 6
    typing.type("b" * history.MOST_CHARACTERS, "")
    typing.type("c", "")
    typing.type("d", "")
    assert len(typing.back()) == history.MOST_CHARACTERS + 6
    assert len(typing.back()) == history.MOST_CHARACTERS + 6


def test_a_letter_in_a_long_text_wraps_its_own_line_only(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(f"regel {i} " * 10 for i in range(500))
    rows = wrapped(text, 40)
    seen: list[str] = []
    real = wrapping._breaks

    def breaks(line: str, width: int) -> list[int]:
        seen.append(line)
        return real(line, width)

    monkeypatch.setattr(wrapping, "_breaks", breaks)
    middle = text.index("regel 250")
    wrapped(text[:middle] + "x" + text[middle:], 40, rows)
    assert seen == ["x" + "regel 250 " * 10]
