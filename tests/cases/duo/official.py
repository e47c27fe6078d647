"""DUO's own files where they are at hand (`shared/case-api/duo` above the project), else a stand-in.

The stand-in, `shapes.json`, holds what these tests need of the OpenAPI files: the schemas of what we read,
without descriptions, and the names of the codes. It is written from the files by
`python -m tests.cases.duo.official`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker

ROOT = Path(__file__).parents[3]
SHAPES = Path(__file__).with_name("shapes.json")
FILES = {
    "inburgeringsplicht": ("Inburgeringsplicht", "/personen/{bsn}/inburgeringsplicht"),
    "inburgeringstermijn": ("Inburgeringstermijn", "/personen/{bsn}/inburgeringstermijn"),
    "uren": ("GevolgdeUren", "/personen/{bsn}/uren"),
    "PIP": ("PIP", "/personen/{bsn}/PIP"),
    "map": ("MAP,PVT,Zroute", "/personen/{bsn}/map"),
    "pvt": ("MAP,PVT,Zroute", "/personen/{bsn}/pvt"),
    "examens/resultaten": ("Examen", "/personen/{bsn}/examens/resultaten"),
}
"""Resources by the end of their path: the folder of their file, and their path in it."""
CODE = re.compile(r"\bSS\d{3}\b")
Shapes = dict[str, Any]


def folder() -> Path | None:
    """DUO's files, if they are at hand."""
    found = (parent / "shared" / "case-api" / "duo" for parent in ROOT.parents)
    return next((one for one in found if one.is_dir()), None)


def official(files: Path) -> Shapes:
    """What the tests need, from DUO's files."""
    resources = {}
    for end, (name, path) in FILES.items():
        doc = _read(files, name)
        answer = doc["paths"][path]["get"]["responses"]["200"]
        resources[end] = {
            "version": doc["info"]["version"],
            "headers": sorted(_headers(doc, path, "get")),
            "schema": _plain(doc, answer["content"]["application/json"]["schema"]),
        }
    notice = _read(files, "Notificatie")
    post = notice["paths"]["/notificaties"]["post"]
    return {
        "resources": resources,
        "notice": {
            "version": notice["info"]["version"],
            "headers": sorted(_headers(notice, "/notificaties", "post")),
            "schema": _plain(notice, notice["components"]["schemas"]["Notificatie"]),
            "fault": _plain(notice, notice["components"]["schemas"]["Foutmelding"]),
            "answers": sorted(post["responses"]),
        },
        "codes": sorted(
            {
                code
                for file in (files / "Gebeurtenissen").glob("*.md")
                for code in CODE.findall(file.read_text(encoding="utf-8"))
            }
        ),
    }


def shapes() -> Shapes:
    """The stand-in."""
    found: Shapes = json.loads(SHAPES.read_text(encoding="utf-8"))
    return found


def faults(schema: Any, value: object) -> list[str]:
    """Where a value breaks a schema."""
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def _read(files: Path, name: str) -> Any:
    # Times in examples and versions stay the texts that they are.
    return yaml.load((files / "API" / name / "openapi.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


def _headers(doc: Any, path: str, method: str) -> list[str]:
    named = doc["paths"][path][method]["parameters"]
    found = [_followed(doc, one) for one in named]
    return [one["name"] for one in found if one["in"] == "header" and one["required"] == "true"]


def _followed(doc: Any, value: Any) -> Any:
    while isinstance(value, dict) and "$ref" in value:
        target = value["$ref"].removeprefix("#/").split("/")
        value = doc
        for step in target:
            value = value[step]
    return value


NUMBERS = {"minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"}


def _plain(doc: Any, schema: Any) -> Any:
    """A schema with its references resolved and without words."""
    schema = _followed(doc, schema)
    if isinstance(schema, list):
        return [_plain(doc, one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found: dict[str, Any] = {}
    for name, value in schema.items():
        if name == "properties":
            found[name] = {field: _plain(doc, inner) for field, inner in value.items()}
        elif name in NUMBERS:
            found[name] = int(value)
        elif name not in {"description", "title", "example"}:
            found[name] = _plain(doc, value)
    return found


if __name__ == "__main__":
    files = folder()
    if files is None:
        raise SystemExit("DUO's files are not here: shared/case-api/duo is missing.")
    SHAPES.write_text(json.dumps(official(files), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{SHAPES} is written.")
