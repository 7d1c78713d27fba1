"""The user's own keys are checked against every screen, each a world of its own."""

from intervisie_tui.tui import own_keys


def test_without_own_keys_there_is_nothing_to_say() -> None:
    assert own_keys.faults({}) == []


def test_an_act_of_any_screen_can_have_another_key() -> None:
    assert own_keys.faults({"pass": "!", "export": "w", "presenter": "y"}) == []


def test_a_name_that_no_screen_knows_is_told_once() -> None:
    (fault,) = own_keys.faults({"dansen": "!"})
    assert "'dansen'" in fault


def test_two_acts_of_one_screen_on_one_key_are_both_named() -> None:
    (fault,) = own_keys.faults({"pass": "l"})
    assert "pass" in fault and "later" in fault
