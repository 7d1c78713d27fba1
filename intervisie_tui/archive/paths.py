"""Every path of the program, in one place (platformdirs, so the XDG variables are respected)."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from intervisie_tui.locale import _

APP = "intervisie"

Shelf: TypeAlias = Callable[[], Path]
"""Where transcripts of a sort lie; asked for each time, since the folder need not be there yet."""


class Unusable(Exception):
    """A folder or file that cannot be used; `reason` says why, for a person, and names no words of a meeting."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def config_folder() -> Path:
    """Where the user's settings and methods lie: `~/.config/intervisie`."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def data_folder() -> Path:
    """Where transcripts lie: `~/.local/share/intervisie`."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def settings_file() -> Path:
    """The user's settings; it need not be there."""
    return config_folder() / "settings.toml"


def user_methods_folder() -> Path:
    """The user's own methods; it need not be there."""
    return config_folder() / "methods"


def user_scenarios_folder() -> Path:
    """The user's own practice cases; it need not be there."""
    return config_folder() / "scenarios"


def meetings_folder() -> Path:
    """One transcript per meeting, with its side files."""
    return data_folder() / "meetings"


def practice_folder() -> Path:
    """One transcript per practice run, apart from those of real meetings."""
    return data_folder() / "practice"


def groups_folder() -> Path:
    """One file per group, with its lock."""
    return data_folder() / "groups"


def preparations_folder() -> Path:
    """What somebody prepared alone, a file each."""
    return data_folder() / "preparations"


def private_folder(path: Path) -> Path:
    """The folder, made where it is missing, each level for its owner alone (0700) under any umask.

    Raises Unusable when it is no folder of the user's own that nobody else can write in, OSError when it can't be made.
    """
    _make(path)
    try:
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except NotADirectoryError:
        raise Unusable(_("{path} is geen map (of een koppeling naar een andere plek).").format(path=path)) from None
    try:
        info = os.fstat(fd)
    finally:
        os.close(fd)
    if info.st_uid != os.geteuid():
        raise Unusable(_("De map {path} is van iemand anders.").format(path=path))
    if info.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise Unusable(_("In de map {path} kunnen anderen schrijven. Maak hem privé met chmod 700.").format(path=path))
    return path


def _make(path: Path) -> None:
    """One mkdir a level: makedirs gives only the last level the mode that is asked for."""
    if path.exists() or path.is_symlink():
        return
    _make(path.parent)
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        return  # another instance was first; the check that follows decides
