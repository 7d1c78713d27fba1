"""The eight steps, and a method that nobody wrote a screen for, by the same keys."""

from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.saying import Words, keep, say, write
from tests.builders import ANNA, INEZ, Clock, begin, stand, whose
from tests.tui.desk import at_desk, said


def weighing(clock: Clock) -> Meeting:
    meeting = begin("third", clock)
    for point in ("Het regent.", "De bus was laat."):
        meeting = keep(meeting, point, clock.now)
    return stand(meeting, clock, "wegen")


async def test_a_question_is_of_the_upper_or_the_under_current(clock: Clock) -> None:
    meeting = stand(begin("balint-8", clock), clock, "informatie")
    async with at_desk(meeting, clock) as desk:
        await desk.enter("Wat voelde je?")
        await desk.act("s")
        assert "[bovenstroom] Wat voelde je?" in await desk.reads()
        await desk.press("s")
        assert desk.value.part.contributions[0].label == "onderstroom"
        assert "[onderstroom]" in await desk.reads()
        await desk.press("s")
        assert desk.value.part.contributions[0].label == ""
        assert "s soort" in await desk.reads()


async def test_an_image_is_marked_useful_and_answered(clock: Clock) -> None:
    async with at_desk(stand(begin("balint-8", clock), clock, "beeldvorming"), clock) as desk:
        assert "Anna deelt een beeld; Inez reageert" in await desk.reads()
        await desk.enter("Een dijk die lekt.")
        await desk.enter("Dat herken ik.")
        await desk.act("m")
        page = await desk.reads()
        assert "1 Anna ✓ bruikbaar Een dijk die lekt." in page
        assert "↳ Dat herken ik." in page


async def test_labels_and_marks_are_not_for_notes_or_what_was_struck(clock: Clock) -> None:
    async with at_desk(stand(begin("balint-8", clock), clock, "informatie"), clock) as desk:
        await desk.act("s")
        assert "Kies eerst met de pijltjes waar het om gaat." in await desk.reads()
        await desk.press("n")
        await desk.enter("Even stil.")
        await desk.act("s")
        assert "Dit is een notitie." in await desk.reads()
        await desk.press("x", "2")
        await desk.act("tab")
        await desk.enter("Waar?")
        await desk.act("x", "2")
        assert "s soort" not in await desk.reads()
        await desk.press("s")
        assert "Dit is doorgehaald." in await desk.reads()


async def test_points_are_kept_while_all_talk(clock: Clock) -> None:
    async with at_desk(begin("third", clock), clock) as desk:
        assert "de groep, Inez; Gerda luistert" in await desk.reads()
        await desk.enter("Het regent.")
        await desk.enter("De bus was laat.")
        assert said(desk.value, "experience") == ["Het regent.", "De bus was laat."]
        await desk.press("pagedown")
        assert desk.value.step.id == "wegen"


async def test_the_group_gives_figures(clock: Clock) -> None:
    async with at_desk(weighing(clock), clock) as desk:
        assert "De groep geeft samen elk een cijfer" in await desk.reads()
        await desk.press("4", "down", "5", "0", "2")
        assert [c.rating for c in desk.value.part.contributions] == [4, 2]
        assert "●●●● Het regent." in await desk.reads()
        await desk.press("9")
        assert "Hier kan geen 9 gegeven worden." in await desk.reads()


async def test_enter_gives_the_next_figure_and_begins_again_after_the_highest(clock: Clock) -> None:
    async with at_desk(weighing(clock), clock) as desk:
        seen = []
        for _press in range(7):
            await desk.press("enter")
            seen.append(desk.value.part.contributions[0].rating)
        assert seen == [1, 2, 3, 4, 5, 0, 1]
        assert not desk.value.part.contributions[0].useful
        assert "Enter cijfer hoger" in await desk.reads()


async def test_a_note_among_what_is_weighed_gets_no_figure(clock: Clock) -> None:
    async with at_desk(weighing(clock), clock) as desk:
        await desk.press("n")
        await desk.enter("Even stil.")
        await desk.press("end", "enter", "3")
        assert "Dit is een notitie." in await desk.reads()
        assert [c.rating for c in desk.value.part.contributions] == [0, 0, 0]


async def test_the_presenter_alone_confirms_the_summary_of_the_group(clock: Clock) -> None:
    async with at_desk(stand(begin("third", clock), clock, "kern"), clock) as desk:
        assert "iemand uit de groep vat samen; de anderen luisteren" in await desk.reads()
        await desk.enter("Kou en haast.", "enter")
        assert [c.who for c in desk.value.part.confirmed] == [(INEZ,)]
        await desk.press("pagedown")
        assert desk.value.place.activity == 1


async def test_two_are_written_by_each_before_the_turn_goes_on(clock: Clock) -> None:
    async with at_desk(stand(begin("third", clock), clock, "kern", 1), clock) as desk:
        await desk.enter("Een muur.", "pagedown")
        assert whose(desk.value) == (ANNA,)
        await desk.enter("Een deur.", "pagedown")
        assert whose(desk.value) == (3,)
        assert "Een" not in (await desk.reads()).replace("Een minuut", "")


async def test_marks_note_and_showing_on_request_work_as_elsewhere(clock: Clock) -> None:
    meeting = stand(write(stand(begin("third", clock), clock, "kern", 1), "Een muur.", clock.now), clock, "tonen")
    async with at_desk(meeting, clock) as desk:
        await desk.act("k")
        await desk.press("tab")
        await desk.enter(" Van steen.")
        await desk.act("m", "f", "a")
        await desk.enter("heg")
        (image,) = desk.value.part.contributions
        assert (image.text, image.useful, image.understood, image.own_note) == (
            "Een muur. Van steen.",
            True,
            True,
            "heg",
        )


async def test_in_a_circle_everybody_has_a_turn_and_the_presenter_does_not_listen_to_themselves(clock: Clock) -> None:
    async with at_desk(stand(begin("third", clock), clock, "kring"), clock) as desk:
        assert "Inez geeft feedback; de groep luistert" in await desk.reads()
        await desk.enter("Een kring.")
        await desk.enter("Rust.")
        await desk.act("s")
        assert "[warm] Ik zag: Een kring. Ik wens: Rust." in await desk.reads()


async def test_the_facilitator_keeps_points_and_a_motto(clock: Clock) -> None:
    async with at_desk(stand(begin("third", clock), clock, "oogst"), clock) as desk:
        assert "Gerda legt vast; iedereen denkt mee" in await desk.reads()
        await desk.enter("een")
        await desk.press("up")
        await desk.enter("twee")
        await desk.enter("Rustig aan")
        assert [c.text for c in desk.value.part.contributions] == ["een", "twee", "Rustig aan"]
        await desk.press("pagedown")
        assert desk.value.place.part == 1


async def test_the_pitfall_of_an_own_method_has_the_name_in_its_line(clock: Clock) -> None:
    async with at_desk(begin("third", clock), clock) as desk:
        await desk.act("v", "enter")
        assert "“Eén punt, Inez luistert.”" in await desk.reads()


async def test_what_a_method_leaves_unsaid_is_not_missed(clock: Clock) -> None:
    meeting = say(stand(begin("third", clock), clock, "kring"), Words(parts=(("zag", "x"),)), clock.now)
    async with at_desk(meeting, clock) as desk:
        await desk.act("z")
        assert "Iedereen, ook wie inbrengt en wie leidt." in await desk.reads()
