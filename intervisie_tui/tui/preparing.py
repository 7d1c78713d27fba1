"""A preparation while it is being written: kept on the disk soon after each key, in whatever order the writes come."""

import threading
from collections.abc import Callable, Mapping
from datetime import date

from intervisie_tui.archive.preparations import OpenPreparation, create_preparation
from intervisie_tui.group.preparation import Preparation, written
from intervisie_tui.locale import _


class Paper:
    """What somebody writes alone. A new one gets its file with the first words; one without any words has none.

    `write` may be called from any thread: it always writes the newest words, so an older write never lands last.
    """

    def __init__(self, start: Preparation, opened: OpenPreparation | None, today: Callable[[], date]) -> None:
        self.value = start
        self._opened, self._today = opened, today
        self._on_disk = start
        self._lock = threading.Lock()

    @property
    def read_only(self) -> str:
        """Why nothing can be changed; empty when it can."""
        if self._opened is None or self._opened.held_by is None:
            return ""
        return self._opened.held_by.after(_("Je voorbereiding staat al ergens open, dus hier kun je alleen lezen."))

    @property
    def unsaved(self) -> bool:
        """Whether there are words that are not on the disk."""
        return self.value != self._on_disk

    def typed(self, texts: Mapping[str, str]) -> None:
        """These words stand in the fields now, by id."""
        if not self.read_only:
            self.value = written(self.value, texts, self._today())

    def write(self) -> None:
        """Put the newest words on the disk. Raises Unusable."""
        with self._lock:
            value = self.value
            if value == self._on_disk:
                return
            if self._opened is None:
                self._opened = create_preparation(value)
            else:
                self._opened.save(value)
            self._on_disk = value

    def throw_away(self) -> None:
        """Take it off the disk, words and all. Raises Unusable."""
        with self._lock:
            self.value = self._on_disk = Preparation(
                id=self.value.id,
                group=self.value.group,
                who=self.value.who,
                method=self.value.method,
                changed=self.value.changed,
            )
            if self._opened is not None:
                self._opened.remove()

    def close(self) -> None:
        """Write what waits, and give the file free; one in which no words are left is removed. Raises Unusable."""
        try:
            self.write()
            if self._opened is not None and not self.value.words and not self.read_only:
                self._opened.remove()
        finally:
            if self._opened is not None:
                self._opened.close()
