"""The text of the summary and its chart of times, at any width."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.moving import finish
from intervisie_tui.meeting.presence import leave
from intervisie_tui.meeting.saying import strike, write
from intervisie_tui.meeting.viewing import view
from intervisie_tui.tui.summary_text import text
from intervisie_tui.tui.summary_times import OVER, PLAN, UNUSED, USED, chart
from tests.archive.example_meetings import meetings
from tests.builders import CAS, Clock, begin, stand
from tests.tui.evenings import HIDDEN, with_five_steps


@pytest.fixture
def clock() -> Clock:
    return Clock()


def in_one_line(page: str) -> str:
    return " ".join(page.split())


def page_of(meeting: Meeting, width: int = 76) -> str:
    meeting = view(meeting)
    return text(meeting, width, chart(meeting, width)).plain


def test_not_even_at_the_turn_of_its_writer_is_it_shown(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "vraagintroductie", 1)
    meeting = stand(write(meeting, HIDDEN, clock.now), clock, "probleemverkenning")
    assert view(meeting).part.written[0].text == HIDDEN  # the step screen brings it up now
    assert HIDDEN not in page_of(meeting)
    assert "1 geschreven tekst is niet gedeeld." in page_of(meeting)


def test_what_was_struck_is_left_out_and_the_others_keep_their_number(clock: Clock) -> None:
    meeting = with_five_steps(clock)
    first = next(c for c in meeting.parts[0].contributions if c.kind == "advice")
    page = in_one_line(page_of(strike(meeting, first.number)))
    assert "Begin met één ding" not in page
    assert "2 Bram Bel hem." in page


def test_of_advice_that_was_not_marked_nothing_is_said(clock: Clock) -> None:
    page = page_of(with_five_steps(clock))
    assert page.count("bruikbaar") == 2
    assert not [word for word in ("niet bruikbaar", "niet nuttig", "afgewezen", "✗") if word in page]


def test_where_there_is_one_step_it_is_named_without_a_number(clock: Clock) -> None:
    assert "Gebleven bij Afsluiting." in page_of(stand(begin("balint-5", clock), clock, "afsluiting"))


def test_who_left_early_and_who_led_and_took_part_stand_in_every_role_they_had(clock: Clock) -> None:
    page = in_one_line(page_of(leave(begin("balint-5", clock, facilitator_joins=True), CAS, clock.now)))
    assert "gespreksleider Gerda groepsleden Anna, Bram, Cas, Dina en Gerda eerder weg Cas" in page


@given(meetings())
@settings(max_examples=60, deadline=None)
def test_no_line_of_any_meeting_is_wider_than_its_column(meeting: Meeting) -> None:
    for width in (43, 56, 80):
        for lines in (text(view(meeting), width), chart(meeting, width)):
            assert max(line.cell_length for line in lines.split(allow_blank=True)) <= width


@given(meetings())
@settings(max_examples=60, deadline=None)
def test_whatever_was_said_wherever_is_in_it_unless_it_was_struck(meeting: Meeting) -> None:
    page = "".join(text(view(meeting), 80).plain.split())
    for said in meeting.parts[0].contributions:
        shorter = [word for line in said.text.splitlines() for word in line.split()]
        assert said.struck or all(piece in page for word in shorter for piece in (word[:10], word[-10:]))


# Times


def rows(meeting: Meeting, width: int = 76) -> dict[str, str]:
    """The bar of each step, by its title."""
    lines = chart(meeting, width).plain.split("\n")
    return {line[:26].split("  ")[0].strip(): line for line in lines if PLAN in line and USED + " " not in line}


def test_a_step_over_time_crosses_the_mark_of_its_plan_in_another_shape(clock: Clock) -> None:
    times = rows(with_five_steps(clock))
    assert times["Vraagintroductie"].endswith(f"{USED}{PLAN}{OVER * 4} +2:00")
    assert times["Reflectie"].endswith(USED + PLAN)
    assert times["Evaluatie"].endswith(UNUSED + PLAN)
    assert [title for title, line in times.items() if OVER in line] == ["Vraagintroductie"]


def test_a_second_too_long_is_seen_too(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    clock.wait(minutes=5, seconds=1)
    assert rows(finish(meeting, clock.now))["Vraagintroductie"].endswith(f"{PLAN}{OVER} +0:01")


def test_a_step_that_was_not_reached_has_no_time_and_an_open_bar(clock: Clock) -> None:
    bar = rows(begin("balint-5", clock))["Evaluatie"]
    assert "10:00 –" in in_one_line(bar)
    assert USED not in bar


def test_bars_are_drawn_to_one_scale(clock: Clock) -> None:
    times = rows(with_five_steps(clock))
    lengths = {title: line.count(USED) + line.count(UNUSED) for title, line in times.items()}
    assert lengths["Advisering"] == pytest.approx(2 * lengths["Reflectie"], abs=1)
    assert lengths["Probleemverkenning"] == pytest.approx(3 * lengths["Reflectie"], abs=1)


def test_pauses_and_the_time_away_count_for_the_whole_meeting(clock: Clock) -> None:
    meeting = with_five_steps(clock)
    page = in_one_line(chart(meeting, 76).plain)
    assert "Pauzes" not in page
    paused = replace(meeting, clock=replace(meeting.clock, pause=61_000, away=2_000))
    page = in_one_line(chart(paused, 76).plain)
    assert "Samen 55:00 45:20 Pauzes 1:01 Programma niet open 0:02 Hele bijeenkomst 46:23" in page


def test_weeks_between_two_evenings_are_told_in_days(clock: Clock) -> None:
    meeting = with_five_steps(clock)
    apart = replace(meeting, clock=replace(meeting.clock, away=42 * 86_400_000))
    assert "Programma niet open 42 dagen" in in_one_line(chart(apart, 43).plain)
