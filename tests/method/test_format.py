"""What is published about the format agrees with the values it is made of."""

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from intervisie_tui.method import model
from intervisie_tui.method.catalogue import builtin_folder
from intervisie_tui.method.method_file import read_method
from intervisie_tui.method.model import AnyActivity, Method, Value
from intervisie_tui.method.remedies import is_remedies
from intervisie_tui.method.schema import schema_text, schemas

FOLDER = builtin_folder()
README = (FOLDER / "README.md").read_text("utf-8")
STRUCTS = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Value)]


@pytest.mark.parametrize("name", schemas())
def test_the_schema_on_disk_is_that_of_the_values(name: str) -> None:
    again = "run: python -m intervisie_tui.method.schema"
    assert (FOLDER / name).read_text("utf-8") == schema_text(schemas()[name]), again


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.name)
def test_every_file_points_an_editor_to_its_schema(path: Path) -> None:
    kind = "remedies" if is_remedies(path) else "method"
    assert path.read_text("utf-8").startswith(f"#:schema ./{kind}.schema.json\n")


@pytest.mark.parametrize("kind", STRUCTS, ids=lambda kind: kind.__name__)
def test_the_readme_names_every_key(kind: type[Value]) -> None:
    named = set(re.findall(r"`([a-z_]+)`", README))
    assert set(kind.__struct_fields__) <= named


def test_the_readme_names_every_kind_of_activity() -> None:
    tags = {kind.__struct_config__.tag for kind in get_args(AnyActivity)}
    assert len(tags) == 7
    for tag in tags:
        assert f"| `{tag}` |" in README


def test_the_example_in_the_readme_is_a_method(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
    assert example
    file = tmp_path / "kort.toml"
    file.write_text(example[1], "utf-8")
    method = read_method(file)
    assert isinstance(method, Method), "\n".join(map(str, method))
    assert msgspec.structs.asdict(method)["id"] == "kort"
