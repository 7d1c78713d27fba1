"""No way out of the program but those it offers, whatever is in the environment, the text or the keys."""

from pathlib import Path

from tests.terminal.ptysession import specimen
from tests.terminal.specimen import SECRET

HOSTILE = {
    "TEXTUAL_DRIVER": "evil:Driver",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_LOG": "leak.log",
    "TEXTUAL_SCREENSHOT": "0",
    "TEXTUAL_PRESS": "ctrl+q",
    "TEXTUAL": "devtools,debug",
    "COLUMNS": "0",
    "LINES": "100000",
    "PYTHONIOENCODING": "latin-1",
}


def test_nobody_elses_switches_work(tmp_path: Path) -> None:
    with specimen(tmp_path, environment=HOSTILE) as session:
        session.type("tekst\r")
        session.until(lambda: session.lines("said"))
        assert session.lines("sizes")[-1] == "80 24"
        assert {file.name for file in tmp_path.iterdir()} == {"said", "sizes"}
        session.until_shown("▔")  # the border: in UTF-8, whatever PYTHONIOENCODING says


def test_no_text_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("\x1b[23~")  # F11: to the clipboard
        session.type("\x10\x1a\x1c\x11")  # Ctrl+P, Ctrl+Z, Ctrl+\, then leave
        assert session.until_ended() == 0
        assert b"\x1b]" not in session.output  # no clipboard, title, link, pointer shape
        assert "\x9b".encode() not in session.output
        assert "\u202e".encode() not in session.output
        assert SECRET.encode() not in session.output


def test_nothing_is_asked_of_the_terminal_that_isnt_used(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        for mode in (1000, 1003, 1004, 1006, 2048):
            assert b"\x1b[?%dh" % mode not in session.output
