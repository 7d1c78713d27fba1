"""What the room hands to the screen of a step: a word before the method, and what is said that nobody writes down."""

import pytest
from textual.content import Content

from intervisie_tui.meeting.saying import Words, answer, say
from intervisie_tui.tui.widgets.aside import Aside
from intervisie_tui.tui.widgets.entry import Entry
from intervisie_tui.tui.widgets.labelled import Labelled
from tests.builders import Clock, begin, stand
from tests.tui.desk import at_desk

TIP = Labelled("Joost", Content("“Je moet gewoon zeggen dat je geen cadeaus aanneemt. Dat deed ik vroeger ook.”"))
MORE = Labelled("Karin", Content("“Of een briefje bij de balie.”"))


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (140, 45)])
async def test_what_is_said_last_stands_there_whole(size: tuple[int, int]) -> None:
    clock, rows = Clock(), [MORE]
    async with at_desk(stand(begin("balint-8", clock), clock, "gedrag"), clock, size) as desk:
        desk.screen.room.banner = lambda: "OEFENING"
        desk.screen.room.aside = lambda: rows
        await desk.second()
        before = await desk.sees()
        assert " OEFENING " in before.split("\n")[0] and "in de ruimte" in before
        height = desk.screen.query_one(Aside).size.height
        rows.append(TIP)
        await desk.second()
        after = await desk.reads()
        assert "dat je geen cadeaus aanneemt. Dat deed ik vroeger ook.”" in after
        assert desk.screen.query_one(Aside).size.height == height  # nothing else moves
        assert "PgDn verder" in after and "Alternatief" in after


async def test_a_meeting_without_such_words_has_no_strip() -> None:
    clock = Clock()
    async with at_desk(begin("balint-5", clock), clock) as desk:
        assert "in de ruimte" not in await desk.sees()


async def test_an_answer_that_needs_a_scrollbar_is_drawn_as_it_is_wrapped() -> None:
    clock = Clock()
    asked = "Hoe ziet jouw avond eruit als die mail binnenkomt?"
    answered = (
        "Ik lig net in bed. Ik lees hem, ik word kwaad, en dan schrijf ik een keurige mail terug. Dan is het half "
        "twaalf en lig ik te draaien. De volgende dag sta ik met een hoofd vol watten voor de klas, en dan kijk ik al "
        "op mijn telefoon voordat de bel is gegaan."
    )
    async with at_desk(stand(begin("balint-5", clock), clock, "probleemverkenning"), clock) as desk:
        desk.screen.room.aside = lambda: [MORE]
        await desk.second()
        await desk.to(lambda meeting, now: say(meeting, Words(asked), now))
        await desk.to(lambda meeting, now: answer(meeting, answered, now))
        form = (await desk.sees()).split("in de ruimte")[1]
        entry = desk.screen.form.lines[-1].entry
        assert isinstance(entry, Entry)
        assert entry.show_vertical_scrollbar
        wrapped = [entry.rows.row(i) for i in range(len(entry.rows))]
        drawn = [line for line in wrapped if line.strip() in form]
        assert len(drawn) >= 3  # not as it was wrapped before the scrollbar took its column
