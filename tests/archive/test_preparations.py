"""Preparations on the disk: for their writer alone, under a name that tells nothing."""

import stat
from datetime import date

import pytest

from intervisie_tui.archive.paths import Unusable, preparations_folder
from intervisie_tui.archive.preparations import (
    create_preparation,
    new_preparation_id,
    open_preparation,
    preparations,
)
from intervisie_tui.group.preparation import Preparation, written
from tests.group.groups import ANNA, BRAM, DAY, GROUP_ID

LATER = date(2026, 4, 1)


def a_preparation(who: str = ANNA, **words: str) -> Preparation:
    blank = Preparation(id=new_preparation_id(), group=GROUP_ID, who=who, method="balint-5", changed=DAY)
    return written(blank, words or {"vraag": "Hoe begin ik?\nEn dan?"}, LATER)


def test_it_is_kept_privately_under_a_random_name_and_comes_back() -> None:
    made = a_preparation()
    create_preparation(made).close()
    (path,) = preparations_folder().glob("*.toml")
    assert path.stem == made.id
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with open_preparation(made.id) as opened:
        assert opened.value == made
        opened.save(written(made, {"feiten": "Het liep vast"}, LATER))
    assert preparations(GROUP_ID)[0].words["feiten"] == "Het liep vast"


def test_each_finds_their_own_the_last_changed_first() -> None:
    first, second = a_preparation(), written(a_preparation(), {"vraag": "x"}, date(2026, 5, 1))
    for one in (first, second, a_preparation(BRAM)):
        create_preparation(one).close()
    assert preparations(GROUP_ID, ANNA) == [second, first]
    assert len(preparations(GROUP_ID)) == 3
    assert preparations("2026-01-01-0000") == []


def test_it_can_be_thrown_away_and_is_then_off_the_disk() -> None:
    made = a_preparation()
    with create_preparation(made) as opened:
        opened.remove()
    assert not list(preparations_folder().glob("*.toml"))
    with pytest.raises(Unusable):
        open_preparation(made.id)


def test_open_twice_the_second_can_only_read() -> None:
    made = a_preparation()
    with create_preparation(made), open_preparation(made.id) as second:
        assert second.held_by
        with pytest.raises(Unusable):
            second.save(made)
        with pytest.raises(Unusable):
            second.remove()


@pytest.mark.parametrize("wanted", ["../x", "", "0123456789ABCDEF", "0123456789abcde", "0123456789abcdef"])
def test_what_is_none_is_refused(wanted: str) -> None:
    with pytest.raises(Unusable):
        open_preparation(wanted)


def test_what_cannot_be_read_is_left_out_and_left_alone() -> None:
    made = a_preparation()
    create_preparation(made).close()
    path = preparations_folder() / f"{made.id}.toml"
    path.write_bytes(b"stuk")
    assert preparations(GROUP_ID) == []
    assert path.read_bytes() == b"stuk"


def test_a_hostile_one_cannot_steer_the_terminal() -> None:
    made = a_preparation()
    create_preparation(made).close()
    path = preparations_folder() / f"{made.id}.toml"
    path.write_bytes(path.read_bytes().replace(b"Hoe begin", b"Hoe\x7f begin".replace(b"\x7f", b"\xc2\x9b")))
    assert preparations(GROUP_ID)[0].words["vraag"].startswith("Hoe begin")
