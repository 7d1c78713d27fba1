"""A meeting as Markdown: the transcript for those who were there, to read, print or pass on.

Goes by the kinds of activities alone, so any method comes out whole; whatever has no place of its own is listed too.
Nothing that was written in silence and not said: it works on what `view` gives, and counts what stayed hidden.
"""

from collections.abc import Iterator
from pathlib import Path

from intervisie_tui.archive.disk import explain, write_durably
from intervisie_tui.archive.markdown_text import escaped, item, on_one_line
from intervisie_tui.archive.markdown_times import day, minutes, times, wall_time
from intervisie_tui.archive.meetings import file_of, read_meeting
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.lookback import Collected, Entry, collected, not_shared
from intervisie_tui.meeting.model import Meeting, Participant, Place
from intervisie_tui.meeting.people import names
from intervisie_tui.meeting.viewing import view
from intervisie_tui.method.model import Step


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
    for a in range(len(step.activities)):
        for found in collected(meeting, Place(part=at.part, step=at.step, activity=a)):
            yield from _collected(meeting, found)
    named = [i for i in part.interventions if i.step == at.step]
    if named:
        yield f"**{_('Ingrepen')}**"
        yield "\n".join(item(f"{wall_time(i.at)} {on_one_line(i.pitfall or i.title)}") for i in named)


def _collected(meeting: Meeting, found: Collected) -> Iterator[str]:
    entries = [_turn(meeting, found, entry) if found.turns else _plain(entry) for entry in found.entries]
    yield f"**{on_one_line(found.title)}**"
    yield "\n".join(map(item, entries)) if found.several else "\n\n".join(entries)
    if found.confirmed:
        yield _("Bevestigd door {names}.").format(names=on_one_line(names(meeting, found.confirmed)))


def _plain(entry: Entry) -> str:
    return "\\\n".join([escaped(entry.said.text)] * bool(entry.said.text) + _below(entry))


def _turn(meeting: Meeting, found: Collected, entry: Entry) -> str:
    """One contribution to a round with all that belongs to it, a line each."""
    said = entry.said
    head = " ".join(piece for piece in (f"**{entry.number}.**" if entry.number else "", escaped(said.text)) if piece)
    who = names(meeting, said.by) if said.by else ""
    beside = ", ".join(on_one_line(text) for text in (who, entry.label) if text)
    lines = [f"{head} ({beside})" if beside else head]
    answers = [_labelled(found.answered, answer) for answer in entry.answers]
    return "\\\n".join(lines + answers + _below(entry))


def _below(entry: Entry) -> list[str]:
    """What stands under a contribution. Nothing is said of one that was not found useful."""
    said = entry.said
    lines = [_labelled(label, text) for label, text in entry.parts]
    marks = [_("begrepen")] * said.understood + [_("bruikbaar")] * said.useful
    marks += [_("cijfer {figure}").format(figure=said.rating)] * bool(said.rating)
    if marks:
        lines.append(f"✓ *{', '.join(marks)}*")
    if said.own_note:
        lines.append(_labelled(_("Eigen notitie van de inbrenger"), said.own_note))
    return lines


def _labelled(label: str, text: str) -> str:
    return f"*{on_one_line(label)}:* {escaped(text)}"
