"""Shapes of Klantinteracties in which an answer comes back. Roles of people are never asked for."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from bot.cases.zgw.edge import Edge, Instant, Uuid
from bot.cases.zgw.edge_klant import Identificator, Ref


class Colleague(Edge):
    """Who took part in a contact."""

    naam: str = ""
    kind: str = Field(default="", alias="soortActor")


class About(Edge):
    """An onderwerpobject: what a contact is about, or to which earlier contact it is the answer."""

    klantcontact: Ref | None = None
    was: Ref | None = Field(default=None, alias="wasKlantcontact")
    identificator: Identificator | None = Field(default=None, alias="onderwerpobjectidentificator")


class InternalTask(Edge):
    """An internetaak."""

    status: str


class Expanded(Edge):
    """What was expanded of a contact."""

    subjects: tuple[About, ...] = Field(default=(), alias="gingOverOnderwerpobjecten")
    tasks: tuple[InternalTask, ...] = Field(default=(), alias="leiddeTotInterneTaken")


class Contact(Edge):
    """A klantcontact. `reactie` is an answer to `inhoud`, unless the answer is a contact of its own."""

    uuid: Uuid
    inhoud: str = ""
    reactie: str = ""
    at: Instant | None = Field(default=None, alias="plaatsgevondenOp")
    metadata: dict[str, Any] = Field(default={})
    actors: tuple[Colleague, ...] = Field(default=(), alias="hadBetrokkenActoren")
    parts: Expanded = Field(default=Expanded(), alias="_expand")

    @property
    def message(self) -> str:
        """The id of the question that we wrote, if it is one of ours."""
        return str(self.metadata.get("berichtId", ""))

    @property
    def answers(self) -> set[str]:
        """UUIDs of the contacts to which this one is an answer."""
        return {subject.was.uuid for subject in self.parts.subjects if subject.was is not None}

    @property
    def cases(self) -> set[str]:
        """What this contact is about, by the ids of other registers."""
        found = (s.identificator.id.lower() for s in self.parts.subjects if s.identificator)
        return {id for id in found if id}
