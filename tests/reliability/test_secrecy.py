"""What is said and who says it stands in the files of the meeting, and nowhere else that others could look."""

import signal
from pathlib import Path

from tests.reliability.room import Spoiled, furnished, room

NAME, SECRET = "Wilhelmina", "Niemand mag dit ooit horen"
NAMES = f"* {NAME}\nAnna\nBram\nCas\n"
F9 = "\x1b[20~"


def processes(session: Spoiled) -> tuple[int, int]:
    return session.process.pid, session.child


def test_nothing_of_a_meeting_is_in_arguments_titles_or_other_files(tmp_path: Path) -> None:
    with room(tmp_path, *furnished(tmp_path, NAMES)) as session:
        session.see("opgeslagen")
        session.say(SECRET)
        for pid in processes(session):
            seen = Path(f"/proc/{pid}/cmdline").read_bytes() + Path(f"/proc/{pid}/comm").read_bytes()
            assert NAME.encode() not in seen
            assert SECRET.encode() not in seen
        assert b"\x1b]" not in session.output  # neither title nor clipboard
        session.process.send_signal(signal.SIGTERM)
        session.until_ended()
    data = tmp_path / "data" / "intervisie"
    with_words = {p for p in tmp_path.rglob("*") if p.is_file() and SECRET.encode() in p.read_bytes()}
    assert {path.parent for path in with_words} == {data / "meetings"}
    names = [path.name for path in tmp_path.rglob("*")]
    assert not [name for name in names if NAME in name or "Niemand" in name]
    assert not (data / "faults.log").exists()
    assert list((tmp_path / "tmp").iterdir()) == []


def test_no_core_dumps_in_either_process(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        for pid in processes(session):
            limits = Path(f"/proc/{pid}/limits").read_text()
            assert [line.split()[4:6] for line in limits.splitlines() if "core file" in line] == [["0", "0"]]


def test_its_memory_is_closed_to_others_of_the_same_account(tmp_path: Path) -> None:
    """Asked in the process itself, since to root all memory is open. The one it parted from has read nothing."""
    with room(tmp_path, planted="tell_dumpable") as session:
        session.press(F9)
        session.until((tmp_path / "dumpable").exists)
        session.until(lambda: (tmp_path / "dumpable").read_text() == "0")
