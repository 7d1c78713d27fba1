"""A terminal that stops reading: a sleeping laptop, a selection, copy mode in GNU screen."""

from pathlib import Path

import pytest

from tests.terminal.ptysession import PATIENCE, PtySession, specimen
from tests.terminal.threads import seconds_to_its_end

pytestmark = pytest.mark.long


F8 = "\x1b[19~"
LARGE = (200, 60)


def freeze_while_painting(session: PtySession, ticks: int) -> None:
    session.type("half" + F8)
    session.until(lambda: session.lines("ticks"))
    session.until_while_frozen(lambda: count(session) >= ticks, PATIENCE)


def count(session: PtySession) -> int:
    return sum(map(len, session.lines("ticks")))


def test_the_loop_runs_on_and_the_screen_is_right_after_the_thaw(tmp_path: Path) -> None:
    with specimen(tmp_path, size=LARGE) as session:
        freeze_while_painting(session, 60)
        session.type(F8)
        session.until(lambda: f"frame {count(session)} " in session.text)


def test_a_signal_is_obeyed_in_time_and_the_draft_saved(tmp_path: Path) -> None:
    with specimen(tmp_path, size=LARGE) as session:
        freeze_while_painting(session, 30)
        assert seconds_to_its_end(session, session.process.terminate) < 3.0
        assert session.process.returncode == 143
        assert "public\thalf" in session.lines("draft")


def test_a_hang_up_leaves_no_orphan(tmp_path: Path) -> None:
    with specimen(tmp_path, size=LARGE, controlling=False) as session:
        freeze_while_painting(session, 30)
        assert seconds_to_its_end(session, session.hang_up) < 3.0
        assert session.process.returncode == 129
