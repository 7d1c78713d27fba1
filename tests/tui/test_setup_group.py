"""The set-up with a group, by keys."""

from msgspec.structs import replace

from intervisie_tui.archive.groups import ListedGroup
from intervisie_tui.group.model import Group
from intervisie_tui.meeting.gathering import Gathering, what_is_wrong
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.tui.screens.setup import Groups, SetupScreen
from tests.builders import Clock
from tests.group.groups import NAMES, a_group
from tests.tui.a_year import a_year
from tests.tui.stage import Stage, on_stage, press, seen

CATALOGUE = load((builtin_folder(),), "nl")
MADE: list[tuple[str, tuple[str, ...]]] = []


def make(name: str, names: tuple[str, ...]) -> Group:
    MADE.append((name, names))
    return replace(a_group(), name=name)


def a_set_up(group: Group | None = None, *, first: bool = False) -> SetupScreen:
    groups = Groups(
        found=lambda: [ListedGroup(id="2026-03-01-1000", name="Dinsdaggroep", members=5)],
        read=lambda _id: a_year(),
        make=make,
    )
    return SetupScreen(CATALOGUE, "nl", lambda: Clock().now, {}, groups=groups, group=group, first=first)


def result(app: Stage) -> Gathering:
    assert isinstance(app.result, Gathering)
    assert what_is_wrong(app.result) == ""
    return app.result


async def test_with_a_group_the_page_down_key_is_enough() -> None:
    async with on_stage(a_set_up(a_year())) as (app, _pilot):
        await press(app, *["pagedown"] * 4)
    gathering = result(app)
    assert gathering.group_name == "Dinsdaggroep"
    assert [part.method.script for part in gathering.parts] == ["opening", "look_back", "case", "closing"]


async def test_each_person_is_one_key_and_the_roles_follow() -> None:
    async with on_stage(a_set_up(a_year())) as (app, pilot):
        await press(app, "pagedown", "a", "m", "a", "l")
        page = await seen(pilot)
        assert "2 Bram  afgemeld" in page
        assert "4 Dina  komt later" in page
        await press(app, "n", *"Gerda", "enter", "pagedown", "pagedown", "pagedown")
        assert "Bram" not in await seen(pilot)
    assert [one.presence for one in result(app).people] == ["present", "excused", "present", "absent", "present"]


async def test_a_group_is_chosen_in_the_set_up_and_left_again() -> None:
    async with on_stage(a_set_up()) as (app, pilot):
        await press(app, "g", "1")
        assert "Een bijeenkomst van Dinsdaggroep" in await seen(pilot)
        await press(app, "g", "2", "pagedown")
        assert "Eén per regel" in await seen(pilot)


async def test_choosing_together_and_an_agreed_end_by_keys() -> None:
    async with on_stage(a_set_up(a_year())) as (app, pilot):
        await press(app, "pagedown", "pagedown", "k", "pagedown", "e", *"20.00", "enter")
        assert "Afgesproken tot 20:00. Dit plan duurt" in await seen(pilot)
        await press(app, "pagedown")
    assert "choosing" in [part.method.script for part in result(app).parts]
    assert result(app).agreed == 30  # from half past seven


async def test_a_first_meeting_is_who_roles_and_time() -> None:
    async with on_stage(a_set_up(a_group(), first=True)) as (app, pilot):
        assert "De eerste bijeenkomst van Dinsdaggroep" in await seen(pilot)
        await press(app, "pagedown", "i", "pagedown", "pagedown")
    assert [part.method.script for part in result(app).parts] == ["first_meeting", "closing"]


async def test_typed_names_become_a_group_and_the_chosen_roles_stay() -> None:
    MADE.clear()
    async with on_stage(a_set_up()) as (app, _pilot):
        await press(app, "enter", *",".join(NAMES), "pagedown", "3", "i", "v", *"Trio", "enter", "pagedown", "pagedown")
    assert MADE == [("Trio", NAMES)]
    gathering = result(app)
    case = next(part for part in gathering.parts if part.method.script == "case")
    assert gathering.people[case.presenter or 0].name == "Cas"
    assert gathering.people[0].member == "m1"
