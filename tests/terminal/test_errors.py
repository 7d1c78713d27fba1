"""An error anywhere: one plain sentence, exit code 1, the draft saved, nothing of what people typed shown or logged."""

import stat
from pathlib import Path

import pytest

from tests.terminal.ptysession import specimen
from tests.terminal.specimen import SECRET

PLACES = {
    "handler": "\x1bOQ",
    "thread": "\x1bOR",
    "callback": "\x1bOS",
    "timer": "\x1b[15~",
    "worker": "\x1b[17~",
    "exit in a handler": "\x1b[18~",
}


@pytest.mark.parametrize("place", PLACES)
def test_an_error_ends_in_a_sentence_without_local_variables(tmp_path: Path, place: str) -> None:
    with specimen(tmp_path) as session:
        session.type("half\t\t" + PLACES[place])
        assert session.until_ended() == 1
        assert session.text.split("\n")[0].rstrip() == "Er ging iets mis en het programma is gestopt."
        assert not session.text.split("\n", 1)[1].strip()
        assert SECRET.encode() not in session.output
        assert "public\thalf" in session.lines("draft")
        assert session.is_clean()


@pytest.mark.parametrize("place", PLACES)
def test_the_private_log_tells_where_and_not_what(tmp_path: Path, place: str) -> None:
    with specimen(tmp_path) as session:
        session.type(PLACES[place])
        session.until_ended()
        log = "\n".join(session.lines("faults"))
        assert "specimen.py:" in log
        assert "RuntimeError" in log or "SystemExit" in log
        assert SECRET not in log
        assert stat.S_IMODE((tmp_path / "faults").stat().st_mode) == 0o600
