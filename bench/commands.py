"""The commands without a screen, to their end, beside bare Textual to its first words: each on a pty, in turns."""

import statistics
from pathlib import Path

from bench.growth import kept, meeting
from bench.line import Line
from bench.measures import BARE, OURS, Figure, home


def commands(runs: int) -> list[Figure]:
    """Median times; `export` is of a transcript with forty contributions."""
    seconds: dict[str, list[float]] = {}
    with home() as folder:
        for _ in range(runs):
            with Line(BARE, folder) as line:
                seconds.setdefault("bare", []).append(line.until("ready") - line.began)
            for name, words in _words(folder).items():
                with Line((*OURS, *words), folder) as line:
                    seconds.setdefault(name, []).append(line.until_end() - line.began)
    bare = statistics.median(seconds.pop("bare"))
    return [Figure(name, statistics.median(times), bare, 0.35, "s") for name, times in seconds.items()]


def _words(folder: Path) -> dict[str, tuple[str, ...]]:
    if not (transcripts := list(folder.rglob("*.toml"))):
        kept(folder, meeting(40))
        transcripts = list(folder.rglob("*.toml"))
    return {
        "--version": ("--version",),
        "--help": ("--help",),
        "methods list": ("methods", "list"),
        "export": ("export", str(transcripts[0]), "--format", "markdown"),
    }
