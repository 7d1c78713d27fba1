"""The facilitator steps in: two keys, and the line to say is there."""

from intervisie_tui.meeting.model import Meeting
from tests.builders import Clock, begin, stand
from tests.tui.desk import at_desk


def asking(clock: Clock) -> Meeting:
    """In the round of questions."""
    return stand(begin("balint-5", clock), clock, "probleemverkenning")


async def test_two_keys_keep_it_with_its_time_and_show_the_line_with_the_name_in_it() -> None:
    clock = Clock()
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("g", "1")
        (kept,) = desk.value.part.interventions
        assert (kept.act, kept.step, kept.at) == ("terug-naar-de-vraag", 1, clock.stamp)
        assert "“Even terug naar waar Inez mee kwam. Wat is nu de vraag?”" in await desk.reads()
        await desk.press("x")
        assert desk.screen.is_current  # any key goes back, and does nothing else


async def test_it_works_while_somebody_is_typing_and_leaves_what_was_typed() -> None:
    clock = Clock()
    async with at_desk(asking(clock), clock) as desk:
        await desk.type("Half getypt", "ctrl+g", "2", "enter")
        assert [one.act for one in desk.value.part.interventions] == ["advies-parkeren"]
        assert desk.texts[0] == "Half getypt"
        assert desk.screen.in_field


async def test_a_figure_stands_for_the_same_in_every_step_and_what_fits_stands_first() -> None:
    clock = Clock()
    async with at_desk(stand(begin("balint-5", clock), clock, "vraagintroductie", 1), clock) as desk:
        await desk.act("g")
        page = await desk.reads()
        assert page.index("6 De stilte bewaken") < page.index("7 De tijd noemen") < page.index("3 Discussie stoppen")
        await desk.press("6")
        assert desk.value.part.interventions[0].act == "stilte-bewaken"


async def test_a_look_at_the_list_keeps_nothing_and_an_intervention_can_be_undone() -> None:
    clock = Clock()
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("g", "tab")
        assert desk.value.part.interventions == ()
        await desk.act("g", "3", "enter")
        await desk.act("u")
        assert desk.value.part.interventions == ()
