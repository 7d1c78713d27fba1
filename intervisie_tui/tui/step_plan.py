"""The plan of the whole meeting, in dialogs of a step screen: a case more, a pause, one part less, another order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace
from textual.content import Content

from intervisie_tui.locale import _, ngettext
from intervisie_tui.meeting.handing import PartRole, assign
from intervisie_tui.meeting.model import Meeting, Place, Refused
from intervisie_tui.meeting.people import keeps_time, leads, present, writes_down
from intervisie_tui.meeting.planning import CasePlan, add_case, add_part, begun, drop_part, move_part
from intervisie_tui.meeting.titles import part_title
from intervisie_tui.method.model import Method, Script
from intervisie_tui.tui import plan_text
from intervisie_tui.tui.dialogs import Pick
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.step_dialogs import ask, one_field
from intervisie_tui.tui.step_moves import jump
from intervisie_tui.tui.step_rota import in_order

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.step import StepScreen

LONGEST_PAUSE = 60
"""Minutes."""


def plan(desk: StepScreen) -> None:
    """The parts with their times and the end; choosing one asks what to do with it."""
    meeting, now = desk.meeting, desk.room.running.now()
    rows = plan_text.rows(meeting, now)
    for key, label in (("case", _("Een casus erbij")), ("pause", _("Een pauze erbij"))):
        rows.append(Row(key, Content.styled(label, STRONG)))
    if desk.room.catalogue.script("evaluation") and not _has(meeting, "evaluation"):
        rows.append(Row("evaluation", Content.styled(_("Een evaluatie van de groep erbij"), STRONG)))

    def chosen(key: str) -> None:
        match key:
            case "case":
                _after_which(desk, lambda after: new_case(desk, lambda m, case: add_case(m, case, after)))
            case "pause":
                _after_which(desk, lambda after: _new_pause(desk, after))
            case "evaluation":
                _script_at(desk, "evaluation", _last_before_closing(meeting), ())
            case _part:
                _one_part(desk, int(key))

    desk.open(Pick(_("De hele bijeenkomst"), rows, plan_text.ends(meeting, now), str(meeting.place.part)), chosen)


def _has(meeting: Meeting, script: Script) -> bool:
    return any(part.method.script == script for part in meeting.parts)


def _last_before_closing(meeting: Meeting) -> int:
    closing = [p for p, part in enumerate(meeting.parts) if part.method.script == "closing"]
    return max(meeting.place.part, closing[-1] - 1 if closing else len(meeting.parts) - 1)


def _after_which(desk: StepScreen, then: Callable[[int], None]) -> None:
    """After which part; nothing is asked where there is one answer only."""
    meeting = desk.meeting
    last = _last_before_closing(meeting)
    able = list(range(meeting.place.part, last + 1))
    if len(able) == 1:
        then(able[0])
        return
    rows = [Row(str(p), Content(part_title(meeting, meeting.parts[p]))) for p in able]
    desk.open(Pick(_("Na welk deel?"), rows, at=str(last)), lambda key: then(int(key)))


def new_case(desk: StepScreen, add: Callable[[Meeting, CasePlan], Meeting], presenter: int | None = None) -> None:
    """By which method, of whom, led by whom; what is known is not asked."""
    methods = desk.room.methods

    def with_method(method: Method) -> None:
        if presenter is None:
            rows = in_order(desk, "presenter", present(desk.meeting))
            desk.open(
                Pick(_("Wie brengt in?"), rows),
                lambda who: _led_by(desk, add, CasePlan(method=method, presenter=int(who))),
            )
        else:
            _led_by(desk, add, CasePlan(method=method, presenter=presenter))

    if not methods:
        raise Refused(_("Er is geen enkele methode gevonden. Installeer het programma opnieuw."))
    rows = [_method_row(i, method) for i, method in enumerate(methods)]
    used = [
        str(i) for i, method in enumerate(methods) if any(part.method.id == method.id for part in desk.meeting.parts)
    ]
    desk.open(
        Pick(_("Met welke methode?"), rows, at=used[-1] if used else ""), lambda key: with_method(methods[int(key)])
    )


def _method_row(i: int, method: Method) -> Row:
    return Row(
        str(i),
        Content.assemble(
            (f"{method.name}, {method.variant}", STRONG),
            ("  " + ngettext("{n} minuut", "{n} minuten", method.minutes).format(n=method.minutes), MUTED),
            "\n",
            " ".join(method.summary.split()),
        ),
    )


def _led_by(desk: StepScreen, add: Callable[[Meeting, CasePlan], Meeting], case: CasePlan) -> None:
    """Who leads it: whoever leads now stands first, unless they bring the case themselves."""
    able = [who for who in present(desk.meeting) if who != case.presenter]
    rows = in_order(desk, "facilitator", able, first=leads(desk.meeting))

    def added(key: str) -> None:
        if desk.do(lambda meeting: add(meeting, replace(case, facilitator=int(key)))):
            desk.tell(plan_text.ends(desk.meeting, desk.room.running.now()))

    desk.open(Pick(_("Wie leidt deze casus?"), rows), added)


def _new_pause(desk: StepScreen, after: int) -> None:
    script = desk.room.catalogue.script("pause")
    standing = str(script.minutes) if script else "10"

    def given(texts: Mapping[str, str]) -> bool:
        text = texts["text"].strip() or standing
        if not text.isdecimal() or not 1 <= int(text) <= LONGEST_PAUSE:
            desk.tell(_("Typ hoeveel minuten, van 1 tot {most}.").format(most=LONGEST_PAUSE))
            return False
        return _script_at(desk, "pause", after, (int(text),))

    fields = one_field("pause", _("Minuten"), standing)
    ask(desk, _("Hoe lang pauze?"), fields, given)


def _script_at(desk: StepScreen, script: Script, after: int, minutes: Sequence[int]) -> bool:
    method = desk.room.catalogue.script(script)
    if method is None:
        desk.tell(_("Dit deel ontbreekt bij de methodes. Installeer het programma opnieuw."))
        return False
    if not desk.do(lambda meeting: add_part(meeting, method, after, tuple(minutes))):
        return False
    desk.tell(plan_text.ends(desk.meeting, desk.room.running.now()))
    return True


def _one_part(desk: StepScreen, index: int) -> None:
    """What can be done with a part: going there, and as long as it has not begun, all else."""
    meeting = desk.meeting
    part = meeting.parts[index]
    rows = [
        Row("go", Content(_("Hierheen gaan"))),
        Row("facilitator", Content(_("Wie leidt"))),
        Row("timekeeper", Content(_("Wie bewaakt de tijd"))),
        Row("scribe", Content(_("Wie maakt het verslag"))),
    ]
    if not begun(meeting, index) and part.method.script != "closing":
        rows += [
            Row("up", Content(_("Eerder in de bijeenkomst"))),
            Row("down", Content(_("Later in de bijeenkomst"))),
            Row("drop", Content(_("Weglaten"))),
        ]

    def chosen(key: str) -> None:
        match key:
            case "go":
                jump(desk, Place(part=index))
            case "drop":
                desk.do(lambda meeting: drop_part(meeting, index))
            case "up" | "down":
                by: Literal[-1, 1] = -1 if key == "up" else 1
                desk.do(lambda meeting: move_part(meeting, index, by))
            case "facilitator" | "timekeeper" | "scribe":
                _role_of(desk, index, key)

    desk.open(Pick(part_title(meeting, part), rows), chosen)


def _role_of(desk: StepScreen, index: int, role: PartRole) -> None:
    """Who has a role in a part: whoever has it now stands first, then who waited longest."""
    meeting = desk.meeting
    part = meeting.parts[index]
    title, has = {
        "facilitator": (_("Wie leidt?"), leads(meeting, part)),
        "timekeeper": (_("Wie bewaakt de tijd?"), keeps_time(meeting, part)),
        "scribe": (_("Wie maakt het verslag?"), writes_down(meeting, part)),
    }[role]
    able = [who for who in present(meeting) if role != "facilitator" or who != part.presenter]
    rows = in_order(desk, role, able, first=has)

    def given(key: str) -> None:
        desk.do(lambda meeting: assign(meeting, index, role, int(key)))

    desk.open(Pick(title, rows), given)
