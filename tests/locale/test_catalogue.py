"""The English catalogue has every text of the code, and no other. `make catalogues` brings new texts into it."""

import re
import string

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.locale.update import PACKAGE, texts_of_the_code, updated

SOURCE = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "intervisie.po"


def placeholders(text: str) -> list[str]:
    """What str.format, or argparse with %, puts into a text."""
    try:
        fields = [name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None]
    except ValueError:
        fields = ["not for str.format"]
    return sorted(fields + re.findall(r"%(?:\(\w+\))?[srd]", text))


@pytest.fixture(scope="module")
def english() -> Catalog:
    with SOURCE.open("rb") as file:
        return read_po(file, locale="en", abort_invalid=True)


def messages(catalogue: Catalog) -> list[Message]:
    """All but the header."""
    return [message for message in catalogue if message.id]


def forms(message: Message) -> list[tuple[str, str]]:
    """Pairs of a Dutch and an English text."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return list(zip(message.id, message.string or (), strict=True))


def test_every_text_of_the_code_stands_in_the_catalogue(english: Catalog) -> None:
    missing = [forms[0] for forms in texts_of_the_code() if forms[0] not in english]
    assert not missing, "run `make catalogues` and translate these"


def test_every_text_in_the_catalogue_is_translated_and_looked_over(english: Catalog) -> None:
    lacking = [m.id for m in messages(english) if m.fuzzy or not all(text.strip() for _key, text in forms(m))]
    assert not lacking


def test_the_catalogue_has_no_text_that_the_code_lost(english: Catalog) -> None:
    code = {forms[0] for forms in texts_of_the_code()}
    keys = [message.id if isinstance(message.id, str) else message.id[0] for message in messages(english)]
    assert [key for key in keys if key not in code] == []
    assert list(english.obsolete) == []


def test_a_translation_has_the_placeholders_of_its_text(english: Catalog) -> None:
    differing = [
        (key, text)
        for message in messages(english)
        for key, text in forms(message)
        if text and placeholders(key) != placeholders(text)
    ]
    assert not differing


def test_a_translation_keeps_the_blanks_and_line_ends_around_a_text(english: Catalog) -> None:
    def around(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    differing = [
        (key, text)
        for message in messages(english)
        for key, text in forms(message)
        if text and around(key) != around(text)
    ]
    assert not differing


def test_a_text_is_marked_with_one_plural_or_with_none() -> None:
    keys = [forms[0] for forms in texts_of_the_code()]
    assert sorted(keys) == sorted(set(keys))


def test_bringing_a_catalogue_up_to_date_twice_changes_it_once() -> None:
    once = updated(SOURCE.read_text("utf-8"), "en")
    assert updated(once, "en") == once
