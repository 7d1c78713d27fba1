"""From what stands in the fields of a sheet to the acts that put it into the meeting."""

from collections.abc import Mapping, Sequence

from intervisie_tui.locale import _
from intervisie_tui.meeting.marking import sort_as
from intervisie_tui.meeting.model import Meeting, Now, Refused
from intervisie_tui.meeting.places import here
from intervisie_tui.meeting.saying import Words, answer, keep, say, sum_up, tell, write
from intervisie_tui.method.model import Choose, Note, Round, Summary, Talk, Tell, Write
from intervisie_tui.method.text import clean
from intervisie_tui.tui.sheets.base import FormField
from intervisie_tui.tui.sheets.rounds import current_item


def changed(fields: Sequence[FormField], texts: Mapping[str, str]) -> tuple[FormField, ...]:
    """The fields whose text (by slot) differs from what the meeting has."""
    return tuple(field for field in fields if clean(texts.get(field.slot, field.saved)) != field.saved)


def commit(meeting: Meeting, fields: Sequence[FormField], texts: Mapping[str, str], now: Now) -> Meeting:
    """The meeting with every changed field said, written or told. `Refused` where the heart does not take it."""
    new = {field.slot: texts[field.slot] for field in changed(fields, texts)}
    if not new:
        return meeting
    match here(meeting):
        case Tell() | Note():
            for slot, text in new.items():
                meeting = tell(meeting, slot, text, now)
        case Write():
            meeting = write(meeting, new["text"], now)
        case Round() as activity:
            meeting = _in_round(meeting, activity, texts, new, now)
        case Talk():
            meeting = keep(meeting, new["text"], now)
        case Summary():
            meeting = sum_up(meeting, new["text"], now)
        case Choose():
            pass
    return meeting


def _in_round(meeting: Meeting, activity: Round, texts: Mapping[str, str], new: Mapping[str, str], now: Now) -> Meeting:
    own = [part.id for part in activity.parts] or ["text"]
    if any(slot in new for slot in own):
        if activity.parts:
            words = Words(parts=tuple((slot, texts.get(slot, "")) for slot in own))
        else:
            words = Words(texts["text"])
        meeting = say(meeting, words, now)
    if "answer" in new:
        meeting = answer(meeting, new["answer"], now)
    if "sort" in new:
        meeting = _sorted(meeting, activity, new["sort"])
    return meeting


def _sorted(meeting: Meeting, activity: Round, text: str) -> Meeting:
    said = current_item(meeting)
    if said is None:
        raise Refused(_("Leg eerst de titel vast."))
    label = next((own.id for own in activity.labels if own.label.casefold() == clean(text).casefold()), "")
    if text.strip() and not label:
        raise Refused(_("Kies de soort vraag met het cijfer dat ervoor staat, of laat het leeg."))
    return sort_as(meeting, said.number, label)
