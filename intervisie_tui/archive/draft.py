"""What is typed and not yet entered; kept in a side file, so that a crash loses none of it."""

from datetime import datetime

from intervisie_tui.meeting.model import Clock
from intervisie_tui.method.model import Value


class Draft(Value, frozen=True, kw_only=True):
    """Half-typed texts by the key of their field, and the clock at that moment (settled; nothing running)."""

    texts: dict[str, str]
    clock: Clock
    saved: datetime
