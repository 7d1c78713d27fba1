"""Each remedy switched off in turn, in a copy: the test that guards it must fail.

`python -m tests.reliability.remedies`; with a word behind it only the remedies whose name has that word. The table is
also that of docs/RELIABILITY.md.

Longer than 300 lines because it is a table.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from tests.terminal.ptysession import ROOT

AT_ONCE = 2
PARTS = ("intervisie_tui", "methods", "scenarios", "tests", "pyproject.toml", "hatch_build.py")


@dataclass(frozen=True)
class Remedy:
    """`edits`: a module, what stands there (once), and what is put in its place to switch the remedy off."""

    name: str
    test: str
    edits: tuple[tuple[str, str, str], ...]

    @property
    def where(self) -> str:
        """The modules that it is in."""
        return ", ".join(f"`{module}`" for module in dict.fromkeys(module for module, _there, _instead in self.edits))


def off(name: str, test: str, *edits: tuple[str, str, str]) -> Remedy:
    return Remedy(name, test, edits)


INPUT, ENDS, FILES = "reliability/test_input.py", "reliability/test_ends.py", "reliability/test_files.py"
GROUPS, PRIVACY = "reliability/test_files_of_groups.py", "reliability/test_privacy_of_groups.py"
AROUND, KILL = "reliability/test_surroundings.py", "reliability/test_kill.py"

REMEDIES = (
    off(
        "keys in order",
        f"{INPUT}::test_one_packet_through_two_steps_puts_each_word_where_it_belongs",
        ("terminal/keys.py", "        self._waiting.append(event)\n", "        return False\n"),
    ),
    off(
        "keys in order (random bursts)",
        f"{INPUT}::test_random_bursts_make_the_text_any_editor_makes",
        ("terminal/keys.py", "        self._waiting.append(event)\n", "        return False\n"),
    ),
    off(
        "a paste that never ends is ended",
        f"{INPUT}::test_a_paste_that_is_cut_off_keeps_its_text_and_the_keyboard",
        ("terminal/stream.py", "PASTE_PATIENCE = 1.0", "PASTE_PATIENCE = 1e9"),
    ),
    off(
        "pastes are cut out before the parser of keys",
        f"{INPUT}::test_a_paste_that_holds_keys_presses_none",
        ("terminal/stream.py", 'PASTE_STARTS = "\\x1b[200~"', 'PASTE_STARTS = "\\x1b[299~"'),
    ),
    off(
        "UTF-8 with replacement",
        f"{INPUT}::test_after_odd_bytes_the_next_key_works",
        ("terminal/stream.py", '("utf-8")("replace")', '("utf-8")("strict")'),
    ),
    off(
        "signals taken",
        f"{ENDS}::test_a_signal_saves_what_is_half_typed_and_leaves_a_clean_terminal",
        ("terminal/signals.py", "            signal.signal(number, _nothing)\n", "            pass\n"),
    ),
    off(
        "no signal at the end changes the exit code",
        "terminal/test_leaving.py::test_at_the_end_no_other_signal_changes_the_exit_code",
        ("terminal/run.py", "    signals.ignore()\n", ""),
    ),
    off(
        "watchdog",
        f"{ENDS}::test_a_loop_that_hangs_is_left_behind_in_time",
        ("terminal/signals.py", "        os._exit(128 + number)", "        return"),
    ),
    off(
        "end of input is a hang-up",
        "terminal/test_leaving.py::test_a_lost_line_saves_the_draft_and_leaves_nothing_running",
        (
            "terminal/driver.py",
            "                        self._line_lost()\n                        return",
            "                        return",
        ),
    ),
    off(
        "draft on leaving",
        f"{ENDS}::test_a_signal_saves_what_is_half_typed_and_leaves_a_clean_terminal",
        ("tui/sitting.py", "            self._room.running.save_draft()", "            pass"),
        ("running.py", "DRAFT_EVERY = 300", "DRAFT_EVERY = 9_000_000"),
    ),
    off(
        "draft while typing",
        f"{KILL}::test_hardly_anything_of_a_sentence_being_typed_is_lost",
        ("running.py", "DRAFT_EVERY = 300", "DRAFT_EVERY = 3_000"),
    ),
    off(
        "parent process",
        f"{ENDS}::test_after_kill_9_the_parent_wipes_the_screen",
        ("terminal/launch.py", "        put(_OUTPUT, LEAVE, _PATIENCE)\n        settle(_INPUT, found)", "        pass"),
    ),
    off(
        "the child ends with its parent",
        f"{ENDS}::test_after_kill_9_of_the_parent_the_program_leaves_by_itself",
        ("terminal/launch.py", "        die_with(parent)\n", ""),
    ),
    off(
        "screen wiped before it is left",
        f"{ENDS}::test_after_kill_9_the_parent_wipes_the_screen",
        ("terminal/modes.py", '    "\\x1b[2;1H\\x1b[J\\x1b[1;1H\\x1b[K"\n', ""),
    ),
    off(
        "no local variables",
        f"{ENDS}::test_an_error_anywhere_is_one_sentence_without_a_word_of_the_meeting",
        ("terminal/app.py", '        self.fault(error, "app")', "        super()._handle_exception(error)"),
    ),
    off(
        "errors of callbacks and tasks",
        f"{ENDS}::test_an_error_anywhere_is_one_sentence_without_a_word_of_the_meeting",
        ("terminal/run.py", "    loop.set_exception_handler(loop_handler(app.fault))\n", ""),
    ),
    off(
        "errors of threads",
        f"{ENDS}::test_an_error_anywhere_is_one_sentence_without_a_word_of_the_meeting",
        ("terminal/faults.py", " = of_thread, unraisable", " = before"),
    ),
    off(
        "a log without words",
        f"{ENDS}::test_an_error_anywhere_is_one_sentence_without_a_word_of_the_meeting",
        ("terminal/faults.py", "{type(link).__qualname__}\\n", "{type(link).__qualname__} {link}\\n"),
    ),
    off(
        "a folder for the log",
        f"{ENDS}::test_an_error_before_anything_was_saved_has_its_log_too",
        ("terminal/faults.py", "        _make(path.parent)", "        pass"),
    ),
    off(
        "output that waits for nobody",
        "terminal/test_frozen_terminal.py",
        (
            "terminal/writer.py",
            "        data = text.encode(",
            "        os.write(self._fd, text.encode())\n        data = text.encode(",
        ),
    ),
    off(
        "last filter before the screen",
        "terminal/test_hatches.py::test_no_text_reaches_the_terminal_as_a_command",
        ("terminal/wire_cells.py", "harmless(text), pen", "text, pen"),
    ),
    off(
        "clean text at the door, and the last filter",
        "reliability/test_steering.py",
        ("terminal/wire_cells.py", "harmless(text), pen", "text, pen"),
        ("method/text.py", 're.sub(_FORBIDDEN, "", text)', "text"),
    ),
    off(
        "paths shown clean",
        "reliability/test_steering.py::test_the_command_line_steers_nothing",
        ("console.py", "    return one_line(str(path))", "    return str(path)"),
    ),
    off(
        "text is never markup",
        "reliability/test_steering.py",
        ("tui/widgets/plain.py", "self._shown = Content(text) if", "self._shown = Content.from_markup(text) if"),
        ("tui/widgets/plain.py", "new = Content(text) if", "new = Content.from_markup(text) if"),
    ),
    off(
        "no clipboard of the terminal",
        "terminal/test_hatches.py::test_no_text_reaches_the_terminal_as_a_command",
        ("terminal/app.py", "        self._clipboard = text", "        super().copy_to_clipboard(text)"),
    ),
    off(
        "variables of others",
        f"{AROUND}::test_in_any_surroundings_the_screen_is_right",
        ("terminal/before_import.py", "            del environ[name]", "            pass"),
    ),
    off(
        "refusal without a terminal",
        f"{AROUND}::test_without_a_terminal_there_is_a_sentence",
        ("terminal/before_import.py", "if not (_is_terminal(stdin) and _is_terminal(stderr)):", "if False:"),
    ),
    off(
        "refusal of a terminal that cannot draw",
        f"{AROUND}::test_a_terminal_that_cannot_draw_gets_a_sentence",
        ("terminal/before_import.py", '_CANNOT_DRAW = ("", "dumb", "unknown")', "_CANNOT_DRAW = ()"),
    ),
    off(
        "repaint after SIGCONT",
        f"{AROUND}::test_a_program_that_was_stopped_goes_on_with_its_screen_and_one_thread_of_each_kind",
        ("terminal/driver.py", "        self._host.signals.on(signal.SIGCONT, self._continued)\n", ""),
    ),
    off(
        "no suspending",
        "terminal/test_leaving.py::test_a_stop_signal_from_a_terminal_is_ignored",
        (
            "terminal/signals.py",
            "signal.signal(signal.SIGTSTP, signal.SIG_IGN)",
            "signal.signal(signal.SIGTSTP, signal.SIG_DFL)",
        ),
    ),
    off(
        "a clock that counts sleep",
        f"{AROUND}::test_the_clock_counts_a_machine_that_sleeps",
        ("tui/app.py", 'getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)', "time.CLOCK_MONOTONIC"),
    ),
    off(
        "fsync of the file",
        "archive/test_disk.py::test_a_save_goes_in_the_order_that_survives_a_power_cut",
        ("archive/disk.py", "        os.fsync(fd)\n", ""),
    ),
    off(
        "fsync of the folder",
        "archive/test_disk.py::test_a_save_goes_in_the_order_that_survives_a_power_cut",
        ("archive/disk.py", "            raise\n        _sync_folder(at)\n", "            raise\n"),
    ),
    off(
        "temp file and rename",
        f"{KILL}::test_what_the_screen_called_saved_is_in_the_file",
        (
            "archive/disk.py",
            "            _write_new(temp, data, at)\n            os.replace(temp, name, src_dir_fd=at, dst_dir_fd=at)",
            "            (folder / name).write_bytes(b'')\n            __import__('time').sleep(0.05)\n"
            "            (folder / name).write_bytes(data)",
        ),
    ),
    off(
        "attempts cleared away",
        "archive/test_disk.py::test_whichever_call_fails_the_file_is_whole",
        ("archive/disk.py", "                os.unlink(temp, dir_fd=at)", "                pass"),
    ),
    off(
        "nothing called saved while something newer waits",
        "archive/test_saver.py::test_nothing_is_called_saved_from_the_moment_that_something_newer_waits",
        ("archive/saver.py", 'if self._state.kind == "saved":', "if False:"),
    ),
    off(
        "saved said only by the disk",
        f"{KILL}::test_what_the_screen_called_saved_is_in_the_file",
        ("tui/sitting.py", '"saving": _("opslaan…")', '"saving": _("opgeslagen")'),
    ),
    off(
        "another attempt",
        "archive/test_saver.py::test_it_tries_again_by_itself_until_it_works",
        ("archive/saver.py", "self._wait(self._changed, AGAIN_AFTER)", "self._wait(self._changed, None)"),
    ),
    off(
        "one writer",
        f"{FILES}::test_a_second_instance_reads_and_says_who_writes_and_a_dead_one_holds_nothing",
        ("archive/lock.py", "            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)", "            pass"),
    ),
    off(
        "leftovers swept",
        f"{FILES}::test_a_second_instance_reads_and_says_who_writes_and_a_dead_one_holds_nothing",
        ("archive/keeping.py", "        sweep(path.parent, path.name)\n", "        pass\n"),
    ),
    off(
        "measured before it is parsed",
        f"{FILES}::test_transcripts_that_make_no_sense_are_named_and_left_and_the_rest_works",
        ("method/reading.py", "    _guard(text, file, most)\n", ""),
    ),
    off(
        "no waiting for a pipe",
        f"{FILES}::test_transcripts_that_make_no_sense_are_named_and_left_and_the_rest_works",
        (
            "archive/disk.py",
            "os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC",
            "os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC",
        ),
    ),
    off(
        "set aside and not overwritten",
        f"{FILES}::test_a_damaged_draft_is_set_aside_and_named",
        ("archive/reading.py", "        return path.rename(aside)", "        return path"),
    ),
    off(
        "private under any umask",
        f"{FILES}::test_under_any_umask_all_is_private",
        ("archive/disk.py", "os.open(temp, flags, 0o600, dir_fd=at)", "os.open(temp, flags, 0o666, dir_fd=at)"),
        ("terminal/before_import.py", "    os.umask(0o077)\n", ""),
    ),
    off(
        "planted folder refused",
        f"{FILES}::test_a_planted_link_in_the_place_of_the_folder_is_refused_and_the_words_stay_on_the_screen",
        ("archive/paths.py", "os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC", "os.O_DIRECTORY | os.O_CLOEXEC"),
    ),
    off(
        "planted lock not followed",
        f"{FILES}::test_planted_links_in_the_place_of_a_transcript_its_draft_and_its_lock_are_not_written_through",
        ("archive/lock.py", "os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK", "os.O_CREAT | os.O_NONBLOCK"),
    ),
    off(
        "preparations that can't be read are named",
        f"{GROUPS}::test_files_that_make_no_sense_are_named_in_time_and_left_and_the_rest_works",
        ("tui/grouping.py", "if faults := unreadable():", "if faults := list[str]():"),
    ),
    off(
        "practice cases and runs that can't be read are named",
        f"{GROUPS}::test_files_that_make_no_sense_are_named_in_time_and_left_and_the_rest_works",
        ("tui/training.py", "notices=(*map(str, found.faults), *damaged)", "notices=()"),
    ),
    off(
        "one writer of a group",
        f"{GROUPS}::test_a_second_instance_reads_the_group_and_says_who_has_it_and_a_dead_one_holds_nothing",
        (
            "archive/keeping.py",
            "    if isinstance(lock, HeldBy):\n        return OpenFile(",
            "    if False:\n        return OpenFile(",
        ),
    ),
    off(
        "a damaged group set aside",
        f"{GROUPS}::test_a_group_that_is_damaged_while_one_looks_at_the_list_is_set_aside_and_said",
        ("archive/keeping.py", "set_aside(path) if mine else path", "path"),
    ),
    off(
        "practice without a screen is private",
        f"{PRIVACY}::test_under_any_umask_all_of_groups_and_practice_is_private",
        ("cli.py", "    before = os.umask(0o077)", "    before = os.umask(os.umask(0o077))"),
    ),
    off(
        "exports for their owner alone",
        "archive/test_group_markdown.py::"
        "test_the_export_lies_beside_the_group_for_its_owner_alone_under_a_name_that_tells_nothing",
        (
            "archive/exporting.py",
            "write_durably(folder, path.name, data)",
            "path.write_bytes(data)",
        ),
    ),
    off(
        "words of a debrief are no Markdown",
        "practice/test_debrief_markdown_any.py",
        ("practice/debrief_markdown.py", "‘{on_one_line(says)}’", "‘{says}’"),
    ),
    off(
        "what was drawn let go",
        "terminal/test_pilot.py::test_nothing_is_kept_of_a_screen_that_has_gone",
        ("terminal/app.py", "            cached.cache_clear()\n", "            pass\n"),
    ),
    off("no core file", "reliability/test_secrecy.py", ("terminal/launch.py", "    leave_no_core_file()\n", "")),
    off("memory closed", "reliability/test_secrecy.py", ("terminal/before_import.py", "    close_memory()\n", "")),
    off(
        "order by number, not by stamp",
        "reliability/test_time.py",
        (
            "meeting/clock.py",
            "    stretch = max(0, now.tick - clock.since)",
            "    stretch = max(0, round(now.stamp.timestamp() * 1000) % 10**9 - clock.since)",
        ),
    ),
)


def switched_off(remedy: Remedy, copy: Path) -> str:
    """Switch it off in the copy, run its test, and on again; how that went."""
    before: dict[Path, str] = {}
    for module, there, instead in remedy.edits:
        path = copy / "intervisie_tui" / module
        before.setdefault(path, path.read_text("utf-8"))
        text = path.read_text("utf-8")
        if there not in text:
            return "is not there any more: mend tests/reliability/remedies.py"
        path.write_text(text.replace(there, instead, 1), "utf-8")
    try:
        words = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", f"tests/{remedy.test}")
        surroundings = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(words, cwd=copy, env=surroundings, capture_output=True, check=False, timeout=300)
    except subprocess.TimeoutExpired:
        return ""
    finally:
        for path, text in before.items():
            path.write_text(text, "utf-8")
    return "" if done.returncode == 1 else f"was not missed by {remedy.test} (pytest gave {done.returncode})"


def main(word: str) -> int:
    """Switch off each, two at once; 1 when the test of one did not notice."""
    chosen = [remedy for remedy in REMEDIES if word in remedy.name]
    copies: SimpleQueue[Path] = SimpleQueue()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(AT_ONCE):
            copy = Path(folder) / str(number)
            for part in PARTS:
                source, target = ROOT / part, copy / part
                target.parent.mkdir(parents=True, exist_ok=True)
                if source.is_dir():
                    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(source, target)
            session = copy / "tests" / "terminal" / "ptysession.py"
            text = session.read_text("utf-8")
            session.write_text(text.replace("PATIENCE = 20.0", "PATIENCE = 6.0"), "utf-8")  # these wait in vain
            copies.put(copy)

        def one(remedy: Remedy) -> str:
            copy, start = copies.get(), time.monotonic()
            outcome = switched_off(remedy, copy)
            copies.put(copy)
            print(
                f"{remedy.name}: {outcome or 'missed, as it should be'} ({time.monotonic() - start:.0f} s)", flush=True
            )
            return outcome

        with ThreadPoolExecutor(AT_ONCE) as pool:
            outcomes = list(pool.map(one, chosen))
    print(f"{outcomes.count('')} of {len(chosen)} remedies are missed when they are switched off")
    return bool([outcome for outcome in outcomes if outcome])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
