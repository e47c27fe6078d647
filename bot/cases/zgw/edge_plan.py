"""The shape of the living plan (object type inburgeringsplan)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from bot.cases.model import PartKind, Party, Route
from bot.cases.zgw.edge import Bool, Day, Edge, Int, Moment, Number, Tekst, Uuid, Vrij, names


class Pip(Edge):
    """The decision that the plan belongs to."""

    dagtekening: Day = Field(alias="datumDagtekening")


class Termijn(Edge):
    """The term; the end is exclusive."""

    start: Day = Field(alias="startdatum")
    einde: Day = Field(alias="einddatumExclusief")


class Onderdeel(Edge):
    """A part of the plan; a status is the municipality's own word until content knows it."""

    soort: PartKind
    status: str
    onderdeel: str | None = None
    fase: Literal["klaar", "nu", "later"] | None = None
    aan_zet: tuple[Party, ...] = Field(default=(), alias="aanZet")
    volgende_stap: Tekst | None = Field(default=None, alias="volgendeStap")
    aanbieder: Vrij | None = None
    lesgroep: Uuid | None = None
    uren_doel: Int | None = Field(default=None, alias="urenDoel", ge=0)
    uren_bekend: Number | None = Field(default=None, alias="urenBekend")
    uren_door: Party | None = Field(default=None, alias="urenGemeldDoor")
    bekend_tot: Day | None = Field(default=None, alias="bekendTot")
    datum: Day | None = None


class Afspraak(Edge):
    """Who does what, before when."""

    tekst: Tekst
    door: Party
    voor: Day | None = None
    gereed: Bool = False


class WachtOp(Edge):
    """What is waited for."""

    soort: str
    aan_zet: Party = Field(alias="aanZet")
    tekst: Tekst | None = None
    sinds: Day | None = None
    vanaf: Day | None = Field(default=None, alias="verwachtVanaf")
    voor: Day | None = Field(default=None, alias="verwachtVoor")


class ContactData(Edge):
    """A person to turn to."""

    rol: Literal["klantmanager", "school", "begeleider", "werkgever"]
    naam: Vrij
    telefoon: str | None = None
    bereikbaar: tuple[Moment, ...] = Field(default=(), alias="bereikbaarTijden")
    talen: tuple[str, ...] = ()


class PlanData(Edge):
    """The plan."""

    leaves: ClassVar[frozenset[str]] = names("doelen")

    zaak: Uuid
    versie: Int
    leerroute: Route
    niveau: str | None = None
    per_onderdeel: dict[str, str] = Field(default={}, alias="niveauPerOnderdeel")
    pip: Pip
    termijn: Termijn | None = None
    onderdelen: tuple[Onderdeel, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    wacht_op: WachtOp | None = Field(default=None, alias="wachtOp")
    voortgangsgesprekken: tuple[Day, ...] = ()
    contact: tuple[ContactData, ...] = ()
