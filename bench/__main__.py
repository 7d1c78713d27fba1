"""Prints the table. `python -m bench [--short] [name ...]`; goals are told, nothing fails by them: times vary."""

import argparse
import os

from bench.measures import ALL, Figure


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
