"""Who handles contacts in Klantinteracties: the bot itself, a colleague, or the team."""

from __future__ import annotations

from typing import Any, Final

from pydantic import ValidationError

from bot.cases.zgw.api import Api
from bot.cases.zgw.edge_klant import Actor
from bot.cases.zgw.edge_zaak import Rol
from bot.errors import BadAnswer

_BOT: Final = {
    "naam": "Wegwijs",
    "soortActor": "geautomatiseerde_actor",
    "indicatieActief": True,
    "actoridentificator": {
        "objectId": "wegwijs",
        "codeObjecttype": "geautomatiseerde_actor",
        "codeRegister": "bot",
        "codeSoortObjectId": "naam",
    },
    "actorIdentificatie": {"functie": "Berichtenbot", "omschrijving": "Telegram"},
}
_TEAM: Final = {
    "naam": "Team inburgering",
    "soortActor": "organisatorische_eenheid",
    "indicatieActief": True,
    "actoridentificator": {
        "objectId": "team-inburgering",
        "codeObjecttype": "afd",
        "codeRegister": "obj",
        "codeSoortObjectId": "idf",
    },
    "actorIdentificatie": {"omschrijving": "Team inburgering"},
}


class Actors:
    """Finds actors by their identification and makes those that are missing; found ones are remembered."""

    def __init__(self, klant: Api) -> None:
        self._klant = klant
        self._known: dict[str, str] = {}

    async def bot(self) -> str:
        """The UUID of the bot."""
        return await self._uuid("wegwijs", _BOT)

    async def team(self) -> str:
        """The UUID of the team, for cases without a caseworker."""
        return await self._uuid("team-inburgering", _TEAM)

    async def colleague(self, role: Rol) -> str:
        """The UUID of the colleague in this role."""
        name = role.who.identificatie
        if not name:
            return await self.team()
        identification = {"codeObjecttype": "mdw", "codeRegister": "msei", "codeSoortObjectId": "idf"}
        body = {
            "naam": role.who.name or name,
            "soortActor": "medewerker",
            "indicatieActief": True,
            "actoridentificator": {"objectId": name, **identification},
            "actorIdentificatie": {"functie": "Klantmanager"},
        }
        return await self._uuid(name, body)

    async def _uuid(self, name: str, body: dict[str, Any]) -> str:
        if name not in self._known:
            self._known[name] = await self._find(name) or await self._make(body)
        return self._known[name]

    async def _find(self, name: str) -> str | None:
        docs = await self._klant.pages("actoren", [("actoridentificatorObjectId", name)])
        found = [_actor(doc) for doc in docs]
        return next((a.uuid for a in found if a.identificator and a.identificator.id == name), None)

    async def _make(self, body: dict[str, Any]) -> str:
        return _actor(await self._klant.send("POST", "actoren", body)).uuid


def _actor(doc: object) -> Actor:
    try:
        return Actor.model_validate(doc)
    except (ValidationError, ValueError):
        raise BadAnswer("actor") from None
