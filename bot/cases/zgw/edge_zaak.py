"""The Zaken API's shapes, as far as they are read; of roles only staff, never a person's number or name."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator

from bot.cases.zgw.edge import Bool, Day, Edge, Instant, Int, Uuid, Vrij, names
from bot.cases.zgw.urls import uuid_of
from bot.tenant import Vertrouwelijkheid


class Zaak(Edge):
    """A case; `expand` holds its parts unchecked, each is checked for itself.

    Fields that the standard always sends have no default: without them an answer is not whole.
    """

    leaves: ClassVar[frozenset[str]] = names(
        "toelichting omschrijving registratiedatum verantwoordelijkeOrganisatie "
        "uiterlijkeEinddatumAfdoening publicatiedatum laatstGemuteerd laatstGeopend communicatiekanaal "
        "communicatiekanaalNaam productenOfDiensten betalingsindicatie betalingsindicatieWeergave "
        "laatsteBetaaldatum zaakgeometrie verlenging opschorting selectielijstklasse "
        "relevanteAndereZaken gerelateerdeZaken rollen kenmerken archiefnominatie archiefstatus "
        "archiefactiedatum opdrachtgevendeOrganisatie processobjectaard startdatumBewaartermijn "
        "processobject"
    )

    uuid: Uuid
    url: str
    identificatie: str
    bronorganisatie: str
    zaaktype: str
    vertrouwelijkheid: Vertrouwelijkheid = Field(alias="vertrouwelijkheidaanduiding")
    startdatum: Day
    gepland: Day | None = Field(alias="einddatumGepland")
    einddatum: Day | None
    hoofdzaak: str | None
    deelzaken: tuple[str, ...]
    status: str | None
    resultaat: str | None
    eigenschappen: tuple[str, ...]
    zaakobjecten: tuple[str, ...]
    documenten: tuple[str, ...] = Field(alias="zaakinformatieobjecten")
    expand: dict[str, Any] = Field(default={}, alias="_expand")

    @model_validator(mode="after")
    def _one_thing(self) -> Zaak:
        if uuid_of(self.url) != self.uuid:
            raise ValueError("address and UUID are of two things")
        return self


class Statustype(Edge):
    """A type of status; `informeren` is the municipality's own switch."""

    omschrijving: str
    volgnummer: Int
    informeren: Bool


class StatusParts(Edge):
    """What was expanded of a status."""

    statustype: Statustype


class Status(Edge):
    """The current status."""

    leaves: ClassVar[frozenset[str]] = names(
        "uuid statustype datumStatusGezet statustoelichting indicatieLaatstGezetteStatus gezetdoor "
        "zaakinformatieobjecten"
    )

    url: str
    zaak: str
    parts: StatusParts = Field(alias="_expand")


class Deelzaak(Zaak):
    """A part of the case with a type of its own; of its parts only the status is read."""


class Resultaattype(Edge):
    """A type of result."""

    omschrijving: str


class ResultParts(Edge):
    """What was expanded of a result."""

    resultaattype: Resultaattype


class Resultaat(Edge):
    """How a case ended."""

    leaves: ClassVar[frozenset[str]] = names("uuid resultaattype toelichting")

    url: str
    zaak: str
    parts: ResultParts = Field(alias="_expand")


class Eigenschap(Edge):
    """One property: always a text, never checked by the server."""

    leaves: ClassVar[frozenset[str]] = names("eigenschap _expand")

    url: str
    uuid: Uuid
    zaak: str
    naam: str
    waarde: Vrij


class Zaakobject(Edge):
    """A link to an object elsewhere."""

    leaves: ClassVar[frozenset[str]] = names(
        "url uuid zaakobjecttype objectType objectTypeOverigeDefinitie relatieomschrijving "
        "objectIdentificatie"
    )

    zaak: str
    object: str | None = None
    kind: str = Field(alias="objectTypeOverige")


class Informatieobject(Edge):
    """That a document belongs to the case; the document itself is never asked for."""

    leaves: ClassVar[frozenset[str]] = names("url informatieobject aardRelatieWeergave beschrijving status")

    uuid: Uuid
    zaak: str
    titel: Vrij
    sinds: Instant = Field(alias="registratiedatum")
    weg: Instant | None = Field(default=None, alias="vernietigingsdatum")


class Contactpersoon(Edge):
    """Contact details on a role."""

    telefoonnummer: str = ""


class Medewerker(Edge):
    """A colleague of the municipality."""

    identificatie: str = ""
    achternaam: Vrij = ""
    voorletters: str = ""
    tussenvoegsel: str = Field(default="", alias="voorvoegselAchternaam")

    @property
    def name(self) -> str:
        """Initials and surname."""
        return " ".join(p for p in (self.voorletters, self.tussenvoegsel, self.achternaam) if p)


class Rol(Edge):
    """The caseworker's role."""

    leaves: ClassVar[frozenset[str]] = names(
        "url uuid betrokkene afwijkendeNaamBetrokkene roltype omschrijving roltoelichting "
        "indicatieMachtiging statussen beginGeldigheid eindeGeldigheid authenticatieContext _expand"
    )

    zaak: str
    kind: Literal["medewerker"] = Field(alias="betrokkeneType")
    generic: Literal["behandelaar"] = Field(alias="omschrijvingGeneriek")
    since: Instant = Field(alias="registratiedatum")
    contact: Contactpersoon = Field(default=Contactpersoon(), alias="contactpersoonRol")
    who: Medewerker = Field(alias="betrokkeneIdentificatie")


class Zaaktype(Edge):
    """A type of case."""

    url: str
    identificatie: str
    richting: Literal["intern", "extern", "inkomend", "uitgaand"] = Field(alias="indicatieInternOfExtern")
