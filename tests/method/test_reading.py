"""Files that were made to do harm are refused, quickly and without an exception; and lines are found again."""

import os
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from intervisie_tui.method.catalogue import builtin_folder
from intervisie_tui.method.fault import Unreadable
from intervisie_tui.method.method_file import read_method
from intervisie_tui.method.model import Method
from intervisie_tui.method.reading import LARGEST, parse, read_toml

TRIPLE = '"""'
HOSTILE: dict[str, Callable[[Path], object]] = {
    "a pipe that nobody writes to": os.mkfifo,
    "a folder": Path.mkdir,
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to nothing": lambda path: path.symlink_to(path.with_name("weg")),
    "8 MB of dotted keys": lambda path: path.write_text((".".join("a" * 2000) + " = 1\n") * 2000),
    "one key of many parts": lambda path: path.write_text(".".join("a" * 60_000) + " = 1"),
    "dots with blanks between": lambda path: path.write_text(" . ".join("a" * 40_000) + " = 1"),
    "dotted keys behind a text that ends in four quotes": lambda path: path.write_text(
        f'a = [{TRIPLE}x{TRIPLE}", {{ {".".join("b" * 40_000)} = 1 }}]'
    ),
    "quoted keys with dots": lambda path: path.write_text(".".join(['"a"'] * 40_000) + " = 1"),
    "lists 10,000 deep": lambda path: path.write_text("a = " + "[" * 10_000 + "]" * 10_000),
    "tables 10,000 deep": lambda path: path.write_text("a = " + "{a=" * 10_000 + "1" + "}" * 10_000),
    "a number of 10,000 digits": lambda path: path.write_text("a = " + "9" * 10_000),
    "no UTF-8": lambda path: path.write_bytes(b'a = "\xff\xfe"'),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 100),
    "zeros": lambda path: path.write_bytes(bytes(LARGEST)),
    "quotes that never end": lambda path: path.write_text(f"a = {TRIPLE}" + f"\n\\{TRIPLE}" * 50_000),
    "many numbers": lambda path: path.write_text("steps = [" + "1," * 130_000 + "]"),
    "many tables": lambda path: path.write_text("[[steps]]\n" * 26_000),
    "many deep tables": lambda path: path.write_text("".join(f"[a{n}.b.c.d.e.f.g.h]\n" for n in range(11_000))),
    "many unknown keys": lambda path: path.write_text("".join(f"k{n}=1\n" for n in range(26_000))),
    "an id as long as a book": lambda path: path.write_text(
        f'steps = [{{ id = "{"a" * 200_000}" }}]\npitfalls = [' + '{steps=["b"]},' * 3_000 + "]"
    ),
    "nothing at all": lambda path: path.write_text(""),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_within_a_second(tmp_path: Path, make: Callable[[Path], object]) -> None:
    path = tmp_path / "kwaad.toml"
    make(path)
    began = time.process_time()
    faults = read_method(path)
    assert time.process_time() - began < 1
    assert not isinstance(faults, Method)
    assert faults
    assert all(len(str(fault)) < 1000 and str(fault).isprintable() for fault in faults)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a = " + "[" * 17 + "]" * 17, "lijsten in lijsten in lijsten"),
        ("a.b.c.d.e.f.g.h.i.j = 1", "een sleutel met heel veel punten"),
        ("a = [" + "1," * 10_001 + "]", "heel veel waarden"),
    ],
)
def test_what_is_too_much_is_told(text: str, found: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(text.encode(), "a.toml")
    assert refused.value.fault.found == found


def test_a_name_that_cannot_be_shown_or_opened_is_refused_as_well(tmp_path: Path) -> None:
    for name in ("\x1b[2J.toml", "\udcff.toml", "a\x00b.toml", "a" * 5000):
        faults = read_method(tmp_path / name)
        assert not isinstance(faults, Method)
        assert "\x1b" not in str(faults[0])
        str(faults[0]).encode()


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unreadable, match="niet mag lezen"):
        read_toml(tmp_path / "a.toml")


def test_no_file_stays_open_after_a_refusal(tmp_path: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _time in range(5):
        read_method(tmp_path)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_link_to_a_method_is_followed(tmp_path: Path) -> None:
    link = tmp_path / "mijn.toml"
    link.symlink_to(builtin_folder() / "balint-5.toml")
    assert isinstance(read_method(link), Method)


def test_dots_and_brackets_within_text_are_just_text() -> None:
    text = 'a = "' + "." * 50 + "[" * 50 + "\"\nb = '''\n" + "[." * 50 + "'''  # " + "{." * 50
    assert set(parse(text.encode(), "a.toml").raw) == {"a", "b"}


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault() -> None:
    document = parse(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n", "a.toml")
    assert document.raw == {"a": 1, "b": 2}
    assert document.line(("b",)) == 2


@pytest.mark.parametrize("path", sorted(builtin_folder().glob("*.toml")), ids=lambda path: path.name)
def test_every_text_in_a_method_is_found_on_its_own_line(path: Path) -> None:
    document = read_toml(path)
    lines = document.text.split("\n")

    def look(value: object, place: tuple[str | int, ...]) -> int:
        if isinstance(value, dict):
            return sum(look(item, (*place, key)) for key, item in value.items())
        if isinstance(value, list):
            return sum(look(item, (*place, index)) for index, item in enumerate(value))
        assert str(value).lower() in lines[document.line(place) - 1].lower()
        return 1

    assert look(document.raw, ()) > 30


def test_a_table_on_more_lines_is_read_and_each_value_found_on_its_own() -> None:
    document = parse(b"a = {\n  b = 1,  # een\n  c = [\n    2,\n    { d = 3, },\n  ],\n}\ne = 4\n", "a.toml")
    assert document.raw == {"a": {"b": 1, "c": [2, {"d": 3}]}, "e": 4}
    found = [document.line(place) for place in (("a", "b"), ("a", "c", 0), ("a", "c", 1, "d"), ("e",))]
    assert found == [2, 4, 5, 8]


keys = st.text("ab.\"' -=[]{}#\n", min_size=1, max_size=4)
values = st.recursive(
    st.one_of(st.integers(-9, 9), st.booleans(), st.text("a\"'\\\n#[]{},=. ", max_size=12)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(keys, values, max_size=4), st.booleans())
def test_whatever_toml_holds_the_lines_can_be_told(raw: dict[str, object], multiline: bool) -> None:
    text = tomli_w.dumps(raw, multiline_strings=multiline)
    document = parse(text.encode(), "a.toml")
    assert document.raw == tomllib.loads(text)
    for place in [(), ("a",), ("a", 0), ("b", "a", 1)]:
        assert 0 <= document.line(place) <= text.count("\n") + 1
