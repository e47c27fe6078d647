"""A tenant is a municipality: its own bot, its own case system, its own facts. Read from one TOML file."""

from __future__ import annotations

import hashlib
import os
import tomllib
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo

from bot.cases.model import Hours, Party, State
from bot.errors import ConfigError

Weekday = Literal["ma", "di", "wo", "do", "vr", "za", "zo"]
WEEKDAYS: tuple[Weekday, ...] = ("ma", "di", "wo", "do", "vr", "za", "zo")
BUCKETS = 16


def _secret(value: object) -> object:
    """Resolve `env:NAME` and `file:PATH`, so that no secret stands in a tenant file."""
    if isinstance(value, str) and value.startswith("env:"):
        return os.environ.get(value[4:], "")
    if isinstance(value, str) and value.startswith("file:"):
        return Path(value[5:]).read_text(encoding="utf-8").strip()
    return value


def _writing_secret(value: object, info: ValidationInfo) -> object:
    """Resolve a key that writes, but only for who may write: others do not even read it."""
    if info.context is not None and not info.context.get("writing", True):
        return None
    if value is None:
        raise ValueError("the writer role needs this key")
    return _secret(value)


Secret = Annotated[str, BeforeValidator(_secret), Field(min_length=1, repr=False)]
WritingSecret = Annotated[
    str | None, BeforeValidator(_writing_secret), Field(min_length=1, repr=False, validate_default=True)
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

    omschrijving: str
    staat: State
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

    uuid: str
    versie: int = 1


@dataclass(frozen=True, slots=True)
class WritingKeys:
    """The keys that write, each for its own API or object types; only the writer role holds them."""

    objecten: str = field(repr=False)
    rooster: str = field(repr=False)
    klantinteracties: str = field(repr=False)


class Zaaksysteem(Part):
    """Where the case APIs are and how we may use them; roots end with a slash."""

    zaken: str
    catalogi: str
    objecten: str
    klantinteracties: str
    notificaties: str | None = None
    client_id: str
    geheim: Secret
    objecten_token: Secret
    objecten_schrijf_token: WritingSecret = None
    klantinteracties_token: WritingSecret = None
    rooster_token: WritingSecret = None
    notificatie_geheim: Secret

    @property
    def writing_keys(self) -> WritingKeys:
        """The keys that write; raises `ConfigError` in a process that was started without them."""
        keys = (self.objecten_schrijf_token, self.rooster_token, self.klantinteracties_token)
        objecten, rooster, klantinteracties = keys
        if objecten is None or rooster is None or klantinteracties is None:
            raise ConfigError(("The writer role needs the keys that write; this process has not read them.",))
        return WritingKeys(objecten, rooster, klantinteracties)


class Profiel(Part):
    """How the municipality's own case type maps to our model; what is not mapped is hidden."""

    bronorganisatie: str
    zaaktypen: tuple[str, ...]
    status: tuple[StatusRegel, ...]
    eigenschappen: dict[str, str]
    objecttypen: dict[str, Objecttype]
    onderdeel: tuple[OnderdeelRegel, ...] = ()


class Tenant(Part):
    """One municipality. `id` is part of every key in the store."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,30}$")]
    gemeente: Gemeente
    bot: BotProfiel
    team: Team
    medewerkers: tuple[Medewerker, ...] = ()
    balie: tuple[Moment, ...] = ()
    zaaksysteem: Zaaksysteem
    profiel: Profiel
    regels: tuple[Regel, ...] = ()
    bewaren: Bewaren = Bewaren()
    stilte: Stilte = Stilte()
    codes: Codes = Codes()
    kaart: str | None = None

    def reading(self) -> Tenant:
        """The same without the keys that write."""
        keys = dict.fromkeys(("objecten_schrijf_token", "klantinteracties_token", "rooster_token"))
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
    """Read a tenant file; raises `ConfigError` naming the file and every faulty entry.

    Without `writing` the keys that write are neither needed nor read, wherever they are kept.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return Tenant.model_validate(tomllib.loads(text), context={"writing": writing})
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise ConfigError((f"{path}: {fault}",)) from fault
    except ValidationError as fault:
        lines = (
            f"{path}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in fault.errors(include_input=False)
        )
        raise ConfigError(tuple(lines)) from fault
