"""The saver beside a meeting: newest wins, a failing disk is told and tried again, a draft never outruns the rest."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from intervisie_tui.archive import saver as saver_module
from intervisie_tui.archive.disk import write_durably
from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.paths import Unusable, meetings_folder, private_folder
from intervisie_tui.archive.saver import AGAIN_AFTER, Saver, SaveState
from intervisie_tui.archive.toml import Writer
from intervisie_tui.archive.transcript import decode, decode_draft, encode
from intervisie_tui.meeting.model import Meeting
from tests.archive.example_meetings import AT, FULL

ID = FULL.id
LONG = 20.0
"""Seconds after which a test gives up; none waits for them."""


def agreed(seconds: int) -> Meeting:
    return replace(FULL, agreed=seconds)


def draft(text: str) -> Draft:
    return Draft(texts={"vraag": text}, clock=FULL.clock, saved=AT)


class Disk:
    """The folder of the meetings, which can be made to fail, and to hold on to a write until it is let go."""

    def __init__(self) -> None:
        self.folder = meetings_folder()
        self.error: Exception | None = None
        self.attempts = 0
        self.entered = threading.Event()
        self.go = threading.Event()
        self.go.set()

    def ready(self) -> Path:
        self.attempts += 1
        self.entered.set()
        assert self.go.wait(LONG)
        if self.error:
            raise self.error
        return private_folder(self.folder)

    def meeting(self) -> Meeting:
        return decode((self.folder / f"{ID}.toml").read_bytes())

    def draft(self) -> Draft:
        return decode_draft((self.folder / f"{ID}.draft.toml").read_bytes())


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def open_saver(disk: Disk) -> Iterator[Callable[..., Saver]]:
    made: list[Saver] = []

    def make(**options: object) -> Saver:
        made.append(Saver(disk.ready, ID, **options))  # type: ignore[arg-type]  # passed on as given
        return made[-1]

    yield make
    disk.error = None
    disk.go.set()
    assert all(saver.close(LONG) for saver in made)


def full(_code: int = errno.ENOSPC) -> OSError:
    return OSError(_code, os.strerror(_code))


def test_what_is_given_is_on_the_disk_and_then_called_saved(disk: Disk, open_saver: Callable[..., Saver]) -> None:
    saver = open_saver()
    states: list[tuple[SaveState, bool]] = []
    saver.listen(lambda state: states.append((state, (disk.folder / f"{ID}.toml").exists())))
    saver.save(FULL)
    assert saver.close(LONG)
    assert disk.meeting() == FULL
    assert states == [(SaveState("saving"), False), (SaveState("saved"), True)]


def test_nothing_is_called_saved_from_the_moment_that_something_newer_waits(
    disk: Disk, open_saver: Callable[..., Saver]
) -> None:
    saver = open_saver()
    saver.save(agreed(1))
    assert saver.flush(LONG)
    with saver._changed:  # so that the thread has not woken up yet
        saver.save(agreed(2))
        assert saver.state == SaveState("saving")


def test_values_overtaken_while_the_disk_was_slow_are_never_written(
    disk: Disk, open_saver: Callable[..., Saver], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def encoded(value: Meeting, writer: Writer) -> bytes:
        written.append(value.agreed)
        return encode(value, writer)

    monkeypatch.setattr(saver_module, "encode", encoded)
    saver = open_saver()
    disk.go.clear()
    saver.save(agreed(1))
    assert disk.entered.wait(LONG)
    for seconds in range(2, 50):
        saver.save(agreed(seconds))
    assert saver.state == SaveState("saving")
    disk.go.set()
    assert saver.flush(LONG)
    assert written == [1, 49]
    assert disk.meeting() == agreed(49)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (full(errno.ENOSPC), "vol"),
        (full(errno.EDQUOT), "vol"),
        (full(errno.EROFS), "alleen-lezen"),
        (full(errno.EACCES), "schrijfrechten"),
        (full(errno.EMFILE), "te veel bestanden"),
        (full(errno.EIO), "een fout"),
        (Unusable("De map is van iemand anders."), "iemand anders"),
        (RuntimeError("wat dan ook"), "RuntimeError"),
    ],
)
def test_a_failing_disk_is_told_in_plain_words_and_saving_resumes(
    disk: Disk, open_saver: Callable[..., Saver], error: Exception, words: str
) -> None:
    saver = open_saver()
    saver.save(agreed(1))
    assert saver.flush(LONG)
    disk.error = error
    saver.save(agreed(2))
    assert not saver.flush(LONG)
    assert saver.state.kind == "failed"
    assert words in saver.state.reason
    assert disk.meeting() == agreed(1)
    disk.error = None
    saver.save(agreed(3))
    assert saver.flush(LONG)
    assert saver.state == SaveState("saved")
    assert disk.meeting() == agreed(3)


def test_it_tries_again_by_itself_until_it_works(disk: Disk, open_saver: Callable[..., Saver]) -> None:
    waits: list[float | None] = []
    saved = threading.Event()

    def wait(changed: threading.Condition, seconds: float | None) -> bool:
        if seconds is None:
            return changed.wait()
        waits.append(seconds)
        if len(waits) == 3:
            disk.error = None
        return False  # as if the time had passed

    disk.error = full()
    saver = open_saver(wait=wait)
    saver.listen(lambda state: saved.set() if state.kind == "saved" else None)
    saver.save(FULL)
    assert saved.wait(LONG)
    assert waits == [AGAIN_AFTER] * 3
    assert disk.meeting() == FULL


def test_a_newer_value_takes_the_place_of_one_that_failed(disk: Disk, open_saver: Callable[..., Saver]) -> None:
    def mend(state: SaveState) -> None:
        if state.kind == "failed":
            disk.error = None

    saver = open_saver()
    saver.listen(mend)
    disk.error = full()
    disk.go.clear()
    saver.save(agreed(1))
    assert disk.entered.wait(LONG)
    saver.save(agreed(2))  # while the first is failing
    disk.go.set()
    assert saver.flush(LONG)
    assert disk.meeting() == agreed(2)


def test_half_typed_text_has_a_file_of_its_own_that_goes_when_nothing_is_half_typed(
    disk: Disk, open_saver: Callable[..., Saver]
) -> None:
    saver = open_saver()
    saver.save_draft(draft("Wat geb"))
    assert saver.flush(LONG)
    assert disk.draft() == draft("Wat geb")
    assert (disk.folder / f"{ID}.draft.toml").stat().st_mode & 0o777 == 0o600
    saver.drop_draft()
    assert saver.flush(LONG)
    assert not list(disk.folder.iterdir())


def test_the_draft_keeps_the_only_copy_of_words_until_the_meeting_has_them(
    disk: Disk, open_saver: Callable[..., Saver], monkeypatch: pytest.MonkeyPatch
) -> None:
    saver = open_saver()
    saver.save_draft(draft("Net ingevoerd"))
    assert saver.flush(LONG)
    real = write_durably

    def no_room_for_the_meeting(folder: Path, name: str, data: bytes) -> None:
        if name == f"{ID}.toml":
            raise full()
        real(folder, name, data)

    with monkeypatch.context() as patch:
        patch.setattr(saver_module, "write_durably", no_room_for_the_meeting)
        saver.save(FULL)
        saver.save_draft(draft(""))
        assert not saver.flush(LONG)
        assert disk.draft() == draft("Net ingevoerd")
    assert saver.flush(LONG)
    assert disk.meeting() == FULL
    assert disk.draft() == draft("")


def test_closing_writes_what_waits_or_says_that_it_could_not(disk: Disk) -> None:
    good = Saver(disk.ready, ID)
    good.save(agreed(1))
    assert good.close(LONG)
    disk.error = full()
    bad = Saver(disk.ready, ID)
    bad.save(agreed(2))
    assert not bad.close(LONG)
    assert bad.stopped
    assert disk.meeting() == agreed(1)


def test_a_disk_that_hangs_keeps_nobody_waiting_for_ever(disk: Disk) -> None:
    saver = Saver(disk.ready, ID)
    disk.go.clear()
    saver.save(FULL)
    assert disk.entered.wait(LONG)
    assert not saver.flush(0.01)
    assert not saver.close(0.01)
    assert not saver.stopped
    disk.go.set()
    assert saver.close(LONG)


def test_a_screen_that_fails_to_listen_does_not_stop_the_saving(
    disk: Disk, open_saver: Callable[..., Saver], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    saver = open_saver()

    def fail(_state: SaveState) -> None:
        raise RuntimeError("weg")

    saver.listen(fail)
    saver.save(agreed(1))
    assert saver.flush(LONG)
    saver.save(agreed(2))
    assert saver.close(LONG)
    assert disk.meeting() == agreed(2)
    assert told
