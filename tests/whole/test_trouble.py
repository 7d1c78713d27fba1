"""What can go wrong around a meeting: the disk, a second program, leaving in every way, the size, the language."""

import fcntl
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.whole.program import DOWN, END, ENTER, ON, QUIT, TAB, Program, group, meetings, program

pytestmark = pytest.mark.long


def all_texts(room: Program) -> list[str]:
    """What the file has, spoken or not."""
    parts = room.saved().parts
    return [c.text for p in parts for c in p.contributions] + [w.text for p in parts for w in p.written]


def test_saving_fails_in_words_and_resumes_by_itself(tmp_path: Path) -> None:
    """A file stands where the folder must come; later the folder is taken away and put back."""
    folder = meetings(tmp_path)
    folder.parent.mkdir(parents=True, mode=0o700)
    folder.touch()
    with program(tmp_path, *group(tmp_path)) as room:
        room.see("Stap 1 van 5", "niet opgeslagen", "is geen map")
        room.press("De feiten.", ENTER, "De vraag?", ENTER)
        room.see("Vraag De vraag?", "niet opgeslagen")
        folder.unlink()
        room.see_gone("niet opgeslagen")
        room.see("opgeslagen")
        assert all_texts(room) == ["De feiten.", "De vraag?"]
        away = folder.rename(folder.with_name("weg"))
        folder.touch()
        room.press(ON)
        room.see("Vraag van Anna", "niet opgeslagen")
        room.press("Sinds wanneer?", ENTER)
        room.see("1 bewaard", "niet opgeslagen")
        folder.unlink()
        away.rename(folder)
        room.see_gone("niet opgeslagen")
        assert all_texts(room) == ["De feiten.", "De vraag?", "Sinds wanneer?"]


def test_a_full_disk_and_one_that_is_read_only_are_told_and_lose_nothing(tmp_path: Path) -> None:
    if subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine gives no user namespaces, so no disk of our own to fill")
    disk = tmp_path / "data"
    disk.mkdir(mode=0o700)
    own_disk = ("unshare", "-rm", "sh", "-c", f'mount -t tmpfs -o size=256k,mode=700 tmpfs {disk} && exec "$@"', "sh")
    with program(tmp_path, *group(tmp_path), under=own_disk) as room:
        room.see("Stap 1 van 5", "opgeslagen")
        inside = Path(f"/proc/{room.process.pid}/root{disk}")
        filler = inside / "vol"
        fill(filler)
        room.press("De feiten.", ENTER)
        room.see("niet opgeslagen", "De schijf is vol.")
        room.press("De vraag?", ENTER)
        room.see("Vraag De vraag?")
        filler.unlink()
        room.see_gone("niet opgeslagen")
        (transcript,) = (p for p in inside.rglob("*.toml") if not p.name.endswith(".draft.toml"))
        text = transcript.read_text("utf-8")
        assert "De feiten." in text
        assert "De vraag?" in text
        enter = ("nsenter", f"--user=/proc/{room.process.pid}/ns/user", f"--mount=/proc/{room.process.pid}/ns/mnt")
        within = disk / "intervisie" / "meetings"
        once_more = f"mount --bind {within} {within} && mount -o remount,bind,ro {within}"
        subprocess.run([*enter, "sh", "-c", once_more], check=True)
        room.press(ON)
        room.see("Vraag van Anna", "niet opgeslagen", "De schijf is alleen-lezen.")
        subprocess.run([*enter, "umount", str(within)], check=True)
        room.see_gone("niet opgeslagen")


def fill(path: Path) -> None:
    """Write until there is no more room."""
    with path.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(bytes(1024))


def test_a_second_program_says_who_has_the_meeting_and_does_it_no_harm(tmp_path: Path) -> None:
    with program(tmp_path, *group(tmp_path)) as room:
        room.see("Stap 1 van 5", "opgeslagen")
        with program(tmp_path) as other:
            other.see("Ga verder")
            other.press(ENTER)
            other.see("staat al ergens open", "proces")
            (lock,) = meetings(tmp_path).glob("*.lock")
            assert f"pid = {other.flat.split('proces ')[1].split(')')[0]}" in lock.read_text("utf-8")
            other.press(ENTER)
            other.see("nog niet afgesloten", "naar het begin")
            other.press(QUIT)
            assert other.until_ended() == 0
        room.press("De feiten.", ENTER)
        room.until(lambda: all_texts(room) == ["De feiten."])


def test_a_meeting_that_is_finished_twice_is_as_if_once(tmp_path: Path) -> None:
    with program(tmp_path, *group(tmp_path)) as room:
        room.see("Stap 1 van 5")
        room.press("De feiten.", ENTER, TAB, "i")
        room.see("Evaluatie", "Afsluiting")
        room.press(END, ENTER)
        room.see("Afsluiting", "Inez vertelt")
        room.press_until(ON, "Bijeenkomst afsluiten?")
        room.press(DOWN, ENTER)
        room.see("weer openen")
        first = room.saved()
        room.press("a")
        room.press_until(ON, "Bijeenkomst afsluiten?")
        room.press(DOWN, ENTER + ENTER)
        room.see("Verslagen", "1 bijeenkomst om terug te lezen")
        assert "Ga verder" not in room.flat
        second = room.saved()
        assert first.ended is not None
        assert second.ended is not None
        assert second.ended > first.ended
        assert second.parts[0].contributions == first.parts[0].contributions
        assert room.draft() == {}
        room.press(DOWN, ENTER, ENTER)
        room.see("De feiten.")


def test_whichever_way_the_program_ends_half_typed_text_is_kept(tmp_path: Path) -> None:
    """By its own dialog, by SIGTERM, by a hang-up, and when its parent is killed; each time some more is typed."""
    ways = (leave_by_dialog, terminate, hang_up, kill_parent)
    typed = ""
    for n, way in enumerate(ways):
        with program(tmp_path, *(() if n else group(tmp_path))) as room:
            if n:
                room.see("Ga verder")
                room.press(ENTER)
                room.see("klok staat stil", typed)
            else:
                room.see("Stap 1 van 5")
            typed = f"{typed} woord{n}".strip()
            room.press(f" woord{n}" if n else typed)
            room.see(typed)
            way(room)
            room.until(lambda: room.draft().get("0.0.0/feiten") == typed)  # noqa: B023  # waited for here


def leave_by_dialog(room: Program) -> None:
    room.press(QUIT)
    room.see("Stoppen?", "Programma sluiten")
    room.press(DOWN, DOWN, ENTER)
    assert room.until_ended() == 0
    assert room.is_clean()


def terminate(room: Program) -> None:
    os.kill(room.process.pid, signal.SIGTERM)
    room.until_ended()
    assert room.is_clean()


def hang_up(room: Program) -> None:
    room.hang_up()
    room.until_ended()


def kill_parent(room: Program) -> None:
    (lock,) = meetings(room.home).glob("*.lock")
    os.kill(room.process.pid, signal.SIGKILL)
    room.until_ended()
    room.until(lambda: is_free(lock))


def is_free(lock: Path) -> bool:
    """Whether no process has the meeting any more."""
    with lock.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def test_a_bounce_counts_once_and_every_size_is_answered(tmp_path: Path) -> None:
    """With LANG=C as well: the screen is UTF-8, Dutch, and takes what is typed."""
    with program(tmp_path, *group(tmp_path), environment={"LANG": "C", "LC_ALL": "C"}) as room:
        room.see("Stap 1 van 5")
        room.press("Één feit, 漢.", ENTER, "Wat nu?", ENTER)
        room.see("Één feit,", "Vraag Wat nu?")
        room.press(ON)
        for name in ("Anna", "Bram"):
            room.see(f"Vraag van {name}")
            room.press(f"{name} vroeg dit", ENTER)
            room.see("1 bewaard")
            if name == "Anna":
                room.press(ON)
        room.press(ON + ON)
        room.see("Stap 2 van 5", "Anna vraagt")
        room.press(TAB)
        room.see("Tab typen")
        assert "Anna vraagt" in room.flat
        room.resize(60, 20)
        room.see("Anna vraagt", "Anna vroeg dit", "Wat nu?")
        room.resize(40, 10)
        room.see("Dit venster is te klein.", "60 breed en 20 hoog")
        room.resize(80, 24)
        room.see("Anna vraagt", "Anna vroeg dit", "Wat nu?")
        room.see_gone("te klein")
        assert all_texts(room) == ["Één feit, 漢.", "Wat nu?", "Anna vroeg dit", "Bram vroeg dit"]


def test_english_is_english_from_home_to_the_first_step(tmp_path: Path) -> None:
    with program(tmp_path, "--lang", "en", *group(tmp_path)) as room:
        room.see("Step 1 of 5", "left for this step", "Facts", "saved")
        for word in ("Stap", "Feiten", "opgeslagen", "vertelt", "verder", "vastleggen"):
            assert word not in room.flat
        assert room.saved().language == "en"
