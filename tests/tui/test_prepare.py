"""Preparing a case alone: the words are on the disk soon, a hint is quiet, and what is thrown away is gone."""

from intervisie_tui.archive.paths import preparations_folder
from intervisie_tui.archive.preparations import open_preparation, preparations
from intervisie_tui.group.preparation import Preparation
from intervisie_tui.tui.preparing import Paper
from intervisie_tui.tui.screens.prepare import PrepareScreen
from tests.builders import method
from tests.tui.a_year import TODAY
from tests.tui.stage import on_stage, press, seen

FRESH = Preparation(id="0123456789abcdef", group="2026-03-01-1000", who="m1", method="balint-5", changed=TODAY)


def a_paper() -> Paper:
    return Paper(FRESH, None, lambda: TODAY)


def a_form(paper: Paper, done: list[str]) -> PrepareScreen:
    return PrepareScreen(
        paper=paper,
        method=method("balint-5"),
        who="Anna",
        group="Dinsdaggroep",
        own_keys={},
        done=lambda: done.append("done"),
    )


def words() -> list[dict[str, str]]:
    """What is on the disk."""
    return [one.words for one in preparations("2026-03-01-1000", "m1")]


def test_a_file_comes_with_the_first_words_and_goes_with_the_last() -> None:
    paper = a_paper()
    paper.write()
    assert words() == []
    paper.typed({"feiten": "Een mail bleef liggen."})
    assert paper.unsaved
    paper.write()
    assert words() == [{"feiten": "Een mail bleef liggen."}]
    paper.typed({"feiten": ""})
    paper.close()
    assert words() == []


def test_an_older_write_never_lands_last() -> None:
    paper = a_paper()
    for n in range(5):
        paper.typed({"feiten": str(n)})
    paper.write()
    paper.write()
    assert words() == [{"feiten": "4"}]


def test_what_is_open_elsewhere_is_read_only() -> None:
    first = a_paper()
    first.typed({"feiten": "Eerst."})
    first.write()
    with open_preparation(FRESH.id) as again:
        second = Paper(again.value, again, lambda: TODAY)
        assert "alleen lezen" in second.read_only
        second.typed({"feiten": "Anders."})
        second.close()
    assert words() == [{"feiten": "Eerst."}]


async def test_what_is_typed_is_on_the_disk_when_one_is_done_and_a_hint_is_quiet() -> None:
    done: list[str] = []
    async with on_stage(a_form(a_paper(), done)) as (app, pilot):
        await press(app, *"Titel", "enter", *"Gisteren belde mevrouw Jansen.")
        assert "mevrouw Jansen’: misschien liever een rol" in " ".join((await seen(pilot)).split())
        await press(app, "tab", "h", "tab", "pagedown")
    assert done == ["done"]
    assert words() == [{"titel": "Titel", "feiten": "Gisteren belde mevrouw Jansen."}]


async def test_a_disk_that_refuses_is_said_and_nothing_is_left() -> None:
    preparations_folder().parent.mkdir(parents=True)
    preparations_folder().write_text("in de weg")
    done: list[str] = []
    async with on_stage(a_form(a_paper(), done)) as (app, pilot):
        await press(app, *"Titel", "pagedown")
        assert "Niet opgeslagen." in await seen(pilot)
        assert "Titel" in await seen(pilot)
    assert done == []


async def test_thrown_away_is_gone() -> None:
    done: list[str] = []
    paper = a_paper()
    paper.typed({"feiten": "Weg ermee."})
    paper.write()
    async with on_stage(a_form(paper, done)) as (app, _pilot):
        await press(app, "tab", "w", "2")
    assert done == ["done"]
    assert words() == []
