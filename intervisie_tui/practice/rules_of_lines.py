"""What must hold of the lines in a scenario: that the activity where they stand can take them, from that person."""

from collections import Counter
from collections.abc import Collection, Iterator

from intervisie_tui.locale import _
from intervisie_tui.method.fault import Found, Place, shortened, shown
from intervisie_tui.method.model import AnyActivity, Choose, Method, Note, Round, Summary, Talk, Tell, Who, Write
from intervisie_tui.practice.length import seconds_of
from intervisie_tui.practice.scenario import LEADER, Say, Scenario, step_of


def broken_lines(scenario: Scenario, methods: tuple[Method, ...]) -> Iterator[Found]:
    """Every line that can't be brought where it stands. `methods`: of the case and of the closing."""
    so_far: Counter[tuple[object, ...]] = Counter()
    for index, say in enumerate(scenario.says):
        place: Place = ("says", index)
        found = step_of(methods, say.step)
        if found is None:
            yield Found((*place, "step"), shown(say.step), steps(methods))
            continue
        _part, _index, step = found
        if say.activity >= len(step.activities):
            most = _("een geheel getal van {low} tot en met {high}").format(low=0, high=len(step.activities) - 1)
            yield Found((*place, "activity"), shown(say.activity), most)
            continue
        activity = step.activities[say.activity]
        yield from _who(scenario, say, activity, place)
        yield from _form(scenario, say, activity, place)
        yield from _beside(say, activity, place)
        yield from _times(say, seconds_of(step, methods), place)
        yield from _too_many(say, activity, so_far, place)


def listed(names: Collection[str]) -> str:
    """Names in a row, as far as they fit in a message."""
    return shortened(", ".join(names), 300) or _("die is er niet")


def steps(methods: tuple[Method, ...]) -> str:
    """What may stand where a step is meant."""
    names = listed([step.id for method in methods for step in method.steps])
    return _("een van de stappen: {steps}").format(steps=names)


def within(seconds: int) -> str:
    """What is expected of a time that goes beyond its step."""
    return _("minder dan {n} seconden, de tijd van deze stap in een korte oefening").format(n=seconds)


def able(scenario: Scenario, by: Who) -> list[str]:
    """The ids of those for whom an activity is."""
    presenter = [person.id for person in scenario.people if person.presenter]
    members = [person.id for person in scenario.people if not person.presenter]
    return {
        "presenter": presenter,
        "facilitator": [LEADER],
        "member": members,
        "all": [*presenter, *members, LEADER],
    }[by]


def _who(scenario: Scenario, say: Say, activity: AnyActivity, place: Place) -> Iterator[Found]:
    if isinstance(activity, Choose):
        names = [s.who for s in scenario.says if s.step == activity.starts_from and not s.passes]
    else:
        by: tuple[Who, ...] = activity.speaks if isinstance(activity, Talk) else (activity.by,)
        names = [who for one in by for who in able(scenario, one)]
    if say.who not in names:
        want = _("wie hier aan het woord is: {names}").format(names=listed(names))
        yield Found((*place, "who"), shown(say.who), want)


def _form(scenario: Scenario, say: Say, activity: AnyActivity, place: Place) -> Iterator[Found]:
    """What is said, as the activity asks for it: a field, a text, several parts, or nothing at all."""
    in_turns = isinstance(activity, Round | Write)
    fields = {field.id for field in activity.fields} if isinstance(activity, Tell | Note) else set()
    if fields and say.field not in fields:
        want = _("een veld van dit onderdeel: {names}").format(names=listed(sorted(fields)))
        yield Found((*place, "field"), shown(say.field), want)
    elif say.field and not fields:
        yield Found((*place, "field"), shown(say.field), _("niets: dit onderdeel heeft geen velden"))
    if isinstance(activity, Choose):
        if say.text or say.parts:
            yield Found((*place, "text"), _("een tekst"), _("niets: hier wordt gekozen"))
        return
    if isinstance(activity, Talk) and activity.of is None:
        yield Found(place, _("tekst in een gesprek waarin niets wordt opgeschreven"), _("een ander onderdeel"))
        return
    if say.passes:
        if not in_turns:
            yield Found((*place, "pass"), "true", _("niets: hier gaat het niet om de beurt"))
        if say.text or say.parts:
            yield Found((*place, "pass"), _("een tekst erbij"), _("geen tekst van wie past"))
        return
    parts = activity.parts if isinstance(activity, Round) else ()
    if parts:
        yield from _parts(say, {part.id: part.optional for part in parts}, place)
    elif say.parts:
        yield Found((*place, "parts"), _("een tabel"), _("een text: dit onderdeel heeft geen delen"))
    elif not say.text and not _reads_out(scenario, say, activity):
        yield Found((*place, "text"), _("niets"), _("een tekst"))


def _parts(say: Say, known: dict[str, bool], place: Place) -> Iterator[Found]:
    for name in say.parts:
        if name not in known:
            want = _("een deel van de ronde: {names}").format(names=listed(list(known)))
            yield Found((*place, "parts", name), shown(name), want)
    missing = [name for name, optional in known.items() if not optional and name not in say.parts]
    if missing:
        yield Found((*place, "parts"), _("niets voor {names}").format(names=listed(missing)), _("een tekst"))
    if say.text:
        yield Found((*place, "text"), shown(say.text), _("parts in plaats van text"))


def _reads_out(scenario: Scenario, say: Say, activity: AnyActivity) -> bool:
    """Whether there is something that this person wrote for this round, and has not read out by then."""
    if not isinstance(activity, Round) or not activity.starts_from:
        return False
    wrote = [s for s in scenario.says if (s.step, s.who) == (activity.starts_from, say.who) and s.text]
    here = [s for s in scenario.says if (s.step, s.activity, s.who) == (say.step, say.activity, say.who)]
    return here.index(say) < len(wrote)


def _beside(say: Say, activity: AnyActivity, place: Place) -> Iterator[Found]:
    """What belongs to a contribution: label, answer, marks, figure, note."""
    round_ = activity if isinstance(activity, Round) else None
    labels = [label.id for label in round_.labels] if round_ else []
    if say.label and say.label not in labels:
        yield Found((*place, "label"), shown(say.label), _("een van: {choice}").format(choice=listed(labels)))
    if say.answer and (round_ is None or round_.reply is None):
        yield Found((*place, "answer"), shown(say.answer), _("niets: hier wordt niet geantwoord"))
    if say.note and (round_ is None or not round_.own_note):
        yield Found((*place, "note"), shown(say.note), _("niets: hier noteert de inbrenger niets"))
    if say.understood and (round_ is None or "understood" not in round_.marks):
        yield Found((*place, "understood"), "true", _("niets: hier wordt niets aangekruist"))
    choose = activity if isinstance(activity, Choose) else None
    if say.useful and (choose.rating if choose else round_ is None or "useful" not in round_.marks):
        yield Found((*place, "useful"), "true", _("niets: dit hoort bij het kiezen"))
    highest = choose.rating if choose else 0
    if say.rating > highest:
        yield Found((*place, "rating"), shown(say.rating), _("ten hoogste {n}").format(n=highest))


def _times(say: Say, most: int, place: Place) -> Iterator[Found]:
    for name, seconds in (("after", say.after), ("answer_after", say.answer_after)):
        if seconds >= most:
            yield Found((*place, name), shown(seconds), within(most))


def _too_many(say: Say, activity: AnyActivity, so_far: Counter[tuple[object, ...]], place: Place) -> Iterator[Found]:
    """More than a turn asks for, or a second text for what holds only one."""
    if say.passes:
        return
    key = (say.step, say.activity, say.who, say.field)
    so_far[key] += 1
    match activity:
        case Round() | Write():
            most = activity.each
        case Tell() | Note():
            most = next((400 if field.several else 1 for field in activity.fields if field.id == say.field), 400)
        case Summary():
            most = 1
        case _:
            most = 400
    if so_far[key] > most:
        found = _("nummer {n} van deze persoon hier").format(n=so_far[key])
        yield Found(place, found, _("ten hoogste {n}").format(n=most))
