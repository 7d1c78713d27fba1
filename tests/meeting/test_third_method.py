"""No Python knows a method: one unlike both that come with the program is led from its TOML alone."""

import ast
from pathlib import Path

import pytest

import intervisie_tui
from intervisie_tui.meeting.intervening import intervene
from intervisie_tui.meeting.lookback import of_kind
from intervisie_tui.meeting.marking import confirm, mark, must_confirm, own_note, rate, sort_as
from intervisie_tui.meeting.model import Refused
from intervisie_tui.meeting.moving import missing
from intervisie_tui.meeting.people import chooses
from intervisie_tui.meeting.places import here, in_sight
from intervisie_tui.meeting.saying import Words, bring_up, keep, prepared, say, sum_up, tell, write
from intervisie_tui.meeting.turns import turns_at
from intervisie_tui.method.model import Choose, Round
from tests.builders import ANNA, BRAM, CAS, DINA, GERDA, INEZ, Clock, begin, method, on, place, stand, whose

PACKAGE = Path(intervisie_tui.__file__).parent


@pytest.mark.parametrize("package", ["meeting", "method"])
def test_no_module_of_the_heart_names_a_method_or_a_step(package: str) -> None:
    known = {name for own in map(method, ("balint-5", "balint-8")) for name in (own.id, *(s.id for s in own.steps))}
    for module in (PACKAGE / package).rglob("*.py"):
        texts = {
            node.value for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Constant)
        }
        assert not known & texts, module


def test_points_are_kept_in_a_free_conversation_and_weighed_by_the_group(clock: Clock) -> None:
    meeting = begin("third", clock)
    for point in ("Het regent.", "De bus was te laat."):
        meeting = keep(meeting, point, clock.now)
    with pytest.raises(Refused, match="Er staat nog niets"):
        keep(meeting, " ", clock.now)
    meeting = on(meeting, clock)
    activity = here(meeting)
    assert isinstance(activity, Choose)
    assert chooses(meeting, activity) == (ANNA, BRAM, CAS, DINA)
    assert missing(meeting) == "Er is nog niets gekozen."
    first, second = of_kind(meeting.part, "experience")
    meeting = rate(rate(meeting, first.number, 2), second.number, 5)
    assert [c.rating for c in of_kind(meeting.part, "experience")] == [2, 5]
    assert missing(meeting) == ""
    for figure in (6, -1):
        with pytest.raises(Refused, match=f"geen {figure} gegeven"):
            rate(meeting, first.number, figure)
    with pytest.raises(Refused, match="geen 1 gegeven"):
        rate(stand(meeting, clock, "kern"), first.number, 1)


def test_the_presenter_alone_confirms_a_summary_by_the_group(clock: Clock) -> None:
    meeting = stand(begin("third", clock), clock, "kern")
    assert must_confirm(meeting) == (INEZ,)
    meeting = sum_up(meeting, "Kou en haast.", clock.now)
    assert missing(meeting) == "Inez heeft nog niet bevestigd."
    assert missing(confirm(meeting, INEZ, True)) == ""


def test_two_are_asked_of_each_in_silence_and_shown_only_on_request(clock: Clock) -> None:
    meeting = stand(begin("third", clock), clock, "kern", 1)
    meeting = on(write(meeting, "Een muur.", clock.now), clock)
    assert (whose(meeting), turns_at(meeting, meeting.place).item) == ((ANNA,), 1)
    meeting = on(write(meeting, "Een deur.", clock.now), clock)
    assert whose(meeting) == (BRAM,)
    meeting = write(meeting, "Een raam.", clock.now)

    meeting = stand(meeting, clock, "tonen")
    activity = here(meeting)
    assert isinstance(activity, Round)
    meeting = on(say(meeting, Words("Een tuin."), clock.now), clock)
    assert [w.text for w in prepared(meeting, (ANNA,), activity)] == ["Een muur.", "Een deur."]  # not asked for: kept
    meeting = say(bring_up(meeting), Words("Een groot raam."), clock.now)
    assert prepared(meeting, (BRAM,), activity) == ()
    with pytest.raises(Refused, match="niets voor opgeschreven"):
        bring_up(on(meeting, clock))


def test_every_mark_that_the_method_has_can_be_given(clock: Clock) -> None:
    meeting = say(stand(begin("third", clock), clock, "tonen"), Words("Een tuin."), clock.now)
    (image,) = meeting.part.contributions
    meeting = own_note(mark(mark(meeting, image.number, "useful", True), image.number, "understood", True), 1, "heg")
    (image,) = meeting.part.contributions
    assert (image.useful, image.understood, image.own_note) == (True, True, "heg")


def test_in_a_round_of_all_the_presenter_and_the_facilitator_have_a_turn(clock: Clock) -> None:
    meeting = stand(begin("third", clock, working="pairs"), clock, "kring")
    assert [turn.unit for turn in turns_at(meeting, meeting.place).turns] == [
        (who,) for who in (INEZ, ANNA, BRAM, CAS, DINA, GERDA)
    ]
    meeting = say(meeting, Words(parts=(("zag", "Een kring."),)), clock.now)
    assert sort_as(meeting, 1, "warm").part.contributions[0].label == "warm"


def test_a_field_of_a_note_can_take_several_lines_or_stay_in_sight(clock: Clock) -> None:
    meeting = stand(begin("third", clock), clock, "oogst")
    assert missing(meeting) == "Nog niet ingevuld: Punten."  # the motto is optional
    for text in ("een", "twee"):
        meeting = tell(meeting, "punten", text, clock.now)
    assert missing(meeting) == ""
    meeting = tell(meeting, "motto", "Rustig aan", clock.now)
    assert [c.text for c in meeting.part.contributions if c.topic == "punten"] == ["een", "twee"]
    assert {c.by for c in meeting.part.contributions} == {(GERDA,)}
    assert in_sight(meeting) == ()
    assert on(meeting, clock).place == place(meeting, "afsluiting")


def test_only_a_pitfall_of_this_method_can_be_named(clock: Clock) -> None:
    meeting = intervene(begin("third", clock), "Uitweiden", clock.wait(minutes=1))
    assert [(one.pitfall, one.step, one.at) for one in meeting.part.interventions] == [("Uitweiden", 0, clock.stamp)]
    with pytest.raises(Refused, match="niet in de methode"):
        intervene(meeting, "Kruisverhoor", clock.now)
