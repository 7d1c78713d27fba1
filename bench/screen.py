"""What pyte lacks of a terminal of today: a character that is repeated when that is asked (REP, as in ECMA-48)."""

import pyte


class Repeating(pyte.Screen):
    """Is to be fed by a `TextStream` or a `ByteStream` of this module."""

    _last = ""

    def draw(self, data: str) -> None:
        """Draw it, and remember its last character."""
        super().draw(data)
        self._last = data[-1:]

    def repeat(self, count: int = 1, *_rest: int, **_named: object) -> None:
        """Draw the last character once more, so many times, as far as the line goes."""
        super().draw(self._last * min(max(1, count), self.columns - self.cursor.x))


class TextStream(pyte.Stream):
    """Reads text, REP as well."""

    csi = pyte.Stream.csi | {"b": "repeat"}
    events = pyte.Stream.events | {"repeat"}


class ByteStream(pyte.ByteStream):
    """Reads bytes, REP as well."""

    csi = TextStream.csi
    events = TextStream.events
