"""Choosing the case, in dialogs of a step screen: by whose turn it is, by urgency, or by votes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.choosing import (
    choose_another,
    choose_case,
    choosing_part,
    count_votes,
    has_voted,
    proposals,
    reveal,
    vote,
    vote_anew,
)
from intervisie_tui.meeting.model import Contribution, Meeting, Refused
from intervisie_tui.meeting.people import MOST, name, names, present
from intervisie_tui.meeting.places import spoken_number
from intervisie_tui.meeting.planning import CasePlan, add_case
from intervisie_tui.tui.dialogs import Ask, Pick
from intervisie_tui.tui.row import MARKED, MUTED, STRONG, Row
from intervisie_tui.tui.sheets.base import FormField
from intervisie_tui.tui.step_dialogs import ask
from intervisie_tui.tui.step_plan import new_case
from intervisie_tui.tui.step_rota import in_order, waited

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.step import StepScreen


def choose(desk: StepScreen) -> None:
    """Which case; who waited longest is proposed and stands first, the group decides."""
    meeting = desk.meeting
    offered = {str(c.number): c for c in proposals(meeting)}
    able = tuple(dict.fromkeys(who for c in offered.values() for who in c.by))
    order = waited(desk.room, "presenter", able)
    first = order[0] if order else None
    rows = [Row(key, _offer(meeting, c, first)) for key, c in offered.items()]
    rows.append(Row("other", Content.styled(_("Een casus die er nog niet bij staat"), MUTED)))
    at = next((key for key, c in offered.items() if first in c.by), "")
    text = ""
    if first is not None:
        text = _("{name} wacht het langst en mag als eerste. De groep kiest.").format(name=name(meeting, first))

    def chosen(key: str) -> None:
        if key == "other":
            _not_offered(desk)
        else:
            _chosen(desk, offered[key])

    desk.open(Pick(_("Welke casus?"), rows, text, at), chosen)


def _offer(meeting: Meeting, item: Contribution, first: int | None) -> Content:
    about = [names(meeting, item.by)]
    if item.rating:
        about.append(_("urgentie {figure}").format(figure=item.rating))
    if item.votes:
        about.append(ngettext("{n} stem", "{n} stemmen", item.votes).format(n=item.votes))
    if first in item.by:
        about.append(_("wacht het langst"))
    chosen = ("✓ " + _("gekozen") + "  ", MARKED) if item.useful else ""
    return Content.assemble(chosen, (" ".join(item.text.split()), STRONG), (f"\n{' · '.join(about)}", MUTED))


def _chosen(desk: StepScreen, item: Contribution) -> None:
    """By which method and who leads. Where one was chosen already, it is asked whether this one comes too."""
    planned = any(c.useful and c.number != item.number for c in proposals(desk.meeting))

    def plan(another: bool) -> None:
        command = choose_another if another else choose_case

        def add(meeting: Meeting, case: CasePlan) -> Meeting:
            return command(meeting, item.number, case.method, case.minutes, case.facilitator)

        new_case(desk, add, presenter=item.by[0])

    if not planned:
        plan(False)
        return
    rows = [
        Row("too", Content(_("Deze komt erbij, na de andere"))),
        Row("instead", Content(_("Deze komt in de plaats van de andere"))),
    ]
    desk.open(Pick(_("Er is al een casus gekozen"), rows), lambda key: plan(key == "too"))


def _not_offered(desk: StepScreen) -> None:
    """Whoever brings it; without a title."""
    here = desk.meeting.place.part
    rows = in_order(desk, "presenter", present(desk.meeting))

    def by(key: str) -> None:
        new_case(desk, lambda meeting, case: add_case(meeting, case, here), presenter=int(key))

    desk.open(Pick(_("Wie brengt in?"), rows), by)


def votes(desk: StepScreen) -> None:
    """How the votes are given."""
    meeting = desk.meeting
    if len(proposals(meeting)) < 2:
        raise Refused(_("Stemmen kan pas als er twee casussen liggen."))
    rows = [
        Row("count", Content.assemble((_("Aantallen invullen"), STRONG), "  " + _("geteld met de handen omhoog"))),
        Row(
            "silent",
            Content.assemble((_("Eén voor één in stilte"), STRONG), "  " + _("niemand ziet wat een ander kiest")),
        ),
    ]
    if _given(meeting):
        rows.append(Row("anew", Content(_("Alle stemmen weg, en opnieuw"))))

    def chosen(key: str) -> None:
        match key:
            case "count":
                _count(desk)
            case "silent":
                _go_round(desk)
            case _anew:
                desk.do(vote_anew)

    desk.open(Pick(_("Stemmen"), rows), chosen)


def _given(meeting: Meeting) -> bool:
    return bool(has_voted(meeting)) or any(c.votes for c in proposals(meeting))


def _go_round(desk: StepScreen) -> None:
    """Take up a silent vote that was left half-way; otherwise begin afresh, so that nothing counts twice."""
    half_way = any(not ballot.counted for ballot in desk.meeting.part.ballots)
    if _given(desk.meeting) and not half_way:
        desk.do(vote_anew)
    waiting = tuple(who for who in present(desk.meeting) if who not in has_voted(desk.meeting))
    if waiting:
        _in_silence(desk, waiting)
    else:
        _reveal(desk)


def _count(desk: StepScreen) -> None:
    """A figure for each case, as the facilitator counted it."""
    meeting = desk.meeting
    fields = tuple(
        FormField(
            key=f"votes/{c.number}",
            slot=str(c.number),
            label=f"{_number(meeting, c)} {names(meeting, c.by)}",
            hint=c.text,
            saved=str(c.votes or ""),
            initial=str(c.votes or ""),
        )
        for c in proposals(meeting)
    )

    def given(texts: Mapping[str, str]) -> bool:
        wrong = [text for text in texts.values() if text.strip() and not text.strip().isdecimal()]
        if wrong:
            desk.tell(_("Typ bij elke casus een aantal, van 0 tot {most}.").format(most=MOST))
            return False
        return desk.do(lambda meeting: _counted(meeting, texts))

    ask(desk, _("Hoeveel stemmen elk?"), fields, given)


def _counted(meeting: Meeting, texts: Mapping[str, str]) -> Meeting:
    for slot, text in texts.items():
        meeting = count_votes(meeting, int(slot), int(text.strip() or 0))
    return meeting


def _number(meeting: Meeting, item: Contribution) -> int:
    index = choosing_part(meeting)
    return spoken_number(meeting.parts[meeting.place.part if index is None else index], item)


def _in_silence(desk: StepScreen, waiting: tuple[int, ...]) -> None:
    """The keyboard goes round; each types a number that nobody sees. Leaving keeps what has been given."""
    meeting, (who, *others) = desk.meeting, waiting
    by_number = {str(_number(meeting, c)): c.number for c in proposals(meeting)}
    list_ = "\n".join(f"{_number(meeting, c)}  {' '.join(c.text.split())}" for c in proposals(meeting))
    field = FormField(key="", slot="text", label=_("Nummer"), hidden=True)

    def given(texts: Mapping[str, str]) -> None:
        typed = texts["text"].replace(",", " ").split()
        if any(number not in by_number for number in typed):
            desk.tell(_("Dat nummer staat er niet bij. Kies het nog eens."))
            _in_silence(desk, waiting)
            return
        numbers = tuple(by_number[number] for number in typed)
        if desk.do(lambda meeting: vote(meeting, who, numbers)):
            if others:
                _in_silence(desk, tuple(others))
            else:
                _reveal(desk)

    title = _("De stem van {name}; de anderen kijken even weg").format(name=name(meeting, who))
    desk.open(Ask(title, (field,), list_), given)


def _reveal(desk: StepScreen) -> None:
    """All have voted: the sums are shown, never who chose what."""
    if desk.do(reveal):
        desk.tell(_("Alle stemmen zijn geteld."))
