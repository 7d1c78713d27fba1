"""Only changed cells on a real line: what is lost there comes back, and what starting it reads stays small."""

import json
import subprocess
import sys
from pathlib import Path

from intervisie_tui.terminal.flight import ASK as QUESTION
from tests.terminal.ptysession import ROOT, PtySession, specimen

ASK = QUESTION.encode()

REPAINT = "\x0c"

STARTING = """
import gc, json, sys
from intervisie_tui.terminal import left_out
gc.disable()
with left_out.without(left_out.FOR_FILES):
    import intervisie_tui.archive.settings
with left_out.without(left_out.FOR_A_SCREEN):
    import intervisie_tui.tui.app
home = {"modules": sorted(sys.modules), "watched": len(gc.get_objects())}
with left_out.without(left_out.FOR_A_SCREEN):
    import intervisie_tui.tui.screens.setup, intervisie_tui.tui.screens.step
print(json.dumps({**home, "with_fields": sorted(sys.modules)}))
"""


def test_ctrl_l_draws_all_of_it_again(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("half")
        session.until_shown("half")
        session.wipe()
        assert "half" not in session.text
        session.type(REPAINT)
        session.until_shown("half")
        assert "gereed" in session.text


def test_a_letter_crosses_the_line_in_a_few_bytes(tmp_path: Path) -> None:
    with specimen(tmp_path) as session:
        session.type("abc")
        session.until_shown("abc")
        before = len(session.output)
        session.type("d")
        session.until_shown("abcd")
        assert len(session.output) - before <= 100


def test_home_is_there_without_the_screens_behind_it_and_those_without_textuals_fields_and_ssl() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTING], capture_output=True, text=True, check=True, timeout=60, cwd=ROOT
    )
    seen = json.loads(done.stdout)
    loaded = set(seen["modules"])
    behind = {f"intervisie_tui.tui.screens.{name}" for name in ("setup", "step", "summary")}
    fields = {"intervisie_tui.terminal.field", "intervisie_tui.tui.dialogs"}
    stock = {"textual.widgets._input", "textual.widgets._text_area", "textual.document"}
    palette = {"textual.command", "textual.widgets._select", "textual.widgets._tree"}
    assert not loaded & {"ssl", "_ssl", "textual.widgets._footer", "textual.widgets._markdown", *behind}
    assert not loaded & (fields | palette)
    assert fields <= set(seen["with_fields"])
    assert not stock & set(seen["with_fields"])
    assert len(loaded) <= 445
    assert seen["watched"] < 5_000  # what has been read is out of the collector's sight


class Answering(PtySession):
    """A terminal that says where its cursor is: the first time at once, and later when it is told to."""

    questions = 0

    def watch(self, portion: bytes) -> None:
        for _ in range(portion.count(ASK)):
            self.questions += 1
            if self.questions == 1:
                self.answer()

    def answer(self) -> None:
        self.type("\x1b[2;4R")


def test_a_line_that_takes_all_but_shows_it_late_is_not_filled(tmp_path: Path) -> None:
    session = Answering(tmp_path, str(tmp_path))
    try:
        session.until_shown("gereed")
        session.until(lambda: session.questions > 0)
        before = len(session.output)

        def asked_again() -> bool:
            session.type(REPAINT)  # a whole screen, or a part of one where several come at once
            return session.questions > 1

        session.until(asked_again)
        for _ in range(20):
            session.type(REPAINT)
        session.type("na elkaar")
        session.answer()
        session.until_shown("na elkaar")
        assert len(session.output) - before <= 5_000
    finally:
        session.close()
