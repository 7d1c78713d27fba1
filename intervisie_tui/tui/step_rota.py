"""People to choose from for a role, who waited longest first: proposed from what the group did before, never forced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from intervisie_tui.group.rota import Duty, queue
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.people import name, person
from intervisie_tui.tui.room import Room
from intervisie_tui.tui.row import MUTED, Row

if TYPE_CHECKING:
    from intervisie_tui.tui.screens.step import StepScreen


def waited(room: Room, duty: Duty, able: Sequence[int]) -> tuple[int, ...]:
    """Those of these people who are members of the group, who waited longest for this role first.

    Who has had it in this meeting comes behind those who have not.
    """
    meeting = room.running.value
    group = room.beside.group(meeting)
    if group is None:
        return ()
    by_member = {person(meeting, who).member: who for who in able if person(meeting, who).member}
    order = [by_member[one.member.id] for one in queue(group, duty, tuple(by_member))]
    return tuple(sorted(order, key=lambda who: who in _had(meeting, duty)))


def _had(meeting: Meeting, duty: Duty) -> frozenset[int]:
    """Who has, or will have, a turn at bringing a case in this meeting; other roles are not counted within one."""
    if duty != "presenter":
        return frozenset()
    cases = (part.presenter for part in meeting.parts if part.method.script == "case")
    return frozenset(who for who in cases if who is not None)


def in_order(desk: StepScreen, duty: Duty, able: Sequence[int], first: int | None = None) -> list[Row]:
    """A row for each of these people by id: `first`, then who waited longest, then the others."""
    meeting = desk.meeting
    proposed = waited(desk.room, duty, able)
    lead = [first] if first in able else []
    ordered = list(dict.fromkeys([*lead, *proposed, *able]))
    about = {who: _("doet dit nu") for who in lead} | (
        {proposed[0]: _("wacht het langst")} if proposed and proposed[0] != first else {}
    )
    return [Row(str(who), _named(meeting, who, about.get(who, ""))) for who in ordered if who is not None]


def _named(meeting: Meeting, who: int, about: str) -> Content:
    return Content.assemble(Content(name(meeting, who)), (f"  {about}" if about else "", MUTED))
