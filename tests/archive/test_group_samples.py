"""Groups and preparations of every schema there has been are read for ever. Never change a sample."""

from datetime import date, time
from pathlib import Path

import pytest

from intervisie_tui.archive.decoding import SCHEMA, decode_value, encode_value
from intervisie_tui.archive.group_file import decode_group
from intervisie_tui.archive.group_markdown import group_markdown
from intervisie_tui.group.preparation import Preparation

SAMPLES = Path(__file__).parent / "samples"
GROUPS = sorted((SAMPLES / "groups").glob("*.toml"))
PREPARATIONS = sorted((SAMPLES / "preparations").glob("*.toml"))


@pytest.mark.parametrize("paths", [GROUPS, PREPARATIONS], ids=["groups", "preparations"])
def test_there_is_a_sample_of_every_schema(paths: list[Path]) -> None:
    assert {int(path.stem.split("-")[1]) for path in paths} == set(range(1, SCHEMA + 1))


@pytest.mark.parametrize("path", GROUPS, ids=lambda path: path.stem)
def test_an_old_group_is_read_kept_and_exported(path: Path) -> None:
    group = decode_group(path.read_bytes())
    assert decode_group(encode_value(group)) == group
    assert group_markdown(group).startswith("# Dinsdaggroep")


def test_what_an_old_group_holds_is_still_the_same() -> None:
    group = decode_group((SAMPLES / "groups" / "schema-1-everything.toml").read_bytes())
    anna, bram, cas, *_others = group.members
    assert (anna.function, anna.register, anna.joined) == ("arts", 'BIG "12"', date(2026, 3, 3))
    assert (bram.back, cas.left) == (date(2026, 9, 1), date(2026, 10, 1))
    assert group.agreements[0].earlier[0].wording == "Passen mag"
    assert group.intentions[0].outcome == "gedaan"
    assert group.next
    assert (group.next.day, group.next.at) == (date(2026, 4, 14), time(19, 30))
    assert group.past[0].cases[0].title == "titel van m1"
    assert group.evaluations[0].answers[0].text == "Over werkdruk"


@pytest.mark.parametrize("path", PREPARATIONS, ids=lambda path: path.stem)
def test_an_old_preparation_is_read_and_kept(path: Path) -> None:
    made = decode_value(path.read_bytes(), Preparation)
    assert decode_value(encode_value(made), Preparation) == made
    assert made.words["vraag"] == "Hoe begin ik?"
