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
            row = register.add(roots.OBJECTTYPES, _type(name, uuid, day), uuid)
            row["_version"] = {
                "url": f"{row['url']}/versions/1",
                "version": 1,
                "objectType": row["url"],
                "status": "published",
                "jsonSchema": schema,
                "createdAt": day,
                "modifiedAt": day,
                "publishedAt": day,
            }

    def check(self, kind: Doc, version: Any, data: Any) -> None:
        """Refuse data that does not fit its schema."""
        if version != 1:
            raise invalid(("record.typeVersion", "invalid", "The version of the objecttype does not exist."))
        key = (kind["uuid"], 1)
        if key not in self._validators:
            # Only the sandbox needs this package, and only once something is written.
            from jsonschema import Draft202012Validator

            self._validators[key] = Draft202012Validator(kind["_version"]["jsonSchema"])
        fault = next(iter(self._validators[key].iter_errors(data)), None)
        if fault is not None:
            raise invalid(("nonFieldErrors", "invalid-json-schema", str(fault.message)))


def _type(name: str, uuid: str, day: str) -> Doc:
    return {
        "name": name,
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
        "createdAt": day,
        "modifiedAt": day,
        "allowGeometry": True,
        "versions": [f"{roots.OBJECTTYPES}/{uuid}/versions/1"],
    }
