"""The plan of a whole meeting as text: its parts, when each will be, and the end. Plain functions."""

from datetime import timedelta

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.clock import expected_end, left, spent
from intervisie_tui.meeting.model import Meeting, Now, Place
from intervisie_tui.meeting.titles import method_of, part_title
from intervisie_tui.tui.heading import MINUTE, wall_time
from intervisie_tui.tui.sheets.base import MUTED, STRONG, Row


def rows(meeting: Meeting, now: Now) -> list[Row]:
    """The parts in order: those that were, with what they took; this one; and those to come, with when they begin."""
    begins, found = now.stamp, []
    for p, part in enumerate(meeting.parts):
        title = Content.styled(part_title(meeting, part), STRONG if p >= meeting.place.part else MUTED)
        if p < meeting.place.part:
            about = (
                _("overgeslagen") if part.skipped else _("klaar, {taken}").format(taken=minutes(taken(meeting, p, now)))
            )
        else:
            still = rest(meeting, p, now)
            ends = begins + timedelta(milliseconds=still)
            here = p == meeting.place.part
            about = _("tot {end}") if here else _("{begin} tot {end}")
            about = about.format(begin=wall_time(begins), end=wall_time(ends))
            about = f"{about}  {minutes(still)}" + ("  ◂ " + _("hier zijn jullie") if here else "")
            begins = ends
        method = method_of(part)
        found.append(
            Row(
                str(p),
                Content.assemble(title, (f"  {method}" if method else "", MUTED), "\n", (about, MUTED)),
            )
        )
    return found


def ends(meeting: Meeting, now: Now) -> str:
    """When the meeting will end, and what was agreed, in one sentence."""
    expected, agreed = expected_end(meeting, now), meeting.started + timedelta(seconds=meeting.agreed)
    if wall_time(expected) == wall_time(agreed):
        return _("Het einde is om {time}, zoals afgesproken.").format(time=wall_time(agreed))
    return _("Zoals het nu loopt is het einde rond {time}; afgesproken is {agreed}.").format(
        time=wall_time(expected), agreed=wall_time(agreed)
    )


def rest(meeting: Meeting, part: int, now: Now) -> int:
    """Milliseconds that a part still takes, as far as the meeting has not passed it."""
    first = meeting.place.step if part == meeting.place.part else 0
    own = meeting.parts[part]
    steps = (s for s in range(first, len(own.plan)) if not own.plan[s].left_out)
    return sum(max(0, left(meeting, now, Place(part=part, step=s))) for s in steps) + own.reserved * 1000


def taken(meeting: Meeting, part: int, now: Now) -> int:
    """Milliseconds that a part has had."""
    return sum(spent(meeting, Place(part=part, step=s), now) for s in range(len(meeting.parts[part].plan)))


def minutes(milliseconds: int) -> str:
    """Whole minutes in words."""
    n = round(milliseconds / MINUTE)
    return ngettext("{n} minuut", "{n} minuten", n).format(n=n)
