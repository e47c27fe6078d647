"""The Zaken API's shapes, as far as they are read; of roles only staff, never a person's number or name."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from bot.cases.zgw.edge import Bool, Day, Edge, Instant, Uuid


class Zaak(Edge):
    """A case; `expand` holds its parts unchecked, each is checked for itself."""

    uuid: Uuid
    identificatie: str
    zaaktype: str
    einddatum: Day | None = None
    status: str | None = None
    resultaat: str | None = None
    eigenschappen: tuple[str, ...] = ()
    zaakobjecten: tuple[str, ...] = ()
    expand: dict[str, Any] = Field(default={}, alias="_expand")


class Statustype(Edge):
    """A type of status; `informeren` is the municipality's own switch."""

    omschrijving: str
    informeren: Bool = True


class StatusParts(Edge):
    """What was expanded of a status."""

    statustype: Statustype


class Status(Edge):
    """The current status."""

    zaak: str
    parts: StatusParts = Field(alias="_expand")


class Resultaattype(Edge):
    """A type of result."""

    omschrijving: str


class ResultParts(Edge):
    """What was expanded of a result."""

    resultaattype: Resultaattype


class Resultaat(Edge):
    """How a case ended."""

    zaak: str
    parts: ResultParts = Field(alias="_expand")


class Eigenschap(Edge):
    """One property: always a text, never checked by the server."""

    zaak: str
    naam: str
    waarde: str


class Zaakobject(Edge):
    """A link to an object elsewhere."""

    zaak: str
    object: str | None = None
    kind: str = Field(alias="objectTypeOverige")


class Contactpersoon(Edge):
    """Contact details on a role."""

    telefoonnummer: str = ""


class Medewerker(Edge):
    """A colleague of the municipality."""

    identificatie: str = ""
    achternaam: str = ""
    voorletters: str = ""
    tussenvoegsel: str = Field(default="", alias="voorvoegselAchternaam")

    @property
    def name(self) -> str:
        """Initials and surname."""
        return " ".join(p for p in (self.voorletters, self.tussenvoegsel, self.achternaam) if p)


class Rol(Edge):
    """The caseworker's role."""

    zaak: str
    kind: Literal["medewerker"] = Field(alias="betrokkeneType")
    generic: Literal["behandelaar"] = Field(alias="omschrijvingGeneriek")
    since: Instant = Field(alias="registratiedatum")
    contact: Contactpersoon = Field(default=Contactpersoon(), alias="contactpersoonRol")
    who: Medewerker = Field(alias="betrokkeneIdentificatie")


class Zaaktype(Edge):
    """A type of case."""

    identificatie: str
