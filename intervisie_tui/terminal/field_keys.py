"""Which key does what to the text of a field. What is not here is not the field's: Page Down, Tab, Escape go on."""

from intervisie_tui.terminal.written import (
    Edit,
    deletion,
    left,
    left_out,
    move,
    move_by_rows,
    right,
    right_out,
    row_end,
    row_end_or_more,
    row_start,
    row_start_or_more,
    word_left,
    word_right,
)

MOVES: dict[str, Edit] = {
    "up": move_by_rows(-1),
    "down": move_by_rows(1),
    "left": move(left_out),
    "right": move(right_out),
    "ctrl+left": move(word_left),
    "ctrl+right": move(word_right),
    "home": move(row_start),
    "ctrl+a": move(row_start),
    "end": move(row_end),
    "ctrl+e": move(row_end),
    "shift+up": move_by_rows(-1, select=True),
    "shift+down": move_by_rows(1, select=True),
    "shift+left": move(left, select=True),
    "shift+right": move(right, select=True),
    "shift+home": move(row_start, select=True),
    "shift+end": move(row_end, select=True),
}

DELETIONS: dict[str, Edit] = {
    "backspace": deletion(left),
    "delete": deletion(right),
    "ctrl+d": deletion(right),
    "ctrl+w": deletion(word_left),
    "ctrl+u": deletion(row_start_or_more),
    "ctrl+k": deletion(row_end_or_more),
}

ONE_BY_ONE = ("backspace", "delete", "ctrl+d")
"""Deletions that count as one when they come after each other."""
