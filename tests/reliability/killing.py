"""Kill -9 at a random moment of scripted typing, and compare what the screen called saved with what the file has.

`python -m tests.reliability.killing 1000` for as many kills as one likes; the figures come at the end.
"""

import multiprocessing
import os
import random
import re
import sys
import tempfile
import time
import tomllib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.room import Spoiled, furnished, half_typed, room, said
from tests.whole.program import meetings

LETTERS = "abcdefghijklmnopqrstuvwxyz" * 3 + "éß漢" * 4 + '"\\#' * 4 + "    "
SAVED = "opgeslagen"
LATEST = 1.2
"""Seconds of typing after which the kill comes at the latest."""

A_WHOLE_FRAME = 2000
"""Bytes up to which the kernel hands over what was written at once as one portion."""


@dataclass(frozen=True)
class Killed:
    """What came of one kill. `wrong`: a sentence, empty where all was as it should be."""

    acknowledged: int
    typed: int
    leftover: bool
    wrong: str


def kill_once(seed: int) -> Killed:
    """One run of the protocol: type, kill after 0.05 to 1.2 s, compare. Every third run on a slow disk."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with room(home, *furnished(home), planted="" if seed % 3 else "slow_disk") as session:
            session.see("Gesprek", SAVED)
            reader = Reader(session)
            texts = type_until(session, chance, time.monotonic() + chance.uniform(0.05, LATEST))
            session.kill()
            session.drain()  # what was written before the end counts as shown
        leftover = any(".tmp-" in path.name for path in meetings(home).iterdir())
        return Killed(reader.acknowledged, len(texts), leftover, compared(home, texts, reader.acknowledged))


def type_until(session: Spoiled, chance: random.Random, end: float) -> list[str]:
    """Type numbered contributions, in packets 5 to 30 ms apart (some 100), until that moment; those that were begun."""
    texts: list[str] = []
    while time.monotonic() < end:
        words = "".join(chance.choices(LETTERS, k=chance.randrange(1, 40))).strip()
        texts.append(f"{len(texts):04d} {words}".strip())
        cut = chance.randrange(len(texts[-1]))
        for packet in (texts[-1][:cut], texts[-1][cut:], "\r"):
            session.type(packet)
            gap = 0.1 if packet == "\r" and chance.random() < 0.3 else chance.uniform(0.005, 0.03)
            session.read_for(min(gap, end - time.monotonic()))
            if time.monotonic() >= end:
                break
    return texts


class Reader:
    """Somebody who reads along: how many contributions stood on the screen while it called them saved, at most."""

    def __init__(self, session: Spoiled) -> None:
        self.acknowledged = 0
        self._session = session
        session.watcher = self.look

    def look(self, portion: bytes) -> None:
        """At the screen, after each portion but a large one, which may be cut off in the middle of a frame."""
        lines = self._session.text.splitlines()
        if len(portion) > A_WHOLE_FRAME or SAVED not in lines[-2]:
            return
        rows = [int(found[1]) for line in lines[8:20] if (found := re.match(r" {3,4}(\d{4})(?: |$)", line))]
        self.acknowledged = max(self.acknowledged, max(rows, default=-1) + 1)


def compared(home: Path, texts: list[str], shown: int) -> str:
    """What is wrong with the file, after so many were called saved."""
    try:
        kept = said(home)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError) as error:
        return f"unreadable: {error}"
    if len(kept) < shown:
        return f"lost: {shown} were called saved, {len(kept)} are in the file"
    wrong = [(want, have) for want, have in zip(texts, kept, strict=False) if want != have]
    return f"wrong: {wrong[0]!r}" if wrong or len(kept) > len(texts) else ""


def lost_of_half_typed(seed: int) -> int:
    """Characters lost of a sentence that somebody was typing, 25 a second, when the kill came; -1: other text."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder, room(Path(folder), *furnished(Path(folder))) as session:
        session.see("Gesprek", SAVED)
        typed = ""
        for _ in range(chance.randrange(10, 60)):
            typed += chance.choice("abcdefghij")
            session.type(typed[-1])
            session.read_for(0.04)
        session.read_for(chance.uniform(0, 0.04))
        session.kill()
        kept = half_typed(Path(folder))
        return len(typed) - len(kept) if typed.startswith(kept) else -1


def in_parallel(kills: int, seed: int, at_once: int, work: str = "kill_once") -> list[Killed] | list[int]:
    """So many runs, so many at once, each in a process of its own."""
    with ProcessPoolExecutor(at_once, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(globals()[work], range(seed, seed + kills)))


def main(kills: int) -> int:
    """Kill so often and print the figures; 1 when a promise was broken."""
    start, seed = time.monotonic(), int.from_bytes(os.urandom(4), "big")
    runs = [one for one in in_parallel(kills, seed, 4) if isinstance(one, Killed)]
    wrong = [one.wrong for one in runs if one.wrong]
    print(
        f"{len(runs)} kills in {time.monotonic() - start:.0f} s (seed {seed}): {sum(r.acknowledged for r in runs)} "
        f"contributions called saved of {sum(r.typed for r in runs)} begun; wrong {len(wrong)}; "
        f"temp files left {sum(r.leftover for r in runs)} (swept when the meeting is opened)"
    )
    print(*wrong[:5], sep="\n")
    lost = [one for one in in_parallel(max(1, kills // 10), seed, 4, "lost_of_half_typed") if isinstance(one, int)]
    print(f"half-typed text, {len(lost)} kills: lost mean {sum(lost) / len(lost):.1f}, most {max(lost)} characters")
    return bool(wrong) or max(lost) > 12 or min(lost) < 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
