"""`RunningMeeting`: the one thing with state. It holds the present value, the undo history and the saver.

Screens, practice players and, later, other terminals send it commands and are told of each change.
"""

from collections.abc import Callable
from typing import Protocol

from msgspec.structs import replace

from intervisie_tui.archive.draft import Draft
from intervisie_tui.locale import _
from intervisie_tui.meeting.clock import carry, stopped, taken_up
from intervisie_tui.meeting.model import Meeting, Now, Refused

DRAFT_EVERY = 300
"""Milliseconds between two saves of half-typed text while somebody is typing."""
CLOCK_EVERY = 5_000
"""Milliseconds between two saves of the clock while nothing else happens."""


class Keeper(Protocol):
    """What keeps the meeting on the disk (`archive.saver.Saver`); it never blocks."""

    def save(self, meeting: Meeting) -> None: ...
    def save_draft(self, draft: Draft) -> None: ...


class RunningMeeting:
    """A meeting that is being led.

    Half-typed texts are not part of the value; they are kept here by the key of their field, saved aside, and given
    back after a crash.
    """

    def __init__(
        self, meeting: Meeting, keeper: Keeper, now: Callable[[], Now], texts: dict[str, str] | None = None
    ) -> None:
        self.now = now
        self._keeper = keeper
        self._value = meeting
        self._before: list[Meeting] = []
        self._after: list[Meeting] = []
        self._listeners: list[Callable[[], None]] = []
        self._texts = dict(texts or {})
        self._draft_saved = now().tick
        self._draft_stale = False

    @classmethod
    def taken_up(
        cls, meeting: Meeting, keeper: Keeper, now: Callable[[], Now], texts: dict[str, str]
    ) -> "RunningMeeting":
        """Go on with a meeting from a file, the clock paused at what was left."""
        return cls(taken_up(meeting, now()), keeper, now, texts)

    @property
    def value(self) -> Meeting:
        """The meeting as it is now."""
        return self._value

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call this after each change; what comes back ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def do(self, command: Callable[[Meeting], Meeting]) -> bool:
        """Carry out an act; whether it changed anything. `Refused` passes through, and nothing has changed then."""
        new = command(self._value)
        if new == self._value:
            return False
        if replace(new, clock=self._value.clock) != self._value:
            self._before.append(self._value)
            self._after.clear()
        self._become(new)
        return True

    def undo(self) -> None:
        """Show the value before the last act; the time that has passed stays counted."""
        if not self._before:
            raise Refused(_("Er is niets om terug te draaien."))
        self._after.append(self._value)
        self._become(carry(self._before.pop(), self._value, self.now()))

    def redo(self) -> None:
        """Take an undo back."""
        if not self._after:
            raise Refused(_("Er is niets om opnieuw te doen."))
        self._before.append(self._value)
        self._become(carry(self._after.pop(), self._value, self.now()))

    def typed(self, key: str) -> str | None:
        """What is half-typed in a field; None where nothing is."""
        return self._texts.get(key)

    def typing(self, key: str, text: str | None) -> None:
        """The text of a field has changed; None once it has been said or thrown away.

        That is saved at once, behind the meeting that has the words now: after a crash they must not be there twice.
        """
        if self._texts.get(key) == text:
            return
        if text is None:
            del self._texts[key]
        else:
            self._texts[key] = text
        self._draft_stale = True
        if text is None or self.now().tick - self._draft_saved >= DRAFT_EVERY:
            self.save_draft()

    def beat(self) -> None:
        """Called about once a second: saves what was half-typed since, and now and then the clock."""
        waited = self.now().tick - self._draft_saved
        running = self._value.clock.since is not None and not self._value.clock.paused
        if (self._draft_stale and waited >= DRAFT_EVERY) or (running and waited >= CLOCK_EVERY):
            self.save_draft()

    def save_draft(self) -> None:
        """Put the half-typed texts and the clock on the disk now."""
        now = self.now()
        self._draft_stale = False
        self._draft_saved = now.tick
        clock = stopped(self._value, now).clock
        self._keeper.save_draft(Draft(texts=dict(self._texts), clock=clock, saved=now.stamp))

    def save(self) -> None:
        """Hand the present value to the saver, as after each act."""
        now = self.now()
        self._keeper.save(replace(stopped(self._value, now), saved=now.stamp))

    def _become(self, value: Meeting) -> None:
        self._value = value
        self.save()
        for listener in tuple(self._listeners):
            listener()
