"""Acts: everything that a key can do, each declared once.

The key line, the help, the list of acts and the check of the user's own keys are all made from these declarations.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct
from textual import events
from textual.keys import Keys

from intervisie_tui.locale import _

Desk = TypeVar("Desk")

FORBIDDEN = ("ctrl+a", "ctrl+b", "ctrl+c", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+s", "ctrl+z", "escape")
"""Keys that a multiplexer, a terminal or SSH keeps for itself, or that come too late."""

TAKEN_IN_FIELDS = (
    *("space", "enter", "backspace", "delete", "left", "right", "up", "down", "home", "end"),
    *("ctrl+d", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+v", "ctrl+w", "ctrl+x", "ctrl+y"),
)
"""Keys that a text field has its own use for."""


def N_(message: str) -> str:
    """Marks a text for the catalogues that is translated where it is shown."""
    return message


class Act(Struct, Generic[Desk], frozen=True):
    """One thing that a key does on one kind of screen.

    `keys` are single characters, or Textual's names (pagedown, space). `label` and `help` are untranslated.
    `why_not` says in words why it cannot be done now, "" when it can; None hides it where it has no meaning at all.
    `typing`: works in a text field too, so it has at least one key that is not a plain character.
    `label_typing`: what it is called there, also for Enter, which the field itself handles.
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
    "ctrl+g": "Ctrl+G",
    "ctrl+q": "Ctrl+Q",
    "ctrl+p": "Ctrl+P",
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
    "home": "Home",
    "end": "End",
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
    """The acts of a screen by key; sound keys of the user's own stand in place of the usual ones."""

    def __init__(self, acts: Sequence[Act[Desk]], own: Mapping[str, str]) -> None:
        self.acts = tuple(acts)
        self._keys, _faults = _chosen_keys(acts, own)

    def keys(self, act: Act[Desk]) -> tuple[str, ...]:
        """The keys of an act."""
        return self._keys[act.id]

    def matching(self, key: str, typing: bool) -> Iterator[Act[Desk]]:
        """The acts of a key, in a text field those that work there. Some share one and never apply together."""
        return (act for act in self.acts if key in self._keys[act.id] and (act.typing or not typing))

    def shown(self, act: Act[Desk], typing: bool = False) -> str:
        """The key of an act as people read it, in a text field one that works there; a row of figures as "1–9"."""
        keys = self._keys[act.id]
        first, *more = [key for key in keys if len(key) > 1] or keys if typing and act.typing else keys
        return f"{first}–{more[-1]}" if len(more) > 3 else key_name(first)

    def shown_of(self, act_id: str) -> str:
        """The key of the act with this id, for a sentence that names it."""
        return next(self.shown(act) for act in self.acts if act.id == act_id)


def clashes(own: Mapping[str, str], *screens: Sequence[Act[Any]]) -> list[str]:
    """What is wrong with the user's own keys, each in a sentence that names the acts. Those keys are not used.

    Each of the screens is a world of its own: the same key may stand for something else on the next.
    """
    known = dict.fromkeys(act.id for acts in screens for act in acts)
    strangers = [
        _("Toetsen: {id} is geen handeling. Bestaande: {ids}.").format(id=repr(id_), ids=", ".join(known))
        for id_ in own
        if id_ not in known
    ]
    return list(dict.fromkeys([*strangers, *(fault for acts in screens for fault in _chosen_keys(acts, own)[1])]))


def _chosen_keys(acts: Sequence[Act[Desk]], own: Mapping[str, str]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The keys of each act by id, and what is wrong with those of the user; a faulty one leaves the standing keys."""
    standing: dict[str, tuple[str, ...]] = {}
    typing: dict[str, bool] = {}
    for act in acts:
        standing.setdefault(act.id, act.keys)
        typing[act.id] = typing.get(act.id, False) or act.typing
    wanted = {id_: tuple(own[id_].split()) for id_ in standing if own.get(id_, "").split()}
    mine = {id_: keys for id_, keys in wanted.items() if keys != standing[id_]}
    faults = []
    for id_ in tuple(mine):
        wrong = _unfit(id_, mine[id_], typing[id_])
        if wrong:
            faults.append(wrong)
            del mine[id_]
    while (clash := _first_clash(standing, mine)) is not None:
        key, id_, other = clash
        faults.append(_("Toetsen: {key} staat voor {one} en voor {two}.").format(key=key, one=other, two=id_))
        del mine[id_]
    return standing | mine, faults


def _unfit(id_: str, keys: tuple[str, ...], typing: bool) -> str:
    """Why these keys cannot be given to an act; empty when they can."""
    for key in keys:
        if key in FORBIDDEN:
            return _("Toetsen: {key} komt niet altijd aan; kies een andere voor {id}.").format(key=key, id=id_)
        if len(key) > 1 and key not in NAMES and key not in set(Keys):
            return _("Toetsen: {key} is geen toets; kies een andere voor {id}.").format(key=repr(key), id=id_)
    if typing and all(len(key) == 1 or key in TAKEN_IN_FIELDS for key in keys):
        return _("Toetsen: {key} werkt niet tijdens het typen; kies voor {id} een toets die geen letter is.").format(
            key=key_name(keys[0]), id=id_
        )
    return ""


def _first_clash(
    standing: Mapping[str, tuple[str, ...]], mine: Mapping[str, tuple[str, ...]]
) -> tuple[str, str, str] | None:
    """A key of the user's that another act has too: the key, their act, the other one."""
    now = {**standing, **mine}
    for id_, keys in reversed(tuple(mine.items())):
        for other, taken in now.items():
            for key in keys:
                if other != id_ and key in taken:
                    return key, id_, other
    return None
