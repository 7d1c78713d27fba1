"""Sheets: what the middle of the screen shows of each kind of activity, as values."""

import pytest
from msgspec.structs import replace

from intervisie_tui.meeting.marking import confirm, mark, rate, sort_as
from intervisie_tui.meeting.model import Meeting, Refused
from intervisie_tui.meeting.moving import all_places, go_to
from intervisie_tui.meeting.saying import Words, answer, bring_up, keep, note, say, strike, sum_up, tell, write
from intervisie_tui.meeting.viewing import view
from intervisie_tui.method.model import Method, Talk, Tell, Who
from intervisie_tui.tui import sheets
from intervisie_tui.tui.sheets.base import Sheet
from intervisie_tui.tui.sheets.committing import changed, commit
from tests.builders import ANNA, INEZ, Clock, begin, method, on, stand

SECRET = "zwijgwoord"


def sheet_of(meeting: Meeting) -> Sheet:
    return sheets.of(view(meeting))


def rows(meeting: Meeting) -> list[str]:
    return [row.content.plain for row in sheet_of(meeting).rows]


def everything(sheet: Sheet) -> str:
    """All the words of a sheet."""
    fields = [f"{f.label} {f.hint} {f.saved} {f.initial} {f.key}" for f in sheet.fields]
    turns = [f"{turn.names} {turn.detail}" for turn in sheet.turns]
    return "\n".join(
        [sheet.speaks, sheet.heading, sheet.empty, *(r.content.plain for r in sheet.rows), *fields, *turns]
    )


@pytest.mark.parametrize("name", ["balint-5", "balint-8", "third"])
@pytest.mark.parametrize("working", ["alone", "pairs"])
def test_every_activity_of_every_method_has_a_sheet_that_says_who_speaks(clock: Clock, name: str, working: str) -> None:
    meeting = begin(name, clock, working=working)
    for at in all_places(meeting):
        sheet = sheet_of(go_to(meeting, at, clock.now))
        assert sheet.speaks
        assert sheet.empty or sheet.rows or sheet.fields
        assert len({field.key for field in sheet.fields}) == len(sheet.fields)


@pytest.mark.parametrize("name", ["balint-5", "balint-8", "third"])
def test_no_sheet_holds_what_is_hidden_but_that_of_its_turn(clock: Clock, name: str) -> None:
    meeting = begin(name, clock)
    for at in all_places(meeting):
        here = go_to(meeting, at, clock.now)
        if here.parts[at.part].method.steps[at.step].activities[at.activity].__class__.__name__ == "Write":
            meeting = write(on(write(here, SECRET, clock.now), clock), SECRET, clock.now)
    for at in all_places(meeting):
        here = go_to(meeting, at, clock.now)
        shown = any(w.text for part in view(here).parts for w in part.written)
        assert (SECRET in everything(sheet_of(here))) == shown


def test_a_round_shows_number_name_sort_marks_and_reply(clock: Clock) -> None:
    meeting = say(stand(begin("balint-8", clock), clock, "informatie"), Words("Wat\nvoelde je?"), clock.now)
    meeting = answer(sort_as(meeting, 1, "onderstroom"), "Boosheid.\nEn schaamte.", clock.now)
    assert rows(meeting) == [" 1 Anna  [onderstroom] Wat\n   voelde je?\n   ↳ Boosheid.\n     En schaamte."]


def test_what_was_struck_keeps_its_number_and_shows_no_words(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "advisering")
    meeting = on(say(meeting, Words("Bel hem."), clock.now), clock)
    meeting = strike(say(meeting, Words("Wacht."), clock.now), 1)
    assert rows(meeting) == [" 1 Anna  (doorgehaald)", " 2 Bram  Wacht."]


def test_a_contribution_of_parts_stands_part_under_part(clock: Clock) -> None:
    meeting = stand(begin("balint-8", clock), clock, "gedrag")
    meeting = say(meeting, Words(parts=(("waarneming", "Je lachte."), ("effect", "Ik schrok."))), clock.now)
    assert rows(meeting) == [" 1 Anna  Waarneming: Je lachte.\n   Effect: Ik schrok."]


def test_of_what_is_chosen_from_only_the_useful_is_marked(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "advisering")
    for advice in ("Bel hem.", "Wacht."):
        meeting = on(say(meeting, Words(advice), clock.now), clock)
    meeting = stand(mark(meeting, 2, "useful", True), clock, "evaluatie")
    assert rows(meeting) == [" 1 Anna  Bel hem.", " 2 Bram  ✓ bruikbaar  Wacht."]
    assert rows(strike(meeting, 1)) == [" 2 Bram  ✓ bruikbaar  Wacht."]


def test_figures_are_shown_as_dots_to_count(clock: Clock) -> None:
    meeting = stand(keep(begin("third", clock), "Het regent.", clock.now), clock, "wegen")
    assert rows(rate(meeting, 1, 3)) == ["●●●  Het regent."]


def test_a_summary_without_confirmation_has_no_rows_to_tick(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning", 1)
    assert sheet_of(meeting).rows == ()
    meeting = confirm(sum_up(meeting, "Nee zeggen.", clock.now), INEZ, True)
    assert rows(meeting)[:2] == ["✓ Inez  begrepen", "· Anna"]
    assert sheet_of(meeting).picks


def test_notes_stand_below_what_was_collected_in_every_kind_of_activity(clock: Clock) -> None:
    for name in ("balint-5", "third"):
        meeting = begin(name, clock)
        for at in all_places(meeting):
            here = note(go_to(meeting, at, clock.now), "Even stil.", clock.now)
            assert rows(here)[-1] == "✎  Even stil.", at


def test_in_pairs_two_are_named_and_numbered(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock, working="pairs"), clock, "probleemverkenning")
    assert sheet_of(meeting).fields[0].label == "Vraag 1 van Anna en Bram"
    assert sheet_of(meeting).speaks == "Anna en Bram vragen; Inez antwoordt"


@pytest.mark.parametrize(
    ("by", "speaks"),
    [
        ("presenter", "Inez vertelt; de anderen luisteren"),
        ("facilitator", "Gerda vertelt; de anderen luisteren"),
        ("member", "De groep, om de beurt; Inez luistert"),
        ("all", "Iedereen, om de beurt"),
    ],
)
def test_it_says_who_tells_as_the_method_has_it(clock: Clock, by: Who, speaks: str) -> None:
    own: Method = method("balint-5")
    activity = own.steps[0].activities[0]
    assert isinstance(activity, Tell)
    step = replace(own.steps[0], activities=(replace(activity, by=by), *own.steps[0].activities[1:]))
    meeting = begin("balint-5", clock)
    part = replace(meeting.part, method=replace(own, steps=(step, *own.steps[1:])))
    assert sheet_of(replace(meeting, parts=(part, *meeting.parts[1:]))).speaks == speaks


def test_in_a_round_of_the_presenter_the_group_listens(clock: Clock) -> None:
    own = method("balint-8")
    step = replace(own.steps[7], activities=(replace(own.steps[7].activities[0], by="presenter"),))
    meeting = begin("balint-8", clock)
    part = replace(meeting.part, method=replace(own, steps=(*own.steps[:7], step)))
    meeting = stand(replace(meeting, parts=(part, *meeting.parts[1:])), clock, "inzichten-groep")
    assert sheet_of(meeting).speaks == "Inez vertelt; de groep luistert"


def test_what_was_written_for_a_round_of_parts_comes_up_in_its_first_part(clock: Clock) -> None:
    own = method("third")
    parted = own.steps[4].activities[0]
    shown = replace(parted, by="member", starts_from="kern")
    steps = (*own.steps[:4], replace(own.steps[4], activities=(shown,)), *own.steps[5:])
    meeting = begin("third", clock)
    meeting = replace(meeting, parts=(replace(meeting.part, method=replace(own, steps=steps)), *meeting.parts[1:]))
    meeting = stand(write(stand(meeting, clock, "kern", 1), "Een muur.", clock.now), clock, "kring")
    assert [field.initial for field in sheet_of(meeting).fields] == ["Een muur.", ""]


def test_what_is_shown_on_request_is_put_in_the_field_then_only(clock: Clock) -> None:
    meeting = stand(
        write(stand(begin("balint-8", clock), clock, "associeren"), SECRET, clock.now), clock, "beeldvorming"
    )
    assert sheet_of(meeting).fields[0].initial == ""
    assert sheet_of(bring_up(meeting)).fields[0].initial == SECRET


def test_keys_of_fields_hold_no_words(clock: Clock) -> None:
    meeting = tell(begin("balint-8", clock), "vraag", SECRET, clock.now)
    for at in all_places(meeting):
        for field in sheet_of(go_to(meeting, at, clock.now)).fields:
            assert field.key.replace("/", "").replace(".", "").replace("-", "").isalnum()
            assert SECRET not in field.key


def test_only_what_differs_from_the_meeting_is_entered(clock: Clock) -> None:
    meeting = tell(begin("balint-5", clock), "feiten", "een", clock.now)
    fields = sheet_of(meeting).fields
    assert changed(fields, {"feiten": " een ", "vraag": "\u202e \x1b"}) == ()
    assert commit(meeting, fields, {"feiten": "een", "vraag": " "}, clock.now) is meeting
    after = commit(meeting, fields, {"feiten": "een", "vraag": "Hoe?"}, clock.now)
    assert [c.text for c in after.part.contributions] == ["een", "Hoe?"]


def test_of_a_question_and_its_answer_all_or_nothing_is_entered(clock: Clock) -> None:
    meeting = stand(begin("balint-5", clock), clock, "probleemverkenning")
    fields = sheet_of(meeting).fields
    with pytest.raises(Refused):
        commit(meeting, fields, {"text": "", "answer": "Een jaar."}, clock.now)
    after = commit(meeting, fields, {"text": "Wanneer?", "answer": "Een jaar."}, clock.now)
    assert [(c.text, c.by) for c in after.part.contributions] == [("Wanneer?", (ANNA,)), ("Een jaar.", (INEZ,))]
    assert on(after, clock).part.contributions == after.part.contributions
    assert sheet_of(on(after, clock)).turns[1].look == "now"


def test_a_talk_that_keeps_nothing_shows_what_the_step_asks(clock: Clock) -> None:
    meeting = begin("balint-5", clock)
    step = replace(meeting.step, group="Luister.", facilitator="Leg uit.", activities=(Talk(speaks=("all",)),))
    plain = replace(meeting.part.method, steps=(step, *meeting.part.method.steps[1:]))
    sheet = sheet_of(replace(meeting, parts=(replace(meeting.part, method=plain), *meeting.parts[1:])))
    assert "De groep: Luister." in sheet.empty
    assert "Leg uit." in sheet.empty
