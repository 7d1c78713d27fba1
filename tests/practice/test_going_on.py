"""Left or killed, a run goes on from its transcript and its record: nothing twice, nothing lost, open is open."""

import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from intervisie_tui.archive.decoding import decode_value, encode_value
from intervisie_tui.archive.meetings import create, open_meeting
from intervisie_tui.archive.paths import practice_folder
from intervisie_tui.archive.transcript import decode
from intervisie_tui.meeting.clock import go_on, stopped, taken_up
from intervisie_tui.meeting.model import Now
from intervisie_tui.practice.beginning import Chosen, begin, take_up
from intervisie_tui.practice.leading import Ideal
from intervisie_tui.practice.record import Record
from intervisie_tui.practice.record_file import RecordKeeper, read_record
from intervisie_tui.practice.run import Wall, play_to_the_end
from intervisie_tui.practice.scenarios import Script
from intervisie_tui.running import RunningMeeting
from tests.practice.plays import NOW, SCRIPTS, Nothing, Stage, sample, stage


def again(made: Stage) -> Stage:
    """The same run in another process: all that it knows comes from its two files."""
    value = replace(stopped(made.meeting, made.running.now()), saved=made.running.now().stamp)
    meeting, record = decode(encode_value(value)), decode_value(encode_value(made.record), Record)
    now = Now(stamp=made.running.now().stamp, tick=5)
    run = take_up(record, meeting, now, Wall(lambda: 0))
    taken = Stage(run, taken_up(meeting, now))
    taken.running.do(lambda meeting: go_on(meeting, taken.running.now()))
    return taken


@pytest.mark.parametrize("script", SCRIPTS)
def test_interrupted_again_and_again_all_is_said_once(script: Script) -> None:
    made = stage(script, Chosen(autopilot=True))
    for count in itertools.count():
        if not made.run.play_next():
            break
        if not made.run.over and count % 3 == 0:
            made = again(made)
            assert made.run.facilitator is not None
    assert made.run.over
    assert sorted(made.record.said) == list(range(len(script.scenario.says)))
    everything = [c for part in made.meeting.parts for c in part.contributions]
    words = [c.text or str(c.parts) for c in everything]
    assert len(words) == len(set(words))
    assert made.outcomes == ["seen"] * len(script.scenario.moments)
    heard = [heard.says for heard in made.record.heard if heard.of in {m.id for m in script.scenario.moments}]
    assert len(heard) == len(set(heard)) >= len(script.scenario.moments)


def test_a_moment_that_was_open_is_open_again_with_the_time_it_had_left() -> None:
    made = stage()
    made.to("probleemverkenning")
    made.on()
    made.until(lambda: made.outcomes)
    made.let(15)
    taken = again(made)
    assert taken.outcomes == ["open"]
    assert taken.aloud == ["Je moet gewoon de deur op slot doen."]
    taken.run.facilitator = None
    taken.run.skip_to(taken.record.met[0].at + 19_000)
    assert taken.outcomes == ["open"]
    taken.until(lambda: taken.outcomes == ["missed"])
    assert taken.record.met[0].after == 20_000


def test_an_intervention_that_the_record_did_not_see_any_more_is_judged_on_return() -> None:
    made = stage()
    made.to("probleemverkenning")
    made.on()
    made.until(lambda: made.outcomes)
    before = made.record
    made.intervene("terug-naar-de-vraag")
    run = take_up(before, made.meeting, NOW, Wall())
    taken = Stage(run, made.meeting)
    assert taken.outcomes == ["seen"]


def test_a_run_that_was_left_on_disk_can_be_opened_and_played_to_its_end() -> None:
    run = begin(sample(), Chosen(), NOW, Wall())
    opened = create(run.meeting, practice_folder)
    assert opened.saver is not None
    running = RunningMeeting(opened.meeting, opened.saver, run.now)
    keeper = RecordKeeper(opened.meeting.id)
    run.join(running, keeper.save)
    for _event in range(3):
        run.play_next()
    running.save_draft()
    assert keeper.close()
    assert opened.close()

    back = open_meeting(opened.meeting.id, practice_folder)
    assert back.saver is not None
    assert back.draft is not None
    resumed = take_up(read_record(opened.meeting.id), back.meeting, NOW, Wall())
    running = RunningMeeting.taken_up(back.meeting, back.saver, resumed.now, back.draft.texts)
    resumed.join(running)
    assert resumed.due() is None
    running.do(lambda meeting: go_on(meeting, running.now()))
    resumed.facilitator = Ideal()
    play_to_the_end(resumed)
    assert resumed.over
    assert [met.outcome for met in resumed.record.met] == ["seen"]
    assert back.close()


def test_killed_in_the_middle_it_leaves_files_from_which_it_goes_on(tmp_path: Path) -> None:
    """The real program without a screen, at a speed at which the whole takes minutes, and `kill -9`."""
    environ = os.environ | {"XDG_DATA_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "intervisie_tui", "practice", "--headless", "--length", "short", "--speed", "40"]
    folder = tmp_path / "intervisie" / "practice"
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 30
        while sum(path.stat().st_size for path in folder.glob("*.run.toml")) < 1 or not _said(folder):
            assert process.poll() is None, "it ended before it could be killed"
            assert time.monotonic() < deadline, "nothing was said in half a minute"
            time.sleep(0.05)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    (record_path,) = folder.glob("*.run.toml")
    meeting_id = record_path.name.removesuffix(".run.toml")
    opened = open_meeting(meeting_id, lambda: folder)
    assert not opened.meeting.ended
    record = read_record(meeting_id, lambda: folder)
    run = take_up(record, opened.meeting, NOW, Wall())
    running = RunningMeeting.taken_up(opened.meeting, Nothing(), run.now, {})
    run.join(running)
    running.do(lambda meeting: go_on(meeting, running.now()))
    play_to_the_end(run)
    opened.close()
    assert run.over
    words = [c.text for part in running.value.parts for c in part.contributions]
    assert len(words) == len(set(words))
    says = record.scenario.says
    assert {say.text for say in says if say.text} <= {*words, *(w.text for w in running.value.part.written)}
    assert {met.outcome for met in run.record.met} == {"seen"}


def _said(folder: Path) -> bool:
    """Whether the group has said something that is on the disk."""
    found = [path for path in folder.glob("*.run.toml") if not path.name.startswith(".")]
    return any("said = [" in path.read_text("utf-8") for path in found)
