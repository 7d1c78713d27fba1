"""Values are laid out as TOML as tomli_w does it, and of a meeting that went on only what is new."""

import string
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import msgspec
import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.archive import toml
from intervisie_tui.archive.decoding import encode_value
from intervisie_tui.archive.toml import Writer
from intervisie_tui.meeting.model import Contribution, Meeting, Now, Part, Participant
from intervisie_tui.meeting.saying import note, strike
from intervisie_tui.method.model import Method, Value
from tests.archive.example_meetings import AT, FULL, meetings

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
scalars = st.one_of(
    texts,
    st.text('"\\\n\r\t\x00\x1f\x7f\u0085 é😀', max_size=20),
    st.text(string.ascii_letters + "\n", min_size=60, max_size=110),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.datetimes(timezones=st.just(UTC)),
    st.dates(),
    st.times(),
)


class Anything(Value, frozen=True, kw_only=True):
    """A value of every shape that a file can hold."""

    text: str = ""
    table: dict[str, object] = msgspec.field(default_factory=dict)
    nested: "Anything | None" = None
    array: tuple[object, ...] = ()
    tables: tuple["Anything", ...] = ()


anything = st.recursive(
    st.builds(Anything, text=texts),
    lambda inner: st.builds(
        Anything,
        text=texts,
        table=st.dictionaries(texts, scalars, max_size=3),
        nested=st.none() | inner,
        array=st.lists(scalars | st.lists(scalars, max_size=2), max_size=3).map(tuple),
        tables=st.lists(inner, max_size=3).map(tuple),
    ),
    max_leaves=8,
)


def as_tomli_w_does(value: msgspec.Struct) -> str:
    raw = msgspec.to_builtins(value, builtin_types=(datetime, date, time))
    return tomli_w.dumps(raw, multiline_strings=True)


@given(anything)
@settings(deadline=None)
def test_any_value_is_laid_out_as_tomli_w_does(value: Anything) -> None:
    assert Writer().document(value) == as_tomli_w_does(value)


@given(st.lists(meetings(), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_one_meeting_after_another_is_laid_out_as_if_it_were_the_first(one_after_another: list[Meeting]) -> None:
    writer = Writer(Part)
    for meeting in (*one_after_another, one_after_another[0]):
        assert writer.document(meeting) == as_tomli_w_does(meeting)


def test_each_act_on_a_meeting_is_laid_out_as_if_it_were_the_first() -> None:
    writer, now = Writer(Part), Now(stamp=AT, tick=0)
    acts = (lambda m: note(m, "Nog iets.\nEn nog iets.", now), lambda m: strike(m, 3), lambda m: replace(m, saved=AT))
    meeting = FULL
    for act in acts:
        meeting = act(meeting)
        assert writer.document(meeting) == as_tomli_w_does(meeting)
    assert writer.document(FULL) == as_tomli_w_does(FULL)


def test_of_a_meeting_that_went_on_only_what_is_new_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[toml.Table] = []
    items = toml._items

    def counted(value: toml.Table) -> Iterator[tuple[str, object]]:
        laid_out.append(value)
        return items(value)

    monkeypatch.setattr(toml, "_items", counted)
    meeting, writer, now = FULL, Writer(Part), Now(stamp=AT, tick=0)
    for number in range(200):
        meeting = note(meeting, f"Punt {number}, om over na te denken voor wie dat wil.", now)
    encode_value(meeting, writer)
    first = len(laid_out)
    laid_out.clear()
    encode_value(note(meeting, "Een ding erbij.", now), writer)
    assert first > 200
    assert [one.text for one in laid_out if isinstance(one, Contribution)] == ["Een ding erbij."]
    assert not any(isinstance(one, Method | Participant) for one in laid_out)


def test_what_a_meeting_no_longer_holds_is_forgotten() -> None:
    writer = Writer(Part)
    writer.document(note(FULL, "WEG DAARMEE", Now(stamp=AT, tick=0)))
    writer.document(FULL)
    assert "WEG DAARMEE" not in repr(vars(writer))


def test_the_schema_stands_first_although_it_is_the_usual_one() -> None:
    assert encode_value(FULL).startswith(b"schema = 1\n")
    assert not encode_value(FULL.clock).startswith(b"schema")


def test_what_has_no_form_in_toml_is_refused() -> None:
    with pytest.raises(TypeError, match="complex"):
        Writer().document(Anything(array=(1j,)))
