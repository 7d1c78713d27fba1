"""What an act was, told from the values before and after it: for who takes it back. Never a word of what was said."""

from collections.abc import Iterator

from intervisie_tui.locale import _
from intervisie_tui.meeting.kinds import one
from intervisie_tui.meeting.model import Confirmed, Contribution, Meeting, Part
from intervisie_tui.meeting.people import names
from intervisie_tui.meeting.titles import part_title
from intervisie_tui.meeting.turns import current_unit
from intervisie_tui.method.model import Note, Tell


def act_between(before: Meeting, after: Meeting) -> str:
    """The act that led from one value to the other, as it stands in a sentence: "vraag van Anna"."""
    for found in (_said, _in_silence, _guarded, _people, _parts, _moved, _turn, _plan):
        if what := next(found(before, after), ""):
            return what
    return _("afsluiten") if after.ended and not before.ended else _("de laatste handeling")


def _said(before: Meeting, after: Meeting) -> Iterator[str]:
    """What was said, put right or marked; where it was that and an answer to it, what was answered."""
    had = {c.number: (part, c) for part in before.parts for c in part.contributions}
    has = {c.number: (part, c) for part in after.parts for c in part.contributions}
    for number in sorted(had.keys() | has.keys()):
        part, now = has.get(number) or had[number]
        was = had[number][1] if number in had else None
        if number not in has or was is None:
            yield _called(after, part, now)
        elif was != now:
            yield _changed(was, now).format(what=_called(after, part, now))


def _called(meeting: Meeting, part: Part, item: Contribution) -> str:
    activity = part.method.steps[item.step].activities[item.activity]
    labels = {field.id: field.label for field in activity.fields} if isinstance(activity, Tell | Note) else {}
    what = f"‘{labels[item.topic]}’" if item.topic in labels else one(item.kind)
    return _("{what} van {who}").format(what=what, who=names(meeting, item.by)) if item.by else what


def _changed(was: Contribution, now: Contribution) -> str:
    """With {what} in it."""
    if was.struck != now.struck:
        return _("doorhalen van {what}")
    if was.kind == "case" and was.useful != now.useful:
        return _("keuze van de casus")
    if (was.understood, was.useful) != (now.understood, now.useful):
        return _("vinkje bij {what}")
    if was.rating != now.rating:
        return _("cijfer bij {what}")
    if was.votes != now.votes:
        return _("stemmen bij {what}")
    if was.label != now.label:
        return _("soort van {what}")
    if was.own_note != now.own_note:
        return _("aantekening bij {what}")
    return _("verbetering van {what}")


def _in_silence(before: Meeting, after: Meeting) -> Iterator[str]:
    """What was written or voted in silence: that it was, by whom, and no more."""
    for had, has in _both(before, after):
        for written in (w for w in (*had.written, *has.written) if (w in had.written) != (w in has.written)):
            yield _("wat {who} in stilte schreef").format(who=names(after, written.by))
        for paper in (p for p in (*had.papers, *has.papers) if (p in had.papers) != (p in has.papers)):
            yield _("wat {who} op papier schreef").format(who=names(after, paper.unit))
        if had.ballots != has.ballots:
            yield _("een stem in stilte")


def _guarded(before: Meeting, after: Meeting) -> Iterator[str]:
    for had, has in _both(before, after):
        if had.interventions != has.interventions:
            yield _("de ingreep")
        for who in sorted(_who(had.confirmed) ^ _who(has.confirmed)):
            yield _("bevestiging van {who}").format(who=names(after, (who[2],)))


def _who(confirmed: tuple[Confirmed, ...]) -> set[tuple[int, int, int]]:
    return {(summary.step, summary.activity, who) for summary in confirmed for who in summary.who}


def _people(before: Meeting, after: Meeting) -> Iterator[str]:
    had = {person.id: person for person in before.participants}
    for now in after.participants:
        was = had.get(now.id)
        if was is None:
            yield _("{name} erbij").format(name=now.name)
        elif was.name != now.name:
            yield _("naam van {name}").format(name=now.name)
        elif was != now:
            yield _("of {name} er is").format(name=now.name)
    if before.handed_over != after.handed_over:
        yield _("overdracht van de leiding")


def _parts(before: Meeting, after: Meeting) -> Iterator[str]:
    if _in_order(before) != _in_order(after):
        yield _("het plan van de bijeenkomst")
    for had, has in _both(before, after):
        if has.skipped and not had.skipped:
            yield _("overslaan van ‘{title}’").format(title=part_title(after, has))


def _in_order(meeting: Meeting) -> list[tuple[object, ...]]:
    return [(p.row, p.method.id, p.presenter, p.facilitator, p.timekeeper, p.scribe) for p in meeting.parts]


def _moved(before: Meeting, after: Meeting) -> Iterator[str]:
    if (before.place.part, before.place.step) != (after.place.part, after.place.step):
        yield _("naar ‘{title}’").format(title=after.step.title)
    elif before.place != after.place:
        yield _("verder in deze stap")


def _turn(before: Meeting, after: Meeting) -> Iterator[str]:
    if before.part.rounds != after.part.rounds:
        unit = current_unit(after, after.place)
        if unit and unit != current_unit(before, before.place):
            yield _("de beurt aan {who}").format(who=names(after, unit))
        yield _("verder in de ronde")


def _plan(before: Meeting, after: Meeting) -> Iterator[str]:
    at = after.place
    others = [
        (had.plan[s], has.plan[s])
        for p, (had, has) in enumerate(_both(before, after))
        for s in range(len(has.plan))
        if (p, s) != (at.part, at.step)
    ]
    if before.agreed != after.agreed or any(had != has for had, has in others):
        yield _("het plan van de bijeenkomst")
    if before.part.plan != after.part.plan:
        yield _("de tijd van deze stap")


def _both(before: Meeting, after: Meeting) -> Iterator[tuple[Part, Part]]:
    """The parts that both have; one that came or went is a matter of the plan."""
    if _in_order(before) == _in_order(after):
        yield from zip(before.parts, after.parts, strict=True)
