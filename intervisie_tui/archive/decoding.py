"""Values as the bytes of a file, and back: TOML that a person can read.

Well-formed values come back equal. What comes in may be torn, edited by hand or hostile: text is cleaned, and what does
not fit is refused as a whole, since a screen that trips over it halfway would cost the group more.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias, TypeVar

import msgspec

from intervisie_tui.archive.paths import Unusable
from intervisie_tui.archive.toml import Writer
from intervisie_tui.locale import _
from intervisie_tui.method.fault import Unreadable
from intervisie_tui.method.reading import Document, parse
from intervisie_tui.method.text import clean

SCHEMA = 1
"""Of every kind of file that we write."""
MOST_VALUES = 100_000
"""In one file: some ten thousand contributions, more than any group can say in a day."""
LARGEST_NUMBER = 2**53
"""No count, time or number in a meeting comes near; every reader of TOML can hold it."""

Read = TypeVar("Read", bound=msgspec.Struct)
Door: TypeAlias = Callable[[str], str]


class TooNew(Unusable):
    """A file written by a later version of the program; sound, but not for us to read."""


def encode_value(value: msgspec.Struct, writer: Writer | None = None) -> bytes:
    """The value as the contents of a file. What tells its format stands there, although it is the usual one.

    With a `writer` that laid out the value before this one, only what is new is laid out.
    """
    return (writer or Writer()).document(value, "schema").encode()


def decode_value(data: bytes, kind: type[Read], door: Door = clean) -> Read:
    """The value in a file, each text let in by `door`. Raises TooNew, or Unusable with what is wrong in it."""
    try:
        document = parse(data, "", MOST_VALUES)
    except Unreadable as error:
        reason = _("Het bestand is beschadigd of niet af (regel {line}).")
        raise Unusable(reason.format(line=error.fault.line)) from None
    schema = document.raw.get("schema", SCHEMA)
    if isinstance(schema, int) and schema > SCHEMA:
        raise TooNew(_("Dit bestand is gemaakt met een nieuwere versie van intervisie. Werk het programma bij."))
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


def _through(raw: object, door: Door) -> object:
    """The same tree with every text cleaned; refuses what no file of ours holds and what a comparison would trip over.

    A day or an hour passes: where a value holds none, its type refuses it.
    """
    match raw:
        case str():
            return door(raw)
        case dict():
            return {clean(key): _through(value, door) for key, value in raw.items()}
        case list():
            return [_through(value, door) for value in raw]
        case datetime() if raw.tzinfo is None:
            raise Unusable(_("Er staat een tijd in zonder tijdzone."))
        case int() if abs(raw) >= LARGEST_NUMBER:
            raise Unusable(_("Er staat een getal in dat niet kan kloppen."))
    return raw
