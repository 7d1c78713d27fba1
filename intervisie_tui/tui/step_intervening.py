"""How the facilitator intervenes from a step screen: one of the known lines by its figure, or a pitfall by its name.

What is chosen is kept with its time at once, and the line to say is there to be read aloud.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.meeting.intervening import intervene
from intervisie_tui.meeting.intervening import step_in as keep_remedy
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.places import here
from intervisie_tui.method.model import Pitfall
from intervisie_tui.method.remedies import fitting
from intervisie_tui.tui.dialogs import Pick, Read
from intervisie_tui.tui.row import MUTED, STRONG, Row
from intervisie_tui.tui.sheets.base import facilitator, presenter, spoken

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.step import StepScreen


def step_in(desk: StepScreen) -> None:
    """The known lines, those of this sort of activity first; each has the same figure in every step."""
    remedies = desk.room.catalogue.remedies
    by_id = {remedy.id: remedy for remedy in remedies}
    figures = {remedy.id: str(i) for i, remedy in enumerate(remedies, 1)}
    first = fitting(remedies, str(here(desk.meeting).__struct_config__.tag))
    others = [remedy for remedy in remedies if remedy not in first]
    rows = [Row(r.id, Content.styled(r.title, STRONG)) for r in first]
    rows += [Row(r.id, Content.styled(r.title, MUTED)) for r in others]

    def chosen(id_: str) -> None:
        remedy = by_id[id_]
        if desk.do(lambda meeting: keep_remedy(meeting, remedy, desk.room.running.now())):
            _to_say(desk, remedy.title, remedy.say)

    text = _("Een cijfer, en de zin om te zeggen staat er. Wat hier past, staat bovenaan.")
    desk.open(Pick(_("Ingrijpen"), rows, text, figures=[figures[row.key] for row in rows]), chosen)


def name_pitfall(desk: StepScreen) -> None:
    """The pitfalls, those of this step first."""
    meeting = desk.meeting
    own = [p for p in meeting.part.method.pitfalls if meeting.step.id in p.steps or not p.steps]
    others = [p for p in meeting.part.method.pitfalls if p not in own]
    by_title = {p.title: p for p in (*own, *others)}
    rows = [Row(title, _pitfall(meeting, p)) for title, p in by_title.items()]

    def named(title: str) -> None:
        if desk.do(lambda m: intervene(m, title, desk.room.running.now())):
            _to_say(desk, title, by_title[title].say, by_title[title].why)

    desk.open(
        Pick(_("Wat gebeurt er?"), rows, _("Kiezen laat zien wat je kunt zeggen, en bewaart het tijdstip.")), named
    )


def _to_say(desk: StepScreen, title: str, line: str, why: str = "") -> None:
    text = Content.styled(f"“{spoken(desk.meeting, line)}”", STRONG)
    desk.open(Read(title, Content.assemble(text, "\n\n", (why, MUTED)) if why else text), lambda _read: None)


def _pitfall(meeting: Meeting, pitfall: Pitfall) -> Content:
    who = {"member": _("groep"), "presenter": presenter(meeting), "facilitator": facilitator(meeting)}
    whose = who.get(pitfall.role, "")
    return Content.assemble((pitfall.title, STRONG), (f"  {whose}\n", MUTED), Content(pitfall.sign))
