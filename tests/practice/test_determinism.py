"""Scenario, seed and the same keys give the same transcript, byte for byte but for its dates; speed changes nothing."""

import re
from datetime import timedelta

import pytest
from msgspec.structs import replace

from intervisie_tui.archive.transcript import encode
from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.practice.beginning import Chosen
from intervisie_tui.practice.leading import Act, Recorded
from intervisie_tui.practice.record import Record
from intervisie_tui.practice.scenarios import Script
from tests.practice.plays import NOW, SCRIPTS, played, sample, stage

LATER = Now(stamp=NOW.stamp + timedelta(days=41, hours=3), tick=7)
DATES = re.compile(rb"\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d(\.\d+)?\+\d\d:\d\d|-\d{4})")

KEYS = (
    Act(at=19_000, what="on"),
    Act(at=26_000, what="on"),
    Act(at=30_500, what="intervene", text="stilte-bewaken"),
    Act(at=38_000, what="on"),
    Act(at=40_000, what="on"),
    Act(at=40_100, what="back"),
    Act(at=58_000, what="on"),
    Act(at=68_000, what="intervene", text="advies-parkeren"),
    Act(at=90_000, what="on"),
    Act(at=95_000, what="words", text="Ze wacht, en zegt er niets van."),
    Act(at=120_000, what="finish"),
)


def without_dates(meeting: Meeting) -> bytes:
    return DATES.sub(b"DATE", encode(meeting))


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("length", ["short", "whole"])
def test_one_seed_gives_one_transcript_and_one_record(script: Script, length: str) -> None:
    chosen = replace(Chosen(autopilot=True, seed=3), length=length)
    first, told = played(script, chosen)
    second, again = played(script, chosen, now=LATER)
    assert without_dates(first) == without_dates(second)
    assert first.started != second.started
    assert told == again


def test_another_seed_gives_other_times_and_the_same_words() -> None:
    texts, clocks, firsts = set(), set(), set()
    for seed in (1, 2, 3):
        meeting, record = played(sample(), Chosen(autopilot=True, seed=seed))
        firsts.add(meeting.parts[0].contributions[0].at)
        texts.add(tuple(c.text for c in meeting.parts[0].contributions))
        clocks.add(record.clock)
    assert len(texts) == 1
    assert len(clocks) == len(firsts) == 3


def test_the_keys_of_a_facilitator_from_a_list_give_the_same_transcript_each_time() -> None:
    (first, told), (second, again) = (played(sample(), Chosen(), Recorded(KEYS), now) for now in (NOW, LATER))
    assert without_dates(first) == without_dates(second)
    assert told == again
    assert first.ended
    assert [c.text for c in first.parts[0].contributions if c.kind == "summary"] == [KEYS[9].text]
    assert [(met.outcome, met.act) for met in told.met] == [("seen", "advies-parkeren")]
    assert [alarm.act for alarm in told.alarms] == ["stilte-bewaken"]


@pytest.mark.parametrize("beat", [10, 333, 20_000])
def test_how_often_the_machine_looks_changes_nothing(beat: int) -> None:
    """A machine that looks every twenty seconds lags behind, and still nothing is skipped or in another order."""

    def by_beats(ms: int) -> tuple[bytes, Record]:
        made = stage(sample(), Chosen(autopilot=True))
        while not made.run.over:
            made.wall.tick += ms
            made.run.play()
        return without_dates(made.meeting), made.record

    assert by_beats(beat) == by_beats(100)
