"""A whole meeting by the five steps, with Page Down, Enter and typed text only, down to the file on the disk."""

from pathlib import Path

from intervisie_tui.meeting.model import Contribution, Meeting
from tests.whole.program import DOWN, ENTER, ON, Program, program

NAMES = "* Inez\nAnna\nBram\nCas\n"
FACTS = "Een collega komt al weken te laat, en niemand zegt er iets van."
QUESTION = "Hoe begin ik daarover zonder ruzie?"
QUESTIONS = {"Anna": "Sinds wanneer speelt dit?", "Bram": "Wat heb je al gedaan?", "Cas": "Wat wil je liever zien?"}
ANSWERS = {"Anna": "Een week of zes.", "Bram": "Niets eigenlijk.", "Cas": "Dat het gewoon gezegd wordt."}
SUMMARY = "Inez wil het te laat komen bespreken en wacht op het goede moment."
ADVICE = {"Anna": "Zeg het vandaag nog.", "Bram": "Begin met een kop koffie.", "Cas": "Vraag eerst hoe het gaat."}
CLOSING = {"Inez": "Het luchtte op.", "Anna": "Rustig.", "Bram": "Leerzaam, é ß 漢.", "Cas": 'Kort "maar" goed.'}
AGREEMENTS = ("Volgende keer 6 januari", "Anna leidt, Bram brengt in")


def test_a_meeting_from_the_first_step_to_the_saved_transcript(tmp_path: Path) -> None:
    names = tmp_path / "namen.txt"
    names.write_text(NAMES, "utf-8")
    with program(tmp_path, "start", "--method", "balint-5", "--names-from", str(names)) as room:
        tell(room)
        write(room, QUESTIONS, "Vraag van")
        ask(room)
        sum_up(room)
        write(room, ADVICE, "Advies van")
        advise(room)
        choose(room)
        close(room)
        kept = room.saved()
    check(kept)


def tell(room: Program) -> None:
    room.see("Stap 1 van 5", "Vertellen")
    room.press(FACTS, ENTER, QUESTION, ENTER)
    room.see(QUESTION, "opgeslagen")
    room.press(ON)


def write(room: Program, words: dict[str, str], label: str) -> None:
    """Each writes in turn; nothing but dots is on the screen."""
    for name, text in words.items():
        room.see(f"{label} {name}")
        room.press(text)
        room.see("•" * 5)
        assert text not in room.flat
        room.press(ENTER)
        room.see("1 bewaard")
        assert text not in room.flat
        room.press(ON)


def ask(room: Program) -> None:
    for name, question in QUESTIONS.items():
        room.see("Stap 2 van 5", f"{name} vraagt", question, f"Vraag {QUESTION}")
        room.press(ANSWERS[name], ENTER)
        room.see(f"↳ {ANSWERS[name]}")
        room.press(ON)


def sum_up(room: Program) -> None:
    room.see("vat samen")
    room.press(SUMMARY, ENTER)
    room.see("▸ · Inez")
    for name in ("Inez", "Anna", "Bram", "Cas"):
        room.press(ENTER)
        room.see(f"✓ {name} begrepen")
    room.press(ON)


def advise(room: Program) -> None:
    for number, (name, advice) in enumerate(ADVICE.items(), 1):
        room.see("Stap 4 van 5", f"{name} geeft advies", advice)
        room.press(ENTER)
        room.see(f"{number} {name} {advice}")
        room.press(ON)


def choose(room: Program) -> None:
    room.see("Stap 5 van 5", "Inez kiest")
    room.press(DOWN, ENTER)
    room.see("✓ bruikbaar")
    room.press(ON)


def close(room: Program) -> None:
    for name, words in CLOSING.items():
        room.see(f"Ervaring van {name}")
        room.press(words, ENTER)
        room.see(words)
        room.press(ON)
    room.see("Het voornemen")
    room.press("Ik bel haar.", ENTER)
    room.see("Ik bel haar.")
    room.press(ON)
    for agreement in AGREEMENTS:
        room.see("Afspraken voor de volgende keer")
        room.press(agreement, ENTER)
        room.see(f"Afspraken {agreement}")
    room.press(ON)
    room.see("Bijeenkomst afsluiten?")
    room.press(DOWN, ENTER)
    room.see_gone("Bijeenkomst afsluiten?")
    room.see(QUESTION)


def check(kept: Meeting) -> None:
    """The file holds what was typed, no more and no less."""
    names = {p.id: p.name for p in kept.participants}
    case, closing = kept.parts

    def said(part: int, step: int, kind: str) -> list[Contribution]:
        return [c for c in kept.parts[part].contributions if c.step == step and c.kind == kind]

    def by_name(found: list[Contribution]) -> dict[str, str]:
        return {names[c.by[0]]: c.text for c in found}

    assert kept.ended is not None
    assert [c.text for c in case.contributions if c.topic] == [FACTS, QUESTION]
    questions = said(0, 1, "question")
    assert by_name(questions) == QUESTIONS
    assert [a.text for a in said(0, 1, "answer")] == [ANSWERS[names[q.by[0]]] for q in questions]
    assert [a.reply_to for a in said(0, 1, "answer")] == [q.number for q in questions]
    assert [c.text for c in said(0, 1, "summary")] == [SUMMARY]
    assert [c.who for c in case.confirmed] == [(1, 2, 3, 4)]
    assert by_name(said(0, 3, "advice")) == ADVICE
    assert [names[c.by[0]] for c in said(0, 3, "advice") if c.useful] == ["Bram"]
    assert by_name(said(1, 0, "experience")) == CLOSING
    assert tuple(c.text for c in closing.contributions if c.topic == "afspraken") == AGREEMENTS
    assert case.written == ()
    everything = len(case.contributions) + len(closing.contributions)
    assert everything == 2 + 3 + 3 + 1 + 3 + 4 + 1 + 2
