"""The summary on the screen: what came of both methods, reading on, and the Markdown beside it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from intervisie_tui.archive.paths import Unusable
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.presence import rename
from intervisie_tui.meeting.saying import note, tell
from intervisie_tui.meeting.viewing import view
from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.tui import themes
from intervisie_tui.tui.dialogs import Blank, Read
from intervisie_tui.tui.screens.summary import SummaryScreen
from intervisie_tui.tui.widgets.laid import Laid
from intervisie_tui.tui.widgets.plain import Plain
from tests.builders import INEZ, Clock, begin
from tests.tui.evenings import EVENINGS, HIDDEN, with_eight_steps, with_five_steps
from tests.tui.stage import on_stage, press, seen


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Stage(SteadyApp):
    """An app with nothing but the summary. It keeps what the screen asked for."""

    def __init__(self, meeting: Meeting, export: Callable[[], Path], *, again: bool, own_keys: dict[str, str]) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.summary = SummaryScreen(
            view(meeting),
            own_keys=own_keys,
            export=export,
            again=(lambda: self.asked.append("again")) if again else None,
            done=lambda: self.asked.append("done"),
        )

    def on_mount(self) -> None:
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.DARK
        self.push_screen(self.summary)


def nowhere() -> Path:
    raise AssertionError("nobody asked for Markdown")


@asynccontextmanager
async def shown(
    meeting: Meeting,
    size: tuple[int, int] = (80, 24),
    export: Callable[[], Path] = nowhere,
    again: bool = True,
    own_keys: dict[str, str] | None = None,
) -> AsyncIterator[tuple[Stage, Pilot[int]]]:
    """The summary on a screen of this size, drawn."""
    app = Stage(meeting, export, again=again, own_keys=own_keys or {})
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def words(app: Stage, selector: str = "Plain, Fitted") -> str:
    """All that can be read on the screen, also by scrolling, a widget below the other."""
    found = []
    for widget in app.screen.query(selector):
        if widget.display and isinstance(widget, Laid):
            widget.render_line(0)  # then it has been written for the room that it has
            found += [line.plain for line in widget.lines]
        elif widget.display and isinstance(widget, Plain):
            found.append(str(widget.content))
    return "\n".join(found)


def keys(app: Stage) -> str:
    """What the key line says."""
    return words(app, "KeyLine")


def in_one_line(page: str) -> str:
    return " ".join(page.split())


TOLD = {
    "five": [
        "Van 19:30 tot 20:15, samen 45 minuten.",
        "inbrenger Inez",
        "gespreksleider Gerda",
        "tijdbewaker Bram",
        "groepsleden Anna, Bram, Cas en Dina",
        "Casus van Inez ┃ Vraag ┃ Hoe zeg ik op tijd nee?",
        "Feiten De planning loopt al weken uit. Iedereen komt bij mij.",
        "1 Anna Wie vraagt het meest van je? ↳ Mijn chef, altijd op vrijdagmiddag.",
        "vaakst tegen haar chef. Bevestigd door Inez, Anna, Bram, Cas en Dina.",
        "1 Anna Begin met één ding waar je nee tegen zegt. ✓ bruikbaar ✎ vrijdag al begrepen",
        "3 Cas Wacht tot maandag. begrepen 4 Dina",
        "Ingrepen ─ 19:37 Kant-en-klare oplossing Probleemverkenning",
        "1 Inez Licht.",
        "– 14 april om half acht, Anna leidt. – Bram brengt in.",
        "1 geschreven tekst is niet gedeeld.",
        "Samen 55:00 45:20",
    ],
    "eight": [
        "┃ Vraag ┃ Wat raakt mij?",
        "Casus Een patiënt belt elke dag. Wat het oproept Ergernis.",
        "1 Anna Wat voelde je? onderstroom ↳ Boosheid.",
        "1 Anna Een dijk die lekt. ✓ bruikbaar ↳ Dat herken ik.",
        "Waarneming: Je lachte. Effect: Ik schrok. Alternatief: Stil zijn.",
        "Situatie: Een nachtdienst. Wat werkte: Bellen. Wat niet werkte: Wachten.",
        "Inzichten – Ik zeg te vaak ja. Vervolgstappen – Morgen bellen.",
        "1 Anna Ook ik hoor het lek niet.",
        "Notities – Volgende keer meer tijd hiervoor.",
    ],
    "third": [
        "Begonnen om 19:30, nog niet afgesloten. Gebleven bij stap 6 van 6, Oogst.",
        "┃ Motto ┃ Eerst slapen.",
        "Ervaringen – Vroeg beginnen. cijfer 4 – Lang wachten.",
        "Samenvatting Het begint vroeg. Bevestigd door Inez.",
        "1 Inez Ik zag: Rust.",
    ],
}


@pytest.mark.parametrize("evening", EVENINGS)
async def test_the_screen_tells_what_came_of_the_meeting(evening: str, clock: Clock) -> None:
    async with shown(EVENINGS[evening](clock)) as (app, _pilot):
        page = in_one_line(words(app).replace("─", ""))
    assert [line for line in TOLD[evening] if in_one_line(line.replace("─", "")) not in page] == []


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 45)])
@pytest.mark.parametrize("evening", ["five", "eight"])
async def test_what_was_written_and_never_said_is_counted_and_not_shown(
    evening: str, size: tuple[int, int], clock: Clock
) -> None:
    async with shown(EVENINGS[evening](clock), size) as (app, _pilot):
        page = words(app)
    assert "1 geschreven tekst is niet gedeeld." in page
    assert HIDDEN not in page


@pytest.mark.parametrize("hostile", ["[/]", "[bold]x[/nope]", "[@click=app.exit]weg[/]", "[$error]rood", "\\[b]"])
async def test_markup_in_words_and_names_is_shown_as_it_stands(hostile: str, clock: Clock) -> None:
    meeting = rename(begin("balint-5", clock), INEZ, hostile)
    meeting = tell(meeting, "feiten", hostile, clock.now)
    meeting = tell(meeting, "vraag", hostile, clock.now)
    meeting = note(meeting, hostile, clock.now)
    case = replace(meeting.part, method=replace(meeting.part.method, name=hostile, variant=hostile))
    meeting = replace(meeting, parts=(case, *meeting.parts[1:]))

    def export() -> Path:
        raise Unusable(hostile)

    async with shown(meeting, (100, 30), export) as (app, pilot):
        await pilot.press("e")
        assert words(app, "#text").count(hostile) == 5  # the role, the heading of the case and the three words
        assert words(app, "#head").count(hostile) == 2
        assert hostile in words(app, "#message")


async def test_a_meeting_in_which_nothing_was_said_says_so(clock: Clock) -> None:
    async with shown(begin("balint-8", clock), again=False) as (app, _pilot):
        page = in_one_line(words(app))
    assert "Er is niets vastgelegd." in page
    assert "nog niet afgesloten. Gebleven bij stap 1 van 8, Vraagstelling." in page
    assert "Casus van" not in page


async def test_a_wide_screen_has_the_times_beside_the_text_and_others_below_it(clock: Clock) -> None:
    for size, beside in (((140, 45), True), ((140, 24), False), ((100, 30), False), ((80, 24), False)):
        async with shown(with_eight_steps(clock), size) as (app, _pilot):
            assert ("Samen" in words(app, "#beside")) is beside
            assert ("Samen" in words(app, "#text")) is not beside


async def test_the_times_move_when_the_window_changes(clock: Clock) -> None:
    async with shown(with_eight_steps(clock), (80, 24)) as (app, pilot):
        for size, beside in (((140, 45), True), ((80, 24), False)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert ("Samen" in words(app, "#beside"), "Samen" in words(app, "#text")) == (beside, not beside)


async def test_nothing_is_wider_than_eighty_columns(clock: Clock) -> None:
    async with shown(with_five_steps(clock), (140, 45)) as (app, _pilot):
        assert app.summary.query_one("#text").content_size.width == 80


# Reading on


async def test_page_down_and_the_other_keys_read_on_and_back(clock: Clock) -> None:
    async with shown(with_five_steps(clock)) as (app, pilot):
        reading = app.summary.reading
        seen = []
        for key in ("pagedown", "down", "up", "pageup", "end", "home"):
            await pilot.press(key)
            seen.append(round(reading.scroll_y))
        page, end = seen[0], round(reading.max_scroll_y)
        assert seen == [page, page + 1, page, 0, end, 0]
        assert 0 < page < reading.content_size.height  # a line or two of the page before stay


async def test_how_much_is_below_is_told_and_page_down_at_the_end_says_that_it_is_the_end(clock: Clock) -> None:
    async with shown(with_five_steps(clock)) as (app, pilot):
        await pilot.pause()
        assert words(app, "#where") == f"▾ nog {app.summary.reading.max_scroll_y} regels"
        await pilot.press("end")
        assert words(app, "#where") == ""
        assert words(app, "#message") == ""
        await pilot.press("pagedown")
        assert words(app, "#message") == "Dit is het einde van het verslag."
        assert app.asked == []  # a clicker never leaves the summary
        await pilot.press("pageup")
        assert words(app, "#message") == ""


# Acts


async def test_e_writes_markdown_and_says_where_it_is(clock: Clock) -> None:
    path = Path("/home/gerda/.local/share/intervisie/meetings/2026-03-03-1930.md")
    async with shown(with_five_steps(clock), export=lambda: path) as (app, pilot):
        await pilot.press("e")
        assert words(app, "#message").endswith(str(path))
        assert not app.summary.query_one("#message").has_class("-trouble")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Unusable("Dat bestand is weg."), "Dat bestand is weg."),
        (OSError(28, "No space left on device", "/x/geheim"), "De schijf is vol."),
    ],
)
async def test_a_markdown_that_cannot_be_written_is_explained_and_nothing_else_changes(
    error: Exception, reason: str, clock: Clock
) -> None:
    def export() -> Path:
        raise error

    async with shown(with_five_steps(clock), export=export) as (app, pilot):
        await pilot.press("e")
        assert words(app, "#message") == f"Er is geen Markdown gemaakt. {reason}"
        assert app.summary.query_one("#message").has_class("-trouble")
        await pilot.press("q")
    assert app.asked == ["done"]


@pytest.mark.parametrize("key", ["q", "enter"])
async def test_q_and_enter_go_back_to_the_beginning(key: str, clock: Clock) -> None:
    async with shown(with_five_steps(clock)) as (app, pilot):
        await pilot.press(key)
    assert app.asked == ["done"]


async def test_a_takes_the_meeting_up_again_where_that_can_be(clock: Clock) -> None:
    meeting = with_five_steps(clock)
    async with shown(meeting) as (app, pilot):
        assert "weer openen" in keys(app)
        await pilot.press("a")
    assert app.asked == ["again"]
    async with shown(meeting, again=False) as (app, pilot):
        assert "weer openen" not in keys(app)
        await pilot.press("a")
        await pilot.press("?")
        assert "weer openen" not in words(app).partition("Nu niet")[0]
    assert app.asked == []


async def test_the_question_mark_shows_every_key_also_ones_own(clock: Clock) -> None:
    async with shown(with_five_steps(clock), own_keys={"export": "m"}) as (app, pilot):
        await pilot.press("?")
        assert isinstance(app.screen, Read)
        page = in_one_line(words(app))
        for act in app.summary.keymap.acts:
            assert act.help in page
        assert "m Het verslag ook als Markdown" in page


async def test_b_leaves_the_screen_blank_until_a_key(clock: Clock) -> None:
    async with shown(with_five_steps(clock)) as (app, pilot):
        await pilot.press("b")
        assert isinstance(app.screen, Blank)
        await pilot.press("q")
        assert app.screen_stack[-1] is app.summary
    assert app.asked == []


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 45)])
async def test_the_ways_out_stand_in_the_key_line_at_every_size(size: tuple[int, int], clock: Clock) -> None:
    async with shown(with_five_steps(clock), size) as (app, _pilot):
        assert "Enter naar het begin" in keys(app)
        assert "? alle toetsen" in keys(app)


async def test_a_group_that_could_not_be_brought_up_to_date_is_told_and_tried_again(clock: Clock) -> None:
    tried: list[str] = []
    screen = SummaryScreen(
        view(with_five_steps(clock)), own_keys={}, export=lambda: Path(), again=None, done=lambda: None
    )
    async with on_stage(screen) as (app, pilot):
        assert "groep bijwerken" not in await seen(pilot)
        screen.group_failed("De schijf is vol.", lambda: tried.append("again"))
        page = " ".join((await seen(pilot)).split())
        assert "De groep is nog niet bijgewerkt. De schijf is vol." in page and "g groep bijwerken" in page
        await press(app, "g")
        assert tried == ["again"]
        assert "groep bijwerken" not in await seen(pilot)
