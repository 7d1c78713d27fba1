"""A scenario with a fault: every one is found, with file, line, key, what stands there and what should."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from intervisie_tui.method.fault import Fault
from intervisie_tui.method.schema import schema_text
from intervisie_tui.practice.scenario import Scenario
from intervisie_tui.practice.scenarios import Script, builtin_folder, load_scenarios, read_script
from intervisie_tui.practice.schema import NAME
from tests.practice.plays import METHODS, SAMPLE, SCRIPTS

TEXT = SAMPLE.read_text("utf-8")


def faults(tmp_path: Path, old: str, new: str) -> tuple[Fault, ...]:
    """What is found in the sample with one thing changed."""
    assert TEXT.count(old) >= 1, old
    path = tmp_path / "eigen.toml"
    path.write_text(TEXT.replace(old, new, 1), "utf-8")
    read = read_script(path, METHODS)
    assert isinstance(read, tuple), "no fault was found"
    return read


class Wrong(NamedTuple):
    """One thing changed in the sample, and what is told of it. `expected`: a part of what should have been there."""

    old: str
    new: str
    key: str
    found: str
    expected: str


def added(step: str, who: str, lines: str, key: str, found: str, expected: str) -> Wrong:  # noqa: PLR0917  # one row of a table
    """One more line in front of the first moment: the eighth."""
    own = f'[[says]]\nstep = "{step}"\nwho = "{who}"\n{lines}\n[[moments]]'
    return Wrong("[[moments]]", own, f"says[8]{key}", found, expected)


PERSON = 'presenter = true\n[[people]]\nid = "bo"\nname = "Bo"\nmanner = "Stil."'
MOMENT = """[[moments]]
id = "later"
step = "probleemverkenning"
turn = "karin"
after = 9
who = "noor"
says = "Ja, maar."
right = ["tijd-noemen"]
why = "Daarom."
[[drills]]"""
WELCOME = '[[welcome]]\nstep = "evaluatie"\nright = ["zuchten"]\n[[drills]]'
ASIDE = 'id = "karin-stilte"\nstep = "'

WRONG = (
    Wrong("schema = 1", "schema = 2", "schema", "2", "nieuwere versie"),
    Wrong('theme = "onderwijs"', 'thema = "onderwijs"', "thema", "onbekende sleutel", "theme"),
    Wrong('method = "balint-5"', 'method = "balint-9"', "method", "balint-9", "balint-8"),
    Wrong("presenter = true", "presenter = false", "people", "niemand", "presenter = true"),
    Wrong("presenter = true", PERSON, "people[2]", "niets", "Bo"),
    Wrong('id = "joost"', 'id = "noor"', "people[2].id", "nog eens", "nog niet"),
    Wrong('id = "joost"', 'id = "gespreksleider"', "people[2].id", "gespreksleider", "andere id"),
    Wrong('step = "vraagintroductie"', 'step = "intro"', "says[1].step", "intro", "vraagintroductie"),
    Wrong("activity = 1", "activity = 7", "says[3].activity", "7", "0 tot en met 1"),
    Wrong('who = "joost"\nanswer', 'who = "piet"\nanswer', "says[5].who", "piet", "joost, karin"),
    Wrong('who = "joost"\nanswer', 'who = "noor"\nanswer', "says[5].who", "noor", "joost, karin"),
    Wrong('field = "feiten"', 'field = "feit"', "says[1].field", "feit", "feiten, vraag"),
    Wrong("after = 10", "after = 300", "says[2].after", "300", "55 seconden"),
    added("probleemverkenning", "karin", 'text = "a"', "", "nummer 2", "ten hoogste 1"),
    added("advisering", "karin", "", ".text", "niets", "een tekst"),
    added("advisering", "karin", 'text = "a"\nanswer = "b"', ".answer", "b", "niet geantwoord"),
    added("advisering", "karin", 'text = "a"\nuseful = true', ".useful", "true", "kiezen"),
    added("advisering", "karin", 'text = "a"\nrating = 3', ".rating", "3", "ten hoogste 0"),
    added("advisering", "karin", 'text = "a"\nlabel = "x"', ".label", "x", "die is er niet"),
    added("advisering", "karin", 'text = "a"\npass = true', ".pass", "tekst", "geen tekst"),
    added("advisering", "karin", 'field = "feiten"\ntext = "a"', ".field", "feiten", "geen velden"),
    added("advisering", "karin", 'parts = { a = "b" }', ".parts", "een tabel", "geen delen"),
    added("evaluatie", "karin", "useful = true", ".who", "karin", "die is er niet"),
    added("evaluatie", "karin", 'text = "a"', ".text", "een tekst", "gekozen"),
    Wrong('turn = "karin"', 'turn = "noor"', "moments[1].turn", "noor", "joost, karin"),
    Wrong('"advies-parkeren"]', '"later"]', "moments[1].right[2]", "later", "tijd-noemen"),
    Wrong('pitfall = "Kant-en-klare oplossing"', 'pitfall = "Haast"', "moments[1].pitfall", "Haast", "Kruisverhoor"),
    Wrong('{ who = "karin", says', '{ who = "piet", says', "moments[1].missed[1].who", "piet", "noor"),
    Wrong("[[drills]]", MOMENT, "moments[2].after", "9", "24"),
    Wrong(ASIDE + "probleemverkenning", ASIDE + "pauze", "asides[1].step", "pauze", "reflectie"),
    Wrong("[[drills]]", WELCOME, "welcome[1].right[1]", "zuchten", "geheimhouding"),
    Wrong('moment = "joost-tip"', 'moment = "tip"', "drills[1].moment", "tip", "joost-tip"),
)


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong.key} {wrong.found}")
def test_each_fault_is_told_where_it_stands(tmp_path: Path, wrong: Wrong) -> None:
    told = faults(tmp_path, wrong.old, wrong.new)
    hits = [fault for fault in told if fault.key == wrong.key or fault.key.startswith(wrong.key + ".")]
    assert hits, [str(fault) for fault in told]
    assert wrong.found in hits[0].found
    assert wrong.expected in hits[0].expected
    assert hits[0].file.endswith("eigen.toml")
    assert hits[0].line > 0


def test_who_passes_first_may_say_something_when_the_turn_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "eigen.toml"
    passing = '[[says]]\nstep = "probleemverkenning"\nwho = "joost"\npass = true\n[[moments]]'
    path.write_text(TEXT.replace("[[moments]]", passing, 1), "utf-8")
    assert isinstance(read_script(path, METHODS), Script)


def test_all_faults_are_told_together(tmp_path: Path) -> None:
    path = tmp_path / "eigen.toml"
    text = TEXT.replace('field = "feiten"', 'field = "feit"').replace('turn = "karin"', 'turn = "noor"')
    path.write_text(text.replace('moment = "joost-tip"', 'moment = "tip"'), "utf-8")
    read = read_script(path, METHODS)
    assert isinstance(read, tuple)
    assert [fault.line for fault in read] == sorted(fault.line for fault in read)
    assert {re.sub(r"\W.*", "", fault.key) for fault in read} == {"says", "moments", "drills"}


@pytest.mark.parametrize("text", ["", "geen TOML", "people = 3", "[[says]]\nwho = 1", "[[people]]\nid = []"])
def test_what_is_no_scenario_at_all_is_told_as_well(tmp_path: Path, text: str) -> None:
    path = tmp_path / "eigen.toml"
    path.write_text(text, "utf-8")
    assert isinstance(read_script(path, METHODS), tuple)


@pytest.mark.parametrize("script", SCRIPTS)
def test_those_that_come_with_it_have_no_fault_and_lie_under_their_own_id(script: Script) -> None:
    path = builtin_folder() / f"{script.scenario.id}.toml"
    assert isinstance(read_script(path, METHODS), Script)
    assert path.read_text("utf-8").startswith(f"#:schema ./{NAME}\n")


def test_the_users_own_takes_the_place_of_one_with_the_same_id_and_a_broken_one_that_of_none(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(TEXT.replace('id = "voorbeeld"', 'id = "bedankjes"'), "utf-8")
    (tmp_path / "b.toml").write_text("kapot", "utf-8")
    found = load_scenarios((builtin_folder(), tmp_path, tmp_path / "weg"), METHODS)
    own = found.find("bedankjes")
    assert own is not None
    assert own.scenario.title == "De collega die steeds te laat komt"
    assert len(found.scripts) == len(SCRIPTS)
    assert [Path(fault.file).name for fault in found.faults] == ["b.toml"]


def test_the_schema_on_disk_is_that_of_the_values() -> None:
    again = "run: python -m intervisie_tui.practice.schema"
    assert (builtin_folder() / NAME).read_text("utf-8") == schema_text(Scenario), again
