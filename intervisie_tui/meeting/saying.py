"""What is said and written: every way in which words enter a meeting, are corrected, or leave it again."""

from msgspec import Struct
from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Contribution, Meeting, Now, Place, Refused, Unit, Written
from intervisie_tui.meeting.people import those
from intervisie_tui.meeting.places import here, replies, said_at, unstruck, with_changed, with_part
from intervisie_tui.meeting.turns import current_unit, going_round, items, turns_at, with_turns, written_at
from intervisie_tui.method.model import Field, Kind, Note, Round, Summary, Talk, Tell, Who, Write
from intervisie_tui.method.text import clean


class Words(Struct, frozen=True):
    """What was entered: a text, or for a contribution of several parts a text each."""

    text: str = ""
    parts: tuple[tuple[str, str], ...] = ()

    def cleaned(self) -> "Words":
        """The words as they may enter."""
        parts = tuple((key, clean(text)) for key, text in self.parts)
        return Words(clean(self.text), tuple((key, text) for key, text in parts if text))

    def __bool__(self) -> bool:
        return bool(self.text or self.parts)


def say(meeting: Meeting, words: Words, now: Now) -> Meeting:
    """In a round: what the one whose turn it is says, as the present item of the turn. Saying it again changes it.

    What they wrote in silence for it has thereby been brought up.
    """
    place, unit = meeting.place, _speaking(meeting)
    activity = here(meeting)
    if not isinstance(activity, Round):
        raise Refused(_("Hier gaat het niet om de beurt."))
    words = words.cleaned()
    if not words:
        raise Refused(_("Er staat nog niets."))
    said, state = items(meeting, place, unit), turns_at(meeting, place)
    if state.item < len(said):
        return _changed(meeting, place, said[state.item], words)
    meeting = with_turns(meeting, state)  # after a strike the item may have moved up
    new = _contribution(meeting, activity.of, now, by=unit, words=words)
    return _brought_up(_added(meeting, place, new), unit, activity)


def answer(meeting: Meeting, text: str, now: Now) -> Meeting:
    """What the presenter says to the present item of the turn."""
    place, activity = meeting.place, here(meeting)
    said = items(meeting, place, _speaking(meeting))
    item = turns_at(meeting, place).item
    if not isinstance(activity, Round) or activity.reply is None:
        raise Refused(_("Hier wordt niet geantwoord."))
    if item >= len(said):
        raise Refused(_("Leg eerst vast waar dit een antwoord op is."))
    words = Words(text).cleaned()
    before = replies(meeting.part, said[item].number)
    if before:
        return _changed(meeting, place, before[0], words) if words else _removed(meeting, place, before[0])
    if not words:
        return meeting
    by = those(meeting, meeting.part, "presenter")
    new = _contribution(meeting, activity.reply, now, by=by, words=words)
    return _added(meeting, place, replace(new, reply_to=said[item].number))


def write(meeting: Meeting, text: str, now: Now) -> Meeting:
    """In silence: what the one at the keyboard has written; nobody else sees it until their turn in the round."""
    place, unit, activity = meeting.place, _speaking(meeting), here(meeting)
    if not isinstance(activity, Write):
        raise Refused(_("Hier wordt niet in stilte geschreven."))
    text = clean(text)
    if not text:
        raise Refused(_("Er staat nog niets."))
    new = Written(
        number=meeting.next_number,
        kind=activity.of,
        step=place.step,
        activity=place.activity,
        by=unit,
        text=text,
        at=now.stamp,
    )
    part = replace(meeting.part, written=(*meeting.part.written, new))
    return replace(with_part(meeting, place, part), next_number=meeting.next_number + 1)


def write_again(meeting: Meeting) -> Meeting:
    """The one at the keyboard starts afresh: what they wrote here is gone, and can be undone."""
    own = written_at(meeting, meeting.place, _speaking(meeting))
    if not own:
        raise Refused(_("Er is nog niets geschreven."))
    part = replace(meeting.part, written=tuple(w for w in meeting.part.written if w not in own))
    return with_part(meeting, meeting.place, part)


def tell(meeting: Meeting, topic: str, text: str, now: Now) -> Meeting:
    """A named field of a tell or note. One that takes several lines gets one more; another one is changed."""
    place = meeting.place
    field = _field(meeting, topic)
    words = Words(text).cleaned()
    by = those(meeting, meeting.part, _by(meeting))
    before = () if field.several else tuple(c for c in _live(said_at(meeting, place)) if c.topic == topic)
    if before:
        return _changed(meeting, place, before[0], words) if words else _removed(meeting, place, before[0])
    if not words:
        return meeting
    new = _contribution(meeting, field.kind, now, by=by, words=words)
    return _added(meeting, place, replace(new, topic=topic))


def keep(meeting: Meeting, text: str, now: Now) -> Meeting:
    """A point of a free conversation."""
    activity = here(meeting)
    if not isinstance(activity, Talk) or activity.of is None:
        raise Refused(_("In dit gesprek wordt niets opgeschreven."))
    words = Words(text).cleaned()
    if not words:
        raise Refused(_("Er staat nog niets."))
    return _added(meeting, meeting.place, _contribution(meeting, activity.of, now, words=words))


def sum_up(meeting: Meeting, text: str, now: Now) -> Meeting:
    """The summary of this step; said again, it is changed, and who had confirmed it is asked again."""
    activity, place = here(meeting), meeting.place
    if not isinstance(activity, Summary):
        raise Refused(_("Hier wordt niet samengevat."))
    words = Words(text).cleaned()
    if not words:
        raise Refused(_("Er staat nog niets."))
    before = _live(said_at(meeting, place, "summary"))
    if before:
        return _changed(meeting, place, before[0], words)
    by = those(meeting, meeting.part, activity.by)
    return _added(meeting, place, _contribution(meeting, "summary", now, by=by, words=words))


def note(meeting: Meeting, text: str, now: Now) -> Meeting:
    """A note at any moment, kept with the step where it was made."""
    words = Words(text).cleaned()
    if not words:
        raise Refused(_("Er staat nog niets."))
    return _added(meeting, meeting.place, _contribution(meeting, "note", now, words=words))


def correct(meeting: Meeting, number: int, words: Words) -> Meeting:
    """Other words for something said earlier, wherever that was."""
    place, item = unstruck(meeting, number)
    words = words.cleaned()
    if not words:
        raise Refused(_("Leeg laten kan niet. Weghalen doe je met doorhalen."))
    return _changed(meeting, place, item, words)


def strike(meeting: Meeting, number: int) -> Meeting:
    """Take words out for good: they leave the file, and so does the answer to them. Only undo brings them back."""
    place, item = unstruck(meeting, number)
    for reply in replies(meeting.parts[place.part], number):
        meeting = _removed(meeting, place, reply)
    bare = replace(item, text="", parts={}, own_note="", label="", useful=False, understood=False, rating=0, votes=0)
    return _asked_again(with_changed(meeting, replace(bare, struck=True)), place, item)


def _speaking(meeting: Meeting) -> Unit:
    going_round(meeting, meeting.place)
    unit = current_unit(meeting, meeting.place)
    if unit is None:
        raise Refused(_("Iedereen is aan de beurt geweest."))
    return unit


def _field(meeting: Meeting, topic: str) -> Field:
    activity = here(meeting)
    fields = activity.fields if isinstance(activity, Tell | Note) else ()
    for field in fields:
        if field.id == topic:
            return field
    raise Refused(_("Dit veld hoort niet bij deze stap."))


def _by(meeting: Meeting) -> Who:
    activity = here(meeting)
    return activity.by if isinstance(activity, Tell | Note) and activity.by != "all" else "facilitator"


def _contribution(meeting: Meeting, kind: Kind, now: Now, words: Words, by: Unit = ()) -> Contribution:
    return Contribution(
        number=meeting.next_number,
        kind=kind,
        step=meeting.place.step,
        activity=meeting.place.activity,
        by=by,
        text=words.text,
        parts=dict(words.parts),
        at=now.stamp,
    )


def _added(meeting: Meeting, place: Place, new: Contribution) -> Meeting:
    part = meeting.parts[place.part]
    part = replace(part, contributions=(*part.contributions, new))
    return replace(with_part(meeting, place, part), next_number=meeting.next_number + 1)


def _brought_up(meeting: Meeting, unit: Unit, activity: Round) -> Meeting:
    """The first thing that the unit wrote for this round, and has shown, is not waiting any more."""
    waiting = in_the_open(meeting, unit, activity)
    if not waiting:
        return meeting
    written = tuple(w for w in meeting.part.written if w.number != waiting[0].number)
    return with_part(meeting, meeting.place, replace(meeting.part, written=written))


def bring_up(meeting: Meeting) -> Meeting:
    """The one whose turn it is wants to show what they wrote, in a round that does not do so by itself."""
    activity, unit = here(meeting), _speaking(meeting)
    own = prepared(meeting, unit, activity) if isinstance(activity, Round) else ()
    if not own:
        raise Refused(_("Hier is niets voor opgeschreven."))
    numbers = {w.number for w in own}
    written = tuple(replace(w, shown=True) if w.number in numbers else w for w in meeting.part.written)
    return with_part(meeting, meeting.place, replace(meeting.part, written=written))


def prepared(meeting: Meeting, unit: Unit, activity: Round) -> tuple[Written, ...]:
    """What those of a unit have written in silence for a round and not yet said, alone or together with somebody."""
    steps = meeting.part.method.steps
    there = (w for w in meeting.part.written if steps[w.step].id == activity.starts_from)
    return tuple(w for w in there if not set(w.by).isdisjoint(unit))


def in_the_open(meeting: Meeting, unit: Unit, activity: Round) -> tuple[Written, ...]:
    """What of that everybody may see while it is their turn: all, or in a round on request what they asked to show."""
    if meeting.ended:
        return ()
    return tuple(w for w in prepared(meeting, unit, activity) if w.shown or activity.shows == "at_turn")


def _changed(meeting: Meeting, place: Place, item: Contribution, words: Words) -> Meeting:
    if item.struck:
        raise Refused(_("Dit is doorgehaald."))
    if (item.text, item.parts) == (words.text, dict(words.parts)):
        return meeting
    changed = with_changed(meeting, replace(item, text=words.text, parts=dict(words.parts)))
    return _asked_again(changed, place, item)


def _asked_again(meeting: Meeting, place: Place, item: Contribution) -> Meeting:
    """Who had confirmed a summary said so of its words; those have changed."""
    if item.kind != "summary":
        return meeting
    part = meeting.parts[place.part]
    others = tuple(c for c in part.confirmed if (c.step, c.activity) != (place.step, place.activity))
    return with_part(meeting, place, replace(part, confirmed=others))


def _live(found: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """Those not struck: a struck one stays where it is, and new words come beside it."""
    return tuple(c for c in found if not c.struck)


def _removed(meeting: Meeting, place: Place, item: Contribution) -> Meeting:
    part = meeting.parts[place.part]
    kept = tuple(c for c in part.contributions if c.number != item.number)
    return with_part(meeting, place, replace(part, contributions=kept))
