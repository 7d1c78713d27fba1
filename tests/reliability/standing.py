"""A standing group and a practice case on the disk of a home folder, and where to find what becomes of them."""

from pathlib import Path

from msgspec.structs import replace

from intervisie_tui.archive.decoding import encode_value
from intervisie_tui.archive.disk import write_durably
from intervisie_tui.archive.paths import private_folder
from intervisie_tui.archive.transcript import encode
from intervisie_tui.group.model import Group
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.practice.leading import Ideal
from intervisie_tui.practice.record import Record
from tests.group.groups import GROUP_ID, a_group
from tests.practice.plays import SAMPLE, played, sample
from tests.reliability.room import Spoiled, prepared
from tests.whole.program import ENTER, ON

CASE = "voorbeeld"
"""The id of the practice case."""


def data(home: Path) -> Path:
    """All that the program keeps in this home folder."""
    return home / "data" / "intervisie"


def groups(home: Path) -> Path:
    return data(home) / "groups"


def with_group(home: Path, group: Group | None = None, group_id: str = GROUP_ID) -> Path:
    """Put a group there, open nowhere; its file."""
    write_durably(
        private_folder(groups(home)), f"{group_id}.toml", encode_value(replace(group or a_group(), id=group_id))
    )
    return groups(home) / f"{group_id}.toml"


def with_case(home: Path, text: str = "") -> Path:
    """Put a practice case of one's own there; its file."""
    path = prepared(home / "config" / "intervisie" / "scenarios") / f"{CASE}.toml"
    path.write_text(text or SAMPLE.read_text("utf-8"), "utf-8")
    return path


def with_run(home: Path, run: tuple[Meeting, Record] | None = None) -> Path:
    """Put a practice run that is over there (that of the case in the tests); its record."""
    meeting, record = run or played(sample(), facilitator=Ideal())
    folder = private_folder(data(home) / "practice")
    write_durably(folder, f"{meeting.id}.toml", encode(meeting))
    write_durably(folder, f"{meeting.id}.run.toml", encode_value(record))
    return folder / f"{meeting.id}.run.toml"


def convene(session: Spoiled) -> None:
    """From the page of a group: its first meeting, as the set-up proposes it."""
    session.press("1", ENTER)
    session.see("Wat wordt het vandaag?")
    session.press("1")
    for page in ("Wie zijn er?", "Wie doet wat?", "2✓"):
        session.see(page)
        session.press(ON)
    session.see("Welkom en kennismaken", "opgeslagen")
