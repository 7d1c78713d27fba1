"""The driver: between the app and the terminal, in the place of Textual's own, which a bad line can stop or break."""

import os
import selectors
import signal
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, BinaryIO, Protocol, TextIO, cast

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from intervisie_tui.terminal.flight import Flight
from intervisie_tui.terminal.modes import ENTER, LEAVE, Terminal
from intervisie_tui.terminal.signals import Signals
from intervisie_tui.terminal.stream import Escaped, InputStream, Pasted, Piece, Typed
from intervisie_tui.terminal.writer import Writer

_TICK = 0.02
_LET_GO = 0.5
_LAST_ANSWER = 0.25
_CAN_REPEAT = "\x1b[2;1H─\x1b[2b\x1b[6n\r\x1b[K"
"""The question whether it repeats a character (REP): where is the cursor after a rule of one and two more?

terminfo can't be asked: many that call themselves xterm-256color don't, or only ASCII (tmux before 3.6).
"""
_REPEATED = (3, 1)  # column and line, from 0; a terminal that gives the rule two columns is not believed either
_BELIEVED = (events.Key, TerminalSupportsSynchronizedOutput)
"""What the parser may say. Not sizes (anybody can type or paste those), mouse, focus: none of it was asked for."""


class Host(Protocol):
    """What the driver needs of the app beside Textual's own."""

    terminal: Terminal
    signals: Signals

    def repaint(self) -> None: ...

    def catch_up(self) -> None: ...


class SteadyDriver(Driver):
    """Draws on `app.terminal`. End of input or an error on it is a hang-up; one that doesn't read holds nobody up."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._host = cast(Host, app)
        self._terminal = self._host.terminal
        self._size = size or self._measure()
        self._writer: Writer | None = None
        self._reader: threading.Thread | None = None
        self._drawing = False
        self._asked_to_repeat = False
        self.repeats = False
        self._flight = Flight()
        self._stop, self._stopper = os.pipe2(os.O_CLOEXEC)

    def write(self, data: str) -> None:
        if self._writer is not None:
            self._writer.write(data)

    def draw(self, frame: str) -> None:
        """Write a frame, and now and then the question whether it has arrived."""
        self.write(frame + self._flight.sent(len(frame.encode()), time.monotonic()))

    def crowded(self) -> bool:
        """Whether the line is so slow that a frame had better wait; the app is asked to `catch_up` then."""
        if self._writer is None:
            return False
        if wait := self._flight.wait(time.monotonic()):
            self._loop.call_later(wait, self._host.catch_up)
        return wait > 0 or self._writer.crowded()

    def start_application_mode(self) -> None:
        self._drawing = True
        self._terminal.make_raw()
        self._writer = Writer(
            self._terminal.output_fd, drained=self._repaint, lost=self._line_lost, eased=self._catch_up
        )
        self._asked_to_repeat = True
        self._writer.write(ENTER + "\x1b[?2026$p" + _CAN_REPEAT)  # the first: can it show a whole frame at once?
        self._host.signals.on(signal.SIGWINCH, self._resized)
        self._host.signals.on(signal.SIGCONT, self._continued)
        self._resized()
        self._reader = threading.Thread(target=self._read, name="terminal-input", daemon=True)
        self._reader.start()

    def disable_input(self) -> None:
        if self._reader is not None:
            os.write(self._stopper, b"x")
            self._reader.join(_LET_GO)
            self._reader = None

    def stop_application_mode(self) -> None:
        self._drawing = False
        self._flight.end(_LAST_ANSWER)
        self.disable_input()
        if self._writer is not None:
            self._writer.finish(LEAVE, _LET_GO)
        self._terminal.make_as_found()

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Opens nothing: a browser is a way out of the program."""

    def deliver_binary(self, binary: BinaryIO | TextIO, **_how: object) -> None:
        """Saves nothing: what may be written, and where, is not for Textual to say."""
        binary.close()

    def _measure(self) -> tuple[int, int]:
        try:
            size = os.get_terminal_size(self._terminal.output_fd)
        except OSError:
            return 80, 24
        return size.columns or 80, size.lines or 24

    # From here on: called in the threads of signals, input and output.

    def _resized(self) -> None:
        if not self._drawing:
            return
        self._size = self._measure()
        size = Size(*self._size)
        self.send_message(events.Resize(size, size))

    def _continued(self) -> None:
        """Somebody else may have had the terminal meanwhile: everything on again, no threads started."""
        if not self._drawing:
            return
        self._terminal.make_raw()
        self.write(ENTER)
        self._resized()
        self._repaint()

    def _repaint(self) -> None:
        self._ask(self._host.repaint)

    def _catch_up(self) -> None:
        self._ask(self._host.catch_up)

    def _ask(self, act: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(act)

    def _line_lost(self) -> None:
        self._host.signals.announce(signal.SIGHUP)

    def _read(self) -> None:
        parser = XTermParser()
        stream = InputStream(constants.ESCAPE_DELAY)
        with selectors.DefaultSelector() as selector:
            selector.register(self._terminal.input_fd, selectors.EVENT_READ)
            selector.register(self._stop, selectors.EVENT_READ)
            while True:
                restless = stream.waiting or parser._timeout_time is not None
                ready = [key.fd for key, _ in selector.select(_TICK if restless else None)]
                if self._stop in ready:
                    return
                now = time.monotonic()
                if ready:
                    data = _received(self._terminal.input_fd)
                    if data is None:
                        continue
                    if not data:
                        self._line_lost()
                        return
                    self._pass_on(parser, stream.feed(data, now))
                self._pass_on(parser, stream.tick(now))
                self._send(parser.tick())

    def _pass_on(self, parser: XTermParser, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            match piece:
                case Typed(text):
                    self._send(parser.feed(text))
                case Pasted(text):
                    self._send([events.Paste(text)])
                case Escaped():
                    self._send([events.Key("escape", "\x1b")])

    def _send(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if isinstance(message, (*_BELIEVED, events.Paste)):
                self.process_message(message)
            elif isinstance(message, events.CursorPosition):
                self._heard_of_cursor((message.x, message.y))

    def _heard_of_cursor(self, place: tuple[int, int]) -> None:
        """Anybody can type such an answer: the first is the one that counts, all others only say that time passes."""
        if self._asked_to_repeat:
            self._asked_to_repeat = False
            self.repeats = place == _REPEATED
        if self._flight.landed():
            self._catch_up()


def _received(fd: int) -> bytes | None:
    """The next bytes: empty when the line is lost, None when somebody else was quicker."""
    try:
        return os.read(fd, 4096)
    except BlockingIOError:  # somebody who shares the terminal made it so
        return None
    except OSError:
        return b""
