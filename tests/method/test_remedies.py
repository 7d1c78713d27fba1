"""The ways to intervene: those that come with the program, those of the user, and files with faults."""

from pathlib import Path

import pytest

from intervisie_tui.cli import main
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.method.remedies import Remedies, fitting, load_remedies, read_remedies

IDS = [
    "terug-naar-de-vraag",
    "advies-parkeren",
    "discussie-stoppen",
    "beurt-geven",
    "stille-vragen",
    "stilte-bewaken",
    "tijd-noemen",
    "inbrenger-beschermen",
    "geheimhouding",
]
ONE = """schema = 1
language = "nl"
[[remedies]]
id = "fluiten"
title = "Fluiten"
say = "Ho."
"""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_nine_that_come_with_the_program_keep_their_figure_in_every_language(language: str) -> None:
    catalogue = load((builtin_folder(),), language)
    assert [remedy.id for remedy in catalogue.remedies] == IDS
    assert catalogue.faults == ()


def test_each_language_has_its_own_words() -> None:
    dutch, english = (load((builtin_folder(),), language).remedies for language in ("nl", "en"))
    assert not {remedy.say for remedy in dutch} & {remedy.say for remedy in english}


def test_in_silence_the_silence_is_guarded() -> None:
    first = {remedy.id for remedy in fitting(load((builtin_folder(),), "nl").remedies, "write")}
    assert {"stilte-bewaken", "tijd-noemen"} <= first
    assert "discussie-stoppen" not in first


def test_the_list_of_the_user_takes_the_place_of_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "ingrepen.toml").write_text(ONE)
    catalogue = load((builtin_folder(), tmp_path), "nl")
    assert [remedy.id for remedy in catalogue.remedies] == ["fluiten"]
    assert catalogue.faults == ()  # it is not taken for a method
    assert [remedy.id for remedy in load((builtin_folder(), tmp_path), "en").remedies] == ["fluiten"]


def test_a_list_with_a_fault_is_told_and_the_built_in_one_stays(tmp_path: Path) -> None:
    (tmp_path / "ingrepen.toml").write_text(ONE.replace("Ho.", "Ho, {anna}."))
    remedies, (fault,) = load_remedies((builtin_folder(), tmp_path), "nl")
    assert [remedy.id for remedy in remedies] == IDS
    assert (fault.line, fault.key, fault.found) == (6, "remedies[1].say", '"{anna}"')


def test_there_are_no_more_than_figures_on_the_keyboard(tmp_path: Path) -> None:
    path = tmp_path / "ingrepen.toml"
    more = "".join(f'[[remedies]]\nid = "n{n}"\ntitle = "N{n}"\nsay = "N"\nkinds = ["zingen"]\n' for n in range(9))
    path.write_text(ONE + more)
    faults = read_remedies(path)
    assert not isinstance(faults, Remedies)
    assert {fault.key for fault in faults} == {"remedies", *(f"remedies[{n}].kinds[1]" for n in range(2, 11))}


def test_it_is_checked_on_the_command_line_like_a_method(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ingrepen.toml"
    path.write_text(ONE)
    assert main(["methods", "check", str(path)]) == 0
    path.write_text(ONE.replace("Ho.", ""))
    assert main(["methods", "check", str(path)]) == 1
    assert "remedies[1].say" in capsys.readouterr().out
