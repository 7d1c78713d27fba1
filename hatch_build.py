"""Compiles the catalogues of translations, at build time for the wheel and by hand for a checkout.

`python hatch_build.py` compiles those whose text is newer; hatchling runs the hook below for a wheel and for an
editable install. The compiled files are not kept in git: two of them can't be merged.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> list[Path]:
    """Compile every catalogue under the checkout `root` that is older than its text; gives those compiled.

    Each appears whole by a rename, since two test processes may do this at the same time.
    """
    compiled = []
    for source in sorted((root / "intervisie_tui" / "locale").glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
        descriptor, name = tempfile.mkstemp(dir=target.parent, suffix=".mo.tmp")
        with os.fdopen(descriptor, "wb") as file:
            write_mo(file, catalogue)
        Path(name).chmod(0o644)
        Path(name).replace(target)
        compiled.append(target)
    return compiled


class CustomBuildHook(BuildHookInterface[Any]):
    """Hatchling finds this class by its base and runs it before it collects the files of a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """`version` is "standard" or "editable"; an editable install reads methods and scenarios in the checkout."""
        compile_catalogues(Path(self.root))
        if version == "standard":
            for folder in ("methods", "scenarios"):
                build_data["force_include"][folder] = f"intervisie_tui/{folder}"


if __name__ == "__main__":
    for path in compile_catalogues(Path(__file__).parent):
        print(path)
