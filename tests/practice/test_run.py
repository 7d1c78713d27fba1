"""A practice run as a screen uses it: what happens while somebody leads, or does not."""

from functools import partial

import pytest
from msgspec.structs import replace

from intervisie_tui.meeting import clock, saying
from intervisie_tui.meeting.clock import spent
from intervisie_tui.meeting.intervening import intervene
from intervisie_tui.meeting.model import Meeting, Refused
from intervisie_tui.meeting.moving import back
from intervisie_tui.meeting.people import names
from intervisie_tui.meeting.presence import join, leave
from intervisie_tui.meeting.turns import current_unit, pass_turn
from intervisie_tui.practice import acting
from intervisie_tui.practice.beginning import Chosen, begin
from intervisie_tui.practice.length import Length
from intervisie_tui.practice.run import Wall
from intervisie_tui.practice.scenario import Welcome
from intervisie_tui.practice.scenarios import Script
from tests.practice.plays import NOW, SCRIPTS, Hand, Stage, sample, stage

TIP = "Je moet gewoon de deur op slot doen."
DRILL = Chosen(length="drill", drill="tip-parkeren")


def texts(made: Stage) -> list[str]:
    return [c.text for part in made.meeting.parts for c in part.contributions]


def at_the_tip() -> Stage:
    """Karin has the turn, and Joost has just said what to do."""
    made = stage()
    made.to("probleemverkenning")
    made.let(15)
    made.on()
    made.let(5)
    assert made.aloud[-1] == TIP
    return made


def test_the_group_waits_and_speaks_in_its_time_and_never_moves_the_meeting_on() -> None:
    made = stage()
    made.let(4)
    assert texts(made) == []
    made.let(20)
    assert len(texts(made)) == 2
    place = made.meeting.place
    made.let(3600)
    assert made.meeting.place == place
    assert made.run.due_in() is None
    assert not made.run.over


@pytest.mark.parametrize(("length", "minutes"), [("short", 55), ("whole", 10)])
def test_the_clock_of_the_meeting_runs_fast_in_a_short_run_only(length: Length, minutes: int) -> None:
    made = stage(chosen=Chosen(length=length))
    made.let(600)
    assert round(spent(made.meeting, made.meeting.place, made.running.now()) / 60_000) == minutes


def test_people_take_longer_in_a_whole_meeting_and_as_long_to_react() -> None:
    short, whole = stage(), stage(chosen=Chosen(length="whole"))
    short.let(13)
    assert len(texts(short)) == 2
    whole.let(40)
    assert len(texts(whole)) == 1
    whole.let(40)
    assert len(texts(whole)) == 2
    for made in (short, whole):
        made.to("probleemverkenning")
        made.on()
        made.until(partial(getattr, made, "outcomes"))
        made.let(19)
        assert made.outcomes == ["open"]
        made.let(2)
        assert made.outcomes == ["missed"]


def test_a_machine_that_is_too_slow_makes_the_clock_wait_and_skips_nothing() -> None:
    made = stage()
    made.wall.tick += 3_600_000
    first = made.run.now()
    assert texts(made) == []
    assert first.tick - NOW.tick < 60_000  # of the meeting's clock: the first line is due within ten seconds
    assert made.run.play()
    assert len(texts(made)) == 1
    assert not made.run.play()  # the next line has its own time, from now on
    made.let(10)
    assert len(texts(made)) == 2


def test_while_the_meeting_is_paused_the_group_waits_and_the_clock_stands() -> None:
    made = stage()
    made.let(3)
    made.running.do(lambda meeting: clock.pause(meeting, made.running.now()))
    before = made.run.now()
    made.let(600)
    assert made.run.due_in() is None
    assert made.run.now() == before
    assert texts(made) == []
    made.running.do(lambda meeting: clock.go_on(meeting, made.running.now()))
    made.let(20)
    assert len(texts(made)) == 2


def test_what_was_not_said_when_the_facilitator_goes_on_is_not_said_later() -> None:
    made = stage()
    made.let(7)
    made.on()
    made.let(3600)
    assert "Hoe begin ik daarover" not in str(texts(made))
    made.running.do(lambda meeting: back(meeting, meeting.place, made.running.now()))
    made.let(3600)  # back where it was: it is said after all
    assert "Hoe begin ik daarover" in str(texts(made))


def test_a_line_that_was_taken_back_is_not_said_again() -> None:
    made = stage()
    made.until(lambda: len(texts(made)) == 2)
    made.running.undo()
    made.let(3600)
    assert len(texts(made)) == 1
    made.on()
    made.running.do(lambda meeting: back(meeting, meeting.place, made.running.now()))
    made.let(3600)
    assert len(texts(made)) == 1


def test_who_reads_out_says_what_they_wrote_also_when_the_writing_was_passed_over() -> None:
    for skip in (True, False):
        made = stage()
        made.to("vraagintroductie", 1)
        made.let(0 if skip else 15)
        made.to("probleemverkenning")
        made.let(10)
        assert "Wat zei je de laatste keer?" in texts(made)
        made.let(20)
        assert "Ik zei niets." in texts(made)
        assert not [w for w in made.meeting.part.written if w.text == "Wat zei je de laatste keer?"]


def test_a_moment_is_heard_in_the_room_and_written_nowhere() -> None:
    made = at_the_tip()
    assert made.run.heard[-1].name == "Joost"
    assert TIP not in str(made.meeting)
    made.let(30)
    assert TIP not in made.aloud


def test_putting_it_right_in_time_is_seen_and_has_its_sequel() -> None:
    made = at_the_tip()
    made.let(4)
    made.intervene("advies-parkeren")
    made.let(8)
    (met,) = made.record.met
    assert (met.outcome, met.act) == ("seen", "advies-parkeren")
    assert 4_000 <= met.after <= 6_000
    assert "O ja. Ik schrijf hem op." in made.aloud
    made.let(60)
    assert "Of een briefje op de deur." not in [heard.says for heard in made.record.heard]
    assert not made.record.alarms


def test_naming_the_pitfall_puts_it_right_as_well() -> None:
    made = at_the_tip()
    made.running.do(lambda meeting: intervene(meeting, "Kant-en-klare oplossing", made.running.now()))
    made.let(1)
    assert [(met.outcome, met.act) for met in made.record.met] == [("seen", "Kant-en-klare oplossing")]


def test_something_else_leaves_it_open_and_is_kept_beside_it() -> None:
    made = at_the_tip()
    made.intervene("stilte-bewaken")
    made.let(2)
    assert [(met.outcome, met.others) for met in made.record.met] == [("open", ("stilte-bewaken",))]
    made.intervene("terug-naar-de-vraag")
    made.let(1)
    assert made.outcomes == ["seen"]
    made.intervene("advies-parkeren")
    made.let(1)
    assert made.record.met[0].others == ("stilte-bewaken", "advies-parkeren")
    assert not made.record.alarms


def test_after_one_was_taken_back_the_next_intervention_counts() -> None:
    made = at_the_tip()
    made.intervene("stilte-bewaken")
    made.running.undo()
    made.intervene("terug-naar-de-vraag")
    made.let(1)
    assert made.outcomes == ["seen"]


def test_what_is_missed_spreads_and_putting_it_right_then_is_late() -> None:
    made = at_the_tip()
    made.let(25)
    assert made.outcomes == ["missed"]
    assert "Of een briefje op de deur." in made.aloud
    made.intervene("terug-naar-de-vraag")
    made.let(3)
    assert made.outcomes == ["late"]
    assert not made.record.alarms


def test_going_on_to_the_next_activity_leaves_an_open_moment_behind() -> None:
    made = at_the_tip()
    made.to("probleemverkenning", 1)
    made.let(30)
    assert made.outcomes == ["missed"]
    assert [heard.says for heard in made.record.heard if heard.of == "joost-tip"] == [TIP]


@pytest.mark.parametrize("aside", [True, False])
def test_an_intervention_where_nothing_is_wrong_is_a_false_alarm(aside: bool) -> None:
    made = stage()
    made.to("probleemverkenning")
    made.let(20 if aside else 3)
    made.intervene("discussie-stoppen")
    made.let(1)
    (alarm,) = made.record.alarms
    assert (alarm.step, alarm.act, alarm.aside) == (
        "probleemverkenning",
        "discussie-stoppen",
        "karin-stilte" if aside else "",
    )
    assert not alarm.welcome


def test_naming_the_time_is_welcome_when_it_runs_out_and_not_before() -> None:
    made = stage()
    made.to("probleemverkenning")
    made.let(3)
    made.intervene("tijd-noemen")
    made.let(600)
    made.intervene("tijd-noemen")
    made.let(1)
    assert [alarm.welcome for alarm in made.record.alarms] == [False, True]


def test_reminding_of_secrecy_is_welcome_at_the_start_and_what_the_scenario_welcomes_in_its_step() -> None:
    script = sample()
    welcome = Welcome(step="probleemverkenning", right=("beurt-geven",))
    made = stage(replace(script, scenario=replace(script.scenario, welcome=(welcome,))))
    made.let(1)
    for step in ("vraagintroductie", "probleemverkenning"):
        made.to(step)
        for act in ("geheimhouding", "beurt-geven"):
            made.intervene(act)
            made.let(1)
    found = [(alarm.step, alarm.act) for alarm in made.record.alarms if alarm.welcome]
    assert found == [("vraagintroductie", "geheimhouding"), ("probleemverkenning", "beurt-geven")]
    assert len(made.record.alarms) == 4


def test_who_left_says_nothing_and_who_passed_has_their_words_when_the_turn_comes_back() -> None:
    made = stage()
    made.to("probleemverkenning")
    made.running.do(pass_turn)  # Joost, before he said anything
    made.running.do(lambda meeting: leave(meeting, 3, made.running.now()))
    made.let(20)
    assert "Wat zei je de laatste keer?" in texts(made)
    assert "Wat doet het met je" not in str(texts(made))


def test_who_has_left_says_nothing_aloud_either() -> None:
    for gone, heard in ((2, ["(Karin knikt.)"]), (3, [TIP])):
        script = sample()
        moment = replace(script.scenario.moments[0], turn="", after=1, missed=())
        aside = replace(script.scenario.asides[0], turn="", after=2)
        made = stage(replace(script, scenario=replace(script.scenario, moments=(moment,), asides=(aside,))))
        made.running.do(partial(leave, who=gone, now=made.running.now()))
        made.to("probleemverkenning")
        made.let(5)
        assert made.aloud == heard


def test_who_left_before_what_follows_does_not_say_it() -> None:
    made = at_the_tip()
    made.running.do(lambda meeting: leave(meeting, 2, made.running.now()))
    made.intervene("terug-naar-de-vraag")
    made.let(10)
    assert [heard.says for heard in made.record.heard if heard.of == "joost-tip"] == [TIP]


def test_an_act_that_the_meeting_refuses_is_let_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_asked: object) -> Meeting:
        raise Refused("nu niet")

    monkeypatch.setattr(acting, "bring", refused)
    made = stage()
    made.let(30)
    assert texts(made) == []
    assert made.record.said == (0, 1)


def test_what_is_the_facilitators_is_left_to_them_after_a_prelude_too() -> None:
    for made in (stage(), stage(chosen=DRILL)):
        made.to("probleemverkenning", 1)
        made.let(60)
        assert not [c for c in made.meeting.part.contributions if c.kind == "summary"]


def test_who_comes_in_later_has_a_turn_in_which_nothing_is_played() -> None:
    script = sample()
    moment = replace(script.scenario.moments[0], turn="", after=90)
    made = stage(replace(script, scenario=replace(script.scenario, moments=(moment,))))
    made.to("probleemverkenning")
    made.running.do(lambda meeting: join(meeting, "Late Lies", made.running.now()))
    made.on(2)
    assert names(made.meeting, current_unit(made.meeting, made.meeting.place) or ()) == "Late Lies"
    made.let(85)
    assert made.outcomes == []
    made.let(30)
    assert len(made.outcomes) == 1


def test_what_the_facilitator_has_struck_is_not_confirmed_and_not_answered() -> None:
    made = stage()
    made.to("probleemverkenning")
    made.until(lambda: "Wat zei je de laatste keer?" in texts(made))
    number = next(c.number for c in made.meeting.part.contributions if c.kind == "question" and c.by == (2,))
    made.running.do(lambda meeting: saying.strike(meeting, number))
    made.let(60)
    assert "Ik zei niets." not in texts(made)
    made.to("probleemverkenning", 1)
    made.running.do(lambda meeting: saying.sum_up(meeting, "Ze wacht.", made.running.now()))
    made.let(1)
    number = made.meeting.part.contributions[-1].number
    made.running.do(lambda meeting: saying.strike(meeting, number))
    made.let(60)
    assert made.confirmed == []


def test_a_summary_is_confirmed_one_by_one_and_asked_again_when_it_changes() -> None:
    made = stage()
    made.to("probleemverkenning", 1)
    made.let(10)
    assert not made.confirmed
    made.running.do(lambda meeting: saying.sum_up(meeting, "Ze wacht.", made.running.now()))
    made.let(4)
    assert made.confirmed == [1]
    made.let(20)
    assert made.confirmed == [1, 2, 3]
    made.running.do(lambda meeting: saying.sum_up(meeting, "Ze wacht, en lacht.", made.running.now()))
    made.let(20)
    assert made.confirmed == [1, 2, 3]


def test_a_drill_begins_shortly_before_its_moment_and_ends_when_its_time_is_up() -> None:
    made = stage(chosen=DRILL)
    assert made.meeting.step.id == "probleemverkenning"
    assert made.run.left == 75_000
    made.let(11)
    assert made.aloud == []
    made.let(12)
    assert made.aloud == [TIP]
    made.intervene("terug-naar-de-vraag")
    made.let(51)
    assert not made.run.over
    made.let(2)
    assert made.run.over
    assert made.outcomes == ["seen"]
    assert made.run.due_in() is None
    assert made.record.clock - made.record.began == 75_000


def test_when_the_moment_of_a_drill_comes_is_not_to_be_learnt_by_heart() -> None:
    leads = set()
    for seed in range(1, 6):
        made = stage(chosen=Chosen(length="drill", drill="tip-parkeren", seed=seed))
        made.until(partial(getattr, made, "outcomes"))
        leads.add(made.record.met[0].at - made.record.began)
    assert len(leads) > 3
    assert 12_000 <= min(leads) <= max(leads) <= 22_000


def test_a_moment_that_a_drill_has_no_time_for_has_not_come() -> None:
    script = sample()
    late = replace(script.scenario.moments[0], id="later", after=30, seconds=60)
    scenario = replace(script.scenario, moments=(*script.scenario.moments, late))
    made = stage(replace(script, scenario=scenario), DRILL)
    made.let(70)
    assert made.outcomes == ["missed", "open"]
    made.let(10)
    assert made.run.over
    assert made.outcomes == ["missed"]


def test_a_moment_played_again_comes_alone() -> None:
    script = sample()
    second = replace(script.scenario.moments[0], id="later", after=25)
    made = stage(replace(script, scenario=replace(script.scenario, moments=(*script.scenario.moments, second))))
    made.to("probleemverkenning")
    made.on()
    made.let(40)
    assert made.outcomes == ["missed", "open"]
    again = stage(replace(script, scenario=made.record.scenario), Chosen(moment=script.scenario.moments[0].id, seed=2))
    again.let(90)
    assert again.run.over
    assert [met.moment for met in again.record.met] == ["joost-tip"]


def test_a_moment_played_again_ends_when_what_follows_has_been_said() -> None:
    made = stage(chosen=Chosen(moment="joost-tip"))
    made.let(120)
    assert made.run.over
    assert made.outcomes == ["missed"]
    assert "Of een briefje op de deur." in [heard.says for heard in made.record.heard]
    assert made.record.clock - made.record.began < 60_000


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_moment_can_be_played_again_by_itself(script: Script) -> None:
    for moment in script.scenario.moments:
        made = stage(script, Chosen(moment=moment.id))
        made.let(90)
        assert made.run.over
        assert [(met.moment, met.outcome) for met in made.record.met] == [(moment.id, "missed")]
        assert not made.record.alarms


@pytest.mark.parametrize(
    "chosen", [Chosen(length="drill"), Chosen(length="drill", drill="weg"), Chosen(moment="weg")], ids=str
)
def test_a_drill_or_moment_that_is_not_there_is_refused(chosen: Chosen) -> None:
    with pytest.raises(Refused):
        begin(sample(), chosen, NOW, Wall())


@pytest.mark.parametrize("speed", [0.5, 60])
def test_speed_is_a_factor_between_the_wall_and_the_people(speed: float) -> None:
    hand = Hand()
    made = Stage(begin(sample(), Chosen(), NOW, Wall(lambda: hand.tick, speed)), wall=hand)
    first = made.run.due_in()
    usual = stage().run.due_in()
    assert first is not None
    assert usual is not None
    assert first * speed == pytest.approx(usual, abs=0.001)


def test_each_change_of_the_record_is_handed_over_to_be_kept() -> None:
    made = at_the_tip()
    assert [met.outcome for met in made.records[-1].met] == ["open"]
    kept = len(made.records)
    made.intervene("terug-naar-de-vraag")
    made.run.due_in()
    made.run.play()
    made.let(3)
    assert len(made.records) > kept
    assert made.records[-1].met[0].outcome == "seen"


def test_the_meeting_knows_nothing_of_practice() -> None:
    made = stage()
    assert "oefen" not in str(made.meeting).casefold()
    assert made.run.now() == NOW
