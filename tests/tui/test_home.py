"""Home: what there is to choose, and that nothing of a case stands on it."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from intervisie_tui import locale
from intervisie_tui.archive.listed import Listed
from intervisie_tui.tui import themes
from intervisie_tui.tui.acts import clashes
from intervisie_tui.tui.dialogs import Pick, Read
from intervisie_tui.tui.screens.home import ACTS, HomeScreen
from intervisie_tui.tui.screens.home_rows import MOST_ON_HOME, rows
from intervisie_tui.tui.widgets.listing import Listing
from tests.tui.stage import on_stage, seen

HERE = timezone(timedelta(hours=1))
HALF_WAY = Listed(
    id="2026-11-22-140533",
    started=datetime(2026, 11, 22, 14, 5, tzinfo=HERE),
    method="Balint-methode",
    variant="5 stappen",
    step="Probleemverkenning",
    left=12 * 60_000,
)
BROKEN = Listed(id="2026-11-01-090000", fault="regel 3: gevonden [/x], verwacht een tekst")


def listed(day: int, **more: object) -> Listed:
    """A meeting of the eight steps on this day of May; ended, unless `ended` is None."""
    start = datetime(2026, 5, day, 19, 30, tzinfo=HERE)
    usual = Listed(
        id=f"2026-05-{day:02}-1930", started=start, ended=start, method="Balint-methode", variant="8 stappen"
    )
    return replace(usual, **more)


class Doors:
    """The callables of a Home screen, and which of them were called."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def home(
        self,
        found: Sequence[Listed] = (),
        notices: Sequence[str] = (),
        own_keys: dict[str, str] | None = None,
        groups: int = 0,
        practised: Sequence[Listed] = (),
        *,
        known: Sequence[Listed] | None = None,
    ) -> HomeScreen:
        return HomeScreen(
            meetings=lambda: list(found),
            remembered=lambda: None if known is None else list(known),
            notices=notices,
            own_keys=own_keys or {},
            group_count=lambda: groups,
            begin=lambda: self.taken.append("begin"),
            groups=lambda: self.taken.append("groups"),
            go_on=lambda meeting: self.taken.append(f"go on {meeting}"),
            read=lambda meeting: self.taken.append(f"read {meeting}"),
            practice=lambda: self.taken.append("practice"),
            practised=lambda: list(practised),
            practise_on=lambda meeting: self.taken.append(f"practise on {meeting}"),
            leave=lambda: self.taken.append("leave"),
        )


@pytest.fixture
def doors() -> Doors:
    return Doors()


async def test_of_a_large_archive_what_was_known_is_there_first_and_then_what_is_so_now(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intervisie_tui.tui.screens.home._LOOK_AFTER", 0.001)
    home = doors.home([BROKEN, HALF_WAY], known=[HALF_WAY])
    async with on_stage(home) as (_app, pilot):
        listing = home.query_one(Listing)
        assert listing.chosen == f"unfinished {HALF_WAY.id}"
        for _turn in range(500):
            await pilot.pause()
            if len(home._found) == 2:
                break
        assert home._found == (BROKEN, HALF_WAY)
        assert listing.chosen == f"unfinished {HALF_WAY.id}"


async def test_looking_at_the_archive_leaves_the_choice_where_it_was(doors: Doors) -> None:
    home = doors.home([BROKEN, HALF_WAY], known=[HALF_WAY])
    async with on_stage(home) as (_app, pilot):
        await pilot.press("up")
        assert home.query_one(Listing).chosen == "begin"
        home._look()
        assert len(home._found) == 2
        assert home.query_one(Listing).chosen == "begin"


async def test_the_first_time_it_says_what_will_happen(doors: Doors) -> None:
    async with on_stage(doors.home()) as (_app, pilot):
        page = await seen(pilot)
    assert "Samen verder met één vraag uit het werk." in page
    assert "Je kiest een methode, typt de namen en kiest wie inbrengt. Meer niet." in page
    assert "Wat jullie schrijven blijft op deze computer, alleen voor jou te lezen." in page
    for absent in ("Ga verder", "Eerdere", "Verslagen", "meldingen"):
        assert absent not in page


@pytest.mark.parametrize("found", [(), (listed(3),), (BROKEN,), (listed(9), listed(2, ended=None))])
async def test_enter_begins_where_the_last_meeting_was_not_interrupted(doors: Doors, found: tuple[Listed, ...]) -> None:
    async with on_stage(doors.home(found)) as (_app, pilot):
        await pilot.press("enter")
    assert doors.taken == ["begin"]


async def test_enter_goes_on_with_the_newest_that_was_interrupted(doors: Doors) -> None:
    async with on_stage(doors.home([BROKEN, HALF_WAY, listed(4), listed(2, ended=None)])) as (_app, pilot):
        await pilot.press("enter")
    assert doors.taken == ["go on 2026-11-22-140533"]


async def test_an_interrupted_meeting_says_when_it_was_and_how_far_it_got(doors: Doors) -> None:
    async with on_stage(doors.home([HALF_WAY])) as (_app, pilot):
        page = " ".join((await seen(pilot)).split())
        await pilot.press("enter")
    assert "Ga verder 22 november 2026 14:05 · nog 12 minuten Balint-methode, 5 stappen, bij Probleemverkenning" in page
    assert "Je kiest een methode" not in page
    assert doors.taken == ["go on 2026-11-22-140533"]


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (60_001, "nog 2 minuten"),
        (60_000, "nog 1 minuut"),
        (1, "nog 1 minuut"),
        (0, "de tijd is om"),
        (-1, "1 minuut over tijd"),
        (-120_000, "2 minuten over tijd"),
    ],
)
def test_what_is_left_is_told_in_whole_minutes(left: int, words: str) -> None:
    row = rows([listed(1, ended=None, left=left)])[1]
    assert f" · {words}\n" in row.content.plain


async def test_the_page_keys_move_as_well_and_stop_at_the_ends(doors: Doors) -> None:
    async with on_stage(doors.home([HALF_WAY])) as (_app, pilot):
        await pilot.press("pageup", "enter", "pagedown", "enter", *["pagedown"] * 5, "enter")
        await pilot.press("pageup", "enter")
    assert doors.taken == ["begin", "go on 2026-11-22-140533", "leave", "practice"]


async def test_groups_are_counted_and_their_names_are_not_shown(doors: Doors) -> None:
    async with on_stage(doors.home(groups=3)) as (_app, pilot):
        assert "3 groepen: afspraken, en wie aan de beurt is" in await seen(pilot)
        await pilot.press("down", "enter")
    assert doors.taken == ["groups"]


async def test_practising_is_a_row_and_so_is_the_run_that_was_left(doors: Doors) -> None:
    left = [listed(2, ended=None, step="Reflectie"), listed(1, ended=None)]
    async with on_stage(doors.home([listed(3)], practised=left)) as (_app, pilot):
        page = await seen(pilot)
        assert page.count("Ga verder") == 1
        assert "de oefening van 2 mei 2026 19:30, bij Reflectie" in page
        await pilot.press("down", "down", "down", "enter", "down", "enter")
    assert doors.taken == ["practice", "practise on 2026-05-02-1930"]


async def test_of_many_interrupted_meetings_the_older_ones_are_one_row(doors: Doors) -> None:
    many = [listed(day, ended=None) for day in range(28, 18, -1)]
    async with on_stage(doors.home(many)) as (app, pilot):
        page = await seen(pilot)
        assert page.count("Ga verder") == MOST_ON_HOME
        assert "nog 6 bijeenkomsten die niet af zijn" in page
        await pilot.press(*["down"] * MOST_ON_HOME, "enter")
        assert isinstance(app.screen, Pick)
        assert "24 mei 2026" in await seen(pilot)
        await pilot.press("enter")
    assert doors.taken == ["go on 2026-05-24-1930"]


async def test_a_file_that_cannot_be_read_tells_why_and_opens_nothing(doors: Doors) -> None:
    async with on_stage(doors.home([HALF_WAY, BROKEN])) as (app, pilot):
        assert "Onleesbaar" in await seen(pilot)
        await pilot.press("down", "enter")
        assert isinstance(app.screen, Read)
        page = await seen(pilot)
        assert "gevonden [/x], verwacht een tekst" in page
        assert "Het bestand blijft staan zoals het is" in page
        await pilot.press("enter", "up", "enter")
    assert doors.taken == ["go on 2026-11-22-140533"]


async def test_ended_meetings_are_read_from_a_list(doors: Doors) -> None:
    async with on_stage(doors.home([listed(9), listed(2), listed(1)])) as (app, pilot):
        assert "3 bijeenkomsten om terug te lezen" in await seen(pilot)
        await pilot.press("down", "enter")
        assert isinstance(app.screen, Pick)
        await pilot.press("2")
    assert doors.taken == ["read 2026-05-02-1930"]


async def test_leaving_a_list_changes_nothing(doors: Doors) -> None:
    async with on_stage(doors.home([listed(9)])) as (app, pilot):
        await pilot.press("down", "enter", "tab")
        assert app.screen is app.shown
        await pilot.press("q")
    assert doors.taken == ["leave"]


async def test_notices_are_one_line_and_read_in_full_on_request(doors: Doors) -> None:
    notices = ["/home/a/methods/x.toml:3: minutes: gevonden 0, verwacht 1 of meer", "Toetsen: [/x] staat voor a en b."]
    async with on_stage(doors.home(notices=notices)) as (app, pilot):
        page = await seen(pilot)
        assert "2 meldingen over je eigen bestanden. m leest ze." in page
        assert "x.toml" not in page
        await pilot.press("m")
        assert isinstance(app.screen, Read)
        page = await seen(pilot)
        assert "x.toml:3" in page
        assert "[/x] staat voor a" in page
        await pilot.press("enter", "enter")
    assert doors.taken == ["begin"]


async def test_one_notice_is_told_as_one(doors: Doors) -> None:
    async with on_stage(doors.home(notices=["iets"])) as (_app, pilot):
        assert "1 melding over je eigen bestanden. m leest hem." in await seen(pilot)


async def test_a_key_of_ones_own_is_the_one_that_is_named(doors: Doors) -> None:
    async with on_stage(doors.home(notices=["iets"], own_keys={"notices": "x"})) as (app, pilot):
        assert "x leest hem" in await seen(pilot)
        await pilot.press("m")
        assert app.screen is app.shown
        await pilot.press("x")
        assert isinstance(app.screen, Read)


async def test_the_keys_are_under_the_question_mark(doors: Doors) -> None:
    async with on_stage(doors.home()) as (app, pilot):
        await pilot.press("?")
        assert isinstance(app.screen, Read)
        page = await seen(pilot)
        assert "Het programma sluiten" in page
        assert page.index("Nu niet") < page.index("Lezen wat er mis is")


async def test_the_colours_change_by_a_key(doors: Doors) -> None:
    async with on_stage(doors.home()) as (app, pilot):
        await pilot.press("t")
        assert app.theme == themes.LIGHT


async def test_hostile_words_of_a_file_are_shown_as_they_are(doors: Doors) -> None:
    odd = Listed(
        id="2026-01-01-100000", started=HALF_WAY.started, method="[/x][bold]", variant="v" * 2000, step="[@click=quit]a"
    )
    async with on_stage(doors.home([odd])) as (_app, pilot):
        page = await seen(pilot)
        assert "[/x][bold]" in page
        assert "[@click=quit]a" in page
        await pilot.press("enter")
    assert doors.taken == ["go on 2026-01-01-100000"]


async def test_a_window_that_is_too_small_says_so_and_comes_back_with_its_keys(doors: Doors) -> None:
    async with on_stage(doors.home([HALF_WAY])) as (_app, pilot):
        await pilot.press("down", "up")
        await pilot.resize_terminal(50, 10)
        page = await seen(pilot)
        assert "te klein" in page
        assert "Ga verder" not in page
        await pilot.resize_terminal(80, 24)
        assert "▸ Ga verder" in await seen(pilot)
        await pilot.press("enter")
    assert doors.taken == ["go on 2026-11-22-140533"]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 45)])
async def test_a_full_home_keeps_its_last_row_in_reach(doors: Doors, size: tuple[int, int]) -> None:
    full = [listed(day, ended=None) for day in range(28, 18, -1)] + [BROKEN, listed(3)]
    async with on_stage(doors.home(full, ["iets"]), size) as (app, pilot):
        assert "1 melding" in await seen(pilot)
        assert len(app.screen.query_one(Listing)._rows) == MOST_ON_HOME + 6
        await pilot.press("end")
        assert "▸ Stoppen" in await seen(pilot)
        await pilot.press("enter")
    assert doors.taken == ["leave"]


async def test_it_speaks_english_on_request(doors: Doors) -> None:
    locale.use("en")
    async with on_stage(doors.home([HALF_WAY])) as (_app, pilot):
        page = await seen(pilot)
    assert "22 November 2026 14:05" in page
    assert "Continue" in page


def test_no_two_acts_share_a_key() -> None:
    keys = [key for act in ACTS for key in act.keys]
    assert len(keys) == len(set(keys))
    assert clashes({}, ACTS) == []
