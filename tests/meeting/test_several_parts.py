"""A meeting of several parts: in order, skipped, added to, moved and dropped, led by different people."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from intervisie_tui.archive.transcript import decode, encode
from intervisie_tui.meeting.choosing import vote
from intervisie_tui.meeting.clock import carry, expected_end, spent, total
from intervisie_tui.meeting.gathering import Gathering, Person, Planned, convene, order, what_is_wrong
from intervisie_tui.meeting.handing import assign, hand_over
from intervisie_tui.meeting.model import Meeting, Place, Refused
from intervisie_tui.meeting.moving import ahead, back, can_skip, finish, go_to, skip
from intervisie_tui.meeting.people import keeps_time, leads, members, present, presenters, writes_down
from intervisie_tui.meeting.planning import CasePlan, add_case, add_part, drop_part, move_part, plan
from intervisie_tui.meeting.presence import arrive, come_back, join, leave, set_presence
from intervisie_tui.meeting.reflow import follow, ways
from intervisie_tui.meeting.saying import Words, say, tell
from intervisie_tui.method.model import Method, Script
from tests.builders import ANNA, BRAM, CAS, DINA, GERDA, INEZ, NAMES, Clock, begin, method, on, whose
from tests.meeting import gatherings
from tests.meeting.gatherings import INTENTION, evening, first_place, gathering, part_of, scripts


def parts_of(meeting: Meeting) -> list[str]:
    return [part.method.script for part in meeting.parts]


def at_part(meeting: Meeting, clock: Clock, script: Script, nth: int = 0) -> Meeting:
    return go_to(meeting, first_place(meeting, part_of(meeting, script, nth)), clock.now)


def test_the_parts_of_an_evening_follow_each_other_as_a_group_wants_them(clock: Clock) -> None:
    assert parts_of(evening("first", clock)) == ["first_meeting", "closing"]
    next_one = evening("next", clock)
    assert parts_of(next_one) == ["opening", "look_back", "choosing", "evaluation", "closing"]
    assert (next_one.parts[1].presenter, next_one.parts[1].intention) == (INEZ, INTENTION)
    assert parts_of(evening("two", clock)) == ["opening", "case", "pause", "case", "closing"]
    case = Planned(method=method("balint-5"), presenter=0)
    bare: dict[Script, Method] = {"closing": method("afsluiting")}
    assert [part.method.script for part in order(bare, (case,), evaluation=True)] == ["case", "closing"]
    assert [part.method.script for part in order(scripts(), (case,), opening=False)] == ["case", "closing"]


def test_who_is_not_there_is_in_the_record_and_has_no_turn(clock: Clock) -> None:
    people = tuple(
        Person(
            name=name,
            member=f"m{i}",
            presence="excused" if name == "Cas" else "absent" if name == "Dina" else "present",
        )
        for i, name in enumerate(NAMES)
    )
    meeting = evening("next", clock, people)
    assert present(meeting) == (INEZ, ANNA, BRAM, GERDA)
    assert [person.name for person in meeting.participants] == list(NAMES)
    clock.wait(minutes=12)
    meeting = arrive(meeting, CAS, clock.now)
    assert meeting.participants[CAS - 1].arrived == clock.stamp
    assert CAS in present(meeting)
    assert arrive(meeting, CAS, clock.wait(minutes=1)) == meeting
    meeting = set_presence(meeting, CAS, "excused")
    assert (meeting.participants[CAS - 1].presence, meeting.participants[CAS - 1].arrived) == ("excused", None)
    clock.wait(minutes=9)
    gone = leave(meeting, BRAM, clock.now)
    assert (gone.participants[BRAM - 1].left, gone.participants[BRAM - 1].left_at) == (True, clock.stamp)
    assert leave(gone, BRAM, clock.wait(minutes=1)) == gone
    assert come_back(gone, BRAM) == meeting
    late = join(meeting, "Eva", clock.now, member="m9")
    assert (late.participants[-1].arrived, late.participants[-1].member) == (clock.stamp, "m9")
    with pytest.raises(Refused, match="staat al in de lijst"):
        join(late, "Eva", clock.now, member="m9")
    with pytest.raises(Refused, match="minder dan twee"):
        set_presence(leave(leave(meeting, BRAM, clock.now), ANNA, clock.now), INEZ, "absent")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"people": ()}, "minstens twee"),
        ({"parts": ()}, "nog niets gepland"),
        ({"facilitator": 7}, "moet er ook zijn"),
        ({"facilitator": gatherings.INEZ}, "kan niet ook leiden"),
        ({"people": tuple(Person(name=str(n)) for n in range(41))}, "Meer dan 40"),
    ],
)
def test_what_cannot_begin_says_so(change: dict[str, object], why: str, clock: Clock) -> None:
    wrong: Gathering = replace(gathering("two"), **change)
    assert why in what_is_wrong(wrong)
    with pytest.raises(Refused, match=why):
        convene(wrong, "x", clock.now)


def test_a_part_is_skipped_in_one_act_and_kept_as_skipped_and_going_back_does_it_after_all(clock: Clock) -> None:
    meeting = evening("next", clock)
    meeting = tell(meeting, "gezegd", "De buren verbouwen.", clock.now)
    clock.wait(minutes=1)
    seen = meeting.place
    skipped = skip(meeting, seen, clock.now)
    assert skipped.parts[0].skipped
    assert skipped.parts[0].contributions == meeting.parts[0].contributions
    assert skipped.place == Place(part=1)
    assert skip(skipped, seen, clock.now) == skipped  # a second press of the key does nothing
    assert expected_end(skipped, clock.now) == expected_end(meeting, clock.now) - timedelta(minutes=4)
    assert carry(meeting, skipped, clock.now).parts == meeting.parts
    again = back(skipped, skipped.place, clock.now)
    assert (again.place, again.part.skipped) == (seen, False)


def test_going_back_comes_to_what_was_skipped_however_short_one_stood_there(clock: Clock) -> None:
    meeting = evening("next", clock)
    meeting = skip(skip(meeting, meeting.place, clock.now), Place(part=1), clock.now)
    assert meeting.place == Place(part=2)
    look_back = back(meeting, meeting.place, clock.now)
    assert [part.skipped for part in look_back.parts] == [True, False, False, False, False]
    opening = back(look_back, look_back.place, clock.now)
    assert (opening.place, opening.part.skipped) == (Place(), False)
    again = go_to(opening, Place(part=2), clock.now)
    assert skip(skip(opening, Place(), clock.now), Place(part=1), clock.now).place == again.place


def test_going_on_passes_over_a_part_that_was_skipped_before(clock: Clock) -> None:
    meeting = evening("next", clock)
    meeting = on(meeting, clock)
    meeting = skip(meeting, meeting.place, clock.now)
    first = go_to(meeting, Place(), clock.now)
    assert on(first, clock).place == Place(part=2)


def test_a_case_and_the_closing_are_not_skipped(clock: Clock) -> None:
    meeting = evening("two", clock)
    assert can_skip(meeting)
    for there in (at_part(meeting, clock, "case"), at_part(meeting, clock, "closing")):
        assert not can_skip(there)
        with pytest.raises(Refused, match="overgeslagen worden"):
            skip(there, there.place, clock.now)


def test_the_closing_asks_everyone_who_brought_a_case_for_one_step(clock: Clock) -> None:
    meeting = at_part(evening("two", clock), clock, "closing")
    meeting = go_to(meeting, Place(part=meeting.place.part, activity=1), clock.now)
    asked = []
    while ahead(meeting) != "end" and meeting.place.activity == 1:
        asked.append(whose(meeting))
        meeting = on(say(meeting, Words(parts=(("stap", "Ik bel."),)), clock.now), clock)
    assert asked == [(INEZ,), (CAS,)]


def test_without_a_case_the_closing_goes_from_how_it_was_to_the_agreements(clock: Clock) -> None:
    meeting = at_part(evening("first", clock), clock, "closing")
    while meeting.place.activity == 0:
        meeting = on(meeting, clock)
    assert meeting.place.activity == 2
    assert back(meeting, meeting.place, clock.now).place.activity == 0


def test_a_case_and_a_pause_are_added_after_the_present_part_and_their_time_is_counted(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    meeting = add_part(meeting, method("pauze"), 0, (5,))
    meeting = add_case(meeting, CasePlan(method=method("third"), presenter=BRAM, working="pairs"), 1)
    assert parts_of(meeting) == ["case", "pause", "case", "closing"]
    assert meeting.parts[2].pairs == ((INEZ, ANNA), (CAS, DINA))
    assert expected_end(meeting, clock.now) == clock.stamp + timedelta(minutes=45 + 5 + 21 + 10)
    lines = plan(meeting, clock.now)
    assert [line.title for line in lines] == ["Casus van Inez", "Pauze", "Casus van Bram", "Afsluiting"]
    assert [line.seconds // 60 for line in lines] == [45, 5, 21, 10]
    begins = [None if line.begins is None else (line.begins - clock.stamp).seconds // 60 for line in lines]
    assert begins == [None, 45, 50, 71]
    clock.wait(minutes=3)
    meeting = go_to(meeting, Place(part=2), clock.now)
    clock.wait(minutes=2)
    meeting = go_to(meeting, Place(part=3), clock.now)
    assert [spent(meeting, Place(part=p), clock.now) // 60_000 for p in (0, 2)] == [3, 2]
    assert [line.state for line in plan(meeting, clock.now)] == ["done", "done", "done", "now"]


def test_undoing_a_part_that_was_added_loses_no_time_and_redo_has_it_again(clock: Clock) -> None:
    before = begin("balint-5", clock)
    added = add_part(before, method("pauze"), 0)
    there = go_to(added, Place(part=1), clock.wait(minutes=3))
    clock.wait(minutes=4)
    undone = carry(before, there, clock.now)
    assert (len(undone.parts), undone.parts) == (2, before.parts)
    assert total(undone, clock.now) == 7 * 60_000
    assert decode(encode(undone)) == undone
    redone = carry(there, undone, clock.now)
    assert spent(redone, Place(part=1), clock.now) == 4 * 60_000
    assert decode(encode(redone)) == redone
    other = add_part(undone, method("evaluatie"), 0)
    assert (spent(other, Place(part=1)), total(other, clock.now)) == (0, 7 * 60_000)


def test_parts_to_come_are_moved_and_dropped_and_what_has_begun_is_not(clock: Clock) -> None:
    meeting = evening("two", clock)
    clock.wait(minutes=5)
    meeting = at_part(meeting, clock, "case")
    clock.wait(minutes=6)
    moved = move_part(meeting, 2, 1)
    assert parts_of(moved) == ["opening", "case", "case", "pause", "closing"]
    assert [spent(moved, Place(part=p), clock.now) // 60_000 for p in range(4)] == [5, 6, 0, 0]
    assert parts_of(drop_part(meeting, 2)) == ["opening", "case", "case", "closing"]
    acts: tuple[Callable[[], Meeting], ...] = (
        lambda: drop_part(meeting, 1),
        lambda: move_part(meeting, 2, -1),
        lambda: add_part(meeting, method("pauze"), 0),
    )
    for act in acts:
        with pytest.raises(Refused, match="al begonnen"):
            act()
    with pytest.raises(Refused, match="afsluiting blijft"):
        drop_part(meeting, 4)
    with pytest.raises(Refused, match="afsluiting blijft"):
        move_part(meeting, 3, 1)
    with pytest.raises(Refused, match="Na de afsluiting"):
        add_part(meeting, method("pauze"), 4)
    with pytest.raises(Refused, match="is er niet"):
        add_part(meeting, method("pauze"), 9)


def test_a_look_ahead_into_a_part_does_not_pin_it_but_words_do(clock: Clock) -> None:
    meeting = evening("two", clock)
    peeked = go_to(go_to(meeting, Place(part=4), clock.now), Place(part=0), clock.wait(seconds=4))
    assert parts_of(add_part(peeked, method("pauze"), 1))[2] == "pause"
    said = go_to(meeting, Place(part=4), clock.now)
    said = go_to(say(said, Words("Goed."), clock.now), Place(part=0), clock.now)
    with pytest.raises(Refused, match="al begonnen"):
        add_part(said, method("pauze"), 1)


def test_who_adds_a_case_chooses_somebody_who_is_there_and_does_not_lead(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    with pytest.raises(Refused, match="kan niet ook leiden"):
        add_case(meeting, CasePlan(method=method("third"), presenter=GERDA), 0)
    other = add_case(meeting, CasePlan(method=method("third"), presenter=GERDA, facilitator=ANNA), 0)
    assert leads(other, other.parts[1]) == ANNA
    away = leave(meeting, BRAM, clock.now)
    with pytest.raises(Refused, match="vandaag niet"):
        add_case(away, CasePlan(method=method("third"), presenter=BRAM), 0)


def test_each_part_has_its_own_roles_and_otherwise_those_of_the_meeting(clock: Clock) -> None:
    meeting = evening("two", clock)
    assert [leads(meeting, part) for part in meeting.parts] == [GERDA, GERDA, GERDA, BRAM, GERDA]
    assert (keeps_time(meeting), writes_down(meeting)) == (ANNA, DINA)
    meeting = assign(assign(meeting, 3, "scribe", ANNA), 3, "timekeeper", GERDA)
    there = at_part(meeting, clock, "case", 1)
    assert (leads(there), keeps_time(there), writes_down(there)) == (BRAM, GERDA, ANNA)
    assert members(there, there.part) == (INEZ, ANNA, DINA, GERDA)
    assert leads(assign(there, 3, "facilitator", None)) == GERDA
    with pytest.raises(Refused, match="kan nu niet ook leiden"):
        assign(meeting, 3, "facilitator", CAS)


def test_handing_over_in_the_middle_is_kept_and_gives_who_led_a_turn(clock: Clock) -> None:
    meeting = at_part(evening("two", clock), clock, "case")
    meeting = go_to(meeting, Place(part=1, step=1), clock.now)
    assert whose(meeting) == (ANNA, BRAM)
    after = hand_over(meeting, DINA, clock.now)
    assert [leads(after, part) for part in after.parts] == [GERDA, DINA, DINA, BRAM, DINA]
    (act,) = after.handed_over
    assert (act.part, act.step, act.was, act.who, act.at) == (1, 1, GERDA, DINA, clock.stamp)
    assert GERDA in members(after, after.part)
    assert DINA not in members(after, after.part)
    assert hand_over(after, DINA, clock.now) == after
    with pytest.raises(Refused, match="brengt de casus in"):
        hand_over(after, INEZ, clock.now)
    with pytest.raises(Refused, match="er nu niet"):
        hand_over(leave(after, CAS, clock.now), CAS, clock.now)
    assert decode(encode(after)) == after


def test_the_meeting_ends_after_all_its_parts_with_all_its_time(clock: Clock) -> None:
    meeting = evening("two", clock)
    for _turn in range(200):
        if ahead(meeting) == "end":
            break
        clock.wait(seconds=20)
        meeting = on(meeting, clock)
    assert meeting.place.part == 4
    over = finish(meeting, clock.wait(minutes=1))
    assert sum(map(sum, over.clock.spent)) == (clock.stamp - over.started) / timedelta(milliseconds=1)


def test_once_it_is_closed_nothing_is_planned_or_handed_over_any_more(clock: Clock) -> None:
    meeting = evening("two", clock)
    clock.wait(minutes=20)
    way = ways(meeting, clock.now)[0]
    over = finish(meeting, clock.now)
    acts: tuple[Callable[[], Meeting], ...] = (
        lambda: add_part(over, method("pauze"), 0),
        lambda: drop_part(over, 2),
        lambda: hand_over(over, ANNA, clock.now),
        lambda: follow(over, way),
        lambda: vote(over, ANNA, ()),
    )
    for act in acts:
        with pytest.raises(Refused, match="al afgesloten"):
            act()


def test_a_case_that_was_passed_over_has_been_brought_by_nobody(clock: Clock) -> None:
    meeting = at_part(evening("two", clock), clock, "case")
    first, second = (p for p, part in enumerate(meeting.parts) if part.method.script == "case")
    assert presenters(meeting) == (meeting.parts[first].presenter, meeting.parts[second].presenter)
    clock.wait(minutes=5)
    closing = next(p for p, part in enumerate(meeting.parts) if part.method.script == "closing")
    there = go_to(meeting, Place(part=closing, step=0, activity=0), clock.now)
    assert presenters(there) == (meeting.parts[first].presenter,)
