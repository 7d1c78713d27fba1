"""The step screen in small, usual and large terminals, with long words, many people and hostile text."""

import pytest
from msgspec.structs import replace
from textual.events import Paste

from intervisie_tui.meeting.marking import own_note
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.saying import Words, answer, say, tell
from intervisie_tui.meeting.starting import start
from intervisie_tui.tui.dialogs import Box
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.listing import Listing
from tests.builders import Clock, begin, method, on, setup, stand, whose
from tests.tui.desk import at_desk, said

SIZES = [(60, 20), (80, 24), (100, 30), (140, 45)]
LONG = "Hoe zeg ik op een goede manier nee zonder dat het meteen ruzie wordt, want " * 8
HOSTILE = "[/x] [bold]vet[/] [@click=app.quit]klik[/] {inbrenger} %s \u202egnirts\u202c \x1b]0;titel\x07 漢字 é"
SHOWN = "[/x] [bold]vet[/] [@click=app.quit]klik[/] {inbrenger} %s gnirts ]0;titel 漢字 é"


def many(clock: Clock, step: str, n: int = 20) -> Meeting:
    """A meeting of so many people with long names, at this step."""
    names = tuple(f"Persoon-{i + 1}" for i in range(n))
    own = method("balint-8" if step in ("gedrag", "associeren") else "balint-5")
    meeting = start(replace(setup("balint-5"), method=own, names=names), method("afsluiting"), "x", clock.now)
    return stand(tell(meeting, "vraag", LONG, clock.now), clock, step)


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_question_ends_in_an_ellipsis_and_leaves_room_for_the_rest(
    clock: Clock, size: tuple[int, int]
) -> None:
    async with at_desk(many(clock, "gedrag"), clock, size) as desk:
        page = await desk.sees()
        lines = page.split("\n")
        at = next(i for i, line in enumerate(lines) if line.startswith(" Vraag "))
        end = next(i for i, line in enumerate(lines) if i >= at and line.endswith("…"))
        assert end - at + 1 == {20: 2, 24: 3, 30: 3, 45: 5}[size[1]]
        for part in ("Persoon-2 geeft feedback; Persoon-1 luistert", "Niet nu", "▸ Waarneming", "Alternatief", "PgDn"):
            assert part in " ".join(page.split())


@pytest.mark.parametrize("size", SIZES)
async def test_of_twenty_people_whoever_is_on_is_in_sight(clock: Clock, size: tuple[int, int]) -> None:
    async with at_desk(many(clock, "gedrag"), clock, size) as desk:
        for index in (0, 9, 17):
            await desk.act("j")
            await desk.press("home", *["down"] * index, "enter")
            name = desk.value.participants[whose(desk.value)[0] - 1].name  # type: ignore[index]  # somebody is on
            assert f"▸ {index + 1} {name}" in await desk.reads()
            await desk.press("tab")


@pytest.mark.parametrize("size", SIZES)
async def test_feedback_in_three_parts_can_be_typed_at_any_size(clock: Clock, size: tuple[int, int]) -> None:
    async with at_desk(many(clock, "gedrag"), clock, size) as desk:
        await desk.enter("Je lachte toen het over de planning ging, en keek daarna een tijd naar buiten.")
        await desk.enter("Ik schrok ervan en wist niet goed of ik nog iets kon zeggen, dus ik zweeg.")
        await desk.type("Even wachten, en dan vragen wat de ander ervan vindt.")
        page = await desk.reads()
        assert "▸ Alternatief" in page and "vindt." in page and "Hoe had het ook gekund?" in page
        await desk.press("enter")
        assert len(desk.value.part.contributions[-1].parts) == 3


@pytest.mark.parametrize("size", SIZES[:2])
async def test_every_dialog_fits_with_its_keys_in_sight(clock: Clock, size: tuple[int, int]) -> None:
    async with at_desk(many(clock, "gedrag"), clock, size) as desk:
        await desk.press("tab")
        for key in ("z", "v", "i", "question_mark", "n", "d", "c", "j"):
            await desk.press(key)
            page = await desk.sees()
            assert "╭" in page and "╰" in page, key
            assert any(word in page for word in ("Tab terug", "andere toets terug")), key
            await desk.press("tab")


async def test_a_message_is_never_cut(clock: Clock) -> None:
    async with at_desk(many(clock, "reflectie", 14), clock, (60, 20)) as desk:
        for _turn in range(12):
            await desk.press("pagedown")
        page = await desk.reads()
        assert "Hier staat nog niets van Persoon-2, Persoon-3" in page
        assert "Persoon-14. Nog eens PgDn gaat verder." in page
        assert "PgDn verder" in page
        await desk.press("pagedown")
        assert desk.value.step.id == "advisering"


async def test_what_is_missing_of_very_many_is_cut_and_says_how_to_go_on(clock: Clock) -> None:
    async with at_desk(many(clock, "reflectie", 40), clock, (60, 20)) as desk:
        for _turn in range(38):
            await desk.press("pagedown")
        assert "… Nog eens PgDn gaat verder." in await desk.reads()


async def test_a_long_list_shows_what_is_chosen_and_wraps_it_under_itself(clock: Clock) -> None:
    meeting = many(clock, "probleemverkenning", 12)
    for n in range(9):
        question = f"Vraag {n} die zo lang is dat zij zeker niet op een regel past van dit smalle scherm"
        meeting = on(answer(say(meeting, Words(question), clock.now), "Ja.", clock.now), clock)
    async with at_desk(meeting, clock) as desk:
        assert "Vraag 8" in await desk.reads()
        await desk.press("pageup", "pageup")
        await desk.act()
        page = await desk.sees()
        assert "▸  8 Persoon-10" in page
        rows = [line.split("│")[1] for line in page.split("\n") if "│" in line]
        assert all(row.startswith(("   ", " ▸ ", " Vragenronde")) or not row.strip() for row in rows)


async def test_too_small_a_window_says_so_and_all_is_there_when_it_grows(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        await desk.type("Half getypt")
        for size in ((59, 24), (80, 19), (10, 5)):
            await desk.pilot.resize_terminal(*size)
            page = await desk.reads()
            assert "Maak het" in page or size == (10, 5)
            assert "Vertellen" not in page
        await desk.pilot.resize_terminal(60, 20)
        page = await desk.reads()
        assert "te klein" not in page and "Half getypt" in page
        await desk.pilot.resize_terminal(140, 45)
        assert "Iedereen weet wat er speelt" in await desk.reads()


@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]])
async def test_hostile_text_stays_as_it_was_typed_in_every_place(clock: Clock, size: tuple[int, int]) -> None:
    names = (HOSTILE, "[red]Anna", "Bram[/]", "Cas\x1b[31m")
    clean = tuple(" ".join(name.replace("\x1b", "").replace("\x07", "").split()) for name in names)
    meeting = start(
        replace(setup("balint-5"), names=tuple(name[:40] for name in clean), facilitator=None),
        method("afsluiting"),
        "x",
        clock.now,
    )
    meeting = tell(tell(meeting, "feiten", HOSTILE, clock.now), "vraag", HOSTILE, clock.now)
    meeting = stand(meeting, clock, "probleemverkenning")
    meeting = answer(say(meeting, Words(HOSTILE), clock.now), HOSTILE, clock.now)
    meeting = own_note(meeting, meeting.part.contributions[2].number, HOSTILE)
    async with at_desk(meeting, clock, size) as desk:
        page = await desk.sees()
        assert "\x1b" not in page and "\u202e" not in page
        assert "[red]Anna" in page
        for key in ("z", "c", "v", "d", "j", "i"):
            await desk.act(key)
            assert "\x1b" not in await desk.sees()
            await desk.press("tab")
        assert desk.texts == [SHOWN, SHOWN]
        await desk.to(lambda meeting, now: stand(meeting, clock, "probleemverkenning", 1))
        await desk.to(lambda meeting, now: stand(meeting, clock, "advisering"))
        assert "[/x] [bold]vet[/]" in await desk.reads()


async def test_a_paste_with_controls_and_lines_is_taken_as_text(clock: Clock) -> None:
    async with at_desk(begin("balint-5", clock), clock) as desk:
        desk.app.post_message(Paste(f"Een\r\ntwee\tdrie {HOSTILE}"))
        await desk.press("enter")
        assert said(desk.value, "note") == [f"Een\ntwee    drie {SHOWN}"]
        assert "\x1b" not in await desk.sees()


async def test_a_text_of_many_lines_stands_under_its_number(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "advisering")
    meeting = say(meeting, Words("Bel hem.\nEn wacht dan."), clock.now)
    async with at_desk(meeting, clock) as desk:
        rows = [line.split("│")[1] for line in (await desk.sees()).split("\n") if "│" in line]
        assert "    1 Anna  Bel hem." in rows[1]
        assert rows[2].startswith("      En wacht dan.")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["v", "i", "question_mark"])
async def test_a_dialog_is_as_high_as_what_is_in_it(clock: Clock, size: tuple[int, int], key: str) -> None:
    async with at_desk(begin("balint-5", clock), clock, size) as desk:
        await desk.act(key)
        await desk.sees()
        box = desk.app.screen.query_one(Box)
        last = desk.app.screen.query_one(KeyLine)
        assert box.region.bottom == last.region.bottom + 1  # its frame
        for list_ in desk.app.screen.query(Listing):
            assert list_.size.height <= list_.virtual_size.height
