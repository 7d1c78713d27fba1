"""Looking back: in the order that helps, on the line of time, without a mark; and what many runs add up to."""

import stat

from msgspec.structs import replace

from intervisie_tui.archive.meetings import create
from intervisie_tui.archive.paths import practice_folder
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.practice.beginning import Chosen
from intervisie_tui.practice.debrief import AlarmTold, MomentTold, debrief, next_question, questions
from intervisie_tui.practice.debrief_markdown import debrief_markdown, export_debrief
from intervisie_tui.practice.leading import Act, Patient, Recorded
from intervisie_tui.practice.progress import in_words, progress
from intervisie_tui.practice.record import Alarm, Met, Record
from intervisie_tui.practice.record_file import keep_record
from tests.practice.plays import played, sample, stage

KEYS = (
    Act(at=20_000, what="on"),
    Act(at=28_000, what="on"),
    Act(at=31_000, what="on"),
    Act(at=48_000, what="intervene", text="discussie-stoppen"),
    Act(at=50_000, what="on"),
    Act(at=56_500, what="intervene", text="stilte-bewaken"),
    Act(at=58_000, what="intervene", text="terug-naar-de-vraag"),
    Act(at=75_000, what="on"),
    Act(at=80_000, what="finish"),
)


def a_run() -> tuple[Meeting, Record]:
    """A nod was taken for a discussion; the tip was put right at the second try."""
    return played(sample(), facilitator=Recorded(KEYS))


def test_the_line_of_time_has_what_was_seen_and_what_was_no_reason_to_step_in() -> None:
    told = debrief(*a_run())
    alarm, moment = told.timeline
    assert isinstance(alarm, AlarmTold)
    assert (alarm.act, alarm.says) == ("Discussie stoppen", "(Karin knikt.)")
    assert alarm.why == "Knikken kost niemand iets."
    assert isinstance(moment, MomentTold)
    assert (moment.outcome, moment.act, moment.others) == ("seen", "Terug naar de vraag", ("De stilte bewaken",))
    assert moment.who == "Joost"
    assert moment.step == "Probleemverkenning"
    assert 1 <= moment.seconds <= 6
    assert moment.followed == (("Joost", "O ja. Ik schrijf hem op."),)
    assert alarm.at < moment.at
    assert 250 < moment.at / 1000 < 330  # of the meeting's clock, which ran five and a half times as fast


def test_time_is_kept_per_step_and_turns_per_person() -> None:
    told = debrief(*a_run())
    assert [step.title for step in told.steps][:2] == ["Vraagintroductie", "Probleemverkenning"]
    assert told.steps[0].planned == 300
    assert {share.name: share.count for share in told.shares} == {"Joost": 1, "Karin": 1}
    assert told.unmet == 0
    early, record = played(sample(), facilitator=Recorded((Act(at=10, what="finish"),)))
    assert debrief(early, record).unmet == 1
    assert debrief(early, record).timeline == ()


def test_a_drill_is_about_its_moment_and_not_about_the_time_of_a_meeting() -> None:
    made = stage(chosen=Chosen(length="drill", drill="tip-parkeren"))
    made.let(90)
    told = debrief(made.meeting, made.record)
    (moment,) = told.timeline
    assert 12_000 <= moment.at <= 22_000
    assert told.steps == ()
    assert told.shares == ()
    assert told.unmet == 0
    assert "Een tip op tijd bewaren" in told.length


def test_the_export_goes_from_ones_own_view_to_one_thing_for_next_time() -> None:
    meeting, record = a_run()
    record = replace(record, own_view=("Rustig # tot *Joost*.", "De tip."), next_time="Eerder <b>kijken</b>.")
    text = debrief_markdown(debrief(meeting, record))
    marks = [*questions(), "Wat er gebeurde", "Discussie stoppen", "Terug naar de vraag", "Tijd en beurten"]
    marks.append(next_question())
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)
    assert "Rustig # tot \\*Joost\\*." in text
    assert r"Eerder \<b>kijken\</b>." in text
    assert not [word for word in ("score", "punten", "goed zo", "knap", "cijfer") if word in text.casefold()]


def test_without_an_own_view_nothing_is_made_up() -> None:
    text = debrief_markdown(debrief(*a_run()))
    assert not [question for question in (*questions(), next_question()) if question[:20] in text]


def test_the_export_lies_beside_the_transcript_for_its_owner_alone() -> None:
    meeting, record = a_run()
    opened = create(meeting, practice_folder)
    assert opened.saver
    opened.saver.save(opened.meeting)
    assert opened.close()
    keep_record(opened.meeting.id, record)
    path = export_debrief(opened.meeting.id)
    assert path == practice_folder() / f"{opened.meeting.id}.debrief.md"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text("utf-8") == debrief_markdown(debrief(opened.meeting, record))


def with_outcomes(*outcomes: tuple[str, int]) -> Record:
    record = played(sample(), facilitator=Patient())[1]
    moment = record.scenario.moments[0]
    moments = tuple(replace(moment, id=f"m{i}") for i in range(len(outcomes)))
    met = tuple(
        Met(moment=f"m{i}", at=0, outcome=outcome, after=after)  # type: ignore[arg-type]  # the tests spell them out
        for i, (outcome, after) in enumerate(outcomes)
    )
    return replace(record, scenario=replace(record.scenario, moments=moments), met=met, heard=())


def test_runs_add_up_to_a_quiet_line_per_pitfall() -> None:
    first = with_outcomes(("missed", 20_000), ("seen", 9_000))
    second = with_outcomes(("seen", 5_000), ("late", 30_000), ("seen", 4_000), ("open", 0))
    (one,) = progress([first, second])
    assert one.pitfall == "Kant-en-klare oplossing"
    assert one.outcomes == ("missed", "seen", "seen", "late", "seen")
    assert (one.seen, one.seconds) == (3, 5)
    assert in_words(one) == "Kant-en-klare oplossing: 3 van de 5 keer gezien, meestal na 5 s"
    (none,) = progress([with_outcomes(("missed", 20_000))])
    assert in_words(none) == "Kant-en-klare oplossing: 1 keer langsgekomen"


def test_what_played_by_itself_is_nobodys_progress_and_no_pitfall_has_the_name_of_its_remedy() -> None:
    record = with_outcomes(("seen", 5_000))
    assert progress([replace(record, autopilot=True)]) == ()
    moments = tuple(replace(moment, pitfall="") for moment in record.scenario.moments)
    (one,) = progress([replace(record, scenario=replace(record.scenario, moments=moments))])
    assert one.pitfall == "Terug naar de vraag"


def test_a_welcome_intervention_is_not_told() -> None:
    meeting, record = a_run()
    welcome = Alarm(at=1, step="probleemverkenning", act="tijd-noemen", welcome=True)
    told = debrief(meeting, replace(record, alarms=(*record.alarms, welcome)))
    assert len(told.timeline) == 2
