"""The bytes that a terminal sends, cut into what was typed and what was pasted. Never fails, whatever comes."""

from codecs import getincrementaldecoder

from msgspec import Struct, field

PASTE_STARTS = "\x1b[200~"
PASTE_ENDS = "\x1b[201~"
ESCAPE = "\x1b"

LONGEST_PASTE = 4_000_000
"""Characters kept of one paste."""

PASTE_PATIENCE = 1.0
"""Seconds of silence after which a paste that was never ended is taken as ended: the keyboard must not be dead."""


class Typed(Struct, frozen=True):
    """Text for a parser of keys; never part of a paste, never ending in a lone Escape."""

    text: str


class Pasted(Struct, frozen=True):
    text: str


class Escaped(Struct, frozen=True):
    """The Escape key: an escape character after which nothing came."""


Piece = Typed | Pasted | Escaped


class InputStream(Struct):
    """Feed it bytes as they come and tick it while `waiting`; times in seconds, of any clock that runs on.

    `escape_delay`: how long an escape character may be the start of something longer.
    """

    escape_delay: float
    waiting: bool = False
    _held: str = ""  # a beginning of the marker looked for
    _paste: list[str] | None = None  # the paste so far, when in one
    _heard: float = 0.0
    _decode: "_Decoder" = field(default_factory=lambda: _Decoder())

    def feed(self, data: bytes, now: float) -> list[Piece]:
        self._heard = now
        text = self._held + self._decode(data)
        self._held = ""
        pieces: list[Piece] = []
        while text:
            marker = PASTE_STARTS if self._paste is None else PASTE_ENDS
            before, found, text = text.partition(marker)
            if not found:
                before, self._held = _without_beginning_of(marker, before)
            if before:
                self._keep(before, pieces)
            if found:
                self._toggle(pieces)
        self.waiting = bool(self._held) or self._paste is not None
        return pieces

    def tick(self, now: float) -> list[Piece]:
        """What follows from silence: an Escape that was a key, a paste that will never end."""
        silence = now - self._heard
        pieces: list[Piece] = []
        if self._paste is not None:
            if silence < PASTE_PATIENCE:
                return []
            self._keep(self._held, pieces)
            self._toggle(pieces)
        elif silence < self.escape_delay:
            return []
        elif self._held == ESCAPE:
            pieces.append(Escaped())
        # Any longer beginning of a marker is what is left of a cut sequence: no key, no text.
        self._held = ""
        self.waiting = False
        return pieces

    def _keep(self, text: str, pieces: list[Piece]) -> None:
        if self._paste is None:
            pieces.append(Typed(text))
        elif sum(map(len, self._paste)) < LONGEST_PASTE:
            self._paste.append(text)

    def _toggle(self, pieces: list[Piece]) -> None:
        if self._paste is None:
            self._paste = []
        else:
            pieces.append(Pasted("".join(self._paste)[:LONGEST_PASTE]))
            self._paste = None


class _Decoder:
    """UTF-8 in any portions; what isn't UTF-8 becomes U+FFFD."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")("replace")

    def __call__(self, data: bytes) -> str:
        return self._decoder.decode(data)


def _without_beginning_of(marker: str, text: str) -> tuple[str, str]:
    """The text, and the end of it that may be the beginning of the marker."""
    for length in range(min(len(marker) - 1, len(text)), 0, -1):
        if text.endswith(marker[:length]):
            return text[:-length], text[-length:]
    return text, ""
