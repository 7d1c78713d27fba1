"""A group from the bytes of its file; what does not hang together is refused as a whole."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from intervisie_tui.archive.decoding import decode_value
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.group.model import Group, Past
from intervisie_tui.locale import _
from intervisie_tui.method.text import one_line

LARGEST = 2 * 2**20
"""Bytes; hundreds of times a group that met for years, and read within a second."""
MOST_MEMBERS = 400
"""With all who ever left; more is some other list, over which the screens would stumble."""
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2999, 12, 31)


def decode_group(data: bytes) -> Group:
    """The group in a file. Raises TooNew, or Unusable with what is wrong in it."""
    if len(data) > LARGEST:
        raise Unusable(_("Dit bestand is veel te groot."))
    group = _on_one_line(decode_value(data, Group))
    _check(group)
    return group


def _on_one_line(group: Group) -> Group:
    """Names and what stands beside them, however they came into the file."""
    members = tuple(
        replace(one, name=one_line(one.name), function=one_line(one.function), register=one_line(one.register))
        for one in group.members
    )
    return replace(group, name=one_line(group.name), members=members)


def _check(group: Group) -> None:
    """Raises Unusable with the first thing that does not fit. All that acts on a group can build passes."""
    ids = {one.id for one in group.members}
    if not group.name or not all(one.name for one in group.members):
        raise _unsound(_("er ontbreekt een naam"))
    if len(ids) != len(group.members) or not all(one[:1] == "m" and one[1:].isdecimal() for one in ids):
        raise _unsound(_("de kenmerken van de leden kloppen niet"))
    if len(ids) > MOST_MEMBERS:
        raise _unsound(_("er zijn te veel leden"))
    if len({one.topic for one in group.agreements}) != len(group.agreements):
        raise _unsound(_("twee afspraken gaan over hetzelfde"))
    if len({one.meeting for one in group.past}) != len(group.past):
        raise _unsound(_("een bijeenkomst staat er twee keer in"))
    if any(one.seconds < 0 or any(each.seconds < 0 for each in one.attended) for one in group.past):
        raise _unsound(_("een duur is kleiner dan nul"))
    if group.next and not 0 < group.next.minutes <= 24 * 60:
        raise _unsound(_("de duur van de volgende bijeenkomst klopt niet"))
    if not ids.issuperset(_named(group)):
        raise _unsound(_("er wordt een lid genoemd dat er niet is"))
    if not all(FIRST_DAY <= day <= LAST_DAY for day in _days(group)):
        raise _unsound(_("er staat een dag in die niet kan kloppen"))


def _named(group: Group) -> Iterable[str]:
    for past in group.past:
        yield from _named_in(past)
    yield from (one.who for one in group.intentions if one.who)


def _named_in(past: Past) -> Iterable[str]:
    yield from (one.member for one in past.attended)
    yield from (*past.facilitators, *past.timekeepers, *past.scribes)
    yield from (one.presenter for one in past.cases if one.presenter)


def _days(group: Group) -> Iterable[date]:
    yield group.made
    if group.next:
        yield group.next.day
    for member in group.members:
        yield from (day for day in (member.joined, member.left, member.back) if day)
    for agreement in group.agreements:
        yield agreement.since
        for earlier in agreement.earlier:
            yield from (earlier.since, earlier.until)
    yield from (one.day for one in group.past)
    yield from (one.day for one in group.intentions)
    yield from (one.day for one in group.evaluations)


def _unsound(what: str) -> Unusable:
    return Unusable(_("Het bestand klopt niet: {fault}.").format(fault=what))
