"""The JSON Schema of a method, by which an editor completes and checks a file while it is being written.

`python -m intervisie_tui.method.schema > methods/method.schema.json` writes it anew; a test tells when that is due.
"""

import json
import sys


def schema_text() -> str:
    """The contents of `methods/method.schema.json`, made from the values in `model`."""
    from msgspec.json import schema

    from intervisie_tui.method.model import Method

    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | schema(Method), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
