"""The looks: dark, light, and one of high contrast for beamers. Only theme variables are named elsewhere."""

from collections.abc import Mapping

from textual.theme import Theme

DARK, LIGHT, CONTRAST, PLAIN = "intervisie-donker", "intervisie-licht", "intervisie-contrast", "ansi-dark"

THEMES = (
    Theme(
        name=DARK,
        primary="#7fb3c8",
        secondary="#9db28f",
        accent="#e0b873",
        warning="#e8a04c",
        error="#e5786d",
        success="#9cc98a",
        foreground="#dfe3e6",
        background="#15191c",
        surface="#1e2428",
        panel="#2a3238",
        dark=True,
    ),
    Theme(
        name=LIGHT,
        primary="#1f5f7a",
        secondary="#4d6b3c",
        accent="#8a4b00",
        warning="#9a4a00",
        error="#a8231a",
        success="#2c6a2e",
        foreground="#1c2226",
        background="#fbfaf7",
        surface="#efede7",
        panel="#e2dfd6",
        dark=False,
    ),
    Theme(
        name=CONTRAST,
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffff00",
        warning="#ffff00",
        error="#ff6060",
        success="#80ff80",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#333333",
        dark=True,
        variables={"text-muted": "#ffffff", "border-blurred": "#ffffff"},
    ),
)

_BY_SETTING = {"donker": DARK, "licht": LIGHT, "contrast": CONTRAST}


def chosen(setting: str, environ: Mapping[str, str], colours: int) -> str:
    """The theme by the setting. A terminal without colours, or with 16, gets its own colours instead of ours."""
    if environ.get("NO_COLOR") or colours <= 16:
        return "ansi-light" if setting == "licht" else PLAIN
    return _BY_SETTING.get(setting, DARK)


def following(theme: str) -> str:
    """The next theme for whoever tries them one after the other: within our own, or within those of the terminal."""
    rows = ((DARK, LIGHT, CONTRAST), (PLAIN, "ansi-light"))
    row = next((row for row in rows if theme in row), rows[0])
    return row[(row.index(theme) + 1) % len(row)] if theme in row else DARK
