"""A whole meeting played by keys on a pty: what each act sends, beside stock output; and what it leaves in memory."""

import re
import statistics
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.line import SIZE, Line
from bench.measures import BACKSPACE, BARE, ENTER, PAGE_DOWN, TAB, Figure, home, started

METHODS = ("balint-5", "balint-8")
DOWN = "\x1b[B"
SINGLY = 5
"""Letters of each sentence that are typed and measured one by one; the rest comes at once."""
BETWEEN = 0.2
"""Seconds between two presses of Page Down: sooner, the second counts as a bounce of the first."""
MOST_PRESSES = 400
_STEP = re.compile(r"Stap \d+ van \d+|Afsluiting")

LETTER, REST, ACCEPTED = "a letter", "the rest of a sentence, at once", "Enter: accepted"
TICK = "a second of the clock"


@dataclass
class Played:
    """`sent`: for each act the bytes of each time that it was done."""

    sent: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    keys: int = 0
    start: int = 0
    total: int = 0
    memory: float | None = None


def meetings() -> dict[str, tuple[Played, Played]]:
    """Of each method the same keys for ours and for stock output."""
    found = {}
    for method in METHODS:
        with home() as ours, home() as stock:
            found[method] = _Player(ours, method).play(), _Player(stock, method, plain=True).play()
    return found


def memory(played: dict[str, tuple[Played, Played]]) -> list[Figure]:
    """After each meeting, beside bare Textual after as many keys."""
    figures = []
    for method, (ours, _stock) in played.items():
        with home() as folder, Line(BARE, folder) as line:
            line.until("ready")
            for count in range(ours.keys):
                line.send("abcdefghij"[count % 10] if count % 20 < 10 else BACKSPACE)
                line.read(0.1)
            line.quiet(0.5, 2)
            bare = line.memory()
        if ours.memory is not None and bare is not None:
            name = f"memory after a whole meeting ({method}, {ours.keys} keys)"
            figures.append(Figure(name, ours.memory, bare, 1.35, "MB"))
    return figures


def table(played: dict[str, tuple[Played, Played]]) -> list[str]:
    """The lines of a table: of each act how often, the median of ours and of stock output, and what all sent."""
    lines = ["| act | times | median | all | stock, median | stock, all | ratio |", "|---|---|---|---|---|---|---|"]
    for method, (ours, stock) in played.items():
        lines.append(
            f"| **{method}**, {ours.keys} keys | | | **{ours.total}** | | {_against(ours.total, stock.total)} |"
        )
        lines.append(_act_line("start", [ours.start], [stock.start]))
        lines += [_act_line(act, sent, stock.sent.get(act, [0])) for act, sent in ours.sent.items()]
    return lines


def _act_line(act: str, ours: list[int], stock: list[int]) -> str:
    return (
        f"| {act} | {len(ours)} | {statistics.median(ours):.0f} | {sum(ours)} "
        f"| {statistics.median(stock):.0f} | {_against(sum(ours), sum(stock))} |"
    )


def _against(ours: int, stock: int) -> str:
    return f"{stock} | {ours / stock:.3f}" if stock else "0 |"


class _Player:
    """Somebody who fills in each field and goes on, and who looks at everything once in each step."""

    def __init__(self, folder: Path, method: str, plain: bool = False) -> None:
        self.line = Line(started(folder, plain, method), folder)
        self.played = Played()
        self.step = ""

    def play(self) -> Played:
        with self.line as line:
            line.until("Stap 1 van")
            line.quiet(0.4, 2.0)
            self.played.start = line.bytes
            for _ in range(MOST_PRESSES):
                if "Bijeenkomst afsluiten?" in line.text:
                    break
                self._look_around()
                if self._in_field():
                    self._write(f"Zin {len(self.played.sent[ACCEPTED])}, é en nog wat.")
                self._on()
            else:
                raise RuntimeError("the meeting has no end:\n" + line.text)
            self._act("the end of the meeting", DOWN + ENTER, gap=0.5)
            self.played.total = line.bytes
            self.played.memory = line.memory()
        return self.played

    def _in_field(self) -> bool:
        return "Enter vastleggen" in self.line.text

    def _act(self, name: str, keys: str, gap: float = 0.1) -> None:
        self._do(name, lambda: self._press(keys), gap)

    def _press(self, keys: str) -> None:
        self.line.send(keys)
        self.played.keys += 1 if keys.startswith("\x1b") else len(keys)

    def _do(self, name: str, what: Callable[[], object], gap: float) -> None:
        before = self.line.bytes
        what()
        self.line.read(0.5)
        self.line.quiet(gap, 2.0)
        self.played.sent[name].append(self.line.bytes - before)

    def _write(self, text: str) -> None:
        for letter in text[:SINGLY]:
            self._act(LETTER, letter, 0.04)
        self._act(REST, text[SINGLY:])
        self._act(ACCEPTED, ENTER)

    def _on(self) -> None:
        """What Page Down did shows by what is on the screen then."""
        before = self.line.bytes
        self._press(PAGE_DOWN)
        self.line.read(0.5)
        self.line.quiet(BETWEEN, 2.0)
        text = self.line.text
        if "Bijeenkomst afsluiten?" in text:
            name = "Page Down: the last question opens"
        elif "Nog eens" in text:
            name = "Page Down: says what is missing"
        else:
            name = "Page Down: next turn or activity" if _step(text) == self.step else "Page Down: next step"
        self.played.sent[name].append(self.line.bytes - before)

    def _look_around(self) -> None:
        """Once in each step that begins with a field."""
        now = _step(self.line.text)
        if now == self.step or not self._in_field():
            return
        first, self.step = self.step == "", now
        for _ in range(3):
            before = self.line.bytes
            self.line.for_seconds(1.0)
            self.played.sent[TICK].append(self.line.bytes - before)
        self._act("Tab: out of the field", TAB)
        self._act("?: help opens", "?")
        self._act("Tab: help closes", TAB)
        self._act("b: blank screen", "b")
        self._act("b: back", "b")
        self._act("space: clock stops", " ")
        self._act("space: clock goes on", " ")
        if first:
            self._do("another size (80 x 24)", lambda: self.line.resize(80, 24), 0.3)
            self._do("and back", lambda: self.line.resize(*SIZE), 0.3)
        self._act("Tab: into the field", TAB)


def _step(text: str) -> str:
    return "".join(_STEP.findall(text)[:1])
