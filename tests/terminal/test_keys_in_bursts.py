"""Keys that arrive in one packet, as they do after a stall over SSH. No pilot can see this: it waits between keys."""

import random
from pathlib import Path

import pytest

from tests.terminal.ptysession import specimen

pytestmark = pytest.mark.long


LEFT, HOME, END, DELETE = "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[3~"
PAGE_DOWN, PAGE_UP = "\x1b[6~", "\x1b[5~"


def burst(chance: random.Random) -> tuple[str, str]:
    """Sixty-five random keys, and the text they make in any editor of one line."""
    keys, text, at = [], "", 0
    for _ in range(65):
        key = chance.choice([*"abcdefghijklmnopqrstuvwxyzéß漢", *["\x7f"] * 6, *[LEFT] * 4, HOME, END, DELETE])
        keys.append(key)
        match key:
            case "\x7f":
                text, at = text[: max(0, at - 1)] + text[at:], max(0, at - 1)
            case "\x1b[3~":
                text = text[:at] + text[at + 1 :]
            case "\x1b[D":
                at = max(0, at - 1)
            case "\x1b[H":
                at = 0
            case "\x1b[F":
                at = len(text)
            case letter:
                text, at = text[:at] + letter + text[at:], at + 1
    return "".join(keys), text


def test_random_bursts_make_the_text_any_editor_makes(tmp_path: Path) -> None:
    chance = random.Random(20261122)
    bursts = [burst(chance) for _ in range(20)]
    with specimen(tmp_path) as session:
        for keys, _ in bursts:
            session.type(keys + "\r")
        session.until(lambda: len(session.lines("said")) == len(bursts), 60)
        assert session.lines("said") == [f"public\t{text}" for _, text in bursts]


def test_words_and_enters_of_one_packet_are_as_many_contributions(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("one\rtwo\rthree\r")
        session.until(lambda: len(session.lines("said")) == 3)
        assert session.lines("said") == ["public\tone", "public\ttwo", "public\tthree"]


def test_what_is_typed_after_an_enter_that_moves_the_focus_is_not_said_aloud(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("said aloud\rmy secret note\r")
        session.until(lambda: len(session.lines("said")) == 2)
        assert session.lines("said") == ["public\tsaid aloud", "private\tmy secret note"]


def test_tab_in_a_burst_divides_the_text_between_the_fields(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("een\ttwee\r\tdrie\x7f\x7f\rvier\x11")
        assert session.until_ended() == 0
        assert session.lines("said") == ["private\ttwee"]
        assert session.lines("draft") == ["public\teen", "private\t", "area\t'dr\\nvier'"]


def test_page_down_in_a_burst_opens_the_next_screen_before_the_next_letter(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type(f"a{PAGE_DOWN}bcd\re{PAGE_UP}f\r")
        session.until(lambda: len(session.lines("said")) == 2)
        assert session.lines("said") == ["second\tbcd", "public\taf"]


def test_a_paste_keeps_its_place_among_the_keys(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("voor\x1b[200~ eerst\ndan \x1b[201~na\x7fX\r")
        session.until(lambda: session.lines("said"))
        assert session.lines("said") == ["public\tvoor eerst", "dan nX"]
