"""What an act was, in words: every act of a meeting has some, and none has a word of what was said or written."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from intervisie_tui.meeting.clock import more
from intervisie_tui.meeting.difference import act_between
from intervisie_tui.meeting.intervening import intervene
from intervisie_tui.meeting.marking import mark
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.moving import forward, skip
from intervisie_tui.meeting.presence import join, leave, rename
from intervisie_tui.meeting.saying import Words, answer, correct, note, say, strike, tell, write
from intervisie_tui.meeting.turns import next_turn
from tests.builders import ANNA, BRAM, Clock, begin, on, stand
from tests.meeting.acts import SECRET, STARTS, Act, Start, all_acts
from tests.meeting.gatherings import evening
from tests.meeting.test_laws import law


@law
@given(STARTS, all_acts())
def test_every_act_has_a_name_without_a_word_that_was_written_in_silence(start: Start, done: list[Act]) -> None:
    clock = Clock()
    meeting = start.meeting(clock)
    for act in done:
        after = act.do(meeting, clock)
        assert SECRET not in act_between(meeting, after)
        if replace(after, clock=meeting.clock) != meeting:
            assert act_between(meeting, after) != "de laatste handeling", act
        meeting = after


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_it_names_kinds_and_people_and_never_what_they_said(clock: Clock) -> None:
    first = begin("balint-5", clock)
    told = tell(first, "feiten", "Er is ruzie", clock.now)
    assert act_between(first, told) == "‘Feiten’ van Inez"
    noted = note(told, "Later", clock.now)
    assert act_between(told, noted) == "notitie"
    silent = stand(first, clock, "vraagintroductie", 1)
    assert act_between(silent, write(silent, "Waarom?", clock.now)) == "wat Anna in stilte schreef"
    asking = stand(first, clock, "probleemverkenning")
    asked = say(asking, Words("Wie?"), clock.now)
    assert act_between(asking, asked) == "vraag van Anna"
    answered = answer(asked, "Niemand", clock.now)
    assert act_between(asked, answered) == "antwoord van Inez"
    number = asked.part.contributions[-1].number
    assert act_between(asked, mark(asked, number, "understood", True)) == "vinkje bij vraag van Anna"
    assert act_between(asked, strike(asked, number)) == "doorhalen van vraag van Anna"
    assert act_between(asked, correct(asked, number, Words("Wat?"))) == "verbetering van vraag van Anna"


def test_it_names_where_one_went_and_who_came_or_went(clock: Clock) -> None:
    asking = stand(begin("balint-5", clock), clock, "probleemverkenning")
    assert act_between(asking, next_turn(asking)) == "de beurt aan Bram"
    assert act_between(asking, stand(asking, clock, "reflectie")) == "naar ‘Reflectie’"
    assert act_between(asking, more(asking, 1)) == "de tijd van deze stap"
    assert act_between(asking, intervene(asking, "Kruisverhoor", clock.now)) == "de ingreep"
    assert act_between(asking, join(asking, "Fay", clock.now)) == "Fay erbij"
    assert act_between(asking, rename(asking, ANNA, "Ans")) == "naam van Ans"
    assert act_between(asking, leave(asking, BRAM, clock.now)) == "of Bram er is"


def test_it_names_a_part_that_was_skipped(clock: Clock) -> None:
    meeting: Meeting = evening("next", clock)
    assert act_between(meeting, skip(meeting, meeting.place, clock.now)) == "overslaan van ‘Opening’"
    assert act_between(meeting, on(meeting, clock)) == "naar ‘Terugblik’"
    assert forward(meeting, meeting.place, clock.now) != meeting
