"""What the scenarios that come with the program owe to who practises with them, beyond that they can be read."""

from itertools import pairwise

import pytest

from intervisie_tui.method.catalogue import builtin_folder as methods_folder
from intervisie_tui.practice.scenarios import Script, builtin_folder, load_scenarios, methods_in

FOUND = load_scenarios([builtin_folder()], methods_in((methods_folder(),)))
BY_ID = [pytest.param(script, id=script.scenario.id) for script in FOUND.scripts]
BY_METHOD = ("balint-5", "balint-8")
AT_A_GLANCE = 130
"""Characters that fit into the strip of a screen of 80 × 24."""


def test_there_are_two_for_each_method_on_themes_of_their_own() -> None:
    assert not FOUND.faults
    methods = [script.method.id for script in FOUND.scripts]
    assert all(methods.count(method) >= 2 for method in BY_METHOD)
    themes = [script.scenario.theme for script in FOUND.scripts]
    assert len(set(themes)) == len(themes) >= 4


@pytest.mark.parametrize("method", BY_METHOD)
def test_every_pitfall_of_members_and_presenter_occurs_in_the_cases_of_its_method(method: str) -> None:
    scripts = [script for script in FOUND.scripts if script.method.id == method]
    met = {moment.pitfall for script in scripts for moment in script.scenario.moments}
    known = {p.title for script in scripts for p in script.method.pitfalls if p.role in ("member", "presenter")}
    assert known - met == set()


@pytest.mark.parametrize("script", BY_ID)
def test_moments_leave_clean_stretches_and_something_only_looks_wrong(script: Script) -> None:
    scenario = script.scenario
    assert 6 <= len(scenario.moments) <= 9
    assert scenario.asides
    spoilt = {(moment.step, moment.turn) for moment in scenario.moments}
    turns = {(say.step, say.who) for say in scenario.says}
    assert len(turns - spoilt) > 2 * len(spoilt & turns)


@pytest.mark.parametrize("script", BY_ID)
def test_every_moment_can_be_caught_in_more_than_a_breath_and_has_both_its_sequels(script: Script) -> None:
    for moment in script.scenario.moments:
        assert moment.seconds >= 14, moment.id
        assert moment.caught, moment.id
        assert len(moment.missed) >= 2, f"{moment.id}: what is missed spreads"
        for first, second in pairwise(moment.missed):
            assert first.after < second.after, moment.id


@pytest.mark.parametrize("script", BY_ID)
def test_what_is_said_aloud_can_be_read_in_passing(script: Script) -> None:
    scenario = script.scenario
    lines = [moment.says for moment in scenario.moments] + [aside.says for aside in scenario.asides]
    lines += [line.says for moment in scenario.moments for line in (*moment.caught, *moment.missed)]
    assert [line for line in lines if len(line) > AT_A_GLANCE] == []


@pytest.mark.parametrize("script", BY_ID)
def test_there_are_drills_of_a_minute_or_so(script: Script) -> None:
    drills = script.scenario.drills
    assert 2 <= len(drills) <= 3
    assert all(60 <= drill.seconds <= 90 for drill in drills)
