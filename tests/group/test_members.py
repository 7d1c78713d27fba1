"""Members come, go and are called otherwise; they stay who they are."""

from datetime import date

import pytest

from intervisie_tui.group.members import (
    active,
    add,
    called,
    change,
    come_back,
    former,
    leave,
    member,
    name_of,
    new_group,
)
from intervisie_tui.meeting.model import Refused
from tests.group.groups import ANNA, BRAM, DAY, EVA, a_group

LATER = date(2026, 6, 1)


def test_a_new_group_has_its_members_in_order_from_that_day() -> None:
    group = a_group()
    assert [one.name for one in active(group)] == ["Anna", "Bram", "Cas", "Dina", "Eva"]
    assert {one.joined for one in group.members} == {DAY}
    assert len({one.id for one in group.members}) == 5


def test_a_renamed_member_stays_one_person() -> None:
    group = change(a_group(), ANNA, name="Anna-Maria", function="arts", register="BIG 123")
    assert name_of(group, ANNA) == "Anna-Maria"
    assert len(group.members) == 5
    again = change(group, ANNA, function="huisarts")
    assert (member(again, ANNA).name, member(again, ANNA).function) == ("Anna-Maria", "huisarts")
    assert member(again, ANNA).register == "BIG 123"


def test_two_of_the_same_name_are_told_apart_also_from_one_who_left() -> None:
    group = add(leave(a_group(), ANNA, LATER), "anna", LATER)
    assert [one.name for one in active(group)][-1] == "anna (2)"
    assert name_of(change(group, BRAM, name="Eva"), BRAM) == "Eva (2)"
    assert name_of(change(group, EVA, name="Eva"), EVA) == "Eva"


def test_who_leaves_stays_in_what_was_and_can_come_back() -> None:
    group = leave(a_group(), BRAM, LATER)
    assert [one.id for one in former(group)] == [BRAM]
    assert name_of(group, BRAM) == "Bram"
    assert leave(group, BRAM, date(2027, 1, 1)) == group
    back = come_back(group, BRAM, date(2026, 9, 1))
    assert former(back) == ()
    assert (member(back, BRAM).joined, member(back, BRAM).since) == (DAY, date(2026, 9, 1))
    assert come_back(back, BRAM, LATER) == back


def test_an_id_is_never_given_twice() -> None:
    group = add(leave(a_group(), EVA, LATER), "Fleur", LATER)
    assert group.members[-1].id == "m6"


def test_names_come_in_by_the_one_door() -> None:
    group = add(a_group(), "  Zoë\x1b[31m\n\u202eJansen ", DAY, function="a\tb" + "x" * 100)
    assert group.members[-1].name == "Zoë[31m Jansen"
    assert len(group.members[-1].function) == 80


@pytest.mark.parametrize("name", ["", "  \n", "\x1b"])
def test_nobody_and_no_group_is_without_a_name(name: str) -> None:
    with pytest.raises(Refused):
        add(a_group(), name, DAY)
    with pytest.raises(Refused):
        change(a_group(), ANNA, name=name)
    with pytest.raises(Refused):
        new_group(name, ["Anna"], "2026-03-01-1000", DAY)
    assert called(a_group(), " Woensdag\n ").name == "Woensdag"


def test_there_is_an_end_to_the_members() -> None:
    group = a_group()
    for n in range(35):
        group = add(group, f"N{n}", DAY)
    with pytest.raises(Refused, match="40"):
        add(group, "Nog een", DAY)
    add(leave(group, ANNA, DAY), "Toch", DAY)


def test_who_is_no_member_is_a_guest() -> None:
    assert name_of(a_group(), "") == "een gast"
    with pytest.raises(KeyError):
        member(a_group(), "m99")
