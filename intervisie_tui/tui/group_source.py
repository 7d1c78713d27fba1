"""The standing groups on the disk, as a set-up needs them: to choose from, to read, and to make."""

from collections.abc import Callable, Sequence

from intervisie_tui.archive.groups import OpenGroup, create_group, list_groups, new_group_id, read_group
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.group.members import new_group
from intervisie_tui.group.model import Group
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Now, Refused
from intervisie_tui.tui.screens.setup import Groups


def group_source(now: Callable[[], Now], language: str) -> Groups:
    """The groups of this account."""

    def read(group_id: str) -> Group:
        try:
            return read_group(group_id)
        except Unusable as unusable:
            raise Refused(unusable.reason) from None

    def make(name: str, names: Sequence[str]) -> Group:
        with made(name, names, now(), language) as opened:
            return opened.value

    return Groups(list_groups, read, make)


def made(name: str, names: Sequence[str], now: Now, language: str) -> OpenGroup:
    """A new group with these members, on the disk and open. Raises Refused."""
    group = new_group(name, names, new_group_id(now.stamp), now.stamp.date(), language)
    try:
        return create_group(group)
    except Unusable as unusable:
        raise Refused(_("De groep is niet gemaakt. {reason}").format(reason=unusable.reason)) from None
