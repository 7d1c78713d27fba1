"""The debrief as text: in its order, what was missed without its answer, and nothing wider than the column."""

import pytest
from textual.content import Content

from intervisie_tui.meeting.lookback import StepTime
from intervisie_tui.practice.debrief import AlarmTold, Debrief, MomentTold, Share, questions
from intervisie_tui.practice.progress import Progress
from intervisie_tui.tui.debrief_text import head, text

SEEN = MomentTold(
    id="karin-zelf",
    at=135_000,
    step="Probleemverkenning",
    who="Karin",
    says="O, dat herken ik. Vorig jaar had ik ook zo iemand, en toen heb ik gewoon gezegd dat het klaar was.",
    outcome="seen",
    seconds=6,
    act="Terug naar de vraag",
    others=("De beurt geven",),
    right=("Terug naar de vraag",),
    pitfall="Over jezelf beginnen",
    why="Eén zin van herkenning is genoeg.",
    followed=(("Karin", "Ja. Wat gebeurde er toen?"),),
)
MISSED = MomentTold(
    id="joost-tip",
    at=260_000,
    step="Probleemverkenning",
    who="Joost",
    says="Je moet gewoon de deur op slot doen.",
    outcome="missed",
    seconds=20,
    act="",
    others=(),
    right=("Advies bewaren voor later",),
    pitfall="Kant-en-klare oplossing",
    why="Een tip die te vroeg komt, sluit het zoeken af.",
    followed=(("Noor", "Ja maar, dat heb ik al gedaan."),),
)
ALARM = AlarmTold(
    at=300_000, step="Reflectie", act="De stilte bewaken", who="Noor", says="(stilte)", why="Het was stil."
)
TOLD = Debrief(
    title="De collega die steeds te laat komt",
    length="tien minuten, met een snelle klok",
    seed=1,
    autopilot=False,
    questions=questions(),
    own_view=("Druk, en leuk.", ""),
    timeline=(SEEN, MISSED, ALARM),
    unmet=2,
    steps=(StepTime("Vraagintroductie", 300, 425), StepTime("Reflectie", 300, 0)),
    shares=(Share("Karin", 3), Share("Joost", 1)),
    next_time="Eerst tot drie tellen.",
)
SO_FAR = (Progress("Kant-en-klare oplossing", ("missed", "seen"), 8),)


def page(shown: bool = False, width: int = 76) -> str:
    return " ".join(text(TOLD, SO_FAR, shown, width).plain.split())


def test_it_has_its_order() -> None:
    read = page()
    parts = ["Druk, en leuk.", "Wat er gebeurde", "2:15", "4:20", "5:00", "Eerst tot drie tellen.", "Tijd", "Beurten"]
    places = [read.index(part) for part in [*parts, "Alle oefeningen samen"]]
    assert places == sorted(places)


def test_what_was_seen_says_how_soon_and_why() -> None:
    assert "✓ Gezien, na 6 seconden: Terug naar de vraag." in page()
    assert "Ook geprobeerd: De beurt geven." in page() and "Eén zin van herkenning is genoeg." in page()


def test_the_answer_to_what_was_missed_comes_only_when_it_is_asked_for() -> None:
    for answer in ("Advies bewaren voor later", "Een tip die te vroeg komt", "Probleemverkenning · Kant-en-klare"):
        assert answer not in page()
        assert answer in page(shown=True)
    assert "daarna Noor “Ja maar, dat heb ik al gedaan.”" in page()


def test_a_false_alarm_is_told_with_what_had_been_said() -> None:
    assert "Noor (stilte) Hier was niets mis; je greep in met: De stilte bewaken." in page()


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
