"""What in a text may tell who a case is about, seen by rule: a quiet hint that offers a role instead, and no more.

The rules are those of practice advice in youth care (names, exact ages and dates, places, numbers). They see neither a
name at the start of a sentence nor the combination of three harmless facts: real anonymity no rule can promise.
Dutch and English texts are read alike.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from intervisie_tui.locale import _, ngettext

Sort: TypeAlias = Literal["name", "date", "age", "number", "place", "contact"]


class Telling(NamedTuple):
    """A piece of a text, from `start` up to `end`, that may tell who it is about."""

    start: int
    end: int
    text: str
    sort: Sort


_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_WORD = r"[A-Za-zÀ-ÖØ-öø-ÿ'’-]"

_LASTING = (
    "afgelopen",
    "al",
    "over",
    "na",
    "laatste",
    "sinds",
    "bijna",
    "ruim",
    "elke",
    "binnen",
    "in",
    "per",
    "duurde",
)
_NO_AGE_AFTER = "".join(rf"(?<!{word} )" for word in (*_LASTING, "duurt", "for", "past", "last", "after"))
_NO_AGE_PATTERN = (
    "geleden|lang|ervaring|later|bezig|samen|getrouwd|in dienst|therapie|werk|gewerkt|werkzaam|daarvoor|eerder|ago"
)

_RULES: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("contact", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")),
    ("contact", re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d ?){10}\b")),
    ("contact", re.compile(r"(?<![\d.,])(?:\+\d{2}[ -]?(?:\(0\))?|0)[1-9](?:[ -]?\d){8}(?!\d)")),
    ("date", re.compile(rf"(?<!\d)(?:{_DAY}[-/.]{_MONTH}[-/.](?:\d{{4}}|\d{{2}})|\d{{4}}-{_MONTH}-{_DAY})(?!\d)")),
    ("date", re.compile(rf"(?<!\d){_DAY} (?:{_MONTHS})\b(?: \d{{4}})?", re.IGNORECASE)),
    ("date", re.compile(rf"\b(?:{_MONTHS}) {_DAY}(?:st|nd|rd|th)?,? \d{{4}}\b", re.IGNORECASE)),
    ("number", re.compile(r"(?<![\d.,])\d{4}[. ]?\d{2}[. ]?\d{3}(?![\d.,]?\d)")),
    (
        "number",
        re.compile(
            r"\b(?:dossier|zaak|polis|cliënt|klant|patiënt|leerling|case|file|client|patient)-?(?:nummer|nr\.?|number)?"
            r"[ :#]{1,3}\d{3,}\b",
            re.IGNORECASE,
        ),
    ),
    ("place", re.compile(r"(?<!\d)[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b")),
    (
        "age",
        re.compile(
            rf"(?<![\d.,-]){_NO_AGE_AFTER}\d{{1,2}} (?:jaar|years old)\b(?! (?:{_NO_AGE_PATTERN})\b)", re.IGNORECASE
        ),
    ),
    ("age", re.compile(r"(?<!\d)\d{1,2}(?: |-)?(?:jarige?n?|year-old)\b", re.IGNORECASE)),
    ("age", re.compile(r"\b(?:leeftijd|aged)(?: van)?:? \d{1,2}\b", re.IGNORECASE)),
    (
        "name",
        re.compile(
            r"\b(?:[Dd]hr|[Mm]evr|[Mm]w|[Mm]r|[Mm]rs|[Mm]s|[Dd]r|[Dd]rs|[Pp]rof)\.? "
            rf"(?:(?:de|den|der|van|ten|ter|te|von|el|al) )*{_UPPER}{_WORD}*"
        ),
    ),
    (
        "name",
        re.compile(
            r"\b(?:[Mm]eneer|[Mm]evrouw|[Dd]e heer|[Dd]okter|[Jj]uf|[Mm]eester|[Oo]om|[Tt]ante|[Mm]iss|[Mm]ister) "
            rf"(?:(?:de|den|der|van|ten|ter|te|von|el|al) )*{_UPPER}{_WORD}*"
        ),
    ),
)

_STREET = re.compile(
    r"(?:straat|laan|weg|plein|gracht|kade|singel|plantsoen|steeg|school|college|ziekenhuis|kliniek|street|road|avenue)$"
)
_NO_STREET = re.compile(
    "onderweg|halverwege|snelweg|uitweg|omweg|terugweg|heenweg|aanweg|weg|plein|straat|laan|college|ziekenhuis|kliniek"
    "|street|road|avenue|school|basisschool|hogeschool|middelschool|muziekschool|kleuterschool|praktijkschool|vakschool"
    "|dansschool|rijschool|zwemschool|brugschool|voorschool"
)
_NUMBERED = re.compile(
    rf"(?<![\w'’-]){_WORD}{{3,40}}(?:straat|laan|weg|plein|gracht|kade|singel|steeg) \d{{1,4}}[a-z]?\b", re.IGNORECASE
)
_CAPITAL = re.compile(rf"(?<![\w'’-]){_UPPER}{_WORD}*")
_OPENS = re.compile(
    r"(?:[.!?…:;]|^|^\s*(?:[-•–*]|\d{1,2}[.)]))[\s\"'“”„‘’«»(\[]*\Z|[\"“„«]\Z|(?:^|\s)['‘]\Z", re.MULTILINE
)
"""What stands before the first word of a sentence, an item of a list or what somebody says."""
_PARTICLES = re.compile(rf"(?: (?:de|den|der|van|ten|ter|te|von|el|al))* {_UPPER}{_WORD}*")

_HARMLESS = re.compile(
    "I|I'm|I'd|I'll|I've|I’m|I’d|I’ll|I’ve|Ik|U|Word|Excel|Teams|Zoom|Outlook|WhatsApp|Google|Internet|God|Balint"
    "|Kerst|Kerstmis|Pasen|Pinksteren|Sinterklaas|Christmas|Easter|Nederlands|Nederlandse|Engels|Engelse|Dutch|English"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    "|September|October|November|December"
)
_ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&’'-]*s?")
"""A kind of agency or of trade (GGZ, HR, MDO, pgb'er): may stay, as kinds of agencies may."""


def telling(text: str) -> tuple[Telling, ...]:
    """What may tell who a text is about, in its order and without overlap."""
    found: list[Telling] = []
    for sort, rule in _RULES:
        found += _free(found, (_piece(match, sort) for match in rule.finditer(text)))
    found += _free(found, _places(text))
    found += _free(found, _names(text))
    return tuple(sorted(found))


def hint(text: str) -> str:
    """One quiet line about what is in a text that may tell who it is about; empty where nothing is seen."""
    found = telling(text)
    if not found:
        return ""
    last = found[-1]
    offer = _offer(last.sort).format(piece=last.text)
    different = len({(one.sort, one.text.casefold()) for one in found})
    if different == 1:
        return offer
    count = ngettext(
        "{n} gegeven kan iemand herkenbaar maken", "{n} gegevens kunnen iemand herkenbaar maken", different
    )
    return f"{count.format(n=different)}. {offer}"


def _offer(sort: Sort) -> str:
    match sort:
        case "name":
            return _("‘{piece}’: misschien liever een rol, zoals de cliënt, de moeder of een collega.")
        case "date":
            return _("‘{piece}’: misschien liever ongeveer, zoals afgelopen voorjaar.")
        case "age":
            return _("‘{piece}’: misschien liever ongeveer, zoals puber of ouder echtpaar.")
        case "number":
            return _("‘{piece}’: dit nummer is niet nodig om het te begrijpen.")
        case "place":
            return _("‘{piece}’: misschien liever wat voor plek het is, zoals de school of de wijk.")
        case "contact":
            return _("‘{piece}’: dit wijst iemand aan en is niet nodig.")


def _piece(match: re.Match[str], sort: Sort) -> Telling:
    return Telling(match.start(), match.end(), match[0], sort)


def _free(taken: list[Telling], more: Iterator[Telling]) -> list[Telling]:
    """Those that overlap with nothing found before."""
    return [one for one in more if all(one.end <= other.start or other.end <= one.start for other in taken)]


def _places(text: str) -> Iterator[Telling]:
    for match in _NUMBERED.finditer(text):
        if not _NO_STREET.fullmatch(match[0].split()[0].casefold()):
            yield _piece(match, "place")
    for match in _CAPITAL.finditer(text):
        word = match[0].casefold()
        if _STREET.search(word) and not _NO_STREET.fullmatch(word):
            yield _piece(match, "place")


def _names(text: str) -> Iterator[Telling]:
    """Words with a capital inside a sentence, with what belongs to the name behind them."""
    seen: set[str] = set()
    starts: list[re.Match[str]] = []
    end = 0
    begin = len(text) - len(text.lstrip())
    for match in _CAPITAL.finditer(text):
        if match.start() < end or _is_harmless(match[0]):
            continue
        if match.start() == begin or _OPENS.search(text[max(0, match.start() - 12) : match.start()]):
            starts.append(match)
            continue
        end = match.end()
        while behind := _PARTICLES.match(text, end):
            end = behind.end()
        seen.add(_bare(match[0]))
        yield Telling(match.start(), end, text[match.start() : end], "name")
    for match in starts:  # a name that is one elsewhere in the text is one here
        if _bare(match[0]) in seen:
            yield _piece(match, "name")


def _is_harmless(word: str) -> bool:
    bare = word.rstrip("'’-")
    return bool(_HARMLESS.fullmatch(bare) or (len(bare) > 1 and _ABBREVIATION.fullmatch(bare)))


def _bare(word: str) -> str:
    """Without the s of possession: Fatima's, Jans."""
    return re.sub(r"['’]s$", "", word).casefold()
