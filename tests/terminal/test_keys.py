"""The queue of keys: the next waits for all that the last one set off, however far that goes, but not for ever."""

import asyncio
from typing import ClassVar

import pytest
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widget import Widget

from intervisie_tui.terminal import keys
from intervisie_tui.terminal.app import SteadyApp
from intervisie_tui.terminal.field import Field


class Passed(Message):
    """A message that goes from widget to widget before something happens."""


class Given(Message):
    """Enter in a field."""


class Relay(Widget):
    """Hands on what it is told to the next, the last one to the app."""

    def __init__(self, to: "Relay | None" = None) -> None:
        super().__init__()
        self.to = to

    def on_passed(self, event: Passed) -> None:
        event.stop()
        target = self.to or self.app
        target.post_message(Passed())


class Slow(Field):
    """Takes its time over F9 and Enter, and moves the focus then."""

    def __init__(self, go_on: asyncio.Event) -> None:
        super().__init__(id="slow")
        self.go_on = go_on

    async def key_f9(self) -> None:
        await self.go_on.wait()
        self.app.query_one("#other").focus()

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(Given())
        else:
            await super()._on_key(event)


class Relays(SteadyApp):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("pagedown", "pass")]

    def __init__(self, relays: int = 1) -> None:
        super().__init__()
        self.go_on = asyncio.Event()
        self.first: Relay | None = None
        for _ in range(relays):
            self.first = Relay(self.first)

    def compose(self) -> ComposeResult:
        yield Slow(self.go_on)
        yield Field(id="other")
        relay = self.first
        while relay is not None:
            yield relay
            relay = relay.to

    def action_pass(self) -> None:
        assert self.first is not None
        self.first.post_message(Passed())

    def on_passed(self) -> None:
        self.query_one("#other").focus()

    async def on_given(self) -> None:
        await self.go_on.wait()
        self.query_one("#other").focus()

    def value(self, name: str) -> str:
        return self.query_one(f"#{name}", Field).text

    def burst(self, *names: str) -> None:
        """Keys in one packet: none waits for the one before it."""
        for name in names:
            self.post_message(Key(name, name if len(name) == 1 else None))


async def test_a_key_waits_for_messages_that_set_off_messages() -> None:
    app = Relays(40)
    async with app.run_test() as pilot:
        app.burst("a", "pagedown", "b", "c")
        await pilot.press("d")
        assert (app.value("slow"), app.value("other")) == ("a", "bcd")


async def test_a_key_waits_for_a_handler_that_takes_its_time() -> None:
    app = Relays()
    async with app.run_test() as pilot:
        app.burst("f9", "b")
        app.set_timer(0.2, app.go_on.set)
        await pilot.press("c")
        assert app.go_on.is_set()
        assert app.value("other") == "bc"


async def test_a_key_waits_for_an_enter_that_is_handled_slowly() -> None:
    app = Relays()
    async with app.run_test() as pilot:
        app.burst("a", "enter", "b")
        asyncio.get_running_loop().call_later(0.2, app.go_on.set)
        await pilot.press("c")
        assert (app.value("slow"), app.value("other")) == ("a", "bc")


async def test_a_handler_that_never_ends_does_not_take_the_keyboard_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_SLICES", 2)
    app = Relays()
    async with app.run_test():
        app.burst("f9", "ctrl+q")
        try:
            async with asyncio.timeout(10):
                while app.return_value is None:
                    await asyncio.sleep(0)
        finally:
            app.go_on.set()  # Textual itself waits for it when it closes


async def test_keys_after_the_end_are_nobodys() -> None:
    app = Relays()
    async with app.run_test() as pilot:
        app.burst("ctrl+q", *"abc")
        await pilot.press("d")
    assert app.return_value == 0
