"""How long a practice run takes: a drill of a minute, ten minutes, or the whole meeting.

Two factors say all of it. `pace`: milliseconds of the meeting's clock for one of a person. `stretch`: how much longer
people take than the scenario says. The times of a scenario are those of a short run, in which the meeting's clock runs
fast; in a whole one people take their time instead. How long a moment can be caught is the same in all of them.
"""

from typing import Literal, TypeAlias

from intervisie_tui.method.model import Method, Step

Length: TypeAlias = Literal["drill", "short", "whole"]

SHORT = 10
"""Minutes of a person in a short run."""


def squeeze(methods: tuple[Method, ...]) -> float:
    """How much faster than planned a meeting by these methods goes in a short run."""
    return max(1.0, sum(method.minutes for method in methods) / SHORT)


def pace(length: Length, methods: tuple[Method, ...]) -> float:
    """Milliseconds of the meeting's clock for one of a person."""
    return squeeze(methods) if length == "short" else 1.0


def stretch(length: Length, methods: tuple[Method, ...]) -> float:
    """How much longer people take than the scenario says."""
    return squeeze(methods) if length == "whole" else 1.0


def seconds_of(step: Step, methods: tuple[Method, ...]) -> int:
    """Seconds of a person that a step has in a short run."""
    return round(step.minutes * 60 / squeeze(methods))
