"""The command `intervisie group`: the groups without a screen."""

import argparse
import sys
from typing import TYPE_CHECKING

from intervisie_tui.console import Failed, give

if TYPE_CHECKING:
    from intervisie_tui.group.model import Group


def run(asked: argparse.Namespace) -> int:
    """Do what was asked; gives the exit status. Raises Failed."""
    match asked.what:
        case "list":
            return _list()
        case "show":
            return _show(asked.name)
        case _export_it:
            return _export(asked.name, asked.output)


def found(wanted: str) -> str:
    """The id of the group that is meant by a name or an id. Raises Failed."""
    from intervisie_tui.archive.groups import find_group
    from intervisie_tui.archive.paths import Unusable

    try:
        return find_group(wanted)
    except Unusable as unusable:
        raise Failed(unusable.reason) from None


def _list() -> int:
    from intervisie_tui.archive.group_show import group_list
    from intervisie_tui.archive.groups import list_groups

    listed = list_groups()
    print(group_list(listed))
    for one in listed:
        if one.fault:
            print(f"{one.id}: {one.fault}", file=sys.stderr)
    return 0


def _show(wanted: str) -> int:
    from datetime import date

    from intervisie_tui.archive.group_show import describe_group

    print(describe_group(_read(wanted), date.today()))
    return 0


def _export(wanted: str, output: str) -> int:
    from intervisie_tui.archive.group_markdown import group_markdown

    give(group_markdown(_read(wanted)), output)
    return 0


def _read(wanted: str) -> "Group":
    from intervisie_tui.archive.groups import read_group
    from intervisie_tui.archive.paths import Unusable

    try:
        return read_group(found(wanted))
    except Unusable as unusable:
        raise Failed(unusable.reason) from None
