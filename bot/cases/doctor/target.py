"""What a configuration says, read entry by entry, so that a fault in one does not hide the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.tenant import EigenschapRegel, Objecttype, Profiel, StatusRegel, Zaaksysteem

ROOTS: Final = (
    "zaken",
    "catalogi",
    "objecten",
    "klantinteracties",
    "notificaties",
    "objecttypen",
    "autorisaties",
    "taken",
)
KEYS: Final = (
    "objecten_token",
    "objecten_schrijf_token",
    "rooster_token",
    "klantinteracties_token",
    "taken_token",
    "taken_schrijf_token",
)


@dataclass(frozen=True, slots=True)
class Target:
    """The parts that can be used; what is missing or faulty is None or left out."""

    tenant: str
    public_url: str | None
    roots: Mapping[str, str]
    keys: Mapping[str, str] = field(repr=False)
    client_id: str | None
    secret: str | None = field(repr=False)
    notice_secret: str | None = field(repr=False)
    organisation: str | None
    case_types: tuple[str, ...]
    """Those of the cases themselves, then those of their deelzaken."""
    main_types: int
    parts: Mapping[str, tuple[str, ...]]
    """Case types of deelzaken with the status types that are mapped."""
    statuses: tuple[StatusRegel, ...]
    properties: Mapping[str, EigenschapRegel]
    object_types: Mapping[str, Objecttype]
    roles: Mapping[str, str]
    openzaak: str | None

    @property
    def callback(self) -> str | None:
        """Where the case system calls us."""
        return f"{self.public_url}/cases/{self.tenant}" if self.public_url and self.tenant else None


def target_of(tenant: str, public_url: str | None, doc: Mapping[str, Any]) -> Target:
    """Take over what is well formed in a tenant file as it was read."""
    system, profile = _table(doc.get("zaaksysteem")), _table(doc.get("profiel"))
    read = {name: _value(Zaaksysteem, name, system) for name in Zaaksysteem.model_fields}
    parts = _value(Profiel, "deelzaken", profile) or ()
    types = (*(_value(Profiel, "zaaktypen", profile) or ()), *(part.zaaktype for part in parts))
    return Target(
        tenant=tenant,
        public_url=public_url,
        roots={name: read[name] for name in ROOTS if read.get(name)},
        keys={name: read[name] for name in KEYS if read.get(name)},
        client_id=read.get("client_id"),
        secret=read.get("geheim"),
        notice_secret=read.get("notificatie_geheim"),
        organisation=_value(Profiel, "bronorganisatie", profile),
        case_types=tuple(dict.fromkeys(types)),
        main_types=len(types) - len(parts),
        parts={part.zaaktype: tuple(part.status) for part in parts},
        statuses=tuple(_models(StatusRegel, profile.get("status"))),
        properties=dict(_named(EigenschapRegel, profile.get("eigenschappen"))),
        object_types=dict(_named(Objecttype, profile.get("objecttypen"))),
        roles=_value(Profiel, "rollen", profile) or {},
        openzaak=read.get("openzaak_versie"),
    )


def _value(model: type[BaseModel], name: str, table: Mapping[str, Any]) -> Any:
    if name not in table:
        return None
    adapter: TypeAdapter[Any] = TypeAdapter(model.model_fields[name].rebuild_annotation())
    try:
        return adapter.validate_python(table[name])
    except ValidationError:
        return None


def _models(model: type[StatusRegel], rows: object) -> Iterator[StatusRegel]:
    for row in rows if isinstance(rows, list) else ():
        try:
            yield model.model_validate(row)
        except ValidationError:
            continue


def _named(model: Any, table: object) -> Iterator[tuple[str, Any]]:
    for name, value in _table(table).items():
        try:
            yield name, model.model_validate({"naam": value} if isinstance(value, str) else value)
        except ValidationError:
            continue


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
