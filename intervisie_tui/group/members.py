"""Who belongs to the group. Members come and go and are called otherwise; what they did stays theirs."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from intervisie_tui.group.model import Group, Member
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Refused
from intervisie_tui.meeting.people import LONGEST_NAME, MOST, told_apart
from intervisie_tui.method.text import one_line

LONGEST_DETAIL = 80
"""Characters of a function, a register or the name of a group."""


def new_group(name: str, names: Sequence[str], group_id: str, today: date, language: str = "nl") -> Group:
    """A group with its first members; further facts of a member come with `change`."""
    group = called(Group(id=group_id, name="", made=today, language=language), name)
    for one in names:
        group = add(group, one, today)
    return group


def called(group: Group, name: str) -> Group:
    """The group under this name."""
    own = one_line(name)[:LONGEST_DETAIL].rstrip()
    if not own:
        raise Refused(_("Geef de groep eerst een naam."))
    return replace(group, name=own)


def add(group: Group, name: str, today: date, function: str = "", register: str = "") -> Group:
    """Somebody joins, last in the order of the members."""
    if len(active(group)) >= MOST:
        raise Refused(_("Meer dan {n} mensen kan niet.").format(n=MOST))
    newcomer = Member(
        id=f"m{1 + max((int(one.id[1:]) for one in group.members), default=0)}",
        name=_own_name([one.name for one in group.members], name),
        function=_detail(function),
        register=_detail(register),
        joined=today,
    )
    return replace(group, members=(*group.members, newcomer))


def change(
    group: Group, who: str, name: str | None = None, function: str | None = None, register: str | None = None
) -> Group:
    """Somebody is called otherwise, or does something else; None leaves it as it is. They stay the same person."""
    known = member(group, who)
    others = [one.name for one in group.members if one.id != who]
    changed = replace(
        known,
        name=known.name if name is None else _own_name(others, name),
        function=known.function if function is None else _detail(function),
        register=known.register if register is None else _detail(register),
    )
    return _with(group, changed)


def leave(group: Group, who: str, today: date) -> Group:
    """Somebody leaves the group: no more turns, but all that they did stays."""
    known = member(group, who)
    return group if known.left else _with(group, replace(known, left=today))


def come_back(group: Group, who: str, today: date) -> Group:
    """Somebody who had left joins again; they wait for a turn from today."""
    known = member(group, who)
    return _with(group, replace(known, left=None, back=today)) if known.left else group


def member(group: Group, who: str) -> Member:
    """The member with this id, also one who left; KeyError for who never belonged to it."""
    for one in group.members:
        if one.id == who:
            return one
    raise KeyError(who)


def name_of(group: Group, who: str) -> str:
    """What a member is called now; "een gast" for who is no member."""
    return next((one.name for one in group.members if one.id == who), _("een gast"))


def active(group: Group) -> tuple[Member, ...]:
    """Those who belong to it now, in the order in which they joined."""
    return tuple(one for one in group.members if one.left is None)


def former(group: Group) -> tuple[Member, ...]:
    """Those who left."""
    return tuple(one for one in group.members if one.left is not None)


def _own_name(others: Sequence[str], name: str) -> str:
    """The name as it is kept; who is called like another, even one who left, gets a number."""
    own = one_line(name)[:LONGEST_NAME].rstrip()
    if not own:
        raise Refused(_("Er staat nog geen naam."))
    return told_apart([*others, own])[-1]


def _detail(text: str) -> str:
    return one_line(text)[:LONGEST_DETAIL].rstrip()


def _with(group: Group, changed: Member) -> Group:
    return replace(group, members=tuple(changed if one.id == changed.id else one for one in group.members))
