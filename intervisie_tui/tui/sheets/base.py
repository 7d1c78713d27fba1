"""The values of a sheet, and what several kinds of activity show alike."""

from typing import Literal, TypeAlias

from msgspec import Struct

from intervisie_tui.locale import _
from intervisie_tui.meeting.kinds import one
from intervisie_tui.meeting.model import Meeting, Place
from intervisie_tui.meeting.people import leads, name, names
from intervisie_tui.meeting.places import here
from intervisie_tui.meeting.turns import turns_at
from intervisie_tui.method.model import Round
from intervisie_tui.tui.row import Row

TurnLook: TypeAlias = Literal["now", "waiting", "had", "passed", "passed_twice"]


class FormField(Struct, frozen=True):
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


class TurnLine(Struct, frozen=True):
    """Someone's place in the round."""

    names: str
    look: TurnLook
    detail: str = ""


class Sheet(Struct, frozen=True):
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
    own = here(meeting).say
    lines = [f"“{spoken(meeting, own)}”"] if own else []
    asked = asked_in_step(meeting, facilitator(meeting))
    return "\n\n".join([*lines, *(f"{who[:1].upper()}{who[1:]}: {what}" for who, what in asked)])


def asked_in_step(meeting: Meeting, leader: str) -> list[tuple[str, str]]:
    """Who is asked what in this step; `leader` is how the facilitator is called. Nothing of whom there is none."""
    step = meeting.step
    asked = [
        (presenter(meeting), step.presenter if has_presenter(meeting) else ""),
        (_("De groep"), step.group),
        (leader, step.facilitator),
    ]
    return [(who, what) for who, what in asked if what]


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


def of_whom(meeting: Meeting, unit: tuple[int, ...], item: int, many: bool, activity: Round) -> str:
    """The label of a field in a turn: "Vraag van Anna", "Vraag 2 van Anna en Bram"."""
    kind = one(activity.of).capitalize()
    who = names(meeting, unit)
    if many:
        return _("{kind} {n} van {who}").format(kind=kind, n=item + 1, who=who)
    return _("{kind} van {who}").format(kind=kind, who=who)
