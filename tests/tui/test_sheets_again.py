"""After an act only the rows that have changed are made again, however much was said."""

import sys
from collections.abc import Callable, Sequence
from types import FrameType

import pytest

from intervisie_tui.meeting.marking import mark, own_note
from intervisie_tui.meeting.model import Contribution, Meeting, Part
from intervisie_tui.meeting.presence import rename
from intervisie_tui.meeting.saying import Words, answer, correct, keep, say, strike
from intervisie_tui.meeting.turns import next_item
from intervisie_tui.meeting.viewing import view
from intervisie_tui.tui import sheets
from intervisie_tui.tui.row import Row
from intervisie_tui.tui.sheets import said
from intervisie_tui.tui.sheets.base import Sheet
from tests.builders import ANNA, Clock, begin, stand

MANY = 30


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the contributions for which a row has been made."""
    numbers: list[int] = []
    really = said._contribution_row

    def counted(part: Part, item: Contribution, number: int, who: str, answers: Sequence[Contribution]) -> Row:
        numbers.append(item.number)
        return really(part, item, number, who, answers)

    monkeypatch.setattr(said, "_contribution_row", counted)
    return numbers


@pytest.fixture
def asked(clock: Clock) -> Meeting:
    """A round in which somebody asked many questions; the first was answered."""
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning")
    meeting = answer(say(meeting, Words("Vraag 0?"), clock.now), "Ja.", clock.now)
    for n in range(1, MANY):
        meeting = say(next_item(meeting), Words(f"Vraag {n}?"), clock.now)
    return meeting


@pytest.fixture
def clock() -> Clock:
    return Clock()


Act = Callable[[Meeting, Clock], Meeting]


@pytest.mark.parametrize(
    ("act", "rows"),
    [
        (lambda m, clock: say(next_item(m), Words("En nog een?"), clock.now), {MANY + 2}),
        (lambda m, clock: answer(m, "Nee.", clock.now), {MANY + 1}),
        (lambda m, _clock: mark(m, 5, "useful", True), {5}),
        (lambda m, _clock: own_note(m, 5, "vrijdag"), {5}),
        (lambda m, _clock: correct(m, 2, Words("Wel.")), {1}),  # the answer stands in the row of its question
        (lambda m, _clock: strike(m, 1), {1}),
    ],
    ids=["said", "answered", "marked", "own note", "corrected answer", "struck with its answer"],
)
def test_an_act_makes_only_its_own_row(act: Act, rows: set[int], asked: Meeting, made: list[int], clock: Clock) -> None:
    kept = said.Rows()
    before = shown(asked, kept)
    assert len(made) == MANY
    made.clear()
    after = act(asked, clock)
    sheet = shown(after, kept)
    assert set(made) == rows
    assert sheet == shown(after, said.Rows())
    assert shown(asked, kept) == before  # undone


def test_another_name_stands_in_every_row(asked: Meeting, made: list[int]) -> None:
    kept = said.Rows()
    shown(asked, kept)
    renamed = rename(asked, ANNA, "Annabel")
    assert all("Annabel" in row.plain for row in shown(renamed, kept).rows)


def test_what_an_act_costs_grows_no_faster_than_what_was_said(clock: Clock) -> None:
    """Calls, from the act to the sheet; they repeat, where time does not."""
    few, more, many = (_calls(count, clock) for count in (200, 400, 800))
    assert many - more <= 2.05 * (more - few)
    assert (many - more) / 400 < 20  # for each that was said before


def _calls(count: int, clock: Clock) -> int:
    meeting, kept = begin("third", clock), said.Rows()
    for n in range(count):
        meeting = keep(meeting, f"Punt {n}.", clock.now)
    shown(meeting, kept)
    calls = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(counted)
    try:
        shown(keep(meeting, "En dit.", clock.now), kept)
    finally:
        sys.setprofile(None)
    return calls


def shown(meeting: Meeting, kept: said.Rows) -> Sheet:
    return sheets.of(view(meeting), (), kept)
