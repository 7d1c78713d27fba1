"""What the group settled, topic by topic. A change keeps the wording that stood before, with its days."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from intervisie_tui.group.model import Agreement, Brings, Earlier, Group
from intervisie_tui.method.model import Field, Method, Note
from intervisie_tui.method.text import clean

HOW_CASES_COME_IN = "werkinbreng"
"""Id of the topic whose first ready wording means: in turn, and whose second: chosen in every meeting."""
TITLES = "titels"
"""Id of the topic whose first ready wording means that titles of cases are kept, and whose second that they are not."""


def topics(first_meeting: Method) -> tuple[Field, ...]:
    """What a group can agree on: all that the script of the first meeting has ready wordings for."""
    return tuple(
        field
        for step in first_meeting.steps
        for activity in step.activities
        if isinstance(activity, Note)
        for field in activity.fields
        if field.choices
    )


def settle(group: Group, topic: str, label: str, wording: str, today: date) -> Group:
    """The group agrees on a topic, for the first time or anew; an empty wording withdraws what was agreed.

    Changed twice on one day, only the last wording is kept: the first was a slip.
    """
    text = clean(wording)
    known = agreed_on(group, topic)
    if known is None:
        fresh = Agreement(topic=topic, label=label, wording=text, since=today)
        return replace(group, agreements=(*group.agreements, fresh)) if text else group
    if known.wording == text:
        return group
    kept = replace(known, label=label, wording=text, since=today, earlier=_earlier(known, today))
    if not text and not kept.earlier:
        return replace(group, agreements=tuple(one for one in group.agreements if one is not known))
    return replace(group, agreements=tuple(kept if one is known else one for one in group.agreements))


def agreed_on(group: Group, topic: str) -> Agreement | None:
    """The agreement on a topic, also one that was withdrawn; None where there never was any."""
    return next((one for one in group.agreements if one.topic == topic), None)


def in_force(group: Group) -> tuple[Agreement, ...]:
    """What the group holds to now."""
    return tuple(one for one in group.agreements if one.wording)


def as_agreed(group: Group, fields: Sequence[Field]) -> Group:
    """The group doing as it agreed on how cases come in and whether titles are kept.

    Agreements in words of the group's own change nothing here: what they mean, the group says on its page.
    """
    titles = _which(group, TITLES, fields)
    if titles is not None:
        group = keep_titles(group, titles == 0)
    return replace(group, brings=brings_after(group, fields))


def brings_after(group: Group, fields: Sequence[Field]) -> Brings:
    """How cases come in, as the agreement on that says; as it was where that is in words of the group's own."""
    chosen = _which(group, HOW_CASES_COME_IN, fields)
    if chosen is None:
        return group.brings
    return "turn" if chosen == 0 else "meeting"


def keep_titles(group: Group, keep: bool) -> Group:
    """Keep the titles of cases from now on, or not: then those that were kept go as well."""
    if keep:
        return replace(group, keep_titles=True)
    past = tuple(
        replace(one, cases=tuple(replace(case, title="") for case in one.cases)) if one.cases else one
        for one in group.past
    )
    return replace(group, keep_titles=False, past=past)


def _which(group: Group, topic: str, fields: Sequence[Field]) -> int | None:
    """Which of the first two ready wordings the group took, from 0; None for any other."""
    agreed = agreed_on(group, topic)
    field = next((one for one in fields if one.id == topic), None)
    if agreed is None or field is None or agreed.wording not in field.choices[:2]:
        return None
    return field.choices.index(agreed.wording)


def _earlier(known: Agreement, today: date) -> tuple[Earlier, ...]:
    if known.since == today or not known.wording:
        return known.earlier
    return (*known.earlier, Earlier(wording=known.wording, since=known.since, until=today))
