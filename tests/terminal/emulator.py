"""What somebody would see: an emulated terminal that erases as a real one does, and what can be seen of its cells."""

import io
from dataclasses import dataclass

from pyte.screens import Char
from rich.color import ColorSystem
from rich.console import Console
from wcwidth import wcwidth

from bench.screen import Repeating, TextStream
from intervisie_tui.terminal.wire import Wire
from intervisie_tui.terminal.wire_update import Update

SYSTEMS = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}

Seen = tuple[tuple[Char, ...], ...]


class Emulator(Repeating):
    """pyte erases only what was drawn before, and in the background of the moment; `coloured_erase` tells whether."""

    def __init__(self, columns: int, lines: int, coloured_erase: bool = True) -> None:
        super().__init__(columns, lines)
        self.coloured_erase = coloured_erase
        self.sent = 0
        self._reader = TextStream(self)
        self.reset_mode(7, private=True)

    def show(self, text: str) -> None:
        self.sent += len(text.encode())
        self._reader.feed(text)

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        assert how == 0
        self._erase(self.cursor.y, self.cursor.x)

    def erase_in_display(self, how: int = 0, *_rest: object, **_named: object) -> None:
        assert how == 0
        self._erase(self.cursor.y, self.cursor.x)
        for y in range(self.cursor.y + 1, self.lines):
            self._erase(y, 0)

    def _erase(self, y: int, x: int) -> None:
        back = self.cursor.attrs.bg if self.coloured_erase else "default"
        for column in range(x, self.columns):
            self.buffer[y][column] = Char(" ", bg=back)

    @property
    def seen(self) -> Seen:
        return tuple(self._line(y) for y in range(self.lines))

    @property
    def place(self) -> tuple[int, int]:
        return self.cursor.x, self.cursor.y

    def _line(self, y: int) -> tuple[Char, ...]:
        line = [self.buffer[y][x] for x in range(self.columns)]
        for x, char in enumerate(line):
            after = line[x + 1].data if x + 1 < len(line) else " "
            before = line[x - 1].data if x else " "
            halved = len(char.data) == 1 and wcwidth(char.data) == 2 and after != ""
            left_over = char.data == "" and wcwidth(before[:1] or " ") != 2
            if halved or left_over:  # a real terminal wipes the other half of a wide character
                line[x] = char._replace(data=" ")
        return tuple(_without_unseen(char) for char in line)


def _without_unseen(char: Char) -> Char:
    if char.data == " " and not (char.underscore or char.strikethrough or char.reverse or char.blink):
        return char._replace(fg="default", bold=False, italics=False)
    return char


@dataclass
class Both:
    """The same updates on two terminals."""

    colours: str
    coloured_erase: bool
    size: tuple[int, int]
    repeats: bool = False

    def __post_init__(self) -> None:
        self.stock, self.ours = self._terminal(), self._terminal()
        self.wire = Wire(SYSTEMS[self.colours], self.coloured_erase, self.repeats)
        self.console = Console(file=io.StringIO(), force_terminal=True, color_system=self.colours)  # type: ignore[arg-type]  # its literals

    def _terminal(self) -> Emulator:
        return Emulator(*self.size, coloured_erase=self.coloured_erase)

    def resize(self, size: tuple[int, int]) -> None:
        self.size = size
        self.stock, self.ours = self._terminal(), self._terminal()
        self.ours.show("\x1b[31;44;7mwhat the terminal kept of before")
        self.wire.forget()

    def update(self, update: Update) -> None:
        self.stock.show("\x1b[H" + update.render_segments(self.console))
        self.wire.take(update)

    def shown(self, x: int, y: int) -> str:
        """Show it with the cursor there; gives what was sent."""
        self.stock.show(f"\x1b[{y + 1};{x + 1}H")
        text = self.wire.frame(x, y)
        self.ours.show(text)
        return text

    def check(self) -> None:
        assert self.ours.seen == self.stock.seen
        assert self.ours.place == self.stock.place
