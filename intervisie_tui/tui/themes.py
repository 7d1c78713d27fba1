"""The looks: dark, light, and one of high contrast for beamers. Only theme variables are named elsewhere."""

from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES, Theme

DARK, LIGHT, CONTRAST, TERMINAL = (f"intervisie-{name}" for name in ("donker", "licht", "contrast", "terminal"))

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
        variables={"text-muted": "#93a0a8", "border-blurred": "#46525a"},
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
        variables={"text-muted": "#5d666b", "border-blurred": "#b9b4a6"},
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
    Theme(  # the terminal's own colours, for 16 of them or none; right on dark and on light
        name=TERMINAL,
        primary="ansi_blue",
        secondary="ansi_cyan",
        accent="ansi_magenta",
        warning="ansi_red",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables=BUILTIN_THEMES["ansi-dark"].variables
        | {
            "border-blurred": "ansi_bright_black",
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
            "scrollbar": "ansi_bright_black",
            "scrollbar-background": "ansi_default",
        },
        ansi=True,
    ),
)

_BY_SETTING = {"donker": DARK, "licht": LIGHT, "contrast": CONTRAST}


def without_colour(environ: Mapping[str, str]) -> bool:
    """Whether the user wants no colours (no-color.org)."""
    return bool(environ.get("NO_COLOR"))


def chosen(setting: str, environ: Mapping[str, str], colours: int) -> str:
    """The theme by the setting. A terminal with 16 colours, or that wants none, gets its own instead of ours."""
    if without_colour(environ) or colours <= 16:
        return TERMINAL
    return _BY_SETTING.get(setting, DARK)


def following(theme: str) -> str:
    """The next of our themes, for whoever tries them; a terminal with few colours keeps its own."""
    order = (DARK, LIGHT, CONTRAST)
    return order[(order.index(theme) + 1) % len(order)] if theme in order else theme
