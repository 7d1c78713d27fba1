"""Every kind of fault in a method: told with its line, its key, what was found and what was expected."""

from pathlib import Path

import pytest

from intervisie_tui import locale
from intervisie_tui.method.fault import Fault
from intervisie_tui.method.method_file import read_method
from intervisie_tui.method.model import Method

GOOD = """\
schema = 1
id = "kort"
name = "Kort"
variant = "2 stappen"
language = "nl"
source = "eigen"
summary = "Een vraag, een advies."
group = { min = 3, max = 6 }

[[steps]]
id = "vraag"
title = "Vraag"
minutes = 5
minimum = 2
purpose = "Iedereen kent de vraag."
say = "{inbrenger}, vertel."

[[steps.activities]]
kind = "tell"
fields = [
    { id = "feiten", label = "Feiten" },
    { id = "vraag", label = "Vraag", kind = "question" },
]

[[steps.activities]]
kind = "write"
of = "advice"

[[steps]]
id = "advies"
title = "Advies"
minutes = 10
purpose = "Ieder een advies."

[[steps.activities]]
kind = "round"
of = "advice"
starts_from = "vraag"
own_note = true

[[steps.activities]]
kind = "choose"
of = "advice"
starts_from = "advies"

[[pitfalls]]
role = "member"
title = "Te snel"
sign = "Valt in de rede."
say = "Even wachten."
steps = ["vraag"]
"""

# What stands there, what to put in its place, and the only fault that follows, behind the name of the file.
BAD = [
    ("schema = 1", "schema = 2", "1: schema: gevonden 2, verwacht 1, of een nieuwere versie van intervisie"),
    ("schema = 1", 'schema = "1"', '1: schema: gevonden "1", verwacht een geheel getal vanaf 1'),
    (
        "minutes = 10",
        "minuts = 10\nminutes = 10",
        "32: steps[2].minuts: gevonden een onbekende sleutel, verwacht minutes",
    ),
    ('name = "Kort"\n', "", "name: gevonden niets, verwacht tekst van 1 tot en met 2000 tekens"),
    ("minutes = 10\n", "", "29: steps[2].minutes: gevonden niets, verwacht een geheel getal van 1 tot en met 240"),
    ("minutes = 10", "minutes = 0", "32: steps[2].minutes: gevonden 0, verwacht een geheel getal van 1 tot en met 240"),
    (
        "minutes = 10",
        "minutes = 241",
        "32: steps[2].minutes: gevonden 241, verwacht een geheel getal van 1 tot en met 240",
    ),
    (
        "minutes = 10",
        'minutes = "10"',
        '32: steps[2].minutes: gevonden "10", verwacht een geheel getal van 1 tot en met 240',
    ),
    (
        "minutes = 10",
        "minutes = 10.5",
        "32: steps[2].minutes: gevonden 10.5, verwacht een geheel getal van 1 tot en met 240",
    ),
    (
        "minutes = 10",
        "minutes = true",
        "32: steps[2].minutes: gevonden true, verwacht een geheel getal van 1 tot en met 240",
    ),
    (
        "minutes = 10",
        "minutes = " + "9" * 200,
        "32: steps[2].minutes: gevonden een heel groot getal, verwacht een geheel getal van 1 tot en met 240",
    ),
    (
        "minutes = 10",
        "minutes = 2026-01-01",
        "32: steps[2].minutes: gevonden een datum of tijd, verwacht een geheel getal van 1 tot en met 240",
    ),
    ("minimum = 2", "minimum = 6", "14: steps[1].minimum: gevonden 6, verwacht ten hoogste de minuten van de stap: 5"),
    (
        '"Ieder een advies."',
        '""',
        "33: steps[2].purpose: gevonden een lege tekst, verwacht tekst van 1 tot en met 2000 tekens",
    ),
    (
        '"Ieder een advies."',
        '" \\t"',
        "33: steps[2].purpose: gevonden een lege tekst, verwacht tekst van 1 tot en met 2000 tekens",
    ),
    (
        '"Ieder een advies."',
        f'"{"a" * 2001}"',
        "33: steps[2].purpose: gevonden 2001 tekens, verwacht tekst van 1 tot en met 2000 tekens",
    ),
    (
        '"Ieder een advies."',
        "[1]",
        "33: steps[2].purpose: gevonden een lijst, verwacht tekst van 1 tot en met 2000 tekens",
    ),
    ("own_note = true", "own_note = 1", "39: steps[2].activities[1].own_note: gevonden 1, verwacht true of false"),
    (
        'id = "kort"',
        'id = "Kort!"',
        '2: id: gevonden "Kort!", verwacht kleine letters, cijfers en streepjes, ten hoogste 60',
    ),
    (
        'id = "feiten"',
        'id = "De Feiten"',
        '21: steps[1].activities[1].fields[1].id: gevonden "De Feiten", '
        "verwacht kleine letters, cijfers en streepjes, ten hoogste 60",
    ),
    (
        'id = "feiten"',
        'id = "vraag"',
        '22: steps[1].activities[1].fields[2].id: gevonden nog eens "vraag", verwacht iets dat er nog niet is',
    ),
    (
        'label = "Feiten"',
        'titel = "F", label = "Feiten"',
        "21: steps[1].activities[1].fields[1].titel: gevonden een onbekende sleutel, "
        "verwacht een van: id, label, hint, kind, several, in_sight, optional, choices",
    ),
    (
        'starts_from = "vraag"',
        'starts_from = "vrg"',
        '38: steps[2].activities[1].starts_from: gevonden "vrg", verwacht een eerdere stap: vraag',
    ),
    (
        'starts_from = "vraag"',
        'starts_from = "advies"',
        '38: steps[2].activities[1].starts_from: gevonden "advies", '
        "verwacht een eerdere stap waarin in stilte wordt geschreven",
    ),
    (
        'starts_from = "advies"',
        'starts_from = "vraag"',
        '44: steps[2].activities[2].starts_from: gevonden "vraag", '
        'verwacht een eerdere stap waarin wordt verzameld: "advice"',
    ),
    (
        'steps = ["vraag"]',
        'steps = ["vraag", "slot"]',
        '51: pitfalls[1].steps[2]: gevonden "slot", verwacht een van de stappen: vraag, advies',
    ),
    ('steps = ["vraag"]', 'steps = "vraag"', '51: pitfalls[1].steps: gevonden "vraag", verwacht een lijst'),
    (
        'kind = "choose"',
        'kind = "chose"',
        '42: steps[2].activities[2].kind: gevonden "chose", '
        "verwacht een van: tell, write, round, talk, choose, summary, note",
    ),
    (
        'kind = "choose"\n',
        "",
        "41: steps[2].activities[2].kind: gevonden niets, "
        "verwacht een van: tell, write, round, talk, choose, summary, note",
    ),
    (
        'role = "member"',
        'role = "baas"',
        '47: pitfalls[1].role: gevonden "baas", '
        "verwacht een van: facilitator, member, observer, presenter, scribe, timekeeper",
    ),
    ("max = 6", "max = 2", "8: group.max: gevonden 2, verwacht ten minste 3"),
    ("{ min = 3, max = 6 }", "6", "8: group: gevonden 6, verwacht een tabel"),
    ("{inbrenger}, vertel", "{naam}, vertel", '16: steps[1].say: gevonden "{naam}", verwacht {inbrenger}'),
    (
        "{inbrenger}, vertel",
        "{inbrenger, vertel",
        '16: steps[1].say: gevonden "{inbrenger, vertel.", verwacht {inbrenger}',
    ),
    ("Even wachten.", "Even } wachten.", '50: pitfalls[1].say: gevonden "}", verwacht {inbrenger}'),
    (
        'language = "nl"',
        'language = "nl"\nscript = "closing"',
        '17: steps[1].say: gevonden "{inbrenger}", verwacht geen accolades, want er is geen inbrenger',
    ),
]


def faults_in(text: str, folder: Path) -> tuple[Fault, ...]:
    file = folder / "kort.toml"
    file.write_text(text, "utf-8")
    found = read_method(file)
    return () if isinstance(found, Method) else found


def test_the_method_that_is_spoiled_below_is_good_itself(tmp_path: Path) -> None:
    assert faults_in(GOOD, tmp_path) == ()


@pytest.mark.parametrize(("good", "bad", "told"), BAD)
def test_a_fault_is_told_where_it_is(tmp_path: Path, good: str, bad: str, told: str) -> None:
    assert GOOD.count(good) == 1
    (fault,) = faults_in(GOOD.replace(good, bad), tmp_path)
    assert str(fault).removeprefix(f"{tmp_path / 'kort.toml'}:").lstrip() == told


@pytest.mark.parametrize(("good", "bad", "told"), [row for row in BAD if row[0][-1] != "\n" and "\n" not in row[1]])
def test_the_line_is_the_one_that_was_spoiled(tmp_path: Path, good: str, bad: str, told: str) -> None:
    (fault,) = faults_in(GOOD.replace(good, bad), tmp_path)
    assert bad in GOOD.replace(good, bad).split("\n")[fault.line - 1]


def test_a_fault_reads_as_a_line_that_editors_understand() -> None:
    fault = Fault(file="a.toml", line=3, key="steps[1].minutes", found="0", expected="meer")
    assert str(fault) == "a.toml:3: steps[1].minutes: gevonden 0, verwacht meer"
    assert str(Fault(file="a.toml", found="0", expected="meer")) == "a.toml: gevonden 0, verwacht meer"


def test_all_faults_are_told_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = (
        GOOD.replace("minutes = 10", "minutes = 0").replace('id = "kort"', 'id = "K"').replace('["vraag"]', '["nee"]')
    )
    assert [fault.line for fault in faults_in(text, tmp_path)] == [2, 32, 51]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('kind = "write"', 'kind = "wirte"'),  # what the round starts from
        ('kind = "round"\nof = "advice"', 'kind = "round"\nof = "advise"'),  # what is chosen from
        ('kind = "choose"\nof = "advice"', 'kind = "choose"\nof = "advise"'),
    ],
)
def test_a_kind_that_is_unknown_is_one_fault_also_when_a_later_activity_starts_from_it(
    tmp_path: Path, good: str, bad: str
) -> None:
    assert GOOD.count(good) == 1
    (fault,) = faults_in(GOOD.replace(good, bad), tmp_path)
    assert fault.key.endswith((".kind", ".of"))


@pytest.mark.parametrize("key", ["steps", "activities"])
def test_a_method_without_steps_and_a_step_without_activities_are_refused(tmp_path: Path, key: str) -> None:
    top = GOOD.partition("[[steps]]")[0]
    step = '[[steps]]\nid = "a"\ntitle = "A"\nminutes = 1\npurpose = "a"\nactivities = []\n'
    (fault,) = faults_in(top + (step if key == "activities" else "steps = []\n"), tmp_path)
    assert fault.key.endswith(key)
    assert fault.found == "een lege lijst"


def test_one_id_for_two_steps_is_refused(tmp_path: Path) -> None:
    text = GOOD.replace('id = "advies"', 'id = "vraag"').replace('starts_from = "advies"', 'starts_from = "vraag"')
    (fault,) = faults_in(text, tmp_path)
    assert (fault.line, fault.key, fault.found) == (30, "steps[2].id", 'nog eens "vraag"')


def test_one_title_for_two_pitfalls_is_refused(tmp_path: Path) -> None:
    pitfall = GOOD[GOOD.index("[[pitfalls]]") :]
    (fault,) = faults_in(GOOD + "\n" + pitfall, tmp_path)
    assert (fault.line, fault.key) == (55, "pitfalls[2].title")


def test_of_a_newer_file_nothing_else_is_told(tmp_path: Path) -> None:
    text = GOOD.replace("schema = 1", "schema = 9\nhologram = true").replace("minutes = 10", "minutes = 0")
    assert [fault.key for fault in faults_in(text, tmp_path)] == ["schema"]


@pytest.mark.parametrize(
    ("bad", "line", "found"),
    [
        ('name = "Kort', 3, '"name = "Kort"'),
        ("name = Kort", 3, '"name = Kort"'),
        ("name", 3, '"name"'),
        ('name = "Kort"\nname = "Kort"', 4, '"name = "Kort""'),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, bad: str, line: int, found: str) -> None:
    (fault,) = faults_in(GOOD.replace('name = "Kort"', bad), tmp_path)
    assert (fault.line, fault.found) == (line, found)
    assert fault.expected.startswith("TOML")


def test_text_over_several_lines_becomes_one_and_loses_what_harms(tmp_path: Path) -> None:
    file = tmp_path / "kort.toml"
    file.write_text(GOOD.replace('"Ieder een advies."', '"""Ieder\neen  \\u001b[2Jadvies.\n"""'), "utf-8")
    method = read_method(file)
    assert isinstance(method, Method)
    assert method.steps[1].purpose == "Ieder een [2Jadvies."


def test_a_fault_shows_nothing_that_steers_the_terminal(tmp_path: Path) -> None:
    (fault,) = faults_in(GOOD.replace('role = "member"', 'role = "\\u001b[2J\\u202e"'), tmp_path)
    assert fault.found == '"[2J"'


def test_faults_speak_the_language_of_the_screen(tmp_path: Path) -> None:
    locale.use("en")
    (fault,) = faults_in(GOOD.replace("minutes = 10", "minutes = 0"), tmp_path)
    assert "gevonden" not in str(fault)


PAUSE = GOOD.split("\n[[steps]]", maxsplit=1)[0].replace('language = "nl"', 'language = "nl"\nscript = "pause"')
STEP = """
[[steps]]
id = "pauze"
title = "Pauze"
minutes = 5
purpose = "Even niets."

[[steps.activities]]
kind = "note"
{by}fields = [{{ id = "iets", label = "Iets" }}]
"""


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("", "niets, verwacht facilitator, member of all, want er is geen inbrenger"),
        ('by = "presenter"\n', '"presenter", verwacht facilitator, member of all, want er is geen inbrenger'),
        ('by = "all"\n', None),
    ],
)
def test_nothing_is_left_to_a_presenter_where_there_is_none(tmp_path: Path, by: str, told: str | None) -> None:
    faults = [str(fault) for fault in faults_in(PAUSE + STEP.format(by=by), tmp_path)]
    assert len(faults) == (told is not None)
    assert all(f"activities[1].by: gevonden {told}" in fault for fault in faults)
