"""The set-up of a meeting of a group as a value: who is here has the roles, and the meeting can begin."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.group.model import Group
from intervisie_tui.meeting.gathering import convene, what_is_wrong
from intervisie_tui.meeting.model import Now, Refused
from intervisie_tui.method.catalogue import Catalogue, builtin_folder, load
from intervisie_tui.tui.screens import setup_choices, setup_company
from intervisie_tui.tui.screens.setup_choices import Choices, Here, nothing_yet
from intervisie_tui.tui.screens.setup_gather import gathered, minutes_around
from intervisie_tui.tui.screens.setup_page import minutes_until
from tests.builders import method
from tests.group.groups import ANNA, BRAM, CAS, DAY, DINA, SCRIPTS, ZONE, a_group
from tests.tui.a_year import TODAY, a_year

NOW = datetime(2026, 11, 24, 19, 40, tzinfo=ZONE)
CATALOGUE: Catalogue = load((builtin_folder(),), "nl")


def chosen(group: Group, *, first: bool = False) -> Choices:
    script = SCRIPTS["first_meeting"] if first else None
    return setup_company.with_group(nothing_yet(method("balint-5"), "nl"), group, TODAY, script)


def names(choices: Choices) -> tuple[str, ...]:
    """Presenter, facilitator, timekeeper and scribe by name, "" for nobody."""
    setup, company = choices.setup, choices.company
    assert company is not None
    held = (None if setup.presenter < 0 else setup.presenter, setup.facilitator, setup.timekeeper, company.scribe)
    return tuple("" if who is None else setup.names[who] for who in held)


def test_a_group_fills_the_set_up_and_the_rota_proposes() -> None:
    choices = chosen(a_year())
    assert choices.setup.names == ("Anna", "Bram", "Cas", "Dina")  # Eva left
    assert names(choices) == ("Bram", "Anna", "Cas", "")  # Anna brought a case, Cas led; one is left to ask


def test_who_is_not_here_has_no_role_and_the_next_one_is_proposed() -> None:
    choices = setup_company.with_here(chosen(a_year()), 1, "excused")
    assert choices.setup.names == ("Anna", "Cas", "Dina")
    assert "Bram" not in names(choices)
    assert names(setup_company.with_here(choices, 1, "present")) == names(chosen(a_year()))


def test_what_somebody_chose_stays_and_the_rota_fills_the_rest() -> None:
    choices = setup_choices.with_facilitator(chosen(a_year()), 3)
    choices = setup_company.by_rota(setup_company.chosen_by_hand(choices, "facilitator"))
    choices = setup_company.with_here(choices, 1, "absent")
    assert names(choices)[1] == "Dina"
    assert len(set(names(choices)) - {""}) == len([name for name in names(choices) if name])


def test_choosing_together_needs_no_presenter_and_goes_back_to_the_rota() -> None:
    choices = setup_company.with_choosing(chosen(a_year()))
    assert names(choices)[0] == ""
    assert names(setup_company.with_choosing(choices)) == names(chosen(a_year()))


def test_the_parts_are_what_a_next_meeting_has_and_who_is_absent_stands_in_it() -> None:
    choices = setup_company.with_here(chosen(a_year()), 3, "later")
    choices = setup_company.with_guest(choices, "Gerda")
    company = choices.company
    assert company is not None
    gathering = gathered(choices, company, CATALOGUE, NOW)
    assert [part.method.script for part in gathering.parts] == ["opening", "look_back", "case", "evaluation", "closing"]
    assert [(one.name, one.member, one.presence) for one in gathering.people] == [
        ("Anna", ANNA, "present"),
        ("Bram", BRAM, "present"),
        ("Cas", CAS, "present"),
        ("Dina", DINA, "absent"),
        ("Gerda", "", "present"),
    ]
    assert gathering.people[gathering.parts[2].presenter or 0].name == "Bram"
    assert gathering.agreed == 110  # until 21:30, as the appointment of today says
    assert [one.topic for one in gathering.agreements] == ["geheimhouding", "regelmaat"]
    meeting = convene(gathering, "2026-11-24-1940", Now(stamp=NOW, tick=0))
    assert meeting.group == company.group.id


def test_a_first_meeting_has_no_case_and_its_own_steps_may_be_longer() -> None:
    choices = chosen(a_group(), first=True)
    choices = setup_choices.with_more(choices, 0, 5)
    company = choices.company
    assert company is not None
    gathering = gathered(choices, company, CATALOGUE, NOW)
    assert [part.method.script for part in gathering.parts] == ["first_meeting", "closing"]
    assert gathering.parts[0].total == SCRIPTS["first_meeting"].minutes + 5
    assert what_is_wrong(gathering) == ""
    assert names(choices)[0] == ""


def test_the_case_that_is_chosen_later_has_its_time_kept() -> None:
    choices = setup_company.with_choosing(chosen(a_year()))
    company = choices.company
    assert company is not None
    gathering = gathered(choices, company, CATALOGUE, NOW)
    choosing = next(part for part in gathering.parts if part.method.script == "choosing")
    assert choosing.reserved == method("balint-5").minutes
    before, after = minutes_around(company, CATALOGUE)
    total = sum(part.total + part.reserved for part in gathering.parts)
    assert before + after + method("balint-5").minutes == total


def test_a_guest_without_a_name_is_refused() -> None:
    with pytest.raises(Refused):
        setup_company.with_guest(chosen(a_year()), "  ")


def test_an_end_before_now_is_tomorrow() -> None:
    assert minutes_until(time(21, 30), NOW) == 110
    assert minutes_until(time(0, 10), NOW) == 270
    assert minutes_until(time(19, 40), NOW) == 24 * 60
    for seconds in (1, 29, 31, 59):
        begun = NOW + timedelta(seconds=seconds)
        assert f"{begun + timedelta(minutes=minutes_until(time(21, 30), begun)):%H:%M}" == "21:30"


HERE: st.SearchStrategy[Here] = st.sampled_from(["present", "later", "excused", "absent"])
ACTS = st.one_of(
    st.tuples(st.just("here"), st.integers(0, 3), HERE),
    st.tuples(st.sampled_from(["presenter", "facilitator", "timekeeper", "scribe"]), st.integers(0, 3), st.none()),
    st.tuples(st.just("choosing"), st.none(), st.none()),
)


def done(choices: Choices, act: tuple[str, object, object]) -> Choices:
    what, who, here = act
    if what == "choosing":
        return setup_company.with_choosing(choices)
    assert isinstance(who, int)
    if what == "here":
        return setup_company.with_here(choices, who, here)  # type: ignore[arg-type]  # drawn from its values
    if who >= len(choices.setup.names):
        return choices
    if what == "scribe":
        return setup_company.with_scribe(choices, who)
    if what == "facilitator" and who == choices.setup.presenter:
        return choices
    change = {
        "presenter": setup_choices.with_presenter,
        "facilitator": setup_choices.with_facilitator,
        "timekeeper": setup_choices.with_timekeeper,
    }[what]
    return setup_company.by_rota(setup_company.chosen_by_hand(change(choices, who), what))  # type: ignore[arg-type]  # a duty


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, max_size=12))
def test_in_whatever_order_things_are_chosen_roles_are_held_by_who_is_here(
    acts: list[tuple[str, object, object]],
) -> None:
    group = replace(a_year(), made=DAY)
    choices = chosen(group)
    for act in acts:
        choices = done(choices, act)
    setup, company = choices.setup, choices.company
    assert company is not None
    assert setup.names == tuple(seat.name for seat in company.seats if seat.here == "present")
    for who in (setup.facilitator, setup.timekeeper, company.scribe):
        assert who is None or 0 <= who < len(setup.names)
    assert setup.facilitator is None or setup.facilitator != setup.presenter
    gathering = gathered(choices, company, CATALOGUE, NOW)
    few = len(setup.names) < 3
    assert few or what_is_wrong(gathering) in ("", "Kies wie de casus inbrengt.")
    assert sum(part.total for part in gathering.parts) * 60 < timedelta(days=1).total_seconds()
