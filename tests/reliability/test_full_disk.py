"""A disk that is really full: a small tmpfs in a mount namespace of its own. No root needed, but such namespaces."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.room import prepared, room, said, transcript
from tests.terminal.ptysession import ROOT
from tests.whole.program import ENTER

INSIDE = "INTERVISIE_TEST_INSIDE"
NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")


def can_have_namespaces() -> bool:
    return shutil.which("unshare") is not None and subprocess.run([*NAMESPACE, "true"], check=False).returncode == 0


@pytest.mark.skipif(not can_have_namespaces(), reason="this machine lets nobody make a mount namespace")
def test_on_a_full_disk_the_words_stay_in_sight_and_are_saved_once_there_is_room(tmp_path: Path) -> None:
    done = subprocess.run(
        [*NAMESPACE, sys.executable, "-m", "tests.reliability.test_full_disk", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.endswith("saved again\n"), done.stdout + done.stderr


def on_a_full_disk(home: Path) -> None:
    data = prepared(home / "data")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k,mode=0700", "tmpfs", str(data)], check=True)
    with room(home) as session:
        session.say("Toen er ruimte was")
        session.see("Toen er ruimte was", "opgeslagen")
        before = transcript(home).read_bytes()
        with (data / "vulling").open("wb", buffering=0) as filling:
            try:
                while True:
                    filling.write(b"x" * 512)
            except OSError:
                pass
        session.press("Toen de schijf vol was", ENTER, "en half")
        session.see("niet opgeslagen: De schijf is vol.", "Toen de schijf vol was", "en half")
        assert transcript(home).read_bytes() == before
        (data / "vulling").unlink()
        session.until(lambda: "niet opgeslagen" not in session.flat and "opgeslagen" in session.flat)
        assert said(home) == ["Toen er ruimte was", "Toen de schijf vol was"]
        assert not [path for path in transcript(home).parent.iterdir() if ".tmp-" in path.name]
    print("saved again")


if __name__ == "__main__":
    on_a_full_disk(Path(sys.argv[1]))
