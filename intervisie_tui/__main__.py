"""Where the program starts. A screen is shown by a process of its own, which parts from this one at once.

What this one has read by then it keeps as long as the screen is there. So it reads little: here, in `arguments_ahead`
and in the modules that `terminal.launch` needs, types and what is convenient are not imported at all.
"""

import os
import sys

from intervisie_tui.arguments_ahead import opens_screen
from intervisie_tui.terminal.launch import run_guarded


def main() -> int:
    """Do what the command line asks; gives the exit status."""
    arguments = sys.argv[1:]
    if opens_screen(arguments) and os.isatty(0) and os.isatty(2):
        return run_guarded(lambda: _with_a_screen(arguments))
    from intervisie_tui import cli

    return cli.main(arguments)


def _with_a_screen(arguments: list[str]) -> int:
    from intervisie_tui.terminal import before_import

    before_import.collect_later()
    from intervisie_tui import cli

    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
