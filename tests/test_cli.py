"""The command line as a person or a script uses it, without a screen: what it prints, and how it ends."""

import os
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from msgspec.structs import replace

from intervisie_tui import __version__
from intervisie_tui.archive.transcript import encode
from intervisie_tui.cli import main
from intervisie_tui.meeting.model import Meeting, Now, Written
from intervisie_tui.meeting.starting import Setup, start
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.method.model import Method
from intervisie_tui.terminal import before_import

Captured = pytest.CaptureFixture[str]


def ends_with(status: int, *arguments: str) -> None:
    """Run the command line; argparse ends by SystemExit where we end by a value."""
    try:
        ended: object = main(list(arguments))
    except SystemExit as end:
        ended = end.code
    assert ended == status


def builtin(method_id: str) -> Method:
    method = load((builtin_folder(),), "nl").find(method_id)
    assert method is not None
    return method


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "namen.txt"
    path.write_text("# dinsdag\nAnna\n* Bram\nChantal\nDirk\n", "utf-8")
    return path


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """A terminal, and in place of the app a list of what it was asked to show."""
    shown: list[tuple[Any, ...]] = []
    app = ModuleType("intervisie_tui.tui.app")

    def run(given: tuple[Any, ...]) -> int:
        shown.append(given)
        return 0

    vars(app).update(run=run, Given=lambda *asked: asked)
    monkeypatch.setitem(sys.modules, app.__name__, app)
    monkeypatch.setattr(before_import, "prepare", lambda environ: None)  # it changes the whole process
    monkeypatch.setattr(before_import, "refusal", lambda *streams_and_environ: None)
    return shown


def a_meeting() -> Meeting:
    """One that has just begun, with one question written in silence."""
    now = Now(stamp=datetime(2026, 11, 22, 10, 0, tzinfo=UTC), tick=0)
    setup = Setup(method=builtin("balint-5"), names=("Anna", "Bram", "Chantal"), presenter=1)
    closing = load((builtin_folder(),), "nl").closing
    assert closing is not None
    meeting = start(setup, closing.method, "2026-11-22-1000", now)
    secret = Written(number=1, kind="question", step=0, activity=1, by=(1,), text="het stille geheim", at=now.stamp)
    case, ending = meeting.parts
    return replace(meeting, next_number=2, parts=(replace(case, written=(secret,)), ending))


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    path = tmp_path / "2026-11-22-1000.toml"
    path.write_bytes(encode(a_meeting()))
    return path


def test_the_version_is_one_line(capsys: Captured) -> None:
    ends_with(0, "--version")
    assert capsys.readouterr().out == f"intervisie {__version__}\n"


@pytest.mark.parametrize("command", [[], ["start"], ["practice"], ["methods"], ["methods", "check"], ["export"]])
def test_the_help_is_dutch_to_the_last_word(command: list[str], capsys: Captured) -> None:
    ends_with(0, *command, "--help")
    text = capsys.readouterr().out
    assert text.startswith("gebruik: ")
    assert not [word for word in ("usage", "options", "positional", "arguments", "show this") if word in text]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["foo"], "'foo' kan hier niet, kies uit"),
        (["start"], "er ontbreekt nog: --method, --names-from"),
        (["start", "--method"], "hier ontbreekt een waarde"),
        (["methods"], "er ontbreekt nog: OPDRACHT"),
        (["methods", "list", "--snel"], "dit is onbekend: --snel"),
        (["--lang", "fr"], "'fr' kan hier niet, kies uit"),
        (["start", "--pairs=2", "--method", "a", "--names-from", "b"], "hier hoort geen waarde bij: '2'"),
    ],
)
def test_a_wrong_question_is_answered_in_dutch(arguments: list[str], words: str, capsys: Captured) -> None:
    ends_with(2, *arguments)
    error = capsys.readouterr().err
    assert words in error
    assert "error" not in error


@pytest.mark.parametrize("arguments", [["--lang", "en", "methods", "list"], ["methods", "list", "--lang=en"]])
def test_the_language_may_stand_before_or_behind_the_command(arguments: list[str], capsys: Captured) -> None:
    ends_with(0, *arguments)
    english = capsys.readouterr().out
    ends_with(0, "methods", "list")
    assert english != capsys.readouterr().out


def test_the_help_speaks_english_when_asked_or_when_the_locale_does(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends_with(0, "--lang", "en", "--help")
    asked = capsys.readouterr().out
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    ends_with(0, "--help")
    assert asked == capsys.readouterr().out
    assert asked.startswith("usage: ")


def test_the_methods_are_listed_and_shown_step_by_step(capsys: Captured) -> None:
    ends_with(0, "methods", "list")
    listed = capsys.readouterr().out
    assert "balint-5" in listed
    assert "balint-8" in listed
    ends_with(0, "methods", "show", "balint-5")
    shown = capsys.readouterr().out
    assert all(step.title in shown for step in builtin("balint-5").steps)


def test_a_method_that_is_not_there_is_named_and_the_list_pointed_at(capsys: Captured) -> None:
    ends_with(1, "methods", "show", "balint\x1b-9")
    error = capsys.readouterr().err
    assert "balint-9" in error
    assert "intervisie methods list" in error


def test_checking_a_sound_method_says_so(capsys: Captured) -> None:
    ends_with(0, "methods", "check", str(builtin_folder() / "balint-5.toml"))
    assert "balint-5.toml" in capsys.readouterr().out


def test_checking_tells_every_fault_with_file_line_key_found_and_expected(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "eigen.toml"
    text = (builtin_folder() / "balint-5.toml").read_text("utf-8")
    lines = text.replace("minutes = 5\n", "minutes = 0\n", 1).replace("schema = 1\n", 'schema = 1\nkleur = "rood"\n')
    path.write_text(lines, "utf-8")
    at = [number for number, line in enumerate(lines.splitlines(), 1) if line in ("minutes = 0", 'kleur = "rood"')]
    ends_with(1, "methods", "check", str(path), str(builtin_folder() / "balint-8.toml"), str(tmp_path / "weg.toml"))
    captured = capsys.readouterr()
    told = captured.out + captured.err
    assert all(f"{path}:{line}" in told for line in at)
    assert all(word in told for word in ("minutes", "kleur", "weg.toml", "verwacht"))


def test_a_broken_method_of_the_user_keeps_nothing_from_working(capsys: Captured) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "intervisie" / "methods"
    folder.mkdir(parents=True)
    (folder / "kapot.toml").write_text("dit is geen TOML", "utf-8")
    ends_with(0, "methods", "list")
    captured = capsys.readouterr()
    assert "balint-5" in captured.out
    assert "kapot.toml" in captured.out + captured.err


def test_a_broken_settings_file_keeps_nothing_from_working(capsys: Captured) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "intervisie"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("taal: engels", "utf-8")
    ends_with(0, "methods", "list")
    captured = capsys.readouterr()
    assert "balint-5" in captured.out
    assert "settings.toml" in captured.err


def test_start_hands_the_screen_a_group_that_is_ready(names: Path, screen: list[tuple[Any, ...]]) -> None:
    ends_with(0, "start", "--method", "balint-5", "--names-from", str(names), "--pairs")
    ((language, _settings, _catalogue, setup, notices, plain, practice, *_prepare),) = screen
    assert practice is None
    assert not plain
    assert notices == ()
    assert language == "nl"
    assert (setup.names, setup.presenter, setup.working) == (("Anna", "Bram", "Chantal", "Dirk"), 1, "pairs")
    assert setup.method.id == "balint-5"


@pytest.mark.parametrize("arguments", [["--plain-output"], ["--plain-output", "start"], ["start", "--plain-output"]])
def test_plain_output_may_stand_before_or_behind_the_command(
    arguments: list[str], names: Path, screen: list[tuple[Any, ...]]
) -> None:
    group = ["--method", "balint-5", "--names-from", str(names)] if "start" in arguments else []
    ends_with(0, *arguments, *group)
    assert screen[0][5] is True


def test_without_a_command_the_screen_opens_with_no_group(screen: list[tuple[Any, ...]]) -> None:
    ends_with(0)
    assert screen[0][3] is None


def test_without_a_terminal_there_is_no_screen_but_a_sentence_that_helps(names: Path, capsys: Captured) -> None:
    for command in ([], ["start", "--method", "balint-5", "--names-from", str(names)]):
        ends_with(2, *command)
        assert "ssh -t" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"Anna\nBram\n", "namen.txt: niemand heeft een sterretje"),
        (b"*Anna\n\n*Bram\n", "namen.txt:3: dit is een tweede inbrenger"),
        (b"*Anna\n", "namen.txt: er zijn minstens twee namen nodig"),
        (b"*Anna\nBj\xf6rn\n", "namen.txt:2: dit is geen tekst in UTF-8"),
        (b"*Anna\n" + b"x" * 70_000, "namen.txt: dit bestand is te groot"),
    ],
)
def test_a_fault_in_the_names_is_told_with_its_line(
    text: bytes, words: str, names: Path, screen: list[tuple[Any, ...]], capsys: Captured
) -> None:
    names.write_bytes(text)
    ends_with(1, "start", "--method", "balint-5", "--names-from", str(names))
    assert words in capsys.readouterr().err
    assert screen == []


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "dit bestand is er niet"),
        (Path.mkdir, "dit is geen gewoon bestand"),
        (os.mkfifo, "dit is geen gewoon bestand"),
    ],
    ids=["nothing", "a folder", "a pipe"],
)
def test_names_come_from_a_file_and_from_nothing_else(
    make: Callable[[Path], None], words: str, tmp_path: Path, screen: list[tuple[Any, ...]], capsys: Captured
) -> None:
    make(tmp_path / "namen")
    ends_with(1, "start", "--method", "balint-5", "--names-from", str(tmp_path / "namen"))
    assert words in capsys.readouterr().err


def test_starting_with_a_method_that_is_not_there(names: Path, screen: list[tuple[Any, ...]], capsys: Captured) -> None:
    ends_with(1, "start", "--method", "balint-9", "--names-from", str(names))
    assert "balint-9" in capsys.readouterr().err
    assert screen == []


def test_an_export_goes_to_the_output_without_what_was_written_in_silence(transcript: Path, capsys: Captured) -> None:
    ends_with(0, "export", str(transcript), "--format", "markdown")
    text = capsys.readouterr().out
    assert text.startswith("# ")
    assert "Bram" in text
    assert "geheim" not in text


def test_an_export_to_a_file_is_for_its_owner_alone_and_writes_over_nothing(
    transcript: Path, tmp_path: Path, capsys: Captured
) -> None:
    target = tmp_path / "verslag.md"
    ends_with(0, "export", str(transcript), "--format", "markdown", "--output", str(target))
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    written = target.read_text("utf-8")
    ends_with(1, "export", str(transcript), "--format", "markdown", "--output", str(target))
    assert "wordt niet overschreven" in capsys.readouterr().err
    assert target.read_text("utf-8") == written


def test_an_export_of_what_is_no_transcript_says_what_is_wrong_and_names_the_file(
    tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "kapot.toml"
    path.write_text("geen verslag", "utf-8")
    for wrong in (path, tmp_path / "weg.toml", tmp_path):
        ends_with(1, "export", str(wrong), "--format", "markdown")
        assert str(wrong) in capsys.readouterr().err


def test_a_closed_folder_of_settings_keeps_nobody_from_home(
    screen: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/" + "x" * 300)
    assert main([]) == 0
    assert any("xxx" in str(notice) for notice in screen[0][4])
