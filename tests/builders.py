"""Meetings, methods and time for the tests: always the same group, and a clock that stands until it is moved."""

import tomllib
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from intervisie_tui.meeting.model import Meeting, Now, Place, Unit
from intervisie_tui.meeting.moving import forward, go_to
from intervisie_tui.meeting.starting import Setup, start
from intervisie_tui.meeting.turns import current_unit
from intervisie_tui.method.model import Method

METHODS = Path(__file__).parent.parent / "methods"

NAMES = ("Inez", "Anna", "Bram", "Cas", "Dina", "Gerda")
INEZ, ANNA, BRAM, CAS, DINA, GERDA = range(1, 7)
"""Inez brings the case, Gerda leads; the pairs are Anna with Bram and Cas with Dina."""

THIRD = """
schema = 1
id = "proefkonijn"
name = "Proefkonijn"
variant = "voor de tests"
language = "nl"
source = "eigen vinding"
summary = "Begint met een gesprek, kiest voordat er iets gevraagd is, en vraagt op verzoek."

[[steps]]
id = "praten"
title = "Praten"
minutes = 3
purpose = "Losse punten."
[[steps.activities]]
kind = "talk"
speaks = ["member", "presenter"]
listens = ["facilitator"]
of = "experience"

[[steps]]
id = "wegen"
title = "Wegen"
minutes = 2
purpose = "Een cijfer voor elk punt."
[[steps.activities]]
kind = "choose"
of = "experience"
starts_from = "praten"
by = "member"
rating = 5

[[steps]]
id = "kern"
title = "Kern"
minutes = 4
purpose = "In één zin, en dan stil."
[[steps.activities]]
kind = "summary"
by = "member"
confirm = "presenter"
[[steps.activities]]
kind = "write"
of = "association"
each = 2

[[steps]]
id = "tonen"
title = "Tonen"
minutes = 6
purpose = "Wie wil laat zien wat er kwam."
[[steps.activities]]
kind = "round"
of = "image"
starts_from = "kern"
shows = "on_request"
marks = ["useful", "understood"]
own_note = true

[[steps]]
id = "kring"
title = "Kring"
minutes = 5
purpose = "Iedereen, ook wie inbrengt en wie leidt."
[[steps.activities]]
kind = "round"
of = "feedback"
by = "all"
labels = [{ id = "warm", label = "warm" }, { id = "koel", label = "koel" }]
parts = [
    { id = "zag", label = "Ik zag", kind = "feedback" },
    { id = "wens", label = "Ik wens", kind = "feedback", optional = true },
]

[[steps]]
id = "oogst"
title = "Oogst"
minutes = 1
purpose = "Punten onder elkaar."
[[steps.activities]]
kind = "note"
by = "facilitator"
fields = [
    { id = "punten", label = "Punten", several = true },
    { id = "motto", label = "Motto", in_sight = true, optional = true },
]

[[pitfalls]]
role = "member"
title = "Uitweiden"
sign = "Het gaat over alles."
say = "Eén punt, {inbrenger} luistert."
"""
"""A method that has every kind of activity in an order and with keys that neither of the built-in cases uses."""


@cache
def method(name: str) -> Method:
    """A method that comes with the program, by the name of its file, or "third"."""
    text = THIRD if name == "third" else (METHODS / f"{name}.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Method)


class Clock:
    """A clock that stands still until a test moves it. It begins at half past seven in the evening."""

    def __init__(self) -> None:
        self.stamp = datetime(2026, 3, 3, 19, 30, tzinfo=timezone(timedelta(hours=1)))
        self.tick = 90_000

    @property
    def now(self) -> Now:
        """The time as it is handed to every act."""
        return Now(stamp=self.stamp, tick=self.tick)

    def wait(self, minutes: int = 0, seconds: int = 0, ms: int = 0) -> Now:
        """So much later, by the wall and in ticks alike."""
        passed = (minutes * 60 + seconds) * 1000 + ms
        self.tick += passed
        self.stamp += timedelta(milliseconds=passed)
        return self.now


def setup(name: str, **changes: object) -> Setup:
    """The set-up of the usual group for a method."""
    return replace(Setup(method=method(name), names=NAMES, presenter=0, facilitator=5), **changes)


def begin(name: str, clock: Clock | None = None, **changes: object) -> Meeting:
    """A meeting at its first step. `changes` are fields of `Setup`, such as `working="pairs"`."""
    clock = clock or Clock()
    return start(setup(name, **changes), method("afsluiting"), "2026-03-03-1930", clock.now)


def place(meeting: Meeting, step: str, activity: int = 0) -> Place:
    """The place of a step by its id, in whichever part has it."""
    for p, part in enumerate(meeting.parts):
        for s, own in enumerate(part.method.steps):
            if own.id == step:
                return Place(part=p, step=s, activity=activity)
    raise KeyError(step)


def stand(meeting: Meeting, clock: Clock, step: str, activity: int = 0) -> Meeting:
    """The meeting gone to this step."""
    return go_to(meeting, place(meeting, step, activity), clock.now)


def on(meeting: Meeting, clock: Clock) -> Meeting:
    """One further."""
    return forward(meeting, meeting.place, clock.now)


def whose(meeting: Meeting) -> Unit | None:
    """Whose turn it is where the meeting stands."""
    return current_unit(meeting, meeting.place)
