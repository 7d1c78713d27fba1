"""What the screens of one meeting share: the running meeting, the settings, and whether somebody is typing."""

from collections.abc import Callable, Sequence

from msgspec import Struct, field

from intervisie_tui.archive.settings import Settings
from intervisie_tui.meeting.clock import left
from intervisie_tui.meeting.model import Meeting, Place
from intervisie_tui.meeting.viewing import view
from intervisie_tui.method.catalogue import Catalogue
from intervisie_tui.method.model import Method
from intervisie_tui.running import RunningMeeting
from intervisie_tui.tui.beside import Beside
from intervisie_tui.tui.widgets.labelled import Labelled


class Room(Struct):
    """One meeting on one shared screen."""

    running: RunningMeeting
    settings: Settings
    catalogue: Catalogue = field(default_factory=Catalogue)  # what a part that comes later can be led by
    beside: Beside = field(default_factory=Beside)  # its group, and what was prepared
    banner: Callable[[], str] = str  # what goes before the method in the head
    aside: Callable[[], Sequence[Labelled]] | None = None  # what is said in the room, the newest last; None: no strip
    saved: str = ""  # what the saver says, in words; "" while it has said nothing
    trouble: bool = False  # the disk has not taken what is on the screen
    typing: bool = True  # a text field has the keys; kept from screen to screen
    rung: set[tuple[Place, int]] = field(default_factory=set)

    @property
    def methods(self) -> tuple[Method, ...]:
        """Those that there are for a case."""
        return tuple(entry.method for entry in self.catalogue.methods)

    @property
    def meeting(self) -> Meeting:
        """What the shared screen may show."""
        return view(self.running.value)

    def warning_due(self) -> int | None:
        """The warning (in seconds before the end of the step) that has just been reached, once each."""
        meeting, now = self.running.value, self.running.now()
        if meeting.clock.paused or meeting.clock.since is None:
            return None
        rest = left(meeting, now) / 1000
        at = Place(part=meeting.place.part, step=meeting.place.step)
        planned = meeting.part.plan[meeting.place.step].seconds
        reached = [s for s in self.settings.warn_seconds if rest <= s < planned]
        self.rung = {(place, s) for place, s in self.rung if place != at or rest <= s}  # given more time: warn again
        new = [s for s in reached if (at, s) not in self.rung]
        self.rung.update((at, s) for s in new)
        return min(new) if new else None
