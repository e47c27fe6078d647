"""Objecttypes and the JSON Schemas that Open Object enforces on every write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.fout import invalid
from bot.sandbox.zgw.register import Doc, Register

CONTENT: Final = Path(__file__).parents[2] / "content" / "schemas"
FILES: Final = {
    "lesgroep": "lesgroep",
    "les": "les",
    "afspraak": "afspraak",
    "afmelding": "afmelding",
    "inburgeringsplan": "inburgeringsplan",
    "intakevoorbereiding": "intakevoorbereiding",
    "externetaak": "externetaak-denhaag",
}


def type_uuid(name: str) -> str:
    """The UUID of an objecttype in the sandbox, the same at every municipality."""
    return str(uuid5(NAMESPACE_URL, f"objecttype:{name}"))


class Schemas:
    """Checks data against the schema of its objecttype; `format` is not checked, as on the real server."""

    def __init__(self) -> None:
        self._validators: dict[tuple[str, int], Any] = {}

    def publish(self, register: Register, folder: Path = CONTENT) -> None:
        """Put all objecttypes in the register, each with one published version."""
        day = str(register.today())
        for name, file in FILES.items():
            schema = json.loads((folder / f"{file}.schema.json").read_text(encoding="utf-8"))
            uuid = type_uuid(name)
            row = register.add(roots.OBJECTTYPES, new_type({"name": name}, day), uuid)
            row["versions"] = [f"{row['url']}/versions/1"]
            row["_versions"] = [{**version(row, 1, schema, day), "status": "published", "publishedAt": day}]

    def check(self, kind: Doc, version: Any, data: Any) -> None:
        """Refuse data that does not fit its schema."""
        found = next((v for v in kind["_versions"] if v["version"] == version), None)
        if found is None:
            raise invalid(("record.typeVersion", "invalid", "The version of the objecttype does not exist."))
        key = (kind["uuid"], version)
        if key not in self._validators:
            # Only the sandbox needs this package, and only once something is written.
            from jsonschema import Draft202012Validator

            self._validators[key] = Draft202012Validator(found["jsonSchema"])
        fault = next(iter(self._validators[key].iter_errors(data)), None)
        if fault is not None:
            raise invalid(("nonFieldErrors", "invalid-json-schema", str(fault.message)))


def version(kind: Doc, number: int, schema: Doc, day: str) -> Doc:
    """A version of an objecttype, still a draft."""
    return {
        "url": f"{kind['url']}/versions/{number}",
        "version": number,
        "objectType": kind["url"],
        "status": "draft",
        "jsonSchema": schema,
        "createdAt": day,
        "modifiedAt": day,
        "publishedAt": None,
    }


def new_type(given: Doc, day: str) -> Doc:
    """An objecttype without versions; what is not given is as the server fills it in."""
    name = str(given["name"])
    usual = {
        "namePlural": name,
        "description": name.capitalize(),
        "dataClassification": "confidential",
        "maintainerOrganization": "",
        "maintainerDepartment": "",
        "contactPerson": "",
        "contactEmail": "",
        "source": "",
        "updateFrequency": "unknown",
        "providerOrganization": "",
        "documentationUrl": "",
        "labels": {},
    }
    changed = {k: given[k] for k in usual if k in given}
    dates = {"createdAt": day, "modifiedAt": day, "allowGeometry": True, "versions": list[str]()}
    return {"name": name, **usual, **changed, **dates}
