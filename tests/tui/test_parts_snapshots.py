"""The parts of a meeting around a case as pictures, in three sizes. What to look at stands beside each.

`make test ARGS=--snapshot-update` makes them anew; then they are looked at again.
"""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from intervisie_tui.archive.settings import Settings
from intervisie_tui.meeting.choosing import count_votes, proposals
from intervisie_tui.meeting.marking import rate
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.moving import finish, skip
from intervisie_tui.meeting.saying import Words, say, tell
from intervisie_tui.meeting.viewing import view
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.running import RunningMeeting
from intervisie_tui.tui.room import Room
from intervisie_tui.tui.screens.step import StepScreen
from intervisie_tui.tui.screens.summary import SummaryScreen
from tests.builders import Clock, on, stand
from tests.meeting.gatherings import Evening, evening
from tests.tui.stage import Stage, press
from tests.tui.test_snapshots import SIZES, Nowhere, still


def in_step(meeting: Meeting, clock: Clock) -> Screen[Any]:
    """The screen of this meeting where it stands."""
    catalogue = load((builtin_folder(),), "nl")
    room = Room(RunningMeeting(meeting, Nowhere(), lambda: clock.now), Settings(), catalogue, saved="opgeslagen")
    return still(StepScreen(room, ended=lambda: None, leave=lambda: None))


def at(kind: Evening, step: str, activity: int = 0, late: int = 0) -> Screen[Any]:
    """In a step of such an evening, so many minutes after it began."""
    clock = Clock()
    meeting = stand(evening(kind, clock), clock, step, activity)
    clock.wait(minutes=late)
    return in_step(meeting, clock)


def choosing() -> Screen[Any]:
    """Two cases offered, with how urgent they are and the votes."""
    clock = Clock()
    meeting = stand(evening("next", clock), clock, "wat-ligt-er")
    for words in ("Een boze ouder die elke dag belt", "Geen tijd voor overleg"):
        meeting = on(say(meeting, Words(words), clock.now), clock)
    meeting = stand(meeting, clock, "kiezen")
    one, two = proposals(meeting)
    return in_step(count_votes(count_votes(rate(meeting, one.number, 4), one.number, 2), two.number, 3), clock)


def summary() -> Screen[Any]:
    """What came of an evening in which the opening was skipped, with two cases."""
    clock = Clock()
    meeting = evening("two", clock)
    meeting = skip(meeting, meeting.place, clock.now)
    meeting = tell(meeting, "vraag", "Hoe begin ik dat gesprek opnieuw?", clock.now)
    clock.wait(minutes=40)
    meeting = stand(meeting, clock, "afsluiting", 1)
    parts = (("stap", "Ik bel haar"), ("wanneer", "dinsdag"), ("aan-wie", "Bram"))
    meeting = say(meeting, Words(parts=parts), clock.now)
    meeting = finish(tell(stand(meeting, clock, "afsluiting", 2), "datum", "14 april 19:30", clock.now), clock.now)
    return SummaryScreen(view(meeting), own_keys={}, export=lambda: None, again=None, done=lambda: None)  # type: ignore[arg-type, return-value]  # not called


PICTURES: dict[str, tuple[Callable[[], Screen[Any]], list[str]]] = {
    # name: (the screen, the keys pressed on it)
    "opening": (lambda: at("next", "afspraken"), []),  # the agreements and nothing else; o skips
    "look-back": (lambda: at("next", "terugblik"), ["2"]),  # the intention first, a wording taken
    "offering": (lambda: at("next", "wat-ligt-er"), [*"Een boze ouder", "enter"]),  # the kinds of question
    "choosing": (choosing, []),  # urgency and votes
    "choosing-case": (choosing, ["k"]),
    "voting": (choosing, ["m", "2", "2"]),  # a dot
    "agreement": (lambda: at("first", "afspraken", 2), []),  # wordings to choose from
    "agreements-more": (lambda: at("first", "afspraken", 7), ["enter", "enter"]),
    "methods": (lambda: at("first", "methoden"), []),
    "plan": (lambda: at("two", "advisering", late=20), ["tab", "I"]),
    "late": (lambda: at("two", "probleemverkenning", late=35), ["tab", "y"]),
    "intention": (lambda: at("two", "afsluiting", 1), [*"Ik bel haar", "enter", *"morgen", "enter"]),
    "summary-parts": (summary, []),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did(name: str, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    make, keys = PICTURES[name]

    async def act(pilot: Pilot[int]) -> None:
        assert isinstance(pilot.app, Stage)
        await pilot.pause()
        await press(pilot.app, *("space" if key == " " else key for key in keys))
        await pilot.pause()
        await pilot.pause()

    assert snap_compare(Stage(make()), terminal_size=size, run_before=act)
