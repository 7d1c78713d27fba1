"""The acts of a step screen that ask or show something first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.clock import spent
from intervisie_tui.meeting.kinds import one
from intervisie_tui.meeting.marking import own_note
from intervisie_tui.meeting.model import Contribution, Meeting, Part, Place
from intervisie_tui.meeting.people import names
from intervisie_tui.meeting.places import activity_at, find
from intervisie_tui.meeting.saying import Words, correct, note, strike
from intervisie_tui.meeting.titles import part_title
from intervisie_tui.meeting.turns import turn_to
from intervisie_tui.method.model import AnyActivity, Round
from intervisie_tui.tui.dialogs import Ask, Pick, Read, confirm
from intervisie_tui.tui.heading import PLAIN
from intervisie_tui.tui.row import MUTED, STRONG, Piece, Row, text_of
from intervisie_tui.tui.sheets.base import FormField, asked_in_step, presenter
from intervisie_tui.tui.sheets.said import pieces_of, words_of
from intervisie_tui.tui.step_moves import jump
from intervisie_tui.tui.step_texts import line_to_say
from intervisie_tui.tui.widgets.lines import short

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.step import StepScreen

_NOT_LISTED = ("list", "give", "number", "rate")
"""Acts that mean nothing when chosen from a list: they need the field, or a figure."""
_SHORT = 60
"""Columns of a contribution that is only to be recognised."""


def one_field(key: str, label: str, text: str = "", hint: str = "") -> tuple[FormField, ...]:
    """A form of a single field, of the slot "text"."""
    return (FormField(key=key, slot="text", label=label, hint=hint, saved=text, initial=text),)


def ask(
    desk: StepScreen,
    title: str,
    fields: tuple[FormField, ...],
    given: Callable[[Mapping[str, str]], bool],
    text: str = "",
) -> None:
    """Ask for texts. `given` says whether they were accepted: if not, they are there when it is asked again."""
    running = desk.room.running

    def answered(texts: Mapping[str, str]) -> None:
        if given(texts):
            for field in fields:
                running.typing(field.key, None)

    desk.open(Ask(title, fields, text, running), answered)


def show_line(desk: StepScreen) -> None:
    """The facilitator's line, large enough to read aloud."""
    step = desk.meeting.step
    line = line_to_say(desk.meeting)
    lines = [Content.styled(f"“{line}”", STRONG)] if line else []
    for who, what in asked_in_step(desk.meeting, _("Jij")):
        lines += [Content(""), Content.assemble((who, STRONG), "  ", Content(what))]
    if step.rules:
        lines += [Content(""), *(Content(f"– {rule}") for rule in step.rules)]
    if not lines:
        lines = [Content(step.purpose)]
    desk.open(Read(_("Om te zeggen"), Content("\n").join(lines)), lambda _read: None)


def overview(desk: StepScreen) -> None:
    """Every step with its minutes; choosing one goes there."""
    meeting = desk.meeting
    now = desk.room.running.now()
    several, rows = len(meeting.parts) > PLAIN, []
    for p, part in enumerate(meeting.parts):
        for s, step in enumerate(part.method.steps):
            had = round(spent(meeting, Place(part=p, step=s), now) / 60_000)
            plan = round(part.plan[s].seconds / 60)
            here = (p, s) == (meeting.place.part, meeting.place.step)
            minutes = ngettext("{n} minuut", "{n} minuten", plan).format(n=plan)
            taken = _(", {n} gebruikt").format(n=had) if had else ""
            passed = "  " + _("overgeslagen") if part.skipped or part.plan[s].left_out else ""
            rows.append(
                Row(
                    f"{p}.{s}",
                    Content.assemble(
                        (f"{part_title(meeting, part)} · " if several and len(part.plan) > 1 else "", MUTED),
                        (step.title, STRONG),
                        (f"  {minutes}{taken}{passed}", MUTED),
                        ("  " + _("hier zijn jullie") if here else "", "$accent"),
                        f"\n{step.purpose}",
                    ),
                )
            )

    def there(key: str) -> None:
        part, step = key.split(".")
        jump(desk, Place(part=int(part), step=int(step)))

    desk.open(
        Pick(
            _("Alle stappen"),
            rows,
            _("Kies een stap om erheen te gaan. Wat er stond, blijft staan."),
            f"{meeting.place.part}.{meeting.place.step}",
        ),
        there,
    )


def add_note(desk: StepScreen) -> None:
    """A note with this step."""

    def given(texts: Mapping[str, str]) -> bool:
        if not desk.do(lambda meeting: note(meeting, texts["text"], desk.room.running.now())):
            return False
        desk.tell(_("De notitie is bewaard bij deze stap."))
        return True

    ask(desk, _("Een notitie bij deze stap, voor iedereen te lezen"), one_field("note", _("Notitie")), given)


def own_note_beside(desk: StepScreen) -> None:
    """The presenter's own note beside the chosen contribution."""
    number = desk.target
    item = find(desk.meeting, number)[1]

    def given(texts: Mapping[str, str]) -> bool:
        return desk.do(lambda meeting: own_note(meeting, number, texts["text"]))

    title = _("Aantekening van {name}").format(name=presenter(desk.meeting))
    ask(desk, title, one_field(f"own/{number}", _("Aantekening"), item.own_note), given, words_of(item, None).plain)


def correct_one(desk: StepScreen) -> None:
    """Other words for the chosen contribution, or for one to choose first."""
    _about_one(desk, _("Wat wil je verbeteren?"), lambda number: _correct(desk, number))


def strike_one(desk: StepScreen) -> None:
    """Take the words of the chosen contribution, or of one to choose first, out of the file, after a question."""
    _about_one(desk, _("Wat wil je doorhalen?"), lambda number: _strike(desk, number))


def _about_one(desk: StepScreen, question: str, then: Callable[[int], None]) -> None:
    """With the row that is chosen while the list has the keys; else choose from all that was said, the last first."""
    if desk.target and desk.focused is desk.listing:
        then(desk.target)
        return
    meeting = desk.meeting
    rows = [
        Row(str(item.number), _in_short(meeting, part, item))
        for part in reversed(meeting.parts)
        for item in reversed(part.contributions)
        if not item.struck
    ]
    if rows:
        desk.open(Pick(question, rows), lambda key: then(int(key)))
    else:
        desk.tell(_("Er is nog niets vastgelegd."))


def _in_short(meeting: Meeting, part: Part, item: Contribution) -> tuple[Piece, ...]:
    step = part.method.steps[item.step]
    who = names(meeting, item.by) if item.by else ""
    about = " · ".join(filter(None, (step.title, one(item.kind), who)))
    return _first_words(item, step.activities[item.activity]), (f"\n{about}", MUTED)


def _first_words(item: Contribution, activity: AnyActivity) -> str:
    words = " ".join("".join(map(text_of, pieces_of(item, activity))).split())
    return words if len(words) * 2 <= _SHORT else short(Content(words), _SHORT).plain


def _correct(desk: StepScreen, number: int) -> None:
    place, item = find(desk.meeting, number)
    activity = activity_at(desk.meeting, place)
    if item.parts and isinstance(activity, Round):
        fields = tuple(
            FormField(
                key=f"correct/{number}/{part.id}",
                slot=part.id,
                label=part.label,
                saved=item.parts.get(part.id, ""),
                initial=item.parts.get(part.id, ""),
            )
            for part in activity.parts
        )
    else:
        fields = one_field(f"correct/{number}", one(item.kind).capitalize(), item.text)

    def given(texts: Mapping[str, str]) -> bool:
        words = Words(parts=tuple(texts.items())) if item.parts else Words(texts["text"])
        return desk.do(lambda meeting: correct(meeting, number, words))

    ask(desk, _("Verbeteren"), fields, given)


def _strike(desk: StepScreen, number: int) -> None:
    place, item = find(desk.meeting, number)

    def answered(answer: str) -> None:
        if answer == "yes":
            desk.do(lambda meeting: strike(meeting, number))

    said = _first_words(item, activity_at(desk.meeting, place))
    text = _("De woorden gaan ook uit het bestand. Alleen ‘ongedaan’ haalt ze terug, zolang de bijeenkomst open is.")
    desk.open(confirm(_("Doorhalen?"), f"{said}\n\n{text}\n", _("Doorhalen"), _("Laten staan")), answered)


def list_acts(desk: StepScreen) -> None:
    """Everything that can be done now, to choose from: also from within a text field."""
    able = [act for act in desk.keymap.acts if act.why_not(desk) == "" and act.id not in _NOT_LISTED]
    rows = [Row(act.id, Content.assemble((f"{desk.keymap.shown(act):<8}", MUTED), _(act.help))) for act in able]

    def chosen(id_: str) -> None:
        act = next(act for act in able if act.id == id_)
        act.run(desk, desk.keymap.keys(act)[0])

    desk.open(Pick(_("Wat wil je doen?"), rows), chosen)


def call_up(desk: StepScreen) -> None:
    """To whom in the round: for more people than there are figures on the keyboard, and from a list of names."""
    rows = [Row(str(i), Content(turn.names)) for i, turn in enumerate(desk.sheet.turns)]
    on = next((str(i) for i, turn in enumerate(desk.sheet.turns) if turn.look == "now"), "")
    desk.open(Pick(_("Naar wie?"), rows, at=on), lambda key: _to_turn(desk, int(key)))


def _to_turn(desk: StepScreen, index: int) -> None:
    desk.do(lambda meeting: turn_to(meeting, index))
