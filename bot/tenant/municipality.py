"""A tenant file as it is written: one municipality with all its sections."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, model_validator

from bot.cases.model import Hours
from bot.errors import ConfigError
from bot.tenant.case_system import Zaaksysteem
from bot.tenant.checks import faults_of
from bot.tenant.faults import located, malformed, said
from bot.tenant.fields import Part, Root, Secret
from bot.tenant.profile import (
    Profiel,
)

Weekday = Literal["ma", "di", "wo", "do", "vr", "za", "zo"]
WEEKDAYS: tuple[Weekday, ...] = ("ma", "di", "wo", "do", "vr", "za", "zo")
BUCKETS = 16


class Moment(Part):
    """A weekly moment (dag, begin, einde)."""

    dag: Weekday
    begin: time
    einde: time

    @property
    def hours(self) -> Hours:
        """The same in the terms of the case model."""
        return Hours(WEEKDAYS.index(self.dag) + 1, self.begin, self.einde)


class Gemeente(Part):
    """The municipality's card."""

    naam: str
    stadhuis: str
    adres: str
    telefoon: str
    openingstijden: tuple[Moment, ...]


class Medewerker(Part):
    """A caseworker as the newcomer sees her; `id` is the identification in the case system's role."""

    id: str
    naam: str
    telefoon: str | None = None
    talen: tuple[str, ...] = ()
    bellen: tuple[Moment, ...] = ()
    lezen: tuple[Moment, ...] = ()
    vervanger: str | None = None


class Team(Part):
    """The team behind the caseworkers."""

    telefoon: str
    bellen: tuple[Moment, ...] = ()
    lezen: tuple[Moment, ...] = ()


class Regel(Part):
    """A computed date, always shown as advice of the municipality with its source."""

    sleutel: str
    maanden_voor_einde: int
    bron: str


class Bewaren(Part):
    """Retention periods in days."""

    gesprek: int = 30
    aflevering: int = 90
    link_na_afsluiten: int = 30
    voorbereiding: int = 30
    na_afsluiten: int = 30


class Stilte(Part):
    """Default quiet hours, local time."""

    van: time = time(21, 0)
    tot: time = time(7, 30)


class Codes(Part):
    """Life of invitation codes."""

    brief_dagen: int = 14
    kantoor_minuten: int = 10
    bevestigen: bool = True


class BotProfiel(Part):
    """The municipality's own bot."""

    token: Secret
    gebruikersnaam: str
    webhook_geheim: Secret
    controlezin: str = "Wegwijs"


class Bestand(Part):
    """The folder with nightly files, for municipalities whose case system has no API (`bot/cases/file/`)."""

    map: Annotated[Path, Field(examples=["/srv/wegwijs/waterveen"])]


DuoOfZaak = Literal["zaak", "duo"]


class DuoBron(Part):
    """Which source counts per field: the case, unless DUO is named."""

    termijn: DuoOfZaak = "zaak"
    uren: DuoOfZaak = "zaak"
    pip: DuoOfZaak = "zaak"
    map: DuoOfZaak = "zaak"
    pvt: DuoOfZaak = "zaak"
    examens: DuoOfZaak = "zaak"


class Duo(Part):
    """DUO through the municipality's own gateway, which puts the case reference in the place of the BSN.

    `lezen` names what is read; `verwijzing` is what the gateway calls a case. `bron` and `doel` are the OINs
    of municipality and DUO, `gemeentecode` the four digits under which DUO knows the municipality's hours.
    """

    poort: Annotated[Root, Field(examples=["https://poort.gemeente.example/duo/"])]
    sleutel: Secret
    notificatie_geheim: Secret
    bron: Annotated[str, Field(pattern=r"^\d{20}$")]
    doel: Annotated[str, Field(pattern=r"^\d{20}$")]
    gemeentecode: Annotated[str, Field(pattern=r"^\d{4}$")]
    verwijzing: Literal["nummer", "uuid"] = "nummer"
    lezen: tuple[Literal["inburgeringsplicht", "termijn", "uren", "pip", "map", "pvt", "examens"], ...] = (
        "inburgeringsplicht",
        "termijn",
        "uren",
        "pip",
        "map",
        "pvt",
        "examens",
    )
    opnieuw_na_dagen: Annotated[int, Field(ge=1)] = 7
    per_uur: Annotated[int, Field(ge=1)] = 500
    bronnen: DuoBron = DuoBron()


class Tenant(Part):
    """One municipality. `id` is part of every key in the store."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,30}$")]
    gemeente: Gemeente
    bot: BotProfiel
    team: Team
    medewerkers: tuple[Medewerker, ...] = ()
    balie: tuple[Moment, ...] = ()
    zaaksysteem: Zaaksysteem | None = None
    bestand: Bestand | None = None
    profiel: Profiel
    duo: Duo | None = None
    regels: tuple[Regel, ...] = ()
    bewaren: Bewaren = Bewaren()
    stilte: Stilte = Stilte()
    codes: Codes = Codes()
    kaart: str | None = None

    @model_validator(mode="after")
    def _taken(self) -> Tenant:
        asked = self.profiel.taken == "taken-api"
        named = "{zaak}" in self.profiel.taken_urn or "{zaaknummer}" in self.profiel.taken_urn
        if asked and not (self.zgw.taken and self.zgw.taken_token and named):
            raise ValueError(
                'profiel.taken = "taken-api" needs zaaksysteem.taken, zaaksysteem.taken_token and'
                " profiel.taken_urn with {zaak} or {zaaknummer}"
            )
        return self

    @property
    def zgw(self) -> Zaaksysteem:
        """The case system's APIs; raises `ConfigError` where the cases come from a nightly file."""
        if self.zaaksysteem is None:
            raise ConfigError((f"{self.id} reads a nightly file ([bestand]) and has no [zaaksysteem].",))
        return self.zaaksysteem

    @property
    def notified(self) -> bool:
        """Whether the case system tells us of changes."""
        return self.zaaksysteem is not None and self.zaaksysteem.notificaties is not None

    def reading(self) -> Tenant:
        """The same without the keys that write."""
        if self.zaaksysteem is None:
            return self
        names = ("objecten_schrijf_token", "klantinteracties_token", "rooster_token", "taken_schrijf_token")
        keys = dict.fromkeys(names)
        return self.model_copy(update={"zaaksysteem": self.zaaksysteem.model_copy(update=keys)})

    @property
    def bucket(self) -> str:
        """The bucket tag of this tenant's keys, a fixed hash of its id (design §3.6)."""
        return f"b{hashlib.sha256(self.id.encode()).digest()[0] % BUCKETS:02d}"

    @property
    def telefoons(self) -> tuple[str, ...]:
        """Telephone numbers that everybody may know."""
        found = (self.gemeente.telefoon, self.team.telefoon, *(m.telefoon for m in self.medewerkers))
        return tuple(number for number in found if number)

    def medewerker(self, identification: str | None) -> Medewerker | None:
        """Find a caseworker by the identification that the case system uses."""
        return next((m for m in self.medewerkers if m.id == identification), None)


def read_tenant(path: Path, *, writing: bool = True) -> Tenant:
    """Read a tenant file; raises `ConfigError` naming the file, the line and every faulty entry.

    Without `writing` the keys that write are neither needed nor read, wherever they are kept.
    """
    try:
        text = path.read_text(encoding="utf-8")
        doc = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as fault:
        raise ConfigError((f"{path} cannot be read ({type(fault).__name__}).",)) from fault
    except tomllib.TOMLDecodeError as fault:
        raise ConfigError((malformed(path, str(fault)),)) from None
    tenant: Tenant | None = None
    faults = list(faults_of(doc))
    try:
        tenant = Tenant.model_validate(doc, context={"writing": writing})
    except ValidationError as refused:
        faults += said(refused, Tenant)
    if faults or tenant is None:
        raise ConfigError(located(path, text, faults))
    return tenant
