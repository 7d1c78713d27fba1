"""The choices of the set-up as a value: whatever is chosen in whatever order, nobody is lost and nobody is twice."""

from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.meeting.starting import able_to_pair, what_is_wrong
from intervisie_tui.tui.screens import setup_choices as choose
from intervisie_tui.tui.screens.setup_choices import NOBODY, Choices, finished, nothing_yet, understood, units
from tests.builders import method

PEOPLE = st.integers(0, 8)
NAMES = st.lists(st.sampled_from(["Anna", "Bram", "Cas", "anna", "[/x]", "Eva", "Fop"]), min_size=0, max_size=9)
ACTS = st.one_of(
    st.tuples(st.sampled_from(["presenter", "facilitator", "partner", "apart"]), PEOPLE),
    st.tuples(st.sampled_from(["joins", "proposal"]), st.none()),
    st.tuples(st.just("names"), NAMES),
)


def with_people(count: int) -> Choices:
    """So many people, in pairs, without anybody who brings the case."""
    names = ",".join("ABCDEFGHIJ"[:count])
    return choose.with_working(choose.with_names(nothing_yet(method("balint-5"), "nl"), names))


def done(choices: Choices, act: tuple[str, object]) -> Choices:
    """The choices after an act; one that has no meaning changes nothing."""
    match act:
        case ("names", list() as names):
            return choose.with_names(choices, "\n".join(names))
        case ("joins", _) if choices.setup.facilitator is not None:
            return choose.with_joining(choices)
        case ("proposal", _):
            return choose.with_proposed_pairs(choices)
        case (what, int() as who) if who < len(choices.setup.names):
            if what == "presenter":
                return choose.with_presenter(choices, who)
            if what == "facilitator" and who != choices.setup.presenter:
                return choose.with_facilitator(choices, who)
            if any(who in unit for unit in units(choices)):
                return (choose.with_other_partner if what == "partner" else choose.with_apart)(choices, who)
    return choices


@given(st.lists(ACTS, max_size=25))
def test_everybody_who_asks_is_in_exactly_one_place(acts: list[tuple[str, object]]) -> None:
    choices = with_people(6)
    for act in acts:
        choices = done(choices, act)
        found = units(choices)
        assert sorted(who for unit in found for who in unit) == list(able_to_pair(choices.setup))
        alone = [unit[0] for unit in found if len(unit) == 1]
        together = sum(len(unit) for unit in found) - len(choices.apart.intersection(alone))
        assert all(len(unit) <= 3 for unit in found)
        assert sum(len(unit) == 3 for unit in found) <= together % 2
        assert what_is_wrong(finished(choices)) in ("", what_is_wrong(choices.setup))


@given(st.integers(2, 9), st.data())
def test_one_key_brings_every_other_person_as_a_partner(count: int, data: st.DataObject) -> None:
    choices = with_people(count)
    who = data.draw(st.integers(0, count - 1))
    met: set[int] = set()
    for _ in range(count):
        met |= {one for unit in units(choices) if who in unit for one in unit}
        choices = choose.with_other_partner(choices, who)
    assert met == set(range(count))


def test_of_two_people_alone_there_is_no_other_partner() -> None:
    choices = with_people(2)
    assert choose.with_other_partner(choices, 0) == choices


def test_who_worked_alone_joins_again_by_asking_for_a_partner() -> None:
    choices = choose.with_apart(with_people(4), 1)
    assert (1,) in units(choices)
    assert units(choose.with_other_partner(choices, 1)) == ((0, 1), (2, 3))


def test_a_name_that_is_corrected_is_still_the_same_person() -> None:
    choices = choose.with_timekeeper(choose.with_presenter(with_people(3), 1), 2)
    corrected = choose.with_names(choices, "A, Bea, C").setup
    assert (corrected.presenter, corrected.timekeeper) == (1, 2)


def test_names_in_another_order_keep_their_roles() -> None:
    choices = choose.with_facilitator(choose.with_presenter(with_people(3), 0), 1)
    turned = choose.with_names(choices, "C\nB\nA").setup
    assert (turned.presenter, turned.facilitator) == (2, 1)


def test_when_the_one_who_leads_is_gone_nobody_leads_or_takes_part_as_such() -> None:
    choices = choose.with_joining(choose.with_facilitator(with_people(3), 2))
    left = choose.with_names(choices, "A, B").setup
    assert (left.facilitator, left.facilitator_joins) == (None, False)


def test_a_star_marks_the_inbrenger_only_where_there_is_one() -> None:
    assert understood("Anna\n*Inez, Bram") == (("Anna", "Inez", "Bram"), 1)
    assert understood("*Anna\n*Inez") == (("Anna", "Inez"), NOBODY)
    assert understood("*\n* ;Anna") == (("Anna",), NOBODY)


@given(st.text(max_size=400))
def test_any_text_is_understood_as_names_that_can_be_told_apart(text: str) -> None:
    names, starred = understood(text)
    assert len({name.casefold() for name in names}) == len(names)
    assert starred == NOBODY or 0 <= starred < len(names)


def test_a_book_is_not_read_to_the_end() -> None:
    names, _starred = understood("a\n" * 1_000_000)
    assert 40 < len(names) <= 100
