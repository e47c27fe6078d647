"""Shapes of the Taken API of Open VTB (0.1.0), as far as they are read.

`isToegewezenAan` is left out on purpose: it may hold a BSN.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final, Literal

from pydantic import Field

from bot.cases.model import TaskStatus
from bot.cases.zgw.edge import Day, Edge, Uuid, Vrij, names
from bot.cases.zgw.edge_objects import TaakInhoud

Stand = Literal["open", "uitgevoerd", "niet_uitgevoerd", "afgebroken", "verwerkt"]
STANDS: Final[dict[Stand, TaskStatus]] = {
    "open": TaskStatus.OPEN,
    "uitgevoerd": TaskStatus.DONE,
    "niet_uitgevoerd": TaskStatus.CLOSED,
    "afgebroken": TaskStatus.CLOSED,
    "verwerkt": TaskStatus.PROCESSED,
}


class Verband(Edge):
    """To what a task belongs: a URN."""

    urn: str


class Formulier(Edge):
    """The form of a formuliertaak; our keys are among what it is filled in with beforehand."""

    vooraf: TaakInhoud = Field(default=TaakInhoud(), alias="voorinvullenGegevens")


class TakenKop(Edge):
    """What a write needs of a task."""

    leaves: ClassVar[frozenset[str]] = names(
        "url urn verwerkerTaakId startdatum handelingsPerspectief datumHerinnering isToegewezenAan "
        "details titel einddatumHandelingsTermijn toelichting"
    )

    uuid: Uuid
    soort: Literal["betaaltaak", "urltaak", "formuliertaak"] = Field(alias="taakSoort")
    status: Stand
    verband: tuple[Verband, ...] = Field(alias="isGerelateerdAan")

    def of(self, urn: str) -> bool:
        """Whether the task belongs to this case; URNs are alike but for capitals in their first two parts."""
        return any(_same(one.urn, urn) for one in self.verband)


class ExterneTaak(TakenKop):
    """A task."""

    titel: Vrij
    eind: Day = Field(alias="einddatumHandelingsTermijn")
    toelichting: Vrij = ""
    details: dict[str, Any]


def _same(one: str, other: str) -> bool:
    return _spelt(one) == _spelt(other)


def _spelt(urn: str) -> tuple[str, ...]:
    head = urn.split(":", 2)
    return (*(part.lower() for part in head[:2]), *head[2:])
