"""The record beside the transcript: written whole, for its owner alone; what does not hang together is refused."""

import stat
import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from intervisie_tui.archive.decoding import encode_value
from intervisie_tui.archive.disk import write_durably
from intervisie_tui.archive.paths import Shelf, Unusable, practice_folder
from intervisie_tui.practice import record_file
from intervisie_tui.practice.leading import Patient
from intervisie_tui.practice.record import Alarm, Heard, Met, Record
from intervisie_tui.practice.record_file import NEWEST, RecordKeeper, keep_record, read_record, records
from intervisie_tui.practice.scenarios import Script
from tests.practice.plays import SCRIPTS, played, sample

ID = "2026-03-03-1930"


def a_record() -> Record:
    return played(sample(), facilitator=Patient())[1]


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_is_written_is_read_back_equal(script: Script) -> None:
    record = played(script, facilitator=Patient())[1]
    keep_record(ID, record)
    assert read_record(ID) == record


def test_it_is_for_its_owner_alone_and_the_newest_wins() -> None:
    record = a_record()
    keeper = RecordKeeper(ID)
    for seed in range(40):
        keeper.save(replace(record, seed=seed))
    assert keeper.close()
    assert read_record(ID).seed == 39
    path = practice_folder() / f"{ID}.run.toml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_disk_that_refuses_once_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = threading.Event()

    def refuses_once(folder: Path, name: str, data: bytes) -> None:
        if not refused.is_set():
            refused.set()
            raise OSError(28, "vol")
        write_durably(folder, name, data)

    monkeypatch.setattr(record_file, "write_durably", refuses_once)
    keeper = RecordKeeper(ID)
    keeper.save(a_record())
    assert refused.wait(30)
    assert keeper.close()
    assert read_record(ID) == a_record()


def test_a_disk_that_goes_on_refusing_is_told_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(folder: Path, name: str, data: bytes) -> None:
        raise OSError(28, "vol")

    monkeypatch.setattr(record_file, "write_durably", refuses)
    keeper = RecordKeeper(ID)
    keeper.save(a_record())
    assert not keeper.close()
    with pytest.raises(Unusable, match="vol"):
        keep_record(ID, a_record())


def test_what_cannot_be_written_at_all_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(value: object) -> bytes:
        raise TypeError

    monkeypatch.setattr(record_file, "encode_value", fails)
    keeper = RecordKeeper(ID)
    keeper.save(a_record())
    assert not keeper.close()
    assert "TypeError" in keeper.fault


@pytest.mark.parametrize(
    "change",
    [
        {"met": (Met(moment="weg", at=1),)},
        {"heard": (Heard(at=1, who="weg", says="Hé.", of="joost-tip"),)},
        {"alarms": (Alarm(at=1, step="probleemverkenning", act="tijd-noemen", aside="weg"),)},
        {"said": (99,)},
        {"moment": "weg"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_names_something_that_is_not_there_is_refused(change: dict[str, object]) -> None:
    keep_record(ID, replace(a_record(), **change))
    with pytest.raises(Unusable):
        read_record(ID)


def test_a_record_that_cannot_be_read_keeps_the_others_from_nothing() -> None:
    record = a_record()
    for name in (ID, "2026-03-02-1930", "2026-03-04-0900", "2026-03-03-1930-2"):
        keep_record(name, record)
    folder = practice_folder()
    (folder / "2026-03-04-0900.run.toml").write_bytes(encode_value(record)[:-200])
    (folder / "vreemd.run.toml").write_text("geen record", "utf-8")
    assert [meeting_id for meeting_id, _record in records()] == ["2026-03-02-1930", ID, "2026-03-03-1930-2"]


def test_of_very_many_runs_only_the_newest_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [f"2026-03-03-{hour:02}{minute:02}" for hour in range(10, 13) for minute in range(0, 60, 3)]
    for name in ids:
        keep_record(name, a_record())
    read: list[str] = []

    def reads(name: str, _shelf: Shelf) -> Record:
        read.append(name)
        return a_record()

    monkeypatch.setattr(record_file, "read_record", reads)
    assert [meeting_id for meeting_id, _record in records()] == ids[-NEWEST:] == read


def test_without_a_record_the_transcript_alone_is_there() -> None:
    with pytest.raises(Unusable, match="alleen het verslag"):
        read_record(ID)
    with pytest.raises(Unusable):
        read_record("../../etc/passwd")
    assert records() == []
