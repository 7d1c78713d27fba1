"""Whose turn it is: whatever the order of joins, leaves and meetings, it is that of who waited longest."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.group.members import active, add, come_back, leave, new_group
from intervisie_tui.group.model import Group
from intervisie_tui.group.rota import Duty, Proposed, propose, queue
from tests.group.groups import ANNA, BRAM, CAS, DAY, DINA, EVA, a_group, a_past

FIRST = date(2026, 1, 1)


def names(group: Group, duty: Duty = "presenter") -> list[str]:
    return [waiting.member.name for waiting in queue(group, duty)]


def held(group: Group, days: int, **had: object) -> Group:
    past = a_past(DAY + timedelta(days=days), **had)  # type: ignore[arg-type]  # the keywords of a_past
    return replace(group, past=(*group.past, past))


def test_at_first_it_is_the_order_of_joining() -> None:
    assert names(a_group()) == ["Anna", "Bram", "Cas", "Dina", "Eva"]


def test_who_had_a_turn_goes_to_the_back() -> None:
    group = held(held(a_group(), 10, cases=(ANNA,)), 20, cases=(CAS,))
    assert names(group) == ["Bram", "Dina", "Eva", "Anna", "Cas"]
    assert names(group, "facilitator") == ["Anna", "Bram", "Cas", "Dina", "Eva"]


def test_of_two_cases_in_one_meeting_who_came_first_waits_longer() -> None:
    assert names(held(a_group(), 10, cases=(DINA, ANNA)))[-2:] == ["Dina", "Anna"]


def test_a_newcomer_waits_from_the_day_of_joining() -> None:
    group = held(a_group(), 10, cases=(ANNA,))
    group = add(group, "Fleur", DAY + timedelta(days=15))
    group = held(group, 20, cases=(BRAM,))
    assert names(group) == ["Cas", "Dina", "Eva", "Anna", "Fleur", "Bram"]


def test_who_left_has_no_turn_and_who_comes_back_waits_from_then() -> None:
    group = leave(a_group(), ANNA, DAY + timedelta(days=5))
    assert names(group) == ["Bram", "Cas", "Dina", "Eva"]
    group = held(group, 10, cases=(BRAM,))
    group = come_back(group, ANNA, DAY + timedelta(days=12))
    assert names(group) == ["Cas", "Dina", "Eva", "Bram", "Anna"]


def test_since_when_somebody_waits_is_told() -> None:
    first, *_others, last = queue(held(a_group(), 10, cases=(ANNA,)), "presenter")
    assert (first.since, first.had) == (DAY, False)
    assert (last.since, last.had) == (DAY + timedelta(days=10), True)


def test_each_is_proposed_for_one_thing_of_those_who_are_here() -> None:
    group = a_group()
    assert propose(group, [ANNA, BRAM, CAS, DINA, EVA]) == Proposed(
        presenter=ANNA, facilitator=BRAM, timekeeper=CAS, scribe=DINA
    )
    assert propose(group, [EVA, CAS]) == Proposed(presenter=CAS, facilitator=EVA)
    assert propose(group, []) == Proposed()


def test_with_a_presenter_known_or_still_to_choose_the_others_follow() -> None:
    group = a_group()
    assert propose(group, [ANNA, BRAM, CAS], presenter=BRAM) == Proposed(presenter=BRAM, facilitator=ANNA)
    assert propose(group, [ANNA, BRAM, CAS], presenter="") == Proposed(facilitator=ANNA, timekeeper=BRAM)


def test_a_guest_who_brought_a_case_waits_for_nothing() -> None:
    assert names(held(a_group(), 10, cases=("",))) == ["Anna", "Bram", "Cas", "Dina", "Eva"]


@st.composite
def histories(draw: st.DrawFn) -> tuple[Group, dict[str, tuple[int, int]]]:
    """A group after any joins, leaves, returns and meetings, and since when each waits: the event, or the joining.

    Each event has a day of its own, so nobody waits equally long but those who joined together.
    """
    group = new_group("Groep", ["A", "B"], "2026-01-01-1000", FIRST)
    waits = {one.id: (0, place) for place, one in enumerate(group.members)}
    for day in range(1, draw(st.integers(0, 25)) + 1):
        when, event = FIRST + timedelta(days=day), draw(st.sampled_from(["join", "leave", "back", "meet"]))
        ids = [one.id for one in active(group)]
        gone = [one.id for one in group.members if one.left]
        if event == "join":
            group = add(group, f"N{day}", when)
            waits[group.members[-1].id] = (day, len(group.members))
        elif event == "leave" and ids:
            group = leave(group, draw(st.sampled_from(ids)), when)
        elif event == "back" and gone:
            who = draw(st.sampled_from(gone))
            group = come_back(group, who, when)
            waits[who] = (day, 0)
        elif event == "meet" and ids:
            bring = draw(st.lists(st.sampled_from(ids), max_size=3, unique=True))
            group = replace(group, past=(*group.past, a_past(when, cases=bring)))
            waits |= {who: (day, place) for place, who in enumerate(bring)}
    order = draw(st.permutations(group.past))
    return replace(group, past=tuple(order)), waits


@given(histories())
@settings(max_examples=200, deadline=None)
def test_whatever_came_and_went_who_waited_longest_is_proposed(
    history: tuple[Group, dict[str, tuple[int, int]]],
) -> None:
    group, waits = history
    ids = [one.id for one in active(group)]
    expected = sorted(ids, key=waits.__getitem__)
    assert [waiting.member.id for waiting in queue(group, "presenter")] == expected
    assert propose(group, ids).presenter == (expected[0] if expected else "")


def test_in_a_year_all_bring_equally_often_and_everybody_does_everything() -> None:
    group = a_group()
    duties: tuple[Duty, ...] = ("presenter", "facilitator", "timekeeper", "scribe")
    counts = {duty: dict.fromkeys([ANNA, BRAM, CAS, DINA, EVA], 0) for duty in duties}
    for month in range(10):
        roles = propose(group, [one.id for one in active(group)])
        for duty in duties:
            counts[duty][getattr(roles, duty)] += 1
        past = a_past(DAY + timedelta(days=30 * month), cases=(roles.presenter,), leads=roles.facilitator)
        past = replace(past, timekeepers=(roles.timekeeper,), scribes=(roles.scribe,))
        group = replace(group, past=(*group.past, past))
    assert set(counts["presenter"].values()) == {2}
    assert all(min(had.values()) >= 1 for had in counts.values())
