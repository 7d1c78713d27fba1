"""The two times of a practice run: that of the people, and that of the meeting's clock."""

from datetime import timedelta

from intervisie_tui.meeting.model import Now


class PracticeClock:
    """Moves only when it is told to. `pace`: milliseconds of the meeting's clock for one of a person."""

    def __init__(self, begin: Now, pace: float, person: int = 0) -> None:
        """`begin`: what the meeting's clock says when a person's says `person`."""
        self._begin, self._pace, self._from = begin, pace, person
        self._person = float(person)

    @property
    def person(self) -> int:
        """Milliseconds of a person since the run began."""
        return int(self._person)

    @property
    def now(self) -> Now:
        """The time as the meeting is given it."""
        passed = round((self.person - self._from) * self._pace)
        return Now(stamp=self._begin.stamp + timedelta(milliseconds=passed), tick=self._begin.tick + passed)

    def move(self, ms: float, limit: int | None) -> None:
        """So much later, but not past `limit`, where something has to happen first. Never back."""
        end = self._person + max(0.0, ms)
        self._person = max(self._person, end if limit is None else min(end, limit))

    def move_to(self, person: int) -> None:
        """Straight on to this time. Never back."""
        self._person = max(self._person, person)
