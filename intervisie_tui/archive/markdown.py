"""A meeting as Markdown: the transcript for those who were there, to read, print or pass on.

Goes by the kinds of activities alone, so any method comes out whole; whatever has no place of its own is listed too.
Nothing that was written in silence and not said: it works on what `view` gives, and counts what stayed hidden.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from intervisie_tui.archive.disk import explain, write_durably
from intervisie_tui.archive.markdown_text import escaped, item, on_one_line
from intervisie_tui.archive.markdown_times import day, minutes, times, wall_time
from intervisie_tui.archive.meetings import file_of, read_meeting
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting import kinds
from intervisie_tui.meeting.lookback import not_shared
from intervisie_tui.meeting.model import Contribution, Meeting, Part, Participant, Place
from intervisie_tui.meeting.people import names
from intervisie_tui.meeting.places import said_at, spoken_number
from intervisie_tui.meeting.viewing import view
from intervisie_tui.method.model import AnyActivity, Note, Round, Step, Summary, Tell


def export_markdown(which: str | Path) -> Path:
    """Write the Markdown of a meeting (its id, or the path of any transcript) beside the transcript, and say where.

    For its owner alone (0600), in place of an earlier export. Raises Unusable with the reason.
    """
    path = file_of(which) if isinstance(which, str) else which
    text = markdown(read_meeting(path))
    try:
        write_durably(path.parent, f"{path.stem}.md", text.encode())
    except OSError as error:
        raise Unusable(explain(error)) from None
    return path.with_suffix(".md")


def markdown(meeting: Meeting) -> str:
    """The whole meeting as a Markdown document, ended by a line end."""
    meeting = view(meeting)
    blocks = [*_top(meeting), *_who(meeting)]
    for p in range(len(meeting.parts)):
        blocks += _part(meeting, p)
    return "\n\n".join([*blocks, *times(meeting)]) + "\n"


def _top(meeting: Meeting) -> Iterator[str]:
    yield "# " + on_one_line(_("Intervisie op {day}").format(day=day(meeting.started)))
    method = meeting.parts[0].method
    title = f"**{on_one_line(method.name)}**, {on_one_line(method.variant)}"
    source = _("Bron: {source}").format(source=on_one_line(method.source))
    begin = wall_time(meeting.started)
    if meeting.ended:
        when = _("Van {begin} tot {end}, samen {total} minuten.")
        when = when.format(begin=begin, end=wall_time(meeting.ended), total=minutes(meeting))
    else:
        when = _("Begonnen om {begin}, nog niet afgesloten.").format(begin=begin)
    yield "\\\n".join((title, source, when))


def _who(meeting: Meeting) -> Iterator[str]:
    yield "## " + _("Wie er waren")
    yield "\n".join(item(_person(meeting, person)) for person in meeting.participants)


def _person(meeting: Meeting, person: Participant) -> str:
    roles = [_("inbrenger")] if any(part.presenter == person.id for part in meeting.parts) else []
    roles += [_("gespreksleider")] if meeting.facilitator == person.id else []
    roles += [_("tijdbewaker")] if meeting.timekeeper == person.id else []
    roles += [_("eerder weg")] if person.left else []
    name = on_one_line(person.name)
    return f"{name}: {', '.join(roles)}" if roles else name


def _part(meeting: Meeting, p: int) -> Iterator[str]:
    part = meeting.parts[p]
    steps = [(s, list(_step(meeting, Place(part=p, step=s)))) for s in range(len(part.method.steps))]
    hidden = not_shared(part)
    if not hidden and not any(blocks for _s, blocks in steps):
        return
    title = part.method.name
    if part.presenter is not None:
        title = _("Casus van {name}").format(name=names(meeting, (part.presenter,)))
    yield "## " + on_one_line(title)
    for s, blocks in steps:
        if blocks and len(steps) > 1:
            yield "### " + on_one_line(part.method.steps[s].title)
        yield from blocks
    if hidden:
        text = ngettext("{n} geschreven tekst is niet gedeeld.", "{n} geschreven teksten zijn niet gedeeld.", hidden)
        yield f"*{text.format(n=hidden)}*"


def _step(meeting: Meeting, at: Place) -> Iterator[str]:
    part = meeting.parts[at.part]
    step: Step = part.method.steps[at.step]
    for a, activity in enumerate(step.activities):
        yield from _activity(meeting, Place(part=at.part, step=at.step, activity=a), activity)
    named = [i for i in part.interventions if i.step == at.step]
    if named:
        yield f"**{_('Ingrepen')}**"
        yield "\n".join(item(f"{wall_time(i.at)} {on_one_line(i.pitfall)}") for i in named)


def _activity(meeting: Meeting, place: Place, activity: AnyActivity) -> Iterator[str]:
    """What was said in one activity; first as its kind wants it, then all that is left, such as notes in between."""
    part = meeting.parts[place.part]
    said = [c for c in said_at(meeting, place) if not c.struck]
    shown: list[Contribution] = []
    if isinstance(activity, Tell | Note):
        for field in activity.fields:
            own = [c for c in said if c.topic == field.id]
            shown += own
            yield from _headed(field.label, map(_plain, own), field.several)
    elif isinstance(activity, Round):
        shown = [c for c in said if c.kind == activity.of and not c.reply_to]
        replies = [c for c in said if c.reply_to in {own.number for own in shown}]
        turns = [_turn(meeting, part, activity, c, replies) for c in shown]
        yield from _headed(activity.title or kinds.several(activity.of), turns, True)
        shown += replies
    elif isinstance(activity, Summary):
        shown = [c for c in said if c.kind == "summary"]
        yield from _headed(activity.label or kinds.several("summary"), map(_plain, shown), False)
        who = [n for c in part.confirmed if (c.step, c.activity) == (place.step, place.activity) for n in c.who]
        if shown and who:
            yield _("Bevestigd door {names}.").format(names=on_one_line(names(meeting, tuple(who))))
    rest = [c for c in said if c not in shown]
    for kind in dict.fromkeys(c.kind for c in rest):
        label = activity.title if kind != "note" and activity.title else kinds.several(kind)
        yield from _headed(label, [_plain(c) for c in rest if c.kind == kind], True)


def _headed(label: str, entries: Iterable[str], several: bool) -> Iterator[str]:
    """Entries that are Markdown already under their label, as a list where there can be more of them."""
    found = list(entries)
    if found:
        yield f"**{on_one_line(label)}**"
        yield "\n".join(map(item, found)) if several else "\n\n".join(found)


def _plain(said: Contribution) -> str:
    return "\\\n".join([escaped(said.text)] * bool(said.text) + _below(said, {}))


def _turn(meeting: Meeting, part: Part, activity: Round, said: Contribution, replies: list[Contribution]) -> str:
    """One contribution to a round with all that belongs to it, a line each."""
    number = spoken_number(part, said)
    head = " ".join(piece for piece in (f"**{number}.**" if number else "", escaped(said.text)) if piece)
    who = names(meeting, said.by) if said.by else ""
    label = next((known.label for known in activity.labels if known.id == said.label), "")
    beside = ", ".join(on_one_line(text) for text in (who, label) if text)
    lines = [f"{head} ({beside})" if beside else head]
    answered = activity.reply_label or _("Antwoord")
    answers = [_labelled(answered, reply.text) for reply in replies if reply.reply_to == said.number]
    return "\\\n".join(lines + answers + _below(said, {field.id: field.label for field in activity.parts}))


def _below(said: Contribution, labels: dict[str, str]) -> list[str]:
    """What stands under a contribution. Nothing is said of one that was not found useful."""
    lines = [_labelled(labels.get(key, key), text) for key, text in said.parts.items()]
    marks = [_("begrepen")] * said.understood + [_("bruikbaar")] * said.useful
    marks += [_("cijfer {figure}").format(figure=said.rating)] * bool(said.rating)
    if marks:
        lines.append(f"✓ *{', '.join(marks)}*")
    if said.own_note:
        lines.append(_labelled(_("Eigen notitie van de inbrenger"), said.own_note))
    return lines


def _labelled(label: str, text: str) -> str:
    return f"*{on_one_line(label)}:* {escaped(text)}"
