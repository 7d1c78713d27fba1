"""Files that are torn, foreign, huge or hostile, before the real program: named, refused in time, never overwritten.

A group's file and a scenario would belong here too; they do not exist yet.
"""

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reliability.room import furnished, prepared, room, said, transcript
from tests.whole.program import DOWN, ENTER, meetings

IN_TIME = 1.0
"""Seconds that refusing may take, beside what a start takes."""

DOTS = b"\n".join(b".".join(b"k%d" % n for n in range(row, row + 400)) + b" = 1" for row in range(4200))
NESTED = b"a = " + b"[" * 10_000 + b"]" * 10_000

CONTENTS = {
    "torn": b'schema = 1\nid = "2020-01-01-0101"\nparts = [',
    "wrong types": b'schema = 1\nparts = "geen"\nstarted = 3\n',
    "of something else": b'[tool.poetry]\nname = "iets"\n',
    "no text": bytes(range(256)) * 20,
    "empty": b"",
    "8 MB of dotted keys": DOTS,
    "nested deeply": NESTED,
    "of a later version": b"schema = 99\n",
}


def plant_contents(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def of_somebody_else(path: Path) -> None:
    path.write_bytes(b"schema = 1\n")
    os.chown(path, 65534, 65534)


PLANTS: dict[str, Callable[[Path], object]] = {
    **{name: plant_contents(data) for name, data in CONTENTS.items()},
    "pipe": os.mkfifo,
    "link": lambda path: path.symlink_to("/etc/passwd"),
    "folder": Path.mkdir,
}
if os.geteuid() == 0:
    PLANTS["of somebody else"] = of_somebody_else


def what_lies(path: Path) -> bytes | str:
    """What is there, without going through links or waiting for a pipe."""
    info = path.lstat()
    return path.read_bytes() if stat.S_ISREG(info.st_mode) else f"{info.st_mode:o} {info.st_ino}"


def seconds_to_home(home: Path) -> float:
    start = time.monotonic()
    with room(home, "--lang", "nl") as session:
        session.see("Beginnen")
        return time.monotonic() - start


def test_the_large_file_is_large() -> None:
    assert len(DOTS) > 8_000_000


def test_transcripts_that_make_no_sense_are_named_and_left_and_the_rest_works(tmp_path: Path) -> None:
    furnished(tmp_path)
    usual = seconds_to_home(tmp_path)
    folder = prepared(meetings(tmp_path))
    folder.chmod(0o700)
    planted = {}
    for number, plant in enumerate(PLANTS.values()):
        path = folder / f"2020-01-01-{1000 + number}.toml"
        plant(path)
        planted[path] = what_lies(path)
    start = time.monotonic()
    with room(tmp_path, "--lang", "nl", size=(100, 50)) as session:
        session.see("Beginnen", "Onleesbaar")
        assert time.monotonic() - start < usual + IN_TIME
        session.press(DOWN, ENTER)
        session.see("Het bestand blijft staan")
        assert session.process.poll() is None
        session.process.terminate()
        session.until_ended()
    kept = {path.name: what_lies(path) for path in folder.iterdir() if not path.name.endswith(".lock")}
    for path, before in planted.items():
        copies = [data for name, data in kept.items() if name.startswith(path.name)]
        assert before in copies, path.name
    with room(tmp_path) as session:
        session.say("Het gaat door")
        session.see("Het gaat door", "opgeslagen")


def test_methods_that_make_no_sense_cost_only_themselves(tmp_path: Path) -> None:
    furnished(tmp_path)
    usual = seconds_to_home(tmp_path)
    planted = {}
    for number, plant in enumerate(PLANTS.values()):
        path = tmp_path / "config" / "intervisie" / "methods" / f"v{number}.toml"
        plant(path)
        planted[path] = what_lies(path)
    start = time.monotonic()
    with room(tmp_path, "--lang", "nl", size=(100, 60)) as session:
        session.see("Beginnen", "meldingen over je eigen bestanden")
        assert time.monotonic() - start < usual + IN_TIME
        session.press("m")
        session.until(lambda: all(session.names(path.name) for path in list(planted)[:2]))
    assert planted == {path: what_lies(path) for path in planted}
    with room(tmp_path) as session:
        session.say("De eigen methode werkt")


@pytest.mark.parametrize("name", ["torn", "8 MB of dotted keys", "nested deeply", "no text", "pipe"])
def test_settings_that_make_no_sense_cost_only_themselves(tmp_path: Path, name: str) -> None:
    furnished(tmp_path)
    path = tmp_path / "config" / "intervisie" / "settings.toml"
    PLANTS[name](path)
    before = what_lies(path)
    with room(tmp_path, "--lang", "nl") as session:
        session.see("Beginnen", "1 melding over je eigen bestanden")
        session.press("m")
        session.until(lambda: session.names("settings.toml"))
    assert before == what_lies(path)


def test_a_damaged_draft_is_set_aside_and_named(tmp_path: Path) -> None:
    with room(tmp_path) as session:
        session.say("Gezegd")
        session.press("half")
        session.see("opgeslagen", "Gezegd")
        session.process.terminate()
        session.until_ended()
    (draft,) = meetings(tmp_path).glob("*.draft.toml")
    draft.write_bytes(b"\xff")
    with room(tmp_path, "--lang", "nl") as session:
        session.see("Proef")
        session.press(DOWN, ENTER)
        session.see("half getypt", ".broken-")
    assert [path.read_bytes() for path in meetings(tmp_path).glob("*.broken-*")] == [b"\xff"]


def test_a_second_instance_reads_and_says_who_writes_and_a_dead_one_holds_nothing(tmp_path: Path) -> None:
    with room(tmp_path) as first:
        first.say("Van de eerste")
        first.see("Van de eerste", "opgeslagen")
        with room(tmp_path, "--lang", "nl") as second:
            second.see("Proef")
            second.press(DOWN, ENTER)
            second.see("meelezen", str(first.child))
            second.press(ENTER)
            second.see("Van de eerste")
            second.press("x", ENTER)
        path = transcript(tmp_path)
        (path.parent / f".{path.name}.tmp-0123456789abcdef").write_bytes(b"half")
        first.kill()
    with room(tmp_path, "--lang", "nl") as third:
        third.see("Proef")
        third.press(DOWN, ENTER)
        third.see("Van de eerste")
        third.say("Van de derde")
        third.see("Van de derde", "opgeslagen")
    assert said(tmp_path) == ["Van de eerste", "Van de derde"]
    assert not [path for path in meetings(tmp_path).iterdir() if ".tmp-" in path.name]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_under_any_umask_all_is_private(tmp_path: Path, umask: int) -> None:
    prepared(tmp_path / "data").chmod(0o2777)  # a shared folder that hands on its group
    begin = furnished(tmp_path)
    before = os.umask(umask)
    try:
        with room(tmp_path, *begin) as session:
            session.see("opgeslagen")
            os.umask(before)
            session.say("Gezegd")
            session.press("half")
            session.see("half", "opgeslagen")
            session.process.terminate()
            session.until_ended()
    finally:
        os.umask(before)
    found = list((tmp_path / "data" / "intervisie").rglob("*"))
    assert len(found) >= 4
    for path in (tmp_path / "data" / "intervisie", *found):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) & 0o777 == wanted, path


def test_a_planted_link_in_the_place_of_the_folder_is_refused_and_the_words_stay_on_the_screen(tmp_path: Path) -> None:
    elsewhere = prepared(tmp_path / "elders")
    link = meetings(tmp_path)
    prepared(link.parent)
    link.symlink_to(elsewhere)
    with room(tmp_path, *furnished(tmp_path)) as session:
        session.see("Gesprek")
        session.press("Gezegd", ENTER)
        session.see("Gezegd", "niet opgeslagen")
        assert list(elsewhere.iterdir()) == []


def test_planted_links_in_the_place_of_a_transcript_its_draft_and_its_lock_are_not_written_through(
    tmp_path: Path,
) -> None:
    with room(tmp_path) as session:
        session.say("Gezegd")
        session.process.terminate()
        session.until_ended()
    other = tmp_path / "ander"
    other.write_text("van een ander", "utf-8")
    path = transcript(tmp_path)
    for side in (path.with_suffix(".draft.toml"), path.with_suffix(".lock")):
        side.unlink(missing_ok=True)
        side.symlink_to(other)
    with room(tmp_path, "--lang", "nl") as session:
        session.see("Proef")
        session.press(DOWN, ENTER)
        session.see("half getypt")
        session.press(ENTER, "half")
        session.see("Gezegd", "half", "slot ernaast")
        session.process.terminate()
        session.until_ended()
    assert other.read_text("utf-8") == "van een ander"
