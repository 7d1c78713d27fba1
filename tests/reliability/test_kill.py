"""Kill -9 at random moments of typing: what the screen called saved is in the file. `make soak` does it 1,000 times.

Here 100 kills, in portions that two workers can share.
"""

import pytest

from tests.reliability.killing import Killed, in_parallel

KILLS = 25
SENTENCES = 3
MAY_BE_LOST = 12
"""Characters of a sentence that is being typed, at 25 a second."""


@pytest.mark.parametrize("seed", [1_000, 2_000, 3_000, 4_000])
def test_what_the_screen_called_saved_is_in_the_file(seed: int) -> None:
    runs = [one for one in in_parallel(KILLS, seed, 2) if isinstance(one, Killed)]
    assert [one.wrong for one in runs if one.wrong] == []
    assert sum(one.acknowledged for one in runs) > KILLS // 5  # or it has proved nothing


@pytest.mark.parametrize("seed", [5_000, 6_000])
def test_hardly_anything_of_a_sentence_being_typed_is_lost(seed: int) -> None:
    lost = in_parallel(SENTENCES, seed, SENTENCES, "lost_of_half_typed")
    assert all(isinstance(one, int) and 0 <= one <= MAY_BE_LOST for one in lost), lost
