"""A meeting as Markdown: the transcript for those who were there, to read, print or pass on.

Goes by the kinds of activities alone, so any method comes out whole; whatever has no place of its own is listed too.
Nothing that was written in silence and not said: it works on what `view` gives, and counts what stayed hidden.
"""

from collections.abc import Iterator
from pathlib import Path

from intervisie_tui.archive.dates import wall_time
from intervisie_tui.archive.exporting import write_beside
from intervisie_tui.archive.markdown_head import about, head, who
from intervisie_tui.archive.markdown_text import escaped, item, on_one_line
from intervisie_tui.archive.markdown_times import times
from intervisie_tui.archive.meetings import file_of, read_meeting
from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.lookback import Collected, Entry, collected, not_shared
from intervisie_tui.meeting.model import Meeting, Place
from intervisie_tui.meeting.people import names
from intervisie_tui.meeting.titles import part_title
from intervisie_tui.meeting.viewing import view
from intervisie_tui.method.model import Step


def export_markdown(which: str | Path) -> Path:
    """Write the Markdown of a meeting (its id, or the path of any transcript) beside the transcript, and say where.

    An earlier export in which something else stands is kept (see `write_beside`). Raises Unusable with the reason.
    """
    path = file_of(which) if isinstance(which, str) else which
    return write_beside(path.parent, path.stem, markdown(read_meeting(path)))


def markdown(meeting: Meeting) -> str:
    """The whole meeting as a Markdown document, ended by a line end."""
    meeting = view(meeting)
    blocks = [*head(meeting), *who(meeting)]
    for p in range(len(meeting.parts)):
        blocks += _part(meeting, p)
    return "\n\n".join([*blocks, *times(meeting)]) + "\n"


def _part(meeting: Meeting, p: int) -> Iterator[str]:
    part = meeting.parts[p]
    steps = [(s, list(_step(meeting, Place(part=p, step=s)))) for s in range(len(part.method.steps))]
    hidden = not_shared(part)
    before = list(about(meeting, part))
    if not hidden and not before and not any(blocks for _s, blocks in steps):
        return
    yield "## " + on_one_line(part_title(meeting, part))
    yield from before
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
        yield "**" + _("Ingrepen") + "**"
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
    marks = [_("begrepen")] * said.understood
    marks += [_("gekozen") if said.kind == "case" else _("bruikbaar")] * said.useful
    marks += [_("cijfer {figure}").format(figure=said.rating)] * bool(said.rating)
    marks += [ngettext("{n} stem", "{n} stemmen", said.votes).format(n=said.votes)] * bool(said.votes)
    if marks:
        lines.append(f"✓ *{', '.join(marks)}*")
    if said.own_note:
        lines.append(_labelled(_("Eigen notitie van de inbrenger"), said.own_note))
    return lines


def _labelled(label: str, text: str) -> str:
    return f"*{on_one_line(label)}:* {escaped(text)}"
