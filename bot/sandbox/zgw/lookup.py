"""Finding rows by a field without walking the whole collection, so that a register may hold a whole city."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from bot.sandbox.zgw import roots

Doc = dict[str, Any]
_ZAAK: Final = ("zaak",)
# Only fields that never change once a row is kept.
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    roots.CASES: ("identificatie", "hoofdzaak"),
    roots.STATUSSEN: _ZAAK,
    roots.ROLLEN: _ZAAK,
    roots.RESULTATEN: _ZAAK,
    roots.ZAAKOBJECTEN: (*_ZAAK, "object"),
    roots.ZAAKEIGENSCHAPPEN: _ZAAK,
    roots.ZAAKINFORMATIEOBJECTEN: (*_ZAAK, "informatieobject"),
    roots.OBJECTS: ("type",),
    roots.ONDERWERPOBJECTEN: ("klantcontact", "wasKlantcontact", "onderwerpobjectidentificator"),
    roots.BETROKKENEN: ("hadKlantcontact",),
    roots.INTERNETAKEN: ("aanleidinggevendKlantcontact",),
    roots.ACTORKLANTCONTACTEN: ("klantcontact",),
}


class Lookup:
    """Rows by collection, field and value; of a reference the UUID (or `objectId`) counts."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], dict[str, Doc]] = {}

    def add(self, root: str, row: Doc) -> None:
        """Take in a new row."""
        for key in _keys(root, row):
            self._found.setdefault(key, {})[row["uuid"]] = row

    def remove(self, root: str, row: Doc) -> None:
        """Forget a row."""
        for key in _keys(root, row):
            self._found.get(key, {}).pop(row["uuid"], None)

    def narrowed(self, root: str, fields: Mapping[str, object]) -> Iterable[Doc] | None:
        """Rows among which those with these values are, oldest first; None where every row must be seen."""
        for name in FIELDS.get(root, ()):
            value = fields.get(name)
            if isinstance(value, str):
                return self._found.get((root, name, value), {}).values()
        return None

    def pointing(self, root: str, field: str, uuid: str) -> list[Doc]:
        """Rows whose reference names this UUID."""
        return list(self._found.get((root, field, uuid), {}).values())


def _keys(root: str, row: Doc) -> Iterable[tuple[str, str, str]]:
    for name in FIELDS.get(root, ()):
        value = row.get(name)
        if isinstance(value, dict):
            value = value.get("uuid") or value.get("objectId")
        if isinstance(value, str):
            yield root, name, value
