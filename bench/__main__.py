"""Prints the table. `python -m bench [--short] [name ...]`; goals are told, nothing fails by them: times vary."""

import argparse
import os
from collections.abc import Callable

from bench import acts, cold, growth, measures, peers
from bench.measures import Figure

ALL: tuple[tuple[str, Callable[[bool], list[Figure]]], ...] = (
    ("starting", lambda short: measures.starting(2 if short else 10)),
    ("cold", lambda short: cold.starting_cold(1 if short else 3)),
    ("commands", lambda short: measures.commands(2 if short else 10)),
    ("typing", lambda short: measures.typing(20 if short else 200)),
    ("idling", lambda short: measures.idling(4 if short else 20)),
    ("moving", lambda _short: measures.moving()),
    ("saving", lambda short: growth.saving(50 if short else 500)),
    ("much", lambda short: growth.many_contributions(2_000, 5 if short else 40)),
    ("acts", lambda short: acts.every_act(2_000, 2 if short else 8)),
    ("archive", lambda short: growth.archive(1_000 if short else 10_000, 2 if short else 5)),
    ("peers", lambda _short: peers.peers()),
    ("slow", lambda _short: measures.on_a_slow_line()),
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a look, not a measurement")
    parser.add_argument("names", nargs="*", metavar="NAME", help="some of: " + ", ".join(name for name, _ in ALL))
    asked = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.2f} at the beginning")
    print("| figure, 100 x 30 | ours | bare | measured | goal | |")
    print("|---|---|---|---|---|---|")
    for name, measure in ALL:
        if not asked.names or name in asked.names:
            for figure in measure(asked.short):
                print(_line(figure), flush=True)


def _line(figure: Figure) -> str:
    ratio = " x bare" if figure.bare else ""
    bare = "" if figure.bare is None else _number(figure.bare, figure.unit)
    verdict = "" if figure.measured <= figure.goal else "over"
    return (
        f"| {figure.name} | {_number(figure.ours, figure.unit)} | {bare} "
        f"| {figure.measured:.4g}{ratio} | {figure.goal:g}{ratio} | {verdict} |"
    )


def _number(value: float, unit: str) -> str:
    return (
        f"{value * 1000:.1f} ms"
        if unit == "s"
        else f"{value * 100:.1f} %"
        if unit == "share"
        else f"{value:.4g} {unit}"
    )


if __name__ == "__main__":
    main()
