"""Agreements: what holds, since when, and what held before."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.group.agreements import agreed_on, as_agreed, in_force, keep_titles, settle, topics
from intervisie_tui.group.model import Earlier, PastCase
from tests.builders import method
from tests.group.groups import ANNA, DAY, SCRIPTS, a_group, a_past

LATER = date(2026, 9, 1)
FIELDS = topics(SCRIPTS["first_meeting"])


def test_all_topics_of_both_sources_are_there() -> None:
    ids = [one.id for one in FIELDS]
    assert ids[:5] == ["werkinbreng", "voorbereiding", "terugblik", "regelmaat", "geheimhouding"]
    further = {"rollen", "aanwezigheid", "passen", "dubbele-relaties", "verslag", "bewaartermijn", "evaluatie"}
    assert {*further, "toetreden", "titels"} <= set(ids)


def test_the_english_script_has_the_same_topics() -> None:
    english = topics(method("eerste-bijeenkomst.en"))
    assert [(one.id, len(one.choices)) for one in english] == [(one.id, len(one.choices)) for one in FIELDS]


def test_a_later_change_keeps_the_earlier_wording_with_its_days() -> None:
    group = settle(a_group(), "geheimhouding", "Geheimhouding", "Alles blijft hier", DAY)
    group = settle(group, "geheimhouding", "Geheimhouding", "Wat je leert mag mee", LATER)
    (agreed,) = in_force(group)
    assert (agreed.wording, agreed.since) == ("Wat je leert mag mee", LATER)
    assert agreed.earlier == (Earlier(wording="Alles blijft hier", since=DAY, until=LATER),)


def test_settling_the_same_again_changes_nothing() -> None:
    group = settle(a_group(), "passen", "Passen", "Passen mag", DAY)
    assert settle(group, "passen", "Passen", " Passen mag\n", LATER) == group


def test_a_slip_mended_on_the_same_day_leaves_no_trace() -> None:
    group = settle(a_group(), "passen", "Passen", "Pasen mag", DAY)
    group = settle(group, "passen", "Passen", "Passen mag", DAY)
    assert in_force(group)[0].earlier == ()
    assert settle(group, "passen", "Passen", "", DAY).agreements == ()


def test_what_is_withdrawn_no_longer_holds_and_is_not_forgotten() -> None:
    group = settle(a_group(), "passen", "Passen", "Passen mag", DAY)
    group = settle(group, "passen", "Passen", "", LATER)
    assert in_force(group) == ()
    agreed = agreed_on(group, "passen")
    assert agreed
    assert agreed.earlier == (Earlier(wording="Passen mag", since=DAY, until=LATER),)
    anew = settle(group, "passen", "Passen", "Toch weer", LATER + timedelta(days=9))
    assert [one.wording for one in in_force(anew)] == ["Toch weer"]
    assert len(in_force(anew)[0].earlier) == 1


def test_nothing_settled_is_no_agreement() -> None:
    assert settle(a_group(), "passen", "Passen", "  ", DAY) == a_group()


def test_the_group_does_as_it_agreed() -> None:
    group = a_group()
    brings, titles = (next(one for one in FIELDS if one.id == topic) for topic in ("werkinbreng", "titels"))
    group = settle(group, "werkinbreng", "Werkinbreng", brings.choices[1], DAY)
    group = settle(group, "titels", "Titels", titles.choices[0], DAY)
    group = as_agreed(group, FIELDS)
    assert (group.brings, group.keep_titles) == ("meeting", True)
    group = settle(group, "werkinbreng", "Werkinbreng", "In onze eigen woorden", LATER)
    group = settle(group, "titels", "Titels", titles.choices[1], LATER)
    group = as_agreed(group, FIELDS)
    assert (group.brings, group.keep_titles) == ("meeting", False)


def test_titles_that_are_kept_no_longer_are_gone() -> None:
    past = replace(a_past(DAY), cases=(PastCase(presenter=ANNA, method="x", title="Het gesprek"),))
    group = keep_titles(replace(a_group(), past=(past,)), True)
    assert group.past[0].cases[0].title == "Het gesprek"
    assert keep_titles(group, False).past[0].cases[0].title == ""


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["", "x", "y"])), max_size=12))
def test_whatever_is_settled_the_days_of_a_wording_join_up(acts: list[tuple[str, str]]) -> None:
    group, holds, day = a_group(), {"a": "", "b": ""}, DAY
    for topic, wording in acts:
        day += timedelta(days=1)
        group = settle(group, topic, topic, wording, day)
        holds[topic] = wording
    assert {one.topic: one.wording for one in in_force(group)} == {t: w for t, w in holds.items() if w}
    for agreed in group.agreements:
        spans = [(was.since, was.until) for was in agreed.earlier]
        assert all(since < until for since, until in spans)
        assert all(until <= later for (_s, until), (later, _u) in pairwise(spans))
        assert all(until <= agreed.since for _since, until in spans)
