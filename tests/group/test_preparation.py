"""What somebody writes down alone, and what of it goes into the meeting."""

from datetime import date

import pytest

from intervisie_tui.group.preparation import Preparation, brought_in, form, question_hint, told_in, written
from tests.builders import method
from tests.group.groups import ANNA, DAY, GROUP_ID

BLANK = Preparation(id="0123456789abcdef", group=GROUP_ID, who=ANNA, method="balint-5", changed=DAY)
LATER = date(2026, 4, 1)
WORDS = {
    "titel": "Een\ngesprek",
    "feiten": "Het liep vast.",
    "oproept": "Boosheid",
    "geprobeerd": "Bellen",
    "vraag": "Hoe begin ik?",
    "raakt": "allebei",
}


def test_the_form_follows_the_method() -> None:
    assert [one.id for one in form(method("balint-5"))] == [
        "titel",
        "feiten",
        "oproept",
        "geprobeerd",
        "vraag",
        "raakt",
    ]
    assert [one.id for one in form(method("balint-8"))] == ["titel", "casus", "oproept", "geprobeerd", "vraag", "raakt"]
    own = [one.label for one in form(method("balint-8")) if one.id == "vraag"]
    assert own == [one.label for one in told_in(method("balint-8")) if one.id == "vraag"]


@pytest.mark.parametrize("name", ["balint-5", "balint-8", "third"])
def test_no_field_is_there_twice_whatever_the_method(name: str) -> None:
    ids = [one.id for one in form(method(name))]
    assert len(set(ids)) == len(ids)
    assert {"titel", "oproept", "geprobeerd", "vraag", "raakt"} <= set(ids)


def test_only_what_the_method_asks_to_be_told_goes_in() -> None:
    made = written(BLANK, WORDS, LATER)
    assert brought_in(made, method("balint-5")) == {"feiten": "Het liep vast.", "vraag": "Hoe begin ik?"}
    assert brought_in(made, method("balint-8")) == {
        "casus": "Het liep vast.",
        "oproept": "Boosheid",
        "vraag": "Hoe begin ik?",
    }
    assert brought_in(made, method("third")) == {}


def test_writing_cleans_keeps_the_rest_and_knows_when() -> None:
    made = written(BLANK, WORDS, LATER)
    assert made.changed == LATER
    assert made.title == "Een gesprek"
    assert written(made, {"vraag": " Hoe begin ik? "}, date(2027, 1, 1)) == made
    emptied = written(made, {"vraag": "", "feiten": "x\x1b[2J"}, LATER)
    assert "vraag" not in emptied.words
    assert emptied.words["feiten"] == "x[2J"
    assert emptied.words["oproept"] == "Boosheid"


@pytest.mark.parametrize("text", ["", "Hoe kan ik rustig blijven?", "Wat doet dit met mij?", "How do I begin?"])
def test_a_question_of_oneself_needs_no_hint(text: str) -> None:
    assert question_hint(text) == ""


@pytest.mark.parametrize("text", ["Waarom doet zij zo?", "Wat is dik?"])
def test_a_question_about_another_gets_a_quiet_one(text: str) -> None:
    assert "ik" in question_hint(text)
