"""Keys and pastes one at a time: the next is looked at when all that the last one set off has been done.

Textual gives a printable key straight to the focused widget and lets the others bubble up to the app first, so keys
that arrive in one packet overtake each other, and land in the field that had the focus when they arrived.
"""

import asyncio
from collections import deque
from collections.abc import Iterable
from contextvars import Context
from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.events import Callback, Key, Paste
from textual.message_pump import MessagePump

_SLICE = 0.1
_SLICES = 50
"""How long one node is waited for: five seconds of a loop that runs. One that hangs uses up a single slice."""

_TURNS = 5
"""Of the loop, in which a node is mostly reached."""

_ROUNDS = 50
"""Messages may set off messages, this deep: two that answer each other for ever must not hold up the keyboard."""


class OrderedKeys:
    """The queue of an app. `take` is called for each key and paste that reaches the app."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Key | Paste] = deque()
        self._released: Key | Paste | None = None
        self._turn: asyncio.Task[None] | None = None
        self._stuck: WeakKeyDictionary[MessagePump, asyncio.Future[None]] = WeakKeyDictionary()

    def take(self, event: Key | Paste) -> bool:
        """True when the event has been put in the queue; it comes back to the app at its turn, and it is False then."""
        if event is self._released:
            return False
        self._waiting.append(event)
        if self._turn is None or self._turn.done():
            # An empty context: messages that a handler prevents just now must not be prevented for what comes after.
            self._turn = asyncio.get_running_loop().create_task(self._release_all(), context=Context())
        return True

    async def settled(self) -> None:
        """Returns when every key taken so far has been handled."""
        while self._turn is not None and not self._turn.done():
            await asyncio.wait({self._turn})

    def drop(self) -> None:
        """After an error nothing that waits is handled any more, and nobody waits for it."""
        self._waiting.clear()
        if self._turn is not None:
            self._turn.cancel()

    async def _release_all(self) -> None:
        while self._waiting:
            event = self._waiting.popleft()
            target = self._chain()
            self._released = event
            if not self._app.post_message(event):  # the app is closing
                return
            await self._reach((self._app, *target))
            await self._reach(self._chain())
            await self._quiet()

    def _chain(self) -> list[MessagePump]:
        """Who handles a key now: the focused widget, what it stands in, the screen, the app."""
        if not self._app.screen_stack:
            return [self._app]
        return list((self._app.focused or self._app.screen).ancestors_with_self)

    async def _quiet(self) -> None:
        """Wait for what the key set off elsewhere: other widgets, a screen that was opened, the app."""
        for _ in range(_ROUNDS):
            busy = self.busy()
            if not busy:
                return
            await self._reach(busy)

    def busy(self) -> list[MessagePump]:
        """The nodes that have messages to handle, of those that will."""
        nodes: list[MessagePump] = [self._app]
        if self._app.screen_stack:
            nodes += self._app.screen.walk_children(with_self=True)
        return [node for node in nodes if node.message_queue_size and not self._is_stuck(node)]

    async def _reach(self, nodes: Iterable[MessagePump]) -> None:
        """Wait until each node, one after the other, has handled what is in its queue now."""
        for node in nodes:
            if self._is_stuck(node):
                continue
            reached = asyncio.get_running_loop().create_future()
            if node.post_message(Callback(_Mark(reached))) and not await _patiently(node, reached):
                self._stuck[node] = reached

    def _is_stuck(self, node: MessagePump) -> bool:
        """A node that was waited for in vain, and still has not come to where it was waited for."""
        reached = self._stuck.get(node)
        return reached is not None and not reached.done()


class _Mark:
    """What a node calls when it comes to it."""

    _param_count = 0  # else Textual works out each time anew how many parameters this has, which is dear

    def __init__(self, reached: "asyncio.Future[None]") -> None:
        self._reached = reached

    def __call__(self) -> None:
        if not self._reached.done():
            self._reached.set_result(None)


async def _patiently(node: MessagePump, reached: "asyncio.Future[None]") -> bool:
    """Whether it is worth waiting for this node again."""
    for _ in range(_TURNS):  # mostly it is there in two or three, and that costs a tenth of a wait with an end
        await asyncio.sleep(0)
        if reached.done():
            return True
    for _ in range(_SLICES):
        await asyncio.wait({reached}, timeout=_SLICE)
        if reached.done() or not node.is_running:
            return True
    return False
