"""What is said *of* a contribution: understood, useful, a figure, a sort, a note beside it, a confirmation.

No act here takes a reason (law 6).
"""

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Confirmed, Meeting, Refused
from intervisie_tui.meeting.people import those
from intervisie_tui.meeting.places import here, said_at, unstruck, with_changed, with_part
from intervisie_tui.method.model import Choose, MarkKind, Round, Summary
from intervisie_tui.method.text import clean


def mark(meeting: Meeting, number: int, kind: MarkKind, on: bool) -> Meeting:
    """The presenter finds a contribution understood or useful, or takes that back."""
    item = unstruck(meeting, number)[1]
    return with_changed(meeting, replace(item, understood=on) if kind == "understood" else replace(item, useful=on))


def rate(meeting: Meeting, number: int, figure: int) -> Meeting:
    """A figure for a contribution; 0 takes it back."""
    activity = here(meeting)
    highest = activity.rating if isinstance(activity, Choose) else 0
    if not 0 <= figure <= highest:
        raise Refused(_("Hier kan geen {figure} gegeven worden.").format(figure=figure))
    return with_changed(meeting, replace(unstruck(meeting, number)[1], rating=figure))


def sort_as(meeting: Meeting, number: int, label: str) -> Meeting:
    """Give a contribution one of the labels of the round, or none with an empty id."""
    activity = here(meeting)
    known = {own.id for own in activity.labels} if isinstance(activity, Round) else set()
    if label and label not in known:
        raise Refused(_("Deze soort hoort niet bij deze ronde."))
    return with_changed(meeting, replace(unstruck(meeting, number)[1], label=label))


def own_note(meeting: Meeting, number: int, text: str) -> Meeting:
    """The presenter's own note beside a contribution; an empty one takes it away."""
    return with_changed(meeting, replace(unstruck(meeting, number)[1], own_note=clean(text)))


def must_confirm(meeting: Meeting) -> tuple[int, ...]:
    """Who is asked whether the summary is right."""
    activity = here(meeting)
    if not isinstance(activity, Summary) or activity.confirm == "none":
        return ()
    asked = those(meeting, meeting.part, activity.confirm)
    return tuple(who for who in asked if who not in those(meeting, meeting.part, activity.by))


def has_confirmed(meeting: Meeting) -> frozenset[int]:
    """Who has said that the summary here is right."""
    at = (meeting.place.step, meeting.place.activity)
    return frozenset(who for c in meeting.part.confirmed if (c.step, c.activity) == at for who in c.who)


def confirm(meeting: Meeting, who: int, on: bool) -> Meeting:
    """Someone has understood the summary, or takes that back."""
    if who not in must_confirm(meeting):
        raise Refused(_("Hier hoeft niets bevestigd te worden."))
    if all(c.struck for c in said_at(meeting, meeting.place, "summary")):
        raise Refused(_("Er is nog geen samenvatting om te bevestigen."))
    said = has_confirmed(meeting) - {who} | ({who} if on else set())
    place, part = meeting.place, meeting.part
    others = tuple(c for c in part.confirmed if (c.step, c.activity) != (place.step, place.activity))
    new = Confirmed(step=place.step, activity=place.activity, who=tuple(sorted(said)))
    return with_part(meeting, place, replace(part, confirmed=(*others, new)))
