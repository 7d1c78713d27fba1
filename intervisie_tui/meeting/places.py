"""Finding one's way in a meeting: the activity of a place, what was said there, and putting a changed part back."""

from functools import lru_cache

from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Contribution, Meeting, Part, Place, Refused, Unit
from intervisie_tui.method.model import AnyActivity, Kind, Note, Step, Tell


def part_at(meeting: Meeting, place: Place) -> Part:
    """The part of a place."""
    return meeting.parts[place.part]


def step_at(meeting: Meeting, place: Place) -> Step:
    """The step of a place."""
    return part_at(meeting, place).method.steps[place.step]


def activity_at(meeting: Meeting, place: Place) -> AnyActivity:
    """The activity of a place."""
    return step_at(meeting, place).activities[place.activity]


def here(meeting: Meeting) -> AnyActivity:
    """The activity where the meeting stands."""
    return activity_at(meeting, meeting.place)


def with_part(meeting: Meeting, place: Place, part: Part) -> Meeting:
    """The meeting with the part of this place put in its stead."""
    return replace(meeting, parts=(*meeting.parts[: place.part], part, *meeting.parts[place.part + 1 :]))


def said_at(meeting: Meeting, place: Place, kind: Kind | None = None) -> tuple[Contribution, ...]:
    """What was said in one activity, of one kind or of all, in the order of their numbers."""
    found = index(part_at(meeting, place)).at.get((place.step, place.activity), ())
    return tuple(found) if kind is None else tuple(c for c in found if c.kind == kind)


def said_in_step(part: Part, step_id: str, kind: Kind) -> tuple[Contribution, ...]:
    """All of one kind that was said in one step of a part."""
    index = [step.id for step in part.method.steps].index(step_id)
    return tuple(c for c in part.contributions if c.step == index and c.kind == kind)


def find(meeting: Meeting, number: int) -> tuple[Place, Contribution]:
    """A contribution by its number, with the place where it was said. KeyError if there is none."""
    for p, part in enumerate(meeting.parts):
        for item in part.contributions:
            if item.number == number:
                return Place(part=p, step=item.step, activity=item.activity), item
    raise KeyError(number)


def unstruck(meeting: Meeting, number: int) -> tuple[Place, Contribution]:
    """The same, of one that still has its words."""
    place, item = find(meeting, number)
    if item.struck:
        raise Refused(_("Dit is doorgehaald."))
    return place, item


def with_changed(meeting: Meeting, item: Contribution) -> Meeting:
    """The meeting with this in the stead of the contribution that has its number."""
    place, _before = find(meeting, item.number)
    part = meeting.parts[place.part]
    said = tuple(item if c.number == item.number else c for c in part.contributions)
    return with_part(meeting, place, replace(part, contributions=said))


def replies(part: Part, number: int) -> tuple[Contribution, ...]:
    """What was answered to a contribution, as far as it stands."""
    return index(part).replies.get(number, ())


def spoken_number(part: Part, item: Contribution) -> int:
    """The number by which the group refers to a contribution aloud; 0 for what has none.

    The third question asked is 3, struck ones counted. Named fields and the facilitator's notes have no number.
    """
    return index(part).spoken.get(item.number, 0)


class Said:
    """Where to find what was said in a part: a screen asks for each of what may be thousands.

    `at`: by step and activity; `by`: by these and the unit that said it; `replies`: what was answered as far as it
    stands, by the number that it answers; `spoken`: the number by which the group refers to a contribution, by that of
    the contribution.
    """

    def __init__(self, contributions: tuple[Contribution, ...]) -> None:
        self.at: dict[tuple[int, int], list[Contribution]] = {}
        self.by: dict[tuple[int, int, Unit], list[Contribution]] = {}
        self.replies: dict[int, tuple[Contribution, ...]] = {}
        self.spoken: dict[int, int] = {}
        counts: dict[Kind, int] = {}
        for item in contributions:
            self.at.setdefault((item.step, item.activity), []).append(item)
            self.by.setdefault((item.step, item.activity, item.by), []).append(item)
            if item.reply_to and not item.struck:
                self.replies[item.reply_to] = (*self.replies.get(item.reply_to, ()), item)
            if item.by and not item.topic:
                counts[item.kind] = self.spoken[item.number] = counts.get(item.kind, 0) + 1


def index(part: Part) -> Said:
    """Where to find what was said in a part. It is made once for contributions that are the same."""
    return _index(_Same(part.contributions))


class _Same:
    """Contributions that are the same when they are the same tuple; to compare thousands of them would take as long as
    to look through them.
    """

    def __init__(self, contributions: tuple[Contribution, ...]) -> None:
        self.contributions = contributions

    def __hash__(self) -> int:
        return id(self.contributions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.contributions is self.contributions


@lru_cache(maxsize=2)
def _index(of: _Same) -> Said:
    return Said(of.contributions)


def in_sight(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Label and text of what stays on the screen, such as the question of the presenter."""
    part = meeting.part
    found: list[tuple[str, str]] = []
    for s, step in enumerate(part.method.steps[: meeting.place.step + 1]):
        for a, activity in enumerate(step.activities):
            if not isinstance(activity, Tell | Note):
                continue
            for field in activity.fields:
                if field.in_sight and (s, a) != (meeting.place.step, meeting.place.activity):
                    at = Place(part=meeting.place.part, step=s, activity=a)
                    found += [(field.label, c.text) for c in said_at(meeting, at) if c.topic == field.id and c.text]
    return tuple(found)
