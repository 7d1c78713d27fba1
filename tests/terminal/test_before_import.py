"""What must be right before Textual is imported: seen in processes of their own."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from intervisie_tui.terminal.before_import import refusal

ROOT = Path(__file__).parents[2]

LOOK = """
import ctypes, json, os, sys
from intervisie_tui.terminal import before_import, launch
imported = sorted({"textual", "rich", "asyncio"} & set(sys.modules))
before_import.prepare(os.environ)
print("\\u00e9\\u6f22")
print(json.dumps({
    "imported": imported,
    "environment": {name: value for name, value in os.environ.items() if name.startswith(("TEXTUAL", "COL", "LINES"))},
    "umask": os.umask(0),
    "dumpable": ctypes.CDLL(None).prctl(3, 0, 0, 0, 0),
}))
"""


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def prepared(**environment: str) -> tuple[str, dict[str, object]]:
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run([sys.executable, "-c", LOOK], env=env, capture_output=True, check=True, timeout=60)
    first, second = done.stdout.decode().splitlines()
    return first, json.loads(second)


def test_nothing_dear_is_imported_for_it() -> None:
    assert prepared()[1]["imported"] == []


def test_only_our_own_switches_are_left() -> None:
    _, seen = prepared(
        TEXTUAL="devtools", TEXTUAL_DRIVER="evil:Driver", TEXTUAL_ANIMATIONS="full", COLUMNS="0", LINES="1"
    )
    assert seen["environment"] == {
        "TEXTUAL_ANIMATIONS": "none",
        "TEXTUAL_DISABLE_KITTY_KEY": "1",
        "TEXTUAL_SMOOTH_SCROLL": "0",
    }


def test_files_are_private_and_memory_is_closed() -> None:
    _, seen = prepared()
    assert seen["umask"] == 0o077
    assert seen["dumpable"] == 0


def test_text_is_utf_8_in_any_locale() -> None:
    assert prepared(LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="latin-1")[0] == "é漢"


def test_a_terminal_is_not_refused() -> None:
    assert refusal(Tty(), Tty(), {"TERM": "xterm-256color"}) is None


@pytest.mark.parametrize(
    ("stdin", "stderr"), [(None, Tty()), (Tty(), None), (io.StringIO(), Tty()), (Tty(), io.StringIO())]
)
def test_without_a_terminal_the_sentence_tells_how_to_get_one(
    stdin: io.StringIO | None, stderr: io.StringIO | None
) -> None:
    assert "ssh -t" in str(refusal(stdin, stderr, {"TERM": "xterm"}))


def test_a_closed_stream_is_no_terminal() -> None:
    closed = io.StringIO()
    closed.close()
    assert refusal(closed, Tty(), {"TERM": "xterm"}) is not None


@pytest.mark.parametrize("environment", [{}, {"TERM": ""}, {"TERM": "dumb"}])
def test_a_terminal_that_cannot_draw_is_refused(environment: dict[str, str]) -> None:
    assert "TERM" in str(refusal(Tty(), Tty(), environment))
