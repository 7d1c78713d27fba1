"""Wall clocks that jump: midnight, the end of summer time, a clock set back; by the running meeting and its file.

A machine that sleeps is in tests/meeting/test_clock.py; that the program asks the right clock, in test_surroundings.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.markdown import markdown
from intervisie_tui.archive.transcript import decode, encode
from intervisie_tui.meeting.clock import total
from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.meeting.moving import finish
from intervisie_tui.meeting.saying import note
from intervisie_tui.meeting.starting import start
from intervisie_tui.running import RunningMeeting
from tests.builders import setup

AMSTERDAM = "CET-1CEST,M3.5.0,M10.5.0/3"
"""By its rule, so that no list of time zones need be there."""
SECOND = 1000


class Machine:
    """A wall clock in Amsterdam and a clock that runs on; `set_back` moves the first one only."""

    def __init__(self, utc: datetime) -> None:
        self._wall, self._tick = utc, 5_000_000

    @property
    def now(self) -> Now:
        """As `by_the_machine` asks for it."""
        return Now(stamp=datetime.fromtimestamp(self._wall.timestamp()).astimezone(), tick=self._tick)

    def wait(self, seconds: int) -> None:
        self._wall += timedelta(seconds=seconds)
        self._tick += seconds * SECOND

    def set_back(self, hours: int) -> None:
        self._wall -= timedelta(hours=hours)


class Kept:
    """The bytes of the file, as the saver would write them."""

    def __init__(self) -> None:
        self.data = b""

    def save(self, meeting: Meeting) -> None:
        self.data = encode(meeting)

    def save_draft(self, draft: Draft) -> None:
        """Drafts are not looked at here."""


@pytest.fixture(autouse=True)
def _amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", AMSTERDAM)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def evening(machine: Machine, back_after: int = 0) -> tuple[Meeting, bytes]:
    """An hour and one second, with a note each ten minutes; the wall clock is set back after so many notes."""
    kept = Kept()
    asked = setup("balint-5")
    begun = start(asked, replace(asked.method, script="closing"), "2026-10-25-0200", machine.now)
    running = RunningMeeting(begun, kept, lambda: machine.now)
    for number in range(6):
        machine.wait(600)
        running.do(lambda meeting: note(meeting, f"notitie {number}", machine.now))  # noqa: B023  # done at once
        if number + 1 == back_after:
            machine.set_back(1)
    machine.wait(1)
    running.do(lambda meeting: finish(meeting, machine.now))
    return running.value, kept.data


@pytest.mark.parametrize(
    ("began", "back_after"),
    [
        (datetime(2026, 11, 22, 22, 30, tzinfo=UTC), 0),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 0),
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), 0),
        (datetime(2026, 11, 22, 12, 0, tzinfo=UTC), 3),
        (datetime(2026, 11, 22, 12, 0, tzinfo=UTC), 6),
    ],
    ids=["over midnight", "end of summer time", "start of summer time", "set back halfway", "set back before the end"],
)
def test_durations_are_right_to_the_second_stamps_have_an_offset_and_order_is_by_number(
    began: datetime, back_after: int
) -> None:
    ended, data = evening(Machine(began), back_after)
    meeting = decode(data)
    assert total(meeting) == total(ended) == 3_601 * SECOND
    notes = meeting.parts[0].contributions
    assert [c.text for c in notes] == [f"notitie {n}" for n in range(6)]
    assert [c.number for c in notes] == sorted(c.number for c in notes)
    assert all(c.at.utcoffset() is not None for c in notes)
    assert (notes[1].at - notes[0].at).total_seconds() == 600
    assert "notitie 5" in markdown(meeting)


def test_across_the_end_of_summer_time_the_hours_repeat_and_the_offset_tells_them_apart() -> None:
    meeting = decode(evening(Machine(datetime(2026, 10, 25, 0, 30, tzinfo=UTC)))[1])
    notes = meeting.parts[0].contributions
    assert {str(c.at.utcoffset()) for c in notes} == {"2:00:00", "1:00:00"}
    assert meeting.ended is not None
    assert meeting.ended - meeting.started == timedelta(seconds=3_601)
