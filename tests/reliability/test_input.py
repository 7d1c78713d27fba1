"""Keys in one packet, pastes of any size and bytes of any kind, into the real program; no pilot can see these."""

import random
from pathlib import Path

import pytest

from tests.reliability.room import half_typed, room, said, transcript
from tests.terminal.test_keys_in_bursts import burst
from tests.whole.program import BACK, BACKSPACE, ENTER, ON, TAB, program

BURSTS = 12
PASTE, PASTED = "\x1b[200~", "\x1b[201~"


def test_random_bursts_make_the_text_any_editor_makes(tmp_path: Path) -> None:
    chance = random.Random(20261123)
    bursts = [(keys, text) for keys, text in (burst(chance) for _ in range(BURSTS)) if text]
    with room(tmp_path) as session:
        for keys, _ in bursts:
            session.type(keys + ENTER)
        session.until(lambda: len(said(tmp_path)) == len(bursts), 60)
        assert said(tmp_path) == [text for _, text in bursts]


def test_one_packet_through_two_steps_puts_each_word_where_it_belongs(tmp_path: Path) -> None:
    """Facts, a slip mended, the question, Page Down to the silence, and what is written there: nobody else reads it."""
    (tmp_path / "namen.txt").write_text("* Inez\nAnna\nBram\nCas\n", "utf-8")
    with program(tmp_path, "start", "--method", "balint-5", "--names-from", str(tmp_path / "namen.txt")) as session:
        session.see("Vertellen", "opgeslagen")
        session.type(
            f"Feitem{BACKSPACE}n{ENTER}Wat nu?{ENTER}{ON}stil van Anna{ENTER}{ON}stil van Bram{BACKSPACE}m{ENTER}"
            f"{BACK}{TAB}z"
        )
        session.see("Om te zeggen")
        session.until(lambda: len(session.saved().parts[0].written) == 2)  # the disk may be a moment behind the screen
        part = session.saved().parts[0]
        assert [c.text for c in part.contributions] == ["Feiten", "Wat nu?"]
        assert [w.text for w in part.written] == ["stil van Anna", "stil van Bram"]
        assert "stil van" not in session.flat


def test_tab_in_a_packet_makes_acts_of_the_letters_after_it_and_text_of_those_before(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        session.type(f"abc{TAB}z")
        session.see("Om te zeggen")
        session.process.terminate()
        session.until_ended()
        assert half_typed(tmp_path) == "abc"


def test_a_megabyte_of_paste_is_kept_up_to_the_length_of_a_text_or_refused_in_words(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        session.press("Voor het plakken", ENTER)
        session.see("Voor het plakken")
        session.type(PASTE + "een regel tekst\n" * 65_000 + PASTED)
        session.type(ENTER)
        session.type("Na het plakken" + ENTER)
        session.until(lambda: "Na het plakken" in said(tmp_path)[-1], 60)
        first, *between, last = said(tmp_path)
        assert first == "Voor het plakken"
        assert all(text.startswith("een regel tekst\n") for text in between)
        assert last.endswith("Na het plakken")


def test_a_paste_that_holds_keys_presses_none(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        session.type(f"{PASTE}een\x1b\x1b\x11twee\x1b[6~drie\x03\x9b\x07{PASTED}{ENTER}")
        session.until(lambda: said(tmp_path))
        assert said(tmp_path) == ["eentwee[6~drie"]
        assert "Gesprek" in session.text


def test_a_paste_that_is_cut_off_keeps_its_text_and_the_keyboard(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        session.type(f"{PASTE}geplakt")
        session.see("geplakt")
        session.type("X" + ENTER)
        session.until(lambda: said(tmp_path))
        assert said(tmp_path) == ["geplaktX"]


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\xc3(\xed\xa0\x80",
        b"\x1b[" + b"9" * 300 + b"m",
        b"\x1b[48;5000;5000;0;0t\x1b[?2048;2$y",
        b"\x1b[<0;5;5M\x1b[I\x1b[O\x1b[3;7R\x1b[201~",
        b"\x1b]52;c;Z2VoZWlt\x07\x1bP0;1|17/ab\x1b\\\x1bXab\x1b\\",
        bytes(byte for byte in range(256) if byte not in b"\x03\x10\x11\t\r\n"),
    ],
    ids=["no utf-8", "absurd", "a size", "mouse and focus", "strings", "every byte"],
)
def test_after_odd_bytes_the_next_key_works(tmp_path: Path, data: bytes) -> None:
    with room(tmp_path) as session:
        session.type(data)
        session.type(ENTER + "levend" + ENTER)
        session.until(lambda: said(tmp_path) and said(tmp_path)[-1].endswith("levend"))
        assert not set(transcript(tmp_path).read_bytes()) & set(range(9))
        assert "Gesprek" in session.text
