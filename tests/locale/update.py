"""`make catalogues`: bring the texts of the code into the catalogues, new ones without a translation.

Not by Babel's own command: that writes dates, line numbers and placeholders for names into the file, which change with
every edit and clash between branches.
"""

import sys
from io import BytesIO, StringIO
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent.parent / "intervisie_tui"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}

Forms: TypeAlias = tuple[str, ...]
"""A text, or its singular and its plural."""


def texts_of_the_code() -> dict[Forms, list[str]]:
    """The texts that are marked in the code, each with the files where it stands."""
    found: dict[Forms, list[str]] = {}
    for file, _line, text, _comments, _context in extract_from_dir(PACKAGE, keywords=KEYWORDS):
        forms = (text,) if isinstance(text, str) else tuple(text)
        found.setdefault(forms, []).append(f"{PACKAGE.name}/{file}")
    return found


def updated(text: str, locale: str) -> str:
    """The text of a catalogue with what is new in the code, without what the code lost; its header as it was."""
    template = Catalog()
    for forms, files in texts_of_the_code().items():
        key = forms[0] if len(forms) == 1 else forms
        template.add(key, locations=[(file, 0) for file in sorted(set(files))])
    catalogue = read_po(StringIO(text), locale=locale, abort_invalid=True)
    catalogue.update(template, no_fuzzy_matching=True)
    out = BytesIO()
    write_po(out, catalogue, width=0, omit_header=True, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    header, _blank, _rest = text.partition("\n\n")
    return f"{header}\n\n{out.getvalue().decode()}"


def main() -> None:
    """Update every catalogue and tell what still has to be translated."""
    for path in sorted(PACKAGE.glob("locale/*/LC_MESSAGES/*.po")):
        text = updated(path.read_text("utf-8"), path.parent.parent.name)
        path.write_text(text, "utf-8")
        lacking = [message for message in read_po(StringIO(text)) if message.id and not any(message.string or ())]
        print(f"{path}: {len(lacking)} to be translated", file=sys.stderr)


if __name__ == "__main__":
    main()
