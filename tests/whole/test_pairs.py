"""In pairs: two write together, ask their two questions in one turn, and count as one."""

from pathlib import Path

from tests.whole.program import ENTER, ON, QUIT, program

NAMES = "* Inez\nAnna\nBram\nCas\nDina\n"
QUESTIONS = {
    "Anna en Bram": ("Wie weet ervan?", "Wat heb je al gezegd?"),
    "Cas en Dina": ("Wanneer begon het?", "Wat is het ergste?"),
}
UNITS = {"Anna en Bram": (2, 3), "Cas en Dina": (4, 5)}


def test_a_pair_has_one_turn_for_two_questions(tmp_path: Path) -> None:
    names = tmp_path / "namen.txt"
    names.write_text(NAMES, "utf-8")
    with program(tmp_path, "start", "--method", "balint-5", "--names-from", str(names), "--pairs") as room:
        room.see("Stap 1 van 5", "Vertellen")
        room.press("Iets.", ENTER, "Wat nu?", ENTER)
        room.see("Vraag Wat nu?")
        room.press(ON)
        for pair, questions in QUESTIONS.items():
            for n, question in enumerate(questions, 1):
                room.see(f"Vraag van {pair}")
                room.press(question)
                room.see("•" * len(question))
                room.press(ENTER)
                room.see(f"{pair} {n} bewaard")
            room.press(ON)
        room.see("Stap 2 van 5")
        for pair, questions in QUESTIONS.items():
            for n, question in enumerate(questions, 1):
                room.see(f"{pair} vragen", f"Vraag {n} van {pair.split()[0]}", question)
                room.press(f"Antwoord op {question}", ENTER)
                room.see(f"{pair} {question}", f"↳ Antwoord op {question}")
                room.press(ON)
        room.see("vat samen")
        room.press(QUIT)
        room.see("Stoppen?")
        room.press("3")
        assert room.until_ended() == 0
        kept = room.saved().parts[0]
    assert kept.working == "pairs"
    asked = [c for c in kept.contributions if c.kind == "question" and c.by in UNITS.values()]
    assert [(c.by, c.text) for c in asked] == [(UNITS[pair], q) for pair, both in QUESTIONS.items() for q in both]
    answers = {c.reply_to: c.text for c in kept.contributions if c.reply_to}
    assert answers == {c.number: f"Antwoord op {c.text}" for c in asked}
    assert kept.written == ()
    for turns in kept.rounds:
        assert [(turn.unit, turn.state) for turn in turns.turns] == [(unit, "had") for unit in UNITS.values()]
    assert [(r.step, r.activity) for r in kept.rounds] == [(0, 1), (1, 0)]
