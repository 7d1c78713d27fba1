"""A meeting of several parts at the keyboard: opening, look-back, choosing, the plan, running late, the close."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from functools import cache

from msgspec.structs import replace

from intervisie_tui.archive.groups import create_group
from intervisie_tui.archive.paths import meetings_folder, private_folder
from intervisie_tui.archive.preparations import create_preparation
from intervisie_tui.group.members import new_group
from intervisie_tui.group.model import Past, PastCase
from intervisie_tui.group.preparation import Preparation
from intervisie_tui.meeting.choosing import proposals
from intervisie_tui.meeting.gathering import Gathering, Person, convene
from intervisie_tui.meeting.model import Agreed, Meeting
from intervisie_tui.meeting.people import leads
from intervisie_tui.meeting.reflow import lateness
from intervisie_tui.meeting.saying import Words, say
from intervisie_tui.method.catalogue import Catalogue, builtin_folder, load
from tests.builders import ANNA, BRAM, CAS, GERDA, INEZ, NAMES, Clock, on, stand
from tests.meeting.gatherings import evening, gathering
from tests.tui.desk import Desk, at_desk

MEMBERS = tuple(Person(name=name, member=f"m{i}") for i, name in enumerate(NAMES, start=1))


@cache
def catalogue() -> Catalogue:
    return load((builtin_folder(),), "nl")


@asynccontextmanager
async def leading(meeting: Meeting, clock: Clock, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Desk]:
    """At the desk, with the methods that there are."""
    async with at_desk(meeting, clock, size) as desk:
        desk.screen.room.catalogue = catalogue()
        yield desk


def offered(clock: Clock) -> Meeting:
    """Inez and Anna offer a case; the group is to choose."""
    meeting = stand(evening("next", clock), clock, "wat-ligt-er")
    for words in ("Een boze ouder", "Geen tijd voor overleg"):
        meeting = on(say(meeting, Words(words), clock.now), clock)
    return stand(meeting, clock, "kiezen")


def scripts(meeting: Meeting) -> list[str]:
    return [part.method.script for part in meeting.parts]


async def test_the_agreements_are_read_before_anything_is_typed_and_one_key_skips_them(clock: Clock) -> None:
    async with leading(evening("next", clock), clock) as desk:
        page = await desk.reads()
        assert "Deel 1 van 5 · Opening" in page
        assert "Kan iedereen hier vandaag ja op zeggen?" in page
        assert "Geheimhouding Alles wat hier gezegd wordt, blijft hier" in page
        await desk.press("o")
        assert desk.value.parts[0].skipped
        assert "Voornemen van Inez Ik bel haar op Wanneer: dinsdag · Vertelt het aan Bram" in await desk.reads()
        await desk.press("u")
        assert not desk.value.parts[0].skipped
        assert desk.value.place.part == 0


async def test_twelve_agreements_stand_on_one_screen_of_eighty_by_twenty_four(clock: Clock) -> None:
    agreed = tuple(Agreed(topic=f"t{i}", label=f"Afspraak {i}", wording="Zo doen we dat") for i in range(12))
    async with leading(replace(evening("next", clock), agreements=agreed), clock) as desk:
        page = await desk.sees()
        assert [one.label for one in agreed if one.label not in page] == []
        await desk.press("tab")
        await desk.enter("Bram gaat om negen uur")
        assert [c.text for c in desk.value.part.contributions] == ["Bram gaat om negen uur"]


async def test_what_came_of_it_is_a_figure_and_a_line(clock: Clock) -> None:
    async with leading(stand(evening("next", clock), clock, "terugblik"), clock) as desk:
        assert "1 gedaan 2 deels 3 niet of typ zelf" in await desk.reads()
        await desk.press("2")
        assert desk.texts == ["deels", ""]
        await desk.press("enter")
        await desk.enter("Ze nam niet op, 2 keer")
        assert [(c.topic, c.text) for c in desk.value.part.contributions] == [
            ("uitkomst", "deels"),
            ("regel", "Ze nam niet op, 2 keer"),
        ]


async def test_more_agreements_than_fit_are_read_to_the_end_before_page_down_goes_on(clock: Clock) -> None:
    many = tuple(
        Agreed(topic=f"t{n}", label=f"Afspraak {n}", wording="Wat hier gezegd wordt, blijft hier") for n in range(1, 16)
    )
    async with leading(replace(evening("next", clock), agreements=many), clock) as desk:
        page = await desk.reads()
        assert "Er staat nog meer: PgDn leest verder." in page and "Afspraak 15" not in page
        await desk.press("pagedown")
        page = await desk.reads()
        assert "Onze afspraken" in page and "Afspraak 15" in page and "Er staat nog meer" not in page
        clock.wait(seconds=1)
        await desk.press("pagedown")
        assert "Onze afspraken" not in await desk.reads()


async def test_who_offers_a_case_says_what_kind_of_question_it_is(clock: Clock) -> None:
    async with leading(stand(evening("next", clock), clock, "wat-ligt-er"), clock) as desk:
        assert "Inez noemt een casus" in await desk.reads()
        await desk.enter("Een boze ouder")
        await desk.enter("2 ouders")
        assert "Kies de soort vraag met het cijfer" in await desk.reads()
        await desk.press("ctrl+u", "2", "enter")
        (item,) = proposals(desk.value)
        assert (item.text, item.label) == ("Een boze ouder", "raakt")
        assert "[dit raakt me]" in await desk.reads()


async def test_going_on_without_a_case_says_which_key_chooses_one(clock: Clock) -> None:
    async with leading(offered(clock), clock) as desk:
        await desk.press("pagedown")
        page = await desk.reads()
        assert "Er is nog geen casus gekozen. Met k kies je er een. Nog eens PgDn gaat verder." in page


async def test_who_is_to_come_later_is_said_to_be_so_until_they_are_here(clock: Clock) -> None:
    people = (*MEMBERS[:3], Person(name="Cas", presence="absent", expected=True), *MEMBERS[4:])
    async with leading(evening("next", clock, people), clock) as desk:
        await desk.act("d")
        page = await desk.reads()
        assert "Cas komt later" in page and "afwezig" not in page
        await desk.press("4", "1")
        assert not desk.value.participants[3].expected
        await desk.press("d")
        assert "Cas kwam om" in await desk.reads()


async def test_who_was_to_come_later_and_does_not_is_absent(clock: Clock) -> None:
    people = (*MEMBERS[:3], Person(name="Cas", presence="absent", expected=True), *MEMBERS[4:])
    async with leading(evening("next", clock, people), clock) as desk:
        await desk.act("d", "4")
        assert "Komt niet, en had zich niet afgemeld" in await desk.reads()
        await desk.press("4", "d")
        assert "Cas afwezig" in await desk.reads()


async def test_a_closing_without_a_case_asks_nothing_of_a_presenter_and_has_its_title_once(clock: Clock) -> None:
    async with leading(stand(evening("first", clock), clock, "afsluiting"), clock) as desk:
        page = await desk.sees()
        assert page.count("Afsluiting") == 1
        assert "asus" not in page
        await desk.act("z")
        page = await desk.reads()
        assert "De groep Zeg ieder in één zin" in page
        assert "inbrenger" not in page and "casus" not in page


async def test_urgency_votes_by_hand_and_the_case_that_follows(clock: Clock) -> None:
    async with leading(offered(clock), clock) as desk:
        await desk.press("5", "m", "1")
        await desk.enter("3")
        await desk.enter("twee")
        assert "Typ bij elke casus een aantal" in await desk.reads()
        await desk.press("m", "1", "enter", "ctrl+u", "2", "enter")
        assert [(c.rating, c.votes) for c in proposals(desk.value)] == [(5, 3), (0, 2)]
        await desk.press("k")
        assert "Inez · urgentie 5 · 3 stemmen" in await desk.reads()
        await desk.press("2", "1")
        assert "Wie leidt deze casus?" in await desk.reads()
        await desk.press("1")
        assert scripts(desk.value) == ["opening", "look_back", "choosing", "case", "evaluation", "closing"]
        case = desk.value.parts[3]
        assert (case.presenter, leads(desk.value, case), case.method.id) == (ANNA, GERDA, "balint-5")
        assert "✓ gekozen" in await desk.reads()
        await desk.press("u")
        assert "case" not in scripts(desk.value)


async def test_votes_in_silence_show_dots_until_all_are_counted(clock: Clock) -> None:
    async with leading(offered(clock), clock) as desk:
        await desk.press("m", "2")
        for name, number in zip(NAMES, "221211", strict=True):
            page = await desk.reads()
            assert f"De stem van {name}" in page and "stemmen" not in page.split("De stem")[0]
            await desk.type(number)
            assert "•" in await desk.sees()
            await desk.press("enter")
        assert [c.votes for c in proposals(desk.value)] == [3, 3]
        assert all(ballot.numbers == () for ballot in desk.value.part.ballots)


async def test_a_silent_vote_that_was_left_goes_on_where_it_was(clock: Clock) -> None:
    async with leading(offered(clock), clock) as desk:
        await desk.press("m", "2", "7", "enter")
        assert "De stem van Inez" in await desk.reads()
        await desk.press("1", "enter", "tab", "m", "2")
        assert "De stem van Anna" in await desk.reads()


async def test_who_waited_longest_is_proposed_and_never_forced(clock: Clock) -> None:
    group = replace(new_group("Dinsdag", NAMES, "2026-01-01-1200", date(2026, 1, 1)), id="2026-01-01-1200")
    past = Past(
        meeting="2026-02-03-1930",
        began=clock.stamp,
        ended=clock.stamp,
        seconds=1,
        attended=(),
        cases=(PastCase(presenter="m1", method="x"),),
    )
    create_group(replace(group, past=(past,))).close()
    async with leading(offered(clock), clock) as desk:
        await desk.press("k")
        page = await desk.reads()
        assert "Anna wacht het langst en mag als eerste. De groep kiest." in page
        assert "▸ 2 Geen tijd voor overleg" in page


async def test_the_plan_takes_a_case_and_a_pause_more_and_lets_one_go(clock: Clock) -> None:
    async with leading(stand(evening("two", clock), clock, "advisering"), clock) as desk:
        await desk.press("tab", "I")
        page = await desk.reads()
        assert "4 Casus van Cas" in page and "Bram leidt" in page and "◂ hier zijn jullie" in page
        await desk.press("7", "2")
        assert "Hoe lang pauze?" in await desk.reads()
        await desk.press("ctrl+u", "5", "enter")
        assert scripts(desk.value) == ["opening", "case", "pause", "pause", "case", "closing"]
        assert desk.value.parts[3].plan[0].seconds == 300
        await desk.press("I", "4")
        assert "Weglaten" in await desk.reads()
        await desk.press("7")
        assert scripts(desk.value) == ["opening", "case", "pause", "case", "closing"]
        await desk.press("I", "6", "3", "1")
        assert "Wie brengt in?" in await desk.reads()
        await desk.press("3", "1")
        assert scripts(desk.value) == ["opening", "case", "pause", "case", "case", "closing"]
        assert desk.value.parts[4].presenter == BRAM


async def test_running_late_shows_three_ways_and_changes_nothing_until_one_is_chosen(clock: Clock) -> None:
    meeting = stand(evening("two", clock), clock, "probleemverkenning")
    clock.wait(minutes=35)
    async with leading(meeting, clock) as desk:
        await desk.act()
        assert "y uitloop" in await desk.reads()
        before = desk.value
        await desk.press("y")
        page = await desk.reads()
        assert "Jullie lopen 11 minuten uit" in page
        assert "Reflectie 5:00 5:00 4:14 5:00" in page
        assert "1 Later eindigen" in page and "2 Alles wat nog komt naar verhouding korter op tijd klaar" in page
        assert "3 Pauze weglaten" in page
        assert desk.value.parts == before.parts
        await desk.press("2")
        assert lateness(desk.value, clock.now) <= 2  # the seconds that the keys took
        assert "Het einde is om" in await desk.reads()
        await desk.press("u")
        assert desk.value.parts == before.parts


async def test_not_enough_is_an_answer_too(clock: Clock) -> None:
    meeting = stand(evening("two", clock), clock, "oogst")
    clock.wait(minutes=120)
    async with leading(meeting, clock) as desk:
        await desk.act("y")
        assert "naar verhouding korter niet genoeg: " in await desk.reads()


async def test_in_time_the_key_says_when_the_end_is(clock: Clock) -> None:
    async with leading(evening("two", clock), clock) as desk:
        await desk.press("y")
        assert "zoals afgesproken" in await desk.reads()


async def test_the_lead_goes_over_in_one_act(clock: Clock) -> None:
    async with leading(stand(evening("two", clock), clock, "advisering"), clock) as desk:
        await desk.act()
        await desk.type(">")
        page = await desk.reads()
        assert "Wie neemt de leiding over?" in page and "1 Anna" in page and "3 Cas" in page and "Gerda" not in page
        await desk.press("3")
        assert leads(desk.value) == CAS
        (act,) = desk.value.handed_over
        assert (act.was, act.who) == (GERDA, CAS)


async def test_somebody_comes_later_and_another_had_sent_word(clock: Clock) -> None:
    people = (*MEMBERS[:4], replace(MEMBERS[4], presence="excused"), MEMBERS[5])
    async with leading(evening("two", clock, people), clock) as desk:
        await desk.press("d")
        assert "Dina notulist · afgemeld" in await desk.reads()
        await desk.press("5", "1")
        assert desk.value.participants[4].arrived is not None
        await desk.press("d", "4", "4")
        assert desk.value.participants[3].presence == "excused"


async def test_what_was_prepared_is_brought_in_when_they_agree(clock: Clock) -> None:
    words = {"feiten": "Het loopt vast.", "vraag": "Hoe begin ik?", "oproept": "SCHAAMTE"}
    own = Preparation(
        id="0123456789abcdef",
        group="2026-01-01-1200",
        who="m1",
        method="balint-5",
        changed=date(2026, 3, 1),
        words=words,
    )
    create_preparation(own).close()
    async with leading(stand(evening("two", clock), clock, "vraagintroductie"), clock) as desk:
        assert "Er is een voorbereiding. Tab en dan w zet die hier neer, als Inez dat wil." in await desk.reads()
        await desk.act("w")
        page = await desk.reads()
        assert "Inez, mag je voorbereiding op het scherm?" in page and "Het loopt" not in page
        await desk.press("2")
        assert [c.text for c in desk.value.part.contributions] == ["Het loopt vast.", "Hoe begin ik?"]
        assert "SCHAAMTE" not in await desk.reads()
        assert "w voorbereiding" not in await desk.reads()


async def test_an_intention_has_a_step_a_day_and_somebody_to_tell(clock: Clock) -> None:
    async with leading(stand(evening("two", clock), clock, "afsluiting", 1), clock) as desk:
        await desk.enter("Ik bel haar")
        await desk.enter("dinsdag")
        assert "1 Anna 2 Bram 3 Cas 4 Dina 5 Gerda" in await desk.reads()
        await desk.press("2", "enter")
        (item,) = desk.value.part.contributions
        assert (item.by, item.parts["aan-wie"]) == ((INEZ,), "Bram")


async def test_the_next_date_becomes_a_file_for_calendars(clock: Clock) -> None:
    private_folder(meetings_folder())
    async with leading(stand(evening("two", clock), clock, "afsluiting", 2), clock) as desk:
        await desk.act("k")
        assert "Er is nog geen datum voor de volgende keer." in await desk.reads()
        await desk.press("tab", "down")
        await desk.enter("14 april 19:30")
        await desk.act("k")
        text = (meetings_folder() / "2026-03-03-1930.ics").read_text("utf-8")
        assert "DTSTART:20260414T193000" in text and "dinsdaggroep" not in text


async def test_the_methods_are_looked_at_in_the_first_meeting(clock: Clock) -> None:
    async with leading(evening("first", clock), clock) as desk:
        await desk.to(lambda meeting, now: stand(meeting, clock, "methoden"))
        page = await desk.reads()
        assert "Balint-methode, 5 stappen 45 minuten" in page and "Balint-methode, 8 stappen 70 minuten" in page


def test_a_gathering_of_the_tests_can_be_convened(clock: Clock) -> None:
    own: Gathering = gathering("two", MEMBERS)
    assert convene(own, "2026-03-03-1930", clock.now).participants[0].member == "m1"
