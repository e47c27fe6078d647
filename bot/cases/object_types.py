"""Our object types: the JSON Schemas in `content/schemas`, and what an Objecttypes API has of them.

Open Object 4 serves `/objecttypes` itself; before that the Objecttypes API stood alone. Both speak the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import Field, ValidationError

from bot.cases.zgw.edge import Edge, Int, Uuid
from bot.errors import BadAnswer
from bot.tenant.names import OBJECTTYPEN

FOLDER: Final = "schemas"
FOREIGN: Final = frozenset({"externetaak"})
"""Types of the community that other applications of a municipality use too: made, but never changed."""
_FILES: Final[Mapping[str, str]] = {"externetaak": "externetaak-denhaag"}
_PLURALS: Final[Mapping[str, str]] = {
    "lesgroep": "lesgroepen",
    "les": "lessen",
    "afspraak": "afspraken",
    "afmelding": "afmeldingen",
    "inburgeringsplan": "inburgeringsplannen",
    "intakevoorbereiding": "intakevoorbereidingen",
    "externetaak": "externetaken",
}


@dataclass(frozen=True, slots=True)
class OurType:
    """One type as this release knows it."""

    name: str
    plural: str
    description: str
    schema: Mapping[str, Any]


class TypeDoc(Edge):
    """An object type as it is sent."""

    uuid: Uuid
    name: str


class VersionDoc(Edge):
    """A version of one: a draft may change, a published one never does."""

    version: Int
    status: Literal["draft", "published", "deprecated"]
    schema_: dict[str, Any] = Field(alias="jsonSchema")


def our_types(content: Path) -> tuple[OurType, ...]:
    """Read all types from the folder of texts."""
    return tuple(_read(name, content / FOLDER) for name in OBJECTTYPEN)


def newest(versions: Iterable[VersionDoc], *states: str) -> VersionDoc | None:
    """The version with the highest number, of these states."""
    return max((v for v in versions if v.status in states), key=lambda v: v.version, default=None)


def type_doc(doc: object) -> TypeDoc:
    """Read a type; `BadAnswer` if it is none."""
    try:
        return TypeDoc.model_validate(doc)
    except (ValidationError, ValueError):
        raise BadAnswer("objecttype") from None


def version_doc(doc: object) -> VersionDoc:
    """Read a version; `BadAnswer` if it is none."""
    try:
        return VersionDoc.model_validate(doc)
    except (ValidationError, ValueError):
        raise BadAnswer("version of an objecttype") from None


def _read(name: str, folder: Path) -> OurType:
    file = folder / f"{_FILES.get(name, name)}.schema.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    description = str(schema.get("description") or schema.get("title") or name)[:1000]
    return OurType(name, _PLURALS[name], description, schema)
