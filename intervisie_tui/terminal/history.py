"""What a field can go back to: how its text was before each run of typing, of deleting, and each other change."""

from intervisie_tui.terminal.written import Written

MOST = 100
"""Runs that are kept."""
MOST_CHARACTERS = 2_000_000
"""In all texts that are kept; the last one is whatever its length."""


class History:
    """The texts before and, after going back, those that were gone back from."""

    def __init__(self) -> None:
        self._past: list[Written] = []
        self._future: list[Written] = []
        self._run = ""

    def changed(self, before: Written, run: str) -> None:
        """Its text is another one now. `run`: what kind of change; those of one kind in a row count as one."""
        self._future.clear()
        if not run or run != self._run:
            self._past.append(before)
        self._run = run
        while len(self._past) > MOST or (len(self._past) > 1 and _characters(self._past) > MOST_CHARACTERS):
            del self._past[0]

    def pause(self) -> None:
        """The next change begins a run."""
        self._run = ""

    def back(self, now: Written) -> Written:
        """How it was before the last run."""
        return self._go(self._past, self._future, now)

    def forth(self, now: Written) -> Written:
        """How it was before going back."""
        return self._go(self._future, self._past, now)

    def forget(self) -> None:
        """There is nothing to go back to."""
        self._past.clear()
        self._future.clear()
        self._run = ""

    def _go(self, there: list[Written], here: list[Written], now: Written) -> Written:
        self._run = ""
        if not there:
            return now
        here.append(now)
        return there.pop()


def _characters(texts: list[Written]) -> int:
    return sum(len(one.text) for one in texts)
