"""Rooms keep to themselves: the rules of docs/architecture.md, checked on every module."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OWNERS: Mapping[str, str] = {
    "redis": "bot.store",
    "telegram": "bot.channels.telegram",
    "transitions": "bot.state",
}
"""A library that one room only may import."""
OUTER = ("bot.console", "bot.sandbox", "bot.app")
INNER = (
    "bot.cases",
    "bot.channels",
    "bot.dialogs",
    "bot.schools",
    "bot.state",
    "bot.store",
    "bot.translate",
    "bot.words",
)
MODEL = (
    "bot.cases.model",
    "bot.cases.appointment",
    "bot.cases.document",
    "bot.cases.lesson",
    "bot.cases.news",
    "bot.cases.plan",
    "bot.cases.question",
    "bot.cases.shared",
    "bot.cases.task",
    "bot.cases.write",
)
"""The case model and its parts: values that know nothing else of the program."""
STATE_MAY = (
    "bot.state",
    "bot.cases.model",
    "bot.cases.overlay",
    "bot.clock",
    "bot.tenant",
    "bot.errors",
    "transitions",
)
DIALOGS_MAY = ("bot.dialogs", "bot.state", "bot.cases.model", "bot.clock", "bot.tenant")


def inside(module: str, room: str) -> bool:
    return module == room or module.startswith(room + ".")


def imports(source: str) -> Iterator[str]:
    """Every module that a source imports anywhere in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def broken(module: str, source: str) -> list[str]:
    """The rules that a module breaks, as sentences."""
    found = []
    for imported in imports(source):
        library = imported.split(".")[0]
        owner = OWNERS.get(library)
        if owner is not None and not inside(module, owner):
            found.append(f"{module} imports {library}, which belongs to {owner}")
        if any(inside(module, room) for room in INNER) and any(inside(imported, room) for room in OUTER):
            found.append(f"{module} imports {imported}, which is further out")
        own = library == "bot"
        if inside(module, "bot.state") and own and not any(inside(imported, room) for room in STATE_MAY):
            found.append(f"{module} imports {imported}, but state is pure")
        if inside(module, "bot.dialogs") and own and not any(inside(imported, room) for room in DIALOGS_MAY):
            found.append(f"{module} imports {imported}, but dialogs only declare")
        if module in MODEL and own and imported not in MODEL:
            found.append(f"{module} imports {imported}, but the case model knows values only")
    return found


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "bot").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield name, path.read_text(encoding="utf-8")


def test_no_module_breaks_a_rule() -> None:
    assert [fault for name, source in modules() for fault in broken(name, source)] == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        pytest.param("bot.dialogs.home", "import redis", id="redis outside the store"),
        pytest.param("bot.words.say", "from telegram import Bot", id="telegram outside its channel"),
        pytest.param("bot.store.links", "from bot.console.app import console_app", id="console from inside"),
        pytest.param("bot.state.turn", "def late():\n    from bot.store.db import Db", id="state not pure"),
        pytest.param("bot.dialogs.home", "from bot.words.render import render", id="a dialog that renders"),
        pytest.param("bot.dialogs.home", "from bot.cases.plan import Plan", id="a part instead of the model"),
        pytest.param("bot.cases.plan", "from bot.cases.port import CaseApi", id="a model that reads"),
    ],
)
def test_a_wrong_import_is_found(module: str, source: str) -> None:
    assert broken(module, source)


def test_the_import_linter_agrees() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
