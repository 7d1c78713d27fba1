"""The screen of a step, whatever its kind: head, who speaks, what stays in sight, what is collected, where to type.

It renders the value of the meeting and sends commands; what it shows in the middle is a `Sheet`.
"""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList

from intervisie_tui.locale import _
from intervisie_tui.meeting import moving
from intervisie_tui.meeting.marking import confirm, has_confirmed, mark
from intervisie_tui.meeting.model import Meeting, Place
from intervisie_tui.meeting.places import find, in_sight
from intervisie_tui.meeting.turns import current_unit, turns_at
from intervisie_tui.tui import sheets
from intervisie_tui.tui.heading import warning
from intervisie_tui.tui.room import Room
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.sheets.base import Sheet
from intervisie_tui.tui.sheets.committing import changed, commit
from intervisie_tui.tui.sheets.rounds import current_item
from intervisie_tui.tui.step_acts import ACTS
from intervisie_tui.tui.step_texts import rules_text, sight_text, turns_text, who_text
from intervisie_tui.tui.widgets.form import Form
from intervisie_tui.tui.widgets.head import Head
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.plain import Plain

DOUBLE_PRESS = 400
"""Milliseconds in which a second Page Down right after a step began counts as the same press (a bouncing clicker)."""


class StepScreen(ActScreen[None]):
    """Where a meeting is led. `ended` is called when it has been closed, `leave` when the facilitator wants to stop."""

    CSS_PATH = "step.tcss"

    def __init__(self, room: Room, ended: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__(ACTS, room.settings.keys)
        self.room: Room = room
        self.ended: Callable[[], None] = ended
        self.leave: Callable[[], None] = leave
        self.warned = False  # the next Page Down goes on although something is missing
        self._shown: tuple[object, ...] = ()
        self._said = 0  # number of what has been said in the turn that is on
        self._step_began: int | None = None  # tick; None once anything else has been done in the step
        self._unlisten: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        yield Head()
        yield Plain(id="who")
        yield Plain(id="sight")
        with Horizontal(id="middle"):
            yield Plain(id="turns")
            with Vertical(id="collected"):
                yield Plain(id="heading")
                yield Plain(id="empty")
                yield Listing(id="rows")
            yield Plain(id="rules")
        yield Form()
        with Horizontal(id="foot"):
            yield Plain(id="message")
            yield Plain(id="hint")
            yield Plain(id="saved")
        yield KeyLine()

    async def on_mount(self) -> None:  # type: ignore[override]  # Textual awaits it, and calls the base's as well
        self._unlisten = self.room.running.listen(lambda: self.call_next(self.refresh_all))
        self.set_interval(1, self._second)
        await self.refresh_all()

    def on_unmount(self) -> None:
        self._unlisten()

    @property
    def meeting(self) -> Meeting:
        """The value as it is; what is shown of it goes through `Room.meeting`."""
        return self.room.running.value

    @property
    def sheet(self) -> Sheet:
        """What the middle shows now."""
        return sheets.of(self.room.meeting)

    @property
    def form(self) -> Form:
        """The fields."""
        return self.query_one(Form)

    @property
    def target(self) -> int:
        """The number of the contribution that an act is about: the chosen row; 0 where there is none."""
        chosen = self.query_one(Listing).chosen
        return int(chosen[1:]) if chosen.startswith("c") else 0

    def tell(self, message: str) -> None:
        """Say something in the last line; while there is nothing to say, it has the hint of the field."""
        super().tell(message)
        line = self.form.focused
        self.query_one("#message").display = bool(message)
        self.query_one("#hint").display = not message
        self.query_one("#hint", Plain).show(line.field.hint if line else "")

    def do(self, command: Callable[[Meeting], Meeting]) -> bool:
        """Carry out a command; a refusal is shown. Whether it was accepted."""
        self.tell("")
        self._step_began = None
        return self.attempt(lambda: self.room.running.do(command))

    async def refresh_all(self) -> None:
        """Show the value as it is now. The keys move only when another turn, activity or step is on."""
        meeting, sheet = self.room.meeting, self.sheet
        state = turns_at(meeting, meeting.place) if current_unit(meeting, meeting.place) else None
        now_at = (meeting.place, state and (state.turns[state.current].unit, state.item))
        moved, self._shown = now_at != self._shown, now_at
        if moved:
            self.warned = False
        self.query_one("#who", Plain).show(who_text(meeting, sheet))
        self.query_one("#sight", Plain).show(sight_text(in_sight(meeting)))
        self.query_one("#turns", Plain).show(turns_text(sheet.turns))
        self.query_one("#turns").display = bool(sheet.turns)
        self.query_one("#rules", Plain).show(rules_text(meeting))
        self.query_one("#heading", Plain).show(Content.styled(sheet.heading, "bold"))
        self.query_one("#empty", Plain).show("" if sheet.rows else sheet.empty)
        self.query_one("#empty").display = not sheet.rows
        self._show_rows(sheet, moved)
        await self.form.show(sheet.fields, self.room.running.typed)
        self._clock()
        if moved or self.focused is None:
            self.give_keys()
        self.show_keys()
        if moved:
            self.tell("")

    def _show_rows(self, sheet: Sheet, moved: bool) -> None:
        listing = self.query_one("#rows", Listing)
        said = current_item(self.room.meeting) if sheet.turns else None
        number, before = said.number if said else 0, self._said
        self._said = number
        at = f"c{number}" if number and (moved or number != before) else ""
        if sheet.picks and (moved or not listing.chosen):
            at = "first"
        listing.show(sheet.rows, at)
        listing.can_focus = bool(sheet.rows)

    def give_keys(self, slot: str = "") -> None:
        """To the field that comes next when somebody is typing, else to the list."""
        picks = self.sheet.picks
        if (
            self.room.typing
            and not (picks and not changed(self.form.fields, self.form.texts))
            and self.form.enter(slot)
        ):
            return
        listing = self.query_one("#rows", Listing)
        self.set_focus(listing if listing.can_focus else None)

    def toggle_typing(self) -> None:
        """From the fields to the keys, or back."""
        if self.in_field:
            self.room.typing = False
            listing = self.query_one("#rows", Listing)
            self.set_focus(listing if listing.can_focus else None)
        elif self.form.enter():
            self.room.typing = True
        self.show_keys()

    def tick_row(self) -> None:
        """Useful or not, understood or not: what is chosen is ticked, or the tick taken back."""
        listing = self.query_one("#rows", Listing)
        who = int(listing.chosen[1:])
        if listing.chosen.startswith("c"):
            useful = find(self.meeting, who)[1].useful
            self.do(lambda meeting: mark(meeting, who, "useful", not useful))
        else:
            on_ = who not in has_confirmed(self.meeting)
            if self.do(lambda meeting: confirm(meeting, who, on_)) and on_:
                listing.action_cursor_down()

    def give(self) -> bool:
        """Put what stands in the fields into the meeting. Whether nothing stood in the way."""
        fields, texts = self.form.fields, self.form.texts
        new = changed(fields, texts)
        if not new:
            return True
        running = self.room.running
        if not self.do(lambda meeting: commit(meeting, fields, texts, running.now())):
            return False
        for field in new:
            running.typing(field.key, None)
            if field.appends:
                self.form.clear(field.slot)
        return True

    def go_on(self) -> None:
        """Page Down: enter what is typed, then the next item, turn, activity or step. What is missing is said first."""
        seen, now = self.meeting.place, self.room.running.now()
        if not self.give() and not self.warned:
            self.warned = True
            return
        what = moving.ahead(self.meeting)
        if self._step_began is not None and now.tick - self._step_began < DOUBLE_PRESS:
            return
        lacking = moving.missing(self.meeting)
        if lacking and not self.warned:
            self.warned = True
            self.tell(_("{lacking} Nog eens Page Down gaat verder.").format(lacking=lacking))
        elif what == "end":
            self.ended()
        else:
            self.do(lambda meeting: moving.forward(meeting, seen, now))
            if what in ("step", "part"):
                self._step_began = now.tick

    def go_back(self) -> None:
        """Page Up: what is half-typed stays where it is, and comes back with its field."""
        seen = self.meeting.place
        self.do(lambda meeting: moving.back(meeting, seen, self.room.running.now()))

    def jump(self, place: Place) -> None:
        """Straight to a step."""
        self.do(lambda meeting: moving.go_to(meeting, place, self.room.running.now()))

    def on_descendant_focus(self) -> None:
        super().on_descendant_focus()
        self.tell("")

    @on(Form.Typed)
    def _typed(self, event: Form.Typed) -> None:
        event.stop()
        text = None if event.text == event.field.saved else event.text
        self.room.running.typing(event.field.key, text)

    @on(Form.Given)
    async def _given(self, event: Form.Given) -> None:
        """Enter in a field: enter it, and go to the next field; with nothing new in the last one, the next turn."""
        event.stop()
        new = bool(changed(self.form.fields, self.form.texts))
        if not self.give():
            return
        if self.form.step(1):
            return
        if self.sheet.picks:
            await self.refresh_all()  # only then there are rows to give the keys to
            self.give_keys()
        elif not new and moving.ahead(self.meeting) in ("item", "turn"):
            self.go_on()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.sheet.picks:
            self.tick_row()
        else:
            self.toggle_typing()

    def _second(self) -> None:
        self.room.running.beat()
        due = self.room.warning_due()
        if due is not None:
            self.tell(warning(due))
            if self.room.settings.bell:
                self.app.bell()
        self._clock()

    def _clock(self) -> None:
        soon = max(self.room.settings.warn_seconds, default=0)
        self.query_one(Head).tell(self.room.meeting, self.room.running.now(), soon)
        self.show_saved()

    def show_saved(self) -> None:
        """Whether the disk has what is on the screen, in words."""
        saved = self.query_one("#saved", Plain)
        saved.show(self.room.saved)
        saved.set_class(self.room.trouble, "-trouble")
