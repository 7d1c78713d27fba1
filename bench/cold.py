"""A start when nothing of it is in memory, as after the machine was started: reported beside bare Textual."""

import os
import statistics
import sys
import sysconfig
from pathlib import Path

import intervisie_tui
from bench.line import Line
from bench.measures import BARE, OURS, Figure, home


def starting_cold(runs: int) -> list[Figure]:
    """To the first words, in turns, each after the page cache has been asked to let go of Python and all packages."""
    seconds: dict[str, list[float]] = {"bare": [], "Home": []}
    for _ in range(runs):
        for name, command, words in (("bare", BARE, "ready"), ("Home", OURS, "Beginnen")):
            with home() as folder:
                forget()
                with Line(command, folder) as line:
                    seconds[name].append(line.until(words) - line.began)
    ours, bare = statistics.median(seconds["Home"]), statistics.median(seconds["bare"])
    return [Figure("start to Home, page cache cold", ours, bare, 1.0, "s")]


def forget() -> None:
    """Ask the kernel to let go of what it has read of these files: of all that it has written back (as `fincore`
    shows), but for what another program has mapped.
    """
    os.sync()
    folders = {sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    packages = Path(intervisie_tui.__file__).parent
    for folder in (*map(Path, folders), packages, packages.parent / "methods", Path(sys.executable).resolve().parent):
        for path in folder.rglob("*"):
            if path.is_file():
                fd = os.open(path, os.O_RDONLY)
                os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(fd)
