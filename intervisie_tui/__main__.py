"""`python -m intervisie_tui`, for a checkout and for whoever has no `intervisie` on the path."""

import sys

from intervisie_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
