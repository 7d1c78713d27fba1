"""A clock for each story."""

import pytest

from tests.builders import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()
