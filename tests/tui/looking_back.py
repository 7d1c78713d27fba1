"""A practice run to look back on: one moment seen, one missed, one intervention too many."""

from intervisie_tui.meeting.lookback import StepTime
from intervisie_tui.practice.debrief import AlarmTold, Debrief, MomentTold, Share, questions
from intervisie_tui.practice.progress import Progress

SEEN = MomentTold(
    id="karin-zelf",
    at=135_000,
    step="Probleemverkenning",
    who="Karin",
    says="O, dat herken ik. Vorig jaar had ik ook zo iemand, en toen heb ik gewoon gezegd dat het klaar was.",
    outcome="seen",
    seconds=6,
    act="Terug naar de vraag",
    others=("De beurt geven",),
    right=("Terug naar de vraag",),
    pitfall="Over jezelf beginnen",
    why="Eén zin van herkenning is genoeg.",
    followed=(("Karin", "Ja. Wat gebeurde er toen?"),),
)
MISSED = MomentTold(
    id="joost-tip",
    at=260_000,
    step="Probleemverkenning",
    who="Joost",
    says="Je moet gewoon de deur op slot doen.",
    outcome="missed",
    seconds=20,
    act="",
    others=(),
    right=("Advies bewaren voor later",),
    pitfall="Kant-en-klare oplossing",
    why="Een tip die te vroeg komt, sluit het zoeken af.",
    followed=(("Noor", "Ja maar, dat heb ik al gedaan."),),
)
ALARM = AlarmTold(
    at=300_000, step="Reflectie", act="De stilte bewaken", who="Noor", says="(stilte)", why="Het was stil."
)
TOLD = Debrief(
    title="De collega die steeds te laat komt",
    length="tien minuten, met een snelle klok",
    seed=1,
    autopilot=False,
    questions=questions(),
    own_view=("Druk, en leuk.", ""),
    timeline=(SEEN, MISSED, ALARM),
    unmet=2,
    steps=(StepTime("Vraagintroductie", 300, 425), StepTime("Reflectie", 300, 0)),
    shares=(Share("Karin", 3), Share("Joost", 1)),
    next_time="Eerst tot drie tellen.",
)
SO_FAR = (Progress("Kant-en-klare oplossing", ("missed", "seen"), 8),)
