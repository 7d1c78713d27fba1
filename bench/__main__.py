"""Prints the tables. `python -m bench [--short] [name ...]`; the exit code is 0 whatever is over its goal: times vary,
and what repeats (bytes, modules, writes) is kept by tests.
"""

import argparse
import math
import os
from collections.abc import Callable

from bench import acts, cold, commands, growth, measures, meeting, peers, slow
from bench.measures import Figure

ALL: tuple[tuple[str, Callable[[bool], list[Figure]]], ...] = (
    ("starting", lambda short: measures.starting(3 if short else 11)),
    ("cold", lambda short: cold.starting_cold(1 if short else 5)),
    ("commands", lambda short: commands.commands(3 if short else 11)),
    ("typing", lambda short: measures.typing(20 if short else 200)),
    ("idling", lambda short: measures.idling(4 if short else 30)),
    ("moving", lambda _short: measures.moving()),
    ("saving", lambda short: growth.saving(50 if short else 500)),
    ("much", lambda short: growth.many_contributions(2_000, 5 if short else 40)),
    ("acts", lambda short: acts.every_act(2_000, 2 if short else 8)),
    ("archive", lambda short: growth.archive(1_000 if short else 10_000, 2 if short else 5)),
    ("slow", lambda _short: slow.on_a_slow_line()),
    ("peers", lambda _short: peers.peers()),
)
MEETING = "meeting"
"""Has a table of its own."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a look, not a measurement")
    names = [*(name for name, _ in ALL), MEETING]
    parser.add_argument("names", nargs="*", metavar="NAME", help="some of: " + ", ".join(names))
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(names):
        parser.error("unknown: " + ", ".join(sorted(unknown)))
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.2f} at the beginning")
    if os.geteuid() != 0:
        print("Memory is not measured: the program closes its own, so only root sees it.")
    print("| figure, 100 x 30 | ours | bare | measured | goal | |")
    print("|---|---|---|---|---|---|")
    for name, measure in ALL:
        if not asked.names or name in asked.names:
            for figure in measure(asked.short):
                print(_line(figure), flush=True)
    if not asked.names or MEETING in asked.names:
        played = meeting.meetings()
        for figure in meeting.memory(played):
            print(_line(figure))
        print("\nWhole meetings played by keys, in bytes, beside the same keys under stock output:\n")
        print(*meeting.table(played), sep="\n", flush=True)


def _line(figure: Figure) -> str:
    ratio = " x bare" if figure.bare else ""
    bare = "" if figure.bare is None else _number(figure.bare, figure.unit)
    goal = "" if figure.goal == math.inf else f"{figure.goal:g}{ratio}"
    verdict = "" if figure.measured <= figure.goal else "over"
    return (
        f"| {figure.name} | {_number(figure.ours, figure.unit)} | {bare} "
        f"| {_short(figure.measured)}{ratio} | {goal} | {verdict} |"
    )


def _number(value: float, unit: str) -> str:
    if unit == "s":
        return f"{value * 1000:.1f} ms"
    return f"{value * 100:.2f} %" if unit == "share" else f"{_short(value)} {unit}"


def _short(value: float) -> str:
    """Three figures, or all of those before the point."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


if __name__ == "__main__":
    main()
