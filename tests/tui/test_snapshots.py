"""Every screen as a picture, in three sizes. What to look at stands beside each.

`make test ARGS=--snapshot-update` makes them anew; then they are looked at again.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen

from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.groups import ListedGroup
from intervisie_tui.archive.listed import Listed
from intervisie_tui.archive.lock import HeldBy
from intervisie_tui.archive.settings import Settings
from intervisie_tui.group.agreements import topics
from intervisie_tui.group.model import Group
from intervisie_tui.group.preparation import Preparation
from intervisie_tui.meeting.clock import pause
from intervisie_tui.meeting.model import Meeting, Now
from intervisie_tui.meeting.viewing import view
from intervisie_tui.method.catalogue import builtin_folder, load
from intervisie_tui.running import RunningMeeting
from intervisie_tui.tui.asking import Remembered
from intervisie_tui.tui.preparing import Paper
from intervisie_tui.tui.room import Room
from intervisie_tui.tui.screens.debrief import DebriefScreen, Doors
from intervisie_tui.tui.screens.group_page import GroupScreen
from intervisie_tui.tui.screens.groups import GroupsScreen
from intervisie_tui.tui.screens.home import HomeScreen
from intervisie_tui.tui.screens.practice import PracticeScreen
from intervisie_tui.tui.screens.prepare import PrepareScreen
from intervisie_tui.tui.screens.setup import SetupScreen
from intervisie_tui.tui.screens.step import StepScreen
from intervisie_tui.tui.screens.summary import SummaryScreen
from intervisie_tui.tui.widgets.labelled import Labelled
from tests.builders import Clock, begin, method, stand
from tests.group.groups import SCRIPTS, a_group
from tests.practice.plays import sample
from tests.tui.a_year import TODAY, Kept, a_year
from tests.tui.evenings import with_eight_steps, with_five_steps, with_the_third_method
from tests.tui.looking_back import SO_FAR, TOLD
from tests.tui.stage import Stage, press
from tests.tui.test_group_page import HELD, Hall

SIZES = [(80, 24), (100, 30), (140, 45)]
Evening = Callable[[Clock], Meeting]


class Nowhere:
    """Keeps nothing."""

    def save(self, meeting: Meeting) -> None:
        """Not kept."""

    def save_draft(self, draft: Draft) -> None:
        """Not kept."""


def in_step(evening: Evening, step: str, activity: int = 0, spent: int = 0) -> Screen[Any]:
    """The screen of a step, as it is in that evening, so many seconds after it began."""
    clock = Clock()
    meeting = evening(clock)
    meeting = replace(meeting, ended=None, clock=replace(meeting.clock, since=clock.tick))
    meeting = stand(meeting, clock, step, activity)
    clock.wait(seconds=spent)
    catalogue = load((builtin_folder(),), "nl")
    room = Room(RunningMeeting(meeting, Nowhere(), lambda: clock.now), Settings(), catalogue, saved="opgeslagen")
    return still(StepScreen(room, ended=lambda: None, leave=lambda: None))


def still(screen: StepScreen) -> StepScreen:
    """For this screen no second ever passes: else a slow machine would see the warning that the time is over."""
    screen.second = lambda: None  # type: ignore[method-assign]  # before the screen hands it to its timer
    return screen


def fresh(clock: Clock) -> Meeting:
    """A meeting in pairs that has just begun."""
    return begin("balint-5", clock, working="pairs")


def stopped(clock: Clock) -> Meeting:
    """The clock has been stopped."""
    return pause(begin("balint-5", clock), clock.now)


def home(*meetings: Listed, notices: tuple[str, ...] = (), groups: int = 0) -> Screen[Any]:
    """The first screen with these meetings."""
    return HomeScreen(
        meetings=lambda: list(meetings),
        remembered=lambda: None,
        notices=notices,
        own_keys={},
        group_count=lambda: groups,
        begin=lambda: None,
        groups=lambda: None,
        go_on=lambda _id: None,
        read=lambda _id: None,
        practice=lambda: None,
        practised=list,
        practise_on=lambda _id: None,
        leave=lambda: None,
    )


def set_up() -> Screen[Any]:
    """The set-up at its first page."""
    return SetupScreen(load((builtin_folder(),), "nl"), "nl", lambda: Clock().now, {})


def groups(*found: ListedGroup) -> Screen[Any]:
    """The list of groups."""
    return GroupsScreen(
        found=lambda: list(found),
        own_keys={},
        half=Remembered(),
        enter=lambda _id: None,
        make=lambda _name, _names: None,
        back=lambda: None,
    )


def group_page(group: Group, held_by: HeldBy | None = None) -> Screen[Any]:
    """The page of a group, from which no door leads anywhere."""
    return GroupScreen(
        kept=Kept(group, held_by),
        fields=topics(SCRIPTS["first_meeting"]),
        today=lambda: TODAY,
        half=Remembered(),
        own_keys={},
        doors=Hall().doors(),
    )


def set_up_of(group: Group, *, first: bool = False) -> Screen[Any]:
    """The set-up of a meeting of this group."""
    now = Now(stamp=datetime(2026, 11, 24, 19, 40, tzinfo=UTC), tick=0)
    return SetupScreen(load((builtin_folder(),), "nl"), "nl", lambda: now, {}, group=group, first=first)


def preparing() -> Screen[Any]:
    """The form of somebody who prepares a case."""
    words = {"titel": "De mail", "feiten": "Toen belde mevrouw Jansen mij."}
    start = Preparation(id="0" * 16, group="2026-03-01-1000", who="m1", method="balint-5", changed=TODAY, words=words)
    paper = Paper(start, None, lambda: TODAY)
    return PrepareScreen(
        paper=paper, method=method("balint-5"), who="Anna", group="Dinsdaggroep", own_keys={}, done=lambda: None
    )


def summary(evening: Evening) -> Screen[Any]:
    """What came of an evening."""
    return SummaryScreen(view(evening(Clock())), own_keys={}, export=lambda: None, again=None, done=lambda: None)  # type: ignore[arg-type, return-value]  # not called


def choose_practice() -> Screen[Any]:
    """What there is to practise with."""
    return PracticeScreen((sample(),), {}, start=lambda *_which: None, look_back=lambda: None, leave=lambda: None)


def practise() -> Screen[Any]:
    """The screen of a step while somebody speaks out of turn."""
    screen = in_step(with_five_steps, "probleemverkenning")
    assert isinstance(screen, StepScreen)
    tip = "“Je moet gewoon zeggen dat je geen cadeaus meer aanneemt. Dat deed ik vroeger ook, en dan is het klaar.”"
    said = [Labelled("Karin", Content("“Of een briefje bij de balie.”")), Labelled("Joost", Content(tip))]
    screen.room.banner, screen.room.aside = (lambda: "Oefening"), lambda: said
    return screen


def look_back(fresh: bool = False) -> Screen[Any]:
    """The debrief of a practice run."""
    doors = Doors(lambda *_answers: None, lambda _moment: None, lambda: None, lambda: None)  # type: ignore[arg-type, return-value]  # not called
    return DebriefScreen(TOLD, SO_FAR, {}, doors, fresh=fresh)


STAMP = Clock().stamp
INTERRUPTED = Listed(
    id="2026-03-03-1930", started=STAMP, method="Balint-methode", variant="5 stappen", step="Advisering", left=312_000
)
ENDED = Listed(id="2026-02-03-1930", started=STAMP, ended=STAMP, method="Balint-methode", variant="8 stappen")
SOME_GROUPS = (
    ListedGroup(id="2026-03-01-1000", name="Dinsdaggroep", members=5, meetings=2, next_day=TODAY),
    ListedGroup(id="2026-11-01-1000", name="Toetsgroep Zuid", members=6),
    ListedGroup(id="2026-01-01-1000", fault="regel 3: gevonden [/x], verwacht een tekst"),
)
NAMES = [*"Inez,Anna,Bram,Cas,Dina,Gerda"]

PICTURES: dict[str, tuple[Callable[[], Screen[Any]], list[str]]] = {
    # name: (the screen, the keys pressed on it)
    "home-first-time": (home, []),  # an empty state that says what will happen
    "home-with-meetings": (lambda: home(INTERRUPTED, ENDED, notices=("Een methode klopt niet.",)), []),
    "setup-method": (set_up, ["down"]),  # the preview, and the end time
    "setup-names": (set_up, ["pagedown", *NAMES]),  # how the names were understood
    "setup-roles": (set_up, ["pagedown", *NAMES, "pagedown", "enter", "end", "g", "w"]),  # the pairs proposed
    "setup-time": (set_up, ["pagedown", *NAMES, "pagedown", "enter", "pagedown", "plus"]),
    "groups-none": (groups, []),  # an empty state that says what a group is for
    "groups": (lambda: groups(*SOME_GROUPS), []),  # one that cannot be read among them
    "group-new": (lambda: group_page(a_group()), []),  # has not met yet
    "group": (lambda: group_page(a_year()), []),  # whose turn it is, what is open, the evaluation
    "group-held": (lambda: group_page(a_year(), HELD), ["5"]),  # open elsewhere: who has it
    "group-agreement": (lambda: group_page(a_year()), ["4", "enter", "2"]),  # ready wordings
    "setup-who": (lambda: set_up_of(a_year()), ["pagedown", "a", "m", "l"]),  # a key a person
    "setup-roles-group": (lambda: set_up_of(a_year()), ["pagedown", "pagedown"]),  # as the rota proposes
    "setup-time-group": (lambda: set_up_of(a_year()), ["pagedown"] * 3),  # later than was agreed or not
    "setup-first-meeting": (lambda: set_up_of(a_group(), first=True), ["pagedown"] * 2),
    "prepare": (preparing, ["up"]),  # the quiet hint
    "tell": (lambda: in_step(fresh, "vraagintroductie"), []),  # what is asked of whom, while nothing is told
    "tell-told": (lambda: in_step(with_five_steps, "vraagintroductie"), []),
    "write-hidden": (lambda: in_step(fresh, "vraagintroductie", 1), [*"geheim"]),  # dots only
    "round-asking": (lambda: in_step(with_five_steps, "probleemverkenning"), []),  # questions, answers, turns
    "summary-confirmed": (lambda: in_step(with_five_steps, "probleemverkenning", 1), []),
    "round-advice": (lambda: in_step(with_five_steps, "advisering", spent=8 * 60 + 30), []),  # nearly time
    "choose": (lambda: in_step(with_five_steps, "evaluatie", spent=11 * 60), []),  # over time; nothing looks rejected
    "round-images": (lambda: in_step(with_eight_steps, "beeldvorming", spent=9 * 60 + 20), []),  # the last minute
    "round-feedback": (lambda: in_step(with_eight_steps, "gedrag"), []),  # three parts
    "note-insights": (lambda: in_step(with_eight_steps, "inzichten-inbrenger"), []),
    "closing": (lambda: in_step(with_five_steps, "afsluiting", 2), []),
    "talk": (lambda: in_step(with_the_third_method, "praten"), []),
    "choose-rating": (lambda: in_step(with_the_third_method, "wegen"), []),
    "paused": (lambda: in_step(stopped, "vraagintroductie"), []),
    "say": (lambda: in_step(with_five_steps, "advisering"), ["tab", "z"]),
    "pitfalls": (lambda: in_step(with_five_steps, "probleemverkenning"), ["tab", "v"]),
    "intervene": (lambda: in_step(with_five_steps, "probleemverkenning"), ["tab", "g"]),  # those of this step first
    "intervene-line": (lambda: in_step(with_five_steps, "probleemverkenning"), ["tab", "g", "1"]),
    "practice-choose": (choose_practice, []),  # Enter begins
    "practice": (practise, []),  # the strip, with the newest words whole; nothing else is missing
    "debrief-first": (lambda: look_back(fresh=True), []),  # nothing of the run is seen yet
    "debrief": (look_back, []),  # no answer to what was missed
    "overview": (lambda: in_step(with_five_steps, "probleemverkenning"), ["tab", "i"]),
    "help": (lambda: in_step(with_five_steps, "probleemverkenning"), ["tab", "question_mark"]),
    "blank": (lambda: in_step(with_five_steps, "probleemverkenning"), ["tab", "b"]),  # nothing at all
    "summary-five": (lambda: summary(with_five_steps), []),
    "summary-end": (lambda: summary(with_eight_steps), ["end"]),  # the chart of the time
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did(name: str, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    make, keys = PICTURES[name]

    async def act(pilot: Pilot[int]) -> None:
        assert isinstance(pilot.app, Stage)
        await pilot.pause()
        await press(pilot.app, *keys)
        await pilot.pause()
        await pilot.pause()

    assert snap_compare(Stage(make()), terminal_size=size, run_before=act)


@pytest.mark.parametrize("size", [(50, 24), (60, 20)], ids=["too-small", "smallest"])
def test_a_small_window(size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(Stage(in_step(with_five_steps, "probleemverkenning")), terminal_size=size)
