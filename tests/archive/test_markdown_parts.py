"""The Markdown of a meeting of several parts: whose case, what was looked back on, who led, what was left out."""

import pytest

from intervisie_tui.archive.markdown import markdown
from intervisie_tui.archive.transcript import decode, encode
from intervisie_tui.meeting.choosing import vote
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.saying import Words, say
from tests.builders import ANNA, Clock, begin, stand
from tests.meeting.a_long_evening import long_evening
from tests.meeting.gatherings import evening


@pytest.fixture(scope="module")
def told() -> Meeting:
    return long_evening(Clock())


def plain(meeting: Meeting) -> list[str]:
    return markdown(meeting).replace("\\", "").split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "De dinsdaggroep",
        "**Balint-methode**, 5 stappen",
        "Van 19:30 tot 20:50, samen 80 minuten.",
        "- Inez: inbrenger",
        "- Anna: gespreksleider, tijdbewaker",
        "- Cas: vanaf 19:36, eerder weg, om 20:46",
        "- Dina: afgemeld",
        "## Terugblik met Inez",
        "*Voornemen:* Ik bel haar op (dinsdag, te vertellen aan Bram)",
        "deels",
        "Ze nam niet op.",
        "- **1.** Een collega (Inez)",
        "- **2.** Een overleg dat uitloopt (Bram, hoe pak ik dit aan)",
        "  ✓ *gekozen, 2 stemmen*",
        "## Casus van Bram",
        "**Een overleg dat uitloopt**",
        "## Casus van Inez",
        "Om 20:26 nam Anna de leiding over.",
        "  *Eén stap:* Ik zeg vooraf hoe laat ik weg moet.",
        "| **Casus van Inez** | 27:00 | 25:00 |",
        "Overgeslagen: Opening, Pauze",
    ],
)
def test_the_transcript_tells_of_every_part(told: Meeting, line: str) -> None:
    assert line in plain(told)


def test_what_was_skipped_or_struck_has_no_words_in_it(told: Meeting) -> None:
    page = "\n".join(plain(told))
    assert "## Opening" not in page
    assert "Toch maar niet" not in page
    assert "Pauze |" not in page


def test_votes_in_silence_are_in_no_transcript_that_people_read() -> None:
    clock = Clock()
    meeting = stand(evening("next", clock), clock, "wat-ligt-er")
    meeting = say(meeting, Words("Een collega"), clock.now)
    voted = vote(meeting, ANNA, (meeting.part.contributions[0].number,))
    assert markdown(voted) == markdown(meeting)
    assert decode(encode(voted)).part.ballots == voted.part.ballots


def test_an_evening_with_one_case_has_no_rows_for_its_parts() -> None:
    page = plain(begin("balint-5"))
    assert not [line for line in page if line.startswith("| **") and "Samen" not in line]


def test_the_agreements_that_were_read_aloud_are_in_it() -> None:
    assert "- *Geheimhouding:* Alles wat hier gezegd wordt, blijft hier" in plain(evening("two", Clock()))
