"""The user's settings, from `settings.toml`. A fault in one of them costs only that one.

What reads a file is imported when there is one: this stands between the start and the first screen.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct, field

from intervisie_tui.archive.paths import settings_file

if TYPE_CHECKING:
    from intervisie_tui.method.fault import Place
    from intervisie_tui.method.reading import Document

Seconds: TypeAlias = Annotated[int, Meta(ge=0, le=3600)]


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a user can set. Nothing has to be: the file need not be there."""

    language: Literal["", "nl", "en"] = ""  # empty: by the locale
    theme: Literal["donker", "licht", "contrast"] = "donker"
    bell: bool = True  # sounds at each warning
    warn_seconds: tuple[Seconds, ...] = (120, 0)  # so long before the end of a step the clock changes
    keys: dict[str, str] = field(default_factory=dict)  # own keys by the id of an act, with blanks between


def read_settings() -> tuple[Settings, list[str]]:
    """The settings, and a sentence for each fault in the file: where, what was found, what was expected."""
    path = settings_file()
    with suppress(OSError):  # which is then told as a fault
        if not path.exists():
            return Settings(), []
    from intervisie_tui.method.fault import Unreadable
    from intervisie_tui.method.reading import read_toml

    try:
        document = read_toml(path)
    except Unreadable as error:
        return Settings(), [str(error)]
    try:
        return _cleaned(msgspec.convert(document.raw, Settings)), []
    except msgspec.ValidationError:
        return _what_is_right(document)


def _what_is_right(document: "Document") -> tuple[Settings, list[str]]:
    from intervisie_tui.method.checking import compare  # walks every type; only needed for a fault

    found = list(compare(document.raw, msgspec.inspect.type_info(Settings), ()))
    faults = sorted(document.fault(*one) for one in found)
    sound = _without(document.raw, [one.place for one in found])
    return _cleaned(msgspec.convert(sound, Settings)), [str(fault) for fault in faults]


def _without(raw: dict[str, Any], places: "Iterable[Place]") -> dict[str, Any]:
    """The settings but for the faulty ones: a key of its own for an act, or else the whole setting."""
    sound = {key: dict(value) if isinstance(value, dict) else value for key, value in raw.items()}
    for first, *rest in places:
        table = sound.get(str(first))
        if rest and isinstance(table, dict):
            table.pop(rest[0], None)
        else:
            sound.pop(str(first), None)
    return sound


def _cleaned(settings: Settings) -> Settings:
    from intervisie_tui.method.text import one_line

    keys = {one_line(act): one_line(own) for act, own in settings.keys.items()}
    return msgspec.structs.replace(settings, keys=keys)
