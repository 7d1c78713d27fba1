"""Changing who works with whom, so that nobody is ever lost: people only change places in a row. No widgets.

Persons are numbers. Neighbours in the row are a pair, the last three together where the number is odd.
"""

from collections.abc import Collection, Sequence

from intervisie_tui.meeting.model import Unit
from intervisie_tui.meeting.people import propose_pairs


def in_pairs(row: Sequence[int], apart: Collection[int]) -> tuple[Unit, ...]:
    """The pairs of a row, then those who work alone."""
    return propose_pairs([who for who in row if who not in apart]) + tuple((who,) for who in row if who in apart)


def exchanged(row: tuple[int, ...], one: int, other: int) -> tuple[int, ...]:
    """The row in which these two have changed places."""
    places = {one: other, other: one}
    return tuple(places.get(who, who) for who in row)


def with_next_partner(row: tuple[int, ...], units: Sequence[Unit], apart: Collection[int], who: int) -> tuple[int, ...]:
    """The row in which this one works with the next of the others, by number, and then again with the first.

    The two that lose their partner by it are a pair from then on. Out of a group of three one goes to the partner's
    place. The row as it was where there is nobody else.
    """
    own = next(unit for unit in units if who in unit)
    others = sorted(one for unit in units for one in unit if one not in own and one not in apart)
    if not others:
        return row
    last = max((one for one in own if one != who), default=who)
    partner = next((one for one in others if one > last), others[0])
    if len(own) == 2:
        return exchanged(row, last, partner)
    theirs = next(unit for unit in units if partner in unit)
    return exchanged(row, who, next(one for one in theirs if one != partner))
