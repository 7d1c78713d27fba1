"""A round: each in turn says something; a reply, marks and a note can go with it."""

from intervisie_tui.group.script_ids import TO_WHOM
from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.kinds import one, several
from intervisie_tui.meeting.model import Contribution, Meeting, Unit
from intervisie_tui.meeting.people import names, person, present
from intervisie_tui.meeting.places import replies, said_at
from intervisie_tui.meeting.saying import prepared
from intervisie_tui.meeting.turns import current_unit, due, items, turns_at
from intervisie_tui.method.model import Kind, Round
from intervisie_tui.tui.sheets.base import FormField, Sheet, key_of, of_whom, presenter, turn_lines
from intervisie_tui.tui.sheets.said import Rows, note_rows


def sheet(meeting: Meeting, activity: Round, rows: Rows) -> Sheet:
    """What has been said so far, and the fields of the turn that is on."""
    unit = current_unit(meeting, meeting.place)
    said = (c for c in said_at(meeting, meeting.place, activity.of) if not c.reply_to)
    return Sheet(
        speaks=_who(meeting, activity, unit),
        heading=activity.title or several(activity.of),
        rows=(*rows.of(meeting, meeting.part, said), *note_rows(meeting)),
        empty=_("Hier komt te staan wat er in deze ronde gezegd wordt."),
        fields=() if unit is None else _fields(meeting, activity, unit),
        turns=turn_lines(meeting),
    )


def current_item(meeting: Meeting) -> Contribution | None:
    """The contribution of the turn that is on, once it has been said."""
    unit = current_unit(meeting, meeting.place)
    if unit is None:
        return None
    said, item = items(meeting, meeting.place, unit), turns_at(meeting, meeting.place).item
    return said[item] if item < len(said) else None


def _fields(meeting: Meeting, activity: Round, unit: Unit) -> tuple[FormField, ...]:
    place, item = meeting.place, turns_at(meeting, meeting.place).item
    said = current_item(meeting)
    many = due(activity, unit) > 1 or item > 0 or len(items(meeting, place, unit)) > 1
    whose = of_whom(meeting, unit, item, many, activity)
    prepared_text = _prepared_text(meeting, activity, unit)
    if activity.parts:
        fields = [
            FormField(
                key=key_of(place, *unit, item, part.id),
                slot=part.id,
                label=part.label,
                hint=part.hint,
                saved=said.parts.get(part.id, "") if said else "",
                initial=said.parts.get(part.id, "") if said else (prepared_text if i == 0 else ""),
                choices=part.choices or _people(meeting, unit, part.id),
            )
            for i, part in enumerate(activity.parts)
        ]
    else:
        text = said.text if said else ""
        fields = [
            FormField(
                key=key_of(place, *unit, item, "text"),
                slot="text",
                label=whose,
                saved=text,
                initial=text or prepared_text,
            )
        ]
    if activity.of == "case" and activity.labels:
        fields.append(_sort_field(key_of(place, *unit, item, "sort"), activity, said))
    if activity.reply:
        answered = replies(meeting.part, said.number) if said else ()
        text = answered[0].text if answered else ""
        label = activity.reply_label or one(activity.reply).capitalize()
        label = _("{kind} van {who}").format(kind=label, who=presenter(meeting))
        fields.append(
            FormField(key=key_of(place, *unit, item, "answer"), slot="answer", label=label, saved=text, initial=text)
        )
    return tuple(fields)


def _people(meeting: Meeting, unit: Unit, part: str) -> tuple[str, ...]:
    """To whom one reports: the others who are here, as ready wordings."""
    if part != TO_WHOM:
        return ()
    return tuple(person(meeting, who).name for who in present(meeting) if who not in unit)


def _sort_field(key: str, activity: Round, said: Contribution | None) -> FormField:
    """What sort of case it is: whoever offers one is asked, so it has a field and not only a key."""
    labels = {label.id: label.label for label in activity.labels}
    text = labels.get(said.label, "") if said else ""
    return FormField(
        key=key,
        slot="sort",
        label=_("Soort vraag"),
        saved=text,
        initial=text,
        choices=tuple(labels.values()),
        own_words=False,
    )


def _prepared_text(meeting: Meeting, activity: Round, unit: Unit) -> str:
    return next((w.text for w in prepared(meeting, unit, activity) if w.text), "")


def _who(meeting: Meeting, activity: Round, unit: Unit | None) -> str:
    if unit is None:
        return _("Iedereen is geweest")
    to_all = activity.by == "all" or meeting.part.presenter in (None, *unit)
    listener = _("de groep") if to_all else presenter(meeting)
    if not activity.reply:
        other = _("{name} luistert").format(name=listener)
    elif activity.of == "question":
        other = _("{name} antwoordt").format(name=listener)
    else:
        other = _("{name} reageert").format(name=listener)
    return f"{_does(activity.of, len(unit)).format(who=names(meeting, unit))}; {other}"


def _does(kind: Kind, n: int) -> str:
    """What someone does in such a round, with {who} in it."""
    match kind:
        case "question":
            return ngettext("{who} vraagt", "{who} vragen", n)
        case "advice":
            return ngettext("{who} geeft advies", "{who} geven advies", n)
        case "image":
            return ngettext("{who} deelt een beeld", "{who} delen een beeld", n)
        case "feedback":
            return ngettext("{who} geeft feedback", "{who} geven feedback", n)
        case "case":
            return ngettext("{who} noemt een casus", "{who} noemen een casus", n)
        case _other:
            return ngettext("{who} vertelt", "{who} vertellen", n)
