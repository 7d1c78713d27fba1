"""The command line: `intervisie` and its commands. Imports what is dear only in the command that needs it.

Exit status: 0 done; 1 what was asked for has faults or is not there; 2 the question itself was wrong, or there is no
terminal to show a screen on. What went wrong stands on stderr, in the language of the screen.
"""

import gc
import io
import os
import stat
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui.arguments_ahead import language_asked
from intervisie_tui.console import Failed, give, shown, where
from intervisie_tui.locale import _, choose, use

if TYPE_CHECKING:
    from argparse import Namespace

    from intervisie_tui.archive.settings import Settings
    from intervisie_tui.meeting.starting import Setup
    from intervisie_tui.method.catalogue import Catalogue
    from intervisie_tui.method.fault import Fault
    from intervisie_tui.practice.beginning import Wanted
    from intervisie_tui.practice.length import Length
    from intervisie_tui.practice.scenarios import Script

LARGEST_NAMES_FILE = 64 * 1024
"""Bytes; a hundred times a full group. More is some other file."""


def main(arguments: list[str]) -> int:
    """Run one command; `arguments` without the name of the program. Gives the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without é gets ?, not a traceback
    language = choose(language_asked(arguments), _language_set(), os.environ)
    use(language)
    asked = parsed(arguments)  # --help and --version end here
    settings, faults = _settings()
    try:
        status = _run(asked, language, settings, faults)
        sys.stdout.flush()
    except Failed as failed:
        print(failed, file=sys.stderr)
        return 1
    except BrokenPipeError:  # `intervisie methods list | head`: who reads has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _language_set() -> str:
    """That of the settings file. Who has none needs not wait for what reads it, where only help is asked for."""
    from intervisie_tui.archive.paths import settings_file
    from intervisie_tui.terminal.left_out import FOR_FILES, without

    there = False
    with suppress(OSError), without(FOR_FILES):  # it is told when all settings are read
        there = settings_file().exists()
    return _settings()[0].language if there else ""


def _settings() -> tuple["Settings", list[str]]:
    from intervisie_tui.terminal.left_out import FOR_FILES, without

    with without(FOR_FILES):
        from intervisie_tui.archive.settings import read_settings
    return read_settings()


def parsed(arguments: list[str]) -> "Namespace":
    """The arguments by their names; ends the program where they are wrong."""
    if not arguments:  # making the parser takes a while
        from argparse import Namespace

        return Namespace(command=None, plain_output=False, lang=None)
    from intervisie_tui.terminal.left_out import FOR_ARGUMENTS, without

    with without(FOR_ARGUMENTS):
        from intervisie_tui.arguments import parser
    return parser().parse_args(arguments)


def _run(asked: "Namespace", language: str, settings: "Settings", faults: list[str]) -> int:
    if asked.command in (None, "start", "prepare"):
        return _open_screen(language, settings, faults, asked)
    if asked.command == "practice" and not asked.check and not asked.headless:
        return _open_screen(language, settings, faults, asked)
    if faults:
        print(*faults, sep="\n", file=sys.stderr)
    match asked.command:
        case "practice":
            return _check(asked.check, _read_script()) if asked.check else _practise_headless(asked)
        case "methods":
            return _methods(asked, language)
        case "group":
            from intervisie_tui.group_commands import run

            return run(asked)
        case _export_it:
            return _export(Path(asked.file), asked.output)


def _load(language: str) -> "Catalogue":
    from intervisie_tui.archive.paths import user_methods_folder
    from intervisie_tui.method.catalogue import builtin_folder, load

    return load((builtin_folder(), user_methods_folder()), language)


def _faults_of_own_methods(load: "Callable[[], Catalogue]") -> list[str]:
    """What is wrong with the user's own methods. Whoever has none does not wait for methods to be read."""
    from intervisie_tui.archive.paths import user_methods_folder

    with suppress(OSError):  # a folder that can't be looked into is such a fault
        if not user_methods_folder().exists():
            return []
    return list(map(str, load().faults))


def _open_screen(language: str, settings: "Settings", faults: list[str], asked: "Namespace") -> int:
    from intervisie_tui.terminal import before_import
    from intervisie_tui.terminal.left_out import FOR_A_SCREEN, without

    methods = cache(_load)
    catalogue = partial(methods, language)
    setup = _setup(catalogue(), language, asked) if asked.command == "start" else None
    wanted = _wanted(asked, methods) if asked.command == "practice" else None
    prepare = _prepare(catalogue(), asked) if asked.command == "prepare" else ("", "")
    if sentence := before_import.refusal(sys.stdin, sys.stderr, os.environ):
        print(sentence, file=sys.stderr)
        return 2
    before_import.prepare(os.environ)
    with without(FOR_A_SCREEN):
        from intervisie_tui.tui.app import Given, run
    notices = (*faults, *_faults_of_own_methods(catalogue))
    return run(Given(language, settings, catalogue, setup, notices, asked.plain_output, wanted, *prepare))


def _prepare(catalogue: "Catalogue", asked: "Namespace") -> tuple[str, str]:
    """Ids of the group and of the method that somebody prepares a case for; "" where the screen is to ask for that."""
    from intervisie_tui.group_commands import found

    if asked.method and catalogue.find(asked.method) is None:
        raise Failed(_unknown_method(asked.method))
    return found(asked.group), asked.method


def _setup(catalogue: "Catalogue", language: str, asked: "Namespace") -> "Setup":
    from intervisie_tui.meeting.names_file import Named, parse
    from intervisie_tui.meeting.starting import Setup, what_is_wrong

    method = catalogue.find(asked.method)
    if method is None:
        raise Failed(_unknown_method(asked.method))
    path = Path(asked.names_from)
    named = parse(_read_names(path))
    if not isinstance(named, Named):
        raise Failed("\n".join(f"{where(path, fault.line)}: {fault.text}" for fault in named))
    setup = Setup(
        method=method,
        names=named.names,
        presenter=named.presenter,
        working="pairs" if asked.pairs else "alone",
        language=language,
    )
    if wrong := what_is_wrong(setup):
        raise Failed(f"{shown(path)}: {wrong}")
    return setup


def _read_names(path: Path) -> str:
    """The text of the file with names; neither hangs on a pipe nor reads without end."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise Failed(f"{shown(path)}: " + _("dit is geen gewoon bestand"))
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(LARGEST_NAMES_FILE + 1)
    except FileNotFoundError:
        raise Failed(f"{shown(path)}: " + _("dit bestand is er niet")) from None
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise Failed(f"{shown(path)}: " + _("dit bestand kan niet gelezen worden")) from None
    if len(data) > LARGEST_NAMES_FILE:
        raise Failed(f"{shown(path)}: " + _("dit bestand is te groot voor een lijst met namen"))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Failed(f"{shown(path)}:{line}: " + _("dit is geen tekst in UTF-8")) from None


def _read_script() -> "Callable[[Path], Script | tuple[Fault, ...]]":
    from intervisie_tui.practice.scenarios import read_script

    methods = cache(_load)
    return lambda path: read_script(path, methods)


def _wanted(asked: "Namespace", methods: "Callable[[str], Catalogue]") -> "Wanted":
    """The practice run that was asked for."""
    from intervisie_tui.archive.paths import user_scenarios_folder
    from intervisie_tui.practice.beginning import Chosen, Wanted
    from intervisie_tui.practice.scenarios import DEFAULT, builtin_folder, find_script, load_scenarios

    folders = (builtin_folder(), user_scenarios_folder())
    script = find_script(asked.scenario or DEFAULT, folders, methods)
    if script is None:
        found = load_scenarios(folders, methods)
        print(*found.faults, sep="\n", end="\n" if found.faults else "", file=sys.stderr)
        names = ", ".join(script.scenario.id for script in found.scripts)
        raise Failed(_("Deze oefencasus is er niet. Wel: {names}").format(names=names))
    alone = asked.autopilot or asked.headless
    length: Length = asked.length or ("whole" if alone else "short")
    drills = [drill.id for drill in script.scenario.drills]
    if length == "drill" and not drills:
        raise Failed(_("Bij deze oefencasus horen geen korte oefeningen."))
    drill = drills[0] if length == "drill" else ""
    return Wanted(script, Chosen(length=length, seed=asked.seed, drill=drill, autopilot=alone), asked.speed or 1.0)


def _practise_headless(asked: "Namespace") -> int:
    import time
    from datetime import datetime

    from intervisie_tui.archive.paths import Unusable
    from intervisie_tui.meeting.model import Now
    from intervisie_tui.practice.headless import play_headless

    gc.enable()  # with --speed it may take hours
    wanted = _wanted(asked, cache(_load))
    now = Now(stamp=datetime.now().astimezone(), tick=0)
    before = os.umask(0o077)  # as with a screen: 0600 in 0700, whatever it was
    try:
        path = play_headless(wanted, now, wait=time.sleep if asked.speed else None)
    except Unusable as unusable:
        raise Failed(unusable.reason) from None
    finally:
        os.umask(before)
    print(shown(path))
    return 0


def _methods(asked: "Namespace", language: str) -> int:
    from intervisie_tui.method.method_file import read_method
    from intervisie_tui.method.remedies import is_remedies, read_remedies
    from intervisie_tui.method.show import describe, listing

    if asked.what == "check":
        return _check(asked.files, lambda path: read_remedies(path) if is_remedies(path) else read_method(path))
    catalogue = _load(language)
    if asked.what == "list":
        print(listing(catalogue))
        print(*catalogue.faults, sep="\n", end="\n" if catalogue.faults else "", file=sys.stderr)
        return 0
    method = catalogue.find(asked.id)
    if method is None:
        raise Failed(_unknown_method(asked.id))
    print(describe(method))
    return 0


def _check(files: Sequence[str], read: Callable[[Path], object]) -> int:
    """Say of each file what is wrong with it; `read` gives its faults in a tuple, or else what it holds."""
    status = 0
    for path in map(Path, files):
        result = read(path)
        if isinstance(result, tuple):
            print(*result, sep="\n")
            status = 1
        else:
            print(_("{file}: in orde").format(file=shown(path)))
    return status


def _unknown_method(wanted: str) -> str:
    from intervisie_tui.method.text import one_line

    text = _("Er is geen methode met de id {id}. Welke er zijn, zegt: intervisie methods list")
    return text.format(id=one_line(wanted))


def _export(path: Path, output: str) -> int:
    from intervisie_tui.archive.markdown import markdown
    from intervisie_tui.archive.meetings import read_meeting
    from intervisie_tui.archive.paths import Unusable

    try:
        text = markdown(read_meeting(path))
    except Unusable as unusable:
        raise Failed(f"{shown(path)}: {unusable.reason}") from None
    give(text, output)
    return 0
