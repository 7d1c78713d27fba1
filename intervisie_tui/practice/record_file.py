"""The record of a practice run on disk: `<id>.run.toml` beside its transcript, for its owner alone."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue

from intervisie_tui.archive.decoding import decode_value, encode_value
from intervisie_tui.archive.disk import explain, read_own, write_durably
from intervisie_tui.archive.ids import is_id, order
from intervisie_tui.archive.meetings import file_of
from intervisie_tui.archive.paths import Shelf, Unusable, practice_folder, private_folder
from intervisie_tui.locale import _
from intervisie_tui.practice.record import Record

SUFFIX = ".run.toml"
NEWEST = 40
"""Runs that are looked back on together: what was long ago says little of today, and reading takes time."""


class RecordKeeper:
    """Writes the newest record in a thread of its own; never blocks but in `close`. `fault`: why the last try failed.

    A record that could not be written is tried again with the next one, and at the end: the transcript is what counts
    for a meeting, and its own saver tells on the screen when the disk fails.
    """

    def __init__(self, meeting_id: str, shelf: Shelf = practice_folder) -> None:
        self.fault = ""
        self._name, self._shelf = f"{meeting_id}{SUFFIX}", shelf
        self._waiting: SimpleQueue[Record | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="record", daemon=True)
        self._thread.start()

    def save(self, record: Record) -> None:
        """Write this one as soon as possible, in place of any that still waits."""
        self._waiting.put(record)

    def close(self, timeout: float = 3.0) -> bool:
        """Write what waits and stop. False: it is not on the disk."""
        self._waiting.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive() and not self.fault

    def _work(self) -> None:
        unwritten: Record | None = None
        going_on = True
        while going_on:
            waiting = [self._waiting.get(), *_rest(self._waiting)]
            going_on = None not in waiting
            unwritten = next((one for one in reversed(waiting) if one is not None), unwritten)
            if unwritten is not None:
                self.fault = _attempt(partial(write_record, self._name, unwritten, self._shelf))
                unwritten = unwritten if self.fault else None


def _rest(queue: SimpleQueue[Record | None]) -> list[Record | None]:
    found: list[Record | None] = []
    while True:
        try:
            found.append(queue.get_nowait())
        except Empty:
            return found


def _attempt(write: Callable[[], None]) -> str:
    """Why it did not work, in a sentence; empty when it did."""
    try:
        write()
    except Unusable as unusable:
        return unusable.reason
    except OSError as error:
        return explain(error)
    except Exception as error:  # whatever it is: a thread that died would say that all is on the disk
        return _("Dit kan niet worden opgeschreven ({error}).").format(error=type(error).__name__)
    return ""


def write_record(name: str, record: Record, shelf: Shelf = practice_folder) -> None:
    """Write a record under this file name; it is on the disk when this returns. Raises Unusable or OSError."""
    write_durably(private_folder(shelf()), name, encode_value(record))


def keep_record(meeting_id: str, record: Record, shelf: Shelf = practice_folder) -> None:
    """Put the record of a run that is over on the disk: what was thought of it afterwards. Raises Unusable."""
    reason = _attempt(lambda: write_record(record_of(meeting_id, shelf).name, record, shelf))
    if reason:
        raise Unusable(reason)


def record_of(meeting_id: str, shelf: Shelf = practice_folder) -> Path:
    """Where the record of a run lies. Raises Unusable for what is no id."""
    return file_of(meeting_id, shelf).with_name(f"{meeting_id}{SUFFIX}")


def read_record(meeting_id: str, shelf: Shelf = practice_folder) -> Record:
    """The record of a run. Raises Unusable with the reason."""
    try:
        data = read_own(record_of(meeting_id, shelf))
    except FileNotFoundError:
        raise Unusable(_("Van deze oefening is alleen het verslag er nog.")) from None
    except OSError as error:
        raise Unusable(explain(error)) from None
    record = decode_value(data, Record)
    if not _hangs_together(record):
        raise Unusable(_("Wat er van deze oefening bewaard is, klopt niet."))
    return record


def records(shelf: Shelf = practice_folder) -> list[tuple[str, Record]]:
    """The newest records that can be read, with the ids of their runs, the oldest first."""
    try:
        names = [path.name.removesuffix(SUFFIX) for path in shelf().iterdir() if path.name.endswith(SUFFIX)]
    except OSError:
        return []
    found = []
    for meeting_id in sorted(filter(is_id, names), key=order)[-NEWEST:]:
        try:
            found.append((meeting_id, read_record(meeting_id, shelf)))
        except Unusable:
            continue  # one that is damaged keeps nobody from practising
    return found


def _hangs_together(record: Record) -> bool:
    """Whether all that it names is in its scenario; a screen must not trip over that halfway."""
    scenario = record.scenario
    people = {person.id for person in scenario.people}
    moments = {moment.id for moment in scenario.moments}
    named = {met.moment for met in record.met} | ({record.moment} - {""}) | {drill.moment for drill in scenario.drills}
    spoken = {moment.who for moment in scenario.moments} | {heard.who for heard in record.heard}
    spoken |= {aside.who for aside in scenario.asides}
    return (
        sum(person.presenter for person in scenario.people) == 1
        and named <= moments
        and spoken <= people
        and {alarm.aside for alarm in record.alarms} <= {aside.id for aside in scenario.asides} | {""}
        and all(0 <= index < len(scenario.says) for index in record.said)
    )
