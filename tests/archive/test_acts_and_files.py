"""Whatever a group does, by whichever method: the file holds it (law 8), the export only what was shared (law 4)."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intervisie_tui.archive.markdown import markdown
from intervisie_tui.archive.transcript import decode, encode
from intervisie_tui.meeting import clock as timing
from intervisie_tui.meeting import intervening, marking, moving, paper, presence, saying, turns
from intervisie_tui.meeting.model import Meeting, Refused
from intervisie_tui.meeting.places import here
from intervisie_tui.meeting.saying import Words
from intervisie_tui.method.model import Note, Round, Tell
from tests.builders import Clock, begin
from tests.meeting.acts import STARTS, Start, all_acts, led
from tests.meeting.acts import Act as Done

pytestmark = pytest.mark.long


SILENT = "Zwijgzaam"
"""What is written in silence in these tests; nobody says it aloud."""


def someone(meeting: Meeting, n: int) -> int:
    return meeting.participants[n % len(meeting.participants)].id


def something(meeting: Meeting, n: int) -> int:
    """The number of something that was said."""
    said = [c.number for part in meeting.parts for c in part.contributions]
    if not said:
        raise Refused("niets gezegd")
    return said[n % len(said)]


def say(meeting: Meeting, clock: Clock, words: str, _n: int) -> Meeting:
    activity = here(meeting)
    if isinstance(activity, Round) and activity.parts:
        return saying.say(meeting, Words(parts=tuple((field.id, words) for field in activity.parts)), clock.now)
    return saying.say(meeting, Words(words), clock.now)


def tell(meeting: Meeting, clock: Clock, words: str, n: int) -> Meeting:
    activity = here(meeting)
    if not isinstance(activity, Tell | Note):
        raise Refused("geen velden")
    return saying.tell(meeting, activity.fields[n % len(activity.fields)].id, words, clock.now)


def sort_as(meeting: Meeting, _clock: Clock, _words: str, n: int) -> Meeting:
    activity = here(meeting)
    if not isinstance(activity, Round) or not activity.labels:
        raise Refused("geen soorten")
    return marking.sort_as(meeting, something(meeting, n), activity.labels[0].id)


def intervene(meeting: Meeting, clock: Clock, _words: str, n: int) -> Meeting:
    pitfalls = meeting.part.method.pitfalls
    return intervening.intervene(meeting, pitfalls[n % len(pitfalls)].title, clock.now)


def go_to(meeting: Meeting, clock: Clock, _words: str, n: int) -> Meeting:
    places = moving.all_places(meeting)
    return moving.go_to(meeting, places[n % len(places)], clock.now)


Act: TypeAlias = Callable[[Meeting, Clock, str, int], Meeting]

ACTS: dict[str, Act] = {
    "forward": lambda m, clock, words, n: moving.forward(m, m.place, clock.now),
    "back": lambda m, clock, words, n: moving.back(m, m.place, clock.now),
    "go to": go_to,
    "say": say,
    "answer": lambda m, clock, words, n: saying.answer(m, words, clock.now),
    "write": lambda m, clock, words, n: saying.write(m, SILENT, clock.now),
    "write again": lambda m, clock, words, n: saying.write_again(m),
    "paper": lambda m, clock, words, n: paper.count_on_paper(m, n),
    "bring up": lambda m, clock, words, n: saying.bring_up(m),
    "tell": tell,
    "keep": lambda m, clock, words, n: saying.keep(m, words, clock.now),
    "sum up": lambda m, clock, words, n: saying.sum_up(m, words, clock.now),
    "confirm": lambda m, clock, words, n: marking.confirm(m, someone(m, n), n % 3 > 0),
    "note": lambda m, clock, words, n: saying.note(m, words, clock.now),
    "correct": lambda m, clock, words, n: saying.correct(m, something(m, n), Words(words)),
    "strike": lambda m, clock, words, n: saying.strike(m, something(m, n)),
    "intervene": intervene,
    "mark": lambda m, clock, words, n: marking.mark(m, something(m, n), "useful", n % 2 > 0),
    "rate": lambda m, clock, words, n: marking.rate(m, something(m, n), n),
    "own note": lambda m, clock, words, n: marking.own_note(m, something(m, n), words),
    "sort as": sort_as,
    "put off": lambda m, clock, words, n: turns.put_off(m),
    "turn to": lambda m, clock, words, n: turns.turn_to(m, n),
    "next item": lambda m, clock, words, n: turns.next_item(m),
    "join": lambda m, clock, words, n: presence.join(m, words, clock.now),
    "leave": lambda m, clock, words, n: presence.leave(m, someone(m, n), clock.now),
    "come back": lambda m, clock, words, n: presence.come_back(m, someone(m, n)),
    "rename": lambda m, clock, words, n: presence.rename(m, someone(m, n), words),
    "more time": lambda m, clock, words, n: timing.more(m, n - 3),
    "pause": lambda m, clock, words, n: timing.pause(m, clock.now),
    "restart": lambda m, clock, words, n: timing.restart(m, clock.now),
    "wait": lambda m, clock, words, n: timing.settle(m, clock.wait(seconds=n * 10)),
}
"""All that can be done in a meeting, with any words; `n` chooses whom or what it is about."""


@given(
    st.lists(st.tuples(st.sampled_from(list(ACTS)), st.text(max_size=20), st.integers(0, 9)), min_size=5, max_size=60),
    st.booleans(),
)
@settings(max_examples=40, deadline=None)
@pytest.mark.parametrize("method", ["balint-5", "balint-8", "third"])
def test_a_meeting_however_led_is_kept_whole_and_exported_without_what_is_silent(
    method: str, acts: list[tuple[str, str, int]], pairs: bool
) -> None:
    clock = Clock()
    meeting = begin(method, clock, working="pairs" if pairs else "alone")
    for name, words, n in acts:
        with suppress(Refused):
            meeting = ACTS[name](meeting, clock, words, n)
    kept = timing.stopped(meeting, clock.now)
    assert decode(encode(kept)) == kept
    assert SILENT not in markdown(kept)


@given(STARTS, all_acts(most=40))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_meeting_of_several_parts_is_kept_whole_and_can_be_read(start: Start, done: list[Done]) -> None:
    clock = Clock()
    meeting = led(start, done, clock)
    kept = timing.stopped(meeting, clock.now)
    assert decode(encode(kept)) == kept
    page = markdown(kept)
    assert not [w for part in kept.parts for w in part.written if w.text in page]
