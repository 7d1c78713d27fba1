"""Meetings to keep and to read: one that shows everything, and any that hypothesis can think of."""

from datetime import UTC, datetime, timedelta, timezone
from typing import get_args

from hypothesis import strategies as st
from msgspec.structs import replace

from intervisie_tui.meeting.model import (
    Clock,
    Confirmed,
    Contribution,
    Intervention,
    Meeting,
    Paper,
    Part,
    Participant,
    Place,
    StepPlan,
    Turn,
    Turns,
    Written,
)
from intervisie_tui.method.model import (
    Field,
    Kind,
    Label,
    Method,
    Note,
    Pitfall,
    Round,
    Step,
    Summary,
    Talk,
    Tell,
    Write,
)
from intervisie_tui.method.text import clean, one_line

AT = datetime(2026, 11, 22, 14, 2, tzinfo=timezone(timedelta(hours=1)))
LATER = AT + timedelta(minutes=50)

METHOD = Method(
    schema=1,
    id="proef",
    name="Proefvorm",
    variant="3 stappen",
    language="nl",
    source="Eigen werk",
    summary="Om mee te proberen.",
    pitfalls=(Pitfall(role="member", title="Kruisverhoor", sign="Vraag op vraag", say="Even adem."),),
    steps=(
        Step(
            id="vertellen",
            title="Vertellen",
            minutes=5,
            purpose="Weten waar het over gaat",
            activities=(
                Tell(
                    fields=(
                        Field(id="feiten", label="Feiten"),
                        Field(id="vraag", label="De vraag", kind="question", in_sight=True),
                    )
                ),
            ),
        ),
        Step(
            id="schrijven",
            title="Schrijven",
            minutes=3,
            purpose="Denken",
            activities=(Write(of="question", pairs=True),),
        ),
        Step(
            id="vragen",
            title="Vragen",
            minutes=10,
            purpose="Helder krijgen",
            activities=(
                Round(
                    of="question",
                    pairs=True,
                    starts_from="schrijven",
                    reply="answer",
                    labels=(Label(id="boven", label="bovenstroom"),),
                    marks=("understood", "useful"),
                    own_note=True,
                ),
                Round(of="feedback", parts=(Field(id="zag", label="Waarneming"), Field(id="deed", label="Effect"))),
                Talk(speaks=("all",), of="image"),
                Summary(label="Samengevat"),
            ),
        ),
    ),
)
CLOSING = Method(
    schema=1,
    id="slot",
    name="Slot",
    variant="kort",
    language="nl",
    source="Eigen werk",
    summary="Afronden.",
    script="closing",
    steps=(
        Step(
            id="afspreken",
            title="Afspreken",
            minutes=2,
            purpose="Weten hoe verder",
            activities=(Note(by="facilitator", fields=(Field(id="afspraken", label="Afspraken", several=True),)),),
        ),
    ),
)


def said(number: int, kind: str, step: int, activity: int, text: str = "", **more: object) -> Contribution:
    return Contribution(number=number, kind=kind, step=step, activity=activity, text=text, at=AT, **more)  # type: ignore[arg-type]  # built from a table


FULL = Meeting(
    id="2026-11-22-1402",
    started=AT,
    saved=AT,
    participants=(
        Participant(id=1, name="Anna"),
        Participant(id=2, name="Bram"),
        Participant(id=3, name="Cas"),
        Participant(id=4, name="Dirkje", left=True),
    ),
    facilitator=2,
    facilitator_joins=True,
    timekeeper=3,
    agreed=20 * 60,
    next_number=30,
    place=Place(part=0, step=2, activity=0),
    clock=Clock(spent=((301_000, 180_000, 95_500), (0,)), pause=61_000, away=2_000, paused=True),
    parts=(
        Part(
            presenter=1,
            working="pairs",
            pairs=((2, 3),),
            plan=(StepPlan(seconds=300), StepPlan(seconds=180), StepPlan(seconds=600, forgiven=5_000)),
            rounds=(
                Turns(step=1, activity=0, turns=(Turn(unit=(2, 3), state="had"), Turn(unit=(4,))), current=-1),
                Turns(step=2, activity=0, turns=(Turn(unit=(2, 3)), Turn(unit=(4,), state="passed")), item=1),
            ),
            contributions=(
                said(1, "note", 0, 0, "Een gesprek liep vast.\nTweemaal.", topic="feiten", by=(1,)),
                said(2, "question", 0, 0, "Hoe begin ik opnieuw?", topic="vraag", by=(1,)),
                said(3, "question", 2, 0, "Wat gebeurde er?", by=(2, 3), label="boven", understood=True, useful=True),
                said(4, "answer", 2, 0, "Het werd stil.", by=(1,), reply_to=3),
                said(5, "question", 2, 0, "Wat dacht je?", by=(2, 3), own_note="Hier iets mee doen"),
                said(6, "question", 2, 0, by=(4,), struck=True),
                said(7, "feedback", 2, 1, by=(3,), parts={"zag": "Je keek weg", "deed": "Ik werd stil"}),
                said(8, "image", 2, 2, "Een dichte deur"),
                said(9, "summary", 2, 3, "Het gaat om opnieuw beginnen.", by=(2,)),
                said(10, "note", 2, 0, "Volgende keer meer tijd"),
            ),
            written=(
                Written(number=11, kind="question", step=1, activity=0, by=(2, 3), text="GEHEIM-GESCHREVEN", at=AT),
            ),
            papers=(Paper(step=1, activity=0, unit=(4,), count=2),),
            confirmed=(Confirmed(step=2, activity=3, who=(1, 3)),),
            interventions=(Intervention(number=12, step=2, pitfall="Kruisverhoor", at=AT),),
            method=METHOD,
        ),
        Part(
            plan=(StepPlan(seconds=120),),
            contributions=(said(13, "note", 0, 0, "Over zes weken weer", topic="afspraken", by=(2,)),),
            method=CLOSING,
        ),
    ),
)
"""Stands in the round, with something of everything; the text written in silence is to be seen nowhere."""

ENDED = replace(FULL, id="2026-11-22-0900", ended=LATER)

cleaned_text = st.text(max_size=60).map(clean)
"""Any text as the door lets it in."""
stamps = st.datetimes(
    min_value=datetime(1990, 1, 1), timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])
)
small = st.integers(min_value=0, max_value=10**7)
kinds: st.SearchStrategy[Kind] = st.sampled_from(get_args(Kind))
units = st.lists(st.integers(1, 3), max_size=3, unique=True).map(tuple)


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Any meeting of the proof method by three persons, with arbitrary words in every place where words can stand."""
    count = draw(st.integers(0, 5))
    places = st.sampled_from([(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (2, 3)])
    contributions = []
    for number in range(1, count + 1):
        step, activity = draw(places)
        contributions.append(
            Contribution(
                number=number,
                kind=draw(kinds),
                step=step,
                activity=activity,
                by=draw(units),
                topic=draw(st.sampled_from(["", "feiten", "vraag"])),
                text=draw(cleaned_text),
                parts=draw(st.dictionaries(st.sampled_from(["zag", "deed"]), cleaned_text)),
                label=draw(st.sampled_from(["", "boven"])),
                reply_to=draw(st.integers(0, number - 1)),
                understood=draw(st.booleans()),
                useful=draw(st.booleans()),
                own_note=draw(cleaned_text),
                struck=draw(st.booleans()),
                at=draw(stamps),
            )
        )
    written = Written(number=20, kind="question", step=1, activity=0, by=draw(units), text=draw(cleaned_text), at=AT)
    case = Part(
        presenter=draw(st.sampled_from([None, 1, 2, 3])),
        plan=tuple(StepPlan(seconds=draw(small), forgiven=draw(small)) for _step in METHOD.steps),
        contributions=tuple(contributions),
        written=(written,) if draw(st.booleans()) else (),
        method=replace(METHOD, name=one_line(draw(cleaned_text)) or "Proef"),
    )
    spent = tuple(draw(small) for _step in METHOD.steps)
    return Meeting(
        id="2026-11-22-1402",
        started=draw(stamps),
        ended=draw(st.none() | stamps),
        participants=tuple(Participant(id=i, name=one_line(draw(cleaned_text))) for i in (1, 2, 3)),
        agreed=draw(small),
        next_number=21,
        clock=Clock(spent=(spent,), pause=draw(small), since=draw(st.none() | small)),
        parts=(case,),
    )
