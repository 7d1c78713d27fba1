"""The words by which texts say how they look."""

import pytest
from textual.app import App
from textual.style import Style

from intervisie_tui.tui.row import style_of
from intervisie_tui.tui.themes import THEMES
from intervisie_tui.tui.widgets.head import _LOOKS

WORDS = [
    "",
    "bold",
    "reverse",
    "italic",
    "dim $text-muted",
    "bold $primary",
    "bold $accent",
    "$text-muted",
    "$border-blurred",
    "$nowhere",
    "red",
    "not bold",
    "bold on $primary",
    "$primary $accent",
    "$primary 50%",
    *(look[0] for look in _LOOKS.values()),
]


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_they_mean_what_textual_takes_them_to_mean(theme: str) -> None:
    app: App[None] = App()
    for one in THEMES:
        app.register_theme(one)
    app.theme = theme
    async with app.run_test() as pilot:
        await pilot.pause()
        for words in WORDS:
            try:
                expected = Style.parse(words)
            except Exception:
                with pytest.raises(Exception):  # noqa: B017  # the same, whichever that is
                    style_of(words, app.theme_variables)
            else:
                assert style_of(words, app.theme_variables) == expected, words


def test_a_style_is_one_already() -> None:
    assert style_of(Style(bold=True), {}) == Style(bold=True)
