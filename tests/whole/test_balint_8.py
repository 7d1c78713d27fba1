"""A whole meeting by the eight steps, from Home to the Markdown: text, Enter, Page Down, a letter after Tab."""

import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from intervisie_tui.meeting.model import Contribution, Meeting
from intervisie_tui.method.model import Round
from tests.terminal.ptysession import ROOT
from tests.whole.program import BACKSPACE, DOWN, ENTER, ON, TAB, UP, Program, meetings, program

GROUP = ("Anna", "Bram", "Cas")
STORY = {
    "casus": "Een patiënt komt voor de vierde keer niet opdagen, en ik bel weer.",
    "oproept": "Ergernis, en daaronder zorg.",
    "vraag": "Waarom kan ik dit niet laten?",
}
ASSOCIATIONS = {"Anna": "Een dichte deur.", "Bram": "Ik word hier moe van."}
QUESTIONS = {"Anna": "Hoe vaak heb je gebeld?", "Bram": "Wat voelde je daarbij?", "Cas": "Wat zei de huisarts?"}
ANSWERS = {"Anna": "Vier keer.", "Bram": "Boosheid, tot mijn verbazing.", "Cas": "Dat het erbij hoort."}
LABELS = {"Anna": "bovenstroom", "Bram": "onderstroom", "Cas": ""}
IMAGES = {"Anna": "Een dichte deur met licht eronder.", "Bram": "Een hengelaar zonder haak.", "Cas": "Een wachtkamer."}
REACTIONS = {"Anna": "Dat licht, ja.", "Bram": "Daar moet ik om lachen.", "Cas": "Die is leeg."}
USABLE = "Anna"
FEEDBACK = {
    "Anna": ("Je zuchtte bij zijn naam.", "Ik ging ook zuchten.", "Even stil zijn."),
    "Bram": ("Je zei drie keer ‘moet’.", "Ik voelde haast.", ""),
    "Cas": ("Je keek naar de klok.", "Ik werd ongerust.", "Een dag wachten."),
}
EXPERIENCES = {
    "Anna": ("Ik had er ook een.", "Een brief sturen.", "Bellen op vrijdag."),
    "Bram": ("Bij mij was het een collega.", "", "Boos worden."),
    "Cas": ("Een buurman.", "Afwachten.", ""),
}
INSIGHTS = ("Ik bel voor mezelf.", "Zorg mag ook stil zijn.")
NEXT_STEPS = ("Morgen een brief, geen telefoon.",)
LEARNED = {"Anna": "Zuchten is ook een antwoord.", "Bram": "Minder moeten.", "Cas": "Wachten kan ik leren."}
CLOSING = {
    "Inez": "Lichter dan ik kwam.",
    "Anna": "Fijn tempo.",
    "Bram": "Mooi.",
    "Cas": "Stil, goed.",
    "Gerda": "Rond.",
}
AGREEMENTS = ("Over drie weken, bij Bram",)


def test_a_meeting_from_home_to_the_markdown(tmp_path: Path) -> None:
    with program(tmp_path) as room:
        set_up(room)
        tell(room)
        associate(room)
        ask(room)
        imagine(room)
        in_parts(room, 5, "geeft feedback", FEEDBACK)
        in_parts(room, 6, "vertelt", EXPERIENCES)
        harvest(room)
        learn(room)
        close(room)
        kept = room.saved()
        check(kept)
        read_back(room)
        exported = write_markdown(room)
    by_command = export(tmp_path, kept.id)
    assert by_command == exported
    for text in everything_typed():
        assert plain(text) in plain(exported), text
    assert ASSOCIATIONS["Bram"] not in exported
    assert "1 geschreven tekst is niet gedeeld" in exported


def set_up(room: Program) -> None:
    """By keys: the second method, five names, Inez brings in, Gerda leads, the minutes as they are."""
    room.see("Beginnen")
    room.press(ENTER)
    room.see("Welke methode?", "5 stappen", "8 stappen")
    room.press("2")
    room.see("Beeldvorming")
    room.press(ENTER)
    room.see("Wie zijn er?")
    room.press("Inez, Anna, Bram, Cas, Gerda")
    room.see("5 namen", "5 Gerda")
    room.press(ON)
    room.see("Wie doet wat?")
    room.press(ENTER, "5", "g")
    room.see("Inez inbrenger", "Gerda, leidt alleen")
    room.press(ON)
    room.see("Hoe lang?", "Samen 70 minuten")
    room.press(ON)


def tell(room: Program) -> None:
    room.see("Stap 1 van 8", "Vertellen")
    for text in STORY.values():
        room.press(text, ENTER)
    room.see(f"Vraag {STORY['vraag']}", "opgeslagen")
    room.press(ON)


def associate(room: Program) -> None:
    """Two write, the third does not; that is said once, and then it goes on."""
    for name, text in ASSOCIATIONS.items():
        room.see("Stap 2 van 8", f"Associatie van {name}")
        room.press(text)
        room.see("•" * len(text))
        room.press(ENTER)
        room.see("1 bewaard")
        assert text not in room.flat
        room.press(ON)
    room.see("Associatie van Cas")
    room.press(ON)
    room.see("Hier staat nog niets van Cas.")
    room.press_until(ON, "Stap 3 van 8")


def ask(room: Program) -> None:
    """Each question with its answer, and then its label: `s` goes through the labels."""
    room.see("Stap 3 van 8")
    for name, question in QUESTIONS.items():
        room.see(f"{name} vraagt", f"Vraag van {name}", f"Vraag {STORY['vraag']}")
        room.press(question, ENTER, ANSWERS[name], ENTER)
        room.see(f"{name} {question}", f"↳ {ANSWERS[name]}")
        room.press(TAB)
        for _press in range(["", "bovenstroom", "onderstroom"].index(LABELS[name])):
            room.press("s")
        if LABELS[name]:
            room.see(f"{name} [{LABELS[name]}] {question}")
        room.press(TAB, ON)


def imagine(room: Program) -> None:
    """What was written in silence stays away, until Anna asks for hers with `k`; Bram keeps his to himself."""
    room.see("Stap 4 van 8", "Anna deelt een beeld", "Wat je in stilte schreef, blijft van jou.")
    assert ASSOCIATIONS["Anna"] not in room.flat
    room.press(TAB, "k")
    room.see(f"Beeld van Anna {ASSOCIATIONS['Anna']}")
    assert ASSOCIATIONS["Bram"] not in room.flat
    room.press(TAB, UP, BACKSPACE * len(ASSOCIATIONS["Anna"]))
    for name, image in IMAGES.items():
        room.see(f"{name} deelt een beeld", f"Beeld van {name}")
        room.press(image, ENTER, REACTIONS[name], ENTER)
        room.see(f"{name} {image}", f"↳ {REACTIONS[name]}")
        if name == USABLE:
            room.press(TAB, "m")
            room.see(f"{name} ✓ bruikbaar {image}")
            room.press(TAB)
        room.press(ON)


def in_parts(room: Program, step: int, doing: str, said: Mapping[str, tuple[str, ...]]) -> None:
    """Each says something in three parts; a part may stay empty."""
    for name, parts in said.items():
        room.see(f"Stap {step} van 8", f"{name} {doing}")
        for text in parts:
            room.press(*([text, ENTER] if text else [DOWN]))
        room.see(*filter(None, parts))
        room.press(ON)


def harvest(room: Program) -> None:
    """Insights and next steps, each field taking several lines."""
    room.see("Stap 7 van 8", "Inez is aan het woord")
    for insight in INSIGHTS:
        room.press(insight, ENTER)
        room.see(f"Inzichten {insight}")
    room.press(ENTER, NEXT_STEPS[0], ENTER)
    room.see(f"Vervolgstappen {NEXT_STEPS[0]}")
    room.press(ON)


def learn(room: Program) -> None:
    for name, learned in LEARNED.items():
        room.see("Stap 8 van 8", f"Inzicht van {name}")
        room.press(learned, ENTER)
        room.see(f"{name} {learned}")
        room.press(ON)


def close(room: Program) -> None:
    for name, words in CLOSING.items():
        room.see("Afsluiting", f"Ervaring van {name}")
        room.press(words, ENTER)
        room.see(f"{name} {words}")
        room.press(ON)
    room.see("Het voornemen")
    room.press("Ik bel haar.", ENTER)
    room.see("Ik bel haar.")
    room.press(ON)
    room.see("Afspraken voor de volgende keer")
    room.press(AGREEMENTS[0], ENTER)
    room.see(f"Afspraken {AGREEMENTS[0]}")
    room.press(ON)
    room.see("Bijeenkomst afsluiten?")
    room.press(DOWN, ENTER)
    room.see("naar het begin")


def check(kept: Meeting) -> None:
    """The file holds what was typed, no more and no less."""
    names = {p.id: p.name for p in kept.participants}
    case, closing = kept.parts
    steps = {step.id: s for s, step in enumerate(case.method.steps)}

    def said(step: str, kind: str) -> list[Contribution]:
        return [c for c in case.contributions if c.step == steps[step] and c.kind == kind]

    def by_name(found: list[Contribution]) -> dict[str, str]:
        return {names[c.by[0]]: c.text for c in found}

    def in_parts(found: list[Contribution]) -> dict[str, tuple[str, ...]]:
        activity = case.method.steps[found[0].step].activities[0]
        assert isinstance(activity, Round)
        ids = [part.id for part in activity.parts]
        return {names[c.by[0]]: tuple(c.parts.get(part, "") for part in ids) for c in found}

    def answered(found: list[Contribution], answers: list[Contribution]) -> dict[str, str]:
        asked = {c.number: names[c.by[0]] for c in found}
        return {asked[a.reply_to]: a.text for a in answers}

    assert kept.ended is not None
    assert (kept.facilitator, kept.facilitator_joins) == (5, False)
    assert {c.topic: c.text for c in case.contributions if c.step == 0} == STORY
    questions, images = said("informatie", "question"), said("beeldvorming", "image")
    assert by_name(questions) == QUESTIONS
    assert answered(questions, said("informatie", "answer")) == ANSWERS
    assert {names[c.by[0]]: c.label for c in questions} == LABELS
    assert by_name(images) == IMAGES
    assert answered(images, said("beeldvorming", "answer")) == REACTIONS
    assert [names[c.by[0]] for c in images if c.useful] == [USABLE]
    assert in_parts(said("gedrag", "feedback")) == FEEDBACK
    assert in_parts(said("ervaringen", "experience")) == EXPERIENCES
    harvested = said("inzichten-inbrenger", "insight")
    assert tuple(c.text for c in harvested if c.topic == "inzichten") == INSIGHTS
    assert tuple(c.text for c in harvested if c.topic == "vervolgstappen") == NEXT_STEPS
    assert by_name(said("inzichten-groep", "insight")) == LEARNED
    assert {names[c.by[0]]: c.text for c in closing.contributions if c.kind == "experience"} == CLOSING
    assert tuple(c.text for c in closing.contributions if c.topic == "afspraken") == AGREEMENTS
    assert [(names[w.by[0]], w.text, w.shown) for w in case.written] == [("Bram", ASSOCIATIONS["Bram"], False)]
    assert len(case.contributions) == 3 + 6 + 6 + 3 + 3 + 3 + 3
    assert len(closing.contributions) == 5 + 1 + 1


def read_back(room: Program) -> None:
    """Page by page, everything that was said passes on the summary, and nothing that was not."""
    room.see("Intervisie op", "▾ nog")
    wanted = [plain(text) for text in everything_typed()]
    seen = ""
    while "▾ nog" in room.flat:
        seen += plain(room.flat)
        below = room.flat.split("▾ nog")[1].split()[0]
        room.press(ON)
        room.see_gone(f"▾ nog {below} ")
    seen += plain(room.flat)
    assert [text for text in wanted if text not in seen] == []
    assert plain(ASSOCIATIONS["Bram"]) not in seen


def write_markdown(room: Program) -> str:
    """`e` writes it beside the transcript, for the owner alone."""
    room.press("e")
    room.see("Het verslag staat nu ook als Markdown in")
    (path,) = meetings(room.home).glob("*.md")
    (transcript,) = (p for p in meetings(room.home).glob("*.toml") if not p.name.endswith(".draft.toml"))
    assert path.stem == transcript.stem
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path.read_text("utf-8")


def export(home: Path, meeting_id: str) -> str:
    """What the command writes to its output."""
    command = [sys.executable, "-m", "intervisie_tui", "export", str(meetings(home) / f"{meeting_id}.toml")]
    done = subprocess.run(
        [*command, "--format", "markdown"],
        cwd=home,
        env={"PATH": "/usr/bin:/bin", "HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


def everything_typed() -> list[str]:
    """All texts that the group shared."""
    by_name = (QUESTIONS, ANSWERS, IMAGES, REACTIONS, LEARNED, CLOSING, STORY)
    parts = [text for said in (FEEDBACK, EXPERIENCES) for texts in said.values() for text in texts if text]
    single = [text for said in by_name for text in said.values()]
    return [*single, *parts, *INSIGHTS, *NEXT_STEPS, *AGREEMENTS]


def plain(text: str) -> str:
    """Letters and figures alone: however it wraps, and whatever Markdown puts around it."""
    return "".join(char for char in text if char.isalnum())
