"""A meeting as the bytes of its file, and back: TOML that a person can read.

Well-formed values come back equal (law 8). What comes in may be torn, edited by hand or hostile: text is cleaned, and
what does not hang together is refused as a whole, since a screen that trips over it halfway would cost the group more.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, TypeVar

import msgspec
import tomli_w

from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.archive.sound import check_meeting
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import SCHEMA, Meeting
from intervisie_tui.method.fault import Unreadable
from intervisie_tui.method.reading import Document, parse
from intervisie_tui.method.text import clean

MOST_VALUES = 100_000
"""In one transcript: some ten thousand contributions, more than any group can say in a day."""

LARGEST_NUMBER = 2**53
"""No count, time or number in a meeting comes near; every reader of TOML can hold it."""

Read = TypeVar("Read", bound=msgspec.Struct)


class TooNew(Unusable):
    """A transcript written by a later version of the program; sound, but not for us to read."""


def encode(value: Meeting | Draft) -> bytes:
    """The value as the contents of a file."""
    raw = msgspec.to_builtins(value, builtin_types=(datetime,))
    return tomli_w.dumps(raw, multiline_strings=True).encode()


def decode(data: bytes) -> Meeting:
    """The meeting in a file. Raises TooNew, or Unusable with what is wrong in it."""
    meeting = _decode(data, Meeting, clean)
    check_meeting(meeting)
    return meeting


def decode_draft(data: bytes) -> Draft:
    """The draft in a file; its clock still has to fit the meeting. Raises Unusable."""
    return _decode(data, Draft, _clean_typing)


def head(data: bytes) -> dict[str, Any]:
    """The keys at the top of a transcript, before its first table: enough to know whether it has ended.

    Reading a whole archive takes long; this takes hardly any time. Empty when the file is not laid out as we write it.
    """
    top, found, _rest = data.partition(b"\n[")
    try:
        return parse(top, "").raw if found else {}
    except Unreadable:
        return {}


def _decode(data: bytes, kind: type[Read], door: Callable[[str], str]) -> Read:
    try:
        document = parse(data, "", MOST_VALUES)
    except Unreadable as error:
        reason = _("Het bestand is beschadigd of niet af (regel {line}).")
        raise Unusable(reason.format(line=error.fault.line)) from None
    schema = document.raw.get("schema", SCHEMA)
    if isinstance(schema, int) and schema > SCHEMA:
        raise TooNew(_("Dit verslag is gemaakt met een nieuwere versie van intervisie. Werk het programma bij."))
    try:
        return msgspec.convert(_through(document.raw, door), kind)
    except msgspec.ValidationError:
        raise Unusable(_misfit(document, kind)) from None


def _misfit(document: Document, kind: type[msgspec.Struct]) -> str:
    """Where the file is not as it should be. Not what stands there: those may be words of the case."""
    from intervisie_tui.method.checking import check  # walks every type; only needed for a fault

    for fault in check(document, kind):
        if fault.line:
            return _("Het bestand klopt niet: regel {line}, {key}.").format(line=fault.line, key=fault.key)
    return _("Het bestand is niet af.")


def _through(raw: object, door: Callable[[str], str]) -> object:
    """The same tree with every text cleaned; refuses what no meeting holds and what a comparison would trip over."""
    match raw:
        case str():
            return door(raw)
        case dict():
            return {clean(key): _through(value, door) for key, value in raw.items()}
        case list():
            return [_through(value, door) for value in raw]
        case datetime() if raw.tzinfo is None:
            raise Unusable(_("Er staat een tijd in zonder tijdzone."))
        case datetime() | bool() | float():
            return raw
        case int() if abs(raw) < LARGEST_NUMBER:
            return raw
        case date() | time() | int():
            raise Unusable(_("Er staat een getal of datum in die niet kan kloppen."))
    return raw


def _clean_typing(text: str) -> str:
    """Cleaned, but with the blank after the last word: who was typing goes on typing there."""
    cleaned = clean(text)
    return f"{cleaned} " if cleaned and text.endswith(" ") else cleaned
