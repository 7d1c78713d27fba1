"""The debrief as text: in its order, what was missed without its answer, and nothing wider than the column."""

import pytest
from textual.content import Content

from intervisie_tui.tui.debrief_text import head, text
from tests.tui.looking_back import SO_FAR, TOLD


def page(shown: bool = False, width: int = 76) -> str:
    return " ".join(text(TOLD, SO_FAR, shown, width).plain.split())


def test_it_has_its_order() -> None:
    read = page()
    parts = ["Druk, en leuk.", "Wat er gebeurde", "2:15", "4:20", "5:00", "Eerst tot drie tellen.", "Tijd", "Beurten"]
    places = [read.index(part) for part in [*parts, "Alle oefeningen samen"]]
    assert places == sorted(places)


def test_what_was_seen_says_how_soon_and_why() -> None:
    assert "✓ Gezien, na 6 seconden: Terug naar de vraag." in page()
    assert "Je probeerde ook: De beurt geven." in page() and "Eén zin van herkenning is genoeg." in page()


def test_the_answer_to_what_was_missed_comes_only_when_it_is_asked_for() -> None:
    for answer in ("Advies bewaren voor later", "Een tip die te vroeg komt", "Probleemverkenning · Kant-en-klare"):
        assert answer not in page()
        assert answer in page(shown=True)
    assert "daarna Noor “Ja maar, dat heb ik al gedaan.”" in page()


def test_a_false_alarm_is_told_with_what_had_been_said() -> None:
    assert "Noor (stilte) Je greep in: De stilte bewaken. Hier mocht het gewoon doorgaan." in page()


def test_a_step_that_had_no_time_is_left_out() -> None:
    read = page()
    assert "Vraagintroductie 5:00 7:05" in read and read.count("Reflectie") == 1


def test_there_is_no_mark_and_no_praise() -> None:
    read = page(shown=True).lower()
    for word in ("goed", "fout", "score", "punten", "%", "helaas", "knap"):
        assert word not in read


@pytest.mark.parametrize("width", [40, 58, 76, 84])
@pytest.mark.parametrize("shown", [True, False])
def test_no_line_is_wider_than_the_column(width: int, shown: bool) -> None:
    for line in text(TOLD, SO_FAR, shown, width).split("\n", allow_blank=True):
        assert Content(line.plain.rstrip()).cell_length <= width
    assert head(TOLD, width).cell_length <= width
