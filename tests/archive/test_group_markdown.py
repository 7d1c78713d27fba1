"""A group as Markdown, as plain lines, and its next meeting for a calendar: all that belongs there, no word more."""

import re
import stat
from datetime import date, datetime, time

import pytest
from msgspec.structs import replace

from intervisie_tui.archive.calendar import calendar, write_calendar
from intervisie_tui.archive.group_markdown import export_group, group_markdown, hours_in_words
from intervisie_tui.archive.group_show import describe_group, group_list
from intervisie_tui.archive.groups import create_group, list_groups
from intervisie_tui.archive.paths import groups_folder
from intervisie_tui.group.agreements import keep_titles, settle
from intervisie_tui.group.members import add, change, leave
from intervisie_tui.group.model import NextMeeting
from intervisie_tui.locale import use
from tests.archive.test_groups import full_group
from tests.group.groups import ANNA, BRAM, DAY, GROUP_ID, a_group, on

COMING = NextMeeting(day=date(2026, 4, 14), at=time(19, 30), minutes=90, place="Bibliotheek, zaal 2")


def section(text: str, title: str) -> str:
    """What stands under a heading, up to the next of the same level."""
    return re.split(r"^## ", text, flags=re.MULTILINE)[
        1 + [part.split("\n")[0] for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]].index(title)
    ]


def test_the_agreements_are_a_contract_with_a_line_to_sign_for_each() -> None:
    group = leave(full_group(), BRAM, date(2026, 10, 1))
    text = section(group_markdown(group), "Onze afspraken")
    assert "1. **Passen**\\\n   Regel één\\\n   regel twee\\\n   *sinds 1 september 2026*" in text
    signing = re.findall(r"^\| (\w+) \|  \|  \|$", text, re.MULTILINE)
    assert signing == ["Anna", "Cas", "Dina", "Eva"]
    assert "- **Passen**, van 3 maart 2026 tot 1 september 2026\\\n  Passen mag" in text


def test_a_group_without_agreements_has_no_contract() -> None:
    text = group_markdown(a_group())
    assert "Akkoord" not in text
    assert "Onze afspraken" not in text


def test_members_turns_intentions_meetings_and_hours_are_there() -> None:
    text = group_markdown(full_group())
    assert '| Anna | arts | BIG "12" | sinds 3 maart 2026 |' in section(text, "Leden")
    assert "| inbrenger | Cas, Dina, Eva, Anna, Bram |" in section(text, "Wie er aan de beurt is")
    assert "**Anna**: Bellen" in section(text, "Voornemens om op terug te kijken")
    assert "titel van m1" in section(text, "Bijeenkomsten")
    assert "| Anna | 1 | 1:30 |" in section(text, "Uren")
    assert "Volgende bijeenkomst: 14 april 2026, 19:30." in text


def test_titles_that_are_not_kept_are_nowhere() -> None:
    assert "titel van" not in group_markdown(keep_titles(full_group(), False))


def test_hostile_words_come_out_letter_for_letter() -> None:
    group = change(a_group(), ANNA, name="<b>[x](http://e)|`", function="| a | b |")
    group = settle(group, "passen", "# Passen", "<script>\n# kop\n| a |\n- [ ] taak\n![p](q)\n```", DAY)
    text = group_markdown(add(group, "*ster*_", DAY))
    assert "<" not in text.replace("&lt;", "").replace("\\<", "")
    assert not re.search(r"(?<!\\)[\[`]", text)
    cells = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in cells} <= {3, 4, 5, 6}
    assert not re.search(r"^ *(?:# kop|- taak)", text, re.MULTILINE)


def test_the_export_lies_beside_the_group_for_its_owner_alone_under_a_name_that_tells_nothing() -> None:
    create_group(full_group()).close()
    path = export_group(GROUP_ID)
    assert path == groups_folder() / f"{GROUP_ID}.md"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text("utf-8") == group_markdown(full_group())
    assert export_group(GROUP_ID) == path
    assert [one.id for one in list_groups()] == [GROUP_ID]


def test_it_speaks_english_where_that_was_asked() -> None:
    dutch = group_markdown(full_group())
    use("en")
    english = group_markdown(full_group())
    assert english != dutch
    assert "Leden" not in english


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (5400, "1:30"), (59, "0:01"), (3599, "1:00"), (360_000, "100:00")]
)
def test_hours(seconds: int, words: str) -> None:
    assert hours_in_words(seconds) == words


def test_the_plain_lines_tell_the_same_without_markup() -> None:
    text = describe_group(full_group(), DAY)
    assert text.startswith("Dinsdaggroep\nVolgende bijeenkomst: 14 april 2026, 19:30.\n")
    for words in ("Anna, arts, BIG", "Bellen", "Regel één", "titel van m1", "1:30"):
        assert words in text
    assert "Voornemens" not in describe_group(a_group(), DAY)


def test_the_list_of_groups_names_each_with_its_id() -> None:
    assert "beginscherm" in group_list([])
    create_group(full_group()).close()
    assert group_list(list_groups()) == f"Dinsdaggroep  5 leden, 1 bijeenkomst  {GROUP_ID}"


def test_the_calendar_has_one_event_by_the_clock_on_the_wall_and_no_name() -> None:
    text = calendar(GROUP_ID, COMING, on(DAY).stamp).decode()
    assert "DTSTART:20260414T193000\r\n" in text
    assert "DTEND:20260414T210000\r\n" in text
    assert "SUMMARY:Intervisie\r\n" in text
    assert "LOCATION:Bibliotheek\\, zaal 2\r\n" in text
    assert text.count("BEGIN:VEVENT") == 1
    assert not [name for name in ("Dinsdag", "Anna", "Bram") if name in text]


def test_an_hour_that_is_still_open_takes_the_whole_day() -> None:
    text = calendar(GROUP_ID, replace(COMING, at=None, place=""), on(DAY).stamp).decode()
    assert "DTSTART;VALUE=DATE:20260414\r\n" in text
    assert "DTEND;VALUE=DATE:20260415\r\n" in text
    assert "LOCATION" not in text


def test_the_same_meeting_is_the_same_event_and_another_day_another() -> None:
    def uid(coming: NextMeeting, stamp: datetime) -> str:
        found = re.search(r"UID:(\S+)", calendar(GROUP_ID, coming, stamp).decode())
        assert found
        return found[1]

    assert uid(COMING, on(DAY).stamp) == uid(replace(COMING, at=time(20)), on(date(2026, 4, 1)).stamp)
    assert uid(COMING, on(DAY).stamp) != uid(replace(COMING, day=date(2026, 4, 21)), on(DAY).stamp)


def test_a_hostile_place_is_one_line_of_the_calendar() -> None:
    text = calendar(GROUP_ID, replace(COMING, place="x\r\nATTENDEE:mailto:a@b\n;,\\"), on(DAY).stamp).decode()
    assert not re.search(r"^ATTENDEE", text, re.MULTILINE)


def test_the_calendar_is_for_its_owner_alone() -> None:
    path = write_calendar(GROUP_ID, COMING, on(DAY).stamp)
    assert path == groups_folder() / f"{GROUP_ID}.ics"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == calendar(GROUP_ID, COMING, on(DAY).stamp)
    assert write_calendar(GROUP_ID, replace(COMING, place=""), on(DAY).stamp) == path
    assert b"LOCATION" not in path.read_bytes()
