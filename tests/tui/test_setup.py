"""The set-up by keys: four pages, nothing lost on the way back, and a meeting that can begin."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.events import Paste
from textual.pilot import Pilot

from intervisie_tui.meeting.starting import Setup, what_is_wrong
from intervisie_tui.method.catalogue import Catalogue, Entry
from intervisie_tui.method.model import Method
from intervisie_tui.tui.dialogs import Pick, Read
from intervisie_tui.tui.heading import wall_time
from intervisie_tui.tui.screens.setup import SetupScreen
from intervisie_tui.tui.screens.setup_acts import ACTS
from intervisie_tui.tui.screens.setup_choices import with_more
from intervisie_tui.tui.screens.setup_names import NamesField
from tests.builders import Clock, method
from tests.tui.stage import NOTHING_YET, Stage, on_stage, press, seen

GROUP = "Inez, Anna, Bram\nCas; Dina\nGerda"
SIX = ("Inez", "Anna", "Bram", "Cas", "Dina", "Gerda")


def entry(method: Method, replaced: bool = False) -> Entry:
    return Entry(method=method, path=Path("x.toml"), replaced=replaced)


def catalogue(*methods: Method) -> Catalogue:
    """Both methods and the closing that come with the program, unless others are given."""
    chosen = methods or (method("balint-5"), method("balint-8"))
    return Catalogue(methods=tuple(map(entry, chosen)), scripts=(entry(method("afsluiting")),))


def until(minutes: int) -> str:
    """The time by the clock on the wall so long after the set-up began, as it is said."""
    return "tot " + wall_time(Clock().now.stamp + timedelta(minutes=minutes))


class Desk:
    """Somebody at the keys of the set-up."""

    def __init__(self, app: Stage, pilot: Pilot[int], clock: Clock) -> None:
        self.app, self.pilot, self.clock = app, pilot, clock

    async def press(self, *keys: str) -> str:
        """Press these keys, and see what that gives."""
        await press(self.app, *keys)
        return await self.seen()

    async def seen(self) -> str:
        return await seen(self.pilot)

    async def flat(self) -> str:
        """What stands on the screen, in one line."""
        return " ".join((await self.seen()).replace("▌", " ").replace("│", " ").split())

    async def paste(self, text: str) -> str:
        self.app.post_message(Paste(text))
        await self.pilot.pause()
        return await self.seen()

    async def with_names(self, names: str = GROUP) -> str:
        """At the roles, with these names."""
        await self.press("enter")
        await self.paste(names)
        return await self.press("pagedown")

    @property
    def screen(self) -> SetupScreen:
        assert isinstance(self.app.shown, SetupScreen)
        return self.app.shown

    @property
    def page(self) -> str:
        return str(self.screen.page.id)

    @property
    def setup(self) -> Setup:
        """What the screen has been dismissed with."""
        assert isinstance(self.app.result, Setup)
        assert what_is_wrong(self.app.result) == ""
        return self.app.result

    def named(self, *who: int | None) -> tuple[str, ...]:
        return tuple("" if one is None else self.setup.names[one] for one in who)

    @property
    def pairs(self) -> set[frozenset[str]]:
        return {frozenset(self.named(*pair)) for pair in self.setup.pairs}


@asynccontextmanager
async def desk(
    size: tuple[int, int] = (80, 24), methods: Catalogue | None = None, own_keys: dict[str, str] | None = None
) -> AsyncIterator[Desk]:
    """The set-up on a screen of this size, at half past seven in the evening."""
    clock = Clock()
    screen = SetupScreen(methods or catalogue(), "nl", lambda: clock.now, own_keys or {})
    async with on_stage(screen, size) as (app, pilot):
        yield Desk(app, pilot, clock)


async def test_the_shortest_way_is_a_method_names_and_an_inbrenger() -> None:
    async with desk() as at:
        await at.press("enter", *"Inez, Anna", "enter", *"Bram", "pagedown", "i", "pagedown", "pagedown")
        assert at.setup == Setup(method=method("balint-5"), names=("Inez", "Anna", "Bram"), presenter=0)


async def test_it_can_be_done_with_the_page_keys_enter_and_typed_text() -> None:
    async with desk() as at:
        await at.press("2", "pagedown", *"Inez,Anna,Bram", "pagedown", "3", "enter", "2", "enter", "pagedown", "enter")
        assert at.setup.method.id == "balint-8"
        assert at.named(at.setup.presenter) == ("Anna",)


# The method.


async def test_a_method_is_shown_before_it_is_chosen() -> None:
    async with desk() as at:
        page = await at.flat()
        for part in ("beginners", "4–8 mensen", "Een collega brengt een werkprobleem in", "2 Probleemverkenning"):
            assert part in page
        assert "15 min" in page
        assert f"Samen 45 minuten en 10 om af te sluiten, {until(55)}." in page
        await at.press("down")
        page = await at.flat()
        assert "ervaren groep · 4–8 mensen · bron: 60–90 min" in page
        assert "Complexer dan de meeste vormen" in page
        assert f"Samen 70 minuten en 10 om af te sluiten, {until(80)}." in page


async def test_the_end_by_the_clock_moves_with_the_clock() -> None:
    async with desk() as at:
        at.clock.wait(minutes=7)
        at.screen.show_choices()
        assert f"{until(62)}" in await at.seen()


async def test_a_method_of_ones_own_says_what_it_replaces() -> None:
    own = Catalogue(methods=(entry(method("balint-5")), entry(method("third"), replaced=True)))
    async with desk(methods=own) as at:
        assert "Jullie eigen versie, die de meegeleverde vervangt." not in await at.seen()
        await at.press("down")
        page = await at.flat()
        assert "Jullie eigen versie, die de meegeleverde vervangt." in page
        assert f"Samen 21 minuten, {until(21)}." in page


async def test_the_whole_method_can_be_read() -> None:
    async with desk() as at:
        page = await at.press("2", "l")
        assert isinstance(at.app.screen, Read)
        assert "Balint-methode · 8 stappen" in page
        await at.press("enter")
        assert at.page == "method"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 45)])
async def test_however_small_the_screen_the_steps_and_the_time_are_there(size: tuple[int, int]) -> None:
    async with desk(size) as at:
        await at.press("down")
        page = await at.flat()
        assert "1 Vraagstelling" in page
        assert "8 Inzichten intervisi" in page
        assert f"{until(80)}." in page
        assert ("vormen: voor een groep met ervaring." in page) == (size != (60, 20))
        assert ("De inbrenger ziet de casus door de ogen van anderen." in page) == (size == (140, 45))


async def test_a_method_with_very_many_steps_still_shows_its_time() -> None:
    long = method("third")
    steps = tuple(replace(long.steps[0], id=f"s{i}", title=f"Stap [/x] {i} " + "z" * 300) for i in range(40))
    async with desk((60, 20), catalogue(replace(long, steps=steps, summary="lang " * 300))) as at:
        page = await at.flat()
        assert "Stap [/x] 0" in page
        assert "en nog 30 stappen" in page
        assert "Samen 120 minuten" in page
        await at.press("enter", *"A,B", "pagedown", "i", "pagedown", "end", "+")
        assert "▸ 40 Stap [/x] 39" in await at.flat()


# The names.


async def test_names_are_shown_as_they_are_understood_while_they_are_typed() -> None:
    async with desk() as at:
        assert "Nog niemand." in await at.press("enter")
        assert "1 naam" in await at.press(*"Anna")
        page = await at.press(*", anna", "enter", *"Bram;Cas")
        assert "4 namen" in page
        assert " 2 anna (2)" in page
        assert " 4 Cas" in page


async def test_another_number_than_the_method_is_meant_for_is_a_hint_and_no_more() -> None:
    async with desk() as at:
        hint = "Deze methode is bedoeld voor 4 tot 8 mensen."
        await at.press("enter", *"A,B,C")
        assert hint in await at.flat()
        await at.press(*",D")
        assert hint not in await at.flat()
        await at.press(*",E,F,G,H,I")
        assert hint in await at.flat()
        await at.press("pagedown")
        assert at.page == "roles"


@pytest.mark.parametrize("typed", ["", "Anna", " , ;\n\n"])
async def test_without_two_names_there_is_no_meeting_and_that_is_said(typed: str) -> None:
    async with desk() as at:
        await at.press("enter")
        await at.paste(typed)
        assert "Er zijn minstens twee namen nodig." in await at.press("pagedown")
        assert at.page == "names"
        assert "minstens" not in await at.press("x")


async def test_a_pasted_list_of_something_else_is_refused_and_stays_to_be_corrected() -> None:
    async with desk() as at:
        await at.press("enter")
        page = await at.paste("\n".join(f"Naam {i}" for i in range(60)))
        assert "Meer dan 40 mensen kan niet." in page
        await at.press("pagedown")
        assert at.page == "names"
        page = await at.paste("x\n" * 20_000)
        assert "Meer dan 40 mensen kan niet." in page


async def test_forty_names_are_all_seen() -> None:
    async with desk() as at:
        page = await at.with_names("\n".join(f"N{i}" for i in range(1, 41)))
        assert at.page == "roles"
        page = await at.press("pageup")
        assert "40 N40" in page
        assert "nog" not in page


async def test_names_too_many_to_be_seen_are_counted() -> None:
    async with desk((60, 20)) as at:
        await at.with_names("\n".join(f"{i} Willem-Alexander" for i in range(1, 41)))
        assert "en nog" in await at.press("pageup")


async def test_hostile_names_are_only_names() -> None:
    hostile = ("[/x]", "[bold]Anna[/bold]", "\x1b[31mrood\x1b[0m", "\u202edrawkcab", "L" * 200, "😀 名前", "C:\\[red]")
    async with desk() as at:
        await at.with_names("\n".join(hostile))
        page = await at.press("i", "w", "down", "g", "down", "t")
        for part in ("[/x]", "[bold]Anna[/bold]", "[31mrood", "drawkcab", "😀"):
            assert part in page
        assert not {"\x1b", "\u202e"} & set(page)
        await at.press("pagedown", "pagedown")
        assert at.named(at.setup.presenter, at.setup.facilitator, at.setup.timekeeper)[0] == "[/x]"
        assert at.setup.names[4] == "L" * 40
        assert not {"\x1b", "\u202e"} & set("".join(at.setup.names))


async def test_a_list_made_for_the_command_line_names_the_inbrenger() -> None:
    async with desk() as at:
        await at.with_names("Anna\n* Inez\nBram\n*\n")
        await at.press("pagedown", "pagedown")
        assert at.setup.names == ("Anna", "Inez", "Bram")
        assert at.named(at.setup.presenter) == ("Inez",)


async def test_a_list_with_stars_as_bullets_names_nobody() -> None:
    async with desk() as at:
        page = await at.with_names("* Anna\n* Inez\n* Bram")
        assert "nog niemand" in page
        assert "*" not in page


async def test_tab_leaves_the_field_for_the_other_keys_and_comes_back() -> None:
    async with desk() as at:
        await at.press("enter", *"A?", "tab")
        page = await at.press("?")
        assert isinstance(at.app.screen, Read)
        assert page.index("Wisselen tussen typen") < page.index("Op andere bladzijden")
        await at.press("x", "tab", *"B")
        assert at.screen.query_one(NamesField).text == "A?B"


# The roles.


async def test_roles_are_given_with_a_key_and_taken_back_with_the_same() -> None:
    async with desk() as at:
        page = await at.with_names()
        assert "nog niemand" in page
        await at.press("i", "6", "g", "m", "3", "t")
        page = await at.flat()
        assert "Gerda, doet mee in de rondes" in page
        assert "3 Bram tijdbewaker" in page
        await at.press("t", "m")
        page = await at.flat()
        assert "Gerda, leidt alleen" in page
        assert "tijdbewaker" not in page.split("PgDn")[0]
        await at.press("6", "g", "pagedown", "pagedown")
        assert at.setup == Setup(method=method("balint-5"), names=SIX, presenter=0)


async def test_all_roles_arrive_in_the_meeting() -> None:
    async with desk() as at:
        await at.with_names()
        await at.press("2", "i", "6", "g", "m", "4", "t", "pagedown", "pagedown")
        assert at.named(at.setup.presenter, at.setup.facilitator, at.setup.timekeeper) == ("Anna", "Gerda", "Cas")
        assert at.setup.facilitator_joins


async def test_without_an_inbrenger_it_does_not_go_on_and_says_so() -> None:
    async with desk() as at:
        await at.with_names()
        assert "Kies wie de casus inbrengt." in await at.press("pagedown")
        assert at.page == "roles"


async def test_who_brings_the_case_cannot_lead() -> None:
    async with desk() as at:
        await at.with_names()
        assert "Wie inbrengt kan niet ook leiden." in await at.press("i", "g")
        await at.press("pagedown", "pagedown")
        assert at.setup.facilitator is None


async def test_who_led_and_now_brings_the_case_leads_no_longer_and_that_is_said() -> None:
    async with desk() as at:
        await at.with_names()
        assert "Inez brengt in, en leidt dus niet." in await at.press("g", "m", "i")
        await at.press("pagedown", "pagedown")
        assert at.setup.facilitator is None
        assert not at.setup.facilitator_joins


async def test_enter_a_second_time_says_what_comes_next() -> None:
    async with desk() as at:
        await at.with_names()
        assert "Inez brengt de casus in. Page Down gaat verder." in await at.press("enter", "enter")
        assert at.page == "roles"


async def test_taking_part_needs_someone_who_leads() -> None:
    async with desk() as at:
        await at.with_names()
        assert "Kies eerst wie leidt." in await at.press("m")


async def test_two_people_can_begin_when_the_one_who_leads_takes_part() -> None:
    async with desk() as at:
        await at.with_names("Inez, Gerda")
        assert "Er is niemand om vragen te stellen." in await at.press("i", "2", "g", "pagedown")
        assert at.page == "roles"
        await at.press("m", "pagedown", "pagedown")
        assert at.setup.facilitator_joins


# Pairs.


async def test_pairs_are_proposed_and_arrive_in_the_meeting() -> None:
    async with desk() as at:
        await at.with_names()
        await at.press("i", "6", "g", "w")
        page = await at.flat()
        assert "Anna en Bram" in page
        assert "2 Anna met Bram" in page
        await at.press("pagedown", "pagedown")
        assert at.setup.working == "pairs"
        assert at.pairs == {frozenset({"Anna", "Bram"}), frozenset({"Cas", "Dina"})}


async def test_one_key_brings_every_partner_along_and_the_others_find_each_other() -> None:
    async with desk() as at:
        await at.with_names()
        await at.press("i", "6", "g", "w", "2")
        found = [next(line for line in (await at.press("d")).splitlines() if "2 Anna" in line) for _ in range(3)]
        assert [line.split("met ")[1].split()[0] for line in found] == ["Cas", "Dina", "Bram"]
        await at.press("d", "pagedown", "pagedown")
        assert at.pairs == {frozenset({"Anna", "Cas"}), frozenset({"Bram", "Dina"})}


async def test_an_odd_number_makes_a_group_of_three() -> None:
    async with desk() as at:
        await at.with_names()
        await at.press("i", "w", "pagedown", "pagedown")
        assert at.pairs == {frozenset({"Anna", "Bram"}), frozenset({"Cas", "Dina", "Gerda"})}


async def test_someone_may_work_alone_among_pairs_and_join_again() -> None:
    async with desk() as at:
        await at.with_names()
        await at.press("i", "w", "2", "a")
        assert "2 Anna werkt alleen" in await at.flat()
        await at.press("pagedown", "pageup", "pagedown", "pagedown")
        assert at.pairs == {frozenset({"Anna"}), frozenset({"Bram", "Cas"}), frozenset({"Dina", "Gerda"})}


async def test_the_proposal_comes_back_with_a_key() -> None:
    async with desk() as at:
        await at.with_names()
        await at.press("i", "w", "2", "d", "3", "a", "h", "pagedown", "pagedown")
        assert at.pairs == {frozenset({"Anna", "Bram"}), frozenset({"Cas", "Dina", "Gerda"})}


async def test_who_brings_the_case_or_leads_is_in_no_pair() -> None:
    async with desk() as at:
        await at.with_names()
        assert "ander duo" not in await at.press("i")
        await at.press("w")
        for key in "da":
            assert "Inez zit in geen duo" in await at.press(key)
        assert "Inez zit in geen duo" not in await at.press("2", "d")


async def test_chosen_pairs_stay_when_somebody_else_brings_the_case() -> None:
    async with desk() as at:
        await at.with_names()
        await at.press("i", "6", "g", "w", "2", "d", "3", "i", "pagedown", "pagedown")
        assert at.pairs == {frozenset({"Anna", "Cas"}), frozenset({"Inez", "Dina"})}


async def test_a_method_without_pairs_says_so_and_starts_alone() -> None:
    async with desk() as at:
        await at.with_names()
        await at.press("i", "w", "pageup", "pageup", "2", "pagedown", "pagedown")
        assert "In deze methode werkt ieder alleen." in await at.press("w")
        await at.press("pagedown", "pagedown")
        assert at.setup.working == "alone"
        assert at.setup.pairs == ()


# The time.


async def to_the_time(at: Desk) -> str:
    await at.with_names()
    return await at.press("i", "pagedown")


async def test_minutes_more_and_less_move_the_end() -> None:
    async with desk() as at:
        assert f"{until(55)}" in await to_the_time(at)
        await at.press("+", "=", "2", "-")
        page = await at.flat()
        assert "7 min" in page
        assert "was 5" in page
        assert f"Samen 46 minuten en 10 om af te sluiten, {until(56)}." in page
        assert "De methode zelf duurt 45 minuten." in page
        await at.press("enter")
        assert at.setup.minutes == (7, 14, 5, 10, 10)


async def test_shorter_than_the_method_thinks_wise_is_said_and_allowed() -> None:
    async with desk() as at:
        await to_the_time(at)
        assert "krap" not in await at.press("-", "-")
        assert "Vraagintroductie: minder dan 3 minuten is krap." in await at.press("-")
        assert "1 Vraagintroductie 2 min ━━ minder dan 3 minuten is krap" in await at.flat()
        await at.press("pagedown")
        assert at.setup.minutes[0] == 2


async def test_a_step_stays_between_one_minute_and_four_hours() -> None:
    async with desk() as at:
        await to_the_time(at)
        assert "Een stap duurt van 1 tot 240 minuten." in await at.press(*"-----")
        assert "  1 min" in await at.seen()
        at.screen.choose(lambda choices: with_more(choices, 0, 238))
        assert "240 minuten" not in await at.press("+")
        assert "Een stap duurt van 1 tot 240 minuten." in await at.press("+")
        await at.press("pagedown")
        assert at.setup.minutes[0] == 240


async def test_the_minutes_of_the_method_come_back_with_a_key() -> None:
    async with desk() as at:
        await to_the_time(at)
        await at.press("+", "h", "pagedown")
        assert at.setup.minutes == ()


async def test_the_range_of_the_source_stands_beside_the_sum() -> None:
    async with desk() as at:
        await at.press("2")
        assert "De bron geeft 60 tot 90 minuten." in " ".join((await to_the_time(at)).split())


async def test_before_it_begins_it_says_in_a_line_who_does_what() -> None:
    async with desk() as at:
        await at.with_names()
        await at.press("i", "6", "g", "2", "t", "w", "pagedown")
        assert "Inez brengt in · Gerda leidt · Anna bewaakt de tijd · 6 namen · in duo’s" in await at.flat()


# Back and forth, and out.


async def test_nothing_is_lost_on_the_way_back_and_forth() -> None:
    async with desk() as at:
        await to_the_time(at)
        await at.press("pageup", "6", "g", "w", "2", "d", "pagedown", "+")
        assert at.page == "time"
        await at.press("pageup", "pageup", "pageup", "pagedown", "pagedown", "pagedown", "pagedown")
        assert at.named(at.setup.presenter, at.setup.facilitator) == ("Inez", "Gerda")
        assert frozenset({"Anna", "Cas"}) in at.pairs
        assert at.setup.minutes == (6, 15, 5, 10, 10)


async def test_the_minutes_of_each_method_are_kept_while_one_compares() -> None:
    async with desk() as at:
        await to_the_time(at)
        await at.press("+", "pageup", "pageup", "pageup", "2", "1", "2", "1", *["pagedown"] * 4)
        assert at.setup.minutes == (6, 15, 5, 10, 10)


async def test_a_corrected_name_keeps_its_role_and_its_partner() -> None:
    async with desk() as at:
        await at.with_names()
        await at.press("6", "i", "2", "g", "w", "pageup", *"x", "pagedown", "pagedown", "pagedown")
        assert at.named(at.setup.presenter, at.setup.facilitator) == ("Gerdax", "Anna")


async def test_a_name_put_before_the_others_takes_nobodys_role() -> None:
    async with desk() as at:
        await at.with_names("Anna\nBram\nCas\nDina\nEva")
        await at.press("i", "2", "t", "w", "pageup")
        for _ in range(4):
            await at.press("up")
        await at.press("home", *"Zoë", "enter", "pagedown", "pagedown", "pagedown")
        assert at.setup.names == ("Zoë", "Anna", "Bram", "Cas", "Dina", "Eva")
        assert at.named(at.setup.presenter, at.setup.timekeeper) == ("Anna", "Bram")
        assert sorted(who for pair in at.setup.pairs for who in pair) == [0, 2, 3, 4, 5]


async def test_whoever_is_taken_off_the_list_leaves_their_role_open() -> None:
    async with desk() as at:
        await at.with_names("Anna\nBram\nCas\nDina")
        await at.press("4", "i", "pageup", *["backspace"] * 5)
        assert "nog niemand" in await at.press("pagedown")
        assert "Kies wie de casus inbrengt." in await at.press("pagedown")


async def test_page_up_on_the_first_page_goes_home_when_there_is_nothing_to_lose() -> None:
    async with desk() as at:
        await at.press("down", "pageup")
        assert at.app.result is None


@pytest.mark.parametrize("out", ["pageup", "q"])
async def test_typed_names_are_not_thrown_away_without_a_question(out: str) -> None:
    async with desk() as at:
        await at.press("enter", *"Anna", "pageup", out)
        assert isinstance(at.app.screen, Pick)
        await at.press("enter", "pagedown")
        assert at.app.result is NOTHING_YET
        assert "1 naam" in await at.seen()
        await at.press("pageup", out, "2")
        assert at.app.result is None


async def test_page_down_twice_goes_no_further_than_two_pages() -> None:
    async with desk() as at:
        await at.press("pagedown", "pagedown")
        assert at.page == "names"


# The screen.


@pytest.mark.parametrize("pages", range(4))
async def test_a_window_too_small_says_so_and_all_is_there_when_it_grows(pages: int) -> None:
    async with desk() as at:
        steps: list[tuple[str, ...]] = [("enter",), (*GROUP.replace("\n", ","), "pagedown"), ("i", "pagedown")]
        for keys in steps[:pages]:
            await at.press(*keys)
        before = await at.seen()
        await at.pilot.resize_terminal(50, 10)
        assert "te klein" in await at.seen()
        await at.pilot.resize_terminal(80, 24)
        assert await at.seen() == before
        for keys in [*steps[pages:], ("pagedown",)]:
            await at.press(*keys)
        assert at.setup.names == SIX


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 45)])
async def test_every_page_has_its_message_and_its_keys_in_sight(size: tuple[int, int]) -> None:
    async with desk(size) as at:
        assert "? alle toetsen" in await at.seen()
        await at.press("enter")
        page = await at.press("pagedown")
        assert "Er zijn minstens twee namen nodig." in page
        assert "PgDn verder" in page
        await at.paste("\n".join(f"N{i}" for i in range(1, 41)))
        page = await at.press("pagedown", "w", "pagedown")
        assert "Kies wie de casus inbrengt." in page
        assert "? alle toetsen" in page
        page = await at.press("i", "pagedown", *"---")
        assert "minuten is krap." in page
        assert "PgDn beginnen" in page


async def test_ones_own_keys_hold_for_every_page() -> None:
    async with desk(own_keys={"on": "f5", "presenter": "x"}) as at:
        await at.press("f5", *GROUP.replace("\n", ","), "f5", "i", "pagedown")
        assert at.page == "roles"
        await at.press("x", "f5", "f5")
        assert at.setup.presenter == 0


@pytest.mark.parametrize(
    "keys",
    [
        [],
        ["enter"],
        ["enter", *"A,B,C", "pagedown", "i", "2", "g", "w"],
        ["enter", *"A,B", "pagedown", "i", "pagedown"],
    ],
)
async def test_no_two_acts_of_one_page_share_a_key(keys: list[str]) -> None:
    async with desk() as at:
        await at.press(*keys)
        able = [key for act in ACTS if act.why_not(at.screen) is not None for key in act.keys]
        assert len(able) == len(set(able))
