"""What is written for people to read, and maybe to go on writing in: the files beside a meeting or a group."""

from itertools import count
from pathlib import Path

from intervisie_tui.archive.disk import explain, read_own, write_durably
from intervisie_tui.archive.paths import Unusable


def write_beside(folder: Path, stem: str, text: str) -> Path:
    """Write Markdown for its owner alone (0600), and say where: under `stem`, or what is free after it.

    A file that says something else stays as it is, since somebody may have written in it. The next is called
    `stem.2.md`, for `-2` is how a second meeting of the same minute is called. Raises Unusable with the reason.
    """
    data = text.encode()
    for number in count(1):
        path = folder / (f"{stem}.md" if number == 1 else f"{stem}.{number}.md")
        try:
            if not _is_there(path):
                write_durably(folder, path.name, data)
                return path
            if _says(path, data):
                return path
        except OSError as error:
            raise Unusable(explain(error)) from None
    raise AssertionError("the numbers have no end")


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _says(path: Path, data: bytes) -> bool:
    """Whether this is the user's own file with just this in it; no link is followed."""
    try:
        return read_own(path, len(data)) == data
    except Unusable:
        return False
