"""Whole evenings, told through the heart: what a screen or a page has to show of them."""

from collections.abc import Callable

from intervisie_tui.meeting.intervening import intervene
from intervisie_tui.meeting.marking import confirm, mark, own_note, rate, sort_as
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.moving import finish
from intervisie_tui.meeting.saying import Words, answer, keep, note, say, sum_up, tell, write
from intervisie_tui.meeting.turns import items
from tests.builders import ANNA, BRAM, CAS, DINA, INEZ, Clock, begin, on, stand

HIDDEN = "NOOIT-GEDEELD"
"""Written in silence and never said, in the first two of the evenings."""


def a_word(meeting: Meeting, said: str, clock: Clock, reply: str = "") -> Meeting:
    """One turn of a round, answered where there is an answer, and on to the next."""
    meeting = say(meeting, Words(said), clock.now)
    return on(answer(meeting, reply, clock.now) if reply else meeting, clock)


def last(meeting: Meeting) -> int:
    """The number of what was said last in the round where the meeting stands."""
    return [c for c in meeting.part.contributions if not c.reply_to][-1].number


def with_five_steps(clock: Clock) -> Meeting:
    """A whole evening of balint-5, ended; the first step took two minutes too long."""
    meeting = begin("balint-5", clock, timekeeper=2)
    meeting = tell(meeting, "feiten", "De planning loopt al weken uit.\nIedereen komt bij mij.", clock.now)
    meeting = tell(meeting, "vraag", "Hoe zeg ik op tijd nee?", clock.now)
    clock.wait(minutes=7)
    meeting = write(write(on(meeting, clock), "Wie vraagt dat?", clock.now), HIDDEN, clock.now)

    meeting = stand(meeting, clock, "probleemverkenning")
    for asked, answered in (
        ("Wie vraagt het meest van je?", "Mijn chef, altijd op vrijdagmiddag."),
        ("Wanneer ging het wel goed?", "Toen Noor er nog was; zij vroeg eerst of het kon."),
        ("Wat gebeurt er als je nee zegt?", "Dan doet een ander het, en die moppert."),
        ("Aan wie heb je dit verteld?", "Aan niemand."),
    ):
        meeting = a_word(meeting, asked, clock, answered)
    meeting = intervene(meeting, "Kant-en-klare oplossing", clock.now)
    meeting = stand(meeting, clock, "probleemverkenning", 1)
    meeting = sum_up(meeting, "Inez zegt ja voordat ze weet of het past, het vaakst tegen haar chef.", clock.now)
    for who in (INEZ, ANNA, BRAM, CAS, DINA):
        meeting = confirm(meeting, who, True)
    clock.wait(minutes=13, seconds=20)

    meeting = stand(meeting, clock, "reflectie")
    clock.wait(minutes=5)
    meeting = stand(meeting, clock, "advisering")
    for advised in ("Begin met één ding waar je nee tegen zegt.", "Bel hem.", "Wacht tot maandag."):
        meeting = a_word(meeting, advised, clock)
    meeting = say(meeting, Words("Schrijf het op."), clock.now)
    numbers = [c.number for c in meeting.parts[0].contributions if c.kind == "advice"]
    for number in numbers:
        meeting = mark(meeting, number, "understood", True)
    meeting = own_note(meeting, numbers[0], "vrijdag al")
    clock.wait(minutes=10)
    meeting = stand(meeting, clock, "evaluatie")
    for number in (numbers[0], numbers[3]):
        meeting = mark(meeting, number, "useful", True)
    clock.wait(minutes=6)

    meeting = stand(meeting, clock, "afsluiting")
    for experienced in ("Licht.", "Rustig.", "Ik zat erbij.", "Mooi.", "Kort.", "Goed gewerkt."):
        meeting = a_word(meeting, experienced, clock)
    meeting = stand(meeting, clock, "afsluiting", 2)
    for agreed in ("14 april om half acht, Anna leidt.", "Bram brengt in."):
        meeting = tell(meeting, "afspraken", agreed, clock.now)
    clock.wait(minutes=4)
    return finish(meeting, clock.now)


def with_eight_steps(clock: Clock) -> Meeting:
    """A whole evening of balint-8, ended, with something of everything that it collects."""
    meeting = begin("balint-8", clock)
    for topic, told in (("casus", "Een patiënt belt elke dag."), ("oproept", "Ergernis."), ("vraag", "Wat raakt mij?")):
        meeting = tell(meeting, topic, told, clock.now)
    clock.wait(minutes=5)
    meeting = write(stand(meeting, clock, "associeren"), HIDDEN, clock.now)
    clock.wait(minutes=10)
    meeting = stand(meeting, clock, "informatie")
    meeting = say(meeting, Words("Wat voelde je?"), clock.now)
    meeting = sort_as(meeting, items(meeting, meeting.place, (ANNA,))[0].number, "onderstroom")
    meeting = answer(meeting, "Boosheid.", clock.now)
    clock.wait(minutes=17)
    meeting = stand(meeting, clock, "beeldvorming")
    meeting = say(meeting, Words("Een dijk die lekt."), clock.now)
    meeting = answer(meeting, "Dat herken ik.", clock.now)
    meeting = mark(meeting, last(meeting), "useful", True)
    meeting = stand(meeting, clock, "gedrag")
    parts = (("waarneming", "Je lachte."), ("effect", "Ik schrok."), ("alternatief", "Stil zijn."))
    meeting = say(meeting, Words(parts=parts), clock.now)
    meeting = stand(meeting, clock, "ervaringen")
    parts = (("situatie", "Een nachtdienst."), ("werkte", "Bellen."), ("werkte-niet", "Wachten."))
    meeting = say(meeting, Words(parts=parts), clock.now)
    meeting = stand(meeting, clock, "inzichten-inbrenger")
    meeting = tell(meeting, "inzichten", "Ik zeg te vaak ja.", clock.now)
    meeting = tell(meeting, "vervolgstappen", "Morgen bellen.", clock.now)
    meeting = stand(meeting, clock, "inzichten-groep")
    meeting = a_word(meeting, "Ook ik hoor het lek niet.", clock)
    meeting = note(meeting, "Volgende keer meer tijd hiervoor.", clock.now)
    return finish(meeting, clock.now)


def with_the_third_method(clock: Clock) -> Meeting:
    """A meeting of a method that nobody wrote a screen for."""
    meeting = begin("third", clock)
    meeting = keep(keep(meeting, "Vroeg beginnen.", clock.now), "Lang wachten.", clock.now)
    meeting = rate(stand(meeting, clock, "wegen"), meeting.part.contributions[0].number, 4)
    meeting = confirm(sum_up(stand(meeting, clock, "kern"), "Het begint vroeg.", clock.now), INEZ, True)
    meeting = say(stand(meeting, clock, "kring"), Words(parts=(("zag", "Rust."),)), clock.now)
    meeting = stand(meeting, clock, "oogst")
    return tell(meeting, "motto", "Eerst slapen.", clock.now)


EVENINGS: dict[str, Callable[[Clock], Meeting]] = {
    "five": with_five_steps,
    "eight": with_eight_steps,
    "third": with_the_third_method,
}
