"""The story of a meeting by the five steps, by its keys: tell, ask, sum up, advise, choose, close."""

from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.moving import finish
from intervisie_tui.meeting.saying import Words, answer, say, sum_up, tell, write
from tests.builders import Clock, begin, on, stand, whose
from tests.tui.desk import at_desk, said


def asked(clock: Clock) -> Meeting:
    """In the question round: Anna and Bram have asked, Cas is on."""
    meeting = tell(begin("balint-5", clock), "vraag", "Hoe zeg ik nee?", clock.now)
    meeting = stand(meeting, clock, "probleemverkenning")
    for question, reply in (("Sinds wanneer?", "Een jaar."), ("Wie vraagt dat?", "Mijn chef.")):
        meeting = on(answer(say(meeting, Words(question), clock.now), reply, clock.now), clock)
    return meeting


def advised(clock: Clock) -> Meeting:
    """In the advice round: three have advised, Dina is on."""
    meeting = stand(begin("balint-5", clock), clock, "advisering")
    for advice in ("Bel hem.", "Wacht tot maandag.", "Schrijf het op."):
        meeting = on(say(meeting, Words(advice), clock.now), clock)
    return meeting


async def test_the_first_glance_tells_where_who_how_long_and_what_is_not_done_now(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        page = await desk.reads()
    for told in (
        "Balint-methode · 5 stappen",
        "Stap 1 van 5 Vraagintroductie",
        "▸1◂ 2· 3· 4· 5·",
        "op schema · einde rond",
        "nog voor deze stap",
        "Nu Inez vertelt; de anderen luisteren",
        "Niet nu vragen stellen, reageren, advies geven",
        "▸ Feiten",
        "PgDn verder",
        "Enter vastleggen",
    ):
        assert told in page


async def test_facts_and_question_are_kept_and_the_question_stays_in_sight(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.enter("De planning loopt uit.")
        assert "▸ Vraag" in await desk.reads()
        await desk.enter("Hoe zeg ik nee?", "pagedown")
        assert said(desk.value, "question") == ["Hoe zeg ik nee?"]
        assert said(desk.value, "note") == ["De planning loopt uit."]
        assert "Vraag Hoe zeg ik nee?" in await desk.reads()
        assert desk.value.place.activity == 1


async def test_page_down_enters_what_is_typed_too(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.enter("De feiten.")
        await desk.type("Hoe zeg ik nee?", "pagedown")
    assert said(desk.value, "question") == ["Hoe zeg ik nee?"]
    assert desk.value.place.activity == 1


async def test_going_on_without_something_says_what_and_goes_on_at_the_second_press(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.press("pagedown")
        assert "Nog niet ingevuld: Feiten, Vraag. Nog eens PgDn gaat verder." in await desk.reads()
        assert desk.value.place.activity == 0
        await desk.press("pagedown")
        assert desk.value.place.activity == 1
        assert "Nog niet ingevuld" not in await desk.reads()


async def test_what_is_still_missing_is_said_anew_once_something_of_it_is_there(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.press("pagedown")
        await desk.enter("De feiten.", "pagedown")
        assert "Nog niet ingevuld: Vraag." in await desk.reads()
        assert desk.value.place.activity == 0


async def test_what_was_written_comes_up_at_the_turn_and_can_be_changed(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "vraagintroductie", 1)
    meeting = stand(write(meeting, "Sinds wanneer?", clock.now), clock, "probleemverkenning")
    async with at_desk(meeting, clock) as desk:
        assert desk.texts == ["Sinds wanneer?", ""]
        page = await desk.reads()
        assert "Anna vraagt; Inez antwoordt" in page
        assert "▸ Antwoord van Inez" in page
        await desk.press("up")
        await desk.type(" Precies?", "down")
        await desk.enter("Een jaar.")
        assert said(desk.value, "question") == ["Sinds wanneer? Precies?"]
        assert said(desk.value, "answer") == ["Een jaar."]
        assert "↳ Een jaar." in await desk.reads()


async def test_in_a_round_enter_goes_through_the_fields_and_an_empty_enter_to_the_next(clock: Clock) -> None:
    async with at_desk(stand(begin("balint-5", clock), clock, "probleemverkenning"), clock) as desk:
        await desk.enter("Sinds wanneer?")
        await desk.enter("Een jaar.")
        assert whose(desk.value) == (2,)
        await desk.press("enter")
        assert whose(desk.value) == (3,)
        assert desk.texts == ["", ""]


async def test_whose_turn_it_is_and_who_still_has_to_stand_beside_it(clock: Clock) -> None:
    async with at_desk(asked(clock), clock) as desk:
        page = await desk.sees()
    assert [line.split("│")[0].strip() for line in page.split("\n") if "│" in line][:4] == [
        "✓ 1 Anna",
        "✓ 2 Bram",
        "▸ 3 Cas",
        "· 4 Dina",
    ]


async def test_back_to_someone_shows_what_they_said_and_changing_it_changes_that(clock: Clock) -> None:
    async with at_desk(asked(clock), clock) as desk:
        await desk.press("pageup")
        assert whose(desk.value) == (3,)
        assert desk.texts == ["Wie vraagt dat?", "Mijn chef."]
        await desk.press("up")
        await desk.type(" Steeds?", "pagedown")
        assert said(desk.value, "question")[1:] == ["Sinds wanneer?", "Wie vraagt dat? Steeds?"]
        assert whose(desk.value) == (4,)


async def test_passing_comes_back_once_before_the_round_is_over(clock: Clock) -> None:
    async with at_desk(asked(clock), clock) as desk:
        await desk.act("p")
        assert whose(desk.value) == (5,)
        assert "~ 3 Cas komt nog" in await desk.reads()
        await desk.act("p")
        assert whose(desk.value) == (4,)
        await desk.act("p")
        assert "– 3 Cas past" in await desk.reads()


async def test_later_puts_someone_last_and_figures_and_names_call_anybody_up(clock: Clock) -> None:
    async with at_desk(asked(clock), clock) as desk:
        await desk.act("l")
        assert "▸ 3 Dina" in await desk.reads()
        await desk.act("1")
        assert whose(desk.value) == (2,)
        await desk.act("9")
        assert "Zoveel mensen zijn er niet in deze ronde." in await desk.reads()
        await desk.act("j")
        assert "Naar wie?" in await desk.reads()
        await desk.press("4")
        assert whose(desk.value) == (4,)


async def test_an_extra_question_is_one_key_and_enters_what_stands_in_the_field(clock: Clock) -> None:
    async with at_desk(stand(begin("balint-5", clock), clock, "probleemverkenning"), clock) as desk:
        await desk.act("e")
        assert "Eerst deze, dan pas nog een." in await desk.reads()
        await desk.press("tab")
        await desk.type("Sinds wanneer?")
        await desk.act("e")
        assert "Vraag 2 van Anna" in await desk.reads()
        await desk.press("tab")
        await desk.enter("En waar?")
        assert said(desk.value, "question") == ["Sinds wanneer?", "En waar?"]
        assert whose(desk.value) == (2,)


async def test_an_answer_without_its_question_is_refused_and_kept(clock: Clock) -> None:
    async with at_desk(stand(begin("balint-5", clock), clock, "probleemverkenning"), clock) as desk:
        await desk.press("down")
        await desk.type("Een jaar.", "pagedown")
        page = await desk.reads()
        assert "Leg eerst vast waar dit een antwoord op is. Nog eens PgDn gaat verder." in page
        assert whose(desk.value) == (2,)
        await desk.press("pagedown")
        assert whose(desk.value) == (3,)
        assert desk.texts == ["", ""]
        await desk.press("pageup")
        assert desk.texts == ["", "Een jaar."]


async def test_everyone_says_by_name_that_the_summary_is_right(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning", 1)
    async with at_desk(meeting, clock) as desk:
        assert "Na de samenvatting vraag je wie het zo begrepen heeft." in await desk.reads()
        await desk.enter("Het gaat om nee zeggen.")
        assert "▸ · Inez" in await desk.reads()
        await desk.press("enter", "enter")
        assert "✓ Inez begrepen" in await desk.reads()
        await desk.press("pagedown")
        assert "Bram, Cas en Dina hebben nog niet bevestigd." in await desk.reads()
        await desk.press("up", "up", "enter")
        assert [c.who for c in desk.value.part.confirmed] == [(2,)]


async def test_a_changed_summary_is_asked_about_again(clock: Clock) -> None:
    meeting = sum_up(stand(begin("balint-5", clock), clock, "probleemverkenning", 1), "Nee zeggen.", clock.now)
    async with at_desk(meeting, clock) as desk:
        await desk.press("enter", "tab")
        assert "✓ Inez" in await desk.reads()
        await desk.enter(" En durven.")
        assert said(desk.value, "summary") == ["Nee zeggen. En durven."]
        assert desk.value.part.confirmed == ()
        assert "✓ Inez" not in await desk.reads()


async def test_the_words_of_the_turn_that_is_on_are_chosen_for_marks_and_notes(clock: Clock) -> None:
    async with at_desk(advised(clock), clock) as desk:
        await desk.enter("Slaap er een nacht over.")
        await desk.act("f")
        advice = desk.value.part.contributions
        assert [c.understood for c in advice] == [False, False, False, True]
        assert "begrepen Slaap er een nacht over." in await desk.reads()
        await desk.press("up", "f", "f", "a")
        assert "Aantekening van Inez" in await desk.reads()
        await desk.enter("vrijdag al")
        advice = desk.value.part.contributions
        assert [(c.understood, c.own_note) for c in advice][2] == (False, "vrijdag al")
        assert "✎ vrijdag al" in await desk.reads()


async def test_in_the_advice_round_nothing_of_balint_8_is_offered(clock: Clock) -> None:
    async with at_desk(advised(clock), clock) as desk:
        before = desk.value
        await desk.act("s", "m", "k", "w", "o")
        assert desk.value == before
        page = await desk.reads()
    assert "f begrepen" in page and "a aantekening" in page
    assert "s soort" not in page and "m bruikbaar" not in page


async def test_the_presenter_chooses_and_what_is_not_chosen_looks_like_nothing(clock: Clock) -> None:
    async with at_desk(stand(advised(clock), clock, "evaluatie"), clock) as desk:
        page = await desk.reads()
        assert "Inez kiest; de anderen luisteren" in page
        assert "▸ 1 Anna Bel hem." in page
        await desk.press("down", "enter")
        assert [c.useful for c in desk.value.part.contributions] == [False, True, False]
        assert "2 Bram ✓ bruikbaar Wacht tot maandag." in await desk.reads()
        await desk.press("enter")
        assert not any(c.useful for c in desk.value.part.contributions)
        await desk.press("pagedown")
        assert "Er is nog niets gekozen. Nog eens PgDn gaat verder." in await desk.reads()


async def test_with_nothing_to_choose_from_no_key_does_harm(clock: Clock) -> None:
    async with at_desk(stand(begin("balint-5", clock), clock, "evaluatie"), clock) as desk:
        await desk.press("enter", "down", "space", "c", "x", "tab")
        assert "Er is niets om uit te kiezen." in await desk.reads()
        await desk.press("pagedown")
        assert desk.value.place.part == 1


async def test_the_closing_goes_round_to_everybody_and_ends_with_agreements(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    clock.wait(seconds=60)
    async with at_desk(stand(meeting, clock, "afsluiting"), clock) as desk:
        assert "Inez vertelt; de groep luistert" in await desk.reads()
        for words in ("Licht.", "Rustig.", "Mooi.", "Kort.", "Lang.", "Goed."):
            await desk.type(words, "pagedown")
        for words in ("Ik bel hem.", "dinsdag", "Anna"):
            await desk.enter(words)
        await desk.press("pagedown", "pagedown")
        await desk.enter("Samen eten.")
        await desk.enter("Bram brengt in.")
        await desk.enter("")
        await desk.enter("14 april 19:30", "pagedown")
        assert desk.value.part.contributions[6].parts == {
            "stap": "Ik bel hem.",
            "wanneer": "dinsdag",
            "aan-wie": "Anna",
        }
        assert said(desk.value, "experience") == ["Licht.", "Rustig.", "Mooi.", "Kort.", "Lang.", "Goed."]
        assert desk.ended == 1
        assert desk.value.ended is None


async def test_after_the_end_was_taken_back_all_is_there_again(clock: Clock) -> None:
    async with at_desk(stand(advised(clock), clock, "evaluatie"), clock) as desk:
        await desk.to(finish)
        desk.screen.room.running.undo()
        await desk.pilot.pause()
        assert "Inez kiest" in await desk.reads()
