"""Every act of the step screen that is always there, each by its key: what it does and what is to be seen of it."""

import pytest

from intervisie_tui.archive.settings import Settings
from intervisie_tui.meeting.intervening import intervene
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.saying import Words, say, tell
from intervisie_tui.meeting.starting import start
from intervisie_tui.meeting.turns import next_turn
from intervisie_tui.tui import themes
from tests.builders import ANNA, BRAM, INEZ, Clock, begin, method, on, place, setup, stand, whose
from tests.tui.desk import at_desk, said


def told(clock: Clock) -> Meeting:
    meeting = tell(begin("balint-5", clock), "feiten", "De planning loopt uit.", clock.now)
    return tell(meeting, "vraag", "Hoe zeg ik nee?", clock.now)


def asking(clock: Clock) -> Meeting:
    """In the question round: Anna has asked, Bram is on."""
    meeting = stand(told(clock), clock, "probleemverkenning")
    return on(say(meeting, Words("Sinds wanneer?"), clock.now), clock)


def with_feedback(clock: Clock) -> Meeting:
    """In the feedback round of balint-8: Anna has given hers, Bram is on."""
    meeting = stand(begin("balint-8", clock), clock, "gedrag")
    parts = (("waarneming", "Je lachte."), ("effect", "Ik schrok."))
    return on(say(meeting, Words(parts=parts), clock.now), clock)


async def test_the_line_to_say_is_one_key_away_with_the_names_in_it(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("z")
        page = await desk.reads()
        assert "“We stellen nu alleen vragen, om de beurt. Inez antwoordt kort." in page
        assert "Inez Antwoord kort." in page
        assert "{" not in page
        await desk.press("space")
        assert "Om te zeggen" not in await desk.reads()
        assert not desk.value.clock.paused  # the key that goes back does nothing else


async def test_naming_a_pitfall_keeps_it_and_shows_what_to_say(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("v")
        assert "1 Te snel een mening groep" in await desk.reads()
        await desk.press("enter")
        (kept,) = desk.value.part.interventions
        assert (kept.pitfall, kept.at) == ("Te snel een mening", clock.stamp)
        page = await desk.reads()
        assert "“Laten we Inez eerst laten uitpraten." in page
        assert "{" not in page
        await desk.press("enter")
        assert "Vragenronde" in await desk.reads()


async def test_the_pitfalls_can_be_read_without_naming_one(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        for key in ("tab", "escape"):
            await desk.act("v")
            await desk.press("pagedown", "pagedown", "pageup", key)
        assert desk.value.part.interventions == ()
        assert desk.screen.is_current


async def test_the_overview_goes_to_any_step_and_back(clock: Clock) -> None:
    async with at_desk(asking(clock), clock, (80, 40)) as desk:
        await desk.act("i")
        page = await desk.reads()
        assert "2 Probleemverkenning 15 minuten hier zijn jullie" in page
        assert "5 Evaluatie 10 minuten" in page
        await desk.press("5")
        assert desk.value.step.id == "evaluatie"
        await desk.act("i", "2")
        assert (desk.value.step.id, said(desk.value, "question")) == (
            "probleemverkenning",
            ["Hoe zeg ik nee?", "Sinds wanneer?"],
        )


async def test_a_note_is_kept_with_the_step_and_can_be_seen_there(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("n")
        await desk.enter("Volgende keer meer tijd.")
        assert said(desk.value, "note")[-1] == "Volgende keer meer tijd."
        page = await desk.reads()
        assert "✎ Volgende keer meer tijd." in page
        assert "De notitie is bewaard bij deze stap." in page


@pytest.mark.parametrize(("step", "activity"), [("vraagintroductie", 1), ("probleemverkenning", 1), ("evaluatie", 0)])
async def test_a_note_is_seen_in_every_kind_of_step(clock: Clock, step: str, activity: int) -> None:
    async with at_desk(stand(asking(clock), clock, step, activity), clock) as desk:
        await desk.act("n")
        await desk.enter("Even stil.")
        assert "✎ Even stil." in await desk.reads()


async def test_a_half_typed_note_is_there_when_the_dialog_comes_again_and_on_the_disk(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("n")
        await desk.type("Half ge", "tab")
        await desk.second()
        assert "Half ge" in desk.keeper.drafts[-1].texts.values()
        assert said(desk.value, "note") == ["De planning loopt uit."]
        await desk.act("n")
        await desk.enter("typt.")
        assert said(desk.value, "note")[-1] == "Half getypt."
        await desk.act("n")
        assert "Half" not in (await desk.reads()).replace("Half getypt.", "")
        await desk.press("enter")
        assert "Er staat nog niets." in await desk.reads()


async def test_what_is_chosen_can_be_corrected(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("c")
        await desk.enter(" Al lang?")
        assert said(desk.value, "question")[-1] == "Sinds wanneer? Al lang?"
        assert "Sinds wanneer? Al lang?" in await desk.reads()


async def test_correcting_to_nothing_is_refused_and_keeps_the_words(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("c")
        await desk.press("ctrl+u", "enter")
        assert "Leeg laten kan niet. Weghalen doe je met doorhalen." in await desk.reads()
        assert said(desk.value, "question")[-1] == "Sinds wanneer?"


async def test_a_contribution_of_parts_is_corrected_part_by_part(clock: Clock) -> None:
    async with at_desk(with_feedback(clock), clock) as desk:
        assert "Waarneming: Je lachte. Effect: Ik schrok." in await desk.reads()
        await desk.act("c")
        await desk.enter(" Even.")
        await desk.enter(" Echt.")
        await desk.enter("Stil zijn.")
        (item,) = desk.value.part.contributions
        assert item.parts == {
            "waarneming": "Je lachte. Even.",
            "effect": "Ik schrok. Echt.",
            "alternatief": "Stil zijn.",
        }


async def test_striking_asks_first_takes_the_words_out_of_the_file_and_can_be_undone(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("x")
        assert "De woorden gaan ook uit het bestand." in await desk.reads()
        await desk.press("enter")
        assert said(desk.value, "question")[-1] == "Sinds wanneer?"
        await desk.act("x", "pagedown", "enter")
        assert said(desk.value, "question")[-1] == ""
        page = await desk.reads()
        assert "(doorgehaald)" in page and "Sinds wanneer?" not in page
        assert "Sinds wanneer?" not in str(desk.keeper.meetings[-1])
        await desk.act("c")
        await desk.press("enter")
        await desk.act("u")
        assert "Sinds wanneer?" in await desk.reads()


async def test_what_stands_in_no_list_here_can_be_corrected_and_struck_as_well(clock: Clock) -> None:
    async with at_desk(stand(asking(clock), clock, "advisering"), clock) as desk:
        await desk.act("x")
        page = await desk.reads()
        assert "Wat wil je doorhalen?" in page
        assert "1 Sinds wanneer? Probleemverkenning · vraag · Anna" in page
        assert "3 De planning loopt uit. Vraagintroductie · notitie" in page
        await desk.press("3", "2")
        assert said(desk.value, "note") == [""]
        await desk.act("c", "1")
        await desk.enter(" Precies?")
        assert said(desk.value, "question")[-1] == "Sinds wanneer? Precies?"


async def test_with_nothing_said_there_is_nothing_to_correct(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.act("c")
        assert "Er is nog niets vastgelegd." in await desk.reads()


async def test_somebody_comes_goes_comes_back_and_gets_another_name(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("d")
        page = await desk.reads()
        assert "1 Inez inbrenger" in page and "6 Gerda gespreksleider" in page and "7 Er komt iemand bij" in page
        await desk.press("enter")
        await desk.enter("Hanna")
        assert "· 5 Hanna" in await desk.reads()
        await desk.act("d", "4", "1")
        assert [p.name for p in desk.value.participants if p.left] == ["Cas"]
        assert "Cas" not in await desk.reads()
        await desk.act("d")
        assert "4 Cas is weg" in await desk.reads()
        await desk.press("4", "1")
        assert not any(p.left for p in desk.value.participants)
        await desk.act("d", "2", "2")
        await desk.press("ctrl+u")
        await desk.enter("Annelies")
        assert "Annelies Sinds wanneer?" in await desk.reads()


async def test_the_presenter_cannot_leave_and_a_name_cannot_be_empty(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.act("d", "1", "1")
        assert "Inez brengt de casus in en kan nu niet weg." in await desk.reads()
        await desk.act("d", "2", "2", "ctrl+u", "enter")
        assert "Er staat nog geen naam." in await desk.reads()
        assert [p.id for p in desk.value.participants if p.left] == []


async def test_whoever_keeps_time_is_shown_among_the_people(clock: Clock) -> None:
    meeting = start(setup("balint-5", timekeeper=2), method("afsluiting"), "x", clock.now)
    async with at_desk(meeting, clock) as desk:
        await desk.act("d")
        assert "3 Bram tijdbewaker" in await desk.reads()


async def test_undo_and_redo_show_the_value_of_then(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.enter("Wie vraagt dat?")
        await desk.act("u")
        assert said(desk.value, "question")[-1] == "Sinds wanneer?"
        page = await desk.reads()
        assert "Wie vraagt dat?" not in page
        assert "Teruggedraaid: vraag van Bram." in page
        await desk.act("r")
        page = await desk.reads()
        assert "2 Bram Wie vraagt dat?" in page
        assert "Opnieuw gedaan: vraag van Bram." in page
        await desk.act("r")
        assert "Er is niets om opnieuw te doen." in await desk.reads()


async def test_undoing_a_move_goes_back_to_where_it_was(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.press("pagedown")
        assert whose(desk.value) == (4,)
        await desk.act("u")
        assert whose(desk.value) == (BRAM,)
        page = await desk.reads()
        assert "▸ 2 Bram" in page
        assert "Teruggedraaid: de beurt aan Cas." in page  # also where the keys move


async def test_the_screen_goes_blank_and_any_key_brings_it_back_and_does_no_more(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        for key in ("b", "full_stop"):
            await desk.act(key)
            assert (await desk.sees()).strip() == ""
            before = desk.value
            await desk.press("p")
            assert "Vragenronde" in await desk.reads()
            assert desk.value == before


async def test_the_colours_go_round(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        seen = []
        await desk.press("tab")
        for _press in range(3):
            await desk.press("t")
            seen.append(desk.app.theme)
        assert seen == [themes.LIGHT, themes.CONTRAST, themes.DARK]


async def test_stopping_is_asked_of_whoever_opened_the_screen(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.type("q")
        assert (desk.left, desk.texts[0]) == (0, "q")
        await desk.act("q")
        assert desk.left == 1


async def test_everything_that_can_be_done_is_in_a_list_also_while_typing(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.type("Half getypt", "ctrl+p")
        page = await desk.reads()
        assert "Wat wil je doen?" in page and "p Wie aan de beurt is past" in page
        rows = [line for line in (await desk.sees()).split("\n") if "Wie aan de beurt is past" in line]
        figure = rows[0].split("p ")[0].split()[-1]
        await desk.press(figure)
        assert whose(desk.value) == (4,)
        await desk.act("2")
        assert desk.texts[0] == "Half getypt"


async def test_all_keys_are_told_those_of_this_step_first(clock: Clock) -> None:
    async with at_desk(asking(clock), clock, (100, 60)) as desk:
        await desk.act("question_mark")
        page = await desk.reads()
        here, elsewhere = page.split("In andere stappen")[:2]
        assert "p Wie aan de beurt is past, en komt later nog eens terug" in here
        assert "j Naar iemand in de ronde, uit een lijst met namen" in here
        assert "w Op papier" in elsewhere
        await desk.press("tab")
        assert "Vragenronde" in await desk.reads()


async def test_the_key_line_tells_what_works_here_and_now(clock: Clock) -> None:
    async with at_desk(asking(clock), clock, (140, 30)) as desk:
        line = (await desk.sees()).split("\n")[-1]
        assert line.split("  ") == [
            " PgDn verder",
            "PgUp terug",
            "Enter vastleggen",
            "Ctrl+G ingreep",
            "Tab andere toetsen",
        ]
        await desk.press("tab")
        line = " ".join((await desk.sees()).split("\n")[-2:])
        for shown in ("PgDn verder", "Tab typen", "p past", "l later", "e nog een", "1–9 naar wie", "z zeggen"):
            assert shown in line
        assert "? alle toetsen" in line


async def test_own_keys_work_and_are_shown_in_the_line_the_help_and_the_sentence(clock: Clock) -> None:
    own = {"pass": "!", "on": "f8", "say": "x"}
    async with at_desk(
        stand(told(clock), clock, "probleemverkenning"), clock, (100, 60), settings=Settings(keys=own)
    ) as desk:
        await desk.act("p", "pagedown")
        assert whose(desk.value) == (ANNA,)
        assert "! past" in await desk.reads() and "f8 verder" in await desk.reads()
        await desk.press("question_mark")
        assert "! Wie aan de beurt is past" in await desk.reads()
        await desk.press("tab", "!", "f8", "f8")
        await desk.press("f8")
        await desk.press("f8")
        assert "Nog eens f8 gaat verder." in await desk.reads()
        await desk.press("x")  # has stayed what it was: it would have clashed with striking
        assert "Om te zeggen" not in await desk.reads()


async def test_naming_a_pitfall_is_undone_like_any_act(clock: Clock) -> None:
    async with at_desk(asking(clock), clock) as desk:
        await desk.to(lambda meeting, now: intervene(meeting, "Kruisverhoor", now))
        await desk.act("u")
        assert desk.value.part.interventions == ()


async def test_figures_and_letters_type_while_a_field_has_the_keys(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        before = desk.value.place
        await desk.type("zvib1 2?.+-pq")
        assert desk.texts[0] == "zvib1 2?.+-pq"
        assert desk.value.place == before == place(desk.value, "vraagintroductie")
        assert desk.screen.is_current
        assert desk.value.part.presenter == INEZ


async def test_what_whoever_is_on_does_is_not_offered_once_everybody_has_been(clock: Clock) -> None:
    meeting = asking(clock)
    while whose(meeting):
        meeting = next_turn(meeting)
    async with at_desk(meeting, clock) as desk:
        page = await desk.reads()
        assert "Iedereen is geweest" in page
        assert "p past" not in page and "e nog een" not in page and "1–9 naar wie" in page
        await desk.act("p")
        assert "Iedereen is aan de beurt geweest." in await desk.reads()
