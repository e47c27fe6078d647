"""A tenant is a municipality: its own bot, its own case system, its own facts. Read from one TOML file."""

from __future__ import annotations

import hashlib
import os
import tomllib
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from bot.addresses import check_root
from bot.cases.model import Hours, Party, State
from bot.errors import ConfigError
from bot.profile_checks import faults_of
from bot.profile_names import BERICHTEN, Bericht, Dagvorm
from bot.tenant_faults import located, malformed, said

Weekday = Literal["ma", "di", "wo", "do", "vr", "za", "zo"]
WEEKDAYS: tuple[Weekday, ...] = ("ma", "di", "wo", "do", "vr", "za", "zo")
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
BUCKETS = 16


def _secret(value: object) -> object:
    """Resolve `env:NAME` and `file:PATH`, so that no secret stands in a tenant file."""
    if isinstance(value, str) and value.startswith("env:"):
        found = os.environ.get(value[4:], "")
        if not found:
            raise ValueError(f"the environment variable {value[4:]} is not set, or it is empty")
        return found
    if isinstance(value, str) and value.startswith("file:"):
        try:
            return Path(value[5:]).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as fault:
            raise ValueError(f"the file {value[5:]} cannot be read ({type(fault).__name__})") from None
    return value


def _rsin(value: str) -> str:
    if len(value) != 9 or not value.isascii() or not value.isdigit():
        raise ValueError("must be an RSIN, which has nine digits")
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if sum(weight * int(digit) for weight, digit in zip(weights, value, strict=True)) % 11:
        raise ValueError("is no RSIN: a digit is wrong, as it does not pass the eleven-test")
    return value


def _uuid(value: str) -> str:
    try:
        return str(UUID(value))
    except ValueError:
        raise ValueError("must be a UUID, the last part of the object type's address") from None


def _named(value: object) -> object:
    return {"naam": value} if isinstance(value, str) else value


Secret = Annotated[
    str, BeforeValidator(_secret), Field(min_length=1, repr=False, examples=["env:WEGWIJS_GEHEIM"])
]
Root = Annotated[str, AfterValidator(check_root)]
"""Where an API begins: https (http on this machine only), with a slash at the end."""


def _writing_secret(value: object, info: ValidationInfo) -> object:
    """Resolve a key that writes, but only for who may write: others do not even read it."""
    if info.context is not None and not info.context.get("writing", True):
        return None
    key = _secret(value)
    if not key:
        raise ValueError("the writer role needs this key")
    return key


WritingSecret = Annotated[
    str | None, BeforeValidator(_writing_secret), Field(repr=False, validate_default=True)
]


class Part(BaseModel):
    """Frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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


class Objecttype(Part):
    """An object type at the municipality: its UUID and the version that is written."""

    uuid: Annotated[str, AfterValidator(_uuid), Field(examples=["6931e866-d945-55d4-bce2-9e32bf836186"])]
    versie: Annotated[int, Field(ge=1)] = 1


class EigenschapRegel(Part):
    """How the municipality calls one fact, writes its days, and what its own values mean to us."""

    naam: Annotated[str, Field(min_length=1, max_length=20)]
    formaat: Dagvorm = "JJJJMMDD"
    waarden: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class WritingKeys:
    """The keys that write, each for its own API or object types; only the writer role holds them."""

    objecten: str = field(repr=False)
    rooster: str = field(repr=False)
    klantinteracties: str = field(repr=False)
    taken: str | None = field(default=None, repr=False)


class Zaaksysteem(Part):
    """Where the case APIs are and how we may use them; roots end with a slash.

    `objecttypen` only where that API stands alone (before Open Object 4). The last two are for the doctor:
    where it may see what we are allowed, and which Open Zaak it is, as no API tells.
    """

    zaken: Annotated[Root, Field(examples=["https://openzaak.gemeente.example/zaken/api/v1/"])]
    catalogi: Annotated[Root, Field(examples=["https://openzaak.gemeente.example/catalogi/api/v1/"])]
    objecten: Annotated[Root, Field(examples=["https://objecten.gemeente.example/api/v2/"])]
    klantinteracties: Annotated[
        Root, Field(examples=["https://openklant.gemeente.example/klantinteracties/api/v1/"])
    ]
    notificaties: Root | None = None
    objecttypen: Root | None = None
    autorisaties: Root | None = None
    openzaak_versie: Annotated[str | None, Field(pattern=r"^\d+\.\d+\.\d+$", examples=["1.29.3"])] = None
    client_id: Annotated[str, Field(min_length=1, examples=["wegwijs-waterveen"])]
    geheim: Secret
    objecten_token: Secret
    objecten_schrijf_token: WritingSecret = None
    klantinteracties_token: WritingSecret = None
    rooster_token: WritingSecret = None
    notificatie_geheim: Secret
    taken: Root | None = None
    taken_token: Annotated[str | None, BeforeValidator(_secret), Field(min_length=1, repr=False)] = None
    taken_schrijf_token: Annotated[
        str | None, BeforeValidator(_writing_secret), Field(min_length=1, repr=False)
    ] = None
    tegelijk: Annotated[int, Field(ge=1, le=100)] = 16
    """Calls side by side to all APIs together, of one process."""
    per_seconde: Annotated[float, Field(ge=1, le=5000)] = 500
    """Calls begun in a second."""

    @property
    def writing_keys(self) -> WritingKeys:
        """The keys that write; raises `ConfigError` in a process that was started without them."""
        keys = (self.objecten_schrijf_token, self.rooster_token, self.klantinteracties_token)
        objecten, rooster, klantinteracties = keys
        if objecten is None or rooster is None or klantinteracties is None:
            raise ConfigError(("The writer role needs the keys that write; this process has not read them.",))
        return WritingKeys(objecten, rooster, klantinteracties, self.taken_schrijf_token)


class DeelzaakRegel(Part):
    """What a deelzaak of this type says of PVT or MAP: its status in our words, and which date counts."""

    zaaktype: str
    onderdeel: Literal["pvt", "map"]
    status: dict[str, str]
    datum: Literal["einddatum", "einddatumGepland", "startdatum"] = "einddatum"


class Bestand(Part):
    """The folder with nightly files, for municipalities whose case system has no API (`bot/cases/file/`)."""

    map: Annotated[Path, Field(examples=["/srv/wegwijs/waterveen"])]


class Profiel(Part):
    """How the municipality's own case type maps to our model; what is not mapped is hidden.

    With a nightly file only `status` and the rules are needed (`bot/profile_checks.py`).
    """

    bronorganisatie: Annotated[str, AfterValidator(_rsin), Field(examples=["123456782"])] = ""
    zaaktypen: Annotated[tuple[str, ...], Field(min_length=1, examples=[["ZT-INBURGERING"]])] = ()
    status: tuple[StatusRegel, ...]
    eigenschappen: dict[str, Annotated[EigenschapRegel, BeforeValidator(_named)]] = {}
    objecttypen: dict[str, Objecttype] = {}
    rollen: dict[str, str] = {}
    berichten: tuple[Bericht, ...] = BERICHTEN
    onderdeel: tuple[OnderdeelRegel, ...] = ()
    deelzaken: tuple[DeelzaakRegel, ...] = ()
    hoogste_vertrouwelijkheid: Vertrouwelijkheid = "zaakvertrouwelijk"
    """A case that is more confidential is not shown."""
    documenttitels: bool = False
    """True says that only documents that the person may know of have a title on the case."""
    dagen_vooruit: Annotated[int, Field(ge=0, le=366)] = 0
    """Tasks and appointments whose validity begins within so many days are read as well."""
    taken: Literal["objecten", "taken-api"] = "objecten"
    taken_urn: str = ""
    """How the Taken API names a case, with {zaak} (its UUID) or {zaaknummer}."""


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
