"""Acts of a step that goes name by name, and of what is said in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intervisie_tui.locale import _
from intervisie_tui.meeting import turns
from intervisie_tui.meeting.marking import mark, rate, sort_as
from intervisie_tui.meeting.model import Contribution
from intervisie_tui.meeting.paper import count_on_paper
from intervisie_tui.meeting.places import find, here
from intervisie_tui.meeting.saying import bring_up, prepared, write_again
from intervisie_tui.method.model import Choose, MarkKind, Round, Write
from intervisie_tui.tui import step_moves
from intervisie_tui.tui.acts import N_, Act
from intervisie_tui.tui.late import Late

if TYPE_CHECKING:
    from intervisie_tui.tui import step_dialogs
    from intervisie_tui.tui.screens.step import StepScreen
else:
    step_dialogs = Late("intervisie_tui.tui.step_dialogs")


def about_one(desk: StepScreen) -> str:
    """Why an act on the chosen contribution can't be done: none is chosen, or it is not for such an act."""
    if not desk.target:
        return _("Kies eerst met de pijltjes waar het om gaat.")
    item, activity = _chosen(desk), here(desk.meeting)
    if item.struck:
        return _("Dit is doorgehaald.")
    if isinstance(activity, Round | Choose) and item.kind != activity.of:
        return _("Dit is een notitie. Kies met de pijltjes iets anders.")
    return ""


def _in_turns(desk: StepScreen) -> str | None:
    return "" if turns.takes_turns(desk.meeting, desk.meeting.place) else None


def _in_a_turn(desk: StepScreen) -> str | None:
    """For what whoever is on does: once everybody has been, there is nobody to do it."""
    if not turns.takes_turns(desk.meeting, desk.meeting.place):
        return None
    on = turns.current_unit(desk.meeting, desk.meeting.place)
    return "" if on else _("Iedereen is aan de beurt geweest.")


def _in_round(desk: StepScreen) -> str | None:
    return _in_a_turn(desk) if isinstance(here(desk.meeting), Round) else None


def _in_write(desk: StepScreen) -> str | None:
    return "" if isinstance(here(desk.meeting), Write) else None


def _with_labels(desk: StepScreen) -> str | None:
    activity = here(desk.meeting)
    return about_one(desk) if isinstance(activity, Round) and activity.labels else None


def _with_own_note(desk: StepScreen) -> str | None:
    activity = here(desk.meeting)
    return about_one(desk) if isinstance(activity, Round) and activity.own_note else None


def _with_mark(desk: StepScreen, kind: MarkKind) -> str | None:
    activity = here(desk.meeting)
    return about_one(desk) if isinstance(activity, Round) and kind in activity.marks else None


def _on_request(desk: StepScreen) -> str | None:
    activity, meeting = here(desk.meeting), desk.meeting
    unit = turns.current_unit(meeting, meeting.place)
    if not isinstance(activity, Round) or activity.shows != "on_request" or unit is None:
        return None
    if all(w.shown for w in prepared(meeting, unit, activity)):
        return None
    first = desk.form.lines[0].entry.written if desk.form.lines else ""
    return _("Leg eerst vast wat er in het veld staat, of haal het weg.") if first else ""


def with_figures(desk: StepScreen) -> bool:
    """Whether figures are given here."""
    activity = here(desk.meeting)
    return isinstance(activity, Choose) and bool(activity.rating)


def _rate(desk: StepScreen, key: str) -> None:
    number = desk.target
    desk.do(lambda meeting: rate(meeting, number, int(key)))


def _sort(desk: StepScreen, _key: str) -> None:
    activity, item = here(desk.meeting), _chosen(desk)
    if isinstance(activity, Round):
        order = ["", *(label.id for label in activity.labels)]
        following = order[(order.index(item.label) + 1) % len(order)] if item.label in order else ""
        desk.do(lambda meeting: sort_as(meeting, item.number, following))


def _toggle(desk: StepScreen, kind: MarkKind) -> None:
    item = _chosen(desk)
    on = not (item.understood if kind == "understood" else item.useful)
    desk.do(lambda meeting: mark(meeting, item.number, kind, on))


def _paper(desk: StepScreen, _key: str) -> None:
    meeting = desk.meeting
    unit = turns.current_unit(meeting, meeting.place)
    have = turns.on_paper(meeting, meeting.place, unit) if unit else 0
    desk.do(lambda m: count_on_paper(m, have + 1))


def _again(desk: StepScreen, _key: str) -> None:
    meeting = desk.meeting
    unit = turns.current_unit(meeting, meeting.place)
    if unit and turns.on_paper(meeting, meeting.place, unit):
        desk.do(lambda m: count_on_paper(m, 0))
    else:
        desk.do(write_again)


def _chosen(desk: StepScreen) -> Contribution:
    return find(desk.meeting, desk.target)[1]


ACTS: tuple[Act[StepScreen], ...] = (
    Act(
        "pass",
        ("p",),
        N_("past"),
        N_("Wie aan de beurt is past, en komt later nog eens terug"),
        lambda desk, _key: desk.do(turns.pass_turn),
        why_not=_in_a_turn,
        prominent=True,
    ),
    Act(
        "later",
        ("l",),
        N_("later"),
        N_("De volgorde veranderen: deze beurt komt achteraan"),
        lambda desk, _key: desk.do(turns.put_off),
        why_not=_in_a_turn,
        prominent=True,
    ),
    Act(
        "extra",
        ("e",),
        N_("nog een"),
        N_("Nog een van dezelfde persoon, zoals een extra vraag"),
        lambda desk, _key: step_moves.one_more(desk),
        why_not=_in_round,
        prominent=True,
    ),
    Act(
        "number",
        tuple("123456789"),
        N_("naar wie"),
        N_("Naar iemand in de ronde, met het cijfer dat voor de naam staat"),
        lambda desk, key: desk.do(lambda meeting: turns.turn_to(meeting, int(key) - 1)),
        why_not=_in_turns,
        prominent=True,
    ),
    Act(
        "call_up",
        ("j",),
        N_("naam kiezen"),
        N_("Naar iemand in de ronde, uit een lijst met namen"),
        lambda desk, _key: step_dialogs.call_up(desk),
        why_not=_in_turns,
    ),
    Act(
        "rate",
        tuple("0123456789"),
        N_("cijfer"),
        N_("Een cijfer voor wat gekozen is; 0 haalt het weg"),
        _rate,
        why_not=lambda desk: about_one(desk) if with_figures(desk) else None,
        prominent=True,
    ),
    Act(
        "paper",
        ("w",),
        N_("op papier"),
        N_("Op papier: er een bij tellen voor wie aan de beurt is"),
        _paper,
        why_not=_in_write,
        prominent=True,
    ),
    Act(
        "again",
        ("o",),
        N_("opnieuw"),
        N_("Opnieuw: wat deze persoon hier schreef of telde gaat weg"),
        _again,
        why_not=_in_write,
    ),
    Act(
        "show",
        ("k",),
        N_("laten zien"),
        N_("Laten zien wat je in stilte schreef, als je dat wilt"),
        lambda desk, _key: desk.do(bring_up),
        why_not=_on_request,
        prominent=True,
    ),
    Act(
        "sort",
        ("s",),
        N_("soort"),
        N_("Soort: bijvoorbeeld bovenstroom of onderstroom"),
        _sort,
        why_not=_with_labels,
        prominent=True,
    ),
    Act(
        "understood",
        ("f",),
        N_("begrepen"),
        N_("De inbrenger heeft dit begrepen"),
        lambda desk, _key: _toggle(desk, "understood"),
        why_not=lambda desk: _with_mark(desk, "understood"),
        prominent=True,
    ),
    Act(
        "useful",
        ("m",),
        N_("bruikbaar"),
        N_("De inbrenger kan dit gebruiken"),
        lambda desk, _key: _toggle(desk, "useful"),
        why_not=lambda desk: _with_mark(desk, "useful"),
        prominent=True,
    ),
    Act(
        "own_note",
        ("a",),
        N_("aantekening"),
        N_("Een aantekening van de inbrenger erbij"),
        lambda desk, _key: step_dialogs.own_note_beside(desk),
        why_not=_with_own_note,
        prominent=True,
    ),
)
