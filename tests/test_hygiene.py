"""What answers without a screen starts without a screen's libraries: seen in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from intervisie_tui.archive.groups import create_group
from intervisie_tui.archive.transcript import encode
from tests.group.groups import a_group
from tests.test_cli import a_meeting

DEAR = {"textual", "rich", "asyncio", "babel", "hatchling"}

WATCH = """
import json, sys
from intervisie_tui.cli import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
print()
print(json.dumps({"code": code, "modules": sorted({name.partition(".")[0] for name in sys.modules})}))
"""


def modules_after(*arguments: str) -> set[str]:
    """The top-level modules that are loaded when a command has ended well."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["code"] in (0, None), done.stdout + done.stderr
    return set(seen["modules"])


@pytest.mark.parametrize("command", [["--version"], ["--help"], ["methods", "list"], ["methods", "show", "balint-5"]])
def test_a_command_without_a_screen_loads_no_screen(command: list[str]) -> None:
    assert not modules_after(*command) & (DEAR | {"tempfile", "typing_extensions"})


def test_checking_a_method_loads_no_screen() -> None:
    method = Path(__file__).parent.parent / "methods" / "balint-5.toml"
    assert not modules_after("methods", "check", str(method)) & DEAR


def test_exporting_a_transcript_loads_no_screen(tmp_path: Path) -> None:
    path = tmp_path / "verslag.toml"
    path.write_bytes(encode(a_meeting()))
    assert not modules_after("export", str(path), "--format", "markdown") & DEAR


@pytest.mark.parametrize(
    "command",
    [["list"], ["show", "dinsdag"], ["export", "dinsdag", "--format", "markdown"]],
    ids=lambda words: words[0],
)
def test_the_groups_are_shown_without_a_screen_or_a_calendar(command: list[str]) -> None:
    create_group(a_group()).close()
    assert not modules_after("group", *command) & (DEAR | {"icalendar", "dateutil"})


def test_only_writing_a_calendar_loads_what_that_takes() -> None:
    seen = "import sys; import intervisie_tui.archive.calendar; print('icalendar' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "False"


def test_the_first_screen_loads_nothing_that_only_a_group_needs() -> None:
    seen = "import sys, intervisie_tui.tui.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True, timeout=60)
    dear = {"group.gleaning", "group.after_meeting", "group.preparation", "archive.groups", "meeting.identifying"}
    assert not {f"intervisie_tui.{name}" for name in dear} & set(done.stdout.split())
    assert "icalendar" not in done.stdout


def test_the_process_that_puts_the_terminal_back_stays_small() -> None:
    seen = """
import sys
before = set(sys.modules)
from intervisie_tui import __main__ as program
from intervisie_tui.terminal import launch
program.os.isatty = lambda descriptor: True
launch.run_guarded = lambda child: print(*(set(sys.modules) - before)) or 0
sys.argv[1:] = ["start", "--method", "balint-5", "--names-from", "namen.txt"]
program.main()
"""
    done = subprocess.run([sys.executable, "-S", "-c", seen], capture_output=True, text=True, check=True, timeout=60)
    modules = set(done.stdout.split())
    assert "intervisie_tui.terminal.launch" in modules
    assert not modules & {"argparse", "contextlib", "ctypes", "gettext", "msgspec", "pathlib", "re", "typing", *DEAR}
    assert len(modules) <= 30


def test_the_watch_sees_what_is_loaded() -> None:
    assert {"intervisie_tui", "argparse"} <= modules_after("--version")


def test_importing_the_package_does_nothing() -> None:
    seen = "import sys; before = set(sys.modules); import intervisie_tui; print(set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "{'intervisie_tui'}"
