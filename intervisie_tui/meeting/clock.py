"""Where the time goes: what a step has had, what is left, and when the meeting will end.

Counts in milliseconds of `Now.tick`; what was counted once is never taken back (law 7), also not by undo: `carry`.
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Clock, Meeting, Now, Place, Refused, StepPlan

MINUTE = 60
LONGEST_STEP = 4 * 60 * MINUTE


def row(meeting: Meeting, part: int) -> int:
    """The index in `Clock.spent` of the times of a part."""
    own = meeting.parts[part].row
    return part if own is None else own


def settle(meeting: Meeting, now: Now) -> Meeting:
    """The same meeting with the present stretch counted up to now. A tick that goes backwards counts as nothing."""
    clock = meeting.clock
    if clock.since is None:
        return meeting
    stretch = max(0, now.tick - clock.since)
    if clock.paused:
        clock = replace(clock, pause=clock.pause + stretch, since=now.tick)
    else:
        at = row(meeting, meeting.place.part)
        times = list(clock.spent[at])
        times[meeting.place.step] += stretch
        rows = list(clock.spent)
        rows[at] = tuple(times)
        clock = replace(clock, spent=tuple(rows), since=now.tick)
    return replace(meeting, clock=clock)


def pause(meeting: Meeting, now: Now) -> Meeting:
    """Stop the clock of the step; the time counts as a pause from now on."""
    return _paused(meeting, now, True)


def must_be_on(meeting: Meeting) -> None:
    """Refuses what makes no sense any more once the meeting has been closed."""
    if meeting.ended:
        raise Refused(_("Deze bijeenkomst is al afgesloten."))


def go_on(meeting: Meeting, now: Now) -> Meeting:
    """Let the clock of the step run again."""
    return _paused(meeting, now, False)


def _paused(meeting: Meeting, now: Now, paused: bool) -> Meeting:
    if meeting.ended:
        raise Refused(_("De bijeenkomst is afgesloten; de klok staat stil."))
    meeting = settle(meeting, now)
    return replace(meeting, clock=replace(meeting.clock, paused=paused))


def stopped(meeting: Meeting, now: Now) -> Meeting:
    """The clock as it goes to the file: all counted, nothing running."""
    meeting = settle(meeting, now)
    return replace(meeting, clock=replace(meeting.clock, since=None))


def taken_up(meeting: Meeting, now: Now) -> Meeting:
    """A meeting from a file is led again: the time between counts as away, and the clock is paused at what was left."""
    if meeting.ended:
        return meeting
    gone = 0 if meeting.saved is None else _since(meeting.saved, now)
    clock = replace(meeting.clock, away=meeting.clock.away + gone, paused=True, since=now.tick)
    return replace(meeting, clock=clock)


def carry(value: Meeting, from_: Meeting, now: Now) -> Meeting:
    """`value` (an earlier or undone one) with the time as counted in `from_`, running on where `value` stands.

    When the end of the meeting is taken back, the time since then counts as away; when that is undone, it ends now.
    """
    clock = settle(from_, now).clock
    if value.ended:
        return replace(value, ended=from_.ended or now.stamp, clock=replace(clock, since=None))
    if from_.ended:
        clock = replace(clock, away=clock.away + _since(from_.ended, now), since=now.tick)
    return replace(value, clock=clock)


def _since(stamp: datetime, now: Now) -> int:
    """Milliseconds by the clock on the wall, which may have been set back: never below zero."""
    return max(0, round((now.stamp - stamp) / timedelta(milliseconds=1)))


def more(meeting: Meeting, minutes: int) -> Meeting:
    """Give the step so many minutes more (or fewer); never under a minute, never over four hours."""
    plan = _plan(meeting, meeting.place)
    seconds = plan.seconds + minutes * MINUTE
    if seconds < MINUTE:
        raise Refused(_("Korter dan een minuut kan een stap niet zijn."))
    if seconds > LONGEST_STEP:
        raise Refused(_("Langer dan vier uur kan een stap niet zijn."))
    return _with_plan(meeting, replace(plan, seconds=seconds))


def restart(meeting: Meeting, now: Now) -> Meeting:
    """Give the step its whole time again; what it had stays counted."""
    meeting = settle(meeting, now)
    had = spent(meeting, meeting.place, now)
    return _with_plan(meeting, replace(_plan(meeting, meeting.place), forgiven=had))


def spent(meeting: Meeting, place: Place, now: Now | None = None) -> int:
    """Milliseconds that a step has had, the present stretch included where `now` is given."""
    if now is not None:
        meeting = settle(meeting, now)
    return meeting.clock.spent[row(meeting, place.part)][place.step]


def left(meeting: Meeting, now: Now, place: Place | None = None) -> int:
    """Milliseconds that a step still has; below zero it is over time."""
    place = place or meeting.place
    plan = _plan(meeting, place)
    return plan.seconds * 1000 + plan.forgiven - spent(meeting, place, now)


def total(meeting: Meeting, now: Now | None = None) -> int:
    """Milliseconds of the whole meeting: all steps, the pauses and the time away."""
    clock = (settle(meeting, now) if now else meeting).clock
    return sum(map(sum, clock.spent)) + clock.pause + clock.away


def to_come(meeting: Meeting) -> tuple[Place, ...]:
    """The steps that still take time, as their places: the present one, and all later ones that are not passed over."""
    here = (meeting.place.part, meeting.place.step)
    return tuple(
        Place(part=p, step=s)
        for p, part in enumerate(meeting.parts)
        for s, plan in enumerate(part.plan)
        if (p, s) == here or ((p, s) > here and not part.skipped and not plan.left_out)
    )


def reserved(meeting: Meeting) -> int:
    """Seconds that are kept for cases that are still to be chosen."""
    return sum(part.reserved for part in meeting.parts[meeting.place.part :] if not part.skipped)


def still_to_come(meeting: Meeting, now: Now) -> int:
    """Milliseconds that the meeting still asks for, if every step takes what is left of it."""
    if meeting.ended:
        return 0
    return sum(max(0, left(meeting, now, place)) for place in to_come(meeting)) + reserved(meeting) * 1000


def behind(meeting: Meeting, now: Now) -> int:
    """Milliseconds that the meeting will end later than agreed; below zero it is ahead."""
    return total(meeting, now) + still_to_come(meeting, now) - meeting.agreed * 1000


def expected_end(meeting: Meeting, now: Now) -> datetime:
    """When the meeting will end by the clock on the wall."""
    if meeting.ended:
        return meeting.ended
    return now.stamp + timedelta(milliseconds=still_to_come(meeting, now))


def fresh(plans: tuple[tuple[StepPlan, ...], ...], now: Now) -> Clock:
    """The clock of a meeting that begins now."""
    return Clock(spent=tuple(tuple(0 for _step in plan) for plan in plans), since=now.tick)


def _plan(meeting: Meeting, place: Place) -> StepPlan:
    return meeting.parts[place.part].plan[place.step]


def _with_plan(meeting: Meeting, plan: StepPlan) -> Meeting:
    at = meeting.place
    part = meeting.parts[at.part]
    plans = (*part.plan[: at.step], plan, *part.plan[at.step + 1 :])
    parts = (*meeting.parts[: at.part], replace(part, plan=plans), *meeting.parts[at.part + 1 :])
    return replace(meeting, parts=parts)
