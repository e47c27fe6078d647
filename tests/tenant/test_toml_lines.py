"""Each entry of a TOML text has a line, and it is the one where a person finds it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.tenant.toml_lines import Lines, Where

TOWN = Path(__file__).parents[1] / "bot" / "sandbox" / "town"
TEXT = '''\
# a comment with [brackets] and "quotes"
id = "waterveen"   # with a remark
"quoted key".'dotted' = 1
big = """
[not.a.table]
x = 1
"""
sharp = 'a # b'
odd = "say \\"[x]\\" = 'y'"

[one]
a.b.c = 1
list = [
  1,   # first
  # between
  { x = 1, y.z = [
      { w = "}" },
  ] },
]

[[many]]
name = "first"

[many.inside]
deep = true

[[many]]
name = "second"
[[many.rows]]
n = 1
[[many.rows]]
n = 2

[one.two]
end = 1979-05-27T07:32:00Z'''


def ways(value: Any, way: Where = ()) -> Iterator[Where]:
    if way:
        yield way
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in pairs:
        yield from ways(part, (*way, name))


@pytest.mark.parametrize(
    ("where", "line"),
    [
        (("id",), 2),
        (("quoted key", "dotted"), 3),
        (("big",), 4),
        (("sharp",), 8),
        (("odd",), 9),
        (("one",), 11),
        (("one", "a", "b", "c"), 12),
        (("one", "list"), 13),
        (("one", "list", 0), 14),
        (("one", "list", 1, "x"), 16),
        (("one", "list", 1, "y", "z", 0, "w"), 17),
        (("many", 0), 21),
        (("many", 0, "inside", "deep"), 25),
        (("many", 1, "name"), 28),
        (("many", 1, "rows", 1, "n"), 32),
        (("one", "two", "end"), 35),
    ],
)
def test_an_entry_stands_on_its_line(where: Where, line: int) -> None:
    assert Lines(TEXT).of(where) == line


def test_a_missing_entry_is_looked_for_in_what_should_hold_it() -> None:
    lines = Lines(TEXT)
    assert lines.of(("many", 1, "town")) == 27
    assert lines.of(("nowhere", "at all")) == 1


def test_lines_of_windows_count_too() -> None:
    assert Lines(TEXT.replace("\n", "\r\n")).of(("many", 1, "name")) == 28


@pytest.mark.parametrize("text", ["", "# only a remark", "a = 1 # no end of line", "a = '''x''''\nb = 2"])
def test_a_short_text_is_walked_to_its_end(text: str) -> None:
    assert Lines(text).ways() == set(ways(tomllib.loads(text)))


@pytest.mark.parametrize("file", sorted(TOWN.rglob("*.toml")), ids=lambda path: path.name)
def test_every_entry_of_the_towns_files_is_found(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert Lines(text).ways() == set(ways(tomllib.loads(text)))


NAMES = st.text("ab-_1", min_size=1, max_size=4)
PLAIN = st.one_of(
    st.integers(-9, 9).map(str),
    st.sampled_from(
        ["true", "1.5", "07:30:00", "2026-11-24", "'[#]'", '"a\\"]"', '"""x\n]\n"""', "'''{\n'''"]
    ),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda vs: "[\n " + ", # remark ]\n".join(vs) + "\n]"),
        st.dictionaries(NAMES, inner, max_size=3).map(
            lambda d: "{ " + ", ".join(f"{k} = {v}" for k, v in d.items()) + " }"
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(NAMES, VALUES, max_size=4), st.lists(st.dictionaries(NAMES, VALUES, max_size=3)))
def test_whatever_is_written_is_found_as_it_is_read(head: dict[str, str], rows: list[dict[str, str]]) -> None:
    head.pop("rows", None)
    parts = ["".join(f"{k} = {v}\n" for k, v in head.items())]
    parts += ["[[rows]]\n" + "".join(f"{k} = {v}\n" for k, v in row.items()) for row in rows]
    text = "\n".join(parts)
    assert Lines(text).ways() == set(ways(tomllib.loads(text)))
