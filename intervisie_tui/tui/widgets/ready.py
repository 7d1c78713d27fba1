"""Ready wordings of a field: which key takes one, and when a figure is text after all. Knows no widget.

A figure in an empty field takes a wording. Typing on shows that it was text ("2 keer per maand"), and then the
figure stands there as it was typed. So nothing that somebody types is ever lost to a choice.
"""

from collections.abc import Sequence

MOST = 9
"""Wordings that have a figure; further ones are reached with the arrows."""


class Ready:
    """The wordings of one field, and what was typed to take the one that stands there."""

    def __init__(self) -> None:
        self.wordings: tuple[str, ...] = ()
        self._typed: str | None = None  # what would stand there if the figure had been meant as text
        self._taken = ""

    def become(self, wordings: Sequence[str]) -> None:
        """From here on these are the wordings; nothing has been taken yet."""
        self.wordings = tuple(wordings)
        self._typed = None

    def answer(self, text: str, key: str, character: str | None, at_end: bool) -> str | None:
        """What stands in the field after this key; None where the key is not for choosing, and does its usual work.

        `at_end`: the cursor is behind the last character, so that an arrow to the right has nowhere else to go.
        """
        typed, self._typed = (self._typed if text == self._taken else None), None
        if not self.wordings:
            return None
        if character is not None:
            return self._typing(text, typed, character)
        if key == "backspace" and typed is not None:
            return ""
        if key in ("right", "left") and at_end and (not text or text in self.wordings):
            return self._beside(text, 1 if key == "right" else -1)
        return None

    def _typing(self, text: str, typed: str | None, character: str) -> str | None:
        if typed is not None:
            return typed + character
        standing = not text or text in self.wordings
        if standing and character in "123456789" and int(character) <= len(self.wordings):
            self._typed = text + character
            self._taken = self.wordings[int(character) - 1]
            return self._taken
        return None

    def _beside(self, text: str, by: int) -> str:
        if text not in self.wordings:
            return self.wordings[0 if by > 0 else -1]
        return self.wordings[(self.wordings.index(text) + by) % len(self.wordings)]
