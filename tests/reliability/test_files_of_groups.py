"""Groups, preparations, practice cases and practice runs that are torn, foreign, huge or hostile, open twice or killed.

As test_files.py, for what Home itself does not read.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.group.groups import GROUP_ID
from tests.reliability.damage import IN_TIME, PLANTS, what_lies
from tests.reliability.room import half_typed, prepared, room, said
from tests.reliability.standing import convene, data, groups, with_group, with_run
from tests.terminal.threads import used
from tests.whole.program import DOWN, ENTER


@dataclass(frozen=True)
class Sort:
    """Where such files lie below home (`{n}` is a number), the keys from Home to what is said of them, and the words
    that stand there with and without them.
    """

    place: str
    keys: tuple[str, ...]
    says: str
    without: str


PRACTICE = (DOWN, DOWN, ENTER)
SORTS = {
    "group": Sort("data/intervisie/groups/2020-01-01-1{n:03}.toml", (DOWN, ENTER), "Onleesbaar", "Groepen"),
    "preparation": Sort(
        "data/intervisie/preparations/0123456789abc{n:03x}.toml",
        (DOWN, ENTER, ENTER, "p", "1"),
        "Een voorbereiding kan niet gelezen worden",
        "Je casus voorbereiden",
    ),
    "practice case": Sort("config/intervisie/scenarios/v{n}.toml", (*PRACTICE, "m"), "Meldingen", "Oefenen"),
    "practice run": Sort("data/intervisie/practice/2020-01-01-1{n:03}.toml", (*PRACTICE, "m"), "Meldingen", "Oefenen"),
}


def cost_of(home: Path, keys: tuple[str, ...], there: str, *names: str) -> float:
    """Seconds of processor time from the start until what is said of these files can be read."""
    with room(home, "--lang", "nl", size=(100, 60)) as session:
        session.see("Beginnen")
        session.press(*keys)
        session.see(there)
        session.until(lambda: all(session.names(name) for name in names))
        assert session.process.poll() is None
        return used(session.pids)


@pytest.mark.parametrize("name", SORTS)
def test_files_that_make_no_sense_are_named_in_time_and_left_and_the_rest_works(tmp_path: Path, name: str) -> None:
    sort = SORTS[name]
    with_group(tmp_path)
    usual = cost_of(tmp_path, sort.keys, sort.without)
    planted = {}
    for number, plant in enumerate(PLANTS.values()):
        path = tmp_path / sort.place.format(n=number)
        prepared(path.parent)
        plant(path)
        planted[path] = what_lies(path)
    names = [path.stem if name == "group" else path.name for path in planted]
    assert cost_of(tmp_path, sort.keys, sort.says, *names[:2]) < usual + IN_TIME
    assert planted == {path: what_lies(path) for path in planted}
    with room(tmp_path, "--lang", "nl") as session:
        session.see("Beginnen")
        session.press(DOWN, ENTER)
        session.see("Dinsdaggroep")
        session.press(ENTER)
        session.see("Dinsdaggroep", "Aan de beurt")
    with room(tmp_path) as session:
        session.say("Het gaat door")


@pytest.mark.parametrize("plant", PLANTS)
def test_a_run_whose_record_makes_no_sense_says_so_and_loses_nothing(tmp_path: Path, plant: str) -> None:
    record = with_run(tmp_path)
    record.unlink()
    PLANTS[plant](record)
    before = what_lies(record)
    with room(tmp_path, "--lang", "nl") as session:
        session.see("Beginnen")
        session.press(*PRACTICE, "t", ENTER)
        session.see("Let op")
        session.press(ENTER, "q")
        session.see("Beginnen")
    assert what_lies(record) == before


def test_a_group_that_is_damaged_while_one_looks_at_the_list_is_set_aside_and_said(tmp_path: Path) -> None:
    path = with_group(tmp_path)
    with room(tmp_path, "--lang", "nl") as session:
        session.see("Beginnen")
        session.press(DOWN, ENTER)
        session.see("Dinsdaggroep")
        path.write_bytes(b"name = [")
        session.press(ENTER)
        session.see("Let op", "beschadigd")
        session.press(ENTER)
        session.see("nieuwe groep")
    assert [aside.read_bytes() for aside in groups(tmp_path).glob("*.broken-*")] == [b"name = ["]


def test_a_second_instance_reads_the_group_and_says_who_has_it_and_a_dead_one_holds_nothing(tmp_path: Path) -> None:
    path = with_group(tmp_path)
    with room(tmp_path, "--lang", "nl") as first:
        first.see("Beginnen")
        first.press(DOWN, ENTER, ENTER)
        first.see("Dinsdaggroep", "Aan de beurt")
        with room(tmp_path, "--lang", "nl", size=(100, 30)) as second:
            second.see("Beginnen")
            second.press(DOWN, ENTER, ENTER)
            second.see("Deze groep staat al ergens open", str(first.child))
            second.press("n", "q")  # the name can't be changed; back to the list
            second.see("nieuwe groep")
        (path.parent / f".{path.name}.tmp-0123456789abcdef").write_bytes(b"half")
        first.press("n", "\x15", "Woensdaggroep", ENTER)
        first.until(lambda: "Woensdag" in path.read_text("utf-8"))
        first.kill()
    kept = tomllib.loads(path.read_text("utf-8"))["name"]
    assert "Woensdag" in kept
    with room(tmp_path, "--lang", "nl") as third:
        third.see("Beginnen")
        third.press(DOWN, ENTER, ENTER)
        third.see(kept, "Aan de beurt")
        assert "staat al ergens open" not in third.flat
    assert not [one for one in path.parent.iterdir() if ".tmp-" in one.name]


def test_after_kill_9_in_a_meeting_of_a_group_all_is_there_and_the_group_is_free(tmp_path: Path) -> None:
    path = with_group(tmp_path)
    before = path.read_bytes()
    with room(tmp_path, "--lang", "nl") as session:
        session.see("Beginnen")
        session.press(DOWN, ENTER, ENTER)
        session.see("Dinsdaggroep", "Aan de beurt")
        convene(session)
        session.say("Gezegd in de groep")
        session.press("half getypt")
        session.see("half getypt", "opgeslagen")
        session.until(lambda: half_typed(tmp_path).endswith("half getypt"))
        session.kill()
    assert path.read_bytes() == before
    with room(tmp_path, "--lang", "nl") as session:
        session.see("Ga verder", "Welkom")
        session.press(ENTER)
        session.see("Gezegd in de groep", "half getypt")
        with room(tmp_path, "--lang", "nl") as other:
            other.see("Beginnen")
            other.press(DOWN, ENTER, ENTER)
            other.see("Dinsdaggroep", "Aan de beurt")
            assert "staat al ergens open" not in other.flat
    assert said(tmp_path) == ["Gezegd in de groep"]
    (meeting,) = (one for one in (data(tmp_path) / "meetings").glob("*.toml") if ".draft" not in one.name)
    assert tomllib.loads(meeting.read_text("utf-8"))["group"] == GROUP_ID
