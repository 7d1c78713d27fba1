"""As test_ssh.py, for the screens of groups, preparing and practice: no key leads out of them, or to another folder."""

from pathlib import Path

import pytest

from tests.group.groups import GROUP_ID
from tests.reliability.standing import data, with_case, with_group, with_run
from tests.reliability.test_ssh import at_a_terminal, programs, server, why_not
from tests.whole.program import DOWN, ENTER

pytestmark = pytest.mark.skipif(why_not() != "", reason=why_not())

KEYS = (*"\x1a\x1c\x10\x0f\x18:!|/~", "\x1b[15~", "\x1b[20~", *"abcdefghijklmnoprstuvwxyz", "\t", *"ABEOPSV")
"""Those that lead out of other programs, and those by which files are written here; not those that leave."""
SCREENS = {
    "groups": ((), (DOWN, ENTER), "nieuwe groep"),
    "group": ((), (DOWN, ENTER, ENTER), "Aan de beurt"),
    "preparing": (("prepare", "--group", GROUP_ID), ("1", "1"), "Alleen voor jou"),
    "practice": ((), (DOWN, DOWN, ENTER), "Jij leidt"),
    "debrief": ((), (DOWN, DOWN, ENTER, "t", ENTER), "Wat er gebeurde"),
}


def lying_outside(home: Path) -> set[Path]:
    """All files of this home folder that are not among what the program keeps."""
    return {path for path in home.rglob("*") if data(home) not in path.parents and path.is_file()}


@pytest.mark.parametrize("screen", SCREENS)
def test_no_key_starts_another_program_or_writes_elsewhere(tmp_path: Path, screen: str) -> None:
    words, keys, there = SCREENS[screen]
    with_group(tmp_path)
    with_case(tmp_path)
    with_run(tmp_path)
    with server(tmp_path, *words) as made, at_a_terminal(made, tmp_path) as session:
        session.see("Wie ben je?" if words else "Beginnen")
        session.press(*keys)
        session.see(there)
        before = lying_outside(tmp_path)
        for key in KEYS:
            session.press(key)
            session.read_for(0.03)
        session.read_for(0.5)
        family = programs(tmp_path)
        assert family
        for pid in family:
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            assert {int(child) for child in children} <= set(family)
        assert b"\x1b]" not in session.output
        assert lying_outside(tmp_path) == before
    written = {path.name for path in data(tmp_path).rglob("*.md")}
    assert written <= {f"{GROUP_ID}.md", *(f"{path.stem}.debrief.md" for path in data(tmp_path).rglob("20*.toml"))}
