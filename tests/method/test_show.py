"""Methods as plain text."""

from pathlib import Path

import pytest

from intervisie_tui import locale
from intervisie_tui.method.catalogue import Catalogue, builtin_folder, load
from intervisie_tui.method.show import describe, listing


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_is_wider_than_80_columns(language: str) -> None:
    locale.use(language)
    catalogue = load((builtin_folder(),), language)
    texts = [listing(catalogue), *(describe(entry.method) for entry in catalogue.methods)]
    assert max(len(line) for text in texts for line in text.splitlines()) <= 80


def test_the_list_names_each_method_with_its_time_and_level() -> None:
    lines = listing(load((builtin_folder(),), "nl")).splitlines()
    assert lines == [
        "balint-5  Balint-methode, 5 stappen",
        "          45 minuten · 5 stappen · voor beginners",
        "balint-8  Balint-methode, 8 stappen",
        "          70 minuten · 8 stappen · voor ervaren groepen",
    ]


def test_the_list_says_which_built_in_method_was_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes((builtin_folder() / "balint-5.toml").read_bytes())
    assert "in plaats van de meegeleverde" in listing(load((builtin_folder(), tmp_path), "nl"))


def test_an_empty_list_says_so() -> None:
    assert listing(Catalogue()) == "Er is geen methode te vinden."


def test_a_description_has_every_step_line_and_pitfall() -> None:
    method = load((builtin_folder(),), "nl").find("balint-8")
    assert method
    text = " ".join(describe(method).split())
    for step in method.steps:
        for said in (step.title, step.purpose, step.presenter, step.group, step.facilitator, step.not_now, step.say):
            assert said in text
    for pitfall in method.pitfalls:
        assert pitfall.sign in text
        assert pitfall.say in text
    assert "(bron: 60 tot 90)" in text
