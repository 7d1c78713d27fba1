"""Saving beside the meeting, never in its way: one thread that writes the newest value, and goes on trying.

"Saved" is said only when the disk has it, and no longer once something newer waits. Values that were overtaken before
their turn are never written, so an older one can't land on top of a newer one.
"""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Literal, TypeAlias

from msgspec import Struct

from intervisie_tui.archive.disk import explain, remove_durably, write_durably
from intervisie_tui.archive.draft import Draft
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.archive.toml import Writer
from intervisie_tui.archive.transcript import encode
from intervisie_tui.locale import _
from intervisie_tui.meeting.model import Meeting, Part

AGAIN_AFTER = 2.0
"""Seconds until the next attempt after one that failed; a new value is tried at once."""


class SaveState(Struct, frozen=True):
    """How saving stands. `reason` is a sentence that says why it failed."""

    kind: Literal["saved", "saving", "failed"] = "saved"
    reason: str = ""


Listener: TypeAlias = Callable[[SaveState], None]
Wait: TypeAlias = Callable[[threading.Condition, float | None], object]
"""Wait on the condition (held) until notified or for so many seconds; None: until notified."""


class Saver:
    """Writes `<id>.toml` and `<id>.draft.toml`; safe to call from any thread, never blocks but in `flush` and `close`.

    `ready` makes sure before each attempt that the folder may be written, and gives it; what it raises (OSError,
    Unusable) counts as a failed attempt. While the meeting itself is not on the disk the draft file stays as it is:
    it may hold the only copy of words that were entered since. So give the meeting first, then the draft.
    """

    def __init__(self, ready: Callable[[], Path], meeting_id: str, wait: Wait = threading.Condition.wait) -> None:
        self._ready = ready
        self._name, self._draft_name = f"{meeting_id}.toml", f"{meeting_id}.draft.toml"
        self._wait = wait
        self._writer = Writer(Part)
        self._changed = threading.Condition()
        self._meeting: Meeting | None = None  # waits to be written
        self._draft: Draft | Literal["drop"] | None = None
        self._busy = False
        self._state = self._told = SaveState()
        self._attempts = 0
        self._hurry = False
        self._closing = False
        self._listeners: list[Listener] = []
        self._thread = threading.Thread(target=self._work, name="saver", daemon=True)
        self._thread.start()

    @property
    def state(self) -> SaveState:
        """How saving stands now."""
        with self._changed:
            return self._state

    @property
    def stopped(self) -> bool:
        """Whether the thread has ended, so that nothing will be written any more."""
        return not self._thread.is_alive()

    def listen(self, callback: Listener) -> None:
        """Be told of every new state, from the saver's thread."""
        with self._changed:
            self._listeners.append(callback)

    def save(self, meeting: Meeting) -> None:
        """Write this value as soon as possible, in place of any that still waits."""
        with self._changed:
            self._meeting = meeting
            if self._state.kind == "saved":
                self._state = SaveState("saving")  # at once: a screen may show the new words before the thread wakes
            self._wake()

    def save_draft(self, draft: Draft) -> None:
        """Write this draft, in place of any that still waits."""
        with self._changed:
            self._draft = draft
            self._wake()

    def drop_draft(self) -> None:
        """Remove the draft file: nothing is half typed any more."""
        with self._changed:
            self._draft = "drop"
            self._wake()

    def flush(self, timeout: float) -> bool:
        """Try now, and wait for the outcome, so many seconds at most. Whether all is on the disk."""
        with self._changed:
            self._wake()
            seen = self._attempts + self._busy  # an attempt under way may lack the newest value
            end = monotonic() + timeout
            while not self._idle() and self._attempts <= seen and not self.stopped:
                left = end - monotonic()
                if left <= 0:
                    break
                self._changed.wait(left)
            return self._idle()

    def close(self, timeout: float) -> bool:
        """Write what waits (one last attempt) and stop. False: something is not on the disk, or the disk hangs."""
        with self._changed:
            self._closing = True
            self._wake()
        self._thread.join(timeout)
        with self._changed:
            return self._idle() and self.stopped

    def _wake(self) -> None:
        self._hurry = True
        self._changed.notify_all()

    def _idle(self) -> bool:
        return self._meeting is None and self._draft is None and not self._busy

    def _work(self) -> None:
        while True:
            with self._changed:
                while self._idle() and not self._closing:
                    self._wait(self._changed, None)
                if self._idle():
                    return
                self._busy, self._hurry, last = True, False, self._closing
                meeting, draft = self._meeting, self._draft
                self._meeting = self._draft = None
            self._tell()
            failed = self._attempt(meeting, draft)
            with self._changed:
                self._busy = False
                self._attempts += 1
                self._state = failed or SaveState("saving" if self._meeting else "saved")
                self._changed.notify_all()
            self._tell()
            if failed:
                if last:
                    return
                with self._changed:
                    while not self._hurry:
                        if not self._wait(self._changed, AGAIN_AFTER):
                            break

    def _attempt(self, meeting: Meeting | None, draft: Draft | Literal["drop"] | None) -> SaveState | None:
        """Write both; what could not be written waits again, unless something newer does."""
        try:
            folder = self._ready()
            if meeting:
                write_durably(folder, self._name, encode(meeting, self._writer))
                meeting = None
            if draft == "drop":
                remove_durably(folder, self._draft_name)
            elif draft:
                write_durably(folder, self._draft_name, encode(draft))
            return None
        except Unusable as error:
            reason = error.reason
        except OSError as error:
            reason = explain(error)
        except Exception as error:  # whatever it is, a saver that died would lose the rest of the meeting in silence
            reason = _("Het verslag kan niet worden opgemaakt ({error}).").format(error=type(error).__name__)
        with self._changed:
            self._meeting = self._meeting or meeting
            self._draft = self._draft or draft
        return SaveState("failed", reason)

    def _tell(self) -> None:
        with self._changed:
            state, listeners = self._state, tuple(self._listeners)
            if state == self._told:
                return
            self._told = state
        for listener in listeners:
            try:
                listener(state)
            except Exception:  # a screen that is gone must not keep the words from the disk
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
