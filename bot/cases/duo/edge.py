"""DUO's resources as they come over the wire (its OpenAPI files), as far as we need them.

A field that is not named here is not read: no BSN, no V-number, no reason, no ground, no score, no result.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from bot.cases.duo.events import Standing
from bot.cases.model import Route
from bot.cases.zgw.edge import Bool, Day, Edge

Hours = Annotated[int, Field(strict=True, ge=0, le=9999)]

REASONS: Final = {
    "Volledige ontheffing": Standing.FINISHED,
    "Volledige vrijstelling": Standing.FINISHED,
    "Inburgeringsplicht voldaan": Standing.FINISHED,
    "Tijdelijke vrijstelling": Standing.PAUSED,
    "Verblijfsdoel gewijzigd": Standing.STOPPED,
    "Vertrek uit Nederland langer dan een jaar": Standing.STOPPED,
    "Overlijden": Standing.STOPPED,
    "Overig": Standing.STOPPED,
}
"""What the reason for there being no obligation means to us; the reason itself is not kept."""


class Inburgeringsplicht(Edge):
    """The obligation."""

    obliged: Bool = Field(alias="indicatorInburgeringsplicht")
    reason: str | None = Field(default=None, alias="redenGeenInburgeringsplicht", repr=False)

    @property
    def standing(self) -> Standing:
        """How it stands; `ValueError` where there is none and nobody says why: silence needs a reason."""
        if self.obliged:
            return Standing.OBLIGED
        found = REASONS.get(self.reason or "")
        if found is None:
            raise ValueError("no obligation, and no reason that we know")
        return found


class Inburgeringstermijn(Edge):
    """The term; its end is exclusive."""

    starts: Day = Field(alias="startdatum")
    ends: Day = Field(alias="einddatum")


class Uren(Edge):
    """A counter."""

    uren: Hours


class GemeenteUren(Edge):
    """Hours that one municipality reported; `bekendTot` is exclusive. Hours of the intake count elsewhere."""

    code: str | None = Field(default=None, alias="gemeentecode", pattern=r"^\d{4}$")
    until: Day | None = Field(default=None, alias="bekendTot")
    lessons: Uren | None = Field(default=None, alias="ParticipatieAlsTaalles")
    participation: Uren | None = Field(default=None, alias="ParticipatieactiviteitenBredeIntake")


class Pip(Edge):
    """The plan as DUO registered it."""

    dated_on: Day = Field(alias="dagtekeningPip")
    route: Route = Field(alias="leerroute")
    level: Literal["A2", "B1"] | None = Field(default=None, alias="niveau")


class GemeentePip(Edge):
    """The plan of a municipality, perhaps an earlier one."""

    pip: Pip


class DatumMap(Edge):
    """The final talk of the MAP."""

    on: Day = Field(alias="datumEindgesprekMap")


class DatumPvt(Edge):
    """The signature of the PVT."""

    on: Day = Field(alias="datumOndertekeningPvt")


class Examenresultaat(Edge):
    """That an exam has a result, and when it was taken. What the result is, is never read."""

    on: Day = Field(alias="examendatum")
    part: Literal["KNM", "LE", "LU", "SC", "SP"] = Field(alias="onderdeel")
