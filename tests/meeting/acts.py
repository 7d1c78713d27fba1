"""Any list of acts, for the laws: what a group could do at one keyboard, in any order, sensible or not.

An act that the meeting refuses changes nothing, as on the screen. Times pass between the acts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.meeting import (
    choosing,
    handing,
    intervening,
    marking,
    moving,
    paper,
    planning,
    presence,
    reflow,
    saying,
    turns,
)
from intervisie_tui.meeting import clock as clocks
from intervisie_tui.meeting.model import Contribution, Meeting, Now, Refused, Working
from intervisie_tui.meeting.places import activity_at, here
from intervisie_tui.method.model import Choose, Note, Round, Summary, Talk, Tell, Write
from tests.builders import Clock, begin, method
from tests.meeting.gatherings import evening

Made: TypeAlias = Callable[[int, str], Callable[[Meeting, Now], Meeting]]
"""A command made of a number and a text."""
SECRET = "geheim"
"""Stands in every text that is written in silence, and in no other."""


def _field(meeting: Meeting, number: int) -> str:
    activity = here(meeting)
    fields = activity.fields if isinstance(activity, Tell | Note) else ()
    return fields[number % len(fields)].id if fields else "nergens"


def _words(meeting: Meeting, text: str) -> saying.Words:
    activity = here(meeting)
    parts = activity.parts if isinstance(activity, Round) else ()
    return saying.Words(parts=tuple((part.id, text) for part in parts)) if parts else saying.Words(text)


def _to_any(meeting: Meeting, number: int, change: Callable[[Meeting, Contribution], Meeting]) -> Meeting:
    """An act upon one of the contributions there are."""
    there = [c for part in meeting.parts for c in part.contributions]
    return change(meeting, there[number % len(there)]) if there else meeting


def _label(meeting: Meeting, number: int) -> str:
    activity = here(meeting)
    labels = [label.id for label in activity.labels] if isinstance(activity, Round) else []
    return ["", *labels][number % (len(labels) + 1)]


def _enter(meeting: Meeting, number: int, text: str, now: Now) -> Meeting:
    """What fits the activity: the thing that a group would most likely do there."""
    match here(meeting):
        case Tell() | Note():
            return saying.tell(meeting, _field(meeting, number), text, now)
        case Write():
            return saying.write(meeting, f"{SECRET}-{meeting.next_number}-", now)
        case Round() as activity:
            unit = turns.current_unit(meeting, meeting.place) or ()
            if activity.shows == "on_request" and number > 5 and saying.prepared(meeting, unit, activity):
                return saying.bring_up(meeting)
            meeting = saying.say(meeting, _words(meeting, text), now)
            said = turns.items(meeting, meeting.place, unit)
            meeting = marking.sort_as(meeting, said[-1].number, _label(meeting, number))
            return saying.answer(meeting, text, now) if activity.reply and number % 2 else meeting
        case Talk():
            return saying.keep(meeting, text, now)
        case Summary():
            asked = marking.must_confirm(meeting)
            return saying.sum_up(meeting, text, now) if number < 5 else marking.confirm(meeting, asked[0], True)
        case Choose() as activity:
            figure = min(number, activity.rating)
            return _to_any(meeting, number, lambda m, c: marking.rate(m, c.number, figure))


def _to_its_round(meeting: Meeting, now: Now) -> Meeting:
    """From where something is written in silence to the round that brings it up."""
    for at in moving.all_places(meeting):
        activity = activity_at(meeting, at)
        if at.part == meeting.place.part and isinstance(activity, Round) and activity.starts_from == meeting.step.id:
            return moving.go_to(meeting, at, now)
    return meeting


def _all_have_written(meeting: Meeting, now: Now) -> Meeting:
    for _turn in turns.turns_at(meeting, meeting.place).turns:
        meeting = turns.next_turn(saying.write(meeting, f"{SECRET}-{meeting.next_number}-", now))
    return _to_its_round(meeting, now)


def _who(meeting: Meeting, number: int) -> int:
    return meeting.participants[number % len(meeting.participants)].id


def _pick(meeting: Meeting, number: int) -> int:
    """The number of a case that was offered, or of none."""
    offered = choosing.proposals(meeting)
    return offered[number % len(offered)].number if offered else 0


def _chosen(meeting: Meeting, number: int) -> Meeting:
    act = choosing.choose_case if number % 2 else choosing.choose_another
    lead = None if number % 3 else _who(meeting, number + 1)
    return act(meeting, _pick(meeting, number), method("third" if number > 6 else "balint-5"), (), lead)


def _a_case(meeting: Meeting, number: int) -> Meeting:
    working: Working = "pairs" if number % 2 else "alone"
    case = planning.CasePlan(method=method("third"), presenter=_who(meeting, number), working=working)
    return planning.add_case(meeting, case, number % len(meeting.parts))


def _follow(meeting: Meeting, number: int, now: Now) -> Meeting:
    ways = reflow.ways(meeting, now)
    return reflow.follow(meeting, ways[number % len(ways)]) if ways else meeting


MOVING: dict[str, Made] = {
    "skip": lambda n, t: lambda m, now: moving.skip(m, m.place, now),
    "forward": lambda n, t: lambda m, now: moving.forward(m, m.place, now),
    "back": lambda n, t: lambda m, now: moving.back(m, m.place, now),
    "go_to": lambda n, t: lambda m, now: moving.go_to(m, moving.all_places(m)[n % len(moving.all_places(m))], now),
    "next_turn": lambda n, t: lambda m, now: turns.next_turn(m),
    "pass_turn": lambda n, t: lambda m, now: turns.pass_turn(m),
    "turn_to": lambda n, t: lambda m, now: turns.turn_to(m, n % 7),
    "put_off": lambda n, t: lambda m, now: turns.put_off(m),
    "next_item": lambda n, t: lambda m, now: turns.next_item(m),
    "previous_item": lambda n, t: lambda m, now: turns.previous_item(m),
}
ROSTER: dict[str, Made] = {
    "join": lambda n, t: lambda m, now: presence.join(m, f"Gast {n}", now),
    "arrive": lambda n, t: lambda m, now: presence.arrive(m, _who(m, n), now),
    "set_presence": lambda n, t: (
        lambda m, now: presence.set_presence(m, _who(m, n), ("present", "excused", "absent")[len(t) % 3])
    ),
    "leave": lambda n, t: lambda m, now: presence.leave(m, _who(m, n), now),
    "come_back": lambda n, t: lambda m, now: presence.come_back(m, _who(m, n)),
    "rename": lambda n, t: lambda m, now: presence.rename(m, _who(m, n), t),
}
ROLES: tuple[handing.PartRole, ...] = ("facilitator", "timekeeper", "scribe")
PLANNING: dict[str, Made] = {
    "add_case": lambda n, t: lambda m, now: _a_case(m, n),
    "add_pause": lambda n, t: lambda m, now: planning.add_part(m, method("pauze"), n % len(m.parts), (n + 1,)),
    "drop_part": lambda n, t: lambda m, now: planning.drop_part(m, n % len(m.parts)),
    "move_part": lambda n, t: lambda m, now: planning.move_part(m, n % len(m.parts), 1 if n % 2 else -1),
    "hand_over": lambda n, t: lambda m, now: handing.hand_over(m, _who(m, n), now),
    "assign": lambda n, t: lambda m, now: handing.assign(m, n % len(m.parts), ROLES[n % 3], _who(m, n)),
    "follow": lambda n, t: lambda m, now: _follow(m, n, now),
}
CHOOSING: dict[str, Made] = {
    "vote": lambda n, t: lambda m, now: choosing.vote(m, _who(m, n), (_pick(m, len(t)),)),
    "count_votes": lambda n, t: lambda m, now: choosing.count_votes(m, _pick(m, n), len(t)),
    "reveal": lambda n, t: lambda m, now: choosing.reveal(m),
    "vote_anew": lambda n, t: lambda m, now: choosing.vote_anew(m) if n > 9 else m,
    "choose": lambda n, t: lambda m, now: _chosen(m, n),
}
TIME: dict[str, Made] = {
    "pause": lambda n, t: lambda m, now: clocks.pause(m, now),
    "go_on": lambda n, t: lambda m, now: clocks.go_on(m, now),
    "more": lambda n, t: lambda m, now: clocks.more(m, n - 6),
    "restart": lambda n, t: lambda m, now: clocks.restart(m, now),
}
FITTING: dict[str, Made] = {
    "enter": lambda n, t: lambda m, now: _enter(m, n, t, now),
    "forward": lambda n, t: lambda m, now: moving.forward(m, m.place, now),
    "to_its_round": lambda n, t: lambda m, now: _to_its_round(m, now),
}
WORDS: dict[str, Made] = {
    "say": lambda n, t: lambda m, now: saying.say(m, _words(m, t), now),
    "answer": lambda n, t: lambda m, now: saying.answer(m, t, now),
    "write": lambda n, t: lambda m, now: saying.write(m, f"{SECRET}-{m.next_number}-", now),
    "bring_up": lambda n, t: lambda m, now: saying.bring_up(m),
    "tell": lambda n, t: lambda m, now: saying.tell(m, _field(m, n), t, now),
    "keep": lambda n, t: lambda m, now: saying.keep(m, t, now),
    "sum_up": lambda n, t: lambda m, now: saying.sum_up(m, t, now),
    "note": lambda n, t: lambda m, now: saying.note(m, t, now),
    "intervene": lambda n, t: lambda m, now: intervening.intervene(m, m.part.method.pitfalls[0].title, now),
    "on_paper": lambda n, t: lambda m, now: paper.count_on_paper(m, n),
}
AFTERWARDS: dict[str, Made] = {
    "correct": lambda n, t: lambda m, now: _to_any(m, n, lambda m, c: saying.correct(m, c.number, saying.Words(t))),
    "strike": lambda n, t: lambda m, now: _to_any(m, n, lambda m, c: saying.strike(m, c.number)),
    "useful": lambda n, t: lambda m, now: _to_any(m, n, lambda m, c: marking.mark(m, c.number, "useful", n > 3)),
    "understood": lambda n, t: lambda m, now: _to_any(m, n, lambda m, c: marking.mark(m, c.number, "understood", True)),
    "rate": lambda n, t: lambda m, now: _to_any(m, n, lambda m, c: marking.rate(m, c.number, n)),
    "sort_as": lambda n, t: lambda m, now: _to_any(m, n, lambda m, c: marking.sort_as(m, c.number, _label(m, n))),
    "own_note": lambda n, t: lambda m, now: _to_any(m, n, lambda m, c: marking.own_note(m, c.number, t)),
    "confirm": lambda n, t: lambda m, now: marking.confirm(m, _who(m, n), n > 3),
    "write_again": lambda n, t: lambda m, now: saying.write_again(m),
    "finish": lambda n, t: lambda m, now: moving.finish(m, now) if n > 8 else m,
}


COMMANDS = MOVING | ROSTER | TIME | FITTING | WORDS | AFTERWARDS | PLANNING | CHOOSING


@dataclass(frozen=True)
class Act:
    """Something that is done, with a number and a text to choose by, after so many milliseconds."""

    name: str
    number: int
    text: str
    after: int

    def do(self, meeting: Meeting, clock: Clock) -> Meeting:
        """The meeting after it, or the same one where it is refused."""
        now = clock.wait(ms=self.after)
        try:
            return COMMANDS[self.name](self.number, self.text)(meeting, now)
        except Refused:
            return meeting


TEXTS = st.sampled_from(["Ja.", "Wie?\nEn waarom?", "'''\"\"\"\\", "é 🙂", "= [tabel]", "  "]) | st.text(max_size=9)
WAITS = st.sampled_from([0, 1, 999, 61_000, 400_001])


def acts(*groups: dict[str, Made], most: int = 25) -> st.SearchStrategy[list[Act]]:
    """Lists of acts from these groups, at least half as long as the longest: short ones do not get far."""
    names = st.sampled_from([name for group in groups for name in group])
    return st.lists(st.builds(Act, names, st.integers(0, 12), TEXTS, WAITS), min_size=most // 2, max_size=most)


def all_acts(most: int = 25) -> st.SearchStrategy[list[Act]]:
    """Lists of whatever can be done in a meeting."""
    return acts(*[FITTING] * 12, MOVING, ROSTER, TIME, WORDS, AFTERWARDS, PLANNING, CHOOSING, most=most)


@dataclass(frozen=True)
class Start:
    """How a meeting begins: by which method or parts, alone or in pairs, who joins in, and where it stands."""

    name: Literal["balint-5", "balint-8", "third", "next", "two", "first"]
    working: Working
    joins: bool
    at: int
    written: bool

    def meeting(self, clock: Clock) -> Meeting:
        """The meeting, gone to a place; or to the round for which all have just written in silence."""
        if self.name in ("first", "next", "two"):
            meeting = replace(evening(self.name, clock), facilitator_joins=self.joins)
        else:
            meeting = begin(self.name, clock, working=self.working, facilitator_joins=self.joins)
        places = moving.all_places(meeting)
        if self.written:
            places = tuple(at for at in places if isinstance(activity_at(meeting, at), Write)) or places
        meeting = moving.go_to(meeting, places[self.at % len(places)], clock.now)
        writing = self.written and isinstance(here(meeting), Write)
        return _all_have_written(meeting, clock.now) if writing else meeting


STARTS = st.builds(
    Start,
    st.sampled_from(["balint-5", "balint-8", "third", "next", "two", "first"]),
    st.sampled_from(["alone", "pairs"]),
    st.booleans(),
    st.integers(0, 9),
    st.booleans(),
)


def led(start: Start, done: Iterable[Act], clock: Clock) -> Meeting:
    """The meeting after these acts."""
    meeting = start.meeting(clock)
    for act in done:
        meeting = act.do(meeting, clock)
    return meeting
