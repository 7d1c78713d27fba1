"""What is known of a terminal by its name."""

import subprocess
import sys

import pytest

from intervisie_tui.terminal.modes import COLOURS, ERASE_IN_COLOUR, erases_in_colour

ASK = "import curses, sys; curses.setupterm(sys.argv[1], 1); print(curses.tigetflag('bce'))"


@pytest.mark.parametrize("name", sorted(ERASE_IN_COLOUR))
def test_terminfo_says_so_of_each_of_them_that_it_knows(name: str) -> None:
    for ending in ("", *COLOURS):
        done = subprocess.run([sys.executable, "-c", ASK, name + ending], capture_output=True, text=True, timeout=60)
        assert done.stdout.strip() in ("1", ""), f"{name}{ending}: terminfo says that it does not"
        assert erases_in_colour({"TERM": name + ending})


@pytest.mark.parametrize("name", ["", "screen", "screen-256color", "tmux-256color", "xterm-kitty", "vt100", "dumb"])
def test_of_any_other_it_is_not_taken_for_granted(name: str) -> None:
    assert not erases_in_colour({"TERM": name})


def test_gnu_screen_does_not_whatever_stands_in_term() -> None:
    assert not erases_in_colour({"TERM": "xterm-256color", "STY": "1234.pts-0.host"})
    assert not erases_in_colour({})
