"""The acts of a step screen that ask or show something first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting import people as roster
from intervisie_tui.meeting.clock import spent
from intervisie_tui.meeting.marking import own_note
from intervisie_tui.meeting.model import Meeting, Place
from intervisie_tui.meeting.places import activity_at, find
from intervisie_tui.meeting.saying import Words, correct, intervene, note, strike
from intervisie_tui.method.model import Pitfall, Round
from intervisie_tui.tui.dialogs import Ask, Pick, Read, confirm
from intervisie_tui.tui.sheets.base import MUTED, STRONG, FormField, Row, facilitator, presenter
from intervisie_tui.tui.step_texts import line_to_say, spoken

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.step import StepScreen


def _one_field(label: str, text: str = "", hint: str = "") -> tuple[FormField, ...]:
    return (FormField(key="", slot="text", label=label, hint=hint, saved=text, initial=text),)


def show_line(desk: StepScreen) -> None:
    """The facilitator's line, large enough to read aloud."""
    step = desk.meeting.step
    asked = [(presenter(desk.meeting), step.presenter), (_("De groep"), step.group), (_("Jij"), step.facilitator)]
    lines = [Content.styled(f"“{line_to_say(desk.meeting)}”", STRONG)]
    for who, what in asked:
        if what:
            lines += [Content(""), Content.assemble((who, STRONG), "  ", Content(what))]
    if step.rules:
        lines += [Content(""), *(Content(f"– {rule}") for rule in step.rules)]
    desk.open(Read(_("Om te zeggen"), Content("\n").join(lines)), lambda _read: None)


def name_pitfall(desk: StepScreen) -> None:
    """The pitfalls, those of this step first; naming one keeps it with its time and shows the line."""
    meeting = desk.meeting
    own = [p for p in meeting.part.method.pitfalls if meeting.step.id in p.steps or not p.steps]
    others = [p for p in meeting.part.method.pitfalls if p not in own]
    by_title = {p.title: p for p in (*own, *others)}
    rows = [Row(title, _pitfall(meeting, p)) for title, p in by_title.items()]

    def named(title: str) -> None:
        if desk.do(lambda m: intervene(m, title, desk.room.running.now())):
            pitfall = by_title[title]
            text = Content.styled(f"“{spoken(meeting, pitfall.say)}”", STRONG)
            if pitfall.why:
                text = Content.assemble(text, "\n\n", (pitfall.why, MUTED))
            desk.open(Read(title, text), lambda _read: None)

    desk.open(
        Pick(_("Wat gebeurt er?"), rows, _("Kiezen laat zien wat je kunt zeggen, en bewaart het tijdstip.")), named
    )


def _pitfall(meeting: Meeting, pitfall: Pitfall) -> Content:
    who = {"member": _("groep"), "presenter": presenter(meeting), "facilitator": facilitator(meeting)}
    whose = who.get(pitfall.role, "")
    return Content.assemble((pitfall.title, STRONG), (f"  {whose}\n", MUTED), Content(pitfall.sign))


def overview(desk: StepScreen) -> None:
    """Every step with its minutes; choosing one goes there."""
    meeting = desk.meeting
    now = desk.room.running.now()
    rows = []
    for p, part in enumerate(meeting.parts):
        for s, step in enumerate(part.method.steps):
            had = round(spent(meeting, Place(part=p, step=s), now) / 60_000)
            plan = round(part.plan[s].seconds / 60)
            sign = "▸" if (p, s) == (meeting.place.part, meeting.place.step) else " "
            minutes = ngettext("{n} minuut", "{n} minuten", plan).format(n=plan)
            taken = _(", {n} gebruikt").format(n=had) if had else ""
            number = f"{s + 1} " if len(part.method.steps) > 1 else ""
            rows.append(
                Row(
                    f"{p}.{s}",
                    Content.assemble(
                        f"{sign} {number}",
                        (step.title, STRONG),
                        (f"  {minutes}{taken}\n", MUTED),
                        f"    {step.purpose}",
                    ),
                )
            )

    def there(key: str) -> None:
        part, step = key.split(".")
        desk.jump(Place(part=int(part), step=int(step)))

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

    def given(texts: Mapping[str, str]) -> None:
        if texts["text"].strip():
            desk.do(lambda meeting: note(meeting, texts["text"], desk.room.running.now()))

    desk.open(Ask(_("Notitie"), _one_field(_("Notitie"), hint=_("Iedereen kan dit lezen"))), given)


def own_note_beside(desk: StepScreen) -> None:
    """The presenter's own note beside the chosen contribution."""
    number = desk.target
    item = find(desk.meeting, number)[1]

    def given(texts: Mapping[str, str]) -> None:
        desk.do(lambda meeting: own_note(meeting, number, texts["text"]))

    title = _("Aantekening van {name}").format(name=presenter(desk.meeting))
    desk.open(Ask(title, _one_field(_("Aantekening"), item.own_note), item.text), given)


def correct_chosen(desk: StepScreen) -> None:
    """Other words for the chosen contribution."""
    number = desk.target
    place, item = find(desk.meeting, number)
    activity = activity_at(desk.meeting, place)
    if item.parts and isinstance(activity, Round):
        fields = tuple(
            FormField(
                key="",
                slot=part.id,
                label=part.label,
                saved=item.parts.get(part.id, ""),
                initial=item.parts.get(part.id, ""),
            )
            for part in activity.parts
        )
    else:
        fields = _one_field(_("Tekst"), item.text)

    def given(texts: Mapping[str, str]) -> None:
        words = Words(parts=tuple(texts.items())) if item.parts else Words(texts["text"])
        desk.do(lambda meeting: correct(meeting, number, words))

    desk.open(Ask(_("Verbeteren"), fields), given)


def strike_chosen(desk: StepScreen) -> None:
    """Take the words of the chosen contribution out of the file, after a question."""
    number = desk.target

    def answered(answer: str) -> None:
        if answer == "yes":
            desk.do(lambda meeting: strike(meeting, number))

    text = _(
        "De woorden gaan ook uit het bestand. Alleen ‘ongedaan maken’ haalt ze terug, zolang de bijeenkomst open is."
    )
    desk.open(confirm(_("Doorhalen?"), text, _("Doorhalen"), _("Laten staan")), answered)


def people(desk: StepScreen) -> None:
    """Who is here: someone comes, goes, comes back or gets another name."""
    meeting = desk.meeting
    rows = [Row("new", Content.styled(_("Er komt iemand bij"), STRONG))]
    rows += [
        Row(f"p{p.id}", Content.assemble(Content(p.name), (f"  {_('is weg')}" if p.left else "", MUTED)))
        for p in meeting.participants
    ]

    def chosen(key: str) -> None:
        if key == "new":
            _ask_name(desk, _("Wie komt erbij?"), "", roster.join)
        else:
            _one_person(desk, int(key[1:]))

    desk.open(Pick(_("Deelnemers"), rows), chosen)


def _one_person(desk: StepScreen, who: int) -> None:
    own = roster.person(desk.meeting, who)
    rows = [
        Row("back" if own.left else "leave", Content(_("Is er weer") if own.left else _("Gaat nu weg"))),
        Row("rename", Content(_("Naam verbeteren"))),
    ]

    def chosen(key: str) -> None:
        match key:
            case "leave":
                desk.do(lambda meeting: roster.leave(meeting, who))
            case "back":
                desk.do(lambda meeting: roster.come_back(meeting, who))
            case _rename:
                _ask_name(desk, _("Hoe is de naam?"), own.name, lambda meeting, name: roster.rename(meeting, who, name))

    desk.open(Pick(own.name, rows), chosen)


def _ask_name(desk: StepScreen, title: str, name: str, command: roster.Naming) -> None:
    def given(texts: Mapping[str, str]) -> None:
        desk.do(lambda meeting: command(meeting, texts["text"]))

    desk.open(Ask(title, _one_field(_("Naam"), name)), given)


def help_(desk: StepScreen) -> None:
    """All keys, those that do something here first."""
    able: list[Content] = []
    others: list[Content] = []
    for act in desk.keymap.acts:
        line = Content.assemble((f"{desk.keymap.shown(act):<8}", STRONG), _(act.help))
        (others if act.why_not(desk) is None else able).append(line)
    text = Content("\n").join(able)
    if others:
        text = Content.assemble(text, "\n\n", (_("In andere stappen") + "\n", MUTED), Content("\n").join(others))
    desk.open(Read(_("Toetsen"), text), lambda _read: None)


def list_acts(desk: StepScreen) -> None:
    """Everything that can be done now, to choose from: also from within a text field."""
    able = [act for act in desk.keymap.acts if act.why_not(desk) == "" and act.id not in ("list", "give", "number")]
    rows = [Row(act.id, Content.assemble((f"{desk.keymap.shown(act):<8}", MUTED), _(act.help))) for act in able]

    def chosen(id_: str) -> None:
        act = next(act for act in able if act.id == id_)
        act.run(desk, desk.keymap.keys(act)[0])

    desk.open(Pick(_("Wat wil je doen?"), rows), chosen)
