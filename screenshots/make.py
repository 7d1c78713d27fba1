"""Makes the pictures in this folder, as SVG and PNG, from real runs of the app with keys and a clock of their own.

    make screenshots

The PNGs need a monospaced font with block characters on the machine, such as DejaVu Sans Mono (fonts-dejavu-core).
"""

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from msgspec.structs import replace

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from intervisie_tui.meeting.model import Now

HERE = Path(__file__).parent
FONT = "DejaVu Sans Mono"
NAMES = "Inez, Anna, Bram, Fatima, Jan-Willem, Dewi"
FACTS = "Een collega levert al weken te laat zijn deel aan. Het team vangt het op en moppert, maar zegt niets."
QUESTION = "Hoe begin ik er met hem over, zonder dat het meteen ruzie wordt?"
ROUND = (
    ("Sinds wanneer speelt dit?", "Een week of zes, sinds de verhuizing."),
    ("Wat heb je zelf tot nu toe gedaan?", "Eén keer een grapje. Daarna niets meer."),
    ("Wat gebeurt er als je niets zegt?", "Dan ga ik hem ontwijken."),
)
ADVICE = ("Zeg het deze week nog, onder vier ogen.", "Begin met wat het jou kost, niet met wat hij doet.")

OWN_VIEW = "Er gebeurde meer dan ik kon zien. Bij de vragen ging het vanzelf."
HARD = "Toen er een conclusie over haar kwam; ik wist niet zeker of ik ertussen mocht komen."
NEXT_TIME = "Eerst ingrijpen, dan pas nadenken over de zin: die staat er al."
METHODS = HERE.parent / "methods"
FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")


class Studio:
    """The app under a pilot, a clock that is moved by hand, and a camera."""

    def __init__(self, pilot: "Pilot[int]", clock: "Clock") -> None:
        self.pilot, self.clock = pilot, clock

    async def press(self, *keys: str) -> None:
        """Keys, by their names, each half a second after the one before: closer together they count as a bounce."""
        for key in keys:
            self.clock.milliseconds += 500 if key == "pagedown" else 0
            await self.pilot.press(key)
        await self.pilot.pause()

    async def type(self, *texts: str) -> None:
        """Texts, each with Enter behind it."""
        for text in texts:
            await self.press(*("space" if char == " " else char for char in text), "enter")

    async def practise(self, seconds: int) -> None:
        """Let so many seconds of a practice run pass."""
        run: Any = self.pilot.app
        for _second in range(seconds):
            self.clock.wait(0, 1)
            while run._open is not None and run._open.beat():
                await self.pilot.pause()
        await self.pilot.pause()

    async def shoot(self, name: str) -> None:
        """Keep the screen as NAME.svg and NAME.png."""
        import resvg_py

        screen: Any = self.pilot.app.screen
        if hasattr(screen, "refresh_all"):
            await screen.refresh_all()
        await self.pilot.pause()
        svg = self.pilot.app.export_screenshot(title="intervisie")
        svg = re.sub(r"@font-face\s*{[^}]*}", "", svg).replace("Fira Code", FONT)  # no font from elsewhere
        svg = re.sub(r"terminal-\d+-", "terminal-", svg)  # the same picture gives the same file
        (HERE / f"{name}.svg").write_text(svg, "utf-8")
        (HERE / f"{name}.png").write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=svg, monospace_family=FONT)))
        print(name)


class Clock:
    """Time that stands still until it is moved; a meeting on a Tuesday evening."""

    def __init__(self) -> None:
        self.milliseconds = 0

    def __call__(self) -> "Now":
        from intervisie_tui.meeting.model import Now

        start = datetime(2026, 11, 24, 19, 30, tzinfo=timezone(timedelta(hours=1)))
        return Now(stamp=start + timedelta(milliseconds=self.milliseconds), tick=self.milliseconds)

    def wait(self, minutes: int, seconds: int = 0) -> None:
        """So much later."""
        self.milliseconds += (60 * minutes + seconds) * 1000


@asynccontextmanager
async def studio(
    size: tuple[int, int], theme: Literal["donker", "licht", "contrast"] = "donker"
) -> AsyncIterator[Studio]:
    """The app on Home, with folders of its own: what another scene left would move the lines of Home."""
    from intervisie_tui.archive.settings import Settings
    from intervisie_tui.method.catalogue import builtin_folder, load
    from intervisie_tui.tui.app import Given, IntervisieApp

    clock = Clock()
    settings = Settings(theme=theme)
    with tempfile.TemporaryDirectory() as home:
        os.environ |= dict.fromkeys(FOLDERS, home)
        app = IntervisieApp(Given("nl", settings, lambda: load((builtin_folder(),), "nl")), clock)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Studio(pilot, clock)


async def five_steps() -> None:
    """A meeting by the five steps, at 100 × 30."""
    async with studio((100, 30)) as room:
        await _set_up(room)
        await _tell_and_write(room)
        await _ask(room)
        await _advise_and_choose(room)
        await _close(room)


async def _set_up(room: Studio) -> None:
    await room.shoot("begin")
    await room.press("enter")
    await room.shoot("methode")
    await room.press("pagedown")
    await room.press(*NAMES.replace(" ", ""))
    await room.press("pagedown", "enter", "end", "g")
    await room.shoot("rollen")
    await room.press("pagedown", "pagedown")


async def _tell_and_write(room: Studio) -> None:
    room.clock.wait(2, 20)
    await room.type(FACTS, QUESTION)
    await room.shoot("vertellen")
    await room.press("pagedown")
    room.clock.wait(1)
    await room.press(*"Sindswanneer")
    await room.shoot("stilte")
    await room.press("ctrl+u")
    for question, _answer in ROUND:
        await room.type(question)
        await room.press("pagedown")
    await room.press("pagedown", "pagedown")


async def _ask(room: Studio) -> None:
    room.clock.wait(6)
    for _question, answer in ROUND[:2]:
        await room.type(answer)
        await room.press("pagedown")
    await room.press(*"Danga")
    await room.shoot("vragenronde")
    await room.press("tab", "v")
    await room.shoot("valkuilen")
    await room.press("tab", "z")
    await room.shoot("zeggen")
    await room.press("q", "enter", "ctrl+u")
    await room.type(ROUND[2][1])
    await room.press("pagedown", "pagedown", "pagedown")
    await room.type("Hij levert te laat, Inez zegt niets, en dat kost haar het contact.")
    await room.press("enter", "enter")
    await room.shoot("samenvatten")
    await room.press("pagedown", "pagedown")


async def _advise_and_choose(room: Studio) -> None:
    room.clock.wait(9)
    for advice in ADVICE:
        await room.type(advice)
        await room.press("pagedown")
    await room.press("pagedown", "pagedown", "pagedown")
    room.clock.wait(9, 30)
    await room.press("enter", "pagedown", "enter", "tab", "f")
    await room.shoot("adviesronde")
    await room.press("tab", "pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
    room.clock.wait(11)
    await room.press("enter")
    await room.shoot("evaluatie")


async def _close(room: Studio) -> None:
    await room.press("pagedown")
    await room.type("Het luchtte op.")
    await room.press(*["pagedown"] * 7)
    await room.type("Ik loop even bij hem binnen", "donderdag", "Anna")
    await room.press("pagedown")
    await room.type("Anna leidt, Bram brengt in", "", "12 januari 19:30")
    room.clock.wait(6)
    await room.press("pagedown", "down", "enter")
    await room.shoot("samenvatting")


async def practice() -> None:
    """Choosing what to practise, a moment that goes wrong in a drill, and stepping in, at 100 × 30."""
    async with studio((100, 30)) as room:
        await room.press("end", "up", "enter")
        await room.shoot("oefenen")
        await room.press("3")
        await room.practise(26)
        await room.shoot("oefening")
        await room.press("ctrl+g")
        await room.shoot("ingrijpen")
        await room.press("2")
        await room.shoot("ingreep")


async def looking_back() -> None:
    """The debrief of ten minutes with a group, in which one moment in three was let pass, at 100 × 40."""
    from intervisie_tui.practice import scenarios
    from intervisie_tui.practice.beginning import Chosen, begin
    from intervisie_tui.practice.director import Director
    from intervisie_tui.practice.leading import Ideal, Patient
    from intervisie_tui.practice.run import Wall, play_to_the_end
    from intervisie_tui.practice.watch import open_one
    from intervisie_tui.running import RunningMeeting
    from intervisie_tui.tui.app import IntervisieApp
    from intervisie_tui.tui.training import Ended

    class Learning(Ideal):
        """Sees most of it."""

        def due(self, director: Director, running: RunningMeeting, at: int) -> int | None:
            met = open_one(director.record)
            missed = met is not None and len(director.record.met) % 3 == 2
            return Patient.due(self, director, running, at) if missed else super().due(director, running, at)

    class Nowhere:
        """Keeps nothing."""

        def save(self, meeting: object) -> None: ...
        def save_draft(self, draft: object) -> None: ...

    async with studio((100, 40)) as room:
        app: Any = room.pilot.app
        assert isinstance(app, IntervisieApp)
        methods = scenarios.methods_in((METHODS,))
        script = scenarios.load_scenarios((scenarios.builtin_folder(),), methods).first
        assert script is not None
        run = begin(script, Chosen(autopilot=True), room.clock(), Wall())
        run.facilitator = Learning()
        running = RunningMeeting(run.meeting, Nowhere(), run.now)
        run.join(running)
        play_to_the_end(run)
        seen = replace(run.record, own_view=(OWN_VIEW, HARD), next_time=NEXT_TIME, autopilot=False)
        app.training.look_back(Ended(running.value, seen))
        await room.pilot.pause()
        await room.shoot("terugkijken")


async def eight_steps(size: tuple[int, int], theme: Literal["licht", "contrast"]) -> None:
    """Feedback by the eight steps, at another size and in other colours."""
    async with studio(size, theme) as room:
        await room.press("enter", "down", "pagedown")
        await room.press(*NAMES.replace(" ", ""))
        await room.press("pagedown", "enter", "pagedown", "pagedown")
        await room.type(
            "Een cliënt die zwijgt.", "Machteloos, en ook wat boos.", "Hoe blijf ik erbij zonder te trekken?"
        )
        await room.press("tab", "i", "5")
        await room.press("tab")
        await room.type(
            "Je praat snel als het over haar gaat.", "Ik raakte de draad kwijt.", "Een stilte laten vallen."
        )
        await room.press("pagedown")
        await room.shoot(theme)


async def a_group() -> None:
    """A standing group: its page, its agreements, who is here today, and one of them who prepares a case."""
    async with studio((100, 30)) as room:
        await room.press("end", "up", "up", "enter", "n")
        await room.type("Dinsdaggroep", NAMES)
        for topic in ("1", "3", "5"):
            await room.press("4", "enter", topic, "1", "enter")
        await room.press("8", "enter")
        await room.type("8 december om 19:30", "", "De Kazerne")
        await room.press("1")
        await room.shoot("groep")
        await room.press("4", "enter", "4")
        await room.shoot("afspraak")
        await room.press("tab", "p", "1", "1")
        await room.type("De collega die te laat levert", FACTS)
        await room.press(*"Onmacht,", "space", *"ook", "space", *"naar", "space", *"Jansen")
        await room.shoot("voorbereiden")
        await room.press("pagedown", "1", "enter", "2", "pagedown", "a", "m", "a", "l")
        await room.shoot("wie")


def main() -> int:
    """Every picture anew; the old ones go."""
    home = tempfile.TemporaryDirectory()
    os.environ |= dict.fromkeys(FOLDERS, home.name)
    from intervisie_tui.terminal import before_import

    before_import.prepare(os.environ)
    os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
    os.environ["TZ"] = "Europe/Amsterdam"
    time.tzset()
    os.umask(0o022)
    for old in (*HERE.glob("*.svg"), *HERE.glob("*.png")):
        old.unlink()
    asyncio.run(five_steps())
    asyncio.run(practice())
    asyncio.run(looking_back())
    asyncio.run(eight_steps((80, 24), "licht"))
    asyncio.run(eight_steps((140, 45), "contrast"))
    asyncio.run(a_group())
    home.cleanup()
    return 0


if __name__ == "__main__":
    sys.exit(main())
