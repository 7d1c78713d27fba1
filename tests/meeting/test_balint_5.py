"""An evening with the five steps: Inez brings a case, Anna, Bram, Cas and Dina ask and advise, Gerda leads."""

import pytest

from intervisie_tui.meeting.lookback import of_kind, step_times
from intervisie_tui.meeting.marking import confirm, mark, must_confirm, own_note
from intervisie_tui.meeting.model import Meeting, Refused
from intervisie_tui.meeting.moving import finish, forward, missing
from intervisie_tui.meeting.paper import count_on_paper
from intervisie_tui.meeting.places import in_sight, replies, said_at, spoken_number
from intervisie_tui.meeting.saying import Words, answer, prepared, say, sum_up, tell, write, write_again
from intervisie_tui.meeting.turns import due, items, turns_at
from intervisie_tui.method.model import Round
from tests.builders import ANNA, BRAM, CAS, DINA, GERDA, INEZ, Clock, begin, on, place, stand, whose


def told(meeting: Meeting, clock: Clock) -> Meeting:
    """The facts and the question are there; the silence begins."""
    meeting = tell(meeting, "feiten", "De planning loopt al weken uit.", clock.now)
    meeting = tell(meeting, "vraag", "Hoe zeg ik nee?", clock.now)
    return on(meeting, clock)


def test_the_facts_and_the_question_are_kept_and_can_be_put_better(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    assert missing(meeting) == "Nog niet ingevuld: Feiten, Vraag."
    meeting = tell(meeting, "vraag", "Hoe zeg ik nee?", clock.now)
    assert missing(meeting) == "Nog niet ingevuld: Feiten."
    meeting = tell(meeting, "vraag", "  Hoe zeg ik op tijd nee?\n", clock.now)
    (question,) = of_kind(meeting.part, "question")
    assert (question.text, question.by) == ("Hoe zeg ik op tijd nee?", (INEZ,))
    assert of_kind(tell(meeting, "vraag", " ", clock.now).part, "question") == ()
    with pytest.raises(Refused, match="hoort niet bij deze stap"):
        tell(meeting, "motto", "Nooit meer", clock.now)


def test_the_question_stays_in_sight_in_every_later_step(clock: Clock) -> None:
    meeting = told(begin("balint-5", clock), clock)
    for step in meeting.part.method.steps[1:]:
        meeting = stand(meeting, clock, step.id)
        assert in_sight(meeting) == (("Vraag", "Hoe zeg ik nee?"),)
    assert in_sight(stand(meeting, clock, "vraagintroductie")) == ()  # it stands in its own field there
    assert in_sight(stand(meeting, clock, "afsluiting")) == ()


def test_a_question_written_in_silence_comes_up_at_the_turn_and_is_answered_below(clock: Clock) -> None:
    meeting = told(begin("balint-5", clock), clock)
    assert whose(meeting) == (ANNA,)
    meeting = on(write(meeting, "Wie vraagt dat van je?", clock.now), clock)
    meeting = on(count_on_paper(meeting, 2), clock)  # Bram writes on paper
    meeting = stand(meeting, clock, "probleemverkenning")
    activity = meeting.step.activities[0]
    assert isinstance(activity, Round)
    assert [w.text for w in prepared(meeting, (ANNA,), activity)] == ["Wie vraagt dat van je?"]

    with pytest.raises(Refused, match="Leg eerst vast"):
        answer(meeting, "Mijn chef.", clock.now)
    meeting = say(meeting, Words("Wie vraagt het meest van je?"), clock.now)
    assert prepared(meeting, (ANNA,), activity) == ()
    meeting = answer(meeting, "Mijn chef.", clock.now)
    meeting = answer(meeting, "Mijn chef, op vrijdag.", clock.now)
    (question,) = items(meeting, meeting.place, (ANNA,))
    (reply,) = replies(meeting.part, question.number)
    assert (question.text, reply.text, reply.by) == ("Wie vraagt het meest van je?", "Mijn chef, op vrijdag.", (INEZ,))
    assert reply.kind == "answer"
    assert replies(answer(meeting, "", clock.now).part, question.number) == ()


def test_who_starts_afresh_in_silence_has_written_nothing(clock: Clock) -> None:
    meeting = told(begin("balint-5", clock), clock)
    with pytest.raises(Refused, match="nog niets geschreven"):
        write_again(meeting)
    again = write_again(write(write(meeting, "een", clock.now), "twee", clock.now))
    assert again.part.written == ()


def test_a_pair_asks_two_and_one_press_goes_to_the_second(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock, working="pairs"), clock, "probleemverkenning")
    activity = meeting.step.activities[0]
    assert isinstance(activity, Round)
    assert whose(meeting) == (ANNA, BRAM)
    assert due(activity, (ANNA, BRAM)) == 2
    meeting = on(say(meeting, Words("Eén?"), clock.now), clock)
    assert (whose(meeting), turns_at(meeting, meeting.place).item) == ((ANNA, BRAM), 1)
    meeting = on(say(meeting, Words("Twee?"), clock.now), clock)
    assert whose(meeting) == (CAS, DINA)
    assert [c.text for c in items(meeting, meeting.place, (ANNA, BRAM))] == ["Eén?", "Twee?"]


def test_what_two_wrote_alone_comes_up_when_their_pair_has_its_turn(clock: Clock) -> None:
    meeting = told(begin("balint-5", clock, working="pairs"), clock)
    assert whose(meeting) == (ANNA, BRAM)
    meeting = write(write(meeting, "Van ons samen?", clock.now), "En nog een?", clock.now)
    meeting = stand(meeting, clock, "probleemverkenning")
    meeting = on(say(meeting, Words("Van ons samen?"), clock.now), clock)
    activity = meeting.step.activities[0]
    assert isinstance(activity, Round)
    assert [w.text for w in prepared(meeting, (ANNA, BRAM), activity)] == ["En nog een?"]


def test_the_questions_are_counted_aloud_and_that_of_the_presenter_is_not_one_of_them(clock: Clock) -> None:
    meeting = stand(told(begin("balint-5", clock), clock), clock, "probleemverkenning")
    for text in ("Wie?", "Wat?", "Waar?"):
        meeting = on(say(meeting, Words(text), clock.now), clock)
    asked = said_at(meeting, meeting.place, "question")
    assert [spoken_number(meeting.part, c) for c in asked] == [1, 2, 3]
    assert [spoken_number(meeting.part, c) for c in of_kind(meeting.part, "question", "note") if c.topic] == [0, 0]


def test_the_summary_is_confirmed_name_by_name_and_asked_again_when_it_changes(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning", 1)
    assert missing(meeting) == "Er is nog geen samenvatting."
    assert must_confirm(meeting) == (INEZ, ANNA, BRAM, CAS, DINA)  # all but Gerda, who says it
    with pytest.raises(Refused, match="nog geen samenvatting"):
        confirm(meeting, ANNA, True)
    meeting = sum_up(meeting, "Inez zegt te vaak ja.", clock.now)
    for who in (INEZ, ANNA, BRAM):
        meeting = confirm(meeting, who, True)
    assert missing(meeting) == "Cas en Dina hebben nog niet bevestigd."
    assert missing(confirm(meeting, CAS, True)) == "Dina heeft nog niet bevestigd."
    assert sum_up(meeting, "Inez zegt te vaak ja. ", clock.now) == meeting
    changed = sum_up(meeting, "Inez zegt te vaak ja tegen haar chef.", clock.now)
    assert missing(changed) == "Inez, Anna, Bram, Cas en Dina hebben nog niet bevestigd."
    assert missing(confirm(meeting, BRAM, False)) == "Bram, Cas en Dina hebben nog niet bevestigd."
    with pytest.raises(Refused, match="niets bevestigd"):
        confirm(meeting, GERDA, True)


def advised(meeting: Meeting, clock: Clock) -> Meeting:
    """Everybody has given one piece of advice; the round is over and the meeting still stands at it."""
    meeting = stand(meeting, clock, "advisering")
    for text in ("Begin klein.", "Bel hem.", "Wacht tot maandag."):
        meeting = on(say(meeting, Words(text), clock.now), clock)
    return say(meeting, Words("Schrijf het op."), clock.now)


def test_advice_is_numbered_understood_and_noted_and_nothing_is_said_to_it(clock: Clock) -> None:
    meeting = advised(begin("balint-5", clock), clock)
    first, second, *_rest = advice = of_kind(meeting.part, "advice")
    assert [spoken_number(meeting.part, c) for c in advice] == [1, 2, 3, 4]
    meeting = mark(meeting, first.number, "understood", True)
    meeting = own_note(meeting, second.number, " maandag? ")
    assert [c.understood for c in of_kind(meeting.part, "advice")] == [True, False, False, False]
    assert of_kind(meeting.part, "advice")[1].own_note == "maandag?"
    assert mark(meeting, first.number, "understood", False).part.contributions[0].understood is False
    assert own_note(meeting, second.number, "").part.contributions[1].own_note == ""
    with pytest.raises(Refused, match="niet geantwoord"):
        answer(meeting, "Ja, maar…", clock.now)


def test_in_the_evaluation_the_presenter_marks_what_is_useful_and_may_take_it_back(clock: Clock) -> None:
    meeting = stand(advised(begin("balint-5", clock), clock), clock, "evaluatie")
    assert missing(meeting) == "Er is nog niets gekozen."
    _first, second, *_rest = of_kind(meeting.part, "advice")
    meeting = mark(meeting, second.number, "useful", True)
    assert missing(meeting) == ""
    assert [c.text for c in of_kind(meeting.part, "advice") if c.useful] == ["Bel hem."]
    assert missing(mark(meeting, second.number, "useful", False)) == "Er is nog niets gekozen."


def test_the_closing_keeps_how_it_was_for_each_and_what_was_agreed(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "evaluatie")
    meeting = on(meeting, clock)
    assert meeting.place == place(meeting, "afsluiting")
    names = []
    while meeting.place == place(meeting, "afsluiting"):
        names.append(whose(meeting))
        meeting = on(say(meeting, Words("Goed."), clock.now), clock)
    assert names == [(INEZ,), (ANNA,), (BRAM,), (CAS,), (DINA,), (GERDA,)]
    assert whose(meeting) == (INEZ,)
    step = Words(parts=(("stap", "Bellen."), ("wanneer", "Dinsdag."), ("aan-wie", "Bram.")))
    meeting = on(say(meeting, step, clock.now), clock)
    for line in ("14 april, Anna leidt.", "Bram brengt in."):
        meeting = tell(meeting, "afspraken", line, clock.now)
    assert [c.text for c in of_kind(meeting.part, "note")] == ["14 april, Anna leidt.", "Bram brengt in."]
    assert [list(c.parts.values()) for c in of_kind(meeting.part, "intention")] == [["Bellen.", "Dinsdag.", "Bram."]]
    assert forward(meeting, meeting.place, clock.now) == meeting  # the end is not reached by going on
    meeting = finish(meeting, clock.now)
    with pytest.raises(Refused, match="al afgesloten"):
        finish(meeting, clock.now)


def test_looking_back_shows_planned_and_real_time_and_what_was_never_said(clock: Clock) -> None:
    meeting = told(begin("balint-5", clock), clock)
    meeting = write(meeting, "Nooit gesteld", clock.now)
    clock.wait(minutes=7)
    meeting = stand(meeting, clock, "reflectie")
    clock.wait(seconds=90)
    meeting = finish(meeting, clock.now)
    clock.wait(minutes=60)
    times = step_times(meeting, 0, clock.now)
    assert [(time.planned, time.real) for time in times] == [(300, 420), (900, 0), (300, 90), (600, 0), (600, 0)]
    assert meeting.part.written[0].text == "Nooit gesteld"
