"""The table of remedies is true: each stands in the code once, and in the page with the test that guards it.

That the tests miss them when they are switched off is what `python -m tests.reliability.remedies` shows.
"""

import pytest

from tests.reliability.remedies import REMEDIES, Remedy
from tests.terminal.ptysession import ROOT


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.name)
def test_a_remedy_is_in_the_code_and_in_the_page(remedy: Remedy) -> None:
    for module, there, _instead in remedy.edits:
        source = (ROOT / "intervisie_tui" / module).read_text("utf-8")
        assert source.count(there) == 1, f"{module} has changed: mend tests/reliability/remedies.py"
    page = (ROOT / "docs" / "RELIABILITY.md").read_text("utf-8")
    assert f"| {remedy.name} | {remedy.where} | `{remedy.test}` |" in page
