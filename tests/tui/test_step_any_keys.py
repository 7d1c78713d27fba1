"""Whatever keys are pressed, in whatever order: the screen goes on, what is secret stays so, and no words get lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intervisie_tui.meeting.model import Meeting
from intervisie_tui.meeting.moving import all_places
from intervisie_tui.meeting.saying import write
from tests.builders import Clock, begin, on, stand
from tests.tui.desk import Desk, at_desk

pytestmark = pytest.mark.long


SECRET = "zwijgwoord"
KEYS = st.sampled_from(
    [
        *("enter", "tab", "escape", "pageup", "pagedown", "pagedown", "up", "down", "home", "end", "left", "backspace"),
        *("space", "question_mark", "full_stop", "plus", "minus", "ctrl+p", "ctrl+g", "ctrl+z", "ctrl+u", "ctrl+v"),
        *"abcdeghijklmnoprstuvwxyz0123459É漢",
    ]
)
SIZES = [(60, 20), (80, 24), (140, 45)]
STEPS = {
    "balint-5": ("vraagintroductie", "probleemverkenning", "advisering", "evaluatie", "afsluiting"),
    "balint-8": ("associeren", "informatie", "beeldvorming", "gedrag", "inzichten-inbrenger"),
    "third": ("praten", "wegen", "kern", "tonen", "kring", "oogst"),
}
PLACES = st.sampled_from([(name, step) for name, steps in STEPS.items() for step in steps])


def with_secrets(name: str, clock: Clock) -> Meeting:
    """A meeting in whose silent steps two have written something."""
    meeting = begin(name, clock)
    for at in all_places(meeting):
        if meeting.parts[at.part].method.steps[at.step].activities[at.activity].__class__.__name__ == "Write":
            meeting = stand(meeting, clock, meeting.parts[at.part].method.steps[at.step].id, at.activity)
            for _writer in range(2):
                meeting = on(write(meeting, SECRET, clock.now), clock)
    return meeting


def may_be_seen(desk: Desk) -> bool:
    """Whether somebody's own words may stand on the screen: said, or up at their turn in a round."""
    shown = desk.screen.room.meeting
    return any(w.text for part in shown.parts for w in part.written) or any(
        SECRET in f"{c.text}{c.parts}{c.own_note}" for part in shown.parts for c in part.contributions
    )


async def keeps_the_laws(desk: Desk) -> None:
    page = await desk.sees()
    assert page.strip() or desk.app.screen is not desk.screen  # only the blank screen is empty
    if not may_be_seen(desk):
        assert SECRET not in page
    meeting = desk.value
    numbers = [c.number for part in meeting.parts for c in part.contributions]
    assert len(numbers) == len(set(numbers))
    assert meeting.place in all_places(meeting)


@pytest.mark.parametrize("size", SIZES)
@given(place=PLACES, keys=st.lists(KEYS, min_size=20, max_size=30))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
async def test_no_sequence_of_keys_breaks_the_screen(
    size: tuple[int, int], place: tuple[str, str], keys: list[str]
) -> None:
    clock = Clock()
    name, step = place
    async with at_desk(stand(with_secrets(name, clock), clock, step), clock, size) as desk:
        for i, key in enumerate(keys):
            await desk.press(key)
            if i % 4 == 3:
                await desk.second()
                await keeps_the_laws(desk)
        await keeps_the_laws(desk)
