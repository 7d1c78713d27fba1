"""Translations. The texts in the code are Dutch and are themselves the keys; English has a catalogue.

So the default language reads no file and can miss no text; a test fails on a text that English lacks.
Dutch has no catalogue: a text without a translation is the Dutch one.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import GNUTranslations

LANGUAGES = ("nl", "en")

_present: "GNUTranslations | None" = None


def choose(option: str | None, setting: str, environ: Mapping[str, str]) -> str:
    """One of `LANGUAGES`: that of the option `--lang`, else of the settings file, else of the locale, else Dutch.

    Of the locale's variables the first that is set decides, as POSIX has it. An English locale gives English and every
    other one Dutch: whoever starts a Dutch program with the locale `C` over SSH did not ask for English.
    """
    for wanted in (option, setting):
        if wanted in LANGUAGES:
            return wanted
    named = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "en" if named.lower().startswith("en") else "nl"


def use(language: str) -> None:
    """Speak this language from now on; one that has no catalogue is spoken in Dutch."""
    global _present
    catalogue = Path(__file__).parent / language / "LC_MESSAGES" / "intervisie.mo"
    if language == "nl" or not catalogue.is_file():
        _present = None
    else:
        from gettext import GNUTranslations

        with catalogue.open("rb") as file:
            _present = GNUTranslations(file)


def _(message: str) -> str:
    return message if _present is None else _present.gettext(message)


def ngettext(one: str, more: str, n: int) -> str:
    """The form that goes with `n`; `n` itself is put in by the caller, with `.format(n=n)`."""
    if _present is None:
        return one if n == 1 else more
    return _present.ngettext(one, more, n)
