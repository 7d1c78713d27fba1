"""A practice run on the screens of the app: the ordinary sitting, with a scripted group in it and a clock of its own.

What the group does is due at a time that `Run` knows; a timer waits for that, and never for more than one thing, so
that a machine that is too slow for its speed skips nothing.
"""

from collections.abc import Callable, Sequence
from time import monotonic

from textual.content import Content
from textual.timer import Timer

from intervisie_tui.archive.paths import practice_folder
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.practice.beginning import Chosen, begin, take_up
from intervisie_tui.practice.record import Record
from intervisie_tui.practice.record_file import RecordKeeper, read_record
from intervisie_tui.practice.run import Run, Wall
from intervisie_tui.practice.scenarios import Script
from intervisie_tui.tui.room import Room
from intervisie_tui.tui.row import Row
from intervisie_tui.tui.sitting import Host, Manner, Sitting
from intervisie_tui.tui.widgets.labelled import Labelled

BREATH = 0.01
"""Seconds between two things that are due at once: the screen is drawn in between, and keys are taken."""


class Practising:
    """One practice run. `over` is given the meeting and the record when it has ended."""

    def __init__(
        self, host: Host, now: Callable[[], Now], over: Callable[[Meeting, Record], None], speed: float = 1.0
    ) -> None:
        self._app, self._now, self._over = host.app, now, over
        self._wall = Wall(lambda: now().tick, speed)
        manner = Manner(
            clock=self._clock,
            ending=(_("Oefening afsluiten?"), _("Daarna kijk je terug op hoe het ging.")),
            leaving=self._leaving,
            shelf=practice_folder,
            joined=self._join,
            after=self._stir,
        )
        self._sitting = Sitting(host, manner)
        self._run: Run | None = None
        self._record: Record | None = None
        self._room: Room | None = None
        self._keeper: RecordKeeper | None = None
        self._timer: Timer | None = None
        self._stirred = False

    def begin(self, script: Script, chosen: Chosen) -> None:
        """Begin a run. Raises Refused for a drill or a moment that is not there."""
        self._run = begin(script, chosen, self._now(), self._wall)
        self._sitting.begin(self._run.meeting)

    def go_on(self, meeting_id: str) -> None:
        """Take up a run that was interrupted. Raises Unusable."""
        self._record = read_record(meeting_id)
        self._sitting.go_on(meeting_id)

    def ask_to_leave(self) -> None:
        """Stay, look back at once, go home or end the program."""
        self._sitting.ask_to_leave()

    def close(self, patience: float = 3.0) -> bool:
        """Put all on the disk, for so many seconds at the most, and give the run free. Whether all of it is there."""
        ends = monotonic() + patience
        self._quiet()
        keeper = self._keeper
        if self._run is not None:
            self._run.save()
        self._run = self._room = self._keeper = None
        done = self._sitting.close(patience)  # what the group said comes before what was made of it
        return (keeper is None or keeper.close(max(0.1, ends - monotonic()))) and done

    def _clock(self, meeting: Meeting) -> Callable[[], Now]:
        if self._run is None and self._record is not None:
            self._run = take_up(self._record, meeting, self._now(), self._wall)
        return self._run.now if self._run is not None else self._now

    def _leaving(self) -> list[Row]:
        rows = [
            Row("stay", Content(_("Verder met de oefening"))),
            Row("end", Content(_("Nu stoppen, en terugkijken"))),
        ]
        if self._run is not None and self._run.left is None:
            rows.append(Row("home", Content(_("Naar het begin; later ga je hier verder"))))
        return [*rows, Row("out", Content(_("Programma sluiten; later ga je hier verder")))]

    def _join(self, room: Room) -> None:
        run = self._run
        if run is None:
            return
        self._room, self._keeper = room, RecordKeeper(room.running.value.id)
        room.banner, room.aside = self._banner, self._aside
        run.join(room.running, self._keeper.save)
        room.running.listen(self._stir)
        self._stir()

    def _stir(self) -> None:
        """Something has changed: look what is due, once what is being done has been done."""
        if not self._stirred:
            self._stirred = True
            self._app.call_later(self._look)

    def _look(self) -> None:
        self._stirred = False
        run, room = self._run, self._room
        if run is None or room is None:
            return
        self._quiet()
        if run.over:
            run.save()
            self._over(room.running.value, run.record)
            return
        due = run.due_in()
        if due is not None:
            self._timer = self._app.set_timer(max(due, BREATH), self.beat)

    def beat(self) -> bool:
        """Called when something is due: let it happen, if it is. Whether there was something."""
        if self._run is None:
            return False
        done = self._run.play()
        self._show_room()
        self._stir()
        return done

    def _quiet(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = None

    def _show_room(self) -> None:
        from intervisie_tui.tui.screens.step import StepScreen

        for screen in self._app.screen_stack:  # a dialog may lie over it
            if isinstance(screen, StepScreen) and screen.is_mounted:
                screen.show_room()

    def _banner(self) -> str:
        left = self._run.left if self._run is not None else None
        if left is None:
            return _("Oefening")
        return _("Oefening · nog {n} sec").format(n=-(-left // 1000))

    def _aside(self) -> Sequence[Labelled]:
        heard = self._run.heard if self._run is not None else ()
        return [Labelled(one.name, _quoted(one.says)) for one in heard]


def _quoted(says: str) -> Content:
    """Words in quotes; what stands between brackets is not said."""
    return Content(says if says.startswith("(") else f"“{says}”")
