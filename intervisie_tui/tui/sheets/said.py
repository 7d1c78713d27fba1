"""What was said as rows: a contribution with its number, who said it, its marks, the reply and the presenter's note."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.model import Contribution, Meeting, Part, Participant, Unit
from intervisie_tui.meeting.people import names
from intervisie_tui.meeting.places import Said, index, said_at
from intervisie_tui.method.model import AnyActivity, Round
from intervisie_tui.tui.row import MARKED, MUTED, STRONG, Piece, Row

_UNDER, _DEEPER = "\n   ", "\n     "
"""Line ends within what was said: under its first word, behind the number; and under that of a reply."""


def words_of(item: Contribution, activity: AnyActivity | None) -> Content:
    """The words of a contribution; one of several parts with a label before each, one below the other."""
    return Content.assemble(*pieces_of(item, activity))


def pieces_of(item: Contribution, activity: AnyActivity | None) -> list[Piece]:
    """The same in pieces."""
    if item.struck:
        return [(_("(doorgehaald)"), MUTED)]
    if not item.parts:
        return [item.text.replace("\n", _UNDER)]
    labels = {field.id: field.label for field in activity.parts} if isinstance(activity, Round) else {}
    pieces: list[Piece] = []
    for key, text in item.parts.items():
        pieces += [_UNDER if pieces else "", (labels.get(key, key) + ": ", MUTED), text.replace("\n", _UNDER)]
    return pieces


def note_rows(meeting: Meeting) -> tuple[Row, ...]:
    """The notes that were made in this activity, so that they can be read, corrected and struck there."""
    said = said_at(meeting, meeting.place, "note")
    return tuple(
        Row(f"c{c.number}", (("✎  ", MUTED), *pieces_of(c, None)))
        for c in said
        if not c.topic and not c.by and not c.struck
    )


class Rows:
    """Makes the rows of contributions, and gives the one it made before again where nothing in it has changed.

    One belongs to one screen, and goes with it.
    """

    def __init__(self) -> None:
        self._made: dict[int, tuple[tuple[object, ...], Row]] = {}
        self._names: dict[Unit, str] = {}
        self._of: tuple[Participant, ...] = ()  # whose names those are

    def of(self, meeting: Meeting, part: Part, items: Iterable[Contribution]) -> tuple[Row, ...]:
        """A row for each contribution: its number, who said it, its label, marks, the reply, the presenter's note."""
        if self._of is not meeting.participants:
            self._of = meeting.participants
            self._names.clear()
        said = index(part)
        return tuple(self._row(meeting, part, item, said) for item in items)

    def _row(self, meeting: Meeting, part: Part, item: Contribution, said: Said) -> Row:
        who = self._names.get(item.by)
        if who is None:
            who = self._names[item.by] = names(meeting, item.by) if item.by else ""
        number, answers = said.spoken.get(item.number, 0), said.replies.get(item.number, ())
        before = self._made.get(item.number)
        if before is not None:
            (old, old_answers, *others), row = before
            if old is item and old_answers == answers and others == [part.method, number, who]:
                return row
        row = _contribution_row(part, item, number, who, answers)
        self._made[item.number] = (item, answers, part.method, number, who), row
        return row


def _contribution_row(part: Part, item: Contribution, number: int, who: str, answers: Sequence[Contribution]) -> Row:
    activity = part.method.steps[item.step].activities[item.activity]
    pieces = [*_head(item, number, who, activity), *pieces_of(item, activity)]
    for reply in answers:
        pieces += ["\n", ("   ↳ ", MUTED), reply.text.replace("\n", _DEEPER)]
    if item.own_note:
        pieces += ["\n", ("   ✎ ", MUTED), (item.own_note.replace("\n", _DEEPER), "italic")]
    return Row(f"c{item.number}", tuple(pieces))


def _head(item: Contribution, number: int, who: str, activity: AnyActivity) -> list[Piece]:
    head: list[Piece] = [(f"{number:>2} ", STRONG)] if number else []
    if who:
        head.append((who + "  ", MUTED))
    if item.label:
        labels = {label.id: label.label for label in activity.labels} if isinstance(activity, Round) else {}
        head.append((f"[{labels.get(item.label, item.label)}] ", MUTED))
    if item.useful:
        head.append((useful(item) + "  ", MARKED))
    if item.understood:
        head.append((_("begrepen") + "  ", "$success"))
    if item.rating:
        head.append(("●" * item.rating + "  ", MARKED))
    if item.votes:
        votes = ngettext("{n} stem", "{n} stemmen", item.votes).format(n=item.votes)
        head.append((votes + "  ", MARKED))
    return head


def useful(item: Contribution) -> str:
    """What the tick of a contribution says: of a case that was offered, that it is the one."""
    return _("✓ gekozen") if item.kind == "case" else _("✓ bruikbaar")
