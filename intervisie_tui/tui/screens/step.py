"""The screen of a step, whatever its kind: head, who speaks, what stays in sight, what is collected, where to type.

It renders the value of the meeting and sends commands; what it shows in the middle is a `Sheet`. What its great keys
do stands in `step_moves`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult

from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.places import in_sight
from intervisie_tui.meeting.turns import current_unit, turns_at
from intervisie_tui.tui import sheets, step_moves, step_prepared
from intervisie_tui.tui.acts import token
from intervisie_tui.tui.heading import runs_late, warning
from intervisie_tui.tui.room import Room
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.sheets.base import Sheet, presenter
from intervisie_tui.tui.sheets.rounds import current_item
from intervisie_tui.tui.sheets.said import Rows
from intervisie_tui.tui.step_acts import ACTS
from intervisie_tui.tui.step_texts import rules_text, sight_lines, who_lines
from intervisie_tui.tui.widgets.foot import Foot
from intervisie_tui.tui.widgets.form import Form
from intervisie_tui.tui.widgets.head import Head
from intervisie_tui.tui.widgets.keyline import KeyLine
from intervisie_tui.tui.widgets.labelled import LabelledLines
from intervisie_tui.tui.widgets.listing import Listing
from intervisie_tui.tui.widgets.middle import Middle

if TYPE_CHECKING:
    from intervisie_tui.tui.widgets.aside import Aside

LOW, HIGH = 24, 36
"""Rows of a screen from which there is room for a line more, and for one more again."""
WARNED = 45_000
"""Milliseconds after which it is not said any more how long there still is: by then it is less."""


class StepScreen(ActScreen[None]):
    """Where a meeting is led. `ended` is called when it has been closed, `leave` when the facilitator wants to stop."""

    CSS_PATH = "step.tcss"

    def __init__(self, room: Room, ended: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__(ACTS, room.settings.keys)
        self.room: Room = room
        self.ended: Callable[[], None] = ended
        self.leave: Callable[[], None] = leave
        self.presses = step_moves.Presses()
        self.message = ""  # what has been said last, until something else is done
        self._message_at: object = None  # where the keys were when it was said
        self._shown: tuple[object, ...] = ()
        self._sheet: tuple[Meeting, Sheet] | None = None
        self._made = Rows()
        self._aside: Aside | None = None  # most meetings have none
        self._late = False  # whether the key line knows that the meeting runs late
        self._warned = ("", 0)  # how long there still was, as it was said, and the tick of then
        self._said = ""  # the key of what has been said in the turn that is on
        self._unlisten: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        yield Head()
        yield LabelledLines(id="who")
        yield LabelledLines(id="sight")
        yield Middle()
        yield Form()
        yield Foot()
        yield KeyLine()

    async def on_mount(self) -> None:
        self._unlisten = self.room.running.listen(lambda: self.call_next(self.refresh_all))
        self.set_interval(1, self.second)
        await self.refresh_all()

    def on_unmount(self) -> None:
        self._unlisten()

    @property
    def meeting(self) -> Meeting:
        """The value as it is; what is shown of it goes through `Room.meeting`."""
        return self.room.running.value

    @property
    def sheet(self) -> Sheet:
        """What the middle shows now; made once for each value, since it may have thousands of rows."""
        if self._sheet is None or self._sheet[0] is not self.meeting:
            self._sheet = self.meeting, sheets.of(self.room.meeting, self.room.methods, self._made)
        return self._sheet[1]

    @property
    def form(self) -> Form:
        """The fields."""
        return self.query_one(Form)

    @property
    def listing(self) -> Listing:
        """What is collected."""
        return self.query_one(Middle).listing

    @property
    def target(self) -> int:
        """The number of the contribution that an act is about: the chosen row; 0 where there is none."""
        chosen = self.listing.chosen
        return int(chosen[1:]) if chosen.startswith("c") else 0

    def tell(self, message: str) -> None:
        """Say something in the last line; while there is nothing to say, it has the hint of the field."""
        self.message, self._message_at = message, self.focused
        self.query_one(Foot).say(message)

    def do(self, command: Callable[[Meeting], Meeting]) -> bool:
        """Carry out a command; a refusal is shown. Whether it was accepted."""
        self.tell("")
        return self.attempt(lambda: self.room.running.do(command))

    async def refresh_all(self) -> None:
        """Show the value as it is now. The keys move only when another turn, activity or step is on."""
        meeting, sheet = self.room.meeting, self.sheet
        state = turns_at(meeting, meeting.place) if current_unit(meeting, meeting.place) else None
        now_at = (meeting.place, state and (state.turns[state.current].unit, state.item))
        moved, self._shown = now_at != self._shown, now_at
        self._show_lines()
        self.query_one(Middle).tell(sheet, rules_text(meeting), self._row_to_choose(meeting, sheet, moved))
        self.form.figures_free = not (state or sheet.picks)  # else they call people up, or are given
        await self.form.show(sheet.fields, self.room.running.typed)
        step_moves.make_room(self)
        self._clock()
        if moved or self.focused is None:
            step_moves.give_keys(self)
        if moved:
            self.presses.forget()
            self.tell("")
        self._late = runs_late(self.meeting, self.room.running.now())
        self.show_keys()
        self.show_hint()
        if sheet.reads:
            self.call_after_refresh(self.show_hint)  # how much is below the screen is known by then

    def _show_lines(self) -> None:
        meeting, height = self.room.meeting, self.app.size.height
        self.query_one("#who", LabelledLines).tell(who_lines(meeting, self.sheet), 3)
        most = 2 if height < LOW else 3 if height < HIGH else 5
        self.query_one("#sight", LabelledLines).tell(sight_lines(in_sight(meeting)), most)

    def _row_to_choose(self, meeting: Meeting, sheet: Sheet, moved: bool) -> str:
        if sheet.picks or sheet.reads:
            return "first" if moved or not self.listing.chosen else ""
        said = current_item(meeting) if sheet.turns else None
        before, self._said = self._said, f"c{said.number}" if said else ""
        if moved:
            return self._said or "last"
        return self._said if self._said != before else ""  # what has just been said is what s, m and f are about

    def show_hint(self) -> None:
        """What the line below the fields says while there is no message."""
        line = self.form.focused
        show = next(act for act in ACTS if act.id == "show")
        if line and show.why_not(self) == "":
            hint = _("Wat je in stilte schreef, blijft van jou. {tab} en dan {show} laat het zien.").format(
                tab=self.keymap.shown_of("fields"), show=self.keymap.shown(show)
            )
        elif line and step_prepared.to_bring_in(self):
            bring = next(act for act in ACTS if act.id == "bring_in")
            hint = _("Er is een voorbereiding. {tab} en dan {bring} zet die hier neer, als {name} dat wil.").format(
                tab=self.keymap.shown_of("fields"), bring=self.keymap.shown(bring), name=presenter(self.meeting)
            )
        elif step_moves.more_to_read(self):
            hint = _("Er staat nog meer: {on} leest verder.").format(on=self.keymap.shown_of("on"))
        else:
            hint = line.field.hint if line else ""
        self.query_one(Foot).hint(hint)

    def on_descendant_focus(self) -> None:
        super().on_descendant_focus()
        if self.focused is not self._message_at:
            self.tell("")
        self.show_hint()

    def on_key(self, event: events.Key) -> None:
        """The base's handler comes after this one."""
        if "on" not in (act.id for act in self.keymap.matching(token(event), self.in_field)):
            self.presses.something_else()

    def on_resize(self, event: events.Resize) -> None:
        """The base's handler comes after this one."""
        self._show_lines()
        self._clock()
        self.call_after_refresh(self.show_hint)

    @on(Form.Typed)
    def _typed(self, event: Form.Typed) -> None:
        event.stop()
        running, field = self.room.running, event.field
        text = None if event.text == field.initial else event.text
        if text != running.typed(field.key):
            self.presses.something_else()
            running.typing(field.key, text)

    @on(Form.Given)
    def _given(self, event: Form.Given) -> None:
        event.stop()
        self.presses.something_else()
        step_moves.after_enter(self)

    @on(Listing.Selected)
    def _selected(self, event: Listing.Selected) -> None:
        event.stop()
        self.presses.something_else()
        if self.sheet.picks:
            step_moves.tick_row(self)
        else:
            step_moves.toggle_typing(self)

    @on(Listing.Highlighted)
    def _highlighted(self) -> None:
        self.show_keys()

    def second(self) -> None:
        """Called once a second: the clock, its warnings, and what is to be saved now and then."""
        self.room.running.beat()
        due = self.room.warning_due()
        tick = self.room.running.now().tick
        if due is not None:
            self.tell(warning(due))
            self._warned = (self.message, tick) if due else ("", tick)
            if self.room.settings.bell:
                self.app.bell()
        elif self.message and self.message == self._warned[0] and tick - self._warned[1] >= WARNED:
            self.tell("")
        self._clock()
        late = runs_late(self.meeting, self.room.running.now())
        if late != self._late:
            self._late = late
            self.show_keys()  # there is a key for that

    def _clock(self) -> None:
        soon = max(self.room.settings.warn_seconds, default=0)
        self.query_one(Head).tell(self.room.meeting, self.room.running.now(), soon, self.room.banner())
        self.show_room()

    def show_room(self) -> None:
        """Whether the disk has what is on the screen (trouble gets a line of its own), and what is said in the room."""
        self.query_one(Foot).saved(self.room.saved, self.room.trouble)
        if self.room.aside is not None:
            if self._aside is None:
                from intervisie_tui.tui.widgets.aside import Aside

                self._aside = Aside()
                self.add_class("-aside")
                self.mount(self._aside, before=self.form)
            self._aside.tell(self.room.aside())
