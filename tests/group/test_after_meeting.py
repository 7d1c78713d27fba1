"""What a meeting adds to its group, once or again, and nothing of what was said in a case."""

from datetime import date, time, timedelta

import msgspec
import pytest
from msgspec.structs import replace

from intervisie_tui.group.after_meeting import after_meeting
from intervisie_tui.group.agreements import agreed_on, in_force, settle
from intervisie_tui.group.hours import hours
from intervisie_tui.group.intentions import CameOf, close, evaluation_due, open_intentions
from intervisie_tui.group.members import add, change, leave, name_of
from intervisie_tui.group.model import Answer, Group, NextMeeting
from intervisie_tui.group.rota import Proposed, queue
from intervisie_tui.meeting.model import HandedOver, Meeting
from tests.group.groups import ANNA, BRAM, CAS, DAY, DINA, EVA, SCRIPTS, a_group, a_meeting, ended, meeting_id, said

NEXT = date(2026, 4, 14)
INTENTION = {"stap": "Ik bel de ouder", "wanneer": "vrijdag", "aan-wie": "Dina"}


def intends(meeting: Meeting, by: str, **parts: str) -> Meeting:
    return said(meeting, "closing", by=by, kind="intention", parts=INTENTION | parts)


def case_meeting(group: Group, day: date = DAY, by: str = ANNA) -> Meeting:
    return ended(intends(a_meeting(group, day, cases=(by,)), by))


def test_the_group_remembers_who_was_there_who_did_what_and_how_long() -> None:
    meeting = a_meeting(a_group(), DAY, cases=(ANNA,), presence={BRAM: "excused", EVA: "absent"})
    group = after_meeting(a_group(), ended(meeting, 90))
    (past,) = group.past
    assert {one.member: one.presence for one in past.attended} == {
        ANNA: "present",
        BRAM: "excused",
        CAS: "present",
        DINA: "present",
        EVA: "absent",
    }
    assert (past.facilitators, past.timekeepers, past.scribes) == ((DINA,), (CAS,), (EVA,))
    assert [(case.presenter, case.method, case.title) for case in past.cases] == [
        (ANNA, "Balint-methode, 5 stappen", "")
    ]
    assert past.seconds == 90 * 60
    assert {one.member.id: one.seconds for one in hours(group)} == {
        ANNA: 5400,
        BRAM: 0,
        CAS: 5400,
        DINA: 5400,
        EVA: 0,
    }
    assert queue(group, "presenter")[-1].member.id == ANNA


def test_late_and_early_go_off_the_hours() -> None:
    meeting = ended(a_meeting(a_group(), DAY, cases=(ANNA,)), 90)
    anna, bram, cas, *others = meeting.participants
    late = replace(bram, arrived=meeting.started + timedelta(minutes=20))
    early = replace(cas, left=True, left_at=meeting.started + timedelta(minutes=60))
    group = after_meeting(a_group(), replace(meeting, participants=(anna, late, early, *others)))
    there = {one.member: one for one in group.past[0].attended}
    assert (there[BRAM].late, there[BRAM].seconds) == (True, 70 * 60)
    assert (there[CAS].left_early, there[CAS].seconds) == (True, 60 * 60)


def test_the_same_meeting_again_changes_nothing() -> None:
    group = a_group()
    meeting = said(case_meeting(group), "closing", "14 april 19:30", topic="datum")
    once = after_meeting(group, meeting)
    assert after_meeting(once, meeting) == once
    assert once.next == NextMeeting(day=NEXT, at=time(19, 30), set_in=meeting.id)


def test_a_meeting_taken_up_again_takes_the_place_of_what_it_gave() -> None:
    group = a_group()
    once = after_meeting(group, case_meeting(group))
    meeting = ended(intends(a_meeting(group, DAY, cases=(ANNA, BRAM)), BRAM, stap="Ik wacht af"), 120)
    again = after_meeting(once, meeting)
    assert again == after_meeting(group, meeting)
    assert [one.who for one in again.intentions] == [BRAM]
    assert len(again.past) == 1


@pytest.mark.parametrize("spoil", [lambda m: replace(m, ended=None), lambda m: replace(m, group="2026-01-01-0000")])
def test_a_meeting_that_has_not_ended_or_is_of_another_group_changes_nothing(spoil: object) -> None:
    assert callable(spoil)
    assert after_meeting(a_group(), spoil(case_meeting(a_group()))) == a_group()


def test_titles_are_kept_only_where_the_group_agreed_to_that() -> None:
    meeting = case_meeting(a_group())
    assert b"titel van" not in msgspec.json.encode(after_meeting(a_group(), meeting))
    kept = after_meeting(replace(a_group(), keep_titles=True), meeting)
    assert kept.past[0].cases[0].title == f"titel van {ANNA}"


def test_nothing_that_was_said_in_a_case_comes_into_the_group() -> None:
    meeting = said(case_meeting(a_group()), "case", "HET VERHAAL VAN FATIMA", by=ANNA, topic="feiten")
    meeting = said(meeting, "case", "WELKE VRAAG", by=ANNA, topic="vraag", kind="question")
    meeting = said(meeting, "closing", "HOE HET WAS", by=BRAM, kind="experience")
    group = after_meeting(replace(a_group(), keep_titles=True), meeting)
    kept = msgspec.json.encode(group).decode()
    assert not [word for word in ("FATIMA", "WELKE VRAAG", "HOE HET WAS") if word in kept]


def test_the_first_meeting_brings_agreements_with_their_date() -> None:
    meeting = said(
        a_meeting(a_group(), DAY, first=True), "first_meeting", "Alles blijft hier", topic="geheimhouding", step=3
    )
    meeting = said(meeting, "first_meeting", "We bewaren de titels", topic="titels", step=3)
    group = after_meeting(a_group(), ended(meeting))
    secret = agreed_on(group, "geheimhouding")
    assert secret
    assert (secret.label, secret.wording, secret.since) == ("Geheimhouding", "Alles blijft hier", DAY)
    assert group.keep_titles
    assert group.past[0].first
    assert group.past[0].cases == ()
    assert len(in_force(group)) == 2


def test_an_old_meeting_found_late_does_not_undo_what_was_agreed_since() -> None:
    later = settle(a_group(), "geheimhouding", "Geheimhouding", "Nieuw", DAY + timedelta(days=30))
    meeting = said(a_meeting(a_group(), DAY, first=True), "first_meeting", "Oud", topic="geheimhouding", step=3)
    assert [one.wording for one in in_force(after_meeting(later, ended(meeting)))] == ["Nieuw"]


def looked_back(group: Group, day: date, outcome: str = "deels") -> Meeting:
    meeting = a_meeting(group, day, cases=(BRAM,))
    meeting = said(meeting, "look_back", outcome, by=ANNA, topic="uitkomst")
    return ended(said(meeting, "look_back", "Ze nam niet op", by=ANNA, topic="regel"))


def test_an_intention_is_open_until_a_meeting_has_looked_back_on_it() -> None:
    group = after_meeting(a_group(), case_meeting(a_group()))
    (waiting,) = open_intentions(group)
    assert (waiting.who, waiting.step, waiting.when, waiting.report_to) == (ANNA, "Ik bel de ouder", "vrijdag", "Dina")
    group = after_meeting(group, looked_back(group, NEXT))
    assert open_intentions(group) == ()
    (closed,) = group.intentions
    assert (closed.outcome, closed.line, closed.closed, closed.closed_in) == (
        "deels",
        "Ze nam niet op",
        NEXT,
        meeting_id(NEXT),
    )


def test_a_look_back_that_was_skipped_leaves_it_open() -> None:
    group = after_meeting(a_group(), case_meeting(a_group()))
    meeting = looked_back(group, NEXT)
    skipped = tuple(replace(part, skipped=part.method.script == "look_back") for part in meeting.parts)
    assert len(open_intentions(after_meeting(group, replace(meeting, parts=skipped)))) == 1


def test_who_is_not_there_keeps_the_intention_for_later() -> None:
    group = after_meeting(a_group(), case_meeting(a_group()))
    meeting = a_meeting(group, NEXT, cases=(BRAM,), presence={ANNA: "excused"})
    assert "look_back" not in [part.method.script for part in meeting.parts]


def test_the_later_meeting_taken_up_again_may_say_otherwise() -> None:
    group = after_meeting(a_group(), case_meeting(a_group()))
    was = group
    group = after_meeting(group, looked_back(group, NEXT))
    group = after_meeting(group, looked_back(was, NEXT, "gedaan"))
    assert [one.outcome for one in group.intentions] == ["gedaan"]


def test_the_earlier_meeting_taken_up_again_keeps_what_was_found_out_since() -> None:
    first = case_meeting(a_group())
    group = after_meeting(a_group(), first)
    group = after_meeting(group, looked_back(group, NEXT))
    assert after_meeting(group, first) == group


def test_an_intention_can_be_closed_outside_a_meeting() -> None:
    group = after_meeting(a_group(), case_meeting(a_group()))
    group = close(group, group.intentions[0], CameOf("gedaan", "Belde vanmiddag"), NEXT)
    assert open_intentions(group) == ()
    assert group.intentions[0].closed_in == ""


def test_an_evaluation_is_kept_by_question_without_who_said_it() -> None:
    meeting = a_meeting(a_group(), DAY, cases=(ANNA,), evaluation=True)
    meeting = said(meeting, "evaluation", "Over werkdruk", by=BRAM, kind="experience")
    meeting = said(meeting, "evaluation", "Over onszelf", by=CAS, kind="experience")
    meeting = said(meeting, "evaluation", "Eerder beginnen", activity=2, topic="anders")
    (made,) = after_meeting(a_group(), ended(meeting)).evaluations
    assert made.answers == (
        Answer(question="Waar praten we te weinig over?", text="Over werkdruk\nOver onszelf"),
        Answer(question="Wat gaan we anders doen?", text="Eerder beginnen"),
    )


def test_twice_a_year_an_evaluation_is_due() -> None:
    assert not evaluation_due(a_group(), date(2027, 1, 1))
    group = after_meeting(a_group(), case_meeting(a_group()))
    assert not evaluation_due(group, DAY + timedelta(days=181))
    assert evaluation_due(group, DAY + timedelta(days=182))
    day = DAY + timedelta(days=200)
    meeting = said(a_meeting(group, day, evaluation=True), "evaluation", "x", by=BRAM, kind="experience")
    group = after_meeting(group, ended(meeting))
    assert not evaluation_due(group, day + timedelta(days=181))
    assert evaluation_due(group, day + timedelta(days=182))


def test_the_lead_that_was_handed_over_was_a_turn_for_both() -> None:
    meeting = case_meeting(a_group())
    handed = HandedOver(at=meeting.started, part=1, step=1, was=4, who=2)
    group = after_meeting(a_group(), replace(meeting, handed_over=(handed,)))
    assert group.past[0].facilitators == (DINA, BRAM)


def test_guests_are_in_no_role_and_no_list() -> None:
    meeting = a_meeting(a_group(), DAY, cases=(ANNA,))
    guest = len(meeting.participants)
    meeting = replace(meeting, facilitator=guest)
    meeting = replace(meeting, parts=tuple(replace(p, presenter=guest if p.presenter else None) for p in meeting.parts))
    group = after_meeting(a_group(), ended(meeting))
    assert group.past[0].facilitators == ()
    assert [case.presenter for case in group.past[0].cases] == [""]
    assert "Gast" not in str(group)


def test_history_is_right_after_a_new_name_and_after_leaving() -> None:
    group = after_meeting(a_group(), case_meeting(a_group()))
    group = leave(change(group, ANNA, name="Anne"), BRAM, NEXT)
    group = add(group, "Fleur", NEXT)
    day = NEXT + timedelta(days=7)
    group = after_meeting(group, case_meeting(group, day, by=CAS))
    first, second = group.past
    assert name_of(group, first.cases[0].presenter) == "Anne"
    assert [one.member for one in first.attended] == [ANNA, BRAM, CAS, DINA, EVA]
    assert [one.member for one in second.attended] == [ANNA, CAS, DINA, EVA, "m6"]
    assert name_of(group, BRAM) == "Bram"


def test_a_next_date_that_went_by_is_forgotten_and_a_later_one_is_not() -> None:
    coming = NextMeeting(day=DAY, at=time(19), minutes=90, place="Hal")
    group = replace(a_group(), next=coming)
    assert after_meeting(group, case_meeting(group)).next is None
    later = replace(group, next=replace(coming, day=NEXT))
    assert after_meeting(later, case_meeting(group)).next == later.next
    meeting = said(case_meeting(group), "closing", "14 april", topic="datum")
    assert after_meeting(group, meeting).next == NextMeeting(day=NEXT, minutes=90, place="Hal", set_in=meeting.id)


def test_a_part_that_never_began_was_nobodys_turn() -> None:
    meeting = a_meeting(a_group(), DAY, cases=(ANNA, BRAM), roles=Proposed(facilitator=DINA))
    whole = ended(meeting)
    last_case = max(p for p, part in enumerate(whole.parts) if part.method.script == "case")
    spent = tuple((0,) * len(row) if p == last_case else row for p, row in enumerate(whole.clock.spent))
    group = after_meeting(a_group(), replace(whole, clock=replace(whole.clock, spent=spent)))
    assert [case.presenter for case in group.past[0].cases] == [ANNA]


def test_a_pause_is_nobodys_hour() -> None:
    meeting = ended(a_meeting(a_group(), DAY, cases=(ANNA,)), 90)
    opening, *rest = meeting.parts
    pause = replace(opening, method=SCRIPTS["pause"])
    group = after_meeting(a_group(), replace(meeting, parts=(pause, *rest)))
    assert group.past[0].seconds == 60 * 60
    assert {one.seconds for one in group.past[0].attended} == {60 * 60}


def test_a_case_that_was_chosen_has_the_title_under_which_it_was_offered() -> None:
    meeting = said(a_meeting(a_group(), DAY, cases=(ANNA,)), "opening", "Vast in een gesprek", by=ANNA, kind="case")
    parts = tuple(
        replace(part, title="", proposal=1) if part.method.script == "case" else part for part in meeting.parts
    )
    group = after_meeting(replace(a_group(), keep_titles=True), ended(replace(meeting, parts=parts)))
    assert group.past[0].cases[0].title == "Vast in een gesprek"
