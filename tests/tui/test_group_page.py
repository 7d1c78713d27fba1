"""The list of groups and the page of one: what can be changed by keys, what is kept, and when it is only to be read."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest

from intervisie_tui.archive.groups import ListedGroup
from intervisie_tui.archive.lock import HeldBy
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.group.agreements import agreed_on, topics
from intervisie_tui.group.members import active
from intervisie_tui.group.model import Earlier, Group, NextMeeting
from intervisie_tui.meeting.model import Refused
from intervisie_tui.tui.asking import Remembered
from intervisie_tui.tui.screens.group_dialogs import next_of
from intervisie_tui.tui.screens.group_page import Doors, GroupScreen
from intervisie_tui.tui.screens.group_text import TOPICS
from intervisie_tui.tui.screens.groups import GroupsScreen
from tests.group.groups import SCRIPTS, ZONE, a_group
from tests.tui.a_year import TODAY, Kept, a_year
from tests.tui.stage import on_stage, press, seen

HELD = HeldBy(pid=7, user="bram", host="laptop", since=datetime(2026, 11, 24, 19, 5, tzinfo=ZONE))


class Full(Kept):
    """On a disk that is full."""

    def save(self, value: Group) -> None:
        raise Unusable("De schijf is vol.")


class Hall:
    """Where the doors of a page lead."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def doors(self) -> Doors:
        return Doors(
            begin=lambda first: self.taken.append(f"begin {'first' if first else 'next'}"),
            prepare=lambda member: self.taken.append(f"prepare {member}"),
            read=lambda meeting: self.taken.append(f"read {meeting}"),
            export=lambda _group: Path("/tmp/groep.md"),
            calendar=_full,
            back=lambda: self.taken.append("back"),
        )


def _full(_group: Group) -> Path:
    raise Unusable("De schijf is vol.")


def a_page(kept: Kept, hall: Hall | None = None) -> GroupScreen:
    return GroupScreen(
        kept=kept,
        fields=topics(SCRIPTS["first_meeting"]),
        today=lambda: TODAY,
        half=Remembered(),
        own_keys={},
        doors=(hall or Hall()).doors(),
    )


def a_list(*found: ListedGroup, make: Callable[[str, str], None] = lambda _name, _names: None) -> GroupsScreen:
    return GroupsScreen(
        found=lambda: list(found),
        own_keys={},
        half=Remembered(),
        enter=lambda group: None,
        make=make,
        back=lambda: None,
    )


async def test_without_a_group_the_list_says_what_one_is_for_and_n_makes_it() -> None:
    made: list[tuple[str, str]] = []
    async with on_stage(a_list(make=lambda name, names: made.append((name, names)))) as (app, pilot):
        assert "Er is nog geen groep. Maak er een met n" in await seen(pilot)
        await press(app, "n", *"Trio", "enter", *"Anna, Bram", "enter")
        await pilot.pause()
    assert made == [("Trio", "Anna, Bram")]


async def test_what_was_typed_for_a_group_that_is_refused_is_there_again() -> None:
    def refuse(_name: str, _names: str) -> None:
        raise Refused("Geef de groep eerst een naam.")

    async with on_stage(a_list(make=refuse)) as (app, pilot):
        await press(app, "n", "enter", *"Anna", "enter")
        await pilot.pause()
        assert "Geef de groep eerst een naam." in await seen(pilot)
        await press(app, "n")
        assert "Anna" in await seen(pilot)


async def test_a_damaged_group_is_named_and_the_others_work() -> None:
    broken = ListedGroup(id="2026-01-01-1000", fault="regel 3: gevonden [/x]")
    async with on_stage(a_list(ListedGroup(id="2026-03-01-1000", name="Trio", members=3), broken)) as (app, pilot):
        page = await seen(pilot)
        assert "Trio" in page
        assert "Onleesbaar  2026-01-01-1000" in page
        await press(app, "2")
        assert "regel 3: gevonden [/x]" in await seen(pilot)
        assert "aan andere groepen verandert niets" in " ".join((await seen(pilot)).replace("│", " ").split())


async def test_the_page_shows_whose_turn_it_is_what_is_open_and_that_an_evaluation_is_due() -> None:
    async with on_stage(a_page(Kept(a_year())), (100, 30)) as (_app, pilot):
        page = " ".join((await seen(pilot)).split())
    for part in ("dinsdag 24 november 2026 om 19:30, De Kazerne", "inbrengen Bram", "Eerst bellen", "evaluatie"):
        assert part in page


@pytest.mark.parametrize("topic", [topic.key for topic in TOPICS])
@pytest.mark.parametrize("width", [30, 54, 88])
def test_every_topic_fits_its_width_for_a_new_group_and_an_old_one(topic: str, width: int) -> None:
    write = next(one.write for one in TOPICS if one.key == topic)
    for group in (a_group(), a_year()):
        lines = list(write(group, TODAY, width))
        assert lines
        assert all(line.cell_length <= width for line in lines)


async def test_changing_an_agreement_keeps_what_it_was_with_its_dates() -> None:
    kept = Kept(a_year())
    async with on_stage(a_page(kept)) as (app, pilot):
        await press(app, "4", "enter", "4")
        assert "Elke vijf weken, twee uur." in await seen(pilot)
        assert "Eerder, van 3 maart 2026 tot 7 april 2026" in " ".join((await seen(pilot)).replace("│", " ").split())
        await press(app, *"!", "enter")
        assert "Wat er stond, blijft bewaard." in await seen(pilot)
    agreed = agreed_on(kept.value, "regelmaat")
    assert agreed is not None
    assert (agreed.wording, agreed.since) == ("Elke vijf weken, twee uur.!", TODAY)
    assert agreed.earlier[-1] == Earlier(wording="Elke vijf weken, twee uur.", since=date(2026, 4, 7), until=TODAY)


async def test_somebody_joins_and_somebody_leaves_by_keys() -> None:
    kept = Kept(a_group())
    async with on_stage(a_page(kept)) as (app, _pilot):
        await press(app, "5", "enter", "1", *"Fatima", "enter", *"arts", "enter", "enter")
        await press(app, "enter", "2", "2", "2")
    assert [one.name for one in active(kept.value)] == ["Bram", "Cas", "Dina", "Eva", "Fatima"]
    assert kept.value.members[-1].function == "arts"
    assert kept.value.members[0].left == TODAY


async def test_a_group_that_is_open_elsewhere_is_read_and_not_changed() -> None:
    kept = Kept(a_year(), HELD)
    hall = Hall()
    async with on_stage(a_page(kept, hall)) as (app, pilot):
        assert "Open bij bram op laptop sinds 19:05" in " ".join((await seen(pilot)).split())
        await press(app, "5", "enter")
        assert "wijkverpleegkundige" in await seen(pilot)
        await press(app, "q", "n", "1", "enter", "p", "2")
    assert kept.saved == []
    assert hall.taken == ["begin next", "prepare m2"]


async def test_a_group_that_never_met_is_asked_for_its_first_meeting() -> None:
    hall = Hall()
    async with on_stage(a_page(Kept(a_group()), hall)) as (app, _pilot):
        await press(app, "enter", "1")
        await press(app, "enter", "2")
    assert hall.taken == ["begin first", "begin next"]


async def test_an_export_says_where_it_is_and_what_cannot_be_written_says_why() -> None:
    async with on_stage(a_page(Kept(a_year()))) as (app, pilot):
        await press(app, "e")
        assert "De groep staat nu ook als Markdown in /tmp/groep.md" in await seen(pilot)
        await press(app, "a")
        assert "Er is niets geschreven. De schijf is vol." in await seen(pilot)


async def test_an_earlier_meeting_is_read_from_the_page() -> None:
    hall = Hall()
    async with on_stage(a_page(Kept(a_year()), hall)) as (app, _pilot):
        await press(app, "6", "enter", "2", "q")
    assert hall.taken == ["read 2026-03-03-1930", "back"]


def test_the_next_meeting_is_understood_or_refused_in_words() -> None:
    assert next_of("", "", "", TODAY) is None
    assert next_of("12 januari om 19:30", "", " De  Kazerne", TODAY) == NextMeeting(
        day=date(2027, 1, 12), at=time(19, 30), place="De Kazerne"
    )
    for when, minutes in (("ooit", ""), ("12-1-2020", ""), ("12 januari", "nul"), ("12 januari", "0")):
        with pytest.raises(Refused):
            next_of(when, minutes, "", TODAY)


async def test_a_disk_that_refuses_is_said_and_the_group_stays_as_it_was() -> None:
    screen = a_page(Full(a_year()))
    async with on_stage(screen) as (app, pilot):
        await press(app, "n", *" Zuid", "enter")
        assert "Niet opgeslagen. De schijf is vol." in await seen(pilot)
        assert screen.group == a_year()
