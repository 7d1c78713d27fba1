"""The user's own keys, checked against the acts of every screen."""

from collections.abc import Mapping

from intervisie_tui.tui.acts import clashes


def faults(own: Mapping[str, str]) -> list[str]:
    """What is wrong with them, each in a sentence. All screens are needed for that, so only whoever has any waits."""
    if not own:
        return []
    from intervisie_tui.tui.screens import group_acts, groups, home, prepare, setup_acts, summary
    from intervisie_tui.tui.step_acts import ACTS

    return clashes(own, ACTS, home.ACTS, groups.ACTS, group_acts.ACTS, setup_acts.ACTS, prepare.ACTS, summary.ACTS)
