"""The words at the head of a step screen: where we are, how long still, and whether we are late. Plain functions."""

from datetime import datetime
from math import ceil
from typing import Literal

from msgspec import Struct

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.clock import behind, expected_end, left, still_to_come
from intervisie_tui.meeting.model import Meeting, Now, Place
from intervisie_tui.meeting.moving import is_visited
from intervisie_tui.meeting.reflow import lateness

MINUTE = 60_000
IN_TRACK = 9
"""Steps that the track has room for at 80 columns."""
LATE_FROM = 60
"""Seconds past the agreed end from which a meeting runs late."""
PLAIN = 2
"""Parts of a meeting that is a case and its closing."""

State = Literal["running", "soon", "last", "over", "paused"]


class ClockLook(Struct, frozen=True):
    """What the clock shows: figures, the word above them, and in which of its states it is."""

    figures: str
    word: str
    state: State


def clock_look(meeting: Meeting, now: Now, soon: int) -> ClockLook:
    """Counts down while there is time, and up with a plus when it is over. `soon`: seconds before the end that warn."""
    rest = left(meeting, now)
    figures = _figures(rest) if rest > 0 else "+" + _figures(-rest)
    if meeting.clock.paused:
        return ClockLook(figures, _("klok staat stil"), "paused")
    if rest <= 0:
        return ClockLook(figures, _("OVER TIJD"), "over")
    if rest <= MINUTE:
        return ClockLook(figures, _("LAATSTE MINUUT"), "last")
    if rest <= soon * 1000:
        return ClockLook(figures, _("BIJNA TIJD"), "soon")
    return ClockLook(figures, _("nog voor deze stap"), "running")


def _figures(milliseconds: int) -> str:
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes:02}:{seconds:02}"


def method_line(meeting: Meeting) -> str:
    """Where we are in the meeting, where it is more than a case and its closing; then the method with its variant.

    A part that is called like its only step is left to the line of the step, so it may be empty.
    """
    method = meeting.part.method
    own = f"{method.name} · {method.variant}" if method.script == "case" else method.name
    several = len(meeting.parts) > PLAIN
    part = _("Deel {n} van {of}").format(n=meeting.place.part + 1, of=len(meeting.parts)) if several else ""
    return " · ".join(filter(None, (part, own if own != step_line(meeting) else "")))


def step_line(meeting: Meeting) -> str:
    """Which step of how many, by name."""
    step, steps = meeting.step, meeting.part.method.steps
    if len(steps) == 1:
        return step.title
    return _("Stap {n} van {of}  {title}").format(n=meeting.place.step + 1, of=len(steps), title=step.title)


def track(meeting: Meeting) -> str:
    """The steps in one line: had, here, still to come; of very many those around this one."""
    steps, here = meeting.part.method.steps, meeting.place
    if len(steps) == 1:
        return ""
    first = max(0, min(here.step - IN_TRACK // 2, len(steps) - IN_TRACK))
    marks = ["…"] if first else []
    for s in range(first, min(len(steps), first + IN_TRACK)):
        if s == here.step:
            marks.append(f"▸{s + 1}◂")
        elif is_visited(meeting, Place(part=here.part, step=s)):
            marks.append(f"{s + 1}✓")
        else:
            marks.append(f"{s + 1}·")
    if first + IN_TRACK < len(steps):
        marks.append("…")
    return "  ".join(marks)


def pace(meeting: Meeting, now: Now) -> str:
    """Ahead, on time or behind, in whole minutes, and when the meeting will end.

    While the clock stands still both shift with the wall; what stays true is how long it still takes from here.
    """
    if meeting.clock.paused:
        minutes = ceil(still_to_come(meeting, now) / MINUTE)
        if minutes == 0:
            return _("alle tijd is gebruikt")
        return ngettext("nog {n} minuut te gaan", "nog {n} minuten te gaan", minutes).format(n=minutes)
    late = round(behind(meeting, now) / MINUTE)
    if late >= 1:
        how = ngettext("{n} minuut achter", "{n} minuten achter", late).format(n=late)
    elif late <= -1:
        how = ngettext("{n} minuut voor", "{n} minuten voor", -late).format(n=-late)
    else:
        how = _("op schema")
    return _("{how} · einde rond {time}").format(how=how, time=wall_time(expected_end(meeting, now)))


def runs_late(meeting: Meeting, now: Now) -> bool:
    """Whether the meeting will end so much past what was agreed that it is worth a key."""
    return lateness(meeting, now) >= LATE_FROM


def wall_time(stamp: datetime) -> str:
    """Hours and minutes by the clock on the wall."""
    return stamp.astimezone().strftime("%H:%M")


def warning(seconds: int) -> str:
    """What the screen says at a warning, so many seconds before the end of the step."""
    if seconds == 0:
        return _("De tijd voor deze stap is om.")
    if seconds < 60:
        return _("Nog {n} seconden voor deze stap.").format(n=seconds)
    minutes = seconds // 60
    return ngettext("Nog {n} minuut voor deze stap.", "Nog {n} minuten voor deze stap.", minutes).format(n=minutes)
