"""What grows: a meeting with thousands of contributions, an archive of thousands of meetings; and what a save costs."""

import math
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from bench.line import Line
from bench.measures import OURS, TAB, Figure, home
from intervisie_tui.archive.paths import private_folder
from intervisie_tui.archive.saver import Saver
from intervisie_tui.archive.transcript import encode
from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.meeting.moving import finish
from intervisie_tui.meeting.saying import keep, note
from intervisie_tui.meeting.starting import Setup, start
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.method.model import Method, Step, Talk

ENTER = "\r"
NAMES = tuple(f"Deelnemer {chr(65 + n)}" for n in range(20))
STARTED = datetime.fromisoformat("2026-03-03T19:30:00+01:00")
NOW = Now(stamp=STARTED, tick=0)
FREE = Method(
    schema=1,
    id="bench",
    name="Proef",
    variant="los gesprek",
    language="nl",
    source="bench",
    summary="Om te meten.",
    steps=(
        Step(
            id="gesprek",
            title="Gesprek",
            minutes=60,
            purpose="Praten",
            activities=(Talk(speaks=("all",), of="question"),),
        ),
    ),
)


def meeting(contributions: int) -> Meeting:
    """A free conversation of twenty people in which so much was said."""
    begun = begin(FREE)
    for number in range(contributions):
        begun = keep(begun, words(number), NOW)
    return begun


def begin(method: Method | None = None) -> Meeting:
    """A meeting of twenty people at its first step, by this method or by one that comes with the program."""
    catalogue = load((builtin_folder(),), "nl")
    used, closing = method or catalogue.find("balint-5"), catalogue.closing
    assert used and closing
    return start(Setup(method=used, names=NAMES, presenter=0), closing.method, "2026-03-03-1930", NOW)


def words(number: int) -> str:
    return f"Punt {number}: wat er toen gebeurde, en wat dat met je deed."


def kept(folder: Path, value: Meeting, copies: int = 1) -> None:
    """Put this meeting into the archive of that home, so many times, each a minute later."""
    shelf = private_folder(folder / "data" / "intervisie" / "meetings")
    data = encode(value)
    for number in range(copies):
        stamp = f"{STARTED + timedelta(minutes=number):%Y-%m-%d-%H%M}"
        (shelf / f"{stamp}.toml").write_bytes(data.replace(value.id.encode(), stamp.encode()))


def archive(many: int, runs: int) -> list[Figure]:
    """Home with ten transcripts and with many, in turns, after it has been there once."""
    ended = finish(meeting(5), Now(stamp=STARTED + timedelta(hours=1), tick=3_600_000))
    seconds: dict[int, list[float]] = {10: [], many: []}
    processor: dict[int, list[float]] = {10: [], many: []}
    with home() as few, home() as lots:
        homes = {10: few, many: lots}
        for copies, folder in homes.items():
            kept(folder, ended, copies)
            with Line(OURS, folder, patience=600) as line:
                line.until("Beginnen")
        for _ in range(runs):
            for copies, folder in homes.items():
                with Line(OURS, folder) as line:
                    seconds[copies].append(line.until("Beginnen") - line.began)
                    line.quiet()
                    processor[copies].append(line.processor())
    middle = statistics.median
    name = f"archive of {many}: Home after the first time, beside ten"
    return [
        Figure(name, middle(seconds[many]), middle(seconds[10]), 1.3, "s"),
        Figure(f"{name}, processor", middle(processor[many]), middle(processor[10]), math.inf, "s"),
    ]


def many_contributions(many: int, acts: int) -> list[Figure]:
    """Something said in a meeting where much was said, beside one where nothing was; and a step through a long list."""
    with home() as full, home() as empty, home() as list_of_200:
        kept(full, meeting(many))
        kept(empty, meeting(0))
        kept(list_of_200, meeting(200))
        with opened(full) as one, opened(empty) as other:
            ours, bare = [], []
            for number in range(acts):
                ours.append(said(one, f"Nieuw {number}"))
                bare.append(said(other, f"Nieuw {number}"))
        with opened(list_of_200) as line:
            line.send(TAB)
            line.for_seconds(1.5)
            sent = []
            for _ in range(10):
                before = line.bytes
                line.send("\x1b[A")
                line.for_seconds(0.3)
                sent.append(line.bytes - before)
    return [
        Figure(f"something said among {many}, p95, beside an empty meeting", _p95(ours), _p95(bare), 2.0, "s"),
        Figure("list of 200 contributions: one line up, the most", max(sent), None, 400, "bytes"),
    ]


def opened(folder: Path) -> Line:
    """The only meeting of this home, taken up."""
    line = Line(OURS, folder)
    line.until("Ga verder")
    line.send(ENTER)  # the keys stand on it
    line.until("klok staat stil")
    line.quiet(0.5, 3.0)
    return line


def said(line: Line, text: str) -> float:
    """How long after Enter it stands among the others (the field is empty again)."""
    line.send(text)
    line.until(text)
    line.quiet(0.15, 1.0)
    before = line.bytes
    pressed = line.send(ENTER)
    while line.bytes == before:
        line.read(5)
    shown = line.last - pressed
    line.quiet(0.2, 2.0)
    return shown


def saving(times: int) -> list[Figure]:
    """From what was said to "opgeslagen", and the same bytes written, synced and renamed by hand, in turns.

    Each time one more thing has been said, in a meeting by a method that comes with the program.
    """
    value = begin()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = private_folder(Path(name) / "ours")
        saver = Saver(lambda: folder, value.id)
        ours, bare, held = [], [], []
        for number in range(times):
            value = note(value, words(number), NOW)
            data = encode(value)
            bare.append(timed(partial(by_hand, Path(name), data)))
            held.append(timed(partial(saver.save, value)))
            ours.append(held[-1] + timed(partial(saver.flush, 10)))
        saver.close(10)
    return [
        Figure("save, p99", _p99(ours), _p99(bare), 2.0, "s"),
        Figure("save, median", statistics.median(ours), statistics.median(bare), 2.0, "s"),
        Figure("save, of which the screen waits (p99)", _p99(held) * 1000, None, 2.0, "ms"),
    ]


def by_hand(folder: Path, data: bytes) -> None:
    """The least that a durable save has to do."""
    fd = os.open(folder / "new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(fd, data)
    os.fsync(fd)
    os.close(fd)
    (folder / "new").replace(folder / "bare")
    at = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    os.fsync(at)
    os.close(at)


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _p95(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.95)]


def _p99(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99)]
