"""An evening with the eight steps: what the case calls up, images, feedback, experiences, insights."""

import pytest

from intervisie_tui.meeting.lookback import not_shared, of_kind
from intervisie_tui.meeting.marking import mark, sort_as
from intervisie_tui.meeting.model import Refused
from intervisie_tui.meeting.moving import missing
from intervisie_tui.meeting.places import in_sight, replies, spoken_number
from intervisie_tui.meeting.saying import Words, answer, say, tell, write
from intervisie_tui.meeting.turns import items
from tests.builders import ANNA, BRAM, CAS, DINA, INEZ, Clock, begin, on, place, stand, whose


def test_what_the_case_calls_up_is_kept_beside_the_story(clock: Clock) -> None:
    meeting = begin("balint-8", clock)
    for topic, text in (("casus", "Een patiënt belt elke dag."), ("oproept", "Ergernis."), ("vraag", "Wat raakt mij?")):
        meeting = tell(meeting, topic, text, clock.now)
    assert missing(meeting) == ""
    assert [c.topic for c in meeting.part.contributions] == ["casus", "oproept", "vraag"]
    assert in_sight(on(meeting, clock)) == (("Vraag", "Wat raakt mij?"),)


def test_everybody_associates_alone_also_in_a_meeting_of_pairs(clock: Clock) -> None:
    meeting = stand(begin("balint-8", clock, working="pairs"), clock, "associeren")
    writers = []
    while meeting.place == place(meeting, "associeren"):
        writers.append(whose(meeting))
        meeting = on(write(meeting, "Een gesloten deur", clock.now), clock)
    assert writers == [(ANNA,), (BRAM,), (CAS,), (DINA,)]
    assert not_shared(meeting.part) == 4


def test_a_question_is_sorted_as_upper_or_under_current_or_not_at_all(clock: Clock) -> None:
    meeting = stand(begin("balint-8", clock), clock, "informatie")
    meeting = answer(say(meeting, Words("Wat voelde je?"), clock.now), "Boosheid.", clock.now)
    (question,) = items(meeting, meeting.place, (ANNA,))
    meeting = sort_as(meeting, question.number, "onderstroom")
    assert items(meeting, meeting.place, (ANNA,))[0].label == "onderstroom"
    assert items(sort_as(meeting, question.number, ""), meeting.place, (ANNA,))[0].label == ""
    with pytest.raises(Refused, match="hoort niet bij deze ronde"):
        sort_as(meeting, question.number, "tussenstroom")


def test_the_presenter_reacts_to_an_image_and_says_that_it_is_usable(clock: Clock) -> None:
    meeting = stand(begin("balint-8", clock), clock, "beeldvorming")
    meeting = say(meeting, Words("Een dijk die lekt."), clock.now)
    (image,) = of_kind(meeting.part, "image")
    meeting = mark(answer(meeting, "Dat herken ik.", clock.now), image.number, "useful", True)
    assert of_kind(meeting.part, "image")[0].useful
    assert [c.text for c in replies(meeting.part, image.number)] == ["Dat herken ik."]


def test_feedback_has_an_observation_an_effect_and_perhaps_an_alternative(clock: Clock) -> None:
    meeting = stand(begin("balint-8", clock), clock, "gedrag")
    spoken = Words(parts=(("waarneming", "Je lachte."), ("effect", "Ik schrok. "), ("alternatief", " ")))
    meeting = say(meeting, spoken, clock.now)
    (feedback,) = of_kind(meeting.part, "feedback")
    assert feedback.parts == {"waarneming": "Je lachte.", "effect": "Ik schrok."}
    assert feedback.text == ""
    meeting = say(meeting, Words(parts=(("waarneming", "Je lachte even."),)), clock.now)
    assert [c.parts for c in of_kind(meeting.part, "feedback")] == [{"waarneming": "Je lachte even."}]
    with pytest.raises(Refused, match="Er staat nog niets"):
        say(on(meeting, clock), Words(parts=(("waarneming", ""), ("effect", "\n"))), clock.now)


def test_an_experience_has_what_worked_and_what_did_not(clock: Clock) -> None:
    meeting = stand(begin("balint-8", clock), clock, "ervaringen")
    spoken = (("situatie", "Een nachtdienst."), ("werkte", "Bellen."), ("werkte-niet", "Wachten."))
    meeting = say(meeting, Words(parts=spoken), clock.now)
    assert of_kind(meeting.part, "experience")[0].parts == dict(spoken)


def test_insights_and_steps_come_one_a_line_and_the_others_learn_something_too(clock: Clock) -> None:
    meeting = stand(begin("balint-8", clock), clock, "inzichten-inbrenger")
    assert missing(meeting) == "Nog niet ingevuld: Inzichten, Vervolgstappen."
    for text in ("Ik zeg te vaak ja.", "Ik mag wachten.", ""):
        meeting = tell(meeting, "inzichten", text, clock.now)
    meeting = tell(meeting, "vervolgstappen", "Morgen bellen.", clock.now)
    assert missing(meeting) == ""
    own = of_kind(meeting.part, "insight")
    assert [(c.topic, c.text) for c in own] == [
        ("inzichten", "Ik zeg te vaak ja."),
        ("inzichten", "Ik mag wachten."),
        ("vervolgstappen", "Morgen bellen."),
    ]
    assert {c.by for c in own} == {(INEZ,)}
    meeting = on(meeting, clock)
    meeting = say(meeting, Words("Vaker vragen."), clock.now)
    learned = of_kind(meeting.part, "insight")[-1]
    assert (learned.by, spoken_number(meeting.part, learned)) == ((ANNA,), 1)
