"""A meeting that is open, from its first step to its summary: the screens it is shown on, and its place on the disk.

It is the same for a meeting and for practice; those differ in where they are kept, and in what comes after the end.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.content import Content

from intervisie_tui.archive.meetings import OpenMeeting, create, file_of, open_meeting
from intervisie_tui.archive.paths import Shelf, meetings_folder
from intervisie_tui.archive.saver import SaveState
from intervisie_tui.archive.settings import Settings
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting, Now, Refused
from intervisie_tui.meeting.moving import finish
from intervisie_tui.meeting.viewing import view
from intervisie_tui.method.catalogue import Catalogue
from intervisie_tui.running import RunningMeeting
from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.tui.beside import recorded
from intervisie_tui.tui.late import Late
from intervisie_tui.tui.room import Room
from intervisie_tui.tui.row import Row
from intervisie_tui.tui.showing import only, say

if TYPE_CHECKING:
    from intervisie_tui.archive import markdown
    from intervisie_tui.tui import dialogs
else:
    markdown = Late("intervisie_tui.archive.markdown")
    dialogs = Late("intervisie_tui.tui.dialogs")


class Host(Struct, frozen=True):
    """What every sitting has of the app. `home`: where its screens lead back to."""

    app: SteadyApp
    settings: Settings
    catalogue: Catalogue
    home: Callable[[], None]


class Manner(Struct, frozen=True):
    """In what a real meeting and practice differ.

    `clock` gives the clock by which a meeting goes; `shelf`: where it is kept. `joined` is told of the room before it
    is shown. `after` shows what comes after the end; None: the summary. `ending` asks whether it is to be closed, with
    what follows; `leaving` are the ways to leave it: "stay", "home", "out" and "end".
    """

    clock: Callable[[Meeting], Callable[[], Now]]
    ending: tuple[str, str]
    leaving: Callable[[], list[Row]]
    shelf: Shelf = meetings_folder
    joined: Callable[[Room], None] = lambda room: None
    after: Callable[[], None] | None = None


def real(now: Callable[[], Now]) -> Manner:
    """A meeting of people, by this clock."""
    return Manner(
        clock=lambda _meeting: now,
        ending=(_("Bijeenkomst afsluiten?"), _("De klok stopt, en het verslag is klaar om te lezen.")),
        leaving=lambda: [
            Row("stay", Content(_("Verder met de bijeenkomst"))),
            Row("home", Content(_("Naar het begin; later ga je hier verder"))),
            Row("out", Content(_("Programma sluiten; later ga je hier verder"))),
        ],
    )


class Sitting:
    """One open meeting on the screens of the app."""

    def __init__(self, host: Host, manner: Manner) -> None:
        self._app, self._settings, self._home = host.app, host.settings, host.home
        self._catalogue, self._manner, self._shelf = host.catalogue, manner, manner.shelf
        self._opened: OpenMeeting | None = None
        self._room: Room | None = None

    def begin(self, meeting: Meeting) -> None:
        """Lead a new meeting; from here on it is on the disk."""
        self._lead(create(meeting, self._shelf), fresh=True)

    def go_on(self, meeting_id: str) -> None:
        """Take up a meeting that was interrupted; one that somebody else has open can be read. Raises Unusable."""
        opened = open_meeting(meeting_id, self._shelf)
        if opened.saver is None:
            self._show_summary(opened)
            held_by = opened.held_by
            say(self._app, held_by.message if held_by else _("Deze bijeenkomst kan alleen gelezen worden."))
        else:
            self._lead(opened, fresh=False)

    def read(self, meeting_id: str) -> None:
        """Show what came of a meeting. Raises Unusable."""
        self._show_summary(open_meeting(meeting_id, self._shelf))

    def _lead(self, opened: OpenMeeting, fresh: bool) -> None:
        saver = opened.saver
        if saver is None:
            return
        texts = opened.draft.texts if opened.draft else {}
        make = RunningMeeting if fresh else RunningMeeting.taken_up
        running = make(opened.meeting, saver, self._manner.clock(opened.meeting), texts)
        room = Room(running, self._settings, self._catalogue)
        self._opened, self._room = opened, room
        self._manner.joined(room)
        loop = asyncio.get_running_loop()

        def from_thread() -> None:
            # What holds when it is shown, not when it was told: meanwhile something newer may wait to be saved.
            with suppress(RuntimeError):  # the app has ended
                loop.call_soon_threadsafe(lambda: self._saved(room, saver.state))

        saver.listen(lambda _then: from_thread())
        running.listen(lambda: self._saved(room, saver.state))
        running.save()
        self._show_step(room)
        for fault in opened.faults:
            say(self._app, fault)

    def _show_step(self, room: Room) -> None:
        from intervisie_tui.tui.screens.step import StepScreen

        only(self._app, StepScreen(room, ended=self._ask_to_finish, leave=self.ask_to_leave))

    def _ask_to_finish(self) -> None:
        def answered(answer: str | None) -> None:
            if answer == "yes":
                self._end()

        title, text = self._manner.ending
        self._app.push_screen(dialogs.confirm(title, text, _("Afsluiten"), _("Nog niet")), answered)

    def _end(self) -> None:
        room = self._room
        if room is None or self._opened is None:
            return
        with suppress(Refused):  # it has been closed already
            room.running.do(lambda meeting: finish(meeting, room.running.now()))
        if self._manner.after is None:
            self._show_summary(self._opened)
            self._tell_group(room.running.value)
        else:
            self._manner.after()

    def ask_to_leave(self) -> None:
        """Stay, go home or end the program; whatever is chosen, all is kept."""

        def answered(answer: str | None) -> None:
            match answer:
                case "home":
                    self._home()
                case "out":
                    self._app.exit(0)
                case "end":
                    self._end()

        text = _("Alles wat er staat is bewaard, ook wat half getypt is.")
        self._app.push_screen(dialogs.Pick(_("Stoppen?"), self._manner.leaving(), text), answered)

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
            return markdown.export_markdown(file_of(opened.meeting.id, self._shelf))

        screen = SummaryScreen(
            view(meeting),
            own_keys=self._settings.keys,
            export=export,
            again=again if room else None,
            done=self._home,
        )
        only(self._app, screen)

    def _tell_group(self, meeting: Meeting) -> None:
        """Bring the file of the group up to date, aside; the meeting itself is safe whatever comes of that."""

        async def told() -> None:
            trouble = await asyncio.to_thread(recorded, meeting)
            screen = self._app.screen
            if trouble and isinstance(screen, SummaryScreen):
                screen.group_failed(trouble, lambda: self._tell_group(meeting))

        from intervisie_tui.tui.screens.summary import SummaryScreen

        if meeting.group:
            self._app.run_worker(told(), group="record", exclusive=True)

    def _saved(self, room: Room, state: SaveState) -> None:
        from intervisie_tui.tui.screens.step import StepScreen

        room.trouble = state.kind == "failed"
        room.saved = {
            "saved": _("opgeslagen"),
            "saving": _("opslaan…"),
            "failed": _("niet opgeslagen: {reason}").format(reason=state.reason),
        }[state.kind]
        screen = self._app.screen
        if isinstance(screen, StepScreen) and screen.is_mounted:
            screen.show_room()

    def close(self, patience: float = 3.0) -> bool:
        """Put all on the disk, for so many seconds at the most, and give the meeting free. Whether it is all there."""
        saver = self._opened.saver if self._opened else None
        if self._room is not None and not self._room.running.value.ended:
            self._room.running.save_draft()
        elif saver is not None and self._room is not None:
            saver.drop_draft()  # the meeting is over; what was never entered is nobody's business any more
        done = self._opened is None or self._opened.close(patience)
        self._opened = self._room = None
        return done
