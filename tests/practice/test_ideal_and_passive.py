"""Each scenario played twice: by who puts every moment right, and by who lets all pass. The debriefs say just that."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from intervisie_tui.archive.transcript import decode, encode
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.practice.beginning import Chosen
from intervisie_tui.practice.debrief import MomentTold, debrief
from intervisie_tui.practice.debrief_markdown import debrief_markdown
from intervisie_tui.practice.leading import Patient
from intervisie_tui.practice.length import Length
from intervisie_tui.practice.progress import progress
from intervisie_tui.practice.scenario import Scenario
from intervisie_tui.practice.scenarios import Script
from tests.practice.plays import BUILT_IN, SCRIPTS, played

LENGTHS: tuple[Length, ...] = ("short", "whole")


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("length", LENGTHS)
def test_who_sees_everything_has_caught_every_moment(script: Script, length: Length) -> None:
    meeting, record = played(script, Chosen(length=length, autopilot=True))
    told = debrief(meeting, record)
    moments = [one for one in told.timeline if isinstance(one, MomentTold)]
    assert len(moments) == len(told.timeline) == len(script.scenario.moments)
    assert {one.outcome for one in moments} == {"seen"}
    assert all(3 <= one.seconds <= 6 for one in moments)
    assert all(one.act == one.right[0] for one in moments)
    assert told.unmet == 0
    text = debrief_markdown(told)
    assert text.count("Gezien, na") == len(moments)
    assert "Voorbijgegaan" not in text


@pytest.mark.parametrize("script", SCRIPTS)
def test_who_lets_all_pass_has_missed_every_moment_and_hears_what_follows(script: Script) -> None:
    meeting, record = played(script, Chosen(), Patient())
    told = debrief(meeting, record)
    moments = [one for one in told.timeline if isinstance(one, MomentTold)]
    assert len(moments) == len(told.timeline) == len(script.scenario.moments)
    assert {one.outcome for one in moments} == {"missed"}
    assert told.unmet == 0
    followed = {one.id: [says for _who, says in one.followed] for one in moments}
    assert followed == {m.id: [line.says for line in m.missed] for m in script.scenario.moments}
    assert not any(part.interventions for part in meeting.parts)
    assert debrief_markdown(told).count("Voorbijgegaan") == len(moments)
    assert all(one.seen == 0 and set(one.outcomes) == {"missed"} for one in progress([record]))


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_transcript_holds_every_line_that_is_written_and_the_record_all_that_is_said(
    script: Script, length: Length
) -> None:
    meeting, record = played(script, Chosen(length=length, autopilot=True))
    meeting = decode(encode(meeting))
    assert meeting.ended
    kept = set(texts(meeting))
    assert [line for line in lines(script.scenario) if line not in kept] == []
    aloud = [heard.says for heard in record.heard]
    expected = [m.says for m in script.scenario.moments] + [a.says for a in script.scenario.asides]
    expected += [line.says for m in script.scenario.moments for line in m.caught]
    assert sorted(aloud) == sorted(expected)


def lines(scenario: Scenario) -> Iterator[str]:
    for say in scenario.says:
        yield from filter(None, (say.text, say.answer, say.note, *say.parts.values()))


def texts(meeting: Meeting) -> Iterator[str]:
    for part in meeting.parts:
        yield from (written.text for written in part.written)
        for item in part.contributions:
            yield from (item.text, item.own_note, *item.parts.values())


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_the_presenter_marks_is_what_the_scenario_says(script: Script) -> None:
    meeting, _record = played(script, Chosen(autopilot=True))
    found = [c for part in meeting.parts for c in part.contributions]
    says = script.scenario.says
    assert sum(c.useful for c in found) == sum(say.useful for say in says) > 0
    assert sum(c.understood for c in found) == sum(say.understood for say in says)
    assert sum(c.rating for c in found) == sum(say.rating for say in says)
    assert sum(bool(c.label) for c in found) == sum(bool(say.label) for say in says)


@pytest.mark.parametrize("script", SCRIPTS)
def test_everybody_who_is_asked_confirms_the_summary(script: Script) -> None:
    meeting, _record = played(script, Chosen(autopilot=True))
    summed = [say for say in script.scenario.says if say.who == "gespreksleider" and not say.field]
    for confirmed in meeting.parts[0].confirmed:
        assert set(confirmed.who) == {i + 1 for i in range(len(script.scenario.people))}
    assert bool(meeting.parts[0].confirmed) == any(say.step == "probleemverkenning" for say in summed)


def test_who_shows_what_they_wrote_in_silence_has_not_kept_it_to_themselves() -> None:
    """In a round on request, a line without words shows what was written; one with words of its own leaves it."""
    script = BUILT_IN.find("bedankjes")
    assert script is not None
    says = script.scenario.says
    shown = next(i for i, say in enumerate(says) if say.step == "beeldvorming")
    wrote = next(say.text for say in says if say.step == "associeren" and say.who == says[shown].who)
    bare = replace(says[shown], text="")
    scenario = replace(script.scenario, says=(*says[:shown], bare, *says[shown + 1 :]))
    meeting, _record = played(replace(script, scenario=scenario), Chosen(autopilot=True))
    images = [c.text for c in meeting.parts[0].contributions if c.kind == "image"]
    kept = [written.text for written in meeting.parts[0].written]
    assert wrote in images
    assert wrote not in kept
    assert len(kept) == len(images) - 1
