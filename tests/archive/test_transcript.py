"""A meeting goes to its file and comes back equal; what is torn, edited or hostile is refused in words."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.archive.transcript import TooNew, decode, decode_draft, encode, head
from intervisie_tui.meeting.model import Clock, Meeting, Place
from intervisie_tui.meeting.saying import keep
from tests.archive.example_meetings import AT, FULL, meetings
from tests.builders import Clock as Story
from tests.builders import begin

HOSTILE = "\x1b]52;c;aGVsbG8=\x07\x9b31m\u202eomgekeerd\u2066\x00"


@given(meetings())
@settings(max_examples=150, deadline=None)
def test_any_meeting_comes_back_equal(meeting: Meeting) -> None:
    assert decode(encode(meeting)) == meeting


def test_a_meeting_with_something_of_everything_comes_back_equal() -> None:
    assert decode(encode(FULL)) == FULL


def test_a_meeting_in_which_very_much_was_said_comes_back_equal() -> None:
    """What somebody wrote by hand may be refused for its size; what the group said never."""
    clock = Story()
    meeting = begin("third", clock)
    for number in range(3_000):
        meeting = keep(meeting, f"Punt {number}.", clock.now)
    assert decode(encode(meeting)) == meeting


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=60)))
@settings(deadline=None)
def test_a_draft_comes_back_without_what_steers_a_terminal(texts: dict[str, str]) -> None:
    storable = {key: text.encode(errors="replace").decode() for key, text in texts.items()}
    storable = {key.encode(errors="replace").decode(): text for key, text in storable.items()}
    draft = decode_draft(encode(Draft(texts=storable, clock=FULL.clock, saved=AT)))
    assert decode_draft(encode(draft)) == draft
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "".join(draft.texts.values()))


def test_a_half_typed_sentence_keeps_the_blank_where_the_typing_goes_on() -> None:
    draft = Draft(texts={"vraag": "Wat gebeurde "}, clock=FULL.clock, saved=AT)
    assert decode_draft(encode(draft)) == draft


def test_several_lines_are_written_as_several_lines() -> None:
    assert b'"""\nEen gesprek liep vast.\nTweemaal."""' in encode(FULL)


def test_a_hostile_transcript_cannot_steer_the_terminal() -> None:
    data = encode(FULL).replace(b'name = "Anna"', f'name = "Anna{HOSTILE}"'.replace("\x00", "\\u0000").encode())
    data = data.replace(b"\x1b", b"\\u001b").replace(b"\x07", b"\\u0007")
    assert decode(data).participants[0].name == "Anna]52;c;aGVsbG8=31momgekeerd"


def test_a_transcript_of_a_later_version_is_refused_as_such() -> None:
    with pytest.raises(TooNew, match="nieuwere versie"):
        decode(b"schema = 2\nanders = true\n")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"zo maar wat",
        b"schema = 1\nid = 3\n",
        b"x = " + b"[" * 5000,
        b"x = " + b"9" * 5000,
        encode(FULL)[: len(encode(FULL)) // 2],
        encode(FULL).replace(b"step = 2", b"step = 7"),
        encode(FULL).replace(b"agreed = 1200", b'agreed = "lang"'),
        encode(FULL).replace(b"agreed = 1200", b"agreed = 99999999999999999999"),
        encode(FULL).replace(b"agreed = 1200", b"agreed = 1200\nonbekend = 1"),
        encode(FULL).replace(b"14:02:00+01:00", b"14:02:00"),
        encode(FULL).replace(b"[clock]", b"[clock]\nextra = 2026-11-22"),
    ],
    ids=range(13),
)
def test_what_is_torn_or_makes_no_sense_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(Unusable) as caught:
        decode(data)
    assert caught.value.reason.endswith(".")
    assert "\n" not in caught.value.reason


def _case(**changes: object) -> Callable[[Meeting], Meeting]:
    return lambda meeting: replace(meeting, parts=(replace(meeting.parts[0], **changes), *meeting.parts[1:]))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda m: replace(m, place=Place(part=2)),
        lambda m: replace(m, place=Place(step=-1)),
        lambda m: replace(m, place=Place(step=1, activity=1)),
        lambda m: replace(m, facilitator=9),
        lambda m: replace(m, timekeeper=0),
        lambda m: replace(m, parts=()),
        lambda m: replace(m, participants=(*m.participants, m.participants[0])),
        lambda m: replace(m, next_number=5),
        lambda m: replace(m, clock=replace(m.clock, spent=((0, 0, 0),))),
        lambda m: replace(m, clock=replace(m.clock, pause=-1)),
        _case(presenter=8),
        _case(plan=FULL.parts[0].plan[:2]),
        _case(pairs=((2, 9),)),
        _case(rounds=(replace(FULL.parts[0].rounds[0], current=2),)),
        _case(rounds=(replace(FULL.parts[0].rounds[0], item=-1),)),
        _case(rounds=(replace(FULL.parts[0].rounds[0], activity=3),)),
        _case(contributions=(replace(FULL.parts[0].contributions[0], by=(7,)),)),
        _case(contributions=(FULL.parts[0].contributions[0],) * 2),
        _case(written=(replace(FULL.parts[0].written[0], step=-1),)),
        _case(papers=(replace(FULL.parts[0].papers[0], unit=(6,)),)),
        _case(confirmed=(replace(FULL.parts[0].confirmed[0], who=(6,)),)),
        _case(interventions=(replace(FULL.parts[0].interventions[0], step=3),)),
        _case(method=replace(FULL.parts[0].method, steps=())),
    ],
)
def test_a_file_that_points_at_nothing_is_refused(spoil: Callable[[Meeting], Meeting]) -> None:
    with pytest.raises(Unusable, match="klopt niet"):
        decode(encode(spoil(FULL)))


def test_the_head_tells_whether_a_meeting_has_ended_and_nothing_that_was_said() -> None:
    top = head(encode(replace(FULL, ended=AT)))
    assert isinstance(top["ended"], datetime)
    assert "ended" not in head(encode(FULL))
    assert head(b"[clock") == {}


def test_a_fault_tells_its_line_and_not_the_words_around_it() -> None:
    data = encode(FULL).replace(b'kind = "answer"', b'kind = "Het gesprek met Karel"')
    with pytest.raises(Unusable, match=r"regel \d+, parts\[1\].contributions\[4\].kind") as caught:
        decode(data)
    assert "Karel" not in str(caught.value)


def test_a_file_that_would_keep_the_reader_busy_for_minutes_is_refused_at_once() -> None:
    with pytest.raises(Unusable, match="beschadigd"):
        decode(b".".join([b"a"] * 100_000) + b" = 1")


def test_a_clock_of_another_shape_is_still_a_draft() -> None:
    draft = Draft(texts={}, clock=Clock(spent=((1,),)), saved=AT)
    assert decode_draft(encode(draft)) == draft
