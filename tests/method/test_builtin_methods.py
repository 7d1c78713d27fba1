"""The methods that come with the program: the facts of the two source documents, in both languages."""

import re
from pathlib import Path

import msgspec
import pytest

from intervisie_tui.method.catalogue import builtin_folder
from intervisie_tui.method.method_file import read_method
from intervisie_tui.method.model import (
    AnyActivity,
    Choose,
    Field,
    Method,
    Note,
    Range,
    Round,
    Step,
    Summary,
    Tell,
    Value,
    Write,
)
from intervisie_tui.method.remedies import is_remedies

FOLDER = builtin_folder()
FILES = sorted(path for path in FOLDER.glob("*.toml") if not is_remedies(path))
PARTICIPANTS = ["Te snel een mening", "Psychologiseren", "Over jezelf beginnen", "Kant-en-klare oplossing"]
PRESENTERS = ["Steeds aan het woord", "Om de zaak heen draaien", "In de verdediging"]


def method(name: str) -> Method:
    found = read_method(FOLDER / name)
    assert isinstance(found, Method), "\n".join(map(str, found))
    return found


def only(step: Step) -> AnyActivity:
    (activity,) = step.activities
    return activity


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_without_a_fault(path: Path) -> None:
    assert isinstance(read_method(path), Method)


def test_balint_in_five_steps_takes_45_minutes() -> None:
    balint = method("balint-5.toml")
    assert [(step.title, step.minutes) for step in balint.steps] == [
        ("Vraagintroductie", 5),
        ("Probleemverkenning", 15),
        ("Reflectie", 5),
        ("Advisering", 10),
        ("Evaluatie", 10),
    ]
    assert balint.minutes == 45


def test_balint_in_eight_steps_takes_70_minutes_where_the_source_says_60_to_90() -> None:
    balint = method("balint-8.toml")
    assert [(step.title, step.minutes) for step in balint.steps] == [
        ("Vraagstelling", 5),
        ("Associëren", 10),
        ("Informatie verzamelen", 15),
        ("Beeldvorming", 10),
        ("Gedrag in de groep", 10),
        ("Ervaringen intervisieleden", 10),
        ("Inzichten inbrenger", 5),
        ("Inzichten intervisieleden", 5),
    ]
    assert balint.minutes == 70
    assert balint.duration == Range(min=60, max=90)
    assert balint.level == "ervaren"


def test_questions_are_written_first_then_asked_one_each_or_two_a_pair_and_summed_up_for_all() -> None:
    telling, exploring = method("balint-5.toml").steps[:2]
    tell, write = telling.activities
    assert isinstance(tell, Tell)
    assert isinstance(write, Write)
    assert (write.of, write.pairs, write.each, write.each_pair) == ("question", True, 1, 2)
    ask, sum_up = exploring.activities
    assert isinstance(ask, Round)
    assert (ask.of, ask.each, ask.each_pair, ask.starts_from, ask.reply) == ("question", 1, 2, telling.id, "answer")
    assert isinstance(sum_up, Summary)
    assert (sum_up.by, sum_up.confirm) == ("facilitator", "all")


def test_advice_is_written_in_silence_given_once_each_and_chosen_from_by_the_presenter() -> None:
    reflecting, advising, choosing = method("balint-5.toml").steps[2:]
    write, give, choose = only(reflecting), only(advising), only(choosing)
    assert isinstance(write, Write)
    assert (write.of, write.pairs, reflecting.speaks) == ("advice", True, ())
    assert isinstance(give, Round)
    assert (give.of, give.each, give.starts_from) == ("advice", 1, reflecting.id)
    assert give.marks == ("understood",)
    assert give.own_note
    assert "Geen discussie" in advising.rules
    assert isinstance(choose, Choose)
    assert (choose.of, choose.by, choose.starts_from) == ("advice", "presenter", advising.id)


def test_the_eight_steps_collect_what_the_source_describes() -> None:
    steps = method("balint-8.toml").steps
    tell, associate, ask, image, feedback, experience, insight, learned = map(only, steps)
    assert isinstance(tell, Tell)
    assert [field.kind for field in tell.fields] == ["note", "note", "question"]
    assert isinstance(associate, Write)
    assert (associate.of, associate.pairs) == ("association", False)
    assert isinstance(ask, Round)
    assert [label.id for label in ask.labels] == ["bovenstroom", "onderstroom"]
    assert isinstance(image, Round)
    assert (image.of, image.starts_from, image.marks, image.reply) == ("image", "associeren", ("useful",), "answer")
    assert image.shows == "on_request"  # associations are for their writer alone
    assert isinstance(feedback, Round)
    assert [part.label for part in feedback.parts] == ["Waarneming", "Effect", "Alternatief"]
    assert isinstance(experience, Round)
    assert [part.label for part in experience.parts] == ["Situatie", "Wat werkte", "Wat niet werkte"]
    assert isinstance(insight, Note)
    assert [(field.kind, field.several) for field in insight.fields] == [("insight", True), ("insight", True)]
    assert isinstance(learned, Round)
    assert (learned.of, learned.by) == ("insight", "member")


@pytest.mark.parametrize("name", ["balint-5.toml", "balint-8.toml"])
def test_the_question_stays_in_sight(name: str) -> None:
    tell = method(name).steps[0].activities[0]
    assert isinstance(tell, Tell)
    assert [field.kind for field in tell.fields if field.in_sight] == ["question"]


@pytest.mark.parametrize("name", ["balint-5.toml", "balint-8.toml"])
def test_both_have_the_pitfalls_of_the_source_tied_to_steps(name: str) -> None:
    pitfalls = method(name).pitfalls
    assert [p.title for p in pitfalls if p.role == "member"][:4] == PARTICIPANTS
    assert [p.title for p in pitfalls if p.role == "presenter"] == PRESENTERS
    for pitfall in pitfalls:
        assert pitfall.why, pitfall.title
        assert pitfall.steps or pitfall.role == "facilitator", pitfall.title


def test_sharing_your_own_experience_is_no_pitfall_where_it_is_the_task() -> None:
    own = next(p for p in method("balint-8.toml").pitfalls if p.title == "Over jezelf beginnen")
    assert "ervaringen" not in own.steps


@pytest.mark.parametrize("name", ["balint-5.toml", "balint-8.toml", "afsluiting.toml"])
def test_every_step_tells_everyone_what_to_do(name: str) -> None:
    for step in method(name).steps:
        assert all((step.presenter, step.group, step.facilitator, step.rules, step.not_now, step.say)), step.id
        assert step.speaks or step.writes, step.id
        assert step.minimum < step.minutes, step.id


def test_the_closing_asks_everyone_and_keeps_agreements() -> None:
    closing = method("afsluiting.toml")
    assert closing.script == "closing"
    (step,) = closing.steps
    assert (step.minutes, step.minimum) == (10, 5)
    experience, intention, agreements = step.activities
    assert isinstance(experience, Round)
    assert (experience.of, experience.by) == ("experience", "all")
    assert isinstance(intention, Round)
    assert (intention.of, intention.by) == ("intention", "presenter")
    assert [part.id for part in intention.parts] == ["stap", "wanneer", "aan-wie"]
    assert isinstance(agreements, Note)
    assert [(field.id, field.several) for field in agreements.fields] == [("afspraken", True), ("datum", False)]


def fields_of(step: Step) -> list[Field]:
    return [field for activity in step.activities if isinstance(activity, Note | Tell) for field in activity.fields]


def test_the_first_meeting_has_all_that_the_source_lists_and_the_agreements_one_by_one() -> None:
    first = method("eerste-bijeenkomst.toml")
    meet, explain, principle, agree, methods = first.steps
    assert isinstance(only(meet), Round)
    assert ("Welkom" in meet.title, "intervisie" in explain.title) == (True, True)
    for word in ("Principe", "Doelen", "Voorwaarden"):
        assert any(rule.startswith(word) for rule in principle.rules)
    assert (methods.shows, methods.optional) == ("methods", True)
    one_by_one = [activity for activity in agree.activities if isinstance(activity, Note) and len(activity.fields) == 1]
    asked = ["werkinbreng", "voorbereiding", "terugblik", "regelmaat", "geheimhouding"]
    assert [activity.fields[0].id for activity in one_by_one] == asked
    bring, prepare = (activity.fields[0].choices for activity in one_by_one[:2])
    assert ["toerbeurt" in bring[0], "bijeenkomst" in bring[1]] == [True, True]
    words = ("Schriftelijk", "toegestuurd", "uitgedeeld", "Mondeling")  # the four ways of the source
    assert [word in choice for word, choice in zip(words, prepare, strict=True)] == [True] * 4


def test_further_agreements_are_there_to_choose_from_and_may_stay_empty() -> None:
    fields = {field.id: field for field in fields_of(method("eerste-bijeenkomst.toml").steps[3])}
    further = {
        "rollen", "aanwezigheid", "passen", "dubbele-relaties", "verslag", "bewaartermijn", "evaluatie", "toetreden",
    }  # fmt: skip
    assert further <= set(fields)
    for id, field in fields.items():
        assert field.choices, id
        assert field.optional == (id not in ("werkinbreng", "voorbereiding", "terugblik", "regelmaat", "geheimhouding"))


def test_the_parts_around_a_case_show_what_they_are_about_and_may_be_left_out() -> None:
    shows = {"opening": "agreements", "terugblik": "intention", "pauze": "", "evaluatie": ""}
    for name, what in shows.items():
        (step,) = method(f"{name}.toml").steps
        assert (step.shows, step.optional) == (what, True), name
    offer, choose = method("casus-kiezen.toml").steps
    ask = only(offer)
    assert isinstance(ask, Round)
    assert (ask.of, ask.by, len(ask.labels)) == ("case", "all", 4)
    assert (choose.shows, isinstance(only(choose), Choose)) == ("proposals", True)
    outcome, line = fields_of(method("terugblik.toml").steps[0])
    assert (outcome.id, outcome.choices, line.id) == ("uitkomst", ("gedaan", "deels", "niet"), "regel")


TEXTS = {
    "name", "variant", "language", "source", "summary", "title", "purpose", "presenter", "group", "facilitator",
    "rules", "choices", "not_now", "say", "label", "hint", "reply_label", "sign", "why", "preparation", "materials",
}  # fmt: skip


def skeleton(value: object) -> object:
    """What is left of a method without its words: shape, ids, minutes, and which words are there."""
    if isinstance(value, Value):
        return {
            name: _presence(getattr(value, name)) if name in TEXTS else skeleton(getattr(value, name))
            for name in value.__struct_fields__
        }
    return [skeleton(item) for item in value] if isinstance(value, tuple) else value


def _presence(value: object) -> object:
    if isinstance(value, Value):
        return skeleton(value)
    return len(value) if isinstance(value, tuple) else bool(value)


@pytest.mark.parametrize("name", [path.stem for path in FILES if not path.stem.endswith(".en")])
def test_the_translation_is_the_same_method_in_other_words(name: str) -> None:
    dutch, english = method(f"{name}.toml"), method(f"{name}.en.toml")
    assert (dutch.language, english.language) == ("nl", "en")
    assert skeleton(dutch) == skeleton(english)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_text_asks_the_presenter_why(path: Path) -> None:
    lines = [step.say for step in method(path.name).steps] + [p.say for p in method(path.name).pitfalls]
    assert not [line for line in lines if re.search(r"\b(waarom|why)\b", line, re.IGNORECASE)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_method_survives_being_written_and_read_back(path: Path) -> None:
    one = method(path.name)
    assert msgspec.toml.decode(msgspec.toml.encode(one), type=Method) == one
