"""A presentation clicker leads a whole meeting: Page Down, Page Up and, after one Tab, b."""

from pathlib import Path

import pytest

from tests.whole.program import BACK, ON, TAB, group, program

pytestmark = pytest.mark.long


STEPS = ("Stap 2 van 5", "Stap 3 van 5", "Stap 4 van 5", "Stap 5 van 5", "Ervaring van Inez")


def test_a_clicker_leads_a_meeting_to_its_end(tmp_path: Path) -> None:
    with program(tmp_path, *group(tmp_path)) as room:
        room.see("Stap 1 van 5", "Vertellen")
        room.press(TAB, "b")
        room.until(lambda: room.text.split() == [])
        room.press(ON)
        room.see("Stap 1 van 5", "Vertellen")
        room.press_until(ON, STEPS[0])
        room.press(BACK)
        room.see("Stap 1 van 5", "Vragen opschrijven")
        for step in STEPS:
            room.press_until(ON, step)
        room.press_until(ON, "Bijeenkomst afsluiten?")
        kept = room.saved()
    assert kept.ended is None
    assert [part.contributions for part in kept.parts] == [(), ()]
