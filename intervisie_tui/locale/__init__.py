"""Translations. The texts in the code are Dutch and are themselves the keys; English has a catalogue.

So the default language reads no file and can miss no text; a test fails on a text that English lacks.
"""

from gettext import GNUTranslations, NullTranslations
from pathlib import Path

LANGUAGES = ("nl", "en")

_present: NullTranslations = NullTranslations()


def use(language: str) -> None:
    """Speak this language from now on; one that has no catalogue is spoken in Dutch."""
    global _present
    catalogue = Path(__file__).parent / language / "LC_MESSAGES" / "intervisie.mo"
    if language == "nl" or not catalogue.is_file():
        _present = NullTranslations()
    else:
        with catalogue.open("rb") as file:
            _present = GNUTranslations(file)


def _(message: str) -> str:
    return _present.gettext(message)


def ngettext(one: str, more: str, n: int) -> str:
    """The form that goes with `n`; `n` itself is put in by the caller, with `.format(n=n)`."""
    return _present.ngettext(one, more, n)
