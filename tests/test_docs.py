"""What the documents say is true, and no file tells where it was made."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli import app
from bot.console.api.openapi import document
from bot.dialogs import DIALOGS
from bot.settings import PREFIX, Settings
from bot.state.draw import draw
from bot.state.engine import Engine
from bot.state.scene import Scene
from bot.state.session import Place, Session
from bot.words.catalogues import Catalogues
from bot.words.render import render
from tests.clocks import NOW
from tests.tenants import waterveen

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
OPERATIONS = ROOT / "docs" / "operations.md"
DOCUMENTS = (README, *sorted((ROOT / "docs").glob("*.md")), ROOT / "content" / "README.md")
FOREIGN = re.compile(
    "|".join(
        (
            r"(?<![\w.{}\"-])/(?:" + "work|root|home|tmp/w|opt/pypi" + r")/(?!\{)",
            r"\b(?:" + r"pypi\.|files\.pythonhosted|registry\.npmjs|ghcr\.|proxy\.golang" + r")",
            r"\bcoding " + "agent|" + r"\bcl" + r"aude\b",
        )
    ),
    re.IGNORECASE,
)
"""Machine paths, package registries, and how the files came about."""
ALARM = re.compile(r'(?:Alarm|raise_|_raise|self\._raise)\(\s*"(\w+)"|kind = \'(\w+)\'|alarm_kind="(\w+)"')


@cache
def targets() -> frozenset[str]:
    return frozenset(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def table(text: str, first: str) -> list[list[str]]:
    """The rows of the table whose heading begins with this column."""
    lines = iter(text.splitlines())
    next(line for line in lines if line.startswith(f"| {first} |"))
    next(lines)
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def text_files() -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("this is no git checkout")
    for name in listed.stdout.splitlines():
        file = ROOT / name
        if file.is_file() and not file.is_symlink() and file.suffix not in {".png", ".ogg"}:
            yield file


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_target_named_exists(document: Path) -> None:
    named = set(
        re.findall(
            r"\bmake ([a-z]+)\b", " ".join(re.findall(r"`[^`]+`", document.read_text(encoding="utf-8")))
        )
    )
    assert named <= targets()


def test_the_two_commands_of_the_readme_exist() -> None:
    shell = re.search(r"```sh\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert shell is not None
    assert re.findall(r"^make (\w+)", shell[1], re.MULTILINE) == ["demo", "test"]
    assert {"demo", "test"} <= targets()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8"))
    inside = [link for link in links if not link.startswith(("http://", "https://"))]
    assert [link for link in inside if not (document.parent / link).exists()] == []


def test_files_named_in_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    names = re.findall(r"`((?:bot|tests|content|docs)/[\w/.]*)`", text)
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert [picture.name for picture in pictures if picture.stat().st_size > 400_000] == []


def test_the_table_of_settings_is_the_model() -> None:
    rows = {
        row[0].strip("`"): row[1].strip("`")
        for row in table(OPERATIONS.read_text(encoding="utf-8"), "Variable")
    }
    assert rows == {variable(name): default(field) for name, field in Settings.model_fields.items()}


def variable(name: str) -> str:
    return "REDIS_URL" if name == "redis_url" else PREFIX + name.upper()


def default(field: Any) -> str:
    if field.is_required():
        return "required"
    if field.default_factory is not None:
        return "the host name"
    if isinstance(field.default, Path) and field.default.is_absolute():
        return "the texts of the program"
    if field.default is None:
        return "none"
    return str(field.default) or "empty"


def test_every_alarm_has_advice() -> None:
    told = {
        kind
        for row in table(OPERATIONS.read_text(encoding="utf-8"), "Kind")
        for kind in re.findall(r"`(\w+)`", row[0])
    }
    sources = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "bot").rglob("*.lua")]
    found = {"".join(kinds) for file in sources for kinds in ALARM.findall(file.read_text(encoding="utf-8"))}
    assert found - {"letter"} <= told
    assert len(told) > 10


def test_the_readme_names_the_languages_that_exist_and_how_far_they_are() -> None:
    catalogues = Catalogues(ROOT / "content")
    named = {row[0].strip("`"): row[2] for row in table(README.read_text(encoding="utf-8"), "Tag")}
    states = {
        language: ", ".join(
            sorted({s.state if s else "?" for s in catalogues.of(language).statuses.values()})
        )
        for language in catalogues.languages
    }
    assert named == states


def test_the_recipe_for_a_dialog_works(tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    code, words = (re.search(rf"```{kind}\n(.*?)```", text, re.DOTALL) for kind in ("python", "ftl"))
    assert code is not None
    assert words is not None
    scope: dict[str, Any] = {}
    exec(code[1], scope)
    copytree(ROOT / "content" / "en", tmp_path / "en")
    (tmp_path / "en" / "coffee.ftl").write_text(words[1], encoding="utf-8")
    scene = Scene(Session(stage="linked", language="en"), waterveen(), NOW, "link", link_state="linked")
    view = render(Engine((*DIALOGS, scope["COFFEE"])), Catalogues(tmp_path), scene, Place("coffee.room"))
    assert "Coffee on Tuesday, 10:00." in view.text
    assert [button.label for row in view.rows for button in row] == ["🧑 People", "⬅ Back"]


LINES = re.findall(r"-m bot ([a-z]+)(.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("command", "words"), LINES, ids=[command for command, _ in LINES])
def test_the_makefile_says_commands_as_they_are(command: str, words: str) -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    plain = words.replace("$(PORT)", "8080").replace("$(LANG_CODE)", "en").split()
    with group.commands[command].make_context(command, plain) as read:
        assert read.args == []


def test_the_drawing_of_the_dialogs_is_the_present_one() -> None:
    assert (ROOT / "docs" / "dialogs.md").read_text(encoding="utf-8") == draw(DIALOGS), "run `make draw`"


@pytest.mark.parametrize(
    "line",
    [
        "see /" + "work/x",
        "cd /" + "root/y",
        "index https://pypi" + ".org/simple",
        "a coding " + "agent did it",
    ],
)
def test_the_check_sees_what_must_not_stand_anywhere(line: str) -> None:
    assert FOREIGN.search(line)


def test_no_file_tells_where_it_was_made() -> None:
    found = {}
    for file in text_files():
        hits = {hit for hit in FOREIGN.findall(file.read_text(encoding="utf-8", errors="replace")) if hit}
        if hits:
            found[str(file.relative_to(ROOT))] = hits
    assert found == {}


def test_the_described_api_is_the_one_that_is_served() -> None:
    written = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
    assert written == json.loads(json.dumps(document("/console")))
