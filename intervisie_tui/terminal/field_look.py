"""How a row of a field is drawn: its text, what is selected of it, and the cursor."""

from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from intervisie_tui.terminal.letters import after, cells, letters, plain
from intervisie_tui.terminal.written import Written

_REVERSED = Style(reverse=True)
_DOT = "•"


class Look(NamedTuple):
    """A row as it is to be seen. `first` to `last` is selected; `cursor` is -1 where it isn't. Places in the text."""

    text: str = ""
    first: int = 0
    last: int = 0
    cursor: int = -1


def dots(typed: Written) -> Look:
    """What is typed as a row of dots, one for each letter."""
    text = typed.text
    if plain(text):
        return Look(_DOT * len(text), typed.first, typed.last, typed.cursor)
    line = text.replace("\n", " ")
    first, last, cursor = (len(letters(line[:at])) for at in (typed.first, typed.last, typed.cursor))
    return Look(_DOT * len(letters(line)), first, last, cursor)


def strip_of(look: Look, field: Widget) -> Strip:
    """The row in the colours of its field."""
    base = field.rich_style
    text, first, last, cursor = look
    if cursor < 0 and first == last:
        return Strip([Segment(text, base)] if text else [], cells(text))
    if cursor == len(text) or last > len(text):
        text += " "
    behind = after(text, cursor) if cursor >= 0 else 0
    segments = []
    for start, end in pairwise(sorted({0, first, last, max(0, cursor), behind, len(text)})):
        style = base
        if first <= start < last:
            style += _selected(field)
        if start == cursor:
            style += _REVERSED
        segments.append(Segment(text[start:end], style))
    return Strip(segments, cells(text))


def _selected(field: Widget) -> Style:
    if field.app.native_ansi_color:
        return _REVERSED
    colour = Color.parse(field.app.theme_variables["input-selection-background"])
    return Style(bgcolor=(field.background_colors[1] + colour).rich_color)
