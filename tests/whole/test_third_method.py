"""A method of the user's own: found, led by keys from Home to the end, beside a file that is broken."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from intervisie_tui.meeting.model import Meeting
from tests.builders import METHODS, THIRD
from tests.terminal.ptysession import ROOT
from tests.whole.program import DOWN, ENTER, ON, TAB, Program, program

BROKEN = THIRD.replace('id = "proefkonijn"', 'id = "kapot"').replace("minutes = 3", "minutes = 0")
WRONG_LINE = BROKEN[: BROKEN.index("minutes = 0")].count("\n") + 1
POINTS = {"Het regent.": 2, "De bus was te laat.": 5}
SUMMARY = "Kou en haast."
WRITTEN = ("Een muur.", "Een deur.")
CIRCLE = {"Inez": ("rust", ""), "Anna": ("haast", "thee"), "Bram": ("niets", ""), "Gerda": ("ons", "meer")}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with a new method, one in place of a built-in one, and a broken one."""
    folder = tmp_path / "config" / "intervisie" / "methods"
    folder.mkdir(parents=True)
    (folder / "proefkonijn.toml").write_text(THIRD, "utf-8")
    own = (METHODS / "balint-8.toml").read_text("utf-8").replace('variant = "8 stappen"', 'variant = "zoals wij"')
    (folder / "balint-8.toml").write_text(own, "utf-8")
    (folder / "kapot.toml").write_text(BROKEN, "utf-8")
    return tmp_path


def test_a_method_of_ones_own_is_led_by_keys_from_home(home: Path) -> None:
    with program(home) as room:
        read_the_notice(room)
        set_up(room)
        talk_and_weigh(room)
        sum_up_and_write(room)
        show(room)
        go_round(room)
        harvest(room)
        room.press_until(ON, "Bijeenkomst afsluiten?")
        room.press(DOWN, ENTER)
        room.see("naar het begin", "Proefkonijn")
        check(room.saved())


def read_the_notice(room: Program) -> None:
    room.see("Beginnen", "1 melding over je eigen bestanden.")
    room.press("m")
    room.see("Meldingen", "gevonden 0")
    assert f"kapot.toml:{WRONG_LINE}" in room.flat.replace(" ", "")
    room.press(ENTER)
    room.see_gone("Meldingen")


def set_up(room: Program) -> None:
    room.press(ENTER)
    room.see("Welke methode?", "5 stappen", "zoals wij", "Proefkonijn")
    assert "8 stappen" not in room.flat
    room.press("2")
    room.see("Jullie eigen versie, die de meegeleverde vervangt.")
    room.press("3")
    room.see("Begint met een gesprek", "Oogst")
    room.press(ENTER)
    room.see("Wie zijn er?")
    room.press("Inez, Anna, Bram, Gerda")
    room.see("4 Gerda")
    room.press(ON)
    room.see("Wie doet wat?")
    room.press(ENTER, "4", "g")
    room.see("Inez inbrenger", "Gerda, leidt alleen")
    room.press(ON)
    room.see("Hoe lang?", "Samen 21 minuten")
    room.press(ENTER)


def talk_and_weigh(room: Program) -> None:
    room.see("Stap 1 van 6", "de groep, Inez; Gerda luistert")
    for point in POINTS:
        room.press(point, ENTER)
        room.see(point)
    room.press(ON)
    room.see("Stap 2 van 6", "De groep geeft samen elk een cijfer")
    for point, figure in POINTS.items():
        room.press(str(figure))
        room.see(f"{'●' * figure} {point}")
        room.press(DOWN)
    room.press(ON)


def sum_up_and_write(room: Program) -> None:
    room.see("Stap 3 van 6", "vat samen")
    room.press(SUMMARY, ENTER)
    room.see("▸ · Inez")
    room.press(ENTER)
    room.see("✓ Inez begrepen")
    room.press(ON)
    for n, text in enumerate(WRITTEN, 1):
        room.see("Associatie van Anna")
        room.press(text, ENTER)
        room.see(f"{n} bewaard")
        room.press(ON)
    room.see("Associatie van Bram")
    room.press(ON)
    room.press_until(ON, "Stap 4 van 6")


def show(room: Program) -> None:
    """Anna asks for what she wrote, and says it; Inez marks it and notes something beside it."""
    room.see("Anna deelt een beeld")
    assert WRITTEN[0] not in room.flat
    room.press(TAB, "k")
    room.see(f"Beeld van Anna {WRITTEN[0]}")
    room.press(TAB, ENTER)
    room.see(f"Anna {WRITTEN[0]}")
    room.press(TAB, "m", "f")
    room.see("✓ bruikbaar", "begrepen")
    room.press("a")
    room.see("vastleggen")
    room.press("onthouden", ENTER)
    room.see("✎ onthouden")
    room.press(TAB)
    room.press_until(ON, "Stap 5 van 6")


def go_round(room: Program) -> None:
    """Everybody, also who brings in and who leads."""
    for name, (saw, wish) in CIRCLE.items():
        room.see(f"{name} geeft feedback")
        room.press(saw, ENTER, *([wish, ENTER] if wish else []))
        room.see(f"Ik zag: {saw}")
        if name == "Inez":
            room.press(TAB, "s")
            room.see("[warm]")
            room.press(TAB)
        room.press(ON)


def harvest(room: Program) -> None:
    room.see("Stap 6 van 6", "Gerda legt vast")
    room.press("Een punt", ENTER, ENTER, "Warm blijven", ENTER)
    room.see("Punten Een punt", "Motto Warm blijven")


def check(kept: Meeting) -> None:
    case = kept.parts[0]
    names = {p.id: p.name for p in kept.participants}

    def said(step: int) -> list[tuple[str, str]]:
        return [(c.kind, c.text) for c in case.contributions if c.step == step]

    assert case.method.id == "proefkonijn"
    assert {c.text: c.rating for c in case.contributions if c.step == 0} == POINTS
    assert said(2) == [("summary", SUMMARY)]
    assert [c.who for c in case.confirmed] == [(1,)]
    (image,) = (c for c in case.contributions if c.kind == "image")
    assert (image.text, image.useful, image.understood, image.own_note) == (WRITTEN[0], True, True, "onthouden")
    assert [w.text for w in case.written] == [WRITTEN[1]]
    circle = [c for c in case.contributions if c.step == 4]
    assert {names[c.by[0]]: (c.parts["zag"], c.parts.get("wens", "")) for c in circle} == CIRCLE
    assert [c.label for c in circle] == ["warm", "", "", ""]
    assert said(5) == [("note", "Een punt"), ("note", "Warm blijven")]
    assert kept.ended is not None


def test_the_command_line_finds_the_fault_with_its_line(home: Path) -> None:
    folder = home / "config" / "intervisie" / "methods"
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "PYTHONPATH": str(ROOT)}

    def methods(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "intervisie_tui", "methods", *words]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)

    checked = methods("check", "proefkonijn.toml", "kapot.toml")
    assert checked.returncode == 1
    assert "proefkonijn.toml: in orde" in checked.stdout
    assert f"kapot.toml:{WRONG_LINE}" in checked.stdout
    listed = methods("list")
    assert listed.returncode == 0
    assert "proefkonijn" in listed.stdout
    assert "zoals wij" in listed.stdout
    assert f"kapot.toml:{WRONG_LINE}" in listed.stderr
