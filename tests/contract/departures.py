"""Where the recorded servers do not keep to their own OpenAPI files, each with a recording that shows it.

Only these are let through in the contract tests; `test_departures.py` proves each of them by its recording.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.contract.schema import Schema
from tests.contract.spec import Spec


@dataclass(frozen=True, slots=True)
class Departure:
    """A correction of one file; `shown` is file and name of a recording that needs it."""

    file: str
    shown: tuple[str, str]
    what: str
    mend: Callable[[Schema], None]


def _properties(schema: str, names: tuple[str, ...], **more: object) -> Callable[[Schema], None]:
    def mend(doc: Schema) -> None:
        found = doc["components"]["schemas"].get(schema)
        for name in names if found else ():
            parts = [found, *found.get("allOf", ())]
            for part in parts:
                old = part.get("properties", {}).get(name)
                if old is not None:
                    part["properties"][name] = {**({"allOf": [old]} if "$ref" in old else old), **more}

    return mend


def _extra(name: str, *schemas: str) -> Callable[[Schema], None]:
    def mend(doc: Schema) -> None:
        for schema in schemas:
            if schema in doc["components"]["schemas"]:
                doc["components"]["schemas"][schema].setdefault("properties", {})[name] = {}

    return mend


def _partly(doc: Schema) -> None:
    """Nothing in the record of a PATCH is compulsory."""
    record = doc["components"]["schemas"]["ObjectRecord"]
    whole = {key: value for key, value in record.items() if key != "required"}
    doc["components"]["schemas"]["PatchedObject"]["properties"]["record"] = whole


def _query_is_address(path: str, name: str) -> Callable[[Schema], None]:
    def mend(doc: Schema) -> None:
        for parameter in doc["paths"].get(path, {}).get("get", {}).get("parameters", []):
            if parameter.get("name") == name:
                parameter["schema"] = {"type": "string", "format": "uri"}

    return mend


_CATALOGI: Final = "open-zaak-catalogi.yaml"
_ZAKEN: Final = "open-zaak-zaken.yaml"
_OBJECTEN: Final = "open-object-objects-and-objecttypes.yaml"
_DAYS: Final = ("beginObject", "eindeObject")
_DATED: Final = {
    "ZaakType": "zaaktype-create",
    "StatusType": "statustype-create",
    "RolType": "roltype-create",
    "Eigenschap": "eigenschap-create",
    "InformatieObjectType": "informatieobjecttype-create",
}
_ADDRESSED: Final = {
    "/rollen": "rollen-by-zaak",
    "/statussen": "statussen-by-zaak",
    "/zaakobjecten": "zaakobjecten-list",
}
DEPARTURES: Final = (
    Departure(
        _OBJECTEN,
        ("objecten", "object-create-les"),
        "ObjectRecord: a record that corrects nothing says null",
        _properties("ObjectRecord", ("correctionFor", "correctedBy"), nullable=True),
    ),
    Departure(
        _OBJECTEN,
        ("objecten", "object-history"),
        "HistoryRecord: a record that corrects nothing says null",
        _properties("HistoryRecord", ("correctionFor", "correctedBy"), nullable=True),
    ),
    Departure(
        _OBJECTEN,
        ("objecten", "object-patch-externetaak-done"),
        "PATCH takes a record with nothing but data",
        _partly,
    ),
    Departure(
        _ZAKEN,
        ("zaken", "zaakobject-create-lesgroep"),
        "ZaakObject: a link without a type says null",
        _properties("Base_ZaakObjectSerializer", ("zaakobjecttype",), nullable=True),
    ),
    Departure(
        _ZAKEN,
        ("zaken", "zaakobject-create-lesgroep"),
        "ZaakObject: a link without an identification says null",
        _properties("object_identificatie_ObjectOverige", ("objectIdentificatie",), nullable=True),
    ),
    Departure(
        _ZAKEN,
        ("zaken", "zaak-get-expand"),
        "Status, Resultaat: an expanded part has an `_expand` of its own",
        _extra("_expand", "Status", "Resultaat"),
    ),
    *(
        Departure(
            _CATALOGI,
            ("catalogi", name),
            f"{schema}: days without a value are null",
            _properties(schema, _DAYS, nullable=True),
        )
        for schema, name in _DATED.items()
    ),
    *(
        Departure(
            _CATALOGI,
            ("catalogi", name),
            f"{path}?zaaktype is an address, written down as a number",
            _query_is_address(path, "zaaktype"),
        )
        for path, name in (("/statustypen", "statustypen-list"), ("/eigenschappen", "eigenschappen-list"))
    ),
    *(
        Departure(
            _ZAKEN,
            ("zaken", name),
            f"{path}?zaak is an address, written down as a number",
            _query_is_address(path, "zaak"),
        )
        for path, name in _ADDRESSED.items()
    ),
)


def mended(spec: Spec, file: str, without: Departure | None = None) -> Spec:
    """A file with its departures; without one of them it can be shown that it is needed."""
    doc = {**spec.doc, "paths": copy.deepcopy(spec.doc["paths"])}
    doc["components"] = copy.deepcopy(doc["components"])
    for departure in DEPARTURES:
        if departure.file == file and departure is not without:
            departure.mend(doc)
    return Spec(doc)
