"""The program is killed in each step of balint-5, and each time the meeting goes on where it was, to its end."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from intervisie_tui.meeting.clock import left, total
from intervisie_tui.meeting.model import Clock, Meeting, Now
from intervisie_tui.tui.widgets.digits import drawn
from tests.whole.program import BACKSPACE, DOWN, ENTER, ON, TAB, Program, program

NAMES = ("Inez", "Anna", "Bram")
FACTS = "Een collega komt al weken te laat."
QUESTION = ("Hoe begin ik ", "daarover?")
ASKED = {"Anna": ("Sinds wanneer?", ""), "Bram": ("Wat wil je ", "liever zien?")}
ANSWERED = {"Anna": ("Een week ", "of zes."), "Bram": ("Dat het gezegd wordt.", "")}
SUMMARY = ("Inez wacht ", "op het goede moment.")
ADVICE = {"Anna": ("Zeg het ", "vandaag."), "Bram": ("Begin met koffie.", "")}
CHANGED = (" Of", " morgen.")
CLOSING = {"Inez": ("Het luchtte ", "op."), "Anna": ("Rustig.", ""), "Bram": ("é ß 漢", "")}
INTENTION = "Ik bel haar."
AGREEMENT = ("Volgende keer ", "6 januari")


class Evening:
    """One meeting, in as many lives of the program as it takes."""

    def __init__(self, home: Path) -> None:
        self._home = home
        names = home / "namen.txt"
        names.write_text("* " + "\n".join(NAMES), "utf-8")
        self._life = program(home, "start", "--method", "balint-5", "--names-from", str(names))
        self.room = self._life.__enter__()
        self.lives = 1

    def end(self) -> None:
        self._life.__exit__(None, None, None)

    def killed(self, half: str = "", hidden: bool = False) -> Program:
        """Half a text is typed, the program killed and started again: all is as it was, and the clock stands."""
        room = self.room
        if half:
            room.keep(half)
            room.see("•" * len(half) if hidden else half.strip())
        room.see("opgeslagen")
        before, scene = room.saved(), scene_of(room)
        room.kill()
        assert room.text.split() == []
        assert room.is_clean()
        self.end()
        stood = clock_on_disk(room, before)
        self._life = program(self._home)
        room = self.room = self._life.__enter__()
        self.lives += 1
        room.see("Ga verder", f"bij {before.step.title}")
        for text in (*NAMES, FACTS, half or FACTS):
            assert text.strip() not in room.flat
        room.press(ENTER)
        room.see("klok staat stil")
        room.until(lambda: scene_of(room) == scene)
        assert not (hidden and half.strip() in room.flat)
        room.until(lambda: room.saved().clock.paused)
        after = room.saved()
        assert after.clock.spent == stood.spent
        assert words_and_turns(after) == words_and_turns(before)
        assert figures(left(after, Now(stamp=after.started, tick=0))) in shown(room)
        room.press(TAB, " ")
        room.see("nog voor deze stap")
        room.press(TAB)
        return room


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    evening = Evening(tmp_path)
    yield evening
    evening.end()


def scene_of(room: Program) -> list[str]:
    """All between the head and the foot: who speaks, what is in sight, the turns, what is collected, the fields.

    Without the arrow: after a start, the first row of a list is the chosen one.
    """
    lines = room.text.replace("▸", " ").splitlines()
    rules = [i for i, line in enumerate(lines) if line.startswith("────")]
    foot = next((i for i, line in enumerate(lines) if "opgeslagen" in line or "opslaan…" in line), len(lines))
    return lines[rules[0] : foot] if rules else []


def clock_on_disk(room: Program, meeting: Meeting) -> Clock:
    """What was counted until the program was killed: the clock of the draft, where that ran on after the last save."""
    drafts = list((room.home / "data").rglob("*.draft.toml"))
    if not drafts:
        return meeting.clock
    found = msgspec.toml.decode(drafts[0].read_bytes())
    clock, saved = msgspec.convert(found["clock"], Clock), found["saved"]
    later = msgspec.structs.replace(meeting, clock=clock)
    assert meeting.saved is not None
    if total(later) < total(meeting):
        return meeting.clock
    assert abs(total(later) - (saved - meeting.started).total_seconds() * 1000) < 2000
    return clock


def words_and_turns(meeting: Meeting) -> Meeting:
    """The meeting without its times."""
    bare = Clock(spent=())
    return msgspec.structs.replace(meeting, clock=bare, saved=None)


def figures(milliseconds: int) -> str:
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return "".join(drawn(f"{minutes:02}:{seconds:02}", "medium").split())


def shown(room: Program) -> str:
    """The figures of the clock as they stand on the screen."""
    lines = room.text.splitlines()[1:4]
    return "".join("".join(line[46:].split()) for line in lines)


def test_nothing_is_lost_in_any_step(evening: Evening) -> None:
    tell(evening)
    write_questions(evening)
    ask(evening)
    sum_up(evening)
    write_advice(evening)
    advise(evening)
    choose(evening)
    look_back(evening)
    agree(evening)
    kept = evening.room.saved()
    assert evening.lives == 10
    assert kept.ended is not None
    assert everything_in(kept) == EVERYTHING
    case, closing = kept.parts
    assert [c.text for c in case.contributions if c.useful] == ["".join(ADVICE["Bram"])]
    assert [c.who for c in case.confirmed] == [(1, 2, 3)]
    assert (case.written, closing.written) == ((), ())


def tell(evening: Evening) -> None:
    room = evening.room
    room.see("Stap 1 van 5", "Vertellen")
    room.press(FACTS, ENTER)
    room = evening.killed(QUESTION[0])
    room.press(QUESTION[1], ENTER)
    room.see(f"Vraag {''.join(QUESTION)}")
    room.press(ON)


def write_questions(evening: Evening) -> None:
    room = evening.room
    room.see("Vraag van Anna")
    room.press(ASKED["Anna"][0], ENTER)
    room.see("1 bewaard")
    room.press(ON)
    room.see("Vraag van Bram")
    room = evening.killed(ASKED["Bram"][0], hidden=True)
    room.press(ASKED["Bram"][1], ENTER)
    room.until(lambda: room.flat.count("1 bewaard") >= 2)
    room.press(ON)


def ask(evening: Evening) -> None:
    room = evening.room
    room.see("Stap 2 van 5", "Anna vraagt", "".join(ASKED["Anna"]))
    room = evening.killed(ANSWERED["Anna"][0])
    room.press(ANSWERED["Anna"][1], ENTER)
    room.see(f"↳ {''.join(ANSWERED['Anna'])}")
    room.press(ON)
    room.see("Bram vraagt", "".join(ASKED["Bram"]))
    room.press("".join(ANSWERED["Bram"]), ENTER)
    room.see(f"↳ {''.join(ANSWERED['Bram'])}")
    room.press(ON)


def sum_up(evening: Evening) -> None:
    evening.room.see("vat samen")
    room = evening.killed(SUMMARY[0])
    room.press(SUMMARY[1], ENTER)
    for name in NAMES:
        room.see(f"▸ · {name}")
        room.press(ENTER)
        room.see(f"✓ {name} begrepen")
    room.press(ON)


def write_advice(evening: Evening) -> None:
    evening.room.see("Stap 3 van 5", "Advies van Anna")
    room = evening.killed(ADVICE["Anna"][0], hidden=True)
    room.press(ADVICE["Anna"][1], ENTER)
    room.see("1 bewaard")
    room.press(ON)
    room.see("Advies van Bram")
    room.press("".join(ADVICE["Bram"]), ENTER)
    room.until(lambda: room.flat.count("1 bewaard") >= 2)
    room.press(ON)


def advise(evening: Evening) -> None:
    """What Anna wrote stands there at her turn; she is changing it when the program is killed."""
    room = evening.room
    room.see("Stap 4 van 5", "Anna geeft advies", "".join(ADVICE["Anna"]))
    room.press(BACKSPACE)
    room = evening.killed(CHANGED[0])
    room.press(CHANGED[1], ENTER)
    room.see(changed_advice())
    room.press(ON)
    room.see("Bram geeft advies")
    room.press(ENTER)
    room.see(f"2 Bram {''.join(ADVICE['Bram'])}")
    room.press(ON)


def choose(evening: Evening) -> None:
    room = evening.room
    room.see("Stap 5 van 5", "Inez kiest")
    room.press(DOWN, ENTER)
    room.see("✓ bruikbaar")
    room.until(lambda: any(c.useful for c in room.saved().parts[0].contributions))
    room = evening.killed()
    room.see("✓ bruikbaar")
    room.press(ON)


def look_back(evening: Evening) -> None:
    evening.room.see("Ervaring van Inez")
    room = evening.killed(CLOSING["Inez"][0])
    room.press(CLOSING["Inez"][1], ENTER)
    room.see("".join(CLOSING["Inez"]))
    room.press(ON)
    for name in NAMES[1:]:
        room.see(f"Ervaring van {name}")
        room.press("".join(CLOSING[name]), ENTER)
        room.see(f"{name} {''.join(CLOSING[name])}")
        room.press(ON)


def agree(evening: Evening) -> None:
    evening.room.see("Het voornemen")
    evening.room.press(INTENTION, ENTER)
    evening.room.see(INTENTION)
    evening.room.press(ON)
    evening.room.see("Afspraken voor de volgende keer")
    room = evening.killed(AGREEMENT[0])
    room.press(AGREEMENT[1], ENTER)
    room.see(f"Afspraken {''.join(AGREEMENT)}")
    room.press(ON)
    room.see("Bijeenkomst afsluiten?")
    room.press(DOWN, ENTER)
    room.see("naar het begin")


def changed_advice() -> str:
    return "".join(ADVICE["Anna"])[:-1] + "".join(CHANGED)


def everything_in(meeting: Meeting) -> list[str]:
    said = [c for part in meeting.parts for c in part.contributions]
    return sorted(text for c in said for text in (*c.parts.values(), c.text) if text)


EVERYTHING = sorted(
    [
        FACTS,
        "".join(QUESTION),
        *("".join(text) for said in (ASKED, ANSWERED, CLOSING) for text in said.values()),
        "".join(SUMMARY),
        changed_advice(),
        "".join(ADVICE["Bram"]),
        INTENTION,
        "".join(AGREEMENT),
    ]
)
