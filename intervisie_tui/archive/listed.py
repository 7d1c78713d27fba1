"""One meeting in a list: what may be told of it where everybody looks."""

from datetime import datetime

from msgspec import Struct


class Listed(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One meeting in a list. With a `fault` (a sentence) the file can't be read, and only `id` is known.

    `step` and `left` are of a meeting that has not ended: the present step, and the milliseconds that it still had when
    it was last saved; below zero it is over time.
    """

    id: str
    started: datetime | None = None
    ended: datetime | None = None
    method: str = ""
    variant: str = ""
    step: str = ""
    left: int = 0
    fault: str = ""
