"""Frozen values as TOML that a person can read: scalars first, tables below them, short ones on a line of their own.

Written for our own values, which are structs of texts, numbers, times, and tuples and dicts of those. A meeting is
saved after every act, so what stays the same from one save to the next is not laid out again (`Writer`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, time
from functools import cache
from typing import Any, NamedTuple, TypeAlias, TypeGuard, TypeVar

from msgspec import NODEFAULT, Struct

WIDEST = 100
"""Columns of a line that holds a whole table, with its indent and comma; longer ones are tables of their own."""

Table: TypeAlias = Struct | dict[str, object]
_Found: TypeAlias = dict[str, dict[int, tuple[Table, Any]]]
"""What was found of tables, by what was looked for and their identity; it holds them, so none can get another's."""

Result = TypeVar("Result")

_INDENT = "    "
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
_SHORT = {"\b": "\\b", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ESCAPED = str.maketrans({chr(n): f"\\u{n:04x}" for n in (*range(32), 127) if n != ord("\t")} | _SHORT)
_ESCAPED_IN_LINES = {code: text for code, text in _ESCAPED.items() if code != ord("\n")}


class _Shape(NamedTuple):
    """How a sort of struct is written: its tag, then each field with the key it gets and what may be left out."""

    tag: tuple[tuple[str, object], ...]
    fields: tuple[tuple[str, str, object, object], ...]


class Writer:
    """Lays out one document after another, each a little different from the one before.

    The document, and what it holds of the sorts `through` (of a meeting its parts), is walked through each time. The
    text of all that stands in those (each person, each contribution, the method) is kept for the next document, under
    the identity of the value: a frozen one that is the same object has the same text. What a document no longer holds
    is forgotten.
    """

    def __init__(self, *through: type[Struct]) -> None:
        self._through = through
        self._before: _Found = {}
        self._now: _Found = {}

    def document(self, value: Struct, always: str = "") -> str:
        """The value as a document. The field `always`, if it has that, stands there although it is as by default.

        Raises TypeError for what TOML has no form for.
        """
        self._now = {}
        items = dict(_items(value))
        if always in value.__struct_fields__:
            items = {always: getattr(value, always)} | items
        text = self._table(items.items(), "", keep=True)
        self._before = self._now
        return text

    def _table(self, items: Iterable[tuple[str, object]], name: str, header: str = "", *, keep: bool) -> str:
        """A table and the tables in it, whose text is kept if so. Without a `header` it gets one where it needs one."""
        lines: list[str] = []
        below: list[str] = []
        for plain, value in items:
            key = _key(plain)
            at = f"{name}.{key}" if name else key
            if isinstance(value, Struct | dict):
                below += self._nested((value,), at, "", keep)
            elif not _are_tables(value):
                lines.append(f"{key} = {_literal(value)}\n")
            elif short := self._short(value, at, keep):
                lines.append(f"{key} = {short}\n")
            else:
                below += self._nested(value, at, f"[[{at}]]\n", keep)
        if header or (name and (lines or not below)):
            lines.insert(0, header or f"[{name}]\n")
        return "\n".join(["".join(lines), *below] if lines else below)

    def _nested(self, values: Sequence[Table], name: str, header: str, keep: bool) -> Iterable[str]:
        """The text of each of the tables that stand under this name."""
        walked = isinstance(values[0], (*self._through, dict))

        def laid_out(value: Table) -> str:
            return self._table(_items(value), name, header, keep=keep and walked)

        return self._kept(values, name, laid_out) if keep and not walked else map(laid_out, values)

    def _short(self, values: Sequence[Table], name: str, keep: bool) -> str:
        """These tables as an array with a line for each; empty when one of them is too long for that."""
        lines = []
        for line in self._kept(values, f"{name} in a line", _short) if keep else map(_short, values):
            if not line:
                return ""
            lines.append(f"{_INDENT}{line},\n")
        return f"[\n{''.join(lines)}]"

    def _kept(self, values: Sequence[Table], sort: str, find: Callable[[Table], Result]) -> Iterator[Result]:
        """What `find` finds of each of the values, or found of it for the document before this one."""
        before, now = self._before.get(sort, {}), self._now.setdefault(sort, {})
        for value in values:
            found = before.get(id(value))
            if found is None:
                found = value, find(value)
            now[id(value)] = found
            yield found[1]


def _items(value: Table) -> Iterator[tuple[str, object]]:
    """Keys and values, without what is as it is by default (the very object, as msgspec has it)."""
    if isinstance(value, dict):
        yield from value.items()
        return
    shape = _shape(type(value))
    yield from shape.tag
    for name, key, default, fresh in shape.fields:
        item = getattr(value, name)
        if item is not default and not (fresh is type(item) and not item):
            yield key, item


@cache
def _shape(kind: type[Struct]) -> _Shape:
    config = kind.__struct_config__
    tag = ((config.tag_field, config.tag),) if config.tag_field else ()
    # As `msgspec.structs.fields`, which also makes out the type of each field: that takes longer than the whole save.
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__ if config.omit_defaults else ()
    defaults = (NODEFAULT,) * (len(names) - len(defaults)) + defaults
    fresh = (getattr(default, "factory", NODEFAULT) for default in defaults)
    return _Shape(tag, tuple(zip(names, kind.__struct_encode_fields__, defaults, fresh, strict=True)))


def _are_tables(value: object) -> TypeGuard[Sequence[Table]]:
    """Whether this is an array of tables; ours are all of one sort."""
    return isinstance(value, tuple | list) and bool(value) and isinstance(value[0], Struct | dict)


def _short(value: Table) -> str:
    """A table as one line of an array; empty when it would be too long."""
    if not all(_is_short(item) for _key, item in _items(value)):
        return ""
    line = _line(value)
    return line if len(line) <= WIDEST - len(_INDENT) - 1 else ""


def _is_short(value: object) -> bool:
    """Whether a value, however long, stands in one line."""
    match value:
        case str():
            return "\n" not in value
        case tuple() | list():
            return not value
        case Struct() | dict():
            return all(_is_short(item) for _key, item in _items(value))
    return True


def _line(value: Table) -> str:
    pairs = ", ".join(f"{_key(key)} = {_literal(item)}" for key, item in _items(value))
    return f"{{ {pairs} }}" if pairs else "{}"


def _literal(value: object, indent: str = "") -> str:
    """A value behind its key. Raises TypeError."""
    match value:
        case str():
            return _text(value)
        case bool():
            return "true" if value else "false"
        case int() | float() | date() | time():  # a date, or a date with a time
            return str(value)
        case Struct() | dict():
            return _line(value)
        case tuple() | list():
            inner = indent + _INDENT
            items = "".join(f"{inner}{_literal(item, inner)},\n" for item in value)
            return f"[\n{items}{indent}]" if items else "[]"
    raise TypeError(f"{type(value).__qualname__} has no form in TOML")


def _text(text: str) -> str:
    if "\n" not in text:
        return f'"{text.translate(_ESCAPED)}"'
    lines = text.replace("\r\n", "\n").translate(_ESCAPED_IN_LINES)
    return f'"""\n{lines}"""'


def _key(key: str) -> str:
    return key if key and _BARE.issuperset(key) else f'"{key.translate(_ESCAPED)}"'
