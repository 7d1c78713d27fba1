"""The laws of DESIGN §4 for any list of acts in any of three methods and in meetings of several parts."""

from collections import Counter
from typing import TypeAlias

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.meeting import model
from intervisie_tui.meeting.clock import behind, carry, expected_end, left, row, settle, stopped, taken_up, total
from intervisie_tui.meeting.model import Meeting, Now, Part, Place, Unit
from intervisie_tui.meeting.moving import ahead, all_places, back, finish, forward, go_to, missing
from intervisie_tui.meeting.people import members, those, units
from intervisie_tui.meeting.places import here, in_sight, said_at
from intervisie_tui.meeting.turns import complete, current_unit, going_round, takes_turns, turns_at
from intervisie_tui.meeting.viewing import SHARED, view
from intervisie_tui.method.model import Round
from tests.builders import Clock
from tests.meeting.acts import FITTING, MOVING, ROSTER, SECRET, STARTS, WORDS, Act, Start, acts, all_acts, led

law = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def captured(meeting: Meeting) -> list[Part]:
    """All that was said, written, counted, voted, confirmed and named; not how the turns stand or what is left out."""
    return [
        replace(part, rounds=(), skipped=False, plan=tuple(replace(plan, left_out=False) for plan in part.plan))
        for part in meeting.parts
    ]


@law
@given(STARTS, all_acts(), acts(MOVING, ROSTER))
def test_law_1_moving_and_a_changed_roster_lose_nothing(start: Start, before: list[Act], moves: list[Act]) -> None:
    clock = Clock()
    meeting = led(start, before, clock)
    had = captured(meeting)
    for act in moves:
        meeting = act.do(meeting, clock)
        assert captured(meeting) == had


@law
@given(STARTS, all_acts())
def test_law_1_words_are_lost_only_by_an_act_that_takes_them_away(start: Start, done: list[Act]) -> None:
    clock = Clock()
    meeting = start.meeting(clock)
    for act in done:
        after = act.do(meeting, clock)
        numbers = {c.number for part in after.parts for c in part.contributions}
        gone = {c.number for part in meeting.parts for c in part.contributions} - numbers
        assert not gone or act.name in ("answer", "tell", "enter", "strike")
        kept = {w.number for part in after.parts for w in part.written}
        unwritten = [w for part in meeting.parts for w in part.written if w.number not in kept]
        assert not unwritten or act.name in ("say", "enter", "write_again")
        assert all(w in view(meeting).part.written for w in unwritten if act.name != "write_again")
        meeting = after


@law
@given(STARTS, all_acts(), all_acts(most=8))
def test_law_1_undo_shows_the_value_before_and_redo_the_one_after(
    start: Start, before: list[Act], done: list[Act]
) -> None:
    clock = Clock()
    then = led(start, before, clock)
    later = then
    for act in done:
        later = act.do(later, clock)
    undone = carry(then, later, clock.wait(seconds=5))
    assert timeless(undone) == timeless(then)
    if not then.ended and not later.ended:
        assert undone.clock == settle(later, clock.now).clock
    assert timeless(carry(later, undone, clock.wait(seconds=5))) == timeless(later)


def timeless(meeting: Meeting) -> Meeting:
    """The meeting without its time: what an undo brings back."""
    return replace(meeting, clock=model.Clock(spent=()), ended=None)


@law
@given(STARTS, all_acts(), st.integers(0, 10_000_000))
def test_law_2_time_alone_changes_nothing_but_the_clock(start: Start, done: list[Act], wait: int) -> None:
    clock = Clock()
    meeting = led(start, done, clock)
    now, later = clock.now, clock.wait(ms=wait)
    assert timeless(settle(meeting, later)) == timeless(meeting)
    assert view(settle(meeting, later)).parts == view(meeting).parts
    running = not meeting.clock.paused and not meeting.ended
    assert left(meeting, now) - left(meeting, later) == (wait if running else 0)
    assert 0 <= behind(meeting, later) - behind(meeting, now) <= wait
    assert expected_end(meeting, later) >= expected_end(meeting, now)


@law
@given(STARTS, all_acts())
def test_law_3_back_leads_to_the_beginning_and_everything_is_still_there(start: Start, done: list[Act]) -> None:
    clock = Clock()
    meeting = led(start, done, clock)
    had = {at: said_at(meeting, at) for at in all_places(meeting)}
    for _step in range(300):
        before = back(meeting, meeting.place, clock.now)
        if before == meeting:
            break
        meeting = before
        assert said_at(meeting, meeting.place) == had[meeting.place]
    assert meeting.place == Place()
    for at in had:
        meeting = go_to(meeting, at, clock.now)
        assert said_at(meeting, at) == had[at]


@law
@given(STARTS, all_acts())
def test_law_3_forward_leads_to_the_end_without_ending_the_meeting(start: Start, done: list[Act]) -> None:
    clock = Clock()
    meeting = led(start, done, clock)
    ended = meeting.ended
    for _step in range(300):
        if ahead(meeting) == "end":
            break
        meeting = forward(meeting, meeting.place, clock.now)
    assert (meeting.place, meeting.ended) == (all_places(meeting)[-1], ended)  # the closing is never passed over


def may_see(meeting: Meeting, number: int) -> set[int | None]:
    """Who may read something written in silence, told without the code that is tested."""
    everybody = {None, *(person.id for person in meeting.participants)}
    for p, part in enumerate(meeting.parts):
        for item in part.written:
            if item.number != number:
                continue
            writers: set[int | None] = set(item.by)
            activity = here(meeting)
            if p != meeting.place.part or meeting.ended or not isinstance(activity, Round):
                return writers
            from_there = activity.starts_from == part.method.steps[item.step].id
            asked = activity.shows == "at_turn" or item.shown
            on = set(current_unit(meeting, meeting.place) or ())
            return everybody if from_there and asked and on & set(item.by) else writers
    return everybody


@law
@given(STARTS, acts(*[FITTING] * 8, MOVING, ROSTER, WORDS, most=40))
def test_law_4_silent_words_are_seen_by_their_writer_alone_until_they_come_up(start: Start, done: list[Act]) -> None:
    clock = Clock()
    meeting = start.meeting(clock)
    for act in done:
        meeting = act.do(meeting, clock)
        shared = msgspec.json.encode(view(meeting, SHARED)).decode()
        for number in range(1, meeting.next_number):
            marker = f"{SECRET}-{number}-"
            assert marker not in shared or None in may_see(meeting, number)
    secrets = {w.number: w.text for part in meeting.parts for w in part.written}
    if not secrets:
        return
    for viewer in (SHARED, *(person.id for person in meeting.participants)):
        seen = msgspec.toml.encode(view(meeting, viewer)).decode()
        for number, text in secrets.items():
            assert (text in seen) == (viewer in may_see(meeting, number))


@law
@given(STARTS, all_acts(most=40))
def test_law_5_a_round_is_complete_when_all_who_are_there_have_had_their_one_turn(
    start: Start, done: list[Act]
) -> None:
    clock = Clock()
    meeting = led(start, done, clock)
    for at in all_places(meeting):
        if not takes_turns(meeting, at):
            continue
        state, able = turns_at(meeting, at), units(meeting, meeting.parts[at.part], going_round(meeting, at))
        all_units = [turn.unit for turn in state.turns]
        assert len(all_units) == len(set(all_units))
        assert set(able) <= set(all_units)
        people = [who for unit in able for who in unit]
        assert len(people) == len(set(people))
        assert set(those(meeting, meeting.parts[at.part], going_round(meeting, at).by)) <= set(people)
        asks, part = going_round(meeting, at), meeting.parts[at.part]
        if asks.pairs and part.working == "pairs":
            assert {unit for unit in able if len(unit) > 1} == {
                pair for pair in part.pairs if set(pair) & set(members(meeting, part))
            }
        else:
            assert {len(unit) for unit in able} <= {1}
        still = [turn.unit for turn in state.turns if turn.state in ("waiting", "passed")]
        assert complete(meeting, at) == (not still)
        assert set(still) <= set(able)
        if still:
            assert current_unit(meeting, at)


@law
@given(STARTS, acts(MOVING, ROSTER, most=12), st.data())
def test_law_5_going_on_comes_to_each_open_turn_once_and_looks_again_only_when_none_is_open(
    start: Start, done: list[Act], data: st.DataObject
) -> None:
    clock = Clock()
    meeting = led(start, done, clock)
    rounds = [at for at in all_places(meeting) if takes_turns(meeting, at)]
    meeting = go_to(meeting, data.draw(st.sampled_from(rounds)), clock.now)
    at, on = meeting.place, current_unit(meeting, meeting.place)
    still = {
        turn.unit for turn in turns_at(meeting, at).turns if turn.state in ("waiting", "passed") and turn.unit != on
    }
    seen: list[Unit] = []
    again: list[Unit] = []
    while (coming := ahead(meeting)) in ("turn", "item"):
        meeting = forward(meeting, at, clock.now)
        state = turns_at(meeting, at)
        if coming == "turn":
            turn = state.turns[state.current]
            (seen if turn.state in ("waiting", "passed") else again).append(turn.unit)
            assert not again or complete(meeting, at)
        assert len(seen) <= len(still)
        assert len(again) <= len(state.turns)
    assert len(seen) == len(set(seen))
    assert len(again) == len(set(again))
    assert set(seen) == still
    assert ahead(meeting) == "end" or complete(forward(meeting, at, clock.now), at)


Spent: TypeAlias = Counter[tuple[int, int] | str]
"""Milliseconds by step (row of its part, and step), "pause" and "away", counted here by where the meeting stood."""


def counts_for(meeting: Meeting) -> tuple[int, int] | str:
    """What the time is counted for that passes now."""
    return "pause" if meeting.clock.paused else (row(meeting, meeting.place.part), meeting.place.step)


def spent_in(meeting: Meeting, now: Now) -> Spent:
    """What the clock of the meeting says, in the same form."""
    clock = settle(meeting, now).clock
    spent: Spent = Counter({"pause": clock.pause, "away": clock.away})
    spent.update({(p, s): ms for p, row in enumerate(clock.spent) for s, ms in enumerate(row)})
    return +spent


@law
@given(STARTS, all_acts(most=20), all_acts(most=20), st.integers(0, 5_000_000))
def test_law_7_every_millisecond_is_counted_once(start: Start, first: list[Act], then: list[Act], away: int) -> None:
    clock = Clock()
    began = clock.tick
    meeting = start.meeting(clock)
    passed: Spent = Counter()
    for number, act in enumerate([*first, *then]):
        before = meeting
        passed[counts_for(meeting)] += act.after
        meeting = act.do(meeting, clock)
        if act.number % 3 == 0 or meeting.ended:  # every now and then it is taken back
            gone = away if meeting.ended else 0
            meeting = carry(before, meeting, clock.wait(ms=gone))
            passed["away"] += gone
        if number == len(first):  # the program is killed and started again
            on_disk = replace(stopped(meeting, clock.now), saved=clock.stamp)
            meeting = taken_up(on_disk, clock.wait(ms=away))
            passed["away"] += away
        assert spent_in(meeting, clock.now) == +passed
        assert total(meeting, clock.now) == clock.tick - began
    over = finish(meeting, clock.now)
    assert total(over, clock.wait(ms=away)) == clock.tick - began - away


@law
@given(STARTS, all_acts(most=40))
def test_law_8_any_meeting_is_written_to_toml_and_read_back_equal(start: Start, done: list[Act]) -> None:
    meeting = led(start, done, Clock())
    assert msgspec.toml.decode(msgspec.toml.encode(meeting), type=Meeting) == meeting


@law
@given(STARTS, all_acts(most=40))
def test_whatever_was_done_every_screen_can_be_drawn(start: Start, done: list[Act]) -> None:
    clock = Clock()
    meeting = led(start, done, clock)
    for at in all_places(meeting):
        there = go_to(meeting, at, clock.now)
        assert isinstance(missing(there), str)
        assert isinstance(in_sight(there), tuple)
        assert ahead(there)
        if takes_turns(there, at):
            state = turns_at(there, at)
            assert -1 <= state.current < len(state.turns)
