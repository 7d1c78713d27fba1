"""What has been chosen so far in the set-up, as a value: half-filled, and always whole. No widgets.

Persons are meant by their index in `names`, as in `Setup`, so that a name can be corrected without the person
losing their role.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import time
from typing import Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from intervisie_tui.group.model import Group
from intervisie_tui.group.rota import Duty
from intervisie_tui.meeting.model import Unit
from intervisie_tui.meeting.people import MOST, parse_names
from intervisie_tui.meeting.starting import Setup, able_to_pair, with_minutes
from intervisie_tui.method.model import Method, Round, Write
from intervisie_tui.tui.screens.setup_pairs import exchanged, in_pairs, with_next_partner

Here: TypeAlias = Literal["present", "later", "excused", "absent"]

NOBODY = -1
"""The presenter of a `Setup` in which none is chosen yet."""

_SEPARATOR = re.compile(r"[\n,;]")
_STAR = re.compile(r"^\s*\*\s*")
_LONGEST = 400  # characters of one piece that are looked at
_MOST_PIECES = MOST + 60  # more is a pasted book: it is refused, however many there are


class Seat(Struct, frozen=True):
    """Somebody of the group, or a guest (no `member`), and whether they are there today; `later`: still to come."""

    name: str
    member: str = ""
    here: Here = "present"


class Company(Struct, frozen=True):
    """A standing group that comes together. The names of the `Setup` are those of the seats that are here now.

    `by_hand`: the roles that somebody chose; the others follow the rota. `end`: until when they agreed to go on.
    """

    group: Group
    seats: tuple[Seat, ...]
    scribe: int | None = None
    choosing: bool = False  # whose case it will be is chosen in the meeting
    first: bool = False  # the first meeting, which has no case
    evaluation: bool = False
    end: time | None = None
    by_hand: frozenset[Duty] = frozenset()


class Choices(Struct, frozen=True):
    """The set-up while it is made.

    `setup` has no pairs; those follow from `order` (neighbours are a pair) and `apart` (who works alone all the same).
    `kept`: the minutes chosen for other methods, by id. `company`: the group, where one was chosen.
    """

    setup: Setup
    order: tuple[int, ...] = ()
    apart: frozenset[int] = frozenset()
    kept: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    company: Company | None = None


def nothing_yet(method: Method, language: str) -> Choices:
    """Where the set-up begins."""
    return Choices(Setup(method=method, names=(), presenter=NOBODY, language=language))


def understood(text: str) -> tuple[tuple[str, ...], int]:
    """The names in what was typed, and who of them has a `*` before the name, as in a file with names; else `NOBODY`.

    Of a text with far too many names the first hundred are given.
    """
    pieces = [piece[:_LONGEST] for piece in _SEPARATOR.split(text.replace("\r", "\n")) if piece.strip()][:_MOST_PIECES]
    named = [(piece, _STAR.sub("", piece)) for piece in pieces if parse_names(_STAR.sub("", piece))]
    starred = [i for i, (piece, name) in enumerate(named) if piece != name and _STAR.match(piece)]
    return parse_names("\n".join(name for _piece, name in named)), starred[0] if len(starred) == 1 else NOBODY


def with_method(choices: Choices, method: Method) -> Choices:
    """Another method; the minutes that were chosen for either are kept."""
    old = choices.setup
    if method == old.method:
        return choices
    kept = {**choices.kept, old.method.id: old.minutes}
    return replace(choices, setup=replace(old, method=method, minutes=kept.get(method.id, ())), kept=kept)


def with_names(choices: Choices, text: str) -> Choices:
    """The names as they are typed now. Who is still there, or has another name in the same place, keeps their role."""
    names, starred = understood(text)
    result = with_people(choices, names)
    return result if starred == NOBODY or result is choices else with_presenter(result, starred)


def with_people(choices: Choices, names: tuple[str, ...]) -> Choices:
    """These are there now. Who is still there, or has another name in the same place, keeps their role."""
    old = choices.setup
    if names == old.names:
        return choices
    now = _followed(old.names, names)
    leads = None if old.facilitator is None else now.get(old.facilitator)
    setup = replace(
        old,
        names=names,
        presenter=now.get(old.presenter, NOBODY),
        facilitator=leads,
        facilitator_joins=old.facilitator_joins and leads is not None,
        timekeeper=None if old.timekeeper is None else now.get(old.timekeeper),
    )
    order = [now[who] for who in choices.order if who in now]
    order += [who for who in range(len(names)) if who not in order]
    apart = frozenset(now[who] for who in choices.apart if who in now)
    company = choices.company
    if company is not None and company.scribe is not None:
        company = replace(company, scribe=now.get(company.scribe))
    return replace(choices, setup=setup, order=tuple(order), apart=apart, company=company)


def _followed(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Where each person of before is now, by index. With as many names as before, another name is a correction."""
    places = {name: i for i, name in enumerate(new)}
    found = {i: places[name] for i, name in enumerate(old) if name in places}
    if len(old) == len(new):
        taken = set(found.values())
        found |= {i: i for i in range(len(old)) if i not in found and i not in taken}
    return found


def with_presenter(choices: Choices, who: int) -> Choices:
    """This one brings the case, and so does not lead. The one before takes their place among the pairs."""
    setup = choices.setup
    order = choices.order if setup.presenter == NOBODY else exchanged(choices.order, setup.presenter, who)
    leads = setup.facilitator if setup.facilitator != who else None
    joins = setup.facilitator_joins and leads is not None
    new = replace(setup, presenter=who, facilitator=leads, facilitator_joins=joins)
    return replace(choices, setup=new, order=order)


def with_facilitator(choices: Choices, who: int | None) -> Choices:
    """This one leads, or nobody is named. The one before takes their place among the pairs."""
    setup = choices.setup
    joins = setup.facilitator_joins and who is not None
    order = choices.order
    if who is not None and setup.facilitator is not None and not joins:
        order = exchanged(order, setup.facilitator, who)
    return replace(choices, setup=replace(setup, facilitator=who, facilitator_joins=joins), order=order)


def with_timekeeper(choices: Choices, who: int | None) -> Choices:
    """This one keeps the time, or nobody is named."""
    return replace(choices, setup=replace(choices.setup, timekeeper=who))


def with_joining(choices: Choices) -> Choices:
    """The facilitator has turns as well, or no longer."""
    setup = choices.setup
    return replace(choices, setup=replace(setup, facilitator_joins=not setup.facilitator_joins))


def with_working(choices: Choices) -> Choices:
    """Alone, or in pairs; which pairs were chosen is kept."""
    setup = choices.setup
    return replace(choices, setup=replace(setup, working="alone" if setup.working == "pairs" else "pairs"))


def knows_pairs(method: Method) -> bool:
    """Whether anything in it can be done in pairs."""
    activities = (activity for step in method.steps for activity in step.activities)
    return any(isinstance(activity, Round | Write) and activity.pairs for activity in activities)


def in_duos(choices: Choices) -> bool:
    """Whether pairs are chosen, for a method that has any use for them; not before it is known whose case it is."""
    chosen_later = choices.company is not None and choices.company.choosing
    return choices.setup.working == "pairs" and knows_pairs(choices.setup.method) and not chosen_later


def units(choices: Choices) -> tuple[Unit, ...]:
    """Who works with whom: everybody who asks and advises, each in one place."""
    return in_pairs(_askers(choices), choices.apart)


def with_other_partner(choices: Choices, who: int) -> Choices:
    """This one works with the next of the others; the two that are left work together. Who worked alone joins again."""
    if who in choices.apart:
        return replace(choices, apart=choices.apart - {who})
    return replace(choices, order=with_next_partner(choices.order, units(choices), choices.apart, who))


def with_apart(choices: Choices, who: int) -> Choices:
    """This one works alone while the others work in pairs, or joins again."""
    return replace(choices, apart=choices.apart ^ {who})


def with_proposed_pairs(choices: Choices) -> Choices:
    """The pairs as they were proposed: neighbours in the list of names."""
    return replace(choices, order=tuple(range(len(choices.setup.names))), apart=frozenset())


def minutes_of(choices: Choices) -> tuple[int, ...]:
    """The minutes of each step."""
    return choices.setup.minutes or tuple(step.minutes for step in choices.setup.method.steps)


def with_more(choices: Choices, step: int, minutes: int) -> Choices:
    """So many minutes more for a step, or less; it stays between 1 and 240."""
    return replace(choices, setup=with_minutes(choices.setup, step, minutes_of(choices)[step] + minutes))


def with_minutes_of_method(choices: Choices) -> Choices:
    """The minutes as the method has them."""
    return replace(choices, setup=replace(choices.setup, minutes=()))


def finished(choices: Choices) -> Setup:
    """What the meeting starts with."""
    if not in_duos(choices):
        return replace(choices.setup, working="alone")
    return replace(choices.setup, pairs=units(choices))


def _askers(choices: Choices) -> tuple[int, ...]:
    able = set(able_to_pair(choices.setup))
    return tuple(who for who in choices.order if who in able)
