"""A year of a group, told by keys on the whole app, from Home to its evaluation; time is moved by hand."""

import asyncio
import tomllib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from intervisie_tui.archive.paths import groups_folder, meetings_folder
from intervisie_tui.archive.settings import Settings
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.tui.app import Given, IntervisieApp
from intervisie_tui.tui.screens.step import StepScreen
from tests.builders import Clock
from tests.tui.stage import press, seen

pytestmark = pytest.mark.long

ON = "pagedown"
AGREEMENTS = {
    "werkinbreng": "Per toerbeurt: we weten vooraf wie inbrengt",
    "voorbereiding": "Van tevoren toegestuurd",
    "terugblik": "Wie inbracht vertelt als eerste wat ervan gekomen is",
    "regelmaat": "12 keer per jaar",
    "geheimhouding": "Alles blijft hier; bij acuut gevaar gaat het protocol voor",
}


class Year:
    """The app and the facilitator's hands; `said` is all that was typed in the meeting that is on."""

    def __init__(self, app: IntervisieApp, pilot: Pilot[int], clock: Clock) -> None:
        self.app, self.pilot, self.clock = app, pilot, clock

    async def keys(self, *keys: str) -> None:
        """Each long enough after the one before to be a press of its own."""
        for key in keys:
            self.clock.wait(seconds=1)
            await press(self.app, key)

    async def enter(self, text: str) -> None:
        self.clock.wait(seconds=1)
        await press(self.app, *("space" if char == " " else char for char in text))
        await self.keys("enter")

    async def each(self, *words: str) -> None:
        """A round: each says this, and it is the next one's turn."""
        for text in words:
            await self.enter(text)
            await self.keys(ON)

    async def sees(self, *texts: str) -> None:
        page = " ".join((await seen(self.pilot)).split())
        assert [text for text in texts if text not in page] == [], await seen(self.pilot)

    def to(self, day: datetime) -> None:
        """That evening, as if the program had been left alone until then."""
        passed = day.replace(tzinfo=self.clock.stamp.tzinfo) - self.clock.stamp
        self.clock.stamp += passed
        self.clock.tick += round(passed.total_seconds() * 1000)

    @property
    def meeting(self) -> Meeting:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, StepScreen)).meeting

    @property
    def scripts(self) -> list[str]:
        return [part.method.script for part in self.meeting.parts]

    async def case(self, facts: str, question: str) -> None:
        """The telling alone; then straight to what follows it."""
        await self.enter(facts)
        await self.enter(question)
        self.clock.wait(minutes=30)

    async def to_part(self, index: int) -> None:
        """By the plan, from wherever the keys are."""
        if isinstance(self.app.screen, StepScreen) and self.app.screen.in_field:
            await self.keys("tab")
        await self.keys("I", str(index + 1), "1")

    async def close(self) -> None:
        """Past the last question, and until the group's file knows of it; then home."""
        meeting = self.meeting.id
        await self.sees("Afspraken voor de volgende keer")
        await self.keys(ON)
        while "Bijeenkomst afsluiten?" not in await seen(self.pilot):
            await self.keys(ON)
        await self.keys("2")
        async with asyncio.timeout(20):
            while meeting not in [past["meeting"] for past in group_file().get("past", [])]:
                await asyncio.sleep(0.01)
        await self.sees("naar het begin")
        await self.keys("enter")

    async def open_group(self) -> None:
        await self.keys("down", "down", "enter", "enter")
        await self.sees("Dinsdaggroep", "1 Bijeenkomst")


@asynccontextmanager
async def a_year() -> AsyncIterator[Year]:
    clock = Clock()
    app = IntervisieApp(Given("nl", Settings(), lambda: load((builtin_folder(),), "nl")), lambda: clock.now)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield Year(app, pilot, clock)


def group_file() -> dict[str, Any]:
    (path,) = groups_folder().glob("*.toml")
    return tomllib.loads(path.read_text("utf-8"))


def transcripts() -> list[Path]:
    return sorted(path for path in meetings_folder().glob("*.toml") if not path.name.endswith(".draft.toml"))


async def test_a_year_of_a_group_by_keys() -> None:
    async with a_year() as year:
        await the_first_meeting(year)
        await the_second_meeting(year)
        await the_summer(year)
        await the_third_meeting(year)
    what_the_files_hold()


async def the_first_meeting(year: Year) -> None:
    """Made from Home; getting to know each other, the agreements, and one case that is added to the plan."""
    await year.keys("down", "enter", "n")
    await year.enter("Dinsdaggroep")
    await year.enter("Anna,Bram,Cas,Dina")
    await year.keys("enter", "1", ON, ON, ON)
    await year.sees("Eerste bijeenkomst", "Stap 1 van 5 Welkom en kennismaken")
    await year.each("Ik wil leren zwijgen", "Ik breng ervaring mee", "Ik ben nieuw", "Ik luister graag")
    year.clock.wait(minutes=15)
    await year.sees("Wat intervisie is")
    await year.keys(ON, ON)
    await year.sees("De werkinbreng", "1 Per toerbeurt: we weten vooraf wie inbrengt")
    await year.keys("1", "enter", ON, "2", "enter", ON, "1", "enter", ON)
    await year.enter("12 keer per jaar")
    await year.keys(ON, "3", "enter", ON)
    await year.sees("Hoe we werken")
    year.clock.wait(minutes=25)
    await year.keys(ON, ON, ON)
    await year.sees("De methodes bekijken", "Balint-methode, 8 stappen")
    await year.keys("tab", "I", "3")
    await year.sees("Met welke methode?")
    await year.keys("1", "2", "1")
    assert year.scripts == ["first_meeting", "case", "closing"]
    await year.keys(ON)
    await year.sees("Deel 2 van 3", "Bram vertelt")
    await year.keys("tab")
    await year.case("Het gesprek liep vast.", "Hoe begin ik opnieuw?")
    await year.to_part(2)
    await year.keys("tab")
    await year.each("Goed", "Spannend", "Fijn", "Rustig")
    await year.sees("Eén stap")
    await year.enter("Ik bel haar")
    await year.enter("vrijdag")
    await year.keys("3", "enter", ON)
    await year.keys("down")
    await year.enter("7 april 19:30")
    await year.sees("Volgende bijeenkomst: 7 april 2026 om 19:30.")
    await year.close()


async def the_second_meeting(year: Year) -> None:
    """The agreements, what came of it, and a case that is chosen; Dina comes late."""
    year.to(datetime(2026, 4, 7, 19, 30))
    await year.open_group()
    await year.sees("dinsdag 7 april 2026 om 19:30")
    await year.keys("enter", ON, "down", "down", "down", "l", ON, "k", ON, ON)
    assert year.scripts == ["opening", "look_back", "choosing", "closing"]
    await year.sees("Kan iedereen hier vandaag ja op zeggen?", "Regelmaat 12 keer per jaar")
    year.clock.wait(minutes=5)
    await year.keys(ON)
    await year.sees("Voornemen van Bram Ik bel haar", "1 gedaan 2 deels 3 niet")
    await year.keys("2", "enter")
    await year.enter("Ze nam niet op")
    await year.keys("tab", "d", "4", "1", ON)
    assert year.meeting.participants[3].arrived is not None
    await year.sees("Wie heeft iets?", "4 Dina")
    await year.keys("tab")
    await year.enter("Een collega die klaagt")
    await year.keys("2", "enter", ON, ON)
    await year.enter("Mijn team zwijgt")
    await year.keys(ON, ON, ON)
    if "Hier staat nog niets van" in await seen(year.pilot):
        await year.keys(ON)
    await year.sees("Welke casus nu?")
    await year.keys("k")
    await year.sees("Anna wacht het langst en mag als eerste.")
    await year.keys("1", "1", "1")
    assert year.scripts == ["opening", "look_back", "choosing", "case", "closing"]
    await year.keys(ON)
    await year.sees("Anna vertelt")
    await year.case("Elk overleg valt stil.", "Wat doe ik daaraan?")
    await year.to_part(4)
    await year.keys("tab")
    await year.each("Mooi", "Licht", "Stil", "Warm")
    await year.enter("Ik vraag het aan één van hen")
    await year.enter("volgende week")
    await year.keys("1", "enter", ON)
    await year.close()


async def the_summer(year: Year) -> None:
    """Cas leaves and Eva joins."""
    year.to(datetime(2026, 6, 2, 20, 0))
    await year.open_group()
    await year.keys("5", "enter", "1")
    await year.enter("Eva")
    await year.keys("enter", "enter")
    await year.keys("enter", "4", "2", "2")
    (cas, eva) = (one for one in group_file()["members"] if one["name"] in ("Cas", "Eva"))
    assert cas["left"] == eva["joined"] == date(2026, 6, 2)
    await year.keys("q", "q")


async def the_third_meeting(year: Year) -> None:
    """Two cases, late, shrunk, and it was not enough; a third facilitator; the evaluation."""
    year.to(datetime(2026, 10, 6, 19, 30))
    await year.open_group()
    await year.keys("enter", ON, ON, ON, ON)
    assert year.scripts == ["opening", "look_back", "case", "evaluation", "closing"]
    await year.keys("o")
    await year.sees("Voornemen van Anna Ik vraag het aan één van hen")
    await year.keys("1", "enter", "enter", ON)
    await year.sees("Dina vertelt")
    await year.keys("tab", "I", "6")
    await year.keys("1", "1")
    await year.sees("Wie brengt in?", "Bram wacht het langst")
    await year.keys("1", "1")
    assert year.scripts == ["opening", "look_back", "case", "case", "evaluation", "closing"]
    await the_late_evening(year)
    await year.keys("tab")
    await year.case("De planning klopt nooit.", "Hoe zeg ik nee?")
    await year.to_part(3)
    await year.sees("Bram vertelt")
    await year.keys("tab")
    await year.case("Ze huilde.", "Mag ik dat aanraken?")
    await year.keys("tab", ">")
    await year.sees("Wie neemt de leiding over?", "wacht het langst")
    await year.keys("1")
    await year.sees("Dina leidt vanaf nu.")
    await year.to_part(4)
    await year.keys("tab")
    await year.each("Over macht", "Over moe zijn", "Over niets", "Over geld")
    await year.sees("Wat moet er anders?")
    await year.each("Vaker lachen", "Korter", "Niets", "Meer koffie")
    await year.enter("We beginnen met een grap")
    await year.keys(ON)
    await year.each("Vol", "Lang", "Goed", "Op")
    for name, step in (("Dina", "Ik zeg nee tegen dinsdag"), ("Bram", "Ik zwijg langer")):
        await year.sees(f"{name} vertelt")
        await year.enter(step)
        await year.keys("enter", "1", "enter", ON)
    await year.close()


async def the_late_evening(year: Year) -> None:
    """Nothing changes before a way is chosen, undo takes it back, and what it then gives is what it said."""
    before = year.meeting.parts
    year.clock.wait(minutes=10)
    await year.keys("y")
    await year.sees("Jullie lopen", "korter op tijd klaar", "einde 20:15", "Enter nemen PgDn verder lezen")
    assert year.meeting.parts == before
    await year.keys("2")
    await year.sees("op schema")
    shrunk = year.meeting.parts
    assert shrunk != before
    await year.keys("u")
    assert year.meeting.parts == before
    await year.keys("r")
    assert year.meeting.parts == shrunk


def what_the_files_hold() -> None:
    """What the group settled, who did what, and no word of a case in the file of the group."""
    group = group_file()
    assert {one["topic"]: one["wording"] for one in group["agreements"]} == AGREEMENTS
    assert [(one["step"], one.get("outcome", ""), one.get("line", "")) for one in group["intentions"]] == [
        ("Ik bel haar", "deels", "Ze nam niet op"),
        ("Ik vraag het aan één van hen", "gedaan", ""),
        ("Ik zeg nee tegen dinsdag", "", ""),
        ("Ik zwijg langer", "", ""),
    ]
    past = group["past"]
    assert [one["facilitators"] for one in past] == [["m1"], ["m2"], ["m1", "m4"]]
    assert [[case["presenter"] for case in one["cases"]] for one in past] == [["m2"], ["m1"], ["m4", "m2"]]
    assert [one["member"] for one in past[2]["attended"]] == ["m1", "m2", "m4", "m5"]
    assert [one["member"] for one in past[1]["attended"] if one.get("late")] == ["m4"]
    (evaluation,) = group["evaluations"]
    assert evaluation["answers"][1]["text"] == "Vaker lachen\nKorter\nNiets\nMeer koffie"
    assert "next" not in group
    first, second, third = (set(words_in(path)) for path in transcripts())
    assert first == {
        *("Ik wil leren zwijgen", "Ik breng ervaring mee", "Ik ben nieuw", "Ik luister graag", *AGREEMENTS.values()),
        *("Het gesprek liep vast.", "Hoe begin ik opnieuw?", "Goed", "Spannend", "Fijn", "Rustig"),
        *("Ik bel haar", "vrijdag", "Dina", "7 april 19:30"),
    }
    assert second == {
        *("deels", "Ze nam niet op", "Een collega die klaagt", "Mijn team zwijgt"),
        *("Elk overleg valt stil.", "Wat doe ik daaraan?", "Mooi", "Licht", "Stil", "Warm"),
        *("Ik vraag het aan één van hen", "volgende week", "Bram"),
    }
    assert third == {
        *("gedaan", "De planning klopt nooit.", "Hoe zeg ik nee?", "Ze huilde.", "Mag ik dat aanraken?"),
        *("Over macht", "Over moe zijn", "Over niets", "Over geld", "Vaker lachen", "Korter", "Niets", "Meer koffie"),
        *("We beginnen met een grap", "Vol", "Lang", "Goed", "Op"),
        *("Ik zeg nee tegen dinsdag", "Ik zwijg langer", "Anna"),
    }
    (path,) = groups_folder().glob("*.toml")
    kept = path.read_text("utf-8")
    assert [word for word in ("vast.", "stil.", "planning", "huilde", "Spannend", "klaagt") if word in kept] == []


def words_in(path: Path) -> Iterator[str]:
    """Every text that stands in a transcript, read without the program's own reader."""
    for part in tomllib.loads(path.read_text("utf-8"))["parts"]:
        for item in part.get("contributions", []):
            yield from [item["text"]] if "text" in item else []
            yield from item.get("parts", {}).values()
