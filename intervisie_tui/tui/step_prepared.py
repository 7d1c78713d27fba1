"""What the presenter prepared alone, brought into the meeting when they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.meeting.places import here, said_at
from intervisie_tui.meeting.saying import tell
from intervisie_tui.method.model import Tell
from intervisie_tui.tui.late import Late
from intervisie_tui.tui.row import MUTED, Row
from intervisie_tui.tui.sheets.base import presenter

if TYPE_CHECKING:
    from intervisie_tui.group import preparation as prepared
    from intervisie_tui.group.preparation import Preparation
    from intervisie_tui.tui import dialogs
    from intervisie_tui.tui.screens.step import StepScreen
else:
    prepared = Late("intervisie_tui.group.preparation")
    dialogs = Late("intervisie_tui.tui.dialogs")


def to_bring_in(desk: StepScreen) -> tuple[Preparation, ...]:
    """The preparations of this presenter of which something still fits here."""
    meeting, activity = desk.meeting, here(desk.meeting)
    if meeting.part.method.script != "case" or not isinstance(activity, Tell):
        return ()
    return tuple(one for one in desk.room.beside.prepared(meeting) if _fitting(meeting, one))


def _fitting(meeting: Meeting, preparation: Preparation) -> dict[str, str]:
    """What of it goes into the fields here that are still empty, by field."""
    activity = here(meeting)
    fields = activity.fields if isinstance(activity, Tell) else ()
    told = {c.topic for c in said_at(meeting, meeting.place) if not c.struck}
    empty = {field.id for field in fields} - told
    return {key: text for key, text in prepared.brought_in(preparation, meeting.part.method).items() if key in empty}


def bring_in(desk: StepScreen) -> None:
    """Ask the presenter; none of their words is on the shared screen before they said yes."""
    found = to_bring_in(desk)
    if len(found) == 1:
        _ask(desk, found[0])
        return
    rows = [
        Row(
            one.id,
            Content.assemble(_("Van {day}").format(day=one.changed.strftime("%d-%m-%Y")), ("  " + one.method, MUTED)),
        )
        for one in found
    ]
    by_id = {one.id: one for one in found}
    desk.open(dialogs.Pick(_("Welke voorbereiding?"), rows), lambda key: _ask(desk, by_id[key]))


def _ask(desk: StepScreen, preparation: Preparation) -> None:
    activity = here(desk.meeting)
    words = _fitting(desk.meeting, preparation)
    labels = ", ".join(f.label for f in (activity.fields if isinstance(activity, Tell) else ()) if f.id in words)

    def answered(answer: str) -> None:
        if answer == "yes":
            now = desk.room.running.now()
            desk.do(lambda meeting: _told(meeting, preparation, now))

    name = presenter(desk.meeting)
    text = _("Iedereen kan dan lezen wat {name} opschreef bij: {fields}. De rest blijft bij {name}.")
    title = _("{name}, mag je voorbereiding op het scherm?").format(name=name)
    yes, no = _("Ja, dat mag"), _("Nee, ik vertel het zelf")
    desk.open(dialogs.confirm(title, text.format(name=name, fields=labels), yes, no), answered)


def _told(meeting: Meeting, preparation: Preparation, now: Now) -> Meeting:
    for topic, text in _fitting(meeting, preparation).items():
        meeting = tell(meeting, topic, text, now)
    return meeting
