"""All of practising in the app: choosing, the run itself, looking back, and a missed moment once more."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from intervisie_tui.archive.listed import Listed
from intervisie_tui.archive.listing import listing
from intervisie_tui.archive.meetings import file_of, read_meeting
from intervisie_tui.archive.paths import (
    Unusable,
    practice_folder,
    user_methods_folder,
    user_scenarios_folder,
)
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting, Now, Refused
from intervisie_tui.method import catalogue
from intervisie_tui.practice import scenarios
from intervisie_tui.practice.beginning import Chosen, Wanted
from intervisie_tui.practice.debrief import MomentTold, debrief
from intervisie_tui.practice.debrief_markdown import export_debrief
from intervisie_tui.practice.headless import PATIENCE
from intervisie_tui.practice.length import Length
from intervisie_tui.practice.progress import progress
from intervisie_tui.practice.record import Record
from intervisie_tui.practice.record_file import keep_record, read_record, records
from intervisie_tui.practice.scenarios import Scenarios, Script
from intervisie_tui.tui.dialogs import Pick
from intervisie_tui.tui.screens.home_rows import ended, ended_row
from intervisie_tui.tui.showing import only, say
from intervisie_tui.tui.sitting import Host


class Open(Protocol):
    """What is open in the app: a meeting, or practice."""

    def ask_to_leave(self) -> None: ...
    def close(self, patience: float = 3.0) -> bool: ...


class Ended(Struct, frozen=True):
    """A run that is over."""

    meeting: Meeting
    record: Record


class Training:
    """Practising, for the app. `sit` is told what is open now, None when that has been closed."""

    def __init__(self, host: Host, now: Callable[[], Now], sit: Callable[[Open | None], None]) -> None:
        self._host, self._app, self._now, self._sit = host, host.app, now, sit

    def choose(self) -> None:
        """Which scenario, and for how long."""
        from intervisie_tui.tui.screens.practice import PracticeScreen

        found = _scenarios()
        if not found.scripts:
            say(self._app, _("Er is geen enkele oefencasus gevonden. Installeer het programma opnieuw."))
            return
        listed = listing(practice_folder)
        old = [one for one in listed if not one.fault and one.ended is not None]
        damaged = [f"{file_of(one.id, practice_folder)}: {one.fault}" for one in listed if one.fault]

        def start(scenario: str, length: Length, drill: str) -> None:
            script = found.find(scenario)
            if script is not None:
                self.begin(Wanted(script, Chosen(length=length, drill=drill, seed=self._seed())))

        screen = PracticeScreen(
            sorted(found.scripts, key=lambda script: script is not found.first),
            own_keys=self._host.settings.keys,
            start=start,
            look_back=(lambda: self._choose_old(old)) if old else None,
            leave=self._host.home,
            notices=(*map(str, found.faults), *damaged),
        )
        only(self._app, screen)

    def _seed(self) -> int:
        """Another one for each run; `--seed` repeats one."""
        return self._now().tick % 1000 + 1

    def begin(self, wanted: Wanted, after: Callable[[], None] | None = None) -> None:
        """Begin a run. `after` is where its debrief leads to; None: home."""
        from intervisie_tui.tui.practising import Practising

        self._sit(None)
        ends = self._leave if wanted.chosen.autopilot else partial(self._over, after)
        run = Practising(self._host, self._now, lambda meeting, record: ends(run, Ended(meeting, record)), wanted.speed)
        self._sit(run)
        try:
            run.begin(wanted.script, wanted.chosen)
        except Refused as refusal:
            self._host.home()
            say(self._app, str(refusal))

    def go_on(self, meeting_id: str) -> None:
        """Take up a run that was interrupted. Raises Unusable."""
        from intervisie_tui.tui.practising import Practising

        self._sit(None)
        run = Practising(self._host, self._now, lambda meeting, record: self._over(None, run, Ended(meeting, record)))
        self._sit(run)
        run.go_on(meeting_id)

    def _leave(self, run: Open, _ended: Ended) -> None:
        """What plays by itself ends by itself, and says whether all of it is on the disk, however slow that is."""
        status = 0 if run.close(PATIENCE) else 1
        self._sit(None)
        self._app.exit(status, return_code=status)

    def _over(self, after: Callable[[], None] | None, run: Open, ended: Ended) -> None:
        saved = run.close()
        self._sit(None)
        self.look_back(ended, after, fresh=bool(ended.record.drill or not ended.record.moment))
        if not saved:
            say(self._app, _("Deze oefening is nog niet helemaal bewaard. Terugkijken kan nu wel."))

    def _choose_old(self, old: list[Listed]) -> None:
        def chosen(meeting_id: str | None) -> None:
            if meeting_id is None:
                return
            try:
                meeting = read_meeting(file_of(meeting_id, practice_folder))
                self.look_back(Ended(replace(meeting, id=meeting_id), read_record(meeting_id)), self.choose)
            except Unusable as unusable:
                say(self._app, unusable.reason)

        self._app.push_screen(Pick(_("Terugkijken op"), [ended_row(one) for one in ended(old)]), chosen)

    def look_back(self, run: Ended, after: Callable[[], None] | None = None, *, fresh: bool = False) -> None:
        """The debrief of a run; a `fresh` one begins with what the facilitator thinks."""
        from intervisie_tui.tui.screens.debrief import DebriefScreen, Doors

        record, meeting_id = run.record, run.meeting.id
        so_far = progress(one for _id, one in records())

        def keep(own_view: tuple[str, str], next_time: str) -> None:
            nonlocal record
            record = replace(record, own_view=own_view, next_time=next_time)
            keep_record(meeting_id, record)

        def replay(moment: str) -> None:
            case, closing = (part.method for part in run.meeting.parts[:2])
            script = Script(scenario=record.scenario, method=case, closing=closing, remedies=record.remedies)
            again = partial(self.look_back, Ended(run.meeting, record), after)
            self.begin(Wanted(script, Chosen(length="drill", moment=moment, seed=record.seed)), again)

        told = debrief(run.meeting, record)
        met = {one.pitfall for one in told.timeline if isinstance(one, MomentTold)}
        doors = Doors(keep, replay, lambda: export_debrief(meeting_id), after or self._host.home)
        only(
            self._app,
            DebriefScreen(
                told, tuple(one for one in so_far if one.pitfall in met), self._host.settings.keys, doors, fresh=fresh
            ),
        )


def _scenarios() -> Scenarios:
    folders = (scenarios.builtin_folder(), user_scenarios_folder())
    methods = scenarios.methods_in((catalogue.builtin_folder(), user_methods_folder()))
    return scenarios.load_scenarios(folders, methods)
