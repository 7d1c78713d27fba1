"""The quiet hint while typing: what may tell who a case is about, and what may stay."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.locale import use
from intervisie_tui.meeting.identifying import hint, telling


def seen(text: str) -> list[tuple[str, str]]:
    return [(one.sort, one.text) for one in telling(text)]


@pytest.mark.parametrize(
    ("text", "sort", "piece"),
    [
        ("Toen belde Fatima weer.", "name", "Fatima"),
        ("Ik sprak met Jan de Vries over het plan.", "name", "Jan de Vries"),
        ("Ik sprak met Anne-Marie van der Berg.", "name", "Anne-Marie van der Berg"),
        ("Dan zegt Özlem niets meer.", "name", "Özlem"),
        ("mevrouw Jansen kwam te laat", "name", "mevrouw Jansen"),
        ("Het ging om mevr. de Wit.", "name", "mevr. de Wit"),
        ("Het ging om dhr. K. uit het dorp", "name", "dhr. K"),
        ("Dhr Pietersen belde", "name", "Dhr Pietersen"),
        ("Cliënt K. belde vaak", "name", "K"),
        ("Dat was juf Marijke", "name", "juf Marijke"),
        ("het team in Rotterdam is nieuw", "name", "Rotterdam"),
        ("op 3 maart 2026 ging het mis", "date", "3 maart 2026"),
        ("op 3 maart ging het mis", "date", "3 maart"),
        ("sinds 03-11-2025 ziek", "date", "03-11-2025"),
        ("op 3/11/25 gebeld", "date", "3/11/25"),
        ("geboren 2011-04-09", "date", "2011-04-09"),
        ("on March 3rd, 2026", "date", "March 3rd, 2026"),
        ("een jongen van 14 jaar", "age", "14 jaar"),
        ("zij is 82 jaar en alleen", "age", "82 jaar"),
        ("een 15-jarig meisje", "age", "15-jarig"),
        ("een 15 jarige", "age", "15 jarige"),
        ("a boy, 14 years old", "age", "14 years old"),
        ("a 14-year-old", "age", "14-year-old"),
        ("leeftijd: 14", "age", "leeftijd: 14"),
        ("haar nummer is 123456782", "number", "123456782"),
        ("bsn 1234.56.782", "number", "1234.56.782"),
        ("dossiernummer 20231", "number", "dossiernummer 20231"),
        ("zaak 4711 loopt", "number", "zaak 4711"),
        ("bel 06-12345678", "contact", "06-12345678"),
        ("bel 010 123 45 67", "contact", "010 123 45 67"),
        ("bel +31 6 12345678", "contact", "+31 6 12345678"),
        ("mail naar a.b@huis.nl", "contact", "a.b@huis.nl"),
        ("rekening NL91 ABNA 0417 1643 00", "contact", "NL91 ABNA 0417 1643 00"),
        ("woont op 3011 AB", "place", "3011 AB"),
        ("ze woont in de Kerkstraat", "place", "Kerkstraat"),
        ("Kerkstraat is druk", "place", "Kerkstraat"),
        ("ze woont op kerkstraat 12", "place", "kerkstraat 12"),
        ("hij zit op de Willibrordschool", "place", "Willibrordschool"),
    ],
)
def test_what_may_tell_who_it_is(text: str, sort: str, piece: str) -> None:
    assert seen(text) == [(sort, piece)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Vorige week liep een gesprek vast. De moeder werd boos.",
        "Ik vroeg: “Wat heb je nodig?” Toen zei ze: ‘Niets.’",
        "- Eerst bellen\n- Dan wachten\n1. Praten\n2. Luisteren",
        "Al 5 jaar werk ik hier, en na 2 jaar kende ik iedereen.",
        "Dat is 3 jaar geleden. Hij heeft 12 jaar ervaring.",
        "Het duurde 2 jaar. Binnen 4 jaar is ze weg.",
        "Ik ben er 20 jaar in dienst en doe dit 10 jaar lang.",
        "Van 9-12 uur, in 2026, 2 of 3 keer, met 25 leerlingen en 1500 euro.",
        "De GGZ, het MDO en HR wisten ervan, en twee pgb’ers ook. De CEO's niet.",
        "In het Nederlands, via Teams of WhatsApp, rond Kerst.",
        "Ik was onderweg naar de basisschool in een drukke straat.",
        "Onderweg dacht ik na. Basisschool of hogeschool, dat weet ik niet.",
        "Halverwege 2024 is de regel veranderd; versie 1.2.3 geldt.",
        "De cliënt, de leidinggevende en een collega zaten erbij…  En toen?",
        "Vrijdag was het druk. Op maandag niet. In maart ook niet.",
        "Ze zei 'Doe het zelf' en \"Laat maar\" en liep weg.",
    ],
)
def test_what_may_stay(text: str) -> None:
    assert seen(text) == []


def test_a_name_that_is_one_further_on_is_one_at_the_start_too() -> None:
    assert seen("Fatima belde. Ik gaf Fatima gelijk. Fatima's moeder niet.") == [("name", "Fatima")] * 2 + [
        ("name", "Fatima's")
    ]


def test_the_hint_offers_a_role_for_the_last_and_counts_what_is_different() -> None:
    assert hint("Vorige week ging het mis.") == ""
    assert hint("Ik sprak Fatima") == "‘Fatima’: misschien liever een rol, zoals de cliënt, de moeder of een collega."
    text = hint("Ik sprak Fatima, en Fatima is 14 jaar")
    assert (
        text == "2 gegevens kunnen iemand herkenbaar maken. "
        "‘14 jaar’: misschien liever ongeveer, zoals puber of ouder echtpaar."
    )


def test_a_hint_puts_no_braces_of_a_text_to_work() -> None:
    assert hint("Ik sprak met K{piece}{0}").startswith("‘K’")
    use("en")
    assert hint("I saw a.{x}@b.nl and Karel")


@given(st.text(max_size=400))
def test_any_text_is_read_and_every_piece_is_where_it_says(text: str) -> None:
    found = telling(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert bool(hint(text)) == bool(found)


@pytest.mark.parametrize("piece", ["Aa ", "1 ", "a", "a-", "Jan van ", "0", "a@", "12 jaar "])
def test_a_long_text_keeps_nobody_waiting(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    begin = time.perf_counter()
    telling(text)
    assert time.perf_counter() - begin < 1.5
