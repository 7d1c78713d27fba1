"""Who is here, in a dialog of a step screen: someone comes, goes, comes back, or gets another name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.meeting import people as roster
from intervisie_tui.meeting.model import Meeting, Participant
from intervisie_tui.tui.dialogs import Pick
from intervisie_tui.tui.sheets.base import MUTED, STRONG, Row
from intervisie_tui.tui.step_dialogs import ask, one_field

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.step import StepScreen


def people(desk: StepScreen) -> None:
    """Everybody with their role; choosing one asks what is the matter."""
    meeting = desk.meeting
    rows = [Row(f"p{p.id}", _person(meeting, p)) for p in meeting.participants]
    rows.append(Row("new", Content.styled(_("Er komt iemand bij"), STRONG)))

    def chosen(key: str) -> None:
        if key == "new":
            _ask_name(desk, "new", _("Wie komt erbij?"), "", roster.join)
        else:
            _one_person(desk, int(key[1:]))

    desk.open(Pick(_("Deelnemers"), rows, at="new"), chosen)


def _person(meeting: Meeting, who: Participant) -> Content:
    roles = {
        meeting.part.presenter: _("inbrenger"),
        meeting.facilitator: _("gespreksleider"),
        meeting.timekeeper: _("tijdbewaker"),
    }
    about = " · ".join(filter(None, (roles.get(who.id, ""), _("is weg") if who.left else "")))
    return Content.assemble(Content(who.name), (f"  {about}", MUTED))


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
                title = _("Hoe is de naam?")
                _ask_name(desk, str(who), title, own.name, lambda meeting, name: roster.rename(meeting, who, name))

    desk.open(Pick(own.name, rows), chosen)


def _ask_name(desk: StepScreen, key: str, title: str, name: str, command: roster.Naming) -> None:
    def given(texts: Mapping[str, str]) -> bool:
        return desk.do(lambda meeting: command(meeting, texts["text"]))

    ask(desk, title, one_field(f"name/{key}", _("Naam"), name), given)
