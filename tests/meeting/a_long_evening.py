"""One evening of a group with everything that a meeting of several parts can have, for exports and samples."""

from intervisie_tui.meeting.choosing import choose_case, reveal, vote
from intervisie_tui.meeting.gathering import Person
from intervisie_tui.meeting.handing import hand_over
from intervisie_tui.meeting.marking import sort_as
from intervisie_tui.meeting.model import Meeting, Place
from intervisie_tui.meeting.moving import finish, go_to, skip
from intervisie_tui.meeting.planning import CasePlan, add_case, add_part
from intervisie_tui.meeting.presence import arrive, leave
from intervisie_tui.meeting.reflow import follow, ways
from intervisie_tui.meeting.saying import Words, say, strike, tell
from intervisie_tui.meeting.turns import pass_turn
from tests.builders import ANNA, BRAM, CAS, GERDA, INEZ, NAMES, Clock, method, on, stand
from tests.meeting.gatherings import evening, first_place, part_of


def long_evening(clock: Clock) -> Meeting:
    """A look-back, a case that is voted for, a pause left out, a second case led by Anna from its middle, and the end.

    Cas comes late and leaves early, Dina is excused; the opening is skipped.
    """
    people = tuple(
        Person(name=name, member=f"m{i}", presence="excused" if name in ("Cas", "Dina") else "present")
        for i, name in enumerate(NAMES, start=1)
    )
    meeting = evening("next", clock, people)
    meeting = skip(meeting, meeting.place, clock.wait(minutes=1))
    meeting = tell(meeting, "uitkomst", "deels", clock.wait(minutes=2))
    meeting = tell(meeting, "regel", "Ze nam niet op.", clock.now)
    meeting = _chosen(arrive(meeting, CAS, clock.wait(minutes=3)), clock)
    case = part_of(meeting, "case")
    meeting = go_to(meeting, Place(part=case), clock.wait(minutes=4))
    meeting = tell(meeting, "feiten", "Het overleg liep twee keer uit.", clock.now)
    meeting = tell(meeting, "vraag", "Hoe zeg ik dat ik weg moet?", clock.now)
    meeting = add_part(meeting, method("pauze"), case)
    second = CasePlan(method=method("balint-5"), presenter=INEZ, title="Een collega die zwijgt")
    meeting = add_case(meeting, second, case + 1)
    clock.wait(minutes=40)
    pause = first_place(meeting, case + 1)
    meeting = follow(meeting, next(way for way in ways(meeting, clock.now) if way.leaves == pause))
    meeting = go_to(meeting, Place(part=case + 2), clock.now)
    meeting = tell(meeting, "feiten", "In de pauze praat ze wel.", clock.wait(minutes=5))
    meeting = hand_over(meeting, ANNA, clock.now)
    meeting = follow(meeting, next(way for way in ways(meeting, clock.now) if way.kind == "shrink"))
    clock.wait(minutes=20)
    return _closed(meeting, clock)


def _chosen(meeting: Meeting, clock: Clock) -> Meeting:
    """Three cases are offered, one is withdrawn, and in silence the group votes for that of Bram."""
    meeting = stand(meeting, clock, "wat-ligt-er")
    titles = {INEZ: "Een collega", BRAM: "Een overleg dat uitloopt", GERDA: "Toch maar niet"}
    for who in (INEZ, ANNA, BRAM, CAS, GERDA):
        if who in titles:
            meeting = on(say(meeting, Words(titles[who]), clock.wait(seconds=20)), clock)
        else:
            meeting = pass_turn(meeting)
    inez, bram, gerda = (c.number for c in meeting.part.contributions)
    meeting = stand(strike(sort_as(meeting, bram, "aanpak"), gerda), clock, "kiezen")
    meeting = vote(vote(vote(meeting, INEZ, (bram,)), ANNA, (bram,)), CAS, (inez,))
    return choose_case(reveal(meeting), bram, method("balint-5"))


def _closed(meeting: Meeting, clock: Clock) -> Meeting:
    meeting = leave(meeting, CAS, clock.now)
    meeting = go_to(meeting, first_place(meeting, part_of(meeting, "evaluation")), clock.now)
    meeting = say(meeting, Words("Over wat goed gaat."), clock.wait(minutes=1))
    meeting = go_to(meeting, Place(part=part_of(meeting, "closing"), activity=1), clock.now)
    step = (("stap", "Ik zeg vooraf hoe laat ik weg moet."), ("wanneer", "dinsdag"), ("aan-wie", "Anna"))
    meeting = on(say(meeting, Words(parts=step), clock.wait(minutes=1)), clock)
    meeting = go_to(meeting, Place(part=meeting.place.part, activity=2), clock.now)
    meeting = tell(meeting, "afspraken", "Anna leidt.", clock.now)
    meeting = tell(meeting, "datum", "14 april 19:30", clock.now)
    return finish(meeting, clock.wait(minutes=2))
