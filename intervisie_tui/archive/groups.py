"""The groups on disk: making one, finding one, opening one, and what an ended meeting adds to it.

The id, and so the name of the file, is the date and time at which the group was made: never a name. Whatever ended
meetings of the group are missing in it are added when it is read, so that a crash, or a group that was open elsewhere
when a meeting ended, loses nothing.
"""

from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from intervisie_tui.archive.disk import read_own
from intervisie_tui.archive.group_file import LARGEST, decode_group
from intervisie_tui.archive.ids import is_id, order
from intervisie_tui.archive.keeping import OpenFile, create_file, open_file
from intervisie_tui.archive.meetings import new_id, read_meeting
from intervisie_tui.archive.paths import Shelf, Unusable, groups_folder, meetings_folder
from intervisie_tui.archive.reading import whole
from intervisie_tui.archive.transcript import head
from intervisie_tui.group.after_meeting import after_meeting
from intervisie_tui.group.members import active
from intervisie_tui.group.model import Group
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting
from intervisie_tui.method.text import one_line

OpenGroup: TypeAlias = OpenFile[Group]
"""A group that is being changed, or read where `held_by` tells who else has it; to be closed."""


class ListedGroup(Struct, frozen=True, kw_only=True):
    """One group in a list. With a `fault` (a sentence) the file can't be read, and only `id` is known."""

    id: str
    name: str = ""
    members: int = 0
    meetings: int = 0
    next_day: date | None = None
    fault: str = ""


def list_groups(shelf: Shelf = groups_folder) -> list[ListedGroup]:
    """All groups by name; those that can't be read come last."""
    try:
        paths = [path for path in shelf().iterdir() if path.suffix == ".toml" and is_id(path.stem)]
    except OSError:
        return []
    return sorted(map(_listed, paths), key=lambda one: (bool(one.fault), one.name.casefold(), order(one.id)))


def new_group_id(stamp: datetime, shelf: Shelf = groups_folder) -> str:
    """An id that is not taken yet."""
    return new_id(stamp, shelf)


def create_group(group: Group, shelf: Shelf = groups_folder) -> OpenGroup:
    """Keep a new group; it is on the disk when this returns. Raises Unusable."""
    return create_file(group, group.id, shelf)


def open_group(group_id: str, shelf: Shelf = groups_folder) -> OpenGroup:
    """Take up a group to change it, or to read it where another process has it.

    Raises TooNew, Damaged (the file has then been set aside, if nobody else has it open) or Unusable.
    """
    opened = open_file(_file_of(group_id, shelf), decode_group, LARGEST)
    opened.value = caught_up(replace(opened.value, id=group_id))
    return opened


def read_group(group_id: str, shelf: Shelf = groups_folder) -> Group:
    """A group to look at; nothing is locked or moved. Raises Unusable."""
    group = decode_group(whole(_file_of(group_id, shelf), LARGEST))
    return caught_up(replace(group, id=group_id))


def record(meeting: Meeting, shelf: Shelf = groups_folder) -> bool:
    """Add an ended meeting to its group, or put it in the place of what it gave before. Raises Unusable.

    Does nothing for a meeting of no group. False where the group is open elsewhere: it is added when the group is next
    read.
    """
    if not meeting.group or meeting.ended is None:
        return True
    with open_group(meeting.group, shelf) as opened:
        if opened.held_by is None:
            opened.save(after_meeting(opened.value, meeting))
        return opened.held_by is None


def caught_up(group: Group, shelf: Shelf = meetings_folder) -> Group:
    """The group with all its ended meetings in it that it does not know of yet, the oldest first."""
    known = {past.meeting for past in group.past}
    for path in sorted(_ended_of(group.id, known, shelf), key=lambda path: order(path.stem)):
        try:
            group = after_meeting(group, replace(read_meeting(path), id=path.stem))
        except Unusable:
            continue  # the list of meetings says what is wrong with it
    return group


def find_group(wanted: str, shelf: Shelf = groups_folder) -> str:
    """The id of the group that somebody means by its id, its name or the beginning of that. Raises Unusable."""
    asked = one_line(wanted).casefold()
    listed = [one for one in list_groups(shelf) if not one.fault or one.id == asked]
    same = [one for one in listed if asked in (one.id, one.name.casefold())]
    found = same or [one for one in listed if asked and one.name.casefold().startswith(asked)]
    if not found:
        text = _("Er is geen groep die {name} heet. Welke er zijn, zegt: intervisie group list")
        raise Unusable(text.format(name=one_line(wanted)))
    if len(found) > 1:
        text = _("Er is meer dan één groep die zo heet. Noem het kenmerk: {ids}")
        raise Unusable(text.format(ids=", ".join(f"{one.id} ({one.name})" for one in found)))
    return found[0].id


def _file_of(group_id: str, shelf: Shelf) -> Path:
    """The file of a group. Raises Unusable for what is no id, so that no path can be smuggled in."""
    if not is_id(group_id):
        raise Unusable(_("Er is geen groep met dit kenmerk."))
    return shelf() / f"{group_id}.toml"


def _listed(path: Path) -> ListedGroup:
    try:
        group = decode_group(whole(path, LARGEST))
    except Unusable as error:
        return ListedGroup(id=path.stem, fault=error.reason)
    return ListedGroup(
        id=path.stem,
        name=group.name,
        members=len(active(group)),
        meetings=len(group.past),
        next_day=group.next.day if group.next else None,
    )


def _ended_of(group_id: str, known: Collection[str], shelf: Shelf) -> list[Path]:
    """The ended meetings of a group that it does not know of, none older than it, by the first lines of their files."""
    try:
        paths = [path for path in shelf().iterdir() if path.suffix == ".toml" and is_id(path.stem)]
    except OSError:
        return []
    young = [path for path in paths if path.stem not in known and order(path.stem)[0] >= order(group_id)[0]]
    return [path for path in young if _is_of(path, group_id)]


def _is_of(path: Path, group_id: str) -> bool:
    try:
        top = head(read_own(path))
    except (OSError, Unusable):
        return False
    return top.get("group") == group_id and isinstance(top.get("ended"), datetime)
