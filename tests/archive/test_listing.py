"""The list of meetings tells when, which method and how far; never a word that was said, never a name (law 4)."""

import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace

from intervisie_tui.archive import listing as listing_module
from intervisie_tui.archive import meetings as meetings_module
from intervisie_tui.archive.disk import write_durably
from intervisie_tui.archive.known import FILE
from intervisie_tui.archive.listed import Listed
from intervisie_tui.archive.listing import listing, remembered, unfinished
from intervisie_tui.archive.meetings import read_meeting
from intervisie_tui.archive.paths import meetings_folder, private_folder
from intervisie_tui.archive.transcript import encode
from intervisie_tui.meeting.model import Meeting
from tests.archive.example_meetings import ENDED, FULL, LATER
from tests.builders import Clock
from tests.meeting.a_long_evening import long_evening


@pytest.fixture
def folder() -> Path:
    folder = private_folder(meetings_folder())
    for meeting in (FULL, ENDED):
        write_durably(folder, f"{meeting.id}.toml", encode(meeting))
    return folder


def test_of_a_large_archive_what_was_found_the_last_time_is_known_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert remembered() is None
    found = listing()
    assert remembered() is None  # few: looking takes no time
    monkeypatch.setattr(listing_module, "MANY", 2)
    (folder / "notes.toml").write_text("of somebody else", "utf-8")
    assert remembered() == found
    (folder / f"{ENDED.id}.toml").write_text("torn", "utf-8")
    assert remembered() == found  # until it is looked at
    assert listing()[1].fault
    write_durably(folder, f"{ENDED.id}.toml", encode(ENDED))
    listing()
    (folder / "2026-11-23-0900.toml").write_text("new", "utf-8")
    assert remembered() is None


def test_the_newest_stands_first_with_its_method_its_step_and_what_is_left(folder: Path) -> None:
    first, second = listing()
    assert first == Listed(
        id="2026-11-22-1402",
        started=FULL.started,
        method="Proefvorm",
        variant="3 stappen",
        step="Vragen",
        left=600_000 + 5_000 - 95_500,
    )
    assert (second.id, second.ended) == ("2026-11-22-0900", LATER)


def test_only_what_was_interrupted_is_offered_to_go_on_with(folder: Path) -> None:
    assert [one.id for one in unfinished()] == [FULL.id]


def test_of_an_ended_meeting_only_the_first_lines_are_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = reads(monkeypatch)
    unfinished()
    assert read == [FULL.id]


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The meetings that have been read, from now on."""
    read: list[str] = []

    def reading(path: Path) -> Meeting:
        read.append(path.stem)
        return read_meeting(path)

    monkeypatch.setattr(meetings_module, "read_meeting", reading)
    return read


def test_the_second_time_only_what_has_changed_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = reads(monkeypatch)
    first = listing()
    assert read == [FULL.id, ENDED.id]
    assert listing() == first
    assert read == [FULL.id, ENDED.id]
    write_durably(folder, f"{FULL.id}.toml", encode(replace(FULL, ended=LATER)))
    assert [one.ended for one in listing()] == [LATER, LATER]
    assert read == [FULL.id, ENDED.id, FULL.id]
    (folder / f"{ENDED.id}.toml").unlink()
    assert [one.id for one in listing()] == [FULL.id]


def test_a_file_that_was_changed_where_it_lies_is_read_again(folder: Path) -> None:
    """An editor may write into the same file, of which the folder knows nothing; and leave it as long as it was."""
    listing()
    path, before = folder / f"{FULL.id}.toml", folder.stat()
    data = path.read_bytes()
    with path.open("r+b") as file:
        file.write(data.replace(b'variant = "3 stappen"', b'variant = "4 stappen"'))
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))
    assert (folder.stat().st_mtime_ns, path.stat().st_size) == (before.st_mtime_ns, len(data))
    assert [one.variant for one in listing()] == ["4 stappen", "3 stappen"]


def test_many_in_one_minute_stand_in_their_order_the_second_time_too(folder: Path) -> None:
    data = encode(ENDED)
    for count in range(2, 13):
        (folder / f"{ENDED.id}-{count}.toml").write_bytes(data)
    wanted = [FULL.id, *(f"{ENDED.id}-{count}" for count in range(12, 1, -1)), ENDED.id]
    for _time in range(2):
        assert [one.id for one in listing()] == wanted


@pytest.mark.parametrize("many", [3, 60])
def test_however_many_there_are_only_the_folder_and_what_is_known_are_opened(
    folder: Path, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = encode(ENDED)
    for minute in range(many):
        (folder / f"2026-01-01-09{minute:02}.toml").write_bytes(data)
    first = listing()
    opened: list[str] = []
    opens = os.open

    def counted(path: str | Path, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        opened.append(Path(path).name)
        return opens(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", counted)
    assert listing() == first
    assert sorted(opened) == [FILE, folder.name]


@pytest.mark.parametrize("spoiled", [b"", b"\xff", b"{", b'{"2026-11-22-1402": 3}', b"[" * 10_000])
def test_when_what_was_known_is_spoiled_everything_is_read_again(folder: Path, spoiled: bytes) -> None:
    first = listing()
    (folder / FILE).write_bytes(spoiled)
    assert listing() == first


def test_what_is_known_of_one_meeting_never_hides_another(folder: Path) -> None:
    first = listing()
    path = folder / FILE
    path.write_bytes(path.read_bytes().replace(f'"id":"{FULL.id}"'.encode(), f'"id":"{ENDED.id}"'.encode()))
    assert listing() == first


def test_what_is_known_is_private_and_tells_nothing_that_was_said_nor_who_was_there(folder: Path) -> None:
    listing()
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600
    told = (folder / FILE).read_text("utf-8")
    assert FULL.id in told
    assert not [words for words in words_of(FULL) if words in told]


def test_a_planted_link_in_the_place_of_what_is_known_is_not_followed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("{}")
    (folder / FILE).symlink_to(other)
    listing()
    assert other.read_text() == "{}"


def words_of(meeting: Meeting) -> list[str]:
    """All that was said and written, and every name."""
    said = [c.text for part in meeting.parts for c in part.contributions if c.text]
    written = [w.text for part in meeting.parts for w in part.written]
    return said + written + [person.name for person in meeting.participants]


def test_nothing_that_was_said_and_nobody_who_was_there_is_listed(folder: Path) -> None:
    told = repr(listing()) + repr(unfinished())
    assert len(words_of(FULL)) > 10
    assert not [words for words in words_of(FULL) if words in told]


def test_what_cannot_be_read_is_listed_as_such_and_other_files_are_not(folder: Path) -> None:
    (folder / "2026-11-23-1000.toml").write_bytes(b"stuk")
    (folder / "2026-11-24-1000.toml").write_bytes(b"schema = 2\n")
    (folder / "2026-11-25-1000.toml").mkdir()
    for name in (f"{FULL.id}.draft.toml", f"{FULL.id}.lock", f"{FULL.id}.toml.broken-20260101-101010", "x.toml"):
        (folder / name).write_text("x = 1\n")
    found = listing()
    assert [one.id for one in found[:3]] == ["2026-11-25-1000", "2026-11-24-1000", "2026-11-23-1000"]
    assert all(one.fault.endswith(".") for one in found[:3])
    assert [one.id for one in found[3:]] == [FULL.id, ENDED.id]
    assert [one.id for one in unfinished()] == [one.id for one in found[:4]]


def test_before_the_first_meeting_there_is_nothing_and_nothing_is_made() -> None:
    assert listing() == unfinished() == []
    assert not meetings_folder().exists()


def test_a_meeting_of_several_parts_is_listed_by_its_first_case(folder: Path) -> None:
    meeting = long_evening(Clock())
    write_durably(folder, f"{meeting.id}.toml", encode(meeting))
    listed = next(one for one in listing() if one.id == meeting.id)
    assert (listed.method, listed.variant, listed.ended) == ("Balint-methode", "5 stappen", meeting.ended)
    assert meeting.id not in [one.id for one in unfinished()]
