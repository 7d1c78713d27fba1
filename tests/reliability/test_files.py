"""Files that are torn, foreign, huge or hostile, before the real program: named, refused in time, never overwritten.

A new sort of file that Home tells of is a line in `SORTS`; of the others see test_files_of_groups.py.
"""

import os
import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.reliability.damage import DOTS, IN_TIME, OF_SEVERAL_PARTS, PLANTS, plant_contents, what_lies
from tests.reliability.room import furnished, prepared, room, said, transcript
from tests.terminal.threads import used
from tests.whole.program import DOWN, ENTER, meetings


def test_the_large_file_is_large() -> None:
    assert len(DOTS) > 8_000_000


def test_transcripts_that_make_no_sense_are_named_and_left_and_the_rest_works(tmp_path: Path, usual: float) -> None:
    furnished(tmp_path)
    folder = prepared(meetings(tmp_path))
    folder.chmod(0o700)
    planted = {}
    of_meetings = map(plant_contents, OF_SEVERAL_PARTS.values())
    for number, plant in enumerate((*PLANTS.values(), *of_meetings)):
        path = folder / f"2020-01-01-{1000 + number}.toml"
        plant(path)
        planted[path] = what_lies(path)
    with room(tmp_path, "--lang", "nl", size=(100, 50)) as session:
        session.see("Beginnen", "Onleesbaar")
        assert used(session.pids) < usual + IN_TIME
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


@dataclass(frozen=True)
class Sort:
    """Files of one sort: where they lie below home, and by which keys from Home a person comes to what is said of them.

    `{n}` in the name stands for a number; without it there is one such file.
    """

    place: str
    home_says: str = "over je eigen bestanden"
    keys: tuple[str, ...] = ("m",)
    makes_sense: tuple[str, ...] = ()


SORTS = {
    "method": Sort("config/intervisie/methods/v{n}.toml"),
    "interventions": Sort("config/intervisie/methods/ingrepen.toml"),
    "settings": Sort("config/intervisie/settings.toml", makes_sense=("empty",)),
}


def cases() -> Iterator[tuple[str, tuple[str, ...]]]:
    """All at once where many files may lie, else one after the other, but for what makes sense there."""
    for name, sort in SORTS.items():
        plants = tuple(plant for plant in PLANTS if plant not in sort.makes_sense)
        yield from [(name, plants)] if "{n}" in sort.place else ((name, (plant,)) for plant in plants)


@pytest.mark.parametrize(
    ("sort", "plants"),
    cases(),
    ids=lambda value: value if isinstance(value, str) else "all at once" if len(value) > 1 else value[0],
)
def test_files_that_make_no_sense_cost_only_themselves(
    tmp_path: Path, sort: str, plants: tuple[str, ...], usual: float
) -> None:
    furnished(tmp_path)
    planted = {}
    for number, plant in enumerate(plants):
        path = tmp_path / SORTS[sort].place.format(n=number)
        prepared(path.parent)
        PLANTS[plant](path)
        planted[path] = what_lies(path)
    with room(tmp_path, "--lang", "nl", size=(100, 60)) as session:
        session.see("Beginnen", SORTS[sort].home_says)
        assert used(session.pids) < usual + IN_TIME
        session.press(*SORTS[sort].keys)
        session.until(lambda: all(session.names(path.name) for path in list(planted)[:2]))
    assert planted == {path: what_lies(path) for path in planted}
    with room(tmp_path) as session:
        session.say("Het gaat door")


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
        session.press(ENTER)
        session.see("half getypt", ".broken-")
    assert [path.read_bytes() for path in meetings(tmp_path).glob("*.broken-*")] == [b"\xff"]


def test_a_second_instance_reads_and_says_who_writes_and_a_dead_one_holds_nothing(tmp_path: Path) -> None:
    with room(tmp_path) as first:
        first.say("Van de eerste")
        first.see("Van de eerste", "opgeslagen")
        with room(tmp_path, "--lang", "nl") as second:
            second.see("Proef")
            second.press(ENTER)
            second.see("meelezen", str(first.child))
            second.press(ENTER)
            second.see("Van de eerste")
            second.press("x", ENTER)
        path = transcript(tmp_path)
        (path.parent / f".{path.name}.tmp-0123456789abcdef").write_bytes(b"half")
        first.kill()
    left = [path for path in meetings(tmp_path).iterdir() if ".tmp-" in path.name]
    assert left
    with room(tmp_path, "--lang", "nl") as third:
        third.see("Proef")
        third.press(ENTER)
        third.see("Van de eerste")
        third.say("Van de derde")
        third.see("Van de derde", "opgeslagen")
    assert said(tmp_path) == ["Van de eerste", "Van de derde"]
    assert not [path for path in left if path.exists()]


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


def test_a_default_acl_of_the_folder_above_lets_nobody_in(tmp_path: Path) -> None:
    """Such a list takes the place of the umask, and gives each new file and folder the people that it names."""
    data = prepared(tmp_path / "data")
    try:
        os.setxattr(data, "system.posix_acl_default", OPEN_FOR_NOBODY_AND_ALL)
    except OSError as error:
        pytest.skip(f"the file system of {tmp_path} keeps no access control lists: {error.strerror}")
    (data / "probe").write_text("", "utf-8")
    assert reaches(data / "probe", NAMED) == READ | WRITE  # so the list does what it is for
    with room(tmp_path, planted="handler") as session:
        session.say("Gezegd")
        session.press("half")
        session.see("half", "opgeslagen")
        session.press("\x1b[20~")  # F9: an error, for the log
        assert session.until_ended() == 1
    found = list((data / "intervisie").rglob("*"))
    assert {path.suffix for path in found} >= {".toml", ".log"}
    for path in (data / "intervisie", *found):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
        assert reaches(path, NAMED) == reaches(path, NAMED_GROUP) == 0, path


READ, WRITE, EXECUTE = 4, 2, 1
OWNER, NAMED, GROUP, NAMED_GROUP, MASK, OTHER = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20
ENTRIES = ((OWNER, -1), (NAMED, 65534), (GROUP, -1), (NAMED_GROUP, 65534), (MASK, -1), (OTHER, -1))
OPEN_FOR_NOBODY_AND_ALL = struct.pack("<I", 2) + b"".join(
    struct.pack("<HHi", tag, READ | WRITE | EXECUTE, who) for tag, who in ENTRIES
)
"""An access control list (acl(5), as Linux keeps it) by which a user, a group and everybody may do everything."""


def reaches(path: Path, tag: int) -> int:
    """What those under this tag may do with the file, after the mask; 0 where they are not named."""
    try:
        entries = os.getxattr(path, "system.posix_acl_access")
    except OSError:  # it has no list, only its mode
        return 0
    rights = {tag: right for tag, right, _who in struct.iter_unpack("<HHi", entries[4:])}
    return int(rights.get(tag, 0) & rights.get(MASK, READ | WRITE | EXECUTE))


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
        session.press(ENTER)
        session.see("half getypt")
        session.press(ENTER, "half")
        session.see("Gezegd", "half", "slot ernaast")
        session.process.terminate()
        session.until_ended()
    assert other.read_text("utf-8") == "van een ander"
