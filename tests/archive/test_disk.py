"""Each call of a save fails in turn, with each error: the old file stays whole, nothing is left, the error is told."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from intervisie_tui.archive import disk
from intervisie_tui.archive.disk import explain, read_own, remove_durably, sweep, write_durably
from intervisie_tui.archive.paths import Unusable, meetings_folder, private_folder

ERRORS = [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES, errno.EMFILE]
CALLS = ("open", "write", "fsync", "close", "replace")


class Faults:
    """Counts the calls of `os` that a save makes and fails the one whose turn it is."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fail_at: int = 0, code: int = errno.EIO) -> None:
        self.made: list[str] = []
        self._fail_at, self._code = fail_at, code
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            self.made.append(name)
            if len(self.made) == self._fail_at:
                if name == "close":
                    real(*args, **kwargs)  # a close that fails has closed
                raise OSError(self._code, os.strerror(self._code))
            return real(*args, **kwargs)

        return call


@pytest.fixture
def folder() -> Path:
    return private_folder(meetings_folder())


def test_a_save_goes_in_the_order_that_survives_a_power_cut(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        faults = Faults(patch)
        write_durably(folder, "a.toml", b"nieuw")
    assert faults.made == ["open", "open", "write", "fsync", "close", "replace", "fsync", "close"]


@pytest.mark.parametrize("code", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize("call", range(1, 8))
def test_whichever_call_fails_the_file_is_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: int, code: int
) -> None:
    write_durably(folder, "a.toml", b"oud")
    with monkeypatch.context() as patch:
        Faults(patch, call, code)
        with pytest.raises(OSError, match=os.strerror(code)):
            write_durably(folder, "a.toml", b"nieuw")
    assert (folder / "a.toml").read_bytes() == (b"oud" if call < 7 else b"nieuw")
    assert [path.name for path in folder.iterdir()] == ["a.toml"]
    write_durably(folder, "a.toml", b"opnieuw")
    assert (folder / "a.toml").read_bytes() == b"opnieuw"


def test_a_disk_that_takes_a_little_at_a_time_gets_it_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda fd, data: real(fd, bytes(data)[:3]))
        write_durably(folder, "a.toml", b"een langere tekst")
    assert (folder / "a.toml").read_bytes() == b"een langere tekst"


def test_a_file_system_that_cannot_sync_folders_can_still_be_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        Faults(patch, 7, errno.EINVAL)
        write_durably(folder, "a.toml", b"nieuw")
    assert (folder / "a.toml").read_bytes() == b"nieuw"


@pytest.mark.parametrize("umask", [0o000, 0o002, 0o022, 0o027, 0o077], ids=oct)
def test_under_any_umask_files_and_folders_are_private(umask: int) -> None:
    before = os.umask(umask)
    try:
        folder = private_folder(meetings_folder())
        write_durably(folder, "a.toml", b"woorden")
    finally:
        os.umask(before)
    assert (folder / "a.toml").stat().st_mode & 0o777 == 0o600
    assert [path.stat().st_mode & 0o777 for path in (folder, folder.parent, folder.parent.parent)] == [0o700] * 3


def test_a_planted_link_is_replaced_and_not_followed(folder: Path, tmp_path: Path) -> None:
    victim = tmp_path / "ander"
    victim.write_text("van een ander")
    (folder / "a.toml").symlink_to(victim)
    write_durably(folder, "a.toml", b"nieuw")
    assert victim.read_text() == "van een ander"
    assert not (folder / "a.toml").is_symlink()


def test_removing_is_quiet_about_what_is_gone(folder: Path) -> None:
    write_durably(folder, "a.toml", b"x")
    remove_durably(folder, "a.toml")
    remove_durably(folder, "a.toml")
    assert not list(folder.iterdir())


def test_sweeping_takes_the_leftovers_of_one_file_only(folder: Path) -> None:
    for name in (".a.toml.tmp-1", ".b.toml.tmp-1", "a.toml"):
        (folder / name).touch()
    sweep(folder, "a.toml")
    assert {path.name for path in folder.iterdir()} == {".b.toml.tmp-1", "a.toml"}


def test_a_pipe_does_not_hang_the_reader(folder: Path) -> None:
    os.mkfifo(folder / "a.toml")
    with pytest.raises(Unusable, match="geen gewoon bestand"):
        read_own(folder / "a.toml")


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "echt").write_text("x")
    (folder / "a.toml").symlink_to(tmp_path / "echt")
    with pytest.raises(Unusable, match="koppeling"):
        read_own(folder / "a.toml")


def test_a_folder_in_the_place_of_a_file_is_refused(folder: Path) -> None:
    (folder / "a.toml").mkdir()
    with pytest.raises(Unusable, match="geen gewoon bestand"):
        read_own(folder / "a.toml")


def test_a_huge_file_is_refused(folder: Path) -> None:
    with (folder / "a.toml").open("wb") as file:
        file.truncate(disk.LARGEST + 1)
    with pytest.raises(Unusable, match="te groot"):
        read_own(folder / "a.toml")


def test_the_file_of_another_user_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.toml").touch()
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with pytest.raises(Unusable, match="iemand anders"):
        read_own(folder / "a.toml")


@pytest.mark.parametrize("code", [*ERRORS, errno.EPERM, errno.ENFILE, errno.ENOENT, errno.EBADF])
def test_every_error_of_the_disk_has_a_sentence(code: int) -> None:
    assert explain(OSError(code, "No space left on device")).endswith(".")
    assert "device" not in explain(OSError(code, "No space left on device"))
