"""The groups on the disk: kept, found, read-only where held, set aside when damaged, refused when hostile."""

import os
import re
import stat
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.archive import keeping
from intervisie_tui.archive.decoding import encode_value
from intervisie_tui.archive.disk import write_durably
from intervisie_tui.archive.group_file import decode_group
from intervisie_tui.archive.groups import (
    create_group,
    find_group,
    list_groups,
    new_group_id,
    open_group,
    read_group,
    record,
)
from intervisie_tui.archive.paths import Unusable, groups_folder, meetings_folder, private_folder
from intervisie_tui.archive.reading import Damaged
from intervisie_tui.archive.transcript import TooNew, encode
from intervisie_tui.group.after_meeting import after_meeting
from intervisie_tui.group.agreements import settle
from intervisie_tui.group.members import add, called, change, come_back, leave
from intervisie_tui.group.model import Group, NextMeeting
from intervisie_tui.meeting.model import Meeting
from tests.group.groups import ANNA, BRAM, DAY, GROUP_ID, a_group, a_meeting, ended, on, said

LATER = date(2026, 9, 1)


def full_group() -> Group:
    """One with something of everything."""
    group = change(a_group(), ANNA, function="arts", register='BIG "12"')
    group = come_back(leave(group, BRAM, DAY), BRAM, LATER)
    group = settle(
        settle(group, "passen", "Passen", "Passen mag", DAY), "passen", "Passen", "Regel één\nregel twee", LATER
    )
    meeting = a_meeting(group, DAY, cases=(ANNA,), evaluation=True)
    meeting = said(meeting, "closing", by=ANNA, kind="intention", parts={"stap": "Bellen", "aan-wie": "Dina"})
    meeting = said(meeting, "closing", "14 april 19:30", topic="datum")
    meeting = said(meeting, "evaluation", "Over werkdruk", by=BRAM, kind="experience")
    return after_meeting(replace(group, keep_titles=True), ended(meeting))


def finished(group: Group, day: date = DAY) -> Meeting:
    return ended(said(a_meeting(group, day, cases=(ANNA,)), "closing", by=ANNA, kind="intention", parts={"stap": "x"}))


def on_disk(meeting: Meeting) -> None:
    write_durably(private_folder(meetings_folder()), f"{meeting.id}.toml", encode(meeting))


@pytest.fixture
def kept() -> Path:
    """A full group on the disk, open nowhere."""
    create_group(full_group()).close()
    return groups_folder() / f"{GROUP_ID}.toml"


def test_a_group_comes_back_equal(kept: Path) -> None:
    assert read_group(GROUP_ID) == full_group()
    assert decode_group(encode_value(full_group())) == full_group()


def test_a_person_can_read_the_file(kept: Path) -> None:
    text = kept.read_text("utf-8")
    assert text.startswith("schema = 1\n")
    assert 'name = "Dinsdaggroep"' in text
    assert "joined = 2026-03-03" in text


def test_it_is_private_and_no_name_is_part_of_a_file_name(kept: Path) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert {path.name for path in kept.parent.iterdir()} == {f"{GROUP_ID}.toml", f"{GROUP_ID}.lock"}
    assert new_group_id(on(date(2026, 3, 1), 10, 0).stamp) == f"{GROUP_ID}-2"


def test_a_change_is_on_the_disk_when_saving_returns(kept: Path) -> None:
    with open_group(GROUP_ID) as opened:
        opened.save(called(opened.value, "Woensdag"))
        assert read_group(GROUP_ID).name == "Woensdag"
        assert opened.value.name == "Woensdag"


def test_a_second_instance_reads_and_says_who_has_it(kept: Path) -> None:
    with open_group(GROUP_ID), open_group(GROUP_ID) as second:
        assert second.held_by
        assert second.held_by.pid == os.getpid()
        with pytest.raises(Unusable, match="ergens open"):
            second.save(called(second.value, "Woensdag"))
    assert read_group(GROUP_ID).name == "Dinsdaggroep"
    with open_group(GROUP_ID) as third:
        assert third.held_by is None


def test_a_damaged_file_is_set_aside_and_never_overwritten(kept: Path) -> None:
    torn = kept.read_bytes()[:300]
    kept.write_bytes(torn)
    with pytest.raises(Damaged) as caught:
        open_group(GROUP_ID)
    assert re.fullmatch(re.escape(f"{GROUP_ID}.toml.broken-") + r"\d{8}-\d{6}", caught.value.path.name)
    assert caught.value.path.read_bytes() == torn
    assert list_groups() == []


def test_only_looking_moves_no_damaged_file(kept: Path) -> None:
    kept.write_bytes(b"stuk")
    with pytest.raises(Unusable):
        read_group(GROUP_ID)
    (listed,) = list_groups()
    assert listed.fault
    assert kept.read_bytes() == b"stuk"


def test_a_file_of_a_later_version_stays_where_it_is(kept: Path) -> None:
    kept.write_bytes(b"schema = 2\nanders = true\n")
    with pytest.raises(TooNew):
        open_group(GROUP_ID)
    with pytest.raises(TooNew):  # the lock was given back
        open_group(GROUP_ID)
    assert kept.exists()


def test_saving_on_a_full_disk_says_so_and_the_old_file_stands(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.read_bytes()
    with open_group(GROUP_ID) as opened, monkeypatch.context() as patch:

        def full(*_asked: object) -> None:
            raise OSError(28, "ENOSPC")

        patch.setattr(keeping, "write_durably", full)
        with pytest.raises(Unusable, match="vol"):
            opened.save(called(opened.value, "Woensdag"))
        assert opened.value.name == "Dinsdaggroep"
    assert kept.read_bytes() == before


def test_a_group_that_was_changed_by_another_meanwhile_is_not_overwritten(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(30, "EROFS")

    with monkeypatch.context() as patch:
        patch.setattr(keeping, "acquire", refuse)
        opened = open_group(GROUP_ID)
    with open_group(GROUP_ID) as other:
        other.save(called(other.value, "Woensdag"))
    with pytest.raises(Unusable, match="gewijzigd"):
        opened.save(called(opened.value, "Donderdag"))
    opened.close()
    assert read_group(GROUP_ID).name == "Woensdag"


@pytest.mark.parametrize("wanted", ["../../etc/passwd", "", "2026-03-01", f"{GROUP_ID}/x", "2031-01-01-0000"])
def test_what_is_no_group_is_refused(wanted: str) -> None:
    with pytest.raises(Unusable):
        open_group(wanted)


@pytest.mark.parametrize("plant", [os.mkfifo, lambda path: path.symlink_to("/etc/passwd"), Path.mkdir])
def test_what_is_no_file_is_refused_and_left_alone(kept: Path, plant: Callable[[Path], None]) -> None:
    kept.unlink()
    plant(kept)
    with pytest.raises(Unusable):
        open_group(GROUP_ID)
    assert len(list_groups()) == 1
    assert os.path.lexists(kept)


def _member(line: str) -> bytes:
    """The full group with another last member, as somebody may have typed it."""
    data = encode_value(full_group())
    last = b'{ id = "m5", name = "Eva", joined = 2026-03-03 }'
    assert last in data
    return data.replace(last, line.encode())


def _typed(old: str, new: str) -> bytes:
    """The full group with something else in one place."""
    data = encode_value(full_group())
    assert old.encode() in data
    return data.replace(old.encode(), new.encode(), 1)


def _horde(members: int) -> bytes:
    return _member(",\n".join(f'{{ id = "m{n}", name = "X", joined = 2026-01-01 }}' for n in range(5, members)))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "niet af"),
        (b"\xff\xfe", "beschadigd"),
        (b"x = " + b"[" * 5000, "beschadigd"),
        (b".".join([b"a"] * 100_000) + b" = 1", "beschadigd"),
        (b"x" * (3 * 2**20), "te groot"),
        (_member('{ id = "m1", name = "X", joined = 2026-01-01 }'), "kenmerken"),
        (_member('{ id = "../x", name = "X", joined = 2026-01-01 }'), "kenmerken"),
        (_member('{ id = "m", name = "X", joined = 2026-01-01 }'), "kenmerken"),
        (_member('{ id = "m5", name = " ", joined = 2026-01-01 }'), "een naam"),
        (_member('{ id = "m5", name = "X", joined = 0001-01-01 }'), "een dag"),
        (_member('{ id = "m5", name = "X", joined = 2026-01-01T10:00:00 }'), "tijdzone"),
        (_member('{ id = "m5", name = "X", joined = "gisteren" }'), "joined"),
        (_member('{ id = "m5", name = "X", joined = 2026-01-01, extra = 1 }'), "extra"),
        (_horde(1_000), "te veel leden"),
        (_horde(20_000), "beschadigd"),
        (_typed('who = "m1"', 'who = "m77"'), "een lid"),
        (_typed('"m4",', '"m77",'), "een lid"),
        (_typed("at = 19:30:00", "minutes = 99999"), "volgende bijeenkomst"),
        (_typed("at = 19:30:00", "minutes = -5"), "volgende bijeenkomst"),
        (_typed("at = 19:30:00", "minutes = 99999999999999999999"), "getal"),
        (_typed("day = 2026-04-14", "day = 9999-12-31"), "een dag"),
        (_typed("seconds = 5400", "seconds = -1"), "kleiner dan nul"),
        (_typed('name = "Dinsdaggroep"', 'name = ""'), "een naam"),
    ],
    ids=range(23),
)
def test_what_is_torn_or_hostile_is_refused_at_once_in_one_sentence(data: bytes, says: str) -> None:
    begin = time.perf_counter()
    with pytest.raises(Unusable, match=says) as caught:
        decode_group(data)
    assert time.perf_counter() - begin < 1.0
    assert caught.value.reason.endswith(".")
    assert "\n" not in caught.value.reason


def test_a_hostile_group_cannot_steer_the_terminal() -> None:
    data = encode_value(a_group()).replace(b'name = "Anna"', b'name = "An\\u001b[31m\\u202e\\nna"')
    assert decode_group(data).members[0].name == "An[31m na"


def test_the_list_is_by_name_with_what_cannot_be_read_at_the_end() -> None:
    for n, name in enumerate(["zondag", "Aap", "middag"]):
        create_group(called(replace(a_group(), id=f"2026-03-0{n + 1}-1000"), name)).close()
    write_durably(groups_folder(), "2026-01-01-1000.toml", b"stuk")
    assert [one.name for one in list_groups()] == ["Aap", "middag", "zondag", ""]
    assert [one.members for one in list_groups()] == [5, 5, 5, 0]


def test_a_group_is_found_by_id_by_name_or_by_how_it_begins() -> None:
    for n, name in enumerate(["Dinsdag", "Dinsdagavond", "Woensdag"]):
        create_group(called(replace(a_group(), id=f"2026-03-0{n + 1}-1000"), name)).close()
    assert find_group("dinsdag") == "2026-03-01-1000"
    assert find_group("DINSDAGA") == "2026-03-02-1000"
    assert find_group("w") == "2026-03-03-1000"
    assert find_group("2026-03-02-1000") == "2026-03-02-1000"
    with pytest.raises(Unusable, match="meer dan één"):
        find_group("dins")
    for wanted in ("", "x", "\x1b[31m"):
        with pytest.raises(Unusable, match="group list"):
            find_group(wanted)


def test_an_ended_meeting_is_in_the_group_for_good(kept: Path) -> None:
    day = DAY + timedelta(days=40)
    meeting = finished(full_group(), day)
    record(meeting)
    assert [past.day for past in decode_group(kept.read_bytes()).past] == [DAY, day]
    record(meeting)
    assert len(decode_group(kept.read_bytes()).past) == 2
    record(replace(meeting, group=""))
    record(replace(meeting, ended=None))


def test_a_meeting_that_ended_while_the_group_was_open_elsewhere_comes_in_later(kept: Path) -> None:
    meeting = finished(full_group(), LATER)
    on_disk(meeting)
    with open_group(GROUP_ID):
        record(meeting)
        assert len(decode_group(kept.read_bytes()).past) == 1
    assert len(read_group(GROUP_ID).past) == 2
    with open_group(GROUP_ID) as opened:
        opened.save(add(opened.value, "Fleur", LATER))
    assert len(decode_group(kept.read_bytes()).past) == 2


def test_meetings_of_others_going_on_or_damaged_stay_out(kept: Path) -> None:
    on_disk(replace(finished(full_group(), LATER), group="2026-01-01-0000"))
    on_disk(replace(finished(full_group(), LATER + timedelta(days=1)), ended=None))
    broken = finished(full_group(), LATER + timedelta(days=2))
    write_durably(meetings_folder(), f"{broken.id}.toml", encode(broken)[:-40])
    assert read_group(GROUP_ID) == full_group()


@given(
    names=st.lists(
        st.text(min_size=1, max_size=30).filter(lambda name: name.isprintable() and name.strip()), max_size=5
    ),
    wording=st.text(max_size=60),
    minutes=st.integers(1, 1440),
    day=st.dates(date(1970, 1, 1), date(2999, 12, 31)),
)
@settings(max_examples=80, deadline=None)
def test_any_group_comes_back_equal(names: list[str], wording: str, minutes: int, day: date) -> None:
    group = full_group()
    for name in names:
        group = add(group, name, day)
    group = settle(group, "eigen-1", "Eigen", wording.encode(errors="replace").decode(), day)
    group = replace(group, next=NextMeeting(day=day, minutes=minutes))
    assert decode_group(encode_value(group)) == group
