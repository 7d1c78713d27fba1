"""Acts: everything that a key can do, each declared once.

The key line, the help, the list of acts and the check of the user's own keys are all made from these declarations.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events

from intervisie_tui.locale import _

Desk = TypeVar("Desk")

FORBIDDEN = ("ctrl+a", "ctrl+b", "ctrl+c", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+s", "ctrl+z", "escape")
"""Keys that a multiplexer, a terminal or SSH keeps for itself, or that come too late."""


def N_(message: str) -> str:
    """Marks a text for the catalogues that is translated where it is shown."""
    return message


@dataclass(frozen=True)
class Act(Generic[Desk]):
    """One thing that a key does on one kind of screen.

    `keys` are single characters, or Textual's names (pagedown, space). `label` and `help` are untranslated.
    `why_not` says in words why it cannot be done now, "" when it can; None hides it where it has no meaning at all.
    `typing`: works in a text field too, so it is never a plain character. `label_typing`: what it is called there,
    also for Enter, which the field itself handles.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    run: Callable[[Desk, str], object]  # is told which of its keys it was
    why_not: Callable[[Desk], str | None] = lambda desk: ""
    typing: bool = False
    prominent: bool = False  # stands in the key line
    label_typing: str = ""


NAMES = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "space": N_("spatie"),
    "enter": "Enter",
    "tab": "Tab",
    "ctrl+q": "Ctrl+Q",
    "ctrl+p": "Ctrl+P",
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
}


def key_name(key: str) -> str:
    """A key as it is shown."""
    return _(NAMES[key]) if key in NAMES else key


def token(event: events.Key) -> str:
    """The name under which acts know this key: the character itself where it is printable, but `space` by name."""
    if event.is_printable and event.character and event.character != " ":
        return event.character
    return event.key


class Keymap(Generic[Desk]):
    """The acts of a screen by key, with the user's own keys in place of the standing ones."""

    def __init__(self, acts: Sequence[Act[Desk]], own: Mapping[str, str]) -> None:
        self.acts = tuple(acts)
        self._keys = {act.id: _own_keys(own.get(act.id, "")) or act.keys for act in acts}

    def keys(self, act: Act[Desk]) -> tuple[str, ...]:
        """The keys of an act."""
        return self._keys[act.id]

    def matching(self, key: str, typing: bool) -> Iterator[Act[Desk]]:
        """The acts of a key, in a text field those that work there. Some share one and never apply together."""
        return (act for act in self.acts if key in self._keys[act.id] and (act.typing or not typing))

    def shown(self, act: Act[Desk]) -> str:
        """The key of an act as people read it; a row of figures as "1–9"."""
        first, *more = self._keys[act.id]
        return f"{first}–{more[-1]}" if len(more) > 2 else key_name(first)


def _own_keys(setting: str) -> tuple[str, ...]:
    return tuple(setting.split())


def clashes(acts: Iterable[Act[Desk]], own: Mapping[str, str]) -> list[str]:
    """What is wrong with the user's own keys, each in a sentence that names the acts."""
    known = {act.id: act for act in acts}
    faults = [
        _("Toetsen: {id} is geen handeling. Bestaande: {ids}.").format(id=repr(id_), ids=", ".join(known))
        for id_ in own
        if id_ not in known
    ]
    taken: dict[str, str] = {}
    for act in known.values():
        for key in _own_keys(own.get(act.id, "")) or act.keys:
            if key in FORBIDDEN and act.id in own:
                faults.append(
                    _("Toetsen: {key} komt niet altijd aan; kies een andere voor {id}.").format(key=key, id=act.id)
                )
            if key in taken and (act.id in own or taken[key] in own):
                faults.append(
                    _("Toetsen: {key} staat voor {one} en voor {two}.").format(key=key, one=taken[key], two=act.id)
                )
            taken[key] = act.id
    return faults
