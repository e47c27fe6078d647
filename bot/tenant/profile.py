"""A tenant's profile: how the municipality's own case type maps to our model."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from bot.cases.model import Party, State
from bot.tenant.fields import Part, check_rsin, check_uuid
from bot.tenant.names import BERICHTEN, Bericht, Dagvorm

Vertrouwelijkheid = Literal[
    "openbaar",
    "beperkt_openbaar",
    "intern",
    "zaakvertrouwelijk",
    "vertrouwelijk",
    "confidentieel",
    "geheim",
    "zeer_geheim",
]
"""From open to secret, in the order of the standard."""


class StatusRegel(Part):
    """What one statustype of the municipality means to us."""

    omschrijving: Annotated[str, Field(min_length=1, examples=["Traject loopt"])]
    staat: Annotated[State, Field(examples=["in_route"])]
    aan_zet: tuple[Party, ...] = ()
    wachten: str | None = None
    informeren: bool = True


class OnderdeelRegel(Part):
    """Defaults for a part of the plan: who reports hours, who acts."""

    soort: str
    status: str | None = None
    uren_door: Party | None = None
    aan_zet: tuple[Party, ...] = ()


class Objecttype(Part):
    """An object type at the municipality: its UUID and the version that is written."""

    uuid: Annotated[str, AfterValidator(check_uuid), Field(examples=["6931e866-d945-55d4-bce2-9e32bf836186"])]
    versie: Annotated[int, Field(ge=1)] = 1


class EigenschapRegel(Part):
    """How the municipality calls one fact, writes its days, and what its own values mean to us."""

    naam: Annotated[str, Field(min_length=1, max_length=20)]
    formaat: Dagvorm = "JJJJMMDD"
    waarden: dict[str, str] = Field(default={})


class DeelzaakRegel(Part):
    """What a deelzaak of this type says of PVT or MAP: its status in our words, and which date counts."""

    zaaktype: str
    onderdeel: Literal["pvt", "map"]
    status: dict[str, str]
    datum: Literal["einddatum", "einddatumGepland", "startdatum"] = "einddatum"


def _named(value: object) -> object:
    return {"naam": value} if isinstance(value, str) else value


class Profiel(Part):
    """How the municipality's own case type maps to our model; what is not mapped is hidden.

    With a nightly file only `status` and the rules are needed (`bot/tenant/checks.py`).
    """

    bronorganisatie: Annotated[str, AfterValidator(check_rsin), Field(examples=["123456782"])] = ""
    zaaktypen: Annotated[tuple[str, ...], Field(min_length=1, examples=[["ZT-INBURGERING"]])] = ()
    status: tuple[StatusRegel, ...]
    eigenschappen: dict[str, Annotated[EigenschapRegel, BeforeValidator(_named)]] = Field(default={})
    objecttypen: dict[str, Objecttype] = Field(default={})
    rollen: dict[str, str] = Field(default={})
    berichten: tuple[Bericht, ...] = BERICHTEN
    onderdeel: tuple[OnderdeelRegel, ...] = ()
    deelzaken: tuple[DeelzaakRegel, ...] = ()
    hoogste_vertrouwelijkheid: Vertrouwelijkheid = "zaakvertrouwelijk"
    """A case that is more confidential is not shown."""
    documenttitels: bool = False
    """True says that only documents that the person may know of have a title on the case."""
    dagen_vooruit: Annotated[int, Field(ge=0, le=366)] = 0
    """Appointments whose validity begins within so many days are read as well."""
    taken: Literal["objecten", "taken-api"] = "objecten"
    taken_urn: str = ""
    """How the Taken API names a case, with {zaak} (its UUID) or {zaaknummer}."""
