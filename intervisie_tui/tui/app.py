"""The app: which screen follows which, and the one meeting that is open.

The screens behind Home are imported when they are first shown, so that Home is there the sooner.
"""

import os
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.screen import ModalScreen

from intervisie_tui.archive.paths import Unusable, data_folder, groups_folder, practice_folder
from intervisie_tui.archive.settings import Settings
from intervisie_tui.locale import _
from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.terminal.run import run as run_steady
from intervisie_tui.tui import own_keys, themes
from intervisie_tui.tui.showing import only, say

if TYPE_CHECKING:
    from intervisie_tui.group.model import Group
    from intervisie_tui.meeting.gathering import Gathering
    from intervisie_tui.meeting.model import Now
    from intervisie_tui.meeting.starting import Setup
    from intervisie_tui.method.catalogue import Catalogue
    from intervisie_tui.practice.beginning import Wanted
    from intervisie_tui.tui.grouping import Grouping
    from intervisie_tui.tui.sitting import Host, Sitting
    from intervisie_tui.tui.training import Open, Training

STEADY_CLOCK: int = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Counts a suspended machine as well, where there is such a clock."""


def by_the_machine() -> "Now":
    """The time of this machine: its wall clock, and one that never jumps."""
    from intervisie_tui.meeting.model import Now

    return Now(stamp=datetime.now().astimezone(), tick=time.clock_gettime_ns(STEADY_CLOCK) // 1_000_000)


class Given(Struct, frozen=True):
    """What the command line has read: with a `setup` the app begins at the first step, with `practice` in it.

    `notices` are told on Home. `catalogue` is asked for when methods are needed, which on Home they are not.
    """

    language: str
    settings: Settings
    catalogue: "Callable[[], Catalogue]"
    setup: "Setup | None" = None
    notices: tuple[str, ...] = ()
    plain_output: bool = False
    practice: "Wanted | None" = None
    prepare: str = ""  # id of a group: the form of one who prepares a case is the first screen
    prepare_method: str = ""  # for which method; empty: that is asked


class IntervisieApp(SteadyApp):
    """Home, set-up, the steps of a meeting, its summary; and home again.

    `now` is handed in, so that tests have their own time.
    """

    def __init__(self, given: Given, now: "Callable[[], Now]" = by_the_machine) -> None:
        super().__init__(ansi_color=True if themes.without_colour(os.environ) else None)
        self.settings, self.language = given.settings, given.language
        self._catalogue = given.catalogue
        self.now = now
        self.plain_output = given.plain_output
        self._setup, self._practice = given.setup, given.practice
        self._prepare = given.prepare, given.prepare_method
        self._notices = [*given.notices, *own_keys.faults(given.settings.keys)]
        self._open: Open | None = None
        self._groups: Grouping | None = None
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.chosen(self.settings.theme, os.environ, self._colours())  # styles are read once this way

    def on_mount(self) -> None:
        if (self._setup is None or self.catalogue.closing is None) and self._practice is None:
            self.show_home()
        if self._prepare[0]:
            self._grouping().prepare_in(*self._prepare, back=self.exit)
        if self._setup is not None:
            self.begin(self._setup)
        if self._practice is not None:
            self.training.begin(self._practice)

    @property
    def catalogue(self) -> "Catalogue":
        """The methods there are."""
        return self._catalogue()

    def show_home(self) -> None:
        """The first screen, with what there is to go on with. Whatever meeting was open is closed."""
        from intervisie_tui.archive.listing import how_many, listing, remembered, unfinished
        from intervisie_tui.tui.screens.home import HomeScreen

        self._close_meeting()
        home = HomeScreen(
            meetings=listing,
            remembered=remembered,
            notices=self._notices,
            own_keys=self.settings.keys,
            group_count=lambda: how_many(groups_folder),
            begin=self.show_setup,
            groups=lambda: self._grouping().show_all(),
            go_on=self.go_on,
            read=self.read,
            practice=lambda: self.training.choose(),
            practised=lambda: [one for one in unfinished(practice_folder) if not one.fault],
            practise_on=lambda run: self._told(lambda: self.training.go_on(run)),
            leave=self.exit,
        )
        only(self, home)

    def show_setup(self) -> None:
        """Ask what a meeting needs."""
        if not self.catalogue.methods:
            say(self, _("Er is geen enkele methode gevonden. Installeer het programma opnieuw."))
            return
        self._ask_set_up()

    def _grouping(self) -> "Grouping":
        """The screens of the standing groups."""
        if self._groups is None:
            from intervisie_tui.tui.grouping import Grouping

            self._groups = Grouping(
                self,
                self.catalogue,
                self.language,
                self.now,
                self.settings.keys,
                home=self.show_home,
                set_up=self.show_setup_of,
                read=self.read,
            )
        return self._groups

    def show_setup_of(self, group: "Group", first: bool) -> None:
        """Ask what a meeting of this group needs; `first`: its first one, without a case."""
        if first and self.catalogue.script("first_meeting") is None:
            say(self, _("De eerste bijeenkomst ontbreekt bij de methodes. Installeer het programma opnieuw."))
            return
        self._ask_set_up(group, first=first)

    def _ask_set_up(self, group: "Group | None" = None, *, first: bool = False) -> None:
        from intervisie_tui.tui.group_source import group_source
        from intervisie_tui.tui.screens.setup import SetupScreen

        source = group_source(self.now, self.language)
        screen = SetupScreen(
            self.catalogue, self.language, self.now, self.settings.keys, groups=source, group=group, first=first
        )
        self.push_screen(screen, self._set_up)

    def _set_up(self, setup: "Setup | Gathering | None") -> None:
        if setup is not None:
            self.begin(setup)

    def begin(self, setup: "Setup | Gathering") -> None:
        """Start a meeting as it was set up."""
        closing = self.catalogue.closing
        if closing is None:
            say(self, _("De afsluiting ontbreekt bij de methodes. Installeer het programma opnieuw."))
            return
        from intervisie_tui.archive.meetings import new_id
        from intervisie_tui.meeting.gathering import Gathering, convene
        from intervisie_tui.meeting.starting import start

        now = self.now()
        meeting_id = new_id(now.stamp)
        if isinstance(setup, Gathering):
            meeting = convene(setup, meeting_id, now)
        else:
            meeting = start(setup, closing.method, meeting_id, now)
        self._sit().begin(meeting)

    def go_on(self, meeting_id: str) -> None:
        """Take up a meeting that was interrupted."""
        self._told(lambda: self._sit().go_on(meeting_id))

    def read(self, meeting_id: str, back: Callable[[], None] | None = None) -> None:
        """Show what came of a meeting; its screen leads back to Home, or to where `back` does."""
        self._told(lambda: self._sit(back).read(meeting_id))

    def _sit(self, back: Callable[[], None] | None = None) -> "Sitting":
        """A place for a meeting; what was open before is closed."""
        from intervisie_tui.tui.sitting import Sitting, real

        sitting = Sitting(self._host(back), real(self.now))
        self._sit_down(sitting)
        return sitting

    def _sit_down(self, new: "Open | None") -> None:
        """This is open now; what was open before is closed."""
        self._close_meeting()
        self._open = new

    def _host(self, back: Callable[[], None] | None = None) -> "Host":
        from intervisie_tui.tui.sitting import Host

        return Host(self, self.settings, self.catalogue, back or self.show_home)

    @property
    def training(self) -> "Training":
        """All of practising."""
        from intervisie_tui.tui.training import Training

        return Training(self._host(), self.now, self._sit_down)

    def _told(self, what: Callable[[], None]) -> None:
        """Do something with a file; what is wrong with that is shown."""
        try:
            what()
        except Unusable as unusable:
            say(self, unusable.reason)

    def _colours(self) -> int:
        system = self.console.color_system
        return {"truecolor": 1 << 24, "256": 256}.get(system or "", 16)

    def _close_meeting(self, patience: float = 3.0) -> None:
        if self._open is not None:
            self._open.close(patience)
        self._open = None
        if self._groups is not None:
            self._groups.close()

    def before_leaving(self) -> None:
        """Everything half-typed goes to the disk before the program ends, in whatever way it ends.

        Two seconds is all there is when the line is lost; who leaves by themselves waits for a disk that is slow.
        """
        self._close_meeting(patience=1.5 if self.hurried else 15.0)

    def sorry(self) -> str:
        """After an error: that nothing is lost by it, and where to go on."""
        way = _("Start het opnieuw: een bijeenkomst die open was, staat op het eerste scherm bij ‘Ga verder’.")
        return f"{super().sorry()}\n{way}"

    async def action_leave(self) -> None:
        """Ctrl+Q and Ctrl+C: ask, where there is something to ask about."""
        from intervisie_tui.tui.screens.setup import SetupScreen
        from intervisie_tui.tui.screens.step import StepScreen

        if isinstance(self.screen, StepScreen) and self._open is not None:
            self._open.ask_to_leave()
        elif isinstance(self.screen, SetupScreen):
            self.screen.leave()
        elif not isinstance(self.screen, ModalScreen):
            self.exit(0)


def run(given: Given) -> int:
    """Run the app on this terminal until it ends; gives the exit code."""
    return run_steady(lambda: IntervisieApp(given), data_folder() / "faults.log")
