"""A module that is imported when something of it is first asked for."""

import sys

import pytest

from intervisie_tui.tui.late import Late

NAME = "intervisie_tui.tui.late_text"


def test_it_is_imported_when_something_of_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    late = Late(NAME)
    assert NAME not in sys.modules
    assert late.table is sys.modules[NAME].table


def test_what_it_does_not_have_is_said_as_by_the_module_itself() -> None:
    with pytest.raises(AttributeError, match="no_such_thing"):
        _ = Late(NAME).no_such_thing
