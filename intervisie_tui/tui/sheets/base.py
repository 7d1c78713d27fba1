"""The values of a sheet, and what several kinds of activity show alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.kinds import one
from intervisie_tui.meeting.model import Contribution, Meeting, Part, Participant, Place, Unit
from intervisie_tui.meeting.people import leads, name, names
from intervisie_tui.meeting.places import Said, here, index, said_at
from intervisie_tui.meeting.turns import turns_at
from intervisie_tui.method.model import AnyActivity, Round

TurnLook: TypeAlias = Literal["now", "waiting", "had", "passed", "passed_twice"]

Piece: TypeAlias = str | tuple[str, str]
"""Some text, or text and its style."""

MUTED = "$text-muted"
STRONG = "bold"
MARKED = "bold $success"

_UNDER, _DEEPER = "\n   ", "\n     "
"""Line ends within what was said: under its first word, behind the number; and under that of a reply."""


@dataclass(frozen=True)
class FormField:
    """A place to type. `key`: half-typed text is kept under it; `saved`: what the meeting has; `initial`: put in."""

    key: str
    slot: str
    label: str
    hint: str = ""
    saved: str = ""
    initial: str = ""
    hidden: bool = False  # typed as dots
    appends: bool = False  # each commit adds one more, and the field is empty again
    choices: tuple[str, ...] = ()  # ready wordings, of which a figure or an arrow takes one
    own_words: bool = True  # other words are as good


@dataclass(frozen=True)
class Row:
    """Something collected, or a person to confirm. `key` is "c12" for contribution 12, "p3" for participant 3.

    `text` may be in pieces, each plain or with its style: of thousands of rows only those in sight are put together.
    """

    key: str
    text: Content | tuple[Piece, ...]

    @property
    def plain(self) -> str:
        """The text alone."""
        if isinstance(self.text, Content):
            return self.text.plain
        return "".join(piece if isinstance(piece, str) else piece[0] for piece in self.text)

    @property
    def content(self) -> Content:
        """The text as it is shown."""
        return self.text if isinstance(self.text, Content) else Content.assemble(*self.text)


@dataclass(frozen=True)
class TurnLine:
    """Someone's place in the round."""

    names: str
    look: TurnLook
    detail: str = ""


@dataclass(frozen=True)
class Sheet:
    """All that the middle of a step screen shows."""

    speaks: str
    heading: str
    rows: tuple[Row, ...]
    empty: str
    fields: tuple[FormField, ...] = ()
    turns: tuple[TurnLine, ...] = ()
    picks: bool = False  # Enter acts on the row that is chosen: ticks it, or gives it a figure
    reads: bool = False  # the rows are to be read before anything is typed


def key_of(place: Place, *more: object) -> str:
    """The key under which half-typed text of a field is kept: only figures and ids, never words."""
    return "/".join([f"{place.part}.{place.step}.{place.activity}", *(str(part) for part in more)])


def presenter(meeting: Meeting) -> str:
    """The presenter of this part by name; where it has none, that of the case before it."""
    known = _presenters(meeting)
    return name(meeting, known[-1] if known else None, _("de inbrenger"))


def has_presenter(meeting: Meeting) -> bool:
    """Whether anybody has brought a case by now, or does so here."""
    return bool(_presenters(meeting))


def _presenters(meeting: Meeting) -> list[int]:
    cases = [part for part in meeting.parts[: meeting.place.part] if part.method.script == "case"]
    return [part.presenter for part in (*cases, meeting.part) if part.presenter is not None]


def facilitator(meeting: Meeting) -> str:
    """The facilitator by name."""
    return name(meeting, leads(meeting), _("de gespreksleider"))


def asked_of(meeting: Meeting) -> str:
    """What is asked here and of whom, while there is nothing else to show; first what this activity says of itself."""
    step, own = meeting.step, here(meeting).say
    asked = [
        (presenter(meeting), step.presenter if has_presenter(meeting) else ""),
        (_("De groep"), step.group),
        (facilitator(meeting), step.facilitator),
    ]
    lines = [f"“{spoken(meeting, own)}”"] if own else []
    return "\n\n".join([*lines, *(f"{who[:1].upper()}{who[1:]}: {what}" for who, what in asked if what)])


def spoken(meeting: Meeting, line: str) -> str:
    """A line of a method with the names in it."""
    return line.replace("{inbrenger}", presenter(meeting)).replace("{gespreksleider}", facilitator(meeting))


def turn_lines(meeting: Meeting, details: dict[tuple[int, ...], str] | None = None) -> tuple[TurnLine, ...]:
    """The turns of the activity here, in order."""
    state = turns_at(meeting, meeting.place)
    return tuple(
        TurnLine(
            names(meeting, turn.unit), "now" if i == state.current else turn.state, (details or {}).get(turn.unit, "")
        )
        for i, turn in enumerate(state.turns)
    )


def words_of(item: Contribution, activity: AnyActivity | None) -> Content:
    """The words of a contribution; one of several parts with a label before each, one below the other."""
    return Content.assemble(*_words(item, activity))


def _words(item: Contribution, activity: AnyActivity | None) -> list[Piece]:
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
        Row(f"c{c.number}", Content.assemble(("✎  ", MUTED), words_of(c, None)))
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
    pieces = [*_head(item, number, who, activity), *_words(item, activity)]
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


def of_whom(meeting: Meeting, unit: tuple[int, ...], item: int, many: bool, activity: Round) -> str:
    """The label of a field in a turn: "Vraag van Anna", "Vraag 2 van Anna en Bram"."""
    kind = one(activity.of).capitalize()
    who = names(meeting, unit)
    if many:
        return _("{kind} {n} van {who}").format(kind=kind, n=item + 1, who=who)
    return _("{kind} van {who}").format(kind=kind, who=who)
