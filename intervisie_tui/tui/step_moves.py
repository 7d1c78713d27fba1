"""What the great keys of a step screen do: entering what is typed, going on and back, ticking a row.

Functions on the screen ("desk"); what they must remember of earlier presses stands in `Presses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intervisie_tui.group.script_ids import NEXT_DATE
from intervisie_tui.locale import _
from intervisie_tui.meeting import moving
from intervisie_tui.meeting.marking import confirm, has_confirmed, mark, rate
from intervisie_tui.meeting.model import Place
from intervisie_tui.meeting.places import find, here
from intervisie_tui.meeting.turns import next_item
from intervisie_tui.method.model import Choose
from intervisie_tui.tui.late import Late
from intervisie_tui.tui.sheets.committing import changed, commit

if TYPE_CHECKING:
    from intervisie_tui.tui import step_closing
    from intervisie_tui.tui.screens.step import StepScreen
else:
    step_closing = Late("intervisie_tui.tui.step_closing")

DOUBLE_PRESS = 400
"""Milliseconds in which a Page Down counts as the same press as the one before it (a clicker that bounces)."""
LONGEST_OBSTACLE = 240
"""Characters of what is missing; then comes how to go on all the same, and that must stay on the screen."""


class Presses:
    """What going on has answered: the tick of a press that may bounce, and what has been said to be missing."""

    def __init__(self) -> None:
        self._tick: int | None = None
        self._said = ""

    def answered(self, tick: int, said: str = "") -> None:
        """A press has brought another step, or a sentence; its bounce is not to do anything more."""
        self._tick, self._said = tick, said

    def bounces(self, tick: int) -> bool:
        """Whether a press at this moment is the one before it, bouncing."""
        return self._tick is not None and 0 <= tick - self._tick < DOUBLE_PRESS

    def has_said(self, sentence: str) -> bool:
        """Whether this is what was said at the press before, so that this one goes on."""
        return self._said == sentence

    def something_else(self) -> None:
        """Another key was pressed: the next press is a press of its own."""
        self._tick = None

    def forget(self) -> None:
        """The meeting has moved: what was said does not hold here."""
        self._said = ""


def give(desk: StepScreen) -> str:
    """Put what stands in the fields into the meeting. Why that could not be done, in words; empty when it was."""
    fields, texts = desk.form.fields, desk.form.texts
    new = changed(fields, texts)
    if not new:
        return ""
    running = desk.room.running
    if not desk.do(lambda meeting: commit(meeting, fields, texts, running.now())):
        return desk.message
    for field in new:
        running.typing(field.key, None)
        if field.appends:
            desk.form.clear(field.slot)
    if any(field.slot == NEXT_DATE for field in new) and desk.meeting.part.method.script == "closing":
        desk.tell(step_closing.understood(desk.meeting))
    return ""


def go_on(desk: StepScreen) -> None:
    """Enter what is typed, then the next item, turn, activity or step. What stands in the way is said first."""
    seen, now = desk.meeting.place, desk.room.running.now()
    if desk.presses.bounces(now.tick):
        return
    if more_to_read(desk):
        desk.presses.answered(now.tick)
        desk.listing.scroll_page_down(animate=False)
        desk.call_after_refresh(desk.show_hint)
        return
    obstacle = " ".join(filter(None, (give(desk), moving.missing(desk.meeting), _way(desk))))
    if obstacle and not desk.presses.has_said(obstacle):
        desk.presses.answered(now.tick, obstacle)
        shown = obstacle if len(obstacle) <= LONGEST_OBSTACLE else obstacle[:LONGEST_OBSTACLE].rstrip() + "…"
        key = desk.keymap.shown_of("on")
        desk.tell(_("{obstacle} Nog eens {key} gaat verder.").format(obstacle=shown, key=key))
        return
    if moving.ahead(desk.meeting) == "end":
        desk.ended()
        return
    desk.do(lambda meeting: moving.forward(meeting, seen, now))
    if desk.meeting.place != seen:
        desk.presses.answered(now.tick)


def _way(desk: StepScreen) -> str:
    """How to do what is missing, where that has a key of its own."""
    activity = here(desk.meeting)
    if not (isinstance(activity, Choose) and activity.of == "case" and moving.missing(desk.meeting)):
        return ""
    return _("Met {key} kies je er een.").format(key=desk.keymap.shown_of("choose_case"))


def more_to_read(desk: StepScreen) -> bool:
    """Whether what is to be read aloud goes on below the screen; then Page Down goes there first."""
    return desk.sheet.reads and not desk.in_field and desk.listing.scroll_offset.y < desk.listing.max_scroll_y


def go_back(desk: StepScreen) -> None:
    """What is half-typed stays where it is, and comes back with its field."""
    seen = desk.meeting.place
    desk.do(lambda meeting: moving.back(meeting, seen, desk.room.running.now()))


def jump(desk: StepScreen, place: Place) -> None:
    """Straight to a step."""
    desk.do(lambda meeting: moving.go_to(meeting, place, desk.room.running.now()))


def one_more(desk: StepScreen) -> None:
    """Another contribution of the same turn, once what stands in the field is in."""
    if not give(desk):
        desk.do(next_item)


def after_enter(desk: StepScreen) -> None:
    """Enter in a field: enter it, and go to the next field; with nothing new in the last one, the next turn.

    A field that takes a line at a time keeps the keys until Enter is pressed in it with nothing there.
    """
    new, line = changed(desk.form.fields, desk.form.texts), desk.form.focused
    if give(desk) or (line and line.field.appends and line.field in new) or desk.form.step(1):
        return
    if desk.sheet.picks:
        desk.call_next(give_keys, desk)  # once the rows are there
    elif not new and moving.ahead(desk.meeting) in ("item", "turn"):
        go_on(desk)


def give_keys(desk: StepScreen) -> None:
    """To the field that comes next while somebody is typing, else to the list."""
    wants_list = (desk.sheet.picks or desk.sheet.reads) and not changed(desk.form.fields, desk.form.texts)
    if desk.room.typing and not wants_list and desk.form.enter():
        return
    _to_list(desk)


def take_wording(desk: StepScreen, figure: int) -> None:
    """Take a ready wording from outside the field, and go on typing there."""
    line = desk.form.waiting
    if line is None or figure > len(line.field.choices):
        return
    line.entry.put(line.field.choices[figure - 1])
    desk.room.typing = True
    desk.form.enter(line.field.slot)
    desk.show_keys()


def make_room(desk: StepScreen, typing: bool = False) -> None:
    """What is to be read has the screen to itself until somebody wants to type."""
    half = changed(desk.form.fields, desk.form.texts)
    desk.form.display = not desk.sheet.reads or bool(typing or desk.in_field or half or desk.form.waiting)


def toggle_typing(desk: StepScreen) -> None:
    """From the fields to the keys, or back."""
    if desk.in_field:
        desk.room.typing = False
        _to_list(desk)
    else:
        make_room(desk, typing=True)
        desk.room.typing = desk.form.enter() or desk.room.typing
    desk.show_keys()


def _to_list(desk: StepScreen) -> None:
    desk.set_focus(desk.listing if desk.listing.can_focus else None)


def tick_row(desk: StepScreen) -> None:
    """Useful or not, understood or not, or the next figure: for what is chosen."""
    chosen, activity = desk.listing.chosen, here(desk.meeting)
    if chosen.startswith("p"):
        who = int(chosen[1:])
        on = who not in has_confirmed(desk.meeting)
        if desk.do(lambda meeting: confirm(meeting, who, on)) and on:
            desk.listing.action_cursor(1)
    elif isinstance(activity, Choose) and desk.target:
        item = find(desk.meeting, desk.target)[1]
        if item.kind != activity.of:
            return
        if activity.rating:
            figure = (item.rating + 1) % (activity.rating + 1)
            desk.do(lambda meeting: rate(meeting, item.number, figure))
        else:
            desk.do(lambda meeting: mark(meeting, item.number, "useful", not item.useful))
