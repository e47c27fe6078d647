"""Shapes of Klantinteracties, as far as they are read back."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from bot.cases.zgw.edge import Edge, Uuid


class Ref(Edge):
    """A pointer."""

    uuid: Uuid


class Identificator(Edge):
    """What a contact is about."""

    id: str = Field(default="", alias="objectId")


class Subject(Edge):
    """An onderwerpobject."""

    identificator: Identificator | None = Field(default=None, alias="onderwerpobjectidentificator")


class ContactParts(Edge):
    """What was expanded of a contact."""

    subjects: tuple[Subject, ...] = Field(default=(), alias="gingOverOnderwerpobjecten")


class Klantcontact(Edge):
    """A contact; `metadata` holds our message id and the number of the piece."""

    uuid: Uuid
    metadata: dict[str, Any] = Field(default={})
    actors: tuple[Ref, ...] = Field(default=(), alias="hadBetrokkenActoren")
    tasks: tuple[Ref, ...] = Field(default=(), alias="leiddeTotInterneTaken")
    parts: ContactParts = Field(default=ContactParts(), alias="_expand")


class Made(Edge):
    """The answer of maak-klantcontact."""

    klantcontact: Klantcontact


class ActorId(Edge):
    """By what an actor is known elsewhere."""

    id: str = Field(default="", alias="objectId")
    kind: str = Field(default="", alias="codeSoortObjectId")


class Actor(Edge):
    """Somebody or something that handles contacts."""

    uuid: Uuid
    identificator: ActorId | None = Field(default=None, alias="actoridentificator")
