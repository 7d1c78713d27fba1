"""Asking for texts in a dialog so that nothing typed is lost: what is refused, or left, is there the next time."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from intervisie_tui.tui.dialogs import Ask, HalfTyped
from intervisie_tui.tui.screens.base import ActScreen
from intervisie_tui.tui.sheets.base import FormField


class Remembered:
    """Half-typed texts by the key of their field, as long as the program runs."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def typed(self, key: str) -> str | None:
        """What is half-typed in a field; None where nothing is."""
        return self._texts.get(key)

    def typing(self, key: str, text: str | None) -> None:
        """The text of a field has changed; None once it has been taken."""
        if text is None:
            self._texts.pop(key, None)
        else:
            self._texts[key] = text


def ask(  # noqa: PLR0913  # what is asked, of whom, where it is kept, and what becomes of it
    desk: ActScreen[Any],
    half: HalfTyped,
    title: str,
    fields: Sequence[FormField],
    given: Callable[[Mapping[str, str]], object],
    *,
    text: str = "",
) -> None:
    """Ask for texts. `given` takes them by slot; where it raises `Refused`, the screen says why and nothing is lost."""

    def answered(texts: Mapping[str, str]) -> None:
        given(texts)
        for field in fields:
            half.typing(field.key, None)

    desk.open(Ask(title, fields, text, half), answered)


def field(key: str, label: str, text: str = "") -> FormField:
    """A field whose slot is the last piece of its key."""
    return FormField(key=key, slot=key.rpartition("/")[2], label=label, saved=text, initial=text)
