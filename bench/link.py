"""A line that takes its time: what goes in at one end comes out at the other later, and no more a second than fits."""

import os
import select
import socket
import threading
import time
from collections import deque
from dataclasses import dataclass

_PIECE = 64
"""Bytes that come out at once: 8 ms of a line of 64 kbit/s."""
_TAKES = 65_536


@dataclass(frozen=True)
class Link:
    """`delay`: seconds each way; `speed`: bytes a second each way, 0 for as many as come.

    It takes all that is given to it at once, as the buffers of sshd and of TCP do for a hundred kilobytes and more: who
    writes into it never notices that it is slow.
    """

    delay: float
    speed: int = 0


class Way:
    """What is under way in one direction, each piece with the time at which it comes out."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._pieces: deque[tuple[float, float, bytes]] = deque()  # leaves the queue, comes out, what
        self._free = 0.0

    def put(self, data: bytes, now: float) -> None:
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            seconds = len(piece) / self._link.speed if self._link.speed else 0.0
            self._free = max(self._free, now) + seconds
            self._pieces.append((self._free, self._free + self._link.delay, piece))

    def out(self, now: float) -> bytes:
        """What has come out."""
        data = b""
        while self._pieces and self._pieces[0][1] <= now:
            data += self._pieces.popleft()[2]
        return data

    def next(self) -> float | None:
        """When the next comes out."""
        return self._pieces[0][1] if self._pieces else None

    def queued(self, now: float) -> int:
        """Bytes that have not left yet: the backlog."""
        return sum(len(piece) for leaves, _comes, piece in self._pieces if leaves > now)


class Across:
    """A link between a descriptor and `fd`, which is to be used in its place; a thread carries what goes over it."""

    def __init__(self, far: int, link: Link) -> None:
        self._near, self._end = socket.socketpair()
        self._far = far
        self.most_queued = 0
        """The most bytes that have waited on the way to us, since this was last set to 0."""
        self._ways = {far: Way(link), self._end.fileno(): Way(link)}  # by where it comes from
        self._thread = threading.Thread(target=self._carry, daemon=True)
        self._thread.start()

    @property
    def fd(self) -> int:
        return self._near.fileno()

    def close(self) -> None:
        """Hang up."""
        self._near.close()
        self._thread.join()
        self._end.close()

    def _carry(self) -> None:
        other = {self._far: self._end.fileno(), self._end.fileno(): self._far}
        while True:
            now = time.monotonic()
            for source, way in self._ways.items():
                if data := way.out(now):
                    try:
                        os.write(other[source], data)
                    except OSError:
                        return
            due = [at for way in self._ways.values() if (at := way.next()) is not None]
            wait = max(0.0, min(due) - time.monotonic()) if due else None
            for source in select.select(list(self._ways), [], [], wait)[0]:
                try:
                    data = os.read(source, _TAKES)
                except OSError:
                    data = b""
                if not data:
                    return
                now = time.monotonic()
                self._ways[source].put(data, now)
                self.most_queued = max(self.most_queued, self._ways[self._far].queued(now))
