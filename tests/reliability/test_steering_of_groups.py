"""As test_steering.py: text of groups, preparations and practice cases that wants to steer the terminal."""

from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from intervisie_tui.archive.decoding import encode_value
from intervisie_tui.archive.disk import write_durably
from intervisie_tui.archive.paths import private_folder
from intervisie_tui.group.model import Group, NextMeeting
from intervisie_tui.group.preparation import Preparation
from intervisie_tui.practice.scenario import Scenario
from tests.archive.test_groups import full_group
from tests.group.groups import ANNA, DAY, GROUP_ID
from tests.practice.plays import sample
from tests.reliability.room import room
from tests.reliability.standing import CASE, data, with_case, with_group
from tests.reliability.test_steering import ESCAPE, HOSTILE, LITERAL, steers
from tests.whole.program import DOWN, ENTER, ON, TAB

SHORT = "a\x1b[5;7m\x9b2J\u202e[bold][/x]"
"""As hostile, for where no more than forty characters may stand."""
WORDS = (
    *("name", "function", "register", "wording", "label", "step", "when", "report_to", "title", "place", "question"),
    *("text", "theme", "summary", "source", "manner", "says", "why", "answer", "note"),
)
UNKNOWN = HOSTILE + "y"
PASTED = "\x1b[200~" + HOSTILE.replace("\x1b[201~", "") + "\x1b[201~"


def spoiled(value: object, keep: tuple[str, ...] = ()) -> object:
    """The same value, hostile wherever words may stand."""
    match value:
        case Struct():
            fields = {name: getattr(value, name) for name in value.__struct_fields__ if name not in keep}
            words = {name: HOSTILE for name, was in fields.items() if name in WORDS and was and isinstance(was, str)}
            if "manner" in words:
                words["name"] = SHORT
            return replace(value, **{name: spoiled(was, keep) for name, was in fields.items()} | words)
        case tuple():
            return tuple(spoiled(one, keep) for one in value)
    return value


def hostile_group() -> Group:
    group = spoiled(replace(full_group(), next=NextMeeting(day=DAY, place="x")))
    assert isinstance(group, Group)
    return group


def with_preparation(home: Path) -> None:
    words = dict.fromkeys(("titel", "feiten", "vraag", "oproept", "raakt"), HOSTILE)
    preparation = Preparation(id="0" * 16, group=GROUP_ID, who=ANNA, method="balint-5", changed=DAY, words=words)
    write_durably(private_folder(data(home) / "preparations"), f"{preparation.id}.toml", encode_value(preparation))


def test_a_hostile_group_and_preparation_steer_nothing_on_any_of_their_screens(tmp_path: Path) -> None:
    path = with_group(tmp_path, hostile_group())
    assert b"u001b" in path.read_bytes().lower()
    with_preparation(tmp_path)
    with room(tmp_path, "--lang", "nl", size=(100, 40)) as session:
        session.see("Beginnen")
        session.press(DOWN, ENTER)
        session.see("Groepen", "GEHEIM")
        session.press(ENTER)
        session.see("Aan de beurt", LITERAL)
        for topic in "2345678":
            session.press(topic, "l")
            session.read_for(0.2)
            session.press(ENTER, ENTER)
            session.read_for(0.2)
            session.press(DOWN, ENTER)
            session.read_for(0.2)
            session.press(ESCAPE)
            session.read_for(0.2)
            session.press(ESCAPE, ESCAPE)
            session.read_for(0.2)
            if "Aan de beurt" not in session.flat:  # a transcript that is not there, or a dialog more
                session.press(ENTER)
            session.see("Aan de beurt")
        session.press("n", PASTED, ENTER, "e", "a")
        session.see("Aan de beurt")
        session.press("p", "1")
        session.see("Met welke methode")
        session.press(ENTER)
        session.see("Alleen voor jou", LITERAL)
        session.press(PASTED, ENTER, PASTED, ON)
        session.see("Aan de beurt")
        session.press("1", ENTER)
        for key in (ENTER, "1", ON, ON, ON, ON, TAB, "d", ESCAPE, "i", ESCAPE, TAB, PASTED, ENTER, ON):
            session.press(key)
            session.read_for(0.3)
        assert session.process.poll() is None
        session.process.terminate()
        session.until_ended()
        assert steers(session.output) == []


def test_a_hostile_practice_case_steers_nothing_when_it_is_chosen_played_and_looked_back_on(tmp_path: Path) -> None:
    scenario = spoiled(sample().scenario, keep=("step", "label", "field", "when", "place", "question"))
    assert isinstance(scenario, Scenario)
    with_case(tmp_path, encode_value(scenario).decode())
    with room(tmp_path, "practice", "--scenario", CASE, "--autopilot", "--speed", "600", size=(100, 40)) as session:
        session.see("Oefening", LITERAL)
        assert session.until_ended() == 0
        assert steers(session.output) == []
    with room(tmp_path, "--lang", "nl", size=(100, 40)) as session:
        session.see("Beginnen")
        session.press(DOWN, DOWN, ENTER)
        session.see("Oefenen")
        session.press(*[DOWN] * 12)
        session.see(LITERAL)
        session.press("t", ENTER)
        session.see("Wat er gebeurde", LITERAL)
        session.press("n", PASTED, ENTER, "k", "e")
        session.see("debrief.md")
        session.press(ON, ENTER)
        session.read_for(0.3)
        assert session.process.poll() is None
        session.process.terminate()
        session.until_ended()
        assert steers(session.output) == []


@pytest.mark.parametrize(
    "words",
    [
        ("group", "list"),
        ("group", "show", GROUP_ID),
        ("group", "export", GROUP_ID, "--format", "markdown"),
        ("group", "show", UNKNOWN),
        ("prepare", "--group", UNKNOWN),
        ("prepare", "--group", GROUP_ID, "--method", HOSTILE),
        ("practice", "--scenario", HOSTILE),
        ("practice", "--check", HOSTILE),
    ],
    ids=["list", "show", "export", "no group", "prepare", "method", "case", "check"],
)
def test_the_commands_for_groups_and_practice_steer_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    with_group(tmp_path, hostile_group())
    with room(tmp_path, *words) as session:
        assert (session.until_ended() != 0) == (HOSTILE in words or UNKNOWN in words)
        assert session.output
        assert steers(session.output) == []
