"""Transcripts of every schema there has been are read for ever. Never change a sample: a new schema adds its own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from intervisie_tui.archive.markdown import markdown
from intervisie_tui.archive.meetings import read_meeting
from intervisie_tui.archive.transcript import decode, encode
from intervisie_tui.meeting.clock import spent
from intervisie_tui.meeting.model import SCHEMA, Place

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.toml"))


def test_there_is_a_sample_of_every_schema() -> None:
    assert {int(path.stem.split("-")[1]) for path in SAMPLES} == set(range(1, SCHEMA + 1))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_old_transcript_is_read_kept_and_exported(path: Path) -> None:
    meeting = read_meeting(path)
    assert decode(encode(meeting)) == meeting
    assert "inbrenger" in markdown(meeting)


def test_what_an_old_transcript_holds_is_still_the_same() -> None:
    meeting = read_meeting(SAMPLES[0].parent / "schema-1-everything.toml")
    assert meeting.started == datetime(2026, 11, 22, 13, 2, tzinfo=UTC)
    assert [person.name for person in meeting.participants] == ["Anna", "Bram", "Cas", "Dirkje"]
    assert (meeting.part.method.name, meeting.step.title) == ("Proefvorm", "Vragen")
    assert meeting.clock.spent == ((301_000, 180_000, 95_500), (0,))
    assert meeting.part.contributions[0].text == "Een gesprek liep vast.\nTweemaal."
    assert meeting.part.contributions[6].parts == {"zag": "Je keek weg", "deed": "Ik werd stil"}
    assert meeting.part.written[0].by == (2, 3)


def test_an_old_transcript_of_several_parts_still_tells_all_of_them() -> None:
    meeting = read_meeting(SAMPLES[0].parent / "schema-1-several-parts.toml")
    scripts = ["opening", "look_back", "choosing", "case", "pause", "case", "evaluation", "closing"]
    assert [part.method.script for part in meeting.parts] == scripts
    assert (meeting.group_name, meeting.parts[0].skipped) == ("De dinsdaggroep", True)
    assert meeting.parts[1].intention is not None
    assert [ballot.counted for ballot in meeting.parts[2].ballots] == [True] * 3
    assert [spent(meeting, Place(part=p)) // 60_000 for p in (3, 4, 5)] == [40, 0, 25]
    assert meeting.parts[4].plan[0].left_out
    assert [act.who for act in meeting.handed_over] == [2]
    assert [person.presence for person in meeting.participants].count("excused") == 1
