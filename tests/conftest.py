"""What every test may count on: current catalogues, Dutch, and folders of its own instead of the developer's."""

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hatch_build import compile_catalogues
from intervisie_tui import locale

ROOT = Path(__file__).parent.parent


def pytest_sessionstart() -> None:
    """Editing a .po file is enough: no test ever sees a stale catalogue. And the same time zone on every machine."""
    compile_catalogues(ROOT)
    os.environ["TZ"] = "UTC"
    time.tzset()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole evenings first: they take longest, and at the end one processor would wait for the other."""
    items.sort(key=lambda item: "whole" not in item.path.parts)


def pytest_collection_finish() -> None:
    """What has been read by now stays; to search it for garbage again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 50)


@pytest.fixture(autouse=True)
def _own_world(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home", numbered=True)
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    locale.use("nl")
    yield
    locale.use("nl")
