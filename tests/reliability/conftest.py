"""All of this folder is long: it starts the real program a few hundred times."""

from pathlib import Path

import pytest

from tests.reliability.damage import start_costs
from tests.reliability.room import furnished


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.long)


@pytest.fixture(scope="session")
def usual(tmp_path_factory: pytest.TempPathFactory) -> float:
    """What a start costs where no file is damaged: seconds of processor time."""
    home = tmp_path_factory.mktemp("usual")
    furnished(home)
    return start_costs(home)
