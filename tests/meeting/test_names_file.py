"""`intervisie start --names-from`: a group stands in a file, and one of them brings the case."""

import pytest

from intervisie_tui.meeting.names_file import Fault, Named, parse


def test_a_line_is_a_name_and_the_asterisk_marks_the_inbrenger() -> None:
    assert parse("Anna\n* Bram\nChantal\n") == Named(("Anna", "Bram", "Chantal"), presenter=1)


def test_blank_lines_and_remarks_are_passed_over() -> None:
    assert parse("\ufeff# groep van dinsdag\n\nAnna\n   \n*Bram\r\n# Cas is ziek") == Named(("Anna", "Bram"), 1)


def test_two_of_one_name_are_told_apart_and_the_inbrenger_stays_the_one_with_the_asterisk() -> None:
    assert parse("Anna\n*Anna\nBram") == Named(("Anna", "Anna (2)", "Bram"), presenter=1)


def test_what_steers_a_terminal_never_becomes_part_of_a_name() -> None:
    assert parse("An\x1b[2Jna\n*Bram\u202e") == Named(("An[2Jna", "Bram"), presenter=1)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Anna\nBram", [0]),
        ("*Anna\n*Bram\nCas", [2]),
        ("*Anna", [0]),
        ("", [0]),
        ("*\nAnna\nBram", [1]),
        ("*Anna\nBram, Cas", [2]),
        ("*Anna\nBram; Cas\n" + "x" * 41, [2, 3]),
        ("*Anna\n" + "\n".join(f"naam {n}" for n in range(40)), [0]),
    ],
    ids=["no inbrenger", "two inbrengers", "one name", "nothing", "no name", "a list", "two faults", "too many"],
)
def test_each_fault_is_found_in_its_line(text: str, lines: list[int]) -> None:
    faults = parse(text)
    assert not isinstance(faults, Named)
    assert [fault.line for fault in faults] == lines
    assert all(isinstance(fault, Fault) and fault.text for fault in faults)
