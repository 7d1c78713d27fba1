"""The facilitator guards the process, and it is kept with its time."""

import msgspec

from intervisie_tui.archive.markdown import markdown
from intervisie_tui.meeting.intervening import intervene, step_in
from intervisie_tui.meeting.model import Intervention
from intervisie_tui.method.remedies import Remedy
from intervisie_tui.tui.summary_text import text
from tests.builders import Clock, begin

PARK = Remedy(id="advies-parkeren", title="Advies bewaren", say="Straks, {inbrenger}.")


def test_a_line_that_was_said_is_kept_with_its_title_step_and_time() -> None:
    clock = Clock()
    meeting = step_in(begin("balint-5", clock), PARK, clock.wait(minutes=2))
    (kept,) = meeting.part.interventions
    assert (kept.act, kept.title, kept.step, kept.at, kept.pitfall) == (PARK.id, PARK.title, 0, clock.stamp, "")
    assert meeting.next_number == kept.number + 1


def test_what_is_read_later_has_both_sorts_by_their_title() -> None:
    clock = Clock()
    meeting = intervene(begin("balint-5", clock), "Kruisverhoor", clock.now)
    meeting = step_in(meeting, PARK, clock.wait(minutes=1))
    assert "- 19:30 Kruisverhoor\n- 19:31 Advies bewaren\n" in markdown(meeting)
    read = " ".join(text(meeting, 60).plain.split())
    assert "19:30 Kruisverhoor Vraagintroductie 19:31 Advies bewaren Vraagintroductie" in read


def test_an_intervention_from_before_there_were_remedies_is_read_as_it_was() -> None:
    old = {"number": 3, "step": 1, "pitfall": "Kruisverhoor", "at": "2026-03-03T19:30:00+01:00"}
    assert msgspec.convert(old, Intervention).act == ""
