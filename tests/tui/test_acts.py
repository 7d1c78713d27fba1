"""Keys: each act declared once, the user's own keys, and what is said of those that cannot work."""

import pytest

from intervisie_tui.tui.acts import FORBIDDEN, Keymap, clashes
from intervisie_tui.tui.step_acts import ACTS

BY_ID = {act.id: act for act in ACTS}


def keys_of(act: str, own: dict[str, str]) -> tuple[str, ...]:
    keymap: Keymap[object] = Keymap(ACTS, own)  # type: ignore[arg-type]  # only the keys are looked at
    return keymap.keys(BY_ID[act])  # type: ignore[arg-type]


def test_every_act_has_its_own_id_a_label_a_help_and_a_key_that_always_arrives() -> None:
    assert len(BY_ID) == len(ACTS)
    for act in ACTS:
        assert act.keys and act.label and act.help, act.id
        assert act.keys[0] not in FORBIDDEN, act.id


def test_an_act_that_works_while_typing_has_a_key_that_a_field_leaves_alone() -> None:
    for act in ACTS:
        if act.typing:
            assert any(len(key) > 1 for key in act.keys), act.id


def test_the_standing_keys_are_without_fault() -> None:
    assert clashes({}, ACTS) == []
    assert clashes({act.id: " ".join(act.keys) for act in ACTS}, ACTS) == []


def test_own_keys_take_the_place_of_the_standing_ones() -> None:
    own = {"pass": "ctrl+l", "pause": "= f5", "show": "!"}
    assert clashes(own, ACTS) == []
    assert keys_of("pass", own) == ("ctrl+l",)
    assert keys_of("pause", own) == ("=", "f5")


def test_two_acts_may_change_keys_with_each_other() -> None:
    own = {"pass": "l", "later": "p"}
    assert clashes(own, ACTS) == []
    assert (keys_of("pass", own), keys_of("later", own)) == (("l",), ("p",))


def test_a_clash_names_both_acts_and_leaves_the_standing_key() -> None:
    (fault,) = clashes({"pass": "x"}, ACTS)
    assert "x staat voor strike en voor pass" in fault
    assert keys_of("pass", {"pass": "x"}) == ("p",)
    assert keys_of("strike", {"pass": "x"}) == ("x",)


def test_of_two_own_keys_that_are_the_same_one_is_told_and_left_out() -> None:
    own = {"pass": "!", "later": "!"}
    (fault,) = clashes(own, ACTS)
    assert "pass" in fault and "later" in fault
    assert {keys_of("pass", own), keys_of("later", own)} == {("!",), ("l",)}


@pytest.mark.parametrize("key", FORBIDDEN)
def test_a_key_that_does_not_always_arrive_is_refused(key: str) -> None:
    (fault,) = clashes({"pass": key}, ACTS)
    assert key in fault and "pass" in fault
    assert keys_of("pass", {"pass": key}) == ("p",)


@pytest.mark.parametrize("own", ["n", "space", "enter", "left ö"])
def test_an_act_that_works_while_typing_is_not_given_a_key_that_types(own: str) -> None:
    (fault,) = clashes({"on": own}, ACTS)
    assert "tijdens het typen" in fault and "on" in fault
    assert keys_of("on", {"on": own}) == ("pagedown",)


def test_beside_a_key_that_does_not_type_a_letter_is_welcome() -> None:
    assert clashes({"on": "pagedown !"}, ACTS) == []
    assert keys_of("on", {"on": "pagedown !"}) == ("pagedown", "!")


def test_a_key_that_does_not_exist_and_an_act_that_does_not_are_told() -> None:
    (no_key,) = clashes({"pass": "pagedwon"}, ACTS)
    assert "'pagedwon' is geen toets" in no_key
    (no_act,) = clashes({"dansen": "!"}, ACTS)
    assert "'dansen' is geen handeling" in no_act and "pass" in no_act


def test_one_fault_costs_only_that_key() -> None:
    own = {"pass": "x", "later": "!"}
    assert len(clashes(own, ACTS)) == 1
    assert keys_of("later", own) == ("!",)
