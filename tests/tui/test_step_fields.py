"""What stands half-typed in a field: it stays with its place, through going on and back, undo, dialogs and a crash."""

from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.saying import Words, keep, say, tell
from tests.builders import Clock, begin, on, stand, whose
from tests.tui.desk import at_desk, said


def asking(clock: Clock) -> Meeting:
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning")
    return on(say(meeting, Words("Sinds wanneer?"), clock.now), clock)


async def test_half_typed_text_stays_in_its_field_through_back_and_forth(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.enter("De feiten.")
        await desk.type("Hoe zeg")
        await desk.to(lambda meeting, now: stand(meeting, clock, "evaluatie"))
        await desk.to(lambda meeting, now: stand(meeting, clock, "vraagintroductie"))
        assert desk.texts == ["De feiten.", "Hoe zeg"]
        await desk.enter(" ik nee?")
        assert said(desk.value, "question") == ["Hoe zeg ik nee?"]


async def test_half_typed_text_goes_with_its_turn(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.type("Wie vraagt")
        await desk.act("4")
        assert desk.texts[0] == ""
        await desk.act("2")
        assert desk.texts[0] == "Wie vraagt"
        assert whose(desk.value) == (3,)


async def test_undo_and_redo_leave_half_typed_text_alone(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.type("Wie vraagt")
        for key in ("u", "r", "u", "u", "r"):
            await desk.act(key)
        await desk.act("2")
        assert desk.texts[0] == "Wie vraagt"


async def test_a_field_shows_the_undone_value(clock: Clock) -> None:
    meeting = tell(tell(begin("balint-5", clock), "feiten", "een", clock.now), "vraag", "Hoe?", clock.now)
    async with at_desk(meeting, clock) as desk:
        await desk.press("up")
        await desk.type(" twee", "enter")
        assert said(desk.value, "note") == ["een twee"]
        await desk.act("u")
        assert desk.texts == ["een", "Hoe?"]
        await desk.act("r")
        assert desk.texts == ["een twee", "Hoe?"]


async def test_undo_of_one_field_leaves_what_is_half_typed_in_the_other(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.enter("een")
        await desk.type("Hoe zeg")
        await desk.act("u")
        assert desk.texts == ["", "Hoe zeg"]


async def test_a_refused_text_is_kept_when_the_second_press_goes_on(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning")
    meeting = say(meeting, Words("Sinds wanneer?"), clock.now)
    async with at_desk(meeting, clock) as desk:
        await desk.press("up", "ctrl+u", "pagedown")
        assert "Er staat nog niets. Nog eens PgDn gaat verder." in await desk.reads()
        assert whose(desk.value) == (2,)
        await desk.press("pagedown")
        assert whose(desk.value) == (3,)
        assert said(desk.value, "question") == ["Sinds wanneer?"]


async def test_a_prepared_text_that_was_emptied_stays_empty(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "reflectie")
    async with at_desk(meeting, clock) as desk:
        await desk.enter("Bel hem.")
        await desk.to(lambda meeting, now: stand(meeting, clock, "advisering"))
        assert desk.texts == ["Bel hem."]
        await desk.press("ctrl+u")
        await desk.act("2")
        await desk.act("1")
        assert desk.texts == [""]


async def test_a_text_as_it_was_prepared_is_no_half_typed_text(clock: Clock) -> None:
    async with at_desk(stand(begin("balint-5", clock), clock, "reflectie"), clock) as desk:
        await desk.enter("Bel hem.")
        await desk.to(lambda meeting, now: stand(meeting, clock, "advisering"))
        await desk.second()
        assert not any(desk.keeper.drafts[-1].texts.values())


async def test_what_was_entered_is_not_half_typed_any_more(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.enter("De feiten.  ")
        assert desk.keeper.drafts[-1].texts == {}
        assert desk.keeper.order[-1] == "draft"
        assert desk.texts[0] == "De feiten."


async def test_half_typed_text_is_on_the_disk_within_two_seconds(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.type("De fei")
        await desk.second()
        assert desk.keeper.drafts[-1].texts == {"0.0.0/feiten": "De fei"}


async def test_what_was_half_typed_before_a_crash_is_typed_on(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock, texts={"0.0.0/vraag": "Hoe zeg"}) as desk:
        assert desk.texts == ["", "Hoe zeg"]
        await desk.enter(" ik nee?")
        assert said(desk.value, "question") == ["Hoe zeg ik nee?"]


async def test_an_entered_field_can_be_emptied_again(clock: Clock) -> None:
    async with at_desk(tell(begin("balint-5", clock), "vraag", "Hoe?", clock.now), clock) as desk:
        await desk.press("down", "ctrl+u", "enter")
        assert said(desk.value, "question") == []


async def test_what_another_typed_is_not_brought_back_by_undoing_in_the_field(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.type("abc", "backspace", "backspace", "backspace")
        await desk.act("3")
        await desk.press("tab", "ctrl+z")
        assert desk.texts == ["", ""]


async def test_a_list_field_takes_line_after_line(clock: Clock) -> None:
    async with at_desk(stand(begin("balint-8", clock), clock, "inzichten-inbrenger"), clock) as desk:
        await desk.enter("Ik zeg te vaak ja.")
        assert desk.texts == ["", ""]
        await desk.enter("Het begint vroeg.")
        await desk.enter("")
        await desk.enter("Morgen bellen.")
        assert said(desk.value, "insight") == ["Ik zeg te vaak ja.", "Het begint vroeg.", "Morgen bellen."]
        page = await desk.reads()
        assert "Inzichten Ik zeg te vaak ja." in page and "Vervolgstappen Morgen bellen." in page


async def test_escape_leaves_a_field_as_tab_does_and_never_enters_one(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.type("Half", "escape")
        assert not desk.screen.in_field
        await desk.press("escape")
        assert not desk.screen.in_field
        await desk.press("enter")
        assert desk.screen.in_field
        assert desk.texts[0] == "Half"


async def test_who_left_the_fields_keeps_the_keys_in_the_next_turn_too(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("p")
        assert not desk.screen.in_field
        await desk.press("tab")
        await desk.press("pagedown")
        assert desk.screen.in_field


async def test_points_of_a_conversation_are_kept_and_the_newest_is_in_sight(clock: Clock) -> None:
    meeting = begin("third", clock)
    for n in range(30):
        meeting = keep(meeting, f"Punt nummer {n}", clock.now)
    async with at_desk(meeting, clock) as desk:
        assert "Punt nummer 29" in await desk.reads()
        await desk.press("tab", "home")
        page = await desk.reads()
        assert "Punt nummer 0" in page and "Punt nummer 29" not in page
        await desk.press("tab")
        await desk.enter("Het laatste punt")
        assert "Het laatste punt" in await desk.reads()
