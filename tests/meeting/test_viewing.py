"""What is written in silence is seen by its writer alone, until it comes up (law 4 by example)."""

import msgspec
import pytest

from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.moving import finish
from intervisie_tui.meeting.saying import bring_up, write
from intervisie_tui.meeting.turns import turn_to
from intervisie_tui.meeting.viewing import SHARED, Viewer, view
from tests.builders import ANNA, BRAM, CAS, DINA, GERDA, INEZ, Clock, begin, on, stand

SECRET = "zwart-op-wit-9137"
EVERYBODY: tuple[Viewer, ...] = (SHARED, INEZ, ANNA, BRAM, CAS, DINA, GERDA)


def who_sees(meeting: Meeting) -> set[Viewer]:
    """Those whose view holds the secret anywhere."""
    return {viewer for viewer in EVERYBODY if SECRET.encode() in msgspec.toml.encode(view(meeting, viewer))}


@pytest.fixture
def written(clock: Clock) -> Meeting:
    """Anna has written a question; it is still her turn to write."""
    return write(stand(begin("balint-5", clock), clock, "vraagintroductie", 1), SECRET, clock.now)


def test_the_writer_alone_sees_it_while_everybody_writes(written: Meeting, clock: Clock) -> None:
    assert who_sees(written) == {ANNA}
    assert who_sees(on(written, clock)) == {ANNA}


def test_how_much_was_written_is_no_secret(written: Meeting) -> None:
    assert [(w.by, w.text) for w in view(written).part.written] == [((ANNA,), "")]


def test_all_see_it_during_the_writers_turn_and_only_then(written: Meeting, clock: Clock) -> None:
    asking = stand(written, clock, "probleemverkenning")
    assert who_sees(asking) == set(EVERYBODY)
    assert who_sees(turn_to(asking, 1)) == {ANNA}
    assert who_sees(on(asking, clock)) == {ANNA}
    assert who_sees(stand(asking, clock, "reflectie")) == {ANNA}


def test_it_does_not_come_up_in_another_round_nor_when_the_meeting_is_over(written: Meeting, clock: Clock) -> None:
    assert who_sees(stand(written, clock, "advisering")) == {ANNA}
    assert who_sees(finish(stand(written, clock, "probleemverkenning"), clock.now)) == {ANNA}


def test_a_pair_sees_what_it_wrote_together(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock, working="pairs"), clock, "reflectie")
    assert who_sees(write(meeting, SECRET, clock.now)) == {ANNA, BRAM}


def test_in_a_round_on_request_it_comes_up_when_the_writer_asks(clock: Clock) -> None:
    meeting = write(stand(begin("third", clock), clock, "kern", 1), SECRET, clock.now)
    showing = stand(meeting, clock, "tonen")
    assert who_sees(showing) == {ANNA}
    assert who_sees(bring_up(showing)) == set(EVERYBODY)
    assert who_sees(on(bring_up(showing), clock)) == {ANNA}


def test_a_view_changes_nothing_else(written: Meeting) -> None:
    assert view(written, ANNA) == written
    assert view(view(written)) == view(written)
