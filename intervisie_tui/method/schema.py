"""The JSON Schemas of the files beside the methods, by which an editor completes and checks one while it is written.

`python -m intervisie_tui.method.schema` writes them anew; a test tells when that is due.
"""

import json

from msgspec import Struct

from intervisie_tui.method.catalogue import builtin_folder


def schemas() -> dict[str, type[Struct]]:
    """What each schema describes, by the name of its file."""
    from intervisie_tui.method.model import Method
    from intervisie_tui.method.remedies import Remedies

    return {"method.schema.json": Method, "remedies.schema.json": Remedies}


def schema_text(kind: type[Struct]) -> str:
    """The JSON Schema of this value."""
    from msgspec.json import schema

    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | schema(kind), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, kind in schemas().items():
        (builtin_folder() / name).write_text(schema_text(kind), "utf-8")
