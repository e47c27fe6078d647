"""Shapes of the Objects API and of our object types for groups, lessons, appointments, absences and tasks."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator

from bot.cases.model import LessonStatus, PartKind, Party, TaskStatus
from bot.cases.zgw.edge import Bool, Day, Edge, Int, LooseWall, Moment, Tekst, Uuid, Vrij, Wall, names
from bot.cases.zgw.urls import uuid_of


class Record(Edge):
    """The valid record of an object; `index` counts its changes."""

    index: Int
    data: dict[str, Any]


class ObjectDoc(Edge):
    """An object; `type` is an address of which only the UUID counts."""

    uuid: Uuid
    url: str
    type: str
    record: Record

    @model_validator(mode="after")
    def _one_thing(self) -> ObjectDoc:
        if uuid_of(self.url) != self.uuid:
            raise ValueError("address and UUID are of two things")
        return self


class Locatie(Edge):
    """Where it is; an empty text means that nothing is filled in."""

    naam: Vrij | None = None
    sleutel: str | None = None
    adres: Vrij | None = None
    ruimte: Vrij | None = None
    online: Bool = False
    toelichting_online: Vrij | None = Field(default=None, alias="toelichtingOnline")


class Aanbieder(Edge):
    """A school or work place."""

    naam: Vrij
    telefoon: str | None = None
    talen: tuple[str, ...] = ()
    bereikbaar: tuple[Moment, ...] = Field(default=(), alias="bereikbaarTijden")


class LesgroepData(Edge):
    """A group."""

    leaves: ClassVar[frozenset[str]] = names("niveau begindatum einddatum vakanties status afmeldenVoor")

    code: str
    naam: Vrij
    onderdeel: PartKind
    aanbieder: Aanbieder
    weekrooster: tuple[Moment, ...] = ()
    locatie: Locatie | None = None
    docent: Vrij | None = None
    meenemen_sleutels: tuple[str, ...] = Field(default=(), alias="meenemenSleutels")


class WijzigingData(Edge):
    """What changed last."""

    soort: str
    op: Wall
    vorige_begin: Wall | Literal[""] | None = Field(default=None, alias="vorigeBegin")
    vorige_locatie: Vrij | None = Field(default=None, alias="vorigeLocatie")
    reden: str | None = None


class LesData(Edge):
    """A lesson."""

    leaves: ClassVar[frozenset[str]] = names("datum minuten bron")

    lesgroep: Uuid
    volgnummer: Int
    onderdeel: PartKind
    titel: Vrij | None = None
    begin: Wall
    einde: Wall
    locatie: Locatie | None = None
    docent: Vrij | None = None
    meenemen: Vrij | None = None
    meenemen_sleutels: tuple[str, ...] = Field(default=(), alias="meenemenSleutels")
    status: LessonStatus
    versie: Int
    wijziging: WijzigingData | None = None


class LessonDay(Edge):
    """What an absence needs of a lesson."""

    begin: Wall


class TolkData(Edge):
    """An interpreter."""

    nodig: Bool
    taal: str | None = None
    besteld: Bool = False
    gevraagd_op: Wall | None = Field(default=None, alias="gevraagdOp")


class AntwoordData(Edge):
    """The person's answer."""

    keuze: Literal["bevestigen", "verzetten", "afzeggen"]
    voorkeur: Literal["ochtend", "middag", "bellen"] | None = None
    op: Wall | None = None

    @property
    def preference(self) -> str | None:
        """What suits better; a merge patch removes nothing, so with other choices it is an old one."""
        return self.voorkeur if self.keuze == "verzetten" else None


class AfspraakData(Edge):
    """An appointment."""

    leaves: ClassVar[frozenset[str]] = names("datum")

    zaak: Uuid
    soort: str
    titel: Tekst | None = None
    volgnummer: Int | None = None
    examenonderdeel: str | None = None
    begin: Wall
    einde: Wall | None = None
    vorm: Literal["fysiek", "telefoon", "video"] = "fysiek"
    locatie: Locatie | None = None
    met: Vrij | None = None
    tolk: TolkData | None = None
    meenemen: Vrij | None = None
    meenemen_sleutels: tuple[str, ...] = Field(default=(), alias="meenemenSleutels")
    status: Literal[
        "voorgesteld", "gepland", "bevestigd", "verzet", "afgezegd", "gehouden", "niet_verschenen"
    ]
    antwoord_mogelijk: tuple[Literal["bevestigen", "verzetten", "afzeggen"], ...] = Field(
        default=(), alias="antwoordMogelijk"
    )
    antwoord: AntwoordData | None = None
    versie: Int


class AfmeldingData(Edge):
    """An absence report; a reason is not read, even if there is one."""

    leaves: ClassVar[frozenset[str]] = names("datum kanaal soort reden idempotentieSleutel")

    les: Uuid
    zaak: Uuid
    gemeld_op: Wall = Field(alias="gemeldOp")
    status: Literal["gemeld", "gezien", "geldig", "ongeldig", "ingetrokken"]


class Koppeling(Edge):
    """To what a task belongs."""

    registratie: Literal["zaak", "product"]
    uuid: Uuid


class Gever(Edge):
    """Who gave a task."""

    rol: Party | None = None
    naam: Vrij | None = None


class Stap(Edge):
    """A step of a task."""

    nl: Vrij
    sleutel: str | None = None
    vertalingen: dict[str, Vrij] = Field(default={})
    pictogram: str = ""


class TaakInhoud(Edge):
    """Our keys in `portaalformulier.data`."""

    titel_sleutel: str | None = None
    uitleg_sleutel: str | None = None
    waarom: Tekst | None = None
    gegeven_door: Gever | None = None
    stappen: tuple[Stap, ...] = ()
    duur_minuten: Int | None = None
    plaats_sleutel: str | None = None
    bewijs: str | None = None


class Verzonden(Edge):
    """What the bot sent."""

    gedaan_op: Day | None = Field(default=None, alias="gedaanOp")


class Portaalformulier(Edge):
    """The form block of a task."""

    data: TaakInhoud = TaakInhoud()
    verzonden: Verzonden = Field(default=Verzonden(), alias="verzonden_data")


class TaskHead(Edge):
    """What a write needs of a task. `identificatie` is left out on purpose: there may be a BSN in it."""

    leaves: ClassVar[frozenset[str]] = names(
        "identificatie verwerker_taak_id eigenaar soort url ogonebetaling"
    )

    status: TaskStatus
    koppeling: Koppeling | None = None
    portaalformulier: Any = None

    @property
    def case(self) -> str:
        """The UUID of the case that the task belongs to, or an empty text."""
        return self.koppeling.uuid if self.koppeling and self.koppeling.registratie == "zaak" else ""


class TaakData(TaskHead):
    """An external task (v2)."""

    titel: Vrij
    verloopdatum: LooseWall | None = None
    portaalformulier: Portaalformulier | None = None
