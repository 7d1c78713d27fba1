"""The app: which screen follows which, and the one meeting that is open.

The screens behind Home are imported when they are first shown, so that Home is there the sooner.
"""

import asyncio
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from textual.content import Content
from textual.screen import ModalScreen, Screen

from intervisie_tui.archive.listing import listing
from intervisie_tui.archive.markdown import export_markdown
from intervisie_tui.archive.meetings import OpenMeeting, create, new_id, open_meeting
from intervisie_tui.archive.paths import Unusable, data_folder
from intervisie_tui.archive.saver import SaveState
from intervisie_tui.archive.settings import Settings
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Now, Refused
from intervisie_tui.meeting.moving import finish
from intervisie_tui.meeting.starting import Setup, start
from intervisie_tui.meeting.viewing import view
from intervisie_tui.method.catalogue import Catalogue
from intervisie_tui.running import RunningMeeting
from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.terminal.app import run as run_steady
from intervisie_tui.tui import own_keys, themes
from intervisie_tui.tui.dialogs import Pick, Read, confirm
from intervisie_tui.tui.room import Room
from intervisie_tui.tui.screens.home import HomeScreen
from intervisie_tui.tui.sheets.base import Row

STEADY_CLOCK: int = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Counts a suspended machine as well, where there is such a clock."""


def by_the_machine() -> Now:
    """The time of this machine: its wall clock, and one that never jumps."""
    return Now(stamp=datetime.now().astimezone(), tick=time.clock_gettime_ns(STEADY_CLOCK) // 1_000_000)


@dataclass(frozen=True)
class Given:
    """What the command line has read: with a `setup` the app begins at the first step. `notices` are told on Home."""

    language: str
    settings: Settings
    catalogue: Catalogue
    setup: Setup | None = None
    notices: tuple[str, ...] = ()
    plain_output: bool = False


class IntervisieApp(SteadyApp):
    """Home, set-up, the steps of a meeting, its summary; and home again.

    `now` is handed in, so that tests have their own time.
    """

    def __init__(self, given: Given, now: Callable[[], Now] = by_the_machine) -> None:
        super().__init__(ansi_color=True if themes.without_colour(os.environ) else None)
        self.settings, self.catalogue, self.language = given.settings, given.catalogue, given.language
        self.now = now
        self.plain_output = given.plain_output
        self._setup = given.setup
        self._notices = [*given.notices, *map(str, given.catalogue.faults), *own_keys.faults(given.settings.keys)]
        self._opened: OpenMeeting | None = None
        self._room: Room | None = None
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.chosen(self.settings.theme, os.environ, self._colours())  # styles are read once this way

    def on_mount(self) -> None:
        self._in_loop = asyncio.get_running_loop()
        if self._setup is None or self.catalogue.closing is None:
            self.show_home()
        if self._setup is not None:
            self.begin(self._setup)

    def show_home(self) -> None:
        """The first screen, with what there is to go on with. Whatever meeting was open is closed."""
        self._close_meeting()
        home = HomeScreen(
            meetings=listing,
            notices=self._notices,
            own_keys=self.settings.keys,
            begin=self.show_setup,
            go_on=self.go_on,
            read=self.read,
            leave=self.exit,
        )
        self._only(home)

    def show_setup(self) -> None:
        """Ask what a meeting needs."""
        if not self.catalogue.methods:
            self._say(_("Er is geen enkele methode gevonden. Installeer het programma opnieuw."))
            return
        from intervisie_tui.tui.screens.setup import SetupScreen

        self.push_screen(SetupScreen(self.catalogue, self.language, self.now, self.settings.keys), self._set_up)

    def _set_up(self, setup: Setup | None) -> None:
        if setup is not None:
            self.begin(setup)

    def begin(self, setup: Setup) -> None:
        """Start a meeting; from here on it is on the disk."""
        closing = self.catalogue.closing
        if closing is None:
            self._say(_("De afsluiting ontbreekt bij de methodes. Installeer het programma opnieuw."))
            return
        now = self.now()
        self._lead(create(start(setup, closing.method, new_id(now.stamp), now)), fresh=True)

    def go_on(self, meeting_id: str) -> None:
        """Take up a meeting that was interrupted; one that somebody else has open can be read."""
        try:
            opened = open_meeting(meeting_id)
        except Unusable as unusable:
            self._say(unusable.reason)
            return
        if opened.saver is None:
            self._show_summary(opened)
            self._say(opened.held_by.message if opened.held_by else _("Deze bijeenkomst kan alleen gelezen worden."))
        else:
            self._lead(opened, fresh=False)

    def read(self, meeting_id: str) -> None:
        """Show what came of a meeting."""
        try:
            self._show_summary(open_meeting(meeting_id))
        except Unusable as unusable:
            self._say(unusable.reason)

    def _lead(self, opened: OpenMeeting, fresh: bool) -> None:
        saver = opened.saver
        if saver is None:
            return
        texts = opened.draft.texts if opened.draft else {}
        make = RunningMeeting if fresh else RunningMeeting.taken_up
        running = make(opened.meeting, saver, self.now, texts)
        room = Room(running, self.settings)
        self._opened, self._room = opened, room
        # What holds when it is shown, not when it was told: meanwhile something newer may wait to be saved.
        saver.listen(lambda _then: self._from_thread(lambda: self._saved(room, saver.state)))
        running.listen(lambda: self._saved(room, saver.state))
        running.save()
        self._show_step(room)
        for fault in opened.faults:
            self._say(fault)

    def _show_step(self, room: Room) -> None:
        from intervisie_tui.tui.screens.step import StepScreen

        self._only(StepScreen(room, ended=self._ask_to_finish, leave=self._ask_to_leave))

    def _ask_to_finish(self) -> None:
        def answered(answer: str | None) -> None:
            room = self._room
            if answer == "yes" and room is not None and self._opened is not None:
                with suppress(Refused):  # it has been closed already
                    room.running.do(lambda meeting: finish(meeting, self.now()))
                self._show_summary(self._opened)

        text = _("De klok stopt, en het verslag is klaar om te lezen.")
        self.push_screen(confirm(_("Bijeenkomst afsluiten?"), text, _("Afsluiten"), _("Nog niet")), answered)

    def _ask_to_leave(self) -> None:
        def answered(answer: str | None) -> None:
            match answer:
                case "home":
                    self.show_home()
                case "out":
                    self.exit(0)

        rows = [
            Row("stay", Content(_("Verder met de bijeenkomst"))),
            Row("home", Content(_("Naar het begin; later ga je hier verder"))),
            Row("out", Content(_("Programma sluiten; later ga je hier verder"))),
        ]
        self.push_screen(
            Pick(_("Stoppen?"), rows, _("Alles wat er staat is bewaard, ook wat half getypt is.")), answered
        )

    def _show_summary(self, opened: OpenMeeting) -> None:
        """What came of a meeting; one that has just ended can still be taken up again."""
        from intervisie_tui.tui.screens.summary import SummaryScreen

        room = self._room if opened is self._opened else None
        self._opened = opened
        meeting = room.running.value if room else opened.meeting

        def again() -> None:
            if room is not None:
                room.running.undo()
                self._show_step(room)

        def export() -> Path:
            if opened.saver is not None:
                opened.saver.flush(3.0)
            return export_markdown(opened.meeting.id)

        self._only(
            SummaryScreen(
                view(meeting),
                own_keys=self.settings.keys,
                export=export,
                again=again if room else None,
                done=self.show_home,
            )
        )

    def _only(self, screen: Screen[None]) -> None:
        """Let this be the only screen there is, above the empty one that Textual keeps at the bottom."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _say(self, sentence: str) -> None:
        self.push_screen(Read(_("Let op"), Content(sentence)))

    def _saved(self, room: Room, state: SaveState) -> None:
        from intervisie_tui.tui.screens.step import StepScreen

        room.trouble = state.kind == "failed"
        room.saved = {
            "saved": _("opgeslagen"),
            "saving": _("opslaan…"),
            "failed": _("niet opgeslagen: {reason}").format(reason=state.reason),
        }[state.kind]
        screen = self.screen
        if isinstance(screen, StepScreen) and screen.is_mounted:
            screen.show_saved()

    def _from_thread(self, what: Callable[[], None]) -> None:
        """Run this in the loop of the app; nothing happens when that has ended."""
        with suppress(RuntimeError):
            self._in_loop.call_soon_threadsafe(what)

    def _colours(self) -> int:
        system = self.console.color_system
        return {"truecolor": 1 << 24, "256": 256}.get(system or "", 16)

    def _close_meeting(self, patience: float = 3.0) -> None:
        """Put all on the disk, for so many seconds at the most, and give the meeting free."""
        saver = self._opened.saver if self._opened else None
        if self._room is not None and not self._room.running.value.ended:
            self._room.running.save_draft()
        elif saver is not None and self._room is not None:
            saver.drop_draft()  # the meeting is over; what was never entered is nobody's business any more
        if self._opened is not None:
            self._opened.close(patience)
        self._opened = self._room = None

    def before_leaving(self) -> None:
        """Everything half-typed goes to the disk before the program ends, in whatever way it ends."""
        self._close_meeting(patience=1.5)  # two seconds is all there is when the line is lost

    async def action_leave(self) -> None:
        """Ctrl+Q and Ctrl+C: ask, where there is something to ask about."""
        from intervisie_tui.tui.screens.setup import SetupScreen
        from intervisie_tui.tui.screens.step import StepScreen

        if isinstance(self.screen, StepScreen):
            self._ask_to_leave()
        elif isinstance(self.screen, SetupScreen):
            self.screen.leave()
        elif not isinstance(self.screen, ModalScreen):
            self.exit(0)


def run(given: Given) -> int:
    """Run the app on this terminal until it ends; gives the exit code."""
    return run_steady(lambda: IntervisieApp(given), data_folder() / "faults.log")
