"""What must hold within one method beyond the form of each value: ids, references, minutes, lines to say.

Looks at what was read, not at a `Method`, so that these faults are told together with those of form; whatever has a
wrong form is skipped here.
"""

import re
from collections.abc import Iterable, Iterator, Set
from typing import Any, TypeAlias, get_args

from intervisie_tui.locale import _
from intervisie_tui.method.fault import Found, Place, shortened, shown
from intervisie_tui.method.model import SCHEMA, AnyActivity, Kind

PRESENTER = "{inbrenger}"
"""Stands for the name of the presenter in a line to say."""

WITH_PRESENTER = ("case", "look_back")
"""The scripts that are about one person, whose name can be said."""

WITHOUT_PRESENTER = ("opening", "choosing", "first_meeting", "pause", "evaluation")

Table: TypeAlias = dict[str, Any]

_ACTIVITIES = [str(activity.__struct_config__.tag) for activity in get_args(AnyActivity)]
_KINDS = get_args(Kind)
_BRACES = r"\{[^{}]*\}?|\}"


def newer(raw: Table) -> Iterator[Found]:
    """A file for a later version of the program, of which nothing else can be said."""
    schema = raw.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        yield Found(("schema",), shown(schema), _("{n}, of een nieuwere versie van intervisie").format(n=SCHEMA))


def broken_rules(raw: Table) -> Iterator[Found]:
    """Every rule that this method breaks."""
    yield from doubles(tables(raw, "steps"), "id")
    yield from doubles(tables(raw, "pitfalls"), "title")
    yield from _references(raw)
    for place, step in tables(raw, "steps"):
        yield from _minimum(step, place)
        for at, activity in tables(step, "activities", place):
            for name in ("fields", "parts", "labels"):
                yield from doubles(tables(activity, name, at), "id")
    yield from _by_nobody(raw)
    for name in ("group", "duration"):
        yield from _range(raw.get(name), (name,))
    yield from _lines_to_say(raw)


def _by_nobody(raw: Table) -> Iterator[Found]:
    """What is left to a presenter in a script of a part that has none."""
    if raw.get("script", "case") not in WITHOUT_PRESENTER:
        return
    for place, step in tables(raw, "steps"):
        for at, activity in tables(step, "activities", place):
            usual = "presenter" if activity.get("kind") in ("tell", "choose", "note") else ""
            if activity.get("by", usual) == "presenter":
                found = shown("presenter") if "by" in activity else _("niets")
                yield Found((*at, "by"), found, _("facilitator, member of all, want er is geen inbrenger"))


def _minimum(step: Table, place: Place) -> Iterator[Found]:
    minutes, minimum = step.get("minutes"), step.get("minimum")
    if isinstance(minutes, int) and isinstance(minimum, int) and 1 <= minutes < minimum:
        most = _("ten hoogste de minuten van de stap: {n}").format(n=minutes)
        yield Found((*place, "minimum"), shown(minimum), most)


def _range(raw: object, place: Place) -> Iterator[Found]:
    match raw:
        case {"min": int(low), "max": int(high)} if low > high:
            yield Found((*place, "max"), shown(high), _("ten minste {n}").format(n=low))


def doubles(found: Iterable[tuple[Place, Table]], key: str) -> Iterator[Found]:
    """Every table that has the same under this key as one before it."""
    seen = set()
    for place, table in found:
        value = table.get(key)
        if isinstance(value, str) and value in seen:
            yield Found((*place, key), _("nog eens {value}").format(value=shown(value)), _("iets dat er nog niet is"))
        elif isinstance(value, str):
            seen.add(value)


def _references(raw: Table) -> Iterator[Found]:
    so_far: dict[str, list[Table]] = {}  # the activities before the one at hand, by the id of their step
    for place, step in tables(raw, "steps"):
        here: list[Table] = so_far.setdefault(str(step.get("id")), [])
        for at, activity in tables(step, "activities", place):
            yield from _starts_from(activity, at, so_far)
            here.append(activity)
    for place, pitfall in tables(raw, "pitfalls"):
        for index, name in enumerate(_list(pitfall, "steps")):
            if isinstance(name, str) and name not in so_far:
                yield Found(
                    (*place, "steps", index), shown(name), _("een van de stappen: {steps}").format(steps=_names(so_far))
                )


def _starts_from(activity: Table, place: Place, so_far: dict[str, list[Table]]) -> Iterator[Found]:
    name, of = activity.get("starts_from"), activity.get("of")
    if not isinstance(name, str) or not name:
        return
    if name not in so_far:
        earlier = [step for step, activities in so_far.items() if activities]
        want = _("een eerdere stap: {steps}").format(steps=_names(earlier))
    elif any(_is_unclear(one) for one in (activity, *so_far[name])):
        return  # that is a fault already; whether this is one as well shows when it has been mended
    elif activity.get("kind") == "round" and not any(one.get("kind") == "write" for one in so_far[name]):
        want = _("een eerdere stap waarin in stilte wordt geschreven")
    elif activity.get("kind") == "choose" and not any(of in _collected(one) for one in so_far[name]):
        want = _("een eerdere stap waarin wordt verzameld: {kind}").format(kind=shown(of))
    else:
        return
    yield Found((*place, "starts_from"), shown(name), want)


def _is_unclear(activity: Table) -> bool:
    """Whether a kind was written in a way that says nothing: what is collected there cannot be told."""
    kinds = [
        activity.get("of"),
        activity.get("reply"),
        *(field.get("kind") for _p, field in tables(activity, "fields")),
    ]
    return activity.get("kind") not in _ACTIVITIES or any(kind not in (None, *_KINDS) for kind in kinds)


def _collected(activity: Table) -> set[object]:
    """The kinds of contribution that everybody can see after this activity."""
    match activity.get("kind"):
        case "round":
            return {activity.get("of"), activity.get("reply")} - {None}
        case "talk":
            return {activity.get("of")} - {None}
        case "tell" | "note":
            return {field.get("kind", "note") for _place, field in tables(activity, "fields")}
        case "summary":
            return {"summary"}
    return set()


def _names(steps: Iterable[str]) -> str:
    return shortened(", ".join(step[:60] for step in steps), 300) or _("die is er niet")


def _lines_to_say(raw: Table) -> Iterator[Found]:
    named = raw.get("script", "case") in WITH_PRESENTER
    known = {PRESENTER} if named else set()
    want = PRESENTER if named else _("geen accolades, want er is geen inbrenger")
    for place, table in _speaking(raw):
        yield from strange_braces(table, place, known, want)


def strange_braces(table: Table, place: Place, known: Set[str], want: str) -> Iterator[Found]:
    """What stands between braces in the line to say of this table, and stands for nothing."""
    say = table.get("say")
    for match in re.findall(_BRACES, say) if isinstance(say, str) else ():
        if match not in known:
            yield Found((*place, "say"), shown(match), want)


def _speaking(raw: Table) -> Iterator[tuple[Place, Table]]:
    """Every table that can have a line to say."""
    for place, step in tables(raw, "steps"):
        yield place, step
        yield from tables(step, "activities", place)
    yield from tables(raw, "pitfalls")


def _list(table: Table, key: str) -> list[object]:
    value = table.get(key)
    return value if isinstance(value, list) else []


def tables(table: Table, key: str, place: Place = ()) -> Iterator[tuple[Place, Table]]:
    """The tables in the list of this name, each with the place where it stands."""
    for index, value in enumerate(_list(table, key)):
        if isinstance(value, dict):
            yield (*place, key, index), value
