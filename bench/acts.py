"""Every sort of act, by keys, in a meeting of twenty in which very much was said, beside one with hardly anything."""

import statistics
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bench.growth import NAMES, NOW, kept, opened, words
from bench.line import Line
from bench.measures import BACKSPACE, ENTER, PAGE_DOWN, TAB, Figure, home
from intervisie_tui.meeting.model import Meeting, Place
from intervisie_tui.meeting.moving import go_to
from intervisie_tui.meeting.saying import Words, answer, keep, say
from intervisie_tui.meeting.starting import Setup, start
from intervisie_tui.meeting.turns import next_item, next_turn
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.method.model import Choose, Method, Pitfall, Round, Step, Summary, Talk

UP, DOWN, PAGE_UP = "\x1b[A", "\x1b[B", "\x1b[5~"
EACH, TURNS = 20, 17
"""Questions of each in the round, all with an answer, and how many have had their turn; two still have to."""


class Act(NamedTuple):
    """A key, after some letters have been typed; without a name it only leads to the next."""

    name: str
    key: str
    typed: str = ""


ACTS: dict[str, tuple[Act, ...]] = {
    "gesprek": (
        Act("something said", ENTER, "Iets nieuws, en dan nog wat."),
        Act("out of the field", TAB),
        Act("undone", "u"),
        Act("done again", "r"),
        Act("a row up", UP),
        Act("to correct", "c"),
        Act("corrected", ENTER, " ja"),
        Act("to strike", "x"),
        Act("struck", "2"),
        Act("", "u"),
        Act("to note", "n"),
        Act("noted", ENTER, "Een notitie."),
        Act("pitfalls", "v"),
        Act("pitfall named", "1"),
        Act("", ENTER),
        Act("a minute more", "+"),
        Act("all steps", "i"),
        Act("", TAB),
        Act("a step on", PAGE_DOWN),
        Act("a step back", PAGE_UP),
        Act("into the field", TAB),
    ),
    "vragen": (
        Act("asked", ENTER, "Wat gebeurde er toen?"),
        Act("answered", ENTER, "Dat weet ik niet."),
        Act("a turn on", PAGE_DOWN),
        Act("a turn back", PAGE_UP),
        Act("", TAB),
        Act("useful", "m"),
        Act("understood", "f"),
        Act("called up", "1"),
        Act("", "u"),
        Act("passed", "p"),
        Act("", "u"),
        Act("one more", "e"),
        Act("", TAB),
    ),
    "kiezen": (Act("chosen", ENTER), Act("a row down", DOWN)),
    "samenvatten": (
        Act("summed up", ENTER, "Het ging over tijd. "),
        Act("confirmed", ENTER),
        Act("", TAB),
        Act("", BACKSPACE),
    ),
}
"""By the step in which they are done; at the end of a row of acts it can begin again."""

METHOD = Method(
    schema=1,
    id="bench",
    name="Proef",
    variant="van alles",
    language="nl",
    source="bench",
    summary="Om te meten.",
    pitfalls=(Pitfall(role="member", title="Kruisverhoor", sign="Vraag op vraag", say="Even adem."),),
    steps=tuple(
        Step(id=name, title=name.capitalize(), minutes=60, purpose="Meten", activities=(activity,))
        for name, activity in (
            ("gesprek", Talk(speaks=("all",), of="experience")),
            ("vragen", Round(of="question", each=EACH, reply="answer", marks=("understood", "useful"))),
            ("kiezen", Choose(of="question", starts_from="vragen")),
            ("samenvatten", Summary()),
        )
    ),
)


def meeting(many: int) -> Meeting:
    """A meeting in which so much was said: a round nearly to its end (or two turns of it), the rest in conversation."""
    closing = load((builtin_folder(),), "nl").closing
    assert closing
    begun = start(Setup(method=METHOD, names=NAMES, presenter=0), closing.method, "2026-03-03-1930", NOW)
    turns, each = (TURNS, EACH) if many > 2 * TURNS * EACH else (2, 1)
    for number in range(max(1, many - 2 * turns * each)):
        begun = keep(begun, words(number), NOW)
    begun = go_to(begun, Place(step=1), NOW)
    for _turn in range(turns):
        for number in range(each):
            begun = say(next_item(begun) if number else begun, Words(words(number)), NOW)
            begun = answer(begun, words(number), NOW)
        begun = next_turn(begun)
    return begun


def every_act(many: int, rounds: int) -> list[Figure]:
    """Each act in turns with the same in a small meeting: from the key until nothing is sent any more."""
    seconds: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    processor = [0.0, 0.0]
    for step, acts in ACTS.items():
        with home() as full, home() as small:
            place = Place(step=[one.id for one in METHOD.steps].index(step))
            for folder, count in ((full, many), (small, 5)):
                kept(folder, go_to(meeting(count), place, NOW))
            with opened(full) as one, opened(small) as other:
                for which, line in enumerate((one, other)):
                    if step == "vragen":  # what stands there is the turn that was on
                        line.quiet()
                    processor[which] -= line.processor()
                for _round in range(rounds):
                    for act in acts:
                        for which, line in enumerate((one, other)):
                            taken = done(line, act)
                            if act.name:
                                seconds[act.name][which].append(taken)
                for which, line in enumerate((one, other)):
                    processor[which] += line.processor()
    return list(_figures(f"acts among {many}", seconds, processor))


def _figures(
    what: str, seconds: dict[str, tuple[list[float], list[float]]], processor: list[float]
) -> Iterator[Figure]:
    middle = statistics.median
    worst = max(seconds, key=lambda name: middle(seconds[name][0]) / middle(seconds[name][1]))
    ours, bare = seconds[worst]
    yield Figure(f'{what}: the worst, "{worst}", median, beside a small meeting', middle(ours), middle(bare), 2.0, "s")
    all_ours, all_bare = (sorted(taken for both in seconds.values() for taken in both[which]) for which in (0, 1))
    at = int(len(all_ours) * 0.95)
    yield Figure(f"{what}: all {len(seconds)} sorts, p95, beside a small meeting", all_ours[at], all_bare[at], 2.0, "s")
    yield Figure(f"{what}: all together, processor, beside a small meeting", processor[0], processor[1], 2.0, "s")


def done(line: Line, act: Act) -> float:
    """Seconds from the key to the last that it brought to the screen."""
    if act.typed:
        line.send(act.typed)
        line.quiet(0.1, 1.0)
    pressed = line.send(act.key)
    line.read(1.0)
    line.quiet(0.1, 2.0)
    return max(0.0, line.last - pressed)
