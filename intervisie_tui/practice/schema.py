"""The JSON Schema of a scenario, by which an editor completes and checks one while it is being written.

`python -m intervisie_tui.practice.schema` writes it anew; a test tells when that is due.
"""

from intervisie_tui.method.schema import schema_text
from intervisie_tui.practice.scenario import Scenario
from intervisie_tui.practice.scenarios import builtin_folder

NAME = "scenario.schema.json"

if __name__ == "__main__":
    (builtin_folder() / NAME).write_text(schema_text(Scenario), "utf-8")
