"""What people prepared alone, a file each for the owner of this account, under a random name.

Neither the name of the file nor a list of files tells whose it is, in which group or about what.
"""

import os
import re
from pathlib import Path
from typing import TypeAlias

from msgspec.structs import replace

from intervisie_tui.archive.decoding import decode_value
from intervisie_tui.archive.keeping import OpenFile, create_file, open_file
from intervisie_tui.archive.paths import Shelf, Unusable, preparations_folder
from intervisie_tui.archive.reading import whole
from intervisie_tui.group.preparation import Preparation
from intervisie_tui.locale import _
from intervisie_tui.method.text import one_line

LARGEST = 2**20
"""Bytes; more than anybody prepares."""

OpenPreparation: TypeAlias = OpenFile[Preparation]
"""A preparation that is being written, or read where `held_by` tells where else it is open; to be closed."""

_ID = re.compile("[0-9a-f]{16}")


def new_preparation_id() -> str:
    """A random id."""
    return os.urandom(8).hex()


def create_preparation(preparation: Preparation, shelf: Shelf = preparations_folder) -> OpenPreparation:
    """Keep a new preparation; it is on the disk when this returns. Raises Unusable."""
    return create_file(preparation, preparation.id, shelf)


def open_preparation(preparation_id: str, shelf: Shelf = preparations_folder) -> OpenPreparation:
    """Go on with a preparation, or read it. Raises TooNew, Damaged or Unusable, as for a group."""
    opened = open_file(_file_of(preparation_id, shelf), _decode, LARGEST)
    opened.value = replace(opened.value, id=preparation_id)
    return opened


def preparations(group: str, who: str = "", shelf: Shelf = preparations_folder) -> list[Preparation]:
    """Those of a group, or of one member in it, the last changed first. What can't be read is left out."""
    read = [one for one in map(_read, _paths(shelf)) if isinstance(one, Preparation)]
    found = [one for one in read if one.group == group and who in ("", one.who)]
    return sorted(found, key=lambda one: (one.changed, one.id), reverse=True)


def unreadable(shelf: Shelf = preparations_folder) -> list[str]:
    """What is wrong with those that can't be read, a sentence each: nobody can tell any more whose they are."""
    text = _("Een voorbereiding kan niet gelezen worden, en blijft staan zoals hij is: {path}. {reason}")
    found = ((path, _read(path)) for path in sorted(_paths(shelf)))
    return [text.format(path=one_line(str(path)), reason=reason) for path, reason in found if isinstance(reason, str)]


def _paths(shelf: Shelf) -> list[Path]:
    try:
        return [path for path in shelf().iterdir() if path.suffix == ".toml" and _ID.fullmatch(path.stem)]
    except OSError:
        return []


def _read(path: Path) -> Preparation | str:
    """The preparation in a file, or why it can't be read."""
    try:
        return replace(_decode(whole(path, LARGEST)), id=path.stem)
    except Unusable as unusable:
        return unusable.reason


def _decode(data: bytes) -> Preparation:
    return decode_value(data, Preparation)


def _file_of(preparation_id: str, shelf: Shelf) -> Path:
    if not _ID.fullmatch(preparation_id):
        raise Unusable(_("Er is geen voorbereiding met dit kenmerk."))
    return shelf() / f"{preparation_id}.toml"
