"""Time on the step screen: the clock, its warnings, pause and more, and a press that counts once."""

import re

import pytest
from textual.geometry import Region
from textual.widget import Widget

from intervisie_tui.archive.settings import Settings
from intervisie_tui.meeting.clock import left
from tests.builders import Clock, begin, stand, whose
from tests.tui.desk import Desk, at_desk

MINUTE = 60_000


def rest(desk: Desk) -> int:
    """Milliseconds that the step still has."""
    return left(desk.value, desk.clock.now)


async def word(desk: Desk) -> str:
    """What stands above the figures."""
    page = await desk.reads()
    return next(
        word
        for word in ("nog voor deze stap", "BIJNA TIJD", "LAATSTE MINUUT", "OVER TIJD", "klok staat stil")
        if word in page
    )


async def frame(desk: Desk) -> str:
    """On which sides the clock has a bar."""
    head = (await desk.sees()).split("─")[0]
    return "".join(side for side, bar in (("left", "▌"), ("right", "▐")) if bar in head.split("\n")[0])


async def test_the_bell_sounds_once_at_two_minutes_and_once_at_the_end(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        rung = {}
        for second in range(1, 400):
            clock.wait(seconds=1)
            desk.screen.second()
            if desk.bells:
                rung[second] = desk.bells
                desk.bells = 0
        assert rung == {180: 1, 300: 1}


async def test_the_clock_changes_in_word_and_in_shape(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        seen = [(await word(desk), await frame(desk))]
        for seconds in (180, 60, 60):
            await desk.second(seconds)
            seen.append((await word(desk), await frame(desk)))
        assert seen == [
            ("nog voor deze stap", ""),
            ("BIJNA TIJD", "right"),
            ("LAATSTE MINUUT", "leftright"),
            ("OVER TIJD", "leftright"),
        ]


async def test_a_warning_is_told_in_words_too(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.second(180)
        assert "Nog 2 minuten voor deze stap." in await desk.reads()
        await desk.second(120)
        assert "De tijd voor deze stap is om." in await desk.reads()


async def test_nothing_goes_on_by_itself_when_time_is_over(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    async with at_desk(meeting, clock) as desk:
        for _minute in range(30):
            await desk.second(60)
        assert desk.value.place == meeting.place
        assert "25 minuten achter" in await desk.reads()


async def test_without_the_bell_the_warning_is_silent(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock, settings=Settings(bell=False)) as desk:
        await desk.second(180)
        assert desk.bells == 0
        assert "Nog 2 minuten voor deze stap." in await desk.reads()


async def test_own_warnings_take_the_place_of_the_usual(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock, settings=Settings(warn_seconds=(45,))) as desk:
        await desk.second(254)
        assert desk.bells == 0
        await desk.second(1)
        assert desk.bells == 1
        assert "Nog 45 seconden voor deze stap." in await desk.reads()


async def test_a_step_that_gets_more_time_warns_again(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.second(300)
        assert desk.bells == 1
        await desk.act("plus")
        await desk.second(30)
        assert desk.bells == 1
        await desk.second(30)
        assert desk.bells == 2


async def test_how_long_there_still_is_is_not_said_until_it_is_untrue(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.second(180)
        assert "Nog 2 minuten voor deze stap." in await desk.reads()
        await desk.second(46)
        assert "Nog 2 minuten voor deze stap." not in await desk.reads()
        await desk.second(74)
        await desk.second(60)
        assert "De tijd voor deze stap is om." in await desk.reads()


async def test_a_warning_goes_with_the_value_that_is_undone(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.second(200)
        await desk.act("minus")
        await desk.act("minus")
        await desk.second(1)
        assert "De tijd voor deze stap is om." in await desk.reads()
        await desk.act("u")
        assert "De tijd voor deze stap is om." not in await desk.reads()


async def test_the_warning_comes_through_a_dialog_and_while_a_person_types(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.type("Half ge")
        await desk.second(180)
        await desk.type("typt")
        assert desk.texts[0] == "Half getypt"
        await desk.act("z")
        await desk.second(120)
        assert desk.bells == 2


async def test_the_clock_stands_still_on_request_and_says_so(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.act("space")
        left_over = rest(desk)
        await desk.second(400)
        assert (rest(desk), desk.bells, await word(desk)) == (left_over, 0, "klok staat stil")
        await desk.press("space")
        await desk.second(10)
        assert rest(desk) == left_over - 10_000
        assert await word(desk) == "nog voor deze stap"


async def test_while_the_clock_stands_still_nothing_on_the_screen_changes(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.second(61)
        await desk.act("space")
        page = await desk.reads()
        for _ in range(10):
            await desk.second(5)
        assert "einde rond" not in page
        assert re.search(r"nog \d+ minuten te gaan", page)
        assert await desk.reads() == page


async def test_a_second_that_passes_lays_nothing_out_anew(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.second()
        asked: list[Widget] = []
        real = Widget.refresh

        def refresh(widget: Widget, *regions: Region, layout: bool = False, **how: bool) -> Widget:
            asked.extend([widget] * layout)
            return real(widget, *regions, layout=layout, **how)

        monkeypatch.setattr(Widget, "refresh", refresh)
        for _ in range(20):
            await desk.second()
            await desk.pilot.pause()
        assert asked == []


async def test_more_less_and_the_whole_time_again(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.act("plus")
        plan = [desk.value.part.plan[0].seconds]
        await desk.press("minus", "minus")
        plan.append(desk.value.part.plan[0].seconds)
        assert plan == [360, 240]
        await desk.press("minus", "minus", "minus", "minus")
        assert "Korter dan een minuut kan een stap niet zijn." in await desk.reads()
        await desk.second(200)
        assert rest(desk) < 0
        await desk.press("h")
        assert rest(desk) == MINUTE


async def test_a_bounced_page_down_after_a_step_change_does_nothing(clock: Clock) -> None:
    async with at_desk(stand(begin("balint-5", clock), clock, "reflectie"), clock) as desk:
        for _turn in range(3):
            await desk.press("pagedown")
        await desk.press("pagedown", "pagedown")  # the last turn: it says what is missing, then the next step begins
        assert (desk.value.step.id, whose(desk.value)) == ("advisering", (2,))
        clock.wait(ms=100)
        await desk.at_once("pagedown")
        clock.wait(ms=299)
        await desk.at_once("pagedown")
        assert whose(desk.value) == (2,)
        clock.wait(ms=1)
        await desk.at_once("pagedown")
        assert whose(desk.value) == (3,)


async def test_a_bounce_does_not_answer_what_is_said_to_be_missing(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.press("pagedown")
        clock.wait(ms=150)
        await desk.at_once("pagedown")
        assert desk.value.place.activity == 0
        clock.wait(ms=300)
        await desk.at_once("pagedown")
        assert desk.value.place.activity == 1


@pytest.mark.parametrize("between", ["a", "enter", "tab", "pageup"])
async def test_a_press_with_another_key_in_between_is_no_bounce(clock: Clock, between: str) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.press("pagedown", "pagedown")
        assert desk.value.place.activity == 1
        await desk.at_once(between, "pagedown")
        assert (desk.value.place.activity, whose(desk.value)) != (1, (2,))


async def test_saving_is_told_in_words_and_trouble_goes_away_again(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock, (60, 20)) as desk:
        room = desk.screen.room
        room.saved = "opgeslagen"
        desk.screen.show_room()
        assert "opgeslagen" in await desk.reads()
        room.saved, room.trouble = "niet opgeslagen: De schijf is vol. Maak ruimte vrij, dan gaat het vanzelf.", True
        desk.screen.show_room()
        page = await desk.reads()
        assert "niet opgeslagen: De schijf is vol. Maak ruimte vrij, dan gaat het vanzelf." in page
        assert "PgDn verder" in page
        await desk.press("pagedown")
        assert "Nog eens PgDn gaat verder." in await desk.reads()
        room.saved, room.trouble = "opgeslagen", False
        desk.screen.show_room()
        assert "schijf" not in await desk.reads()
