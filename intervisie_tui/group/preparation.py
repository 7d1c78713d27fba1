"""What one person writes down alone before bringing a case: a form by method, and what of it goes into the meeting.

A source that wants only facts and a question told gets only those; what it evokes, what was tried and whether it is
practical or touches stays with who wrote it, unless the method asks for it.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import field
from msgspec.structs import replace

from intervisie_tui.locale import _
from intervisie_tui.method.model import Field, Method, Tell, Value
from intervisie_tui.method.text import clean, one_line

SCHEMA = 1
TITLE, EVOKES, TRIED, QUESTION, TOUCHES = "titel", "oproept", "geprobeerd", "vraag", "raakt"
"""Ids of the fields of the form that are ours; a method that has one of them by its id asks it in its own words."""
_FACTS = ("feiten", "casus")
"""What methods call the field for what happened: prepared for the one, it serves the other."""
_OF_SELF = r"(?i)\b(?:ik|mij|me|mijn|mezelf|I|my|myself)\b"


class Preparation(Value, frozen=True, kw_only=True):
    """One person's preparation of one case. `words` by id of the field; an empty field is not in it."""

    schema: int = SCHEMA
    id: str  # random, as in the file name
    group: str  # id of the group
    who: str  # id of the member
    method: str  # id of the method that it was written for
    changed: date
    words: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title line under which the case can be offered; empty where there is none."""
        return one_line(self.words.get(TITLE, ""))


def form(method: Method) -> tuple[Field, ...]:
    """The fields for this method: a title, what is told in it, then what is for oneself, the question last but one."""
    told = told_in(method)
    title = Field(id=TITLE, label=_("Titel"), hint=_("Eén regel waarmee je het kunt noemen"), optional=True)
    evokes = Field(id=EVOKES, label=_("Wat het bij mij oproept"), hint=_("Gevoelens en gedachten."), optional=True)
    tried = Field(id=TRIED, label=_("Wat ik al probeerde"), hint=_("En wat dat opleverde."), optional=True)
    asks = Field(id=QUESTION, label=_("Mijn vraag"), hint=_("Met ik erin: hoe kan ik, wat doe ik"), kind="question")
    choices = (_("praktisch: ik weet niet hoe ik het aanpak"), _("het raakt mij"), _("allebei"))
    touches = Field(id=TOUCHES, label=_("Praktisch, of raakt het mij"), optional=True, choices=choices)
    taken = {one.id for one in told}
    first, middle, last = (
        [one for one in own if one.id not in taken] for own in ((title,), (evokes, tried, asks), (touches,))
    )
    middle = sorted((*told, *middle), key=lambda one: one.kind == "question")
    return (*first, *middle, *last)


def told_in(method: Method) -> tuple[Field, ...]:
    """The fields that the presenter tells in the first step of a method."""
    return tuple(
        field
        for activity in method.steps[0].activities
        if isinstance(activity, Tell) and activity.by == "presenter"
        for field in activity.fields
    )


def written(preparation: Preparation, texts: Mapping[str, str], today: date) -> Preparation:
    """The preparation with these words in its fields; the other fields stay."""
    words = preparation.words | {key: clean(text) for key, text in texts.items()}
    words = {key: text for key, text in words.items() if text}
    return preparation if words == preparation.words else replace(preparation, words=words, changed=today)


def brought_in(preparation: Preparation, method: Method) -> dict[str, str]:
    """What goes into the meeting, by id of the field that is told in this method. Empty: nothing of it fits."""
    return dict(_fitting(preparation, told_in(method)))


def question_hint(text: str) -> str:
    """A quiet line where a question leaves out who asks it; empty where all is well or nothing is typed."""
    if not text.strip() or re.search(_OF_SELF, text):
        return ""
    return _("Gaat je vraag ook over jou? Probeer hem eens met ik erin: hoe kan ik …")


def _fitting(preparation: Preparation, told: tuple[Field, ...]) -> Iterator[tuple[str, str]]:
    for one in told:
        others = (QUESTION,) if one.kind == "question" else _FACTS if one.id in _FACTS else ()
        for key in (one.id, *others):
            if key in preparation.words:
                yield one.id, preparation.words[key]
                break
