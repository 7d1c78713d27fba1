"""From the start of a meeting to going on with it after a crash, and all that can be wrong with its files."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from intervisie_tui.archive import keeping
from intervisie_tui.archive.disk import write_durably
from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.ids import order
from intervisie_tui.archive.meetings import OpenMeeting, create, new_id, open_meeting
from intervisie_tui.archive.paths import Unusable, meetings_folder, private_folder
from intervisie_tui.archive.reading import Damaged
from intervisie_tui.archive.transcript import TooNew, decode, encode
from intervisie_tui.meeting.model import Meeting
from tests.archive.example_meetings import AT, FULL, LATER

LONG = 20.0
ID = FULL.id


@pytest.fixture
def folder() -> Path:
    return private_folder(meetings_folder())


@pytest.fixture
def kept(folder: Path) -> Path:
    """The full meeting on the disk, open nowhere."""
    write_durably(folder, f"{ID}.toml", encode(FULL))
    return folder / f"{ID}.toml"


def draft_on_disk(folder: Path, draft: Draft) -> None:
    write_durably(folder, f"{ID}.draft.toml", encode(draft))


def begun() -> OpenMeeting:
    """A new meeting, saved once."""
    opened = create(FULL)
    assert opened.saver
    opened.saver.save(opened.meeting)
    return opened


def test_a_new_meeting_is_on_the_disk_privately_under_its_date_and_time() -> None:
    opened = begun()
    assert opened.close(LONG)
    path = meetings_folder() / "2026-11-22-1402.toml"
    assert decode(path.read_bytes()) == FULL
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_no_name_and_no_word_is_part_of_a_file_name() -> None:
    opened = begun()
    assert opened.saver
    opened.saver.save_draft(Draft(texts={"vraag": "geheim"}, clock=FULL.clock, saved=AT))
    assert opened.close(LONG)
    names = {path.name for path in meetings_folder().iterdir()}
    assert names == {f"{ID}.toml", f"{ID}.draft.toml", f"{ID}.lock"}


def test_two_meetings_in_one_minute_do_not_meet() -> None:
    assert new_id(AT) == "2026-11-22-1402"
    first, second = begun(), begun()
    assert (first.meeting.id, second.meeting.id) == ("2026-11-22-1402", "2026-11-22-1402-2")
    assert first.close(LONG)
    assert second.close(LONG)
    assert new_id(AT) == "2026-11-22-1402-3"
    assert sorted([new_id(AT), ID, f"{ID}-10"], key=order) == [ID, f"{ID}-3", f"{ID}-10"]


def test_an_interrupted_meeting_comes_back_with_its_half_typed_text(kept: Path) -> None:
    draft = Draft(texts={"vraag": "Wat geb"}, clock=FULL.clock, saved=AT)
    draft_on_disk(kept.parent, draft)
    opened = open_meeting(ID)
    assert opened.meeting == FULL
    assert opened.draft == draft
    assert opened.held_by is None
    assert opened.close(LONG)


def test_time_that_the_draft_saw_pass_is_not_given_back(kept: Path) -> None:
    clock = replace(FULL.clock, spent=((301_000, 180_000, 99_000), (0,)))
    draft_on_disk(kept.parent, Draft(texts={}, clock=clock, saved=LATER))
    opened = open_meeting(ID)
    assert opened.meeting.clock == clock
    assert opened.meeting.saved == LATER  # from here on the time away is counted
    opened.close(LONG)


@pytest.mark.parametrize("spent", [((1_000, 0, 0), (0,)), ((9_999_000,),)], ids=["older", "of other steps"])
def test_a_clock_that_is_older_or_does_not_fit_is_left_out_but_the_text_is_not(
    kept: Path, spent: tuple[tuple[int, ...], ...]
) -> None:
    draft_on_disk(kept.parent, Draft(texts={"vraag": "x"}, clock=replace(FULL.clock, spent=spent), saved=LATER))
    opened = open_meeting(ID)
    assert opened.meeting == FULL
    assert opened.draft
    assert opened.draft.texts == {"vraag": "x"}
    opened.close(LONG)


def test_a_clock_that_ran_when_it_was_saved_stands_still_when_it_is_read(folder: Path) -> None:
    write_durably(folder, f"{ID}.toml", encode(replace(FULL, clock=replace(FULL.clock, since=5))))
    opened = open_meeting(ID)
    assert opened.meeting.clock.since is None
    opened.close(LONG)


def test_a_second_instance_reads_and_says_who_has_it(kept: Path) -> None:
    first = open_meeting(ID)
    (kept.parent / f".{ID}.toml.tmp-busy").touch()
    second = open_meeting(ID)
    assert second.saver is None
    assert second.held_by
    assert str(os.getpid()) in second.held_by.message
    assert second.meeting == first.meeting
    assert (kept.parent / f".{ID}.toml.tmp-busy").exists()
    assert second.close(LONG)
    assert first.close(LONG)
    third = open_meeting(ID)
    assert third.saver
    third.close(LONG)


def test_leftovers_of_a_killed_save_are_cleared_away(kept: Path) -> None:
    (kept.parent / f".{ID}.toml.tmp-1").touch()
    (kept.parent / f".{ID}.draft.toml.tmp-1").touch()
    open_meeting(ID).close(LONG)
    assert {path.name for path in kept.parent.iterdir()} == {f"{ID}.toml", f"{ID}.lock"}


def test_a_damaged_file_is_set_aside_and_never_overwritten(kept: Path) -> None:
    torn = kept.read_bytes()[:500]
    kept.write_bytes(torn)
    with pytest.raises(Damaged, match="niet af") as caught:
        open_meeting(ID)
    aside = caught.value.path
    assert re.fullmatch(re.escape(f"{ID}.toml.broken-") + r"\d{8}-\d{6}", aside.name)
    assert aside.read_bytes() == torn
    assert not kept.exists()


def test_a_damaged_file_that_another_process_has_is_left_alone(kept: Path) -> None:
    first = open_meeting(ID)
    kept.write_bytes(b"stuk")
    with pytest.raises(Damaged) as caught:
        open_meeting(ID)
    assert caught.value.path == kept
    assert kept.read_bytes() == b"stuk"
    first.close(LONG)


def test_a_file_of_a_later_version_stays_where_it_is(kept: Path) -> None:
    kept.write_bytes(b"schema = 2\n")
    with pytest.raises(TooNew):
        open_meeting(ID)
    assert kept.read_bytes() == b"schema = 2\n"
    with pytest.raises(TooNew):  # the lock was given back
        open_meeting(ID)


@pytest.mark.parametrize("plant", [lambda path: os.mkfifo(path), lambda path: path.symlink_to("/etc/passwd")])
def test_what_is_no_file_is_refused_and_left_alone(folder: Path, plant: Callable[[Path], None]) -> None:
    plant(folder / f"{ID}.toml")
    with pytest.raises(Unusable):
        open_meeting(ID)
    assert os.path.lexists(folder / f"{ID}.toml")


def test_a_damaged_draft_is_set_aside_and_the_meeting_goes_on(kept: Path) -> None:
    (kept.parent / f"{ID}.draft.toml").write_bytes(b"\xff")
    opened = open_meeting(ID)
    assert opened.meeting == FULL
    assert opened.draft is None
    assert len(opened.faults) == 1
    assert ".broken-" in opened.faults[0]
    opened.close(LONG)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "2026-11-22", f"{ID}.draft", f"{ID}/x", "2031-01-01-0000"])
def test_what_is_no_meeting_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(Unusable):
        open_meeting(name)
    assert not list(folder.iterdir())


def test_without_a_usable_folder_a_meeting_goes_on_and_is_saved_once_it_is_mended() -> None:
    parent = meetings_folder().parent
    private_folder(parent.parent)
    parent.touch()  # a file in the place of the folder
    opened = begun()
    assert opened.saver
    assert not opened.saver.flush(LONG)
    assert opened.saver.state.kind == "failed"
    parent.unlink()
    assert opened.saver.flush(LONG)
    assert decode((meetings_folder() / f"{ID}.toml").read_bytes()) == FULL
    assert open_meeting(ID).held_by
    assert opened.close(LONG)


def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(keeping, "acquire", refuse)


def test_a_read_only_disk_still_lets_a_meeting_be_led(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        read_only(patch)
        opened = open_meeting(ID)
        assert opened.saver
        opened.saver.save(replace(FULL, agreed=7))
        assert not opened.saver.flush(LONG)
        assert "alleen-lezen" in opened.saver.state.reason
    assert opened.close(LONG)
    assert decode(kept.read_bytes()).agreed == 7


def test_a_meeting_that_another_changed_meanwhile_is_not_overwritten(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        read_only(patch)
        opened = open_meeting(ID)
    other = open_meeting(ID)
    newer: Meeting = replace(FULL, agreed=8)
    assert other.saver
    other.saver.save(newer)
    assert other.close(LONG)
    assert opened.saver
    opened.saver.save(replace(FULL, agreed=7))
    assert not opened.close(LONG)
    assert "gewijzigd" in opened.saver.state.reason
    assert decode(kept.read_bytes()) == newer
