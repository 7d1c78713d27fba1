"""The debrief of a practice run as Markdown, in its order, to keep or to talk over with a colleague."""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from intervisie_tui.archive.exporting import write_beside
from intervisie_tui.archive.markdown_text import escaped, item, on_one_line
from intervisie_tui.archive.meetings import file_of, read_meeting
from intervisie_tui.archive.paths import Shelf, practice_folder
from intervisie_tui.locale import _, ngettext
from intervisie_tui.practice.debrief import AlarmTold, Debrief, MomentTold, debrief, evenness, next_question
from intervisie_tui.practice.record_file import read_record


def export_debrief(meeting_id: str, shelf: Shelf = practice_folder) -> Path:
    """Write it beside the transcript, and say where (see `write_beside`). Raises Unusable with the reason."""
    path = file_of(meeting_id, shelf)
    text = debrief_markdown(debrief(read_meeting(path), read_record(meeting_id, shelf)))
    return write_beside(path.parent, f"{path.stem}.debrief", text)


def debrief_markdown(told: Debrief) -> str:
    """The whole debrief as a Markdown document, ended by a line end."""
    blocks = ["# " + on_one_line(_("Terugblik op {title}").format(title=told.title))]
    blocks.append(
        _("Oefening: {length}. Precies zo nog eens: --seed {seed}.").format(
            length=on_one_line(told.length), seed=told.seed
        )
    )
    blocks += _own_view(told)
    blocks += _moments(told)
    blocks += _time_and_turns(told)
    if told.next_time:
        blocks += ["## " + on_one_line(next_question()), escaped(told.next_time)]
    return "\n\n".join(blocks) + "\n"


def outcome_in_words(told: MomentTold) -> str:
    """What came of a moment, as a sentence."""
    seconds = ngettext("{n} seconde", "{n} seconden", told.seconds).format(n=told.seconds)
    match told.outcome:
        case "seen":
            return _("Gezien, na {seconds}: {act}.").format(seconds=seconds, act=told.act)
        case "late":
            return _("Eerst voorbijgegaan, na {seconds} alsnog: {act}.").format(seconds=seconds, act=told.act)
    return _("Voorbijgegaan.")


def clock_in_words(ms: int) -> str:
    """A time on the line of time: minutes and seconds."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02}"


def _own_view(told: Debrief) -> Iterator[str]:
    for question, answer in zip(told.questions, told.own_view, strict=True):
        if answer:
            yield "## " + on_one_line(question)
            yield escaped(answer)


def _moments(told: Debrief) -> Iterator[str]:
    yield "## " + _("Wat er gebeurde")
    for one in told.timeline:
        lines = _moment(one) if isinstance(one, MomentTold) else _alarm(one)
        yield item("\\\n".join(lines))
    if not told.timeline:
        yield _("Er was niets wat om een ingreep vroeg, en er is niet ingegrepen.")
    if told.unmet:
        text = ngettext(
            "{n} moment kwam niet voor: jullie waren toen al verder.",
            "{n} momenten kwamen niet voor: jullie waren toen al verder.",
            told.unmet,
        )
        yield text.format(n=told.unmet)


def _moment(told: MomentTold) -> Iterator[str]:
    yield f"**{clock_in_words(told.at)}** {on_one_line(told.step)}"
    yield _said(told.who, told.says)
    yield f"*{on_one_line(told.pitfall)}.* {outcome_in_words(replace(told, act=on_one_line(told.act)))}"
    if told.others:
        yield _("Je probeerde ook: {acts}.").format(acts=on_one_line(", ".join(told.others)))
    if told.outcome != "seen":
        yield _("Wat hier past: {acts}.").format(acts=on_one_line(", ".join(told.right)))
    for who, says in told.followed:
        yield _("Daarna {said}").format(said=_said(who, says))
    yield on_one_line(told.why)


def _alarm(told: AlarmTold) -> Iterator[str]:
    yield f"**{clock_in_words(told.at)}** {on_one_line(told.step)}"
    yield _("Je greep in: {act}. Hier mocht het gewoon doorgaan.").format(act=on_one_line(told.act))
    if told.says:
        yield _said(told.who, told.says)
        yield on_one_line(told.why)


def _said(who: str, says: str) -> str:
    return f"{on_one_line(who)}: ‘{on_one_line(says)}’"


def _time_and_turns(told: Debrief) -> Iterator[str]:
    if not told.steps:
        return
    yield "## " + _("Tijd en beurten")
    rows = [f"| {on_one_line(s.title)} | {_seconds(s.planned)} | {_seconds(s.real)} |" for s in told.steps]
    head = "| " + _("Stap") + " | " + _("Gepland") + " | " + _("Werkelijk") + " |"
    yield "\n".join([head, "|:--|--:|--:|", *rows])
    shares = tuple(replace(share, name=on_one_line(share.name)) for share in told.shares)
    yield "\n".join(item(f"{share.name}: {share.count}") for share in shares)
    yield evenness(replace(told, shares=shares))


def _seconds(seconds: int) -> str:
    return clock_in_words(seconds * 1000)
