"""Which language is spoken, and that it is."""

import pytest

from intervisie_tui.locale import _, choose, ngettext, use


@pytest.mark.parametrize(
    ("option", "setting", "environ", "language"),
    [
        (None, "", {}, "nl"),
        ("en", "nl", {"LANG": "nl_NL.UTF-8"}, "en"),
        (None, "en", {"LANG": "nl_NL.UTF-8"}, "en"),
        (None, "nl", {"LANG": "en_GB.UTF-8"}, "nl"),
        (None, "", {"LANG": "en_GB.UTF-8"}, "en"),
        (None, "", {"LANG": "en_GB.UTF-8", "LC_ALL": "nl_BE.UTF-8"}, "nl"),
        (None, "", {"LANG": "nl_NL.UTF-8", "LC_MESSAGES": "en_US"}, "en"),
        (None, "", {"LC_ALL": "", "LANG": "en"}, "en"),
        (None, "", {"LANG": "C.UTF-8"}, "nl"),
        (None, "", {"LANG": "de_DE.UTF-8"}, "nl"),
        (None, "klingon", {}, "nl"),
    ],
)
def test_the_option_goes_before_the_settings_and_those_before_the_locale(
    option: str | None, setting: str, environ: dict[str, str], language: str
) -> None:
    assert choose(option, setting, environ) == language


def test_dutch_needs_no_catalogue() -> None:
    use("nl")
    assert _("toon de versie") == "toon de versie"
    assert [ngettext("{n} vraag", "{n} vragen", n).format(n=n) for n in (0, 1, 2)] == [
        "0 vragen",
        "1 vraag",
        "2 vragen",
    ]


def test_english_comes_from_its_catalogue_and_dutch_comes_back() -> None:
    use("en")
    assert _("toon de versie") == "show the version"
    use("nl")
    assert _("toon de versie") == "toon de versie"
