"""Running late: three ways out, and what each step then gets. Nothing changes until one is chosen (`follow`).

Works in whole seconds of what is left; the part of a second that the present step has besides stays with it.
"""

from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import MINUTE, behind, expected_end, left, must_be_on, settle, spent, to_come
from intervisie_tui.meeting.model import Meeting, Now, Part, Place, Refused, StepPlan
from intervisie_tui.meeting.places import step_at, with_part

WayOut: TypeAlias = Literal["end_later", "shrink", "leave_out"]


class Given(Struct, frozen=True):
    """A step that is still to be done (or what is left of the present one): seconds it has, and would get."""

    place: Place
    title: str
    had: int
    gets: int
    left_out: bool = False


class Way(Struct, frozen=True):
    """A way out. `end`: when the meeting would end; `short_by`: seconds that this is still past the agreed end."""

    kind: WayOut
    steps: tuple[Given, ...]
    end: datetime
    short_by: int
    leaves: Place | None = None  # the step that is left out


def agreed_end(meeting: Meeting, now: Now) -> datetime:
    """When the meeting was to end by the clock on the wall, as it was agreed last."""
    return expected_end(meeting, now) - timedelta(milliseconds=behind(meeting, now))


def lateness(meeting: Meeting, now: Now) -> int:
    """Whole seconds that the meeting will end past the agreed end, rounded up; 0 or below: it is in time."""
    return -(-behind(meeting, now) // 1000)


def ways(meeting: Meeting, now: Now) -> tuple[Way, ...]:
    """End later, shrink what is left, and for each optional step to come: leave it out. None in a meeting in time."""
    if meeting.ended or lateness(meeting, now) <= 0:
        return ()
    meeting = settle(meeting, now)
    return (_end_later(meeting, now), _shrink(meeting, now), *_leave_outs(meeting, now))


def follow(meeting: Meeting, way: Way) -> Meeting:
    """The meeting as a way says. Refused when the meeting has moved meanwhile, so that a step it names has begun."""
    must_be_on(meeting)
    given = {one.place: one for one in way.steps}
    if not set(given) <= set(to_come(meeting)):
        raise Refused(_("De bijeenkomst is intussen verder. Kijk nog eens wat er kan."))
    for place, one in given.items():
        plan = meeting.parts[place.part].plan[place.step]
        new = replace(plan, seconds=plan.seconds - (one.had - one.gets) * (not one.left_out), left_out=one.left_out)
        meeting = _with_plan(meeting, place, new)
    if way.kind == "end_later":
        meeting = replace(meeting, agreed=meeting.agreed + way.short_by)
    return meeting


def _end_later(meeting: Meeting, now: Now) -> Way:
    steps = tuple(_given(meeting, place, had, had) for place, had in _has(meeting, now).items())
    return Way("end_later", steps, expected_end(meeting, now), lateness(meeting, now))


def _shrink(meeting: Meeting, now: Now) -> Way:
    has = _has(meeting, now)
    least = {place: min(had, _least(meeting, place)) for place, had in has.items()}
    total = sum(has.values())
    gets = shared_out(total - lateness(meeting, now), tuple(has.values()), tuple(least.values()))
    steps = tuple(_given(meeting, place, has[place], new) for place, new in zip(has, gets, strict=True))
    return _way("shrink", meeting, now, steps)


def _leave_outs(meeting: Meeting, now: Now) -> tuple[Way, ...]:
    has = _has(meeting, now)
    found = []
    for leaves in has:
        if not can_be_left_out(meeting, leaves):
            continue
        steps = tuple(
            _given(meeting, place, had, 0 if place == leaves else had, left_out=place == leaves)
            for place, had in has.items()
        )
        found.append(_way("leave_out", meeting, now, steps, leaves))
    return tuple(found)


def can_be_left_out(meeting: Meeting, place: Place) -> bool:
    """Whether a step is optional, still to come, and nothing was kept in it."""
    part = meeting.parts[place.part]
    here = (meeting.place.part, meeting.place.step)
    if (place.part, place.step) <= here or not step_at(meeting, place).optional:
        return False
    kept = {c.step for c in part.contributions} | {w.step for w in part.written} | {p.step for p in part.papers}
    kept |= {r.step for r in part.rounds} | {c.step for c in part.confirmed} | {i.step for i in part.interventions}
    return place.step not in kept


def shared_out(total: int, has: tuple[int, ...], least: tuple[int, ...]) -> tuple[int, ...]:
    """What each gets of `total`: in proportion to what it has, in whole seconds, none under its least.

    The sum is `total`, unless the least of all together is more: then each gets its least. `least` is never above
    `has`, and `total` never above the sum of `has`.
    """
    at_least = {i for i, had in enumerate(has) if had == 0}
    if total <= sum(least):
        return least
    while True:
        free = [i for i in range(len(has)) if i not in at_least]
        rest, of = total - sum(least[i] for i in at_least), sum(has[i] for i in free)
        under = {i for i in free if has[i] * rest < least[i] * of}
        if not under:
            return _rounded(rest, of, has, least, frozenset(free))
        at_least |= under


def _rounded(rest: int, of: int, has: tuple[int, ...], least: tuple[int, ...], free: frozenset[int]) -> tuple[int, ...]:
    """Whole seconds whose sum is right: each rounded down, and those that lost most get one second more."""
    shares = {i: has[i] * rest // of for i in free}
    over = rest - sum(shares.values())
    most_lost = sorted(free, key=lambda i: (-(has[i] * rest % of), i))
    more = set(most_lost[:over])
    return tuple(shares[i] + (i in more) if i in free else least[i] for i in range(len(has)))


def _has(meeting: Meeting, now: Now) -> dict[Place, int]:
    """The whole seconds that each step to come still has."""
    return {place: max(0, left(meeting, now, place)) // 1000 for place in to_come(meeting)}


def _least(meeting: Meeting, place: Place) -> int:
    """The seconds that a step may shrink to, what it had already left out of that."""
    had = spent(meeting, place) - meeting.parts[place.part].plan[place.step].forgiven
    return max(0, step_at(meeting, place).minimum * MINUTE - max(0, had) // 1000)


def _given(meeting: Meeting, place: Place, had: int, gets: int, left_out: bool = False) -> Given:
    return Given(place, step_at(meeting, place).title, had, gets, left_out)


def _way(kind: WayOut, meeting: Meeting, now: Now, steps: tuple[Given, ...], leaves: Place | None = None) -> Way:
    saved = sum(one.had - one.gets for one in steps)
    end = expected_end(meeting, now) - timedelta(seconds=saved)
    return Way(kind, steps, end, max(0, lateness(meeting, now) - saved), leaves)


def _with_plan(meeting: Meeting, place: Place, plan: StepPlan) -> Meeting:
    part: Part = meeting.parts[place.part]
    return with_part(meeting, place, replace(part, plan=(*part.plan[: place.step], plan, *part.plan[place.step + 1 :])))
