"""Checking values read from TOML against a type made of msgspec Structs: every fault, not only the first.

Generic over the type: a method, a transcript, a scenario and the settings are checked alike. What only makes sense
for a method (references between its parts) stands in `rules`.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec
import msgspec.inspect as inspect  # noqa: PLR0402  # msgspec may have been imported without it (`left_out`)

from intervisie_tui.locale import _, ngettext
from intervisie_tui.method.fault import Fault, Found, Place, shown
from intervisie_tui.method.model import ID_PATTERN
from intervisie_tui.method.reading import Document

_PLAIN: dict[type[inspect.Type], type] = {
    inspect.BoolType: bool,
    inspect.FloatType: float,
    inspect.DateTimeType: datetime.datetime,
    inspect.DateType: datetime.date,
    inspect.TimeType: datetime.time,
}


MOST = 200
"""Faults that are told of one file; more than anybody mends before trying again."""


def check(document: Document, kind: type[msgspec.Struct]) -> list[Fault]:
    """Every way in which the document is not such a Struct, in the order of the lines; at most `MOST`."""
    found = islice(compare(document.raw, inspect.type_info(kind), ()), MOST)
    faults = [document.fault(*one) for one in found]
    return sorted(faults, key=lambda fault: fault.line)


def compare(raw: object, kind: inspect.Type, place: Place) -> Iterator[Found]:
    """Every difference between what was read and the type that it should have."""
    match kind:
        case inspect.Metadata():
            yield from compare(raw, kind.type, place)
        case inspect.StructType():
            yield from _struct(raw, kind, place)
        case inspect.UnionType():
            yield from _union(raw, kind, place)
        case inspect.VarTupleType() | inspect.ListType():
            yield from _list(raw, kind, place)
        case inspect.DictType():
            yield from _dict(raw, kind, place)
        case inspect.StrType():
            yield from _text(raw, kind, place)
        case inspect.IntType():
            yield from _number(raw, kind, place)
        case inspect.LiteralType():
            yield from _literal(raw, kind, place)
        case _:
            yield from _other(raw, kind, place)


def _struct(raw: object, kind: inspect.StructType, place: Place, tag: str | None = None) -> Iterator[Found]:
    if not isinstance(raw, dict):
        yield Found(place, shown(raw), _("een tabel"))
        return
    fields = {field.encode_name: field for field in kind.fields}
    known = [tag, *fields] if tag else list(fields)
    for key, value in raw.items():
        if key in fields:
            yield from compare(value, fields[key].type, (*place, key))
        elif key != tag:
            yield Found((*place, key), _("een onbekende sleutel"), _nearest(key, known))
    for name, field in fields.items():
        if field.required and name not in raw:
            yield Found((*place, name), _("niets"), expected(field.type))


def _union(raw: object, kind: inspect.UnionType, place: Place) -> Iterator[Found]:
    """The member that fits what was read: the Struct with its tag, or the only one of that form."""
    structs = {str(member.tag): member for member in kind.types if isinstance(member, inspect.StructType)}
    tag_field = next((member.tag_field for member in structs.values() if member.tag_field), None)
    if tag_field is not None and isinstance(raw, dict):
        tag = raw.get(tag_field)
        if isinstance(tag, str) and tag in structs:
            yield from _struct(raw, structs[tag], place, tag_field)
        else:
            yield Found((*place, tag_field), shown(tag) if tag_field in raw else _("niets"), _choice(structs))
        return
    members = [member for member in kind.types if not isinstance(member, inspect.NoneType)]
    tried = [list(compare(raw, member, place)) for member in members]
    yield from min(tried, key=len, default=[])


def _list(raw: object, kind: inspect.VarTupleType | inspect.ListType, place: Place) -> Iterator[Found]:
    if not isinstance(raw, list):
        yield Found(place, shown(raw), expected(kind))
        return
    if (kind.min_length is not None and len(raw) < kind.min_length) or (
        kind.max_length is not None and len(raw) > kind.max_length
    ):
        found = _("een lijst van {n}").format(n=len(raw)) if raw else shown(raw)
        yield Found(place, found, expected(kind))
    for index, value in enumerate(raw):
        yield from compare(value, kind.item_type, (*place, index))


def _text(raw: object, kind: inspect.StrType, place: Place) -> Iterator[Found]:
    if not isinstance(raw, str):
        yield Found(place, shown(raw), expected(kind))
    elif kind.max_length is not None and len(raw) > kind.max_length:
        yield Found(place, ngettext("{n} teken", "{n} tekens", len(raw)).format(n=len(raw)), expected(kind))
    elif kind.min_length is not None and len(raw) < kind.min_length:
        yield Found(place, _("een lege tekst"), expected(kind))
    elif kind.pattern is not None and not re.search(kind.pattern, raw):
        yield Found(place, shown(raw), expected(kind))


def _number(raw: object, kind: inspect.IntType, place: Place) -> Iterator[Found]:
    if (
        not isinstance(raw, int)
        or isinstance(raw, bool)
        or (kind.ge is not None and raw < kind.ge)
        or (kind.le is not None and raw > kind.le)
    ):
        yield Found(place, shown(raw), expected(kind))


def _dict(raw: object, kind: inspect.DictType, place: Place) -> Iterator[Found]:
    if not isinstance(raw, dict):
        yield Found(place, shown(raw), expected(kind))
        return
    for key, value in raw.items():
        yield from compare(value, kind.value_type, (*place, key))


def _literal(raw: object, kind: inspect.LiteralType, place: Place) -> Iterator[Found]:
    if not any(type(raw) is type(value) and raw == value for value in kind.values):
        yield Found(place, shown(raw), expected(kind))


def _other(raw: object, kind: inspect.Type, place: Place) -> Iterator[Found]:
    """The plain types, left to msgspec itself."""
    try:
        msgspec.convert(raw, _PLAIN.get(type(kind), object))
    except msgspec.ValidationError:
        yield Found(place, shown(raw), expected(kind))


def expected(kind: inspect.Type) -> str:
    """What should have stood there, in words."""
    match kind:
        case inspect.Metadata():
            return expected(kind.type)
        case inspect.StrType():
            return _expected_text(kind)
        case inspect.IntType(ge=int(low), le=int(high)):
            return _("een geheel getal van {low} tot en met {high}").format(low=low, high=high)
        case inspect.IntType(ge=int(low)):
            return _("een geheel getal vanaf {low}").format(low=low)
        case inspect.IntType():
            return _("een geheel getal")
        case inspect.VarTupleType() | inspect.ListType():
            return _expected_list(kind)
        case inspect.LiteralType():
            return _choice(kind.values)
        case inspect.StructType() | inspect.DictType():
            return _("een tabel")
        case inspect.UnionType():
            return _(" of ").join(expected(member) for member in kind.types if not isinstance(member, inspect.NoneType))
        case inspect.BoolType():
            return _("true of false")
        case inspect.FloatType():
            return _("een getal")
        case inspect.DateTimeType():
            return _("een datum met tijd")
    return _("iets anders")


def _expected_text(kind: inspect.StrType) -> str:
    if kind.pattern == ID_PATTERN:
        return _("kleine letters, cijfers en streepjes, ten hoogste 60")
    if kind.pattern is not None:
        return _("tekst van de vorm {pattern}").format(pattern=kind.pattern)
    if kind.max_length is not None and kind.min_length:
        return _("tekst van 1 tot en met {n} tekens").format(n=kind.max_length)
    if kind.max_length is not None:
        return _("tekst van ten hoogste {n} tekens").format(n=kind.max_length)
    return _("tekst")


def _expected_list(kind: inspect.VarTupleType | inspect.ListType) -> str:
    if kind.min_length and kind.max_length:
        return _("een lijst van {low} tot en met {high}").format(low=kind.min_length, high=kind.max_length)
    if kind.min_length:
        return _("een lijst met ten minste {n}").format(n=kind.min_length)
    if kind.max_length:
        return _("een lijst van ten hoogste {n}").format(n=kind.max_length)
    return _("een lijst")


def _choice(values: Iterable[object]) -> str:
    return _("een van: {choice}").format(choice=", ".join(map(str, values)))


def _nearest(key: str, known: list[str]) -> str:
    """The key that was probably meant, or else all that there are."""
    from difflib import get_close_matches  # dear, and only needed for a fault

    return next(iter(get_close_matches(key, known, 1)), _choice(known))
