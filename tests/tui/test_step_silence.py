"""Silent writing on a shared screen: dots, names and counts, and never a word until it is said (law 4)."""

import pytest

from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.saying import write
from tests.builders import Clock, begin, on, stand, whose
from tests.tui.desk import Desk, at_desk

SECRET = "geheimpje"


def writing(clock: Clock, working: str = "alone", name: str = "balint-5") -> Meeting:
    step, activity = {"balint-5": ("vraagintroductie", 1), "balint-8": ("associeren", 0)}[name]
    return stand(begin(name, clock, working=working), clock, step, activity)


async def never_seen(desk: Desk) -> None:
    assert SECRET not in await desk.sees()


async def test_what_is_typed_shows_as_dots_and_what_was_entered_as_a_count(clock: Clock) -> None:
    async with at_desk(writing(clock), clock) as desk:
        await desk.type(SECRET)
        page = await desk.reads()
        assert "•" * len(SECRET) in page
        assert "Op het scherm staan alleen puntjes. Wie de computer beheert, kan bij het bestand." in page
        await never_seen(desk)
        await desk.press("enter")
        assert "▸ 1 Anna 1 bewaard" in await desk.reads()
        assert "•" not in await desk.sees()
        await never_seen(desk)
        assert [w.text for w in desk.value.part.written] == [SECRET]


async def test_no_key_brings_a_hidden_word_on_the_screen(clock: Clock) -> None:
    async with at_desk(writing(clock), clock) as desk:
        await desk.enter(SECRET)
        await desk.type(SECRET)
        for keys in (
            ["tab"], ["c"], ["tab"], ["x"], ["tab"], ["i"], ["tab"], ["question_mark"], ["x"], ["z"], ["x"],
            ["j"], ["tab"], ["d"], ["tab"], ["u"], ["r"], ["ctrl+p"], ["tab"], ["pagedown"], ["pageup"], ["n"], ["tab"],
        ):  # fmt: skip
            await desk.press(*keys)
            await never_seen(desk)


async def test_a_half_typed_hidden_word_stays_with_its_writer(clock: Clock) -> None:
    async with at_desk(writing(clock), clock) as desk:
        await desk.type(SECRET)
        await desk.act("2")
        assert whose(desk.value) == (3,)
        assert desk.texts == [""]
        await desk.act("1")
        assert desk.texts == [SECRET]
        await never_seen(desk)


async def test_after_a_crash_the_half_typed_word_is_back_as_dots(clock: Clock) -> None:
    async with at_desk(writing(clock), clock) as desk:
        await desk.type(SECRET)
        await desk.second()
        draft = desk.keeper.drafts[-1].texts
    async with at_desk(writing(clock), clock, texts=draft) as desk:
        assert "•" * len(SECRET) in await desk.sees()
        await never_seen(desk)
        await desk.press("enter")
        assert [w.text for w in desk.value.part.written] == [SECRET]


async def test_a_hidden_word_cannot_be_copied_to_where_everybody_reads(clock: Clock) -> None:
    async with at_desk(writing(clock), clock) as desk:
        await desk.type(SECRET, "shift+home", "ctrl+c", "ctrl+x")
        assert desk.app.clipboard == ""
        await desk.act("n")
        await desk.press("ctrl+v")
        await never_seen(desk)


async def test_paper_is_counted_and_taken_back(clock: Clock) -> None:
    async with at_desk(writing(clock), clock) as desk:
        await desk.act("w", "w")
        assert "1 Anna 2 op papier" in await desk.reads()
        await desk.act("o")
        assert "op papier" not in (await desk.reads()).replace("schrijven op papier", "").replace("w op papier", "")
        await desk.act("w")
        await desk.press("pagedown")
        assert whose(desk.value) == (3,)


async def test_writing_again_throws_away_what_was_written_and_undo_brings_it_back(clock: Clock) -> None:
    async with at_desk(writing(clock), clock) as desk:
        await desk.enter(SECRET)
        await desk.act("o")
        assert not desk.value.part.written
        await desk.act("o")
        assert "Er is nog niets geschreven." in await desk.reads()
        await desk.act("u")
        assert [w.text for w in desk.value.part.written] == [SECRET]
        assert "Teruggedraaid: wat Anna in stilte schreef." in await desk.reads()
        await never_seen(desk)


async def test_pairs_write_together_two_of_them(clock: Clock) -> None:
    async with at_desk(writing(clock, "pairs"), clock) as desk:
        page = await desk.reads()
        assert "Duo’s overleggen zacht" in page
        assert "Anna en Bram schuiven aan het toetsenbord." in page
        assert "▸ Vraag van Anna en Bram" in page
        await desk.enter(SECRET)
        await desk.enter(SECRET)
        assert "▸ 1 Anna en Bram 2 bewaard" in await desk.reads()
        await desk.press("pagedown")
        assert whose(desk.value) == (4, 5)


async def test_enter_on_an_empty_line_is_for_the_next_one(clock: Clock) -> None:
    async with at_desk(writing(clock), clock) as desk:
        await desk.enter(SECRET, "enter")
        assert whose(desk.value) == (3,)


async def test_when_all_have_written_the_screen_says_so(clock: Clock) -> None:
    meeting = writing(clock)
    for _each in range(4):
        meeting = on(write(meeting, SECRET, clock.now), clock)
    async with at_desk(meeting, clock) as desk:
        await desk.press("pageup")
        assert "Iedereen heeft geschreven. Pas in de ronde komt het op het scherm." in await desk.reads()
        await never_seen(desk)


async def test_somebody_who_writes_again_is_asked_with_the_new_words(clock: Clock) -> None:
    async with at_desk(stand(write(writing(clock), "eerst", clock.now), clock, "probleemverkenning"), clock) as desk:
        assert desk.texts == ["eerst", ""]
        await desk.to(lambda meeting, now: stand(meeting, clock, "vraagintroductie", 1))
        await desk.act("1", "o", "tab")
        await desk.enter("daarna")
        await desk.to(lambda meeting, now: stand(meeting, clock, "probleemverkenning"))
        assert desk.texts == ["daarna", ""]


async def test_associations_come_up_only_for_who_wants_to_show_them(clock: Clock) -> None:
    meeting = stand(write(writing(clock, name="balint-8"), SECRET, clock.now), clock, "beeldvorming")
    async with at_desk(meeting, clock) as desk:
        await never_seen(desk)
        page = await desk.reads()
        assert "Wat je in stilte schreef, blijft van jou. Tab en dan k laat het zien." in page
        await desk.act("2")
        await desk.act("k")
        await never_seen(desk)
        await desk.act("1")
        assert "k laten zien" in await desk.reads()
        await desk.press("k")
        assert desk.texts == [SECRET, ""]
        assert SECRET in await desk.sees()
        await desk.act("2")
        await never_seen(desk)


async def test_what_stands_in_the_field_is_not_pushed_out_by_showing(clock: Clock) -> None:
    meeting = stand(write(writing(clock, name="balint-8"), SECRET, clock.now), clock, "beeldvorming")
    async with at_desk(meeting, clock) as desk:
        await desk.type("Een dijk")
        await desk.act("k")
        assert "Leg eerst vast wat er in het veld staat, of haal het weg." in await desk.reads()
        assert desk.texts == ["Een dijk", ""]
        await never_seen(desk)


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (140, 45)])
async def test_at_no_size_a_hidden_word_is_on_the_screen(clock: Clock, size: tuple[int, int]) -> None:
    async with at_desk(writing(clock), clock, size) as desk:
        await desk.enter(SECRET)
        await desk.type(SECRET)
        await never_seen(desk)
        await desk.press("pagedown", "pagedown", "pagedown")
        await never_seen(desk)
