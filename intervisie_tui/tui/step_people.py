"""Who is here, in a dialog of a step screen: someone comes, goes, comes back, takes the lead, or gets another name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.meeting import presence as roster
from intervisie_tui.meeting.handing import hand_over
from intervisie_tui.meeting.model import Meeting, Now, Participant, Refused
from intervisie_tui.meeting.people import keeps_time, leads, person, present, writes_down
from intervisie_tui.tui.dialogs import Pick
from intervisie_tui.tui.heading import wall_time
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.step_dialogs import ask, one_field
from intervisie_tui.tui.step_rota import in_order

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.step import StepScreen

_Change: TypeAlias = Callable[[Meeting, Now], Meeting]


def people(desk: StepScreen) -> None:
    """Everybody with their role; choosing one asks what is the matter."""
    meeting = desk.meeting
    rows = [Row(f"p{p.id}", _person(meeting, p)) for p in meeting.participants]
    rows.append(Row("new", Content.styled(_("Er komt iemand bij"), STRONG)))

    def chosen(key: str) -> None:
        if key == "new":
            now = desk.room.running.now()
            _ask_name(desk, "new", _("Wie komt erbij?"), "", lambda meeting, name: roster.join(meeting, name, now))
        else:
            _one_person(desk, int(key[1:]))

    desk.open(Pick(_("Deelnemers"), rows, at="new"), chosen)


def _person(meeting: Meeting, who: Participant) -> Content:
    return Content.assemble(Content(who.name), (f"  {' · '.join(_about(meeting, who))}", MUTED))


def _about(meeting: Meeting, who: Participant) -> list[str]:
    """The roles somebody has now, and whether they are here."""
    about = []
    if who.id == _brings(meeting):
        about.append(_("inbrenger"))
    for role, has in (
        (_("gespreksleider"), leads(meeting)),
        (_("tijdbewaker"), keeps_time(meeting)),
        (_("notulist"), writes_down(meeting)),
    ):
        if who.id == has:
            about.append(role)
    match who.presence:
        case "excused":
            about.append(_("afgemeld"))
        case "absent":
            about.append(_("komt later") if who.expected else _("afwezig"))
        case "present" if who.left:
            about.append(_("is weg sinds {time}").format(time=wall_time(who.left_at)) if who.left_at else _("is weg"))
        case "present" if who.arrived:
            about.append(_("kwam om {time}").format(time=wall_time(who.arrived)))
    return about


def _one_person(desk: StepScreen, who: int) -> None:
    """What can be done about somebody; each answer is one act, and can be undone."""
    own = person(desk.meeting, who)
    changes = _changes(own)
    first, *others = [Row(str(i), Content(label)) for i, (label, _change) in enumerate(changes)]
    rows = [first, Row("rename", Content(_("Naam verbeteren"))), *others]

    def chosen(key: str) -> None:
        if key == "rename":
            title = _("Hoe is de naam?")
            _ask_name(desk, str(who), title, own.name, lambda meeting, name: roster.rename(meeting, who, name))
        else:
            now, change = desk.room.running.now(), changes[int(key)][1]
            desk.do(lambda meeting: change(meeting, now))

    desk.open(Pick(own.name, rows), chosen)


def _changes(own: Participant) -> list[tuple[str, _Change]]:
    """What can be said of somebody now, each with its act."""
    who = own.id
    if own.presence == "present" and own.left:
        return [(_("Is er weer"), lambda meeting, _now: roster.come_back(meeting, who))]
    if own.presence == "present":
        return [
            (_("Gaat nu weg"), lambda meeting, now: roster.leave(meeting, who, now)),
            (_("Leidt vanaf nu"), lambda meeting, now: hand_over(meeting, who, now)),
            (_("Is er niet, en had zich afgemeld"), lambda meeting, _now: roster.set_presence(meeting, who, "excused")),
            (
                _("Is er niet, en had zich niet afgemeld"),
                lambda meeting, _now: roster.set_presence(meeting, who, "absent"),
            ),
        ]
    here = (_("Is er nu, later gekomen"), lambda meeting, now: roster.arrive(meeting, who, now))
    if own.presence == "excused":
        return [here, (_("Had zich niet afgemeld"), lambda meeting, _now: roster.set_presence(meeting, who, "absent"))]
    if own.expected:
        text = _("Komt niet, en had zich niet afgemeld")
        excused = (
            _("Komt niet, en heeft zich afgemeld"),
            lambda meeting, _now: roster.set_presence(meeting, who, "excused"),
        )
        return [here, excused, (text, lambda meeting, _now: roster.set_presence(meeting, who, "absent"))]
    return [here, (_("Had zich afgemeld"), lambda meeting, _now: roster.set_presence(meeting, who, "excused"))]


def hand_over_to(desk: StepScreen) -> None:
    """Who leads from now on: who waited longest for it first."""
    meeting = desk.meeting
    able = [who for who in present(meeting) if who not in (leads(meeting), _brings(meeting))]
    rows = in_order(desk, "facilitator", able)

    def chosen(key: str) -> None:
        now = desk.room.running.now()
        if desk.do(lambda meeting: hand_over(meeting, int(key), now)):
            desk.tell(_("{name} leidt vanaf nu.").format(name=person(desk.meeting, int(key)).name))

    if not rows:
        raise Refused(_("Er is niemand om de leiding aan over te dragen."))
    desk.open(Pick(_("Wie neemt de leiding over?"), rows), chosen)


def _brings(meeting: Meeting) -> int | None:
    """Who brings the case that is on, if there is one."""
    return meeting.part.presenter if meeting.part.method.script == "case" else None


def _ask_name(desk: StepScreen, key: str, title: str, name: str, command: roster.Naming) -> None:
    def given(texts: Mapping[str, str]) -> bool:
        return desk.do(lambda meeting: command(meeting, texts["text"]))

    ask(desk, title, one_field(f"name/{key}", _("Naam"), name), given)
