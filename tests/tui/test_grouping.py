"""The app from Home to a group and on: made, met for the first time, prepared in, and given free for others."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from intervisie_tui.archive.groups import create_group, list_groups, open_group, read_group
from intervisie_tui.archive.listing import listing
from intervisie_tui.archive.meetings import read_meeting
from intervisie_tui.archive.paths import groups_folder, meetings_folder
from intervisie_tui.archive.preparations import preparations
from intervisie_tui.archive.settings import Settings
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.tui.app import Given, IntervisieApp
from intervisie_tui.tui.screens.group_page import GroupScreen
from intervisie_tui.tui.screens.groups import GroupsScreen
from intervisie_tui.tui.screens.home import HomeScreen
from intervisie_tui.tui.screens.prepare import PrepareScreen
from tests.builders import Clock
from tests.group.groups import GROUP_ID, a_group
from tests.tui.stage import press, seen


@asynccontextmanager
async def the_app(prepare: str = "") -> AsyncIterator[tuple[IntervisieApp, Pilot[int]]]:
    given = Given("nl", Settings(), lambda: load((builtin_folder(),), "nl"), prepare=prepare)
    app = IntervisieApp(given, lambda: Clock().now)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield app, pilot


def is_free(group_id: str) -> bool:
    """Whether nobody has the group open."""
    with open_group(group_id) as opened:
        return opened.held_by is None


async def test_a_group_is_made_meets_for_the_first_time_and_is_free_for_what_the_meeting_adds() -> None:
    async with the_app() as (app, pilot):
        await press(app, "down", "enter", "n", *"Trio", "enter", *"Anna,Bram,Cas", "enter")
        assert isinstance(app.screen, GroupScreen)
        [one] = list_groups()
        assert (one.name, one.members) == ("Trio", 3)
        assert not is_free(one.id)
        await press(app, "enter", "1", "pagedown", "pagedown", "pagedown")
        assert is_free(one.id)
        for _turn in range(1_000):  # it is saved beside the screen
            if listing():
                break
            await pilot.pause()
        [meeting] = listing()
        first = read_meeting(meetings_folder() / f"{meeting.id}.toml")
        assert first.group == one.id
        assert [part.method.script for part in first.parts] == ["first_meeting", "closing"]


async def test_the_way_back_leads_from_the_page_to_the_list_and_home_and_the_group_is_free() -> None:
    create_group(a_group()).close()
    async with the_app() as (app, pilot):
        await press(app, "down", "enter", "enter")
        assert not is_free(GROUP_ID)
        await press(app, "enter", "2", "pageup")
        assert isinstance(app.screen, GroupScreen)
        await press(app, "q")
        assert isinstance(app.screen, GroupsScreen)
        assert is_free(GROUP_ID)
        await press(app, "q")
        assert isinstance(app.screen, HomeScreen)
        assert "1 groep" in await seen(pilot)


async def test_a_group_that_is_open_elsewhere_says_so_and_stays_as_it_is() -> None:
    elsewhere = create_group(a_group())
    async with the_app() as (app, pilot):
        await press(app, "down", "enter", "enter")
        assert "Deze groep staat al ergens open" in await seen(pilot)
        await press(app, "n")
        assert isinstance(app.screen, GroupScreen)
    elsewhere.close()
    assert read_group(GROUP_ID) == a_group()


async def test_a_damaged_group_stays_where_it_is_and_the_others_open() -> None:
    create_group(a_group()).close()
    broken = groups_folder() / "2026-01-01-1000.toml"
    broken.write_text("name = [")
    async with the_app() as (app, pilot):
        await press(app, "down", "enter")
        assert "Onleesbaar  2026-01-01-1000" in await seen(pilot)
        await press(app, "enter")
        assert isinstance(app.screen, GroupScreen)
    assert broken.read_text() == "name = ["


async def test_preparing_from_the_command_line_keeps_every_word_when_the_program_ends() -> None:
    create_group(a_group()).close()
    async with the_app(GROUP_ID) as (app, _pilot):
        await press(app, "2", "1", *"Mijn titel")
        assert isinstance(app.screen, PrepareScreen)
        app.before_leaving()
    [one] = preparations(GROUP_ID, "m2")
    assert one.title == "Mijn titel"


async def test_after_an_error_it_says_where_to_go_on() -> None:
    async with the_app() as (app, _pilot):
        first, way = app.sorry().split("\n")
    assert first == "Er ging iets mis en het programma is gestopt."
    assert way == "Start het opnieuw: een bijeenkomst die open was, staat op het eerste scherm bij ‘Ga verder’."
