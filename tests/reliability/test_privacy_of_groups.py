"""Groups, preparations and practice from beginning to end: private under any umask, and nobody else is told a word."""

import os
import signal
import stat
from pathlib import Path

import pytest

from tests.reliability.room import Spoiled, prepared, room
from tests.reliability.standing import CASE, convene, data, with_case
from tests.whole.program import DOWN, ENTER, ON

GROUP, NAME, PLACE = "Zwaluwgroep", "Wilhelmina", "Zaal Kolibrie"
PREPARED, SECRET = "Mijn geheime titel", "Niemand mag dit ooit horen"


def tour(session: Spoiled) -> None:
    """From Home: make a group, settle a date, write all its files, prepare a case, and say something in a meeting."""
    session.see("Beginnen")
    session.press(DOWN, ENTER)
    session.see("Groepen")
    session.press("n", GROUP, ENTER, f"{NAME},Anna,Bram", ENTER)
    session.see(GROUP, "Aan de beurt")
    session.press("8", ENTER, "7 april 2030 om 19:30", ENTER, ENTER, PLACE, ENTER)
    session.see("volgende keer 7 april 2030")
    session.press("e")
    session.see("ook als Markdown")
    session.press("a")
    session.see("Voor je agenda")
    session.press("p", "1", ENTER)
    session.see("Alleen voor jou")
    session.press(PREPARED)
    session.see(PREPARED, "opgeslagen")
    session.press(ON)
    session.see(GROUP, "Aan de beurt")
    convene(session)
    session.say(SECRET)
    session.press("half")
    session.see("half", "opgeslagen")


def look_back(session: Spoiled) -> None:
    """From Home, with one meeting that was left: the debrief of the run, as Markdown too."""
    session.see("Beginnen", "Ga verder")
    assert [word for word in (GROUP, NAME, PREPARED, SECRET) if word in session.flat] == []
    session.press(DOWN, DOWN, ENTER)
    session.see("Oefenen")
    session.press("t", ENTER)
    session.see("Wat er gebeurde")
    session.press("e")
    session.see("debrief.md")


def left(session: Spoiled) -> None:
    session.process.send_signal(signal.SIGTERM)
    session.until_ended()


def arguments(session: Spoiled) -> bytes:
    return b"".join(Path(f"/proc/{pid}/{file}").read_bytes() for pid in session.pids for file in ("cmdline", "comm"))


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_under_any_umask_all_of_groups_and_practice_is_private(tmp_path: Path, umask: int) -> None:
    prepared(tmp_path / "data").chmod(0o2777)  # a shared folder that hands on its group
    with_case(tmp_path)
    prepared(tmp_path / "tmp")
    before = os.umask(umask)
    try:
        with room(tmp_path, "practice", "--headless", "--scenario", CASE) as session:
            assert session.until_ended() == 0
        for act in (tour, look_back):
            with room(tmp_path, "--lang", "nl", size=(100, 40)) as session:
                act(session)
                left(session)
    finally:
        os.umask(before)
    found = list(data(tmp_path).rglob("*"))
    kinds = {f"{path.parent.name}/{''.join(path.suffixes)}" for path in found if path.is_file()}
    assert kinds >= {
        *("groups/.toml", "groups/.md", "groups/.ics", "groups/.lock", "preparations/.toml"),
        *("meetings/.toml", "meetings/.draft.toml", "practice/.toml", "practice/.run.toml", "practice/.debrief.md"),
    }
    for path in (data(tmp_path), *found):
        assert stat.S_IMODE(path.stat().st_mode) & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_no_name_and_no_word_of_a_group_is_in_arguments_titles_file_names_or_other_files(tmp_path: Path) -> None:
    with_case(tmp_path)
    with room(tmp_path, "practice", "--headless", "--scenario", CASE) as session:
        assert session.until_ended() == 0
    for act in (tour, look_back):
        with room(tmp_path, "--lang", "nl", size=(100, 40)) as session:
            act(session)
            seen = arguments(session)
            assert [word for word in (GROUP, NAME, PREPARED, SECRET, PLACE) if word.encode() in seen] == []
            assert b"\x1b]" not in session.output  # neither title nor clipboard
            left(session)
    holding = {
        word: {path.parent.name + path.suffix for path in tmp_path.rglob("*") if holds(path, word)}
        for word in (GROUP, NAME, PREPARED, SECRET)
    }
    assert holding == {
        GROUP: {"groups.toml", "groups.md", "meetings.toml"},
        NAME: {"groups.toml", "groups.md", "meetings.toml"},
        PREPARED: {"preparations.toml"},
        SECRET: {"meetings.toml"},
    }
    names = " ".join(path.name for path in tmp_path.rglob("*"))
    assert [word for word in (GROUP, NAME, PLACE, "geheim", "Niemand") if word.casefold() in names.casefold()] == []
    assert not (data(tmp_path) / "faults.log").exists()
    assert list((tmp_path / "tmp").iterdir()) == []


def holds(path: Path, word: str) -> bool:
    return path.is_file() and word.encode() in path.read_bytes()


def test_who_prepares_for_a_group_by_its_id_has_no_name_in_the_arguments(tmp_path: Path) -> None:
    with room(tmp_path, "--lang", "nl", size=(100, 40)) as session:
        tour(session)
        left(session)
    (group,) = (data(tmp_path) / "groups").glob("*.toml")
    with room(tmp_path, "--lang", "nl", "prepare", "--group", group.stem) as session:
        session.see("Wie ben je?", NAME)
        assert [word for word in (GROUP, NAME, PREPARED) if word.encode() in arguments(session)] == []
        assert b"\x1b]" not in session.output
