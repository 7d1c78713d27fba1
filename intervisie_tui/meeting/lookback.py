"""Looking back on a meeting: what was collected, what each step was to take and took, what was written but never said.

Works on what `viewing.view` returns; the words themselves are in the meeting.
"""

from msgspec import Struct

from intervisie_tui.locale import _
from intervisie_tui.meeting import kinds
from intervisie_tui.meeting.clock import spent
from intervisie_tui.meeting.model import Contribution, Meeting, Now, Part, Place, Unit
from intervisie_tui.meeting.places import activity_at, said_at, spoken_number
from intervisie_tui.meeting.titles import part_title
from intervisie_tui.method.model import AnyActivity, Field, Kind, Note, Round, Summary, Tell


class StepTime(Struct, frozen=True):
    """Planned seconds and real seconds of one step."""

    title: str
    planned: int
    real: int


def step_times(meeting: Meeting, part: int, now: Now | None = None) -> tuple[StepTime, ...]:
    """Planned and real time of each step of a part; what was passed over and took no time is not among them."""
    it = meeting.parts[part]
    times = (
        StepTime(step.title, it.plan[s].seconds, round(spent(meeting, Place(part=part, step=s), now) / 1000))
        for s, step in enumerate(it.method.steps)
    )
    return tuple(
        time for time, plan in zip(times, it.plan, strict=True) if time.real or not (it.skipped or plan.left_out)
    )


def passed_over(meeting: Meeting) -> tuple[str, ...]:
    """The titles of the parts that were skipped and of the steps that were left out, in order."""
    found: list[str] = []
    for part in meeting.parts:
        if part.skipped:
            found.append(part_title(meeting, part))
        else:
            found += [step.title for step, plan in zip(part.method.steps, part.plan, strict=True) if plan.left_out]
    return tuple(found)


def of_kind(part: Part, *kinds: Kind) -> tuple[Contribution, ...]:
    """All that was said of these kinds and not struck, in order."""
    return tuple(c for c in part.contributions if c.kind in kinds and not c.struck)


def not_shared(part: Part) -> int:
    """How many contributions were written in silence and never said."""
    return len(part.written)


class Entry(Struct, frozen=True):
    """A contribution with what belongs to it. Nothing tells it apart that was not found useful."""

    said: Contribution
    number: int = 0  # by which the group refers to it aloud; 0: none
    label: str = ""  # its sort, as it is shown
    parts: tuple[tuple[str, str], ...] = ()  # label and text of each
    answers: tuple[str, ...] = ()


class Collected(Struct, frozen=True):
    """What an activity collected under one title; there is at least one entry."""

    title: str
    entries: tuple[Entry, ...]
    several: bool  # entries of which there can be more, so a list
    turns: bool = False  # said in turn: who said it belongs to it
    in_sight: bool = False  # stayed on the screen in all later steps, such as the question
    answered: str = ""  # label of the answers
    confirmed: Unit = ()  # who confirmed it


def collected(meeting: Meeting, place: Place) -> tuple[Collected, ...]:
    """What was said in one activity and not struck; nothing where that is nothing.

    First as the kind of the activity wants it, then all that is left, such as notes in between.
    """
    said = tuple(c for c in said_at(meeting, place) if not c.struck)
    activity = activity_at(meeting, place)
    own = _own(meeting, place, activity, said)
    shown = {entry.said.number for found in own for entry in found.entries}
    answered = {entry.said.number for found in own if found.turns for entry in found.entries}
    rest = [c for c in said if c.number not in shown and c.reply_to not in answered]
    alike = tuple(
        Collected(_title(activity, kind), tuple(_entry(c) for c in rest if c.kind == kind), several=True)
        for kind in dict.fromkeys(c.kind for c in rest)
    )
    return tuple(found for found in (*own, *alike) if found.entries)


def _own(
    meeting: Meeting, place: Place, activity: AnyActivity, said: tuple[Contribution, ...]
) -> tuple[Collected, ...]:
    if isinstance(activity, Tell | Note):
        return tuple(_of_field(field, said) for field in activity.fields)
    if isinstance(activity, Round):
        return (_of_round(meeting.parts[place.part], activity, said),)
    if isinstance(activity, Summary):
        return (_of_summary(meeting.parts[place.part], place, activity, said),)
    return ()


def _of_field(field: Field, said: tuple[Contribution, ...]) -> Collected:
    entries = tuple(_entry(c) for c in said if c.topic == field.id)
    return Collected(field.label, entries, several=field.several, in_sight=field.in_sight)


def _of_round(part: Part, activity: Round, said: tuple[Contribution, ...]) -> Collected:
    sorts = {label.id: label.label for label in activity.labels}
    labels = {field.id: field.label for field in activity.parts}
    entries = tuple(
        Entry(
            said=c,
            number=spoken_number(part, c),
            label=sorts.get(c.label, ""),
            parts=tuple((labels.get(key, key), text) for key, text in c.parts.items()),
            answers=tuple(reply.text for reply in said if reply.reply_to == c.number),
        )
        for c in said
        if c.kind == activity.of and not c.reply_to
    )
    title = activity.title or kinds.several(activity.of)
    return Collected(title, entries, several=True, turns=True, answered=activity.reply_label or _("Antwoord"))


def _of_summary(part: Part, place: Place, activity: Summary, said: tuple[Contribution, ...]) -> Collected:
    entries = tuple(_entry(c) for c in said if c.kind == "summary")
    who = tuple(n for c in part.confirmed if (c.step, c.activity) == (place.step, place.activity) for n in c.who)
    return Collected(activity.label or kinds.several("summary"), entries, several=False, confirmed=who)


def _title(activity: AnyActivity, kind: Kind) -> str:
    return activity.title if kind != "note" and activity.title else kinds.several(kind)


def _entry(said: Contribution) -> Entry:
    return Entry(said, parts=tuple(said.parts.items()))
