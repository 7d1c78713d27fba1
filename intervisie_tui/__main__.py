"""Where the program starts. A screen is shown by a process of its own, which parts from this one at once.

What this one has read by then it keeps as long as the screen is there. So it reads little: here, in `arguments_ahead`
and in the modules that `terminal.launch` needs, types and what is convenient are not imported at all.
"""

import gc
import os
import sys

from intervisie_tui.arguments_ahead import opens_screen


def main() -> int:
    """Do what the command line asks; gives the exit status."""
    # While a program starts, the collector would walk a hundred times over what is to stay. A command is done by then;
    # for a screen it begins when that stands (`terminal.run`).
    gc.disable()
    arguments = sys.argv[1:]
    if opens_screen(arguments) and os.isatty(0) and os.isatty(2):
        from intervisie_tui.terminal.launch import run_guarded

        return run_guarded(lambda: _do(arguments))
    return _do(arguments)


def _do(arguments: list[str]) -> int:
    from intervisie_tui.byte_code import ByteCodeFinder
    from intervisie_tui.terminal.left_out import FOR_PATHS, without

    sys.meta_path.insert(0, ByteCodeFinder())
    with without(FOR_PATHS):
        from intervisie_tui import cli

    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
