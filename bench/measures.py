"""Each figure of the table, for our program and for bare Textual in the same run."""

import random
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.line import SIZE, Line

PYTHON = (sys.executable,)
BARE = (*PYTHON, "-m", "bench.bare")
OURS = (*PYTHON, "-m", "intervisie_tui")
PAGE_DOWN, TAB, ENTER, BACKSPACE = "\x1b[6~", "\t", "\r", "\x7f"


class Figure(NamedTuple):
    """A line of the table; with a `bare` value the ratio to it must be within `goal`, else `ours` itself must be."""

    name: str
    ours: float
    bare: float | None
    goal: float
    unit: str

    @property
    def measured(self) -> float:
        return self.ours / self.bare if self.bare else self.ours


@contextmanager
def home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield Path(folder)


def started(folder: Path, plain: bool = False, method: str = "balint-5") -> tuple[str, ...]:
    """The command that begins a meeting of five at its first step."""
    names = folder / "names.txt"
    names.write_text("* Inez\nAnna\nBram\nCas\nGerda\n", "utf-8")
    more = ("--plain-output",) if plain else ()
    return (*OURS, *more, "start", "--method", method, "--names-from", str(names))


def starting(runs: int) -> list[Figure]:
    """Bare, Home, step 1, in turns; the time of each is to its words, the processor's to the silence after them."""
    seconds: dict[str, list[float]] = {name: [] for name in ("bare", "Home", "step 1")}
    processor: dict[str, list[float]] = {name: [] for name in seconds}
    sent: dict[str, int] = {}
    for _ in range(runs):
        with home() as folder:
            commands = {
                "bare": (BARE, "ready"),
                "Home": (OURS, "Beginnen"),
                "step 1": (started(folder), "Stap 1 van 5"),
            }
            for name, (command, words) in commands.items():
                with Line(command, folder) as line:
                    seconds[name].append(line.until(words) - line.began)
                    line.quiet()
                    processor[name].append(line.processor())
                    sent[name] = line.bytes
    middle = statistics.median
    figures = []
    for name in ("Home", "step 1"):
        figures += [
            Figure(f"start to {name}", middle(seconds[name]), middle(seconds["bare"]), 1.0, "s"),
            Figure(f"start to {name}, processor", middle(processor[name]), middle(processor["bare"]), 1.0, "s"),
            Figure(f"start to {name}, bytes (bare {sent['bare']})", sent[name], None, 4000, "bytes"),
        ]
    return figures


def typing(keys: int) -> list[Figure]:
    """One letter at a time in a text field, and away again."""
    with home() as folder:
        bare_sent, bare = _typed(BARE, folder, "ready", keys)
        sent, ours = _typed(started(folder), folder, "Stap 1 van 5", keys)
        plain, _ = _typed(started(folder, plain=True), folder, "Stap 1 van 5", keys)
    others = f"stock output {statistics.median(plain):.0f}, bare {statistics.median(bare_sent):.0f}"
    return [
        Figure(f"typed letter, median ({others})", statistics.median(sent), None, 60, "bytes"),
        Figure("typed letter, key to paint, p95", _p95(ours), _p95(bare), 1.5, "s"),
    ]


def _typed(command: Sequence[str], folder: Path, words: str, keys: int) -> tuple[list[int], list[float]]:
    sent, seconds, chance = [], [], random.Random(7)
    with Line(command, folder) as line:
        line.until(words)
        line.quiet(0.5)
        for count in range(keys):
            line.for_seconds(chance.uniform(0.03, 0.08))  # in no step with a clock
            before, pressed = line.bytes, line.send("abcdefghij"[count % 10] if count % 20 < 10 else BACKSPACE)
            if line.read(1):
                seconds.append(line.last - pressed)
                line.quiet(0.03)
                sent.append(line.bytes - before)
    return sent, seconds


def _p95(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.95)]


def idling(seconds: float) -> list[Figure]:
    """The clock of the step, the clock stopped, and bare Textual with a line that ticks."""
    with home() as folder:
        with Line((*BARE, "--tick"), folder) as line:
            line.until("ready")
            line.quiet(0.5, 1.0)
            _, _, bare = _left_alone(line, seconds)
        with Line(started(folder), folder) as line:
            line.until("Stap 1 van 5")
            line.quiet(0.5, 2.0)
            sent, writes, ours = _left_alone(line, seconds)
            line.send(TAB)
            line.for_seconds(0.5)
            line.send(" ")
            line.for_seconds(2)
            stopped, _, _ = _left_alone(line, seconds)
            line.send(" ")
            line.for_seconds(0.5)
            line.send("b")
            line.for_seconds(1.5)
            blank, _, _ = _left_alone(line, seconds)
    return [
        Figure("clock ticks, bytes a second", sent, None, 40, "bytes"),
        Figure("clock ticks, writes a second", writes, None, 1.1, "writes"),
        Figure("clock ticks, processor", ours, bare, 1.0, "share"),
        Figure("clock stopped, bytes a second", stopped, None, 0, "bytes"),
        Figure("blank screen, bytes a second", blank, None, 0, "bytes"),
    ]


def _left_alone(line: Line, seconds: float) -> tuple[float, float, float]:
    """Bytes, writes and seconds of processor, each a second."""
    before = line.bytes, line.writes, line.processor()
    line.for_seconds(seconds)
    after = line.bytes, line.writes, line.processor()
    sent, writes, processor = (b - a for a, b in zip(before, after, strict=True))
    return sent / seconds, writes / seconds, processor / seconds


def moving() -> list[Figure]:
    """To the next step (a whole new screen), another size and back, and what it has all left in memory."""
    with home() as folder:
        with Line(BARE, folder) as line:
            line.until("ready")
            line.quiet(0.5)
            bare_resize, _ = _resized(line)
            bare_memory = line.memory()
        with Line(started(folder), folder) as line:
            line.until("Stap 1 van 5")
            line.quiet(0.5, 2.0)
            resize, sent_resize = _resized(line)
            line.send(TAB)
            line.for_seconds(0.3)
            line.send(" ")  # the clock stopped, so that nothing else is sent
            line.for_seconds(2)
            line.send(PAGE_DOWN)  # asks, since nothing has been filled in
            line.for_seconds(1)
            before, pressed = line.bytes, line.send(PAGE_DOWN)
            step = line.until("Vraag van Anna") - pressed
            line.quiet(0.2)
            sent_step = line.bytes - before
            memory = line.memory()
    figures = [
        Figure("Page Down to the next step, bytes", sent_step, None, 3000, "bytes"),
        Figure("Page Down to the words of the next step", step * 1000, None, 60, "ms"),
        Figure("resize to 80 x 24 and back, time", resize, bare_resize, 1.5, "s"),
        Figure("resize to 80 x 24 and back, bytes", sent_resize, None, 4000, "bytes"),
    ]
    if memory is not None and bare_memory is not None:
        figures.append(Figure("memory in the second step", memory, bare_memory, 1.35, "MB"))
    return figures


def _resized(line: Line) -> tuple[float, int]:
    before, seconds = line.bytes, 0.0
    for size in ((80, 24), SIZE):
        asked = line.resize(*size)
        line.read(1)
        line.quiet(0.2, 1.5)
        seconds += line.last - asked
    return seconds, line.bytes - before
