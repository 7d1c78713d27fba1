"""Days as people type them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.group.days import hour, understood

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("12 januari", date(2027, 1, 12), None),
        ("dinsdag 12 januari 2027 om 19:30", date(2027, 1, 12), time(19, 30)),
        ("12 jan 19.30", date(2027, 1, 12), time(19, 30)),
        ("12-1", date(2027, 1, 12), None),
        ("12/1/27 20u", date(2027, 1, 12), time(20, 0)),
        ("2027-01-12 9:05", date(2027, 1, 12), time(9, 5)),
        ("24 nov. om 20 uur", date(2026, 11, 24), time(20, 0)),
        ("22 november", TODAY, None),
        ("3 maart, 19u30", date(2027, 3, 3), time(19, 30)),
        ("3 March 19:30", date(2027, 3, 3), time(19, 30)),
        ("29 februari", date(2028, 2, 29), None),
    ],
)
def test_a_day_is_understood_and_the_hour_with_it(text: str, day: date, at: time | None) -> None:
    assert understood(text, TODAY) == (day, at)


@pytest.mark.parametrize("text", ["", "dat weten we nog niet", "over zes weken", "31 februari", "40-1", "12 stoelen"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert understood(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [("21:30", time(21, 30)), ("21.30", time(21, 30)), ("21", time(21)), ("9 uur", time(9)), ("x", None)],
)
def test_an_hour_alone(text: str, at: time | None) -> None:
    assert hour(text) == at


@given(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    understood(text, TODAY)
    hour(text)


@given(st.dates(date(1970, 1, 1), date(2999, 12, 31)), st.times())
def test_a_written_day_comes_back(day: date, at: time) -> None:
    assert understood(f"{day.isoformat()} {at:%H:%M}", TODAY) == (day, at.replace(second=0, microsecond=0))
