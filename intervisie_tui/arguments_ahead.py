"""What has to be known of the command line before it is parsed: parsing is dear, and must speak a language."""

_WITH_A_SCREEN = ("", "start", "prepare", "practice")
_WITHOUT_ONE = ("--check", "--headless")  # of a practice


def language_asked(arguments: list[str]) -> str | None:
    """The value of `--lang`."""
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def opens_screen(arguments: list[str]) -> bool:
    """Whether these open a screen, if they are right. (So they may do if they ask for help.)"""
    return _command(arguments) in _WITH_A_SCREEN and not any(word in arguments for word in _WITHOUT_ONE)


def _command(arguments: list[str]) -> str:
    """The first word that is no option, nor the value of one; "" if there is none."""
    before = ""
    for argument in arguments:
        if not argument.startswith("-") and before != "--lang":
            return argument
        before = argument
    return ""
