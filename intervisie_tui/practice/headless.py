"""A practice run without a screen: the same meeting, kept on the same shelf."""

from collections.abc import Callable
from pathlib import Path

from intervisie_tui.archive.meetings import create, file_of
from intervisie_tui.archive.paths import Shelf, Unusable, practice_folder
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Now
from intervisie_tui.practice.beginning import Wanted, begin
from intervisie_tui.practice.record_file import RecordKeeper
from intervisie_tui.practice.run import Wall
from intervisie_tui.running import RunningMeeting

PATIENCE = 30.0
"""Seconds that the disk is given at the end."""


def play_headless(
    wanted: Wanted, now: Now, shelf: Shelf = practice_folder, wait: Callable[[float], None] | None = None
) -> Path:
    """Play it to its end, and say where the transcript lies. Raises Unusable when that could not be saved.

    `wait`, where it is given, is called with the seconds by the wall until the next event; else no time passes.
    """
    run = begin(wanted.script, wanted.chosen, now, Wall(speed=wanted.speed))
    opened = create(run.meeting, shelf)
    saver, keeper = opened.saver, RecordKeeper(opened.meeting.id, shelf)
    assert saver is not None, "a meeting that was just made can be written"
    running = RunningMeeting(opened.meeting, saver, run.now)
    run.join(running, keeper.save)
    running.save()
    while (seconds := run.due_in()) is not None:
        if wait is not None:
            wait(seconds)
        run.play_next()
    run.save()
    kept = keeper.close(PATIENCE)
    if not opened.close(PATIENCE) or not kept:
        raise Unusable(saver.state.reason or keeper.fault or _("De schijf is te traag."))
    return file_of(opened.meeting.id, shelf)
