"""The Markdown of a meeting holds what was said, letter for letter and nothing else, whatever people typed."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from intervisie_tui.archive import markdown as markdown_module
from intervisie_tui.archive.disk import write_durably
from intervisie_tui.archive.markdown import export_markdown, markdown
from intervisie_tui.archive.markdown_text import escaped, item, on_one_line
from intervisie_tui.archive.paths import Unusable, meetings_folder, private_folder
from intervisie_tui.archive.transcript import encode
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.method.text import clean, one_line
from tests.archive.example_meetings import ENDED, FULL, meetings

COMMONMARK = MarkdownIt("commonmark", {"html": True})
GITHUB = MarkdownIt("gfm-like", {"linkify": False, "html": True})

nasty = st.text(alphabet=st.sampled_from(list("a1 \n#*_-+=`~<>[]()!|\\&;:/.\"'{}$^@%,?é漢\u00a0\u3000")), max_size=40)
words = st.one_of(st.text(max_size=40), nasty)


class Seen(HTMLParser):
    """What a reader sees of a page, and the elements that it is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.add("comment")


def as_read(text: str) -> str:
    return text.replace("\u00a0", " ").strip()


@given(words)
@settings(max_examples=300, deadline=None)
@pytest.mark.parametrize("reader", [COMMONMARK, GITHUB], ids=["commonmark", "github"])
def test_any_text_is_read_back_letter_for_letter(reader: MarkdownIt, text: str) -> None:
    for block, tags in ((escaped(text), {"p", "br"}), (item(escaped(text)), {"p", "br", "ul", "li"})):
        seen = Seen(reader.render(block))
        assert as_read(seen.text) == as_read(clean(text))
        assert seen.tags <= tags


@pytest.mark.parametrize(
    "text",
    [
        "Dat is fijn. (Echt!)",
        "Hoe vaak: 3 à 4 keer; nee, 2-3 keer, voor 10:30?",
        "Jan & Piet, #2, 'zo' en \"zo\" + 1 = 2 > 1 < 3 @thuis",
        "jan_de_boer {x} ^ % ; /",
        "3.5 uur",
        "-zo",
    ],
)
def test_text_without_a_sign_of_markdown_stays_as_it_was_typed(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- eerst\n1. dan\n2) en\n# kop\n> citaat", "\\- eerst\\\n1\\. dan\\\n2\\) en\\\n\\# kop\\\n\\> citaat"),
        ("Titel\n===", "Titel\\\n\\==="),
        ("Taal C #", "Taal C \\#"),
        ("*nee* [x](y) <b> &amp; a|b ~~c~~ `d` _e_", r"\*nee\* \[x](y) \<b> \&amp; a\|b \~\~c\~\~ \`d\` \_e\_"),
        ("https://www.x.nl", r"https\://www\.x.nl"),
    ],
)
def test_a_sign_of_markdown_gets_a_backslash_where_it_would_be_one(text: str, written: str) -> None:
    assert escaped(text) == written


@given(words)
@settings(max_examples=200, deadline=None)
def test_any_text_stays_in_its_heading_and_in_its_cell(text: str) -> None:
    seen = Seen(COMMONMARK.render(f"# x{on_one_line(text)}"))
    assert as_read(seen.text) == as_read("x" + one_line(text))
    assert seen.tags == {"h1"}
    page = GITHUB.render(f"| a | b |\n|--|--|\n| x{on_one_line(text)} | y |")
    assert page.count("<td>") == 2
    assert page.count("<tr>") == 2


@given(meetings())
@settings(max_examples=60, deadline=None)
def test_any_meeting_is_a_page_of_the_elements_that_we_use(meeting: Meeting) -> None:
    ours = {
        "h1",
        "h2",
        "h3",
        "p",
        "br",
        "ul",
        "li",
        "strong",
        "em",
        "pre",
        "code",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
    }
    assert Seen(GITHUB.render(markdown(meeting))).tags <= ours | {"td"}


@given(meetings())
@settings(max_examples=60, deadline=None)
def test_whatever_was_said_wherever_is_in_it_unless_it_was_struck(meeting: Meeting) -> None:
    seen = as_read(Seen(COMMONMARK.render(markdown(meeting))).text)
    for said in meeting.parts[0].contributions:
        beside = () if said.reply_to else (said.own_note, *said.parts.values())  # an answer has just words
        assert said.struck or all(as_read(text) in seen for text in (said.text, *beside))


def page_of(meeting: Meeting) -> str:
    return Seen(GITHUB.render(markdown(meeting))).text


@pytest.mark.parametrize(
    "words_in_it",
    [
        "Intervisie op 22 november 2026",
        "Proefvorm, 3 stappen",
        "Bron: Eigen werk",
        "Anna: inbrenger",
        "Bram: gespreksleider",
        "Cas: tijdbewaker",
        "Dirkje: eerder weg",
        "Casus van Anna",
        "Een gesprek liep vast.",
        "Hoe begin ik opnieuw?",
        "1. Wat gebeurde er? (Bram en Cas, bovenstroom)",
        "Antwoord: Het werd stil.",
        "✓ begrepen, bruikbaar",
        "2. Wat dacht je? (Bram en Cas)",
        "Eigen notitie van de inbrenger: Hier iets mee doen",
        "Waarneming: Je keek weg",
        "Effect: Ik werd stil",
        "Een dichte deur",
        "Samengevat",
        "Het gaat om opnieuw beginnen.",
        "Bevestigd door Anna en Cas.",
        "Volgende keer meer tijd",
        "14:02 Kruisverhoor",
        "1 geschreven tekst is niet gedeeld.",
        "Afspraken",
        "Over zes weken weer",
        "5:01",
        "Pauzes: 1:01",
        "Programma niet open: 0:02",
    ],
)
def test_the_transcript_tells(words_in_it: str) -> None:
    assert words_in_it in page_of(FULL)


def test_what_was_written_in_silence_is_not_in_it() -> None:
    assert "GEHEIM" not in markdown(FULL)


def test_it_works_on_what_view_lets_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown_module, "view", lambda _meeting: replace(FULL, participants=FULL.participants[:3]))
    assert "Dirkje" not in markdown(FULL)


def test_nothing_is_said_of_advice_that_was_not_found_useful() -> None:
    page = page_of(FULL)
    assert page.count("bruikbaar") == 1
    assert not [word for word in ("niet bruikbaar", "niet nuttig", "afgewezen", "✗") if word in page]


def test_an_ended_meeting_tells_from_when_to_when() -> None:
    assert "Van 14:02 tot 14:52, samen 11 minuten." in page_of(ENDED)
    assert "nog niet afgesloten" in page_of(FULL)


def bars(page: str) -> Iterator[tuple[int, int]]:
    chart = page.split("```text\n")[1].split("\n```")[0].splitlines()
    for planned, real in zip(chart[::2], chart[1::2], strict=True):
        yield planned.count("░"), real.count("█")


def test_the_chart_draws_planned_beside_real_time_to_one_scale() -> None:
    assert list(bars(markdown(FULL))) == [(20, 20), (12, 12), (40, 6), (8, 0)]


def test_a_step_named_like_a_fence_does_not_end_the_chart() -> None:
    case = FULL.parts[0]
    steps = (replace(case.method.steps[0], title="```"), *case.method.steps[1:])
    meeting = replace(FULL, parts=(replace(case, method=replace(case.method, steps=steps)), FULL.parts[1]))
    assert GITHUB.render(markdown(meeting)).count("<pre>") == 1


def test_the_export_lies_privately_beside_the_transcript() -> None:
    folder = private_folder(meetings_folder())
    write_durably(folder, f"{FULL.id}.toml", encode(FULL))
    path = export_markdown(FULL.id)
    assert path == folder / f"{FULL.id}.md"
    assert path.read_text() == markdown(FULL)
    assert path.stat().st_mode & 0o777 == 0o600
    assert export_markdown(folder / f"{FULL.id}.toml") == path


def test_an_export_that_somebody_wrote_in_stays_and_the_next_gets_a_name_of_its_own() -> None:
    folder = private_folder(meetings_folder())
    write_durably(folder, f"{FULL.id}.toml", encode(FULL))
    first = export_markdown(FULL.id)
    assert export_markdown(FULL.id) == first  # nothing has changed
    first.write_text("Wat ik erbij schreef")
    second = export_markdown(FULL.id)
    assert second == folder / f"{FULL.id}.2.md"
    assert second.read_text() == markdown(FULL)
    assert second.stat().st_mode & 0o777 == 0o600
    assert first.read_text() == "Wat ik erbij schreef"
    second.unlink()
    second.symlink_to(first)
    assert export_markdown(FULL.id) == folder / f"{FULL.id}.3.md"


def test_what_cannot_be_exported_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("geen verslag")
    for which in (tmp_path / "x.toml", tmp_path / "weg.toml", "2026-01-01-0000", "../x"):
        with pytest.raises(Unusable) as caught:
            export_markdown(which)
        assert caught.value.reason.endswith(".")
    assert [path.name for path in tmp_path.iterdir()] == ["x.toml"]
