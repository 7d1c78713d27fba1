"""Reading a file of ours whole, or saying in words why not; and setting a damaged one aside."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from intervisie_tui.archive.disk import LARGEST, explain, read_own
from intervisie_tui.archive.paths import Unusable
from intervisie_tui.locale import _


class Damaged(Unusable):
    """A file that makes no sense. It is never overwritten; `path` is where it lies now."""

    def __init__(self, reason: str, path: Path) -> None:
        super().__init__(reason)
        self.path = path


def whole(path: Path, largest: int = LARGEST) -> bytes:
    """All of a file. Raises Unusable with a sentence that says why not."""
    try:
        return read_own(path, largest)
    except FileNotFoundError:
        raise Unusable(_("Dit bestand is er niet.")) from None
    except PermissionError:
        raise Unusable(_("Dit bestand mag je niet lezen.")) from None
    except OSError as error:
        raise Unusable(_("Dit bestand kan niet gelezen worden. {reason}").format(reason=explain(error))) from None


def set_aside(path: Path) -> Path:
    """Out of the way under a name that is free; where it can't be moved it stays, and nothing writes over it."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.name}.broken-{stamp}")
    if os.path.lexists(aside):
        return path
    with suppress(OSError):
        return path.rename(aside)
    return path
