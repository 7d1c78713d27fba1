"""Choosing a case: offered in a round, voted for aloud or in silence, by urgency, and then in the plan."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_tui.archive.transcript import decode, encode
from intervisie_tui.meeting.choosing import (
    case_title,
    choose_another,
    choose_case,
    count_votes,
    has_voted,
    proposals,
    reveal,
    vote,
    vote_anew,
)
from intervisie_tui.meeting.clock import expected_end
from intervisie_tui.meeting.marking import rate, sort_as
from intervisie_tui.meeting.model import Meeting, Place, Refused
from intervisie_tui.meeting.moving import go_to, missing
from intervisie_tui.meeting.people import leads
from intervisie_tui.meeting.places import find
from intervisie_tui.meeting.presence import leave
from intervisie_tui.meeting.saying import Words, say, strike
from intervisie_tui.meeting.turns import pass_turn
from intervisie_tui.meeting.viewing import SHARED, view
from tests.builders import ANNA, BRAM, CAS, DINA, GERDA, INEZ, Clock, method, on, stand
from tests.meeting.acts import CHOOSING, MOVING, ROSTER, Act, acts
from tests.meeting.gatherings import evening, part_of

ONE, TWO, THREE = 1, 2, 3


@pytest.fixture
def offered(clock: Clock) -> Meeting:
    """Inez, Bram and Gerda have each offered a case, the others passed; the group is about to choose."""
    meeting = stand(evening("next", clock), clock, "wat-ligt-er")
    for title in ("Een patiënt", None, "Een collega", None, None, "Een reorganisatie"):
        meeting = pass_turn(meeting) if title is None else on(say(meeting, Words(title), clock.now), clock)
    assert [(c.number, c.by, c.text) for c in proposals(meeting)] == [
        (ONE, (INEZ,), "Een patiënt"),
        (TWO, (BRAM,), "Een collega"),
        (THREE, (GERDA,), "Een reorganisatie"),
    ]
    return stand(sort_as(meeting, ONE, "raakt"), clock, "kiezen")


def test_the_chosen_case_comes_right_after_the_choosing_and_takes_the_time_kept_for_it(
    offered: Meeting, clock: Clock
) -> None:
    assert "geen casus gekozen" in missing(rate(offered, ONE, 5))  # urgent, but not chosen yet
    end = expected_end(offered, clock.now)
    meeting = choose_case(offered, TWO, method("balint-5"))
    assert not missing(meeting)
    assert expected_end(meeting, clock.now) == end
    case = meeting.parts[offered.place.part + 1]
    assert (case.presenter, case.method.id, case_title(meeting, case)) == (BRAM, "balint-5", "Een collega")
    assert leads(meeting, case) == GERDA
    assert on(meeting, clock).part == case
    assert decode(encode(meeting)) == meeting


def test_another_choice_takes_the_place_of_the_first_until_that_has_begun(offered: Meeting, clock: Clock) -> None:
    meeting = choose_case(choose_case(offered, TWO, method("balint-5")), ONE, method("third"))
    assert [part.presenter for part in meeting.parts if part.proposal] == [INEZ]
    assert [c.useful for c in proposals(meeting)] == [True, False, False]
    both = choose_another(meeting, TWO, method("balint-5"), (1, 2, 3, 4, 5))
    assert [part.presenter for part in both.parts if part.proposal] == [INEZ, BRAM]
    assert [plan.seconds for plan in both.parts[offered.place.part + 2].plan] == [60, 120, 180, 240, 300]
    with pytest.raises(Refused, match="staat al in het plan"):
        choose_another(both, TWO, method("balint-5"))
    later = on(both, clock)
    with pytest.raises(Refused, match="geen casus gekozen"):
        choose_case(later, THREE, method("balint-5"), (), ANNA)


def test_who_leads_cannot_bring_the_case_as_well(offered: Meeting) -> None:
    with pytest.raises(Refused, match="kan niet ook leiden"):
        choose_case(offered, THREE, method("balint-5"))
    meeting = choose_case(offered, THREE, method("balint-5"), (), ANNA)
    assert leads(meeting, meeting.parts[offered.place.part + 1]) == ANNA


def test_votes_counted_in_the_room_and_urgency_stand_with_the_cases(offered: Meeting) -> None:
    meeting = count_votes(count_votes(offered, TWO, 3), THREE, 1)
    assert [c.votes for c in proposals(meeting)] == [0, 3, 1]
    meeting = rate(rate(meeting, ONE, 4), THREE, 5)
    assert [c.rating for c in proposals(meeting)] == [4, 0, 5]
    assert [c.votes for c in proposals(count_votes(meeting, TWO, 1))] == [0, 1, 1]
    with pytest.raises(Refused, match="Tel van 0"):
        count_votes(meeting, ONE, -1)
    with pytest.raises(Refused, match="is er niet"):
        count_votes(strike(meeting, ONE), ONE, 1)


def test_votes_in_silence_are_seen_by_nobody_else_and_only_their_sum_remains(offered: Meeting, clock: Clock) -> None:
    meeting = vote(offered, ANNA, (TWO,))
    with pytest.raises(Refused, match="minstens twee"):
        reveal(meeting)
    meeting = vote(vote(meeting, CAS, (ONE, TWO)), ANNA, (ONE,))
    assert has_voted(meeting) == {ANNA, CAS}
    for viewer in (SHARED, BRAM, CAS, ANNA):
        part = view(meeting, viewer).part
        seen = {ballot.by: ballot.numbers for ballot in part.ballots}
        assert seen == {ANNA: (ONE,) * (viewer == ANNA), CAS: (ONE, TWO) if viewer == CAS else ()}
        assert not any(c.votes for c in part.contributions)
    meeting = reveal(meeting)
    assert [c.votes for c in proposals(meeting)] == [2, 1, 0]
    assert not any(ballot.numbers for ballot in meeting.part.ballots)
    with pytest.raises(Refused, match="al geteld"):
        vote(meeting, ANNA, (TWO,))
    meeting = reveal(vote(vote(meeting, DINA, (THREE,)), BRAM, ()))
    assert [c.votes for c in proposals(meeting)] == [2, 1, 1]
    assert decode(encode(meeting)) == meeting
    assert [c.votes for c in proposals(vote_anew(meeting))] == [0, 0, 0]
    with pytest.raises(Refused, match="er nu niet"):
        vote(leave(vote_anew(meeting), DINA, clock.now), DINA, (ONE,))


@settings(max_examples=60, deadline=None)
@given(acts(*[CHOOSING] * 3, MOVING, ROSTER, most=20), st.integers(1, 4))
def test_law_4_whatever_is_done_no_vote_is_seen_before_it_is_counted(done: list[Act], much: int) -> None:
    clock = Clock()
    meeting = stand(evening("next", clock), clock, "wat-ligt-er")
    for n in range(much):
        meeting = on(say(meeting, Words(f"Casus {n}"), clock.now), clock)
    meeting = go_to(meeting, Place(part=part_of(meeting, "choosing"), step=1), clock.now)
    given_: set[int] = set()
    for act in done:
        before = meeting
        meeting = act.do(meeting, clock)
        given_ |= {ballot.by for part in meeting.parts for ballot in part.ballots}
        for viewer in (SHARED, *given_):
            for part in view(meeting, viewer).parts:
                assert all(ballot.by == viewer or not ballot.numbers for ballot in part.ballots)
        votes = sum(c.votes for c in proposals(meeting)) != sum(c.votes for c in proposals(before))
        assert not votes or act.name in ("count_votes", "reveal", "vote_anew") or before.place != meeting.place


def test_a_struck_case_has_no_title_left(offered: Meeting) -> None:
    meeting = strike(choose_case(offered, TWO, method("balint-5")), TWO)
    case = meeting.parts[offered.place.part + 1]
    assert case_title(meeting, case) == ""
    assert find(meeting, TWO)[1].struck
