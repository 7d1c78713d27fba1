"""The file with names that `intervisie start` is given: a line a name, `*` before the inbrenger."""

from typing import NamedTuple

from intervisie_tui.locale import _
from intervisie_tui.meeting.people import LONGEST_NAME, MOST, told_apart
from intervisie_tui.method.text import one_line


class Named(NamedTuple):
    """Who takes part, no two alike, and the index of the inbrenger among them."""

    names: tuple[str, ...]
    presenter: int


class Fault(NamedTuple):
    """What is wrong with the file, and in which line, counted from 1; 0: in the file as a whole."""

    line: int
    text: str


def parse(text: str) -> Named | tuple[Fault, ...]:
    """The names in the text of such a file, or everything that is wrong with it.

    Blank lines and lines that begin with `#` are passed over. A line with several names is a fault and not a list:
    who of them would be the inbrenger cannot be said.
    """
    names: list[str] = []
    presenters: list[int] = []
    faults: list[Fault] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        entry = one_line(line)
        if not entry or entry.startswith("#"):
            continue
        brings = entry.startswith("*")
        own = entry.removeprefix("*").strip()
        fault = _fault(own)
        if brings and presenters:
            fault = _("dit is een tweede inbrenger, zet het sterretje bij één naam")
        if fault:
            faults.append(Fault(number, fault))
            continue
        if brings:
            presenters.append(len(names))
        names.append(own)
    if not faults:
        faults += _faults_of_all(names, presenters)
    return tuple(faults) if faults else Named(told_apart(names), presenters[0])


def _fault(name: str) -> str:
    if not name:
        return _("achter het sterretje staat geen naam")
    if "," in name or ";" in name:
        return _("er staan meer namen op deze regel, zet elke naam op een eigen regel")
    if len(name) > LONGEST_NAME:
        return _("deze naam is langer dan {n} tekens").format(n=LONGEST_NAME)
    return ""


def _faults_of_all(names: list[str], presenters: list[int]) -> list[Fault]:
    faults = []
    if len(names) < 2:
        faults.append(Fault(0, _("er zijn minstens twee namen nodig")))
    if len(names) > MOST:
        faults.append(Fault(0, _("meer dan {n} namen kan niet").format(n=MOST)))
    if names and not presenters:
        faults.append(Fault(0, _("niemand heeft een sterretje, zet * voor de naam van de inbrenger")))
    return faults
