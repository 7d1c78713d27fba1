"""What is known of the command line before it is parsed is what the parser makes of it."""

import pytest

from intervisie_tui.arguments import parser
from intervisie_tui.arguments_ahead import language_asked, opens_screen
from intervisie_tui.cli import parsed

START = ["start", "--method", "export", "--names-from", "list"]


@pytest.mark.parametrize("before", [[], ["--lang", "en"], ["--lang=en"], ["--plain-output", "--lang", "nl"]])
@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (START, True),
        (["practice", "--seed", "3", "--autopilot"], True),
        (["prepare", "--group", "methods"], True),
        (["practice", "--headless"], False),
        (["practice", "--check", "start"], False),
        (["methods", "show", "start"], False),
        (["group", "show", "practice"], False),
        (["export", "start", "--format", "markdown"], False),
    ],
)
def test_what_opens_a_screen_is_known_before_it_is_parsed(before: list[str], arguments: list[str], opens: bool) -> None:
    asked = parser().parse_args(before + arguments)
    without = asked.command == "practice" and (asked.check or asked.headless)
    assert (asked.command in (None, "start", "practice", "prepare") and not without) is opens
    assert opens_screen(before + arguments) is opens


def test_no_arguments_are_what_the_parser_makes_of_them() -> None:
    assert vars(parsed([])) == vars(parser().parse_args([]))


@pytest.mark.parametrize(
    ("arguments", "language"), [([], None), (["--lang"], None), ([*START, "--lang", "en"], "en"), (["--lang=nl"], "nl")]
)
def test_the_language_is_known_before_it_is_parsed(arguments: list[str], language: str | None) -> None:
    assert language_asked(arguments) == language
