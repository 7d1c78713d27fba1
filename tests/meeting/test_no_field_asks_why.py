"""Law 6: the presenter is never asked to justify a choice."""

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module

import msgspec
import pytest

import intervisie_tui.meeting as heart
from intervisie_tui.meeting import model as meeting_model
from intervisie_tui.method import model as method_model
from intervisie_tui.method.model import Choose, Round
from intervisie_tui.method.remedies import is_remedies
from tests.builders import METHODS, method

ASKING = re.compile(r"(^|_)(why|reasons?|because|motive|explanation|waarom|reden|toelichting)($|_)")
WHY = re.compile(r"\b(waarom|reden|licht toe|leg uit|why|reason|explain)\b", re.IGNORECASE)
NOT = re.compile(r"\b(niet|niets|geen|hoeft|zonder|not|nothing|nobody|need)\b", re.IGNORECASE)


def acts() -> Iterator[Callable[..., object]]:
    """Every function of the heart."""
    for module in pkgutil.iter_modules(heart.__path__, f"{heart.__name__}."):
        yield from (one for _name, one in inspect.getmembers(import_module(module.name), inspect.isfunction))


def values() -> Iterator[type[msgspec.Struct]]:
    """Every value that is kept of a meeting."""
    for _name, one in inspect.getmembers(meeting_model, inspect.isclass):
        if issubclass(one, msgspec.Struct):
            yield one


def test_no_act_takes_a_reason() -> None:
    names = [(act.__name__, name) for act in acts() for name in inspect.signature(act).parameters]
    assert len(names) > 100
    assert [found for found in names if ASKING.search(found[1]) or ASKING.search(found[0])] == []


def test_no_value_keeps_a_reason() -> None:
    kept = [(value.__name__, field) for value in values() for field in value.__struct_fields__]
    assert ("Contribution", "useful") in kept
    assert [found for found in kept if ASKING.search(found[1])] == []


def test_choosing_has_no_place_for_words() -> None:
    places = {"fields", "parts", "reply", "own_note", "labels"}
    assert places & set(Round.__struct_fields__)
    assert not places & set(Choose.__struct_fields__)
    assert not ASKING.search(" ".join(method_model.Choose.__struct_fields__))


@pytest.mark.parametrize("name", sorted(path.stem for path in METHODS.glob("*.toml") if not is_remedies(path)))
def test_no_line_to_say_where_something_is_chosen_asks_for_a_reason(name: str) -> None:
    for step in method(name).steps:
        choosing = [activity for activity in step.activities if isinstance(activity, Choose)]
        marking = [
            activity for activity in step.activities if isinstance(activity, Round) and "useful" in activity.marks
        ]
        if not choosing and not marking:
            continue
        texts = [step.say, step.presenter, step.facilitator, step.purpose, *step.rules]
        texts += [text for activity in (*choosing, *marking) for text in (activity.title, activity.say)]
        sentences = [sentence for text in texts for sentence in re.split(r"(?<=[.?!:;])\s+", text)]
        assert [one for one in sentences if WHY.search(one) and not NOT.search(one)] == []
