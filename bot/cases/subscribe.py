"""Our subscription at the Notificaties API: made if it is missing, mended if it differs."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import aiohttp
from pydantic import Field, ValidationError

from bot.cases.zgw.api import Api, Line
from bot.cases.zgw.credentials import Jwt
from bot.cases.zgw.edge import Edge
from bot.cases.zgw.urls import uuid_of
from bot.clock import Clock
from bot.errors import BadAnswer, ConfigError
from bot.tenant import Tenant


class Subscribed(StrEnum):
    """What had to be done."""

    CREATED = "created"
    MENDED = "mended"
    UNCHANGED = "unchanged"


class Channel(Edge):
    """A channel with its filters."""

    naam: str
    filters: dict[str, str] = Field(default={})


class Subscription(Edge):
    """A subscription as the server shows it: never with its secret."""

    url: str
    callback: str = Field(alias="callbackUrl")
    kanalen: tuple[Channel, ...]


class Subscriber:
    """Looks after the subscription of one tenant; the callback must be up, as the server probes it."""

    def __init__(
        self, tenant: Tenant, session: aiohttp.ClientSession, clock: Clock, line: Line | None = None
    ) -> None:
        system = tenant.zgw
        if system.notificaties is None:
            raise ConfigError((f"{tenant.id}: zaaksysteem.notificaties is not set.",))
        signer = Jwt(system.client_id, system.geheim, clock)
        self._api = Api(line or Line(session, clock, deadline=15.0), system.notificaties, signer)
        self._auth = f"Bearer {system.notificatie_geheim}"
        # Objects have no owner to filter on: which of them are ours is decided when the notification is read.
        self._channels = (
            Channel(naam="zaken", filters={"bronorganisatie": tenant.profiel.bronorganisatie}),
            Channel(naam="objecten"),
        )

    async def ensure(self, callback: str, renew: bool = False) -> Subscribed:
        """Make or mend the subscription for this address; `renew` sends it with a new secret."""
        found = [_read(doc) for doc in await self._api.array("abonnement")]
        mine = next((s for s in found if s.callback == callback), None)
        if mine is None:
            await self._api.send("POST", "abonnement", self._body(callback))
            return Subscribed.CREATED
        if not renew and _wanted(mine.kanalen) == _wanted(self._channels):
            return Subscribed.UNCHANGED
        uuid = uuid_of(mine.url)
        if uuid is None:
            raise BadAnswer("abonnement")
        await self._api.send("PUT", f"abonnement/{uuid}", self._body(callback))
        return Subscribed.MENDED

    def _body(self, callback: str) -> dict[str, Any]:
        channels = [{"naam": c.naam, "filters": c.filters} for c in self._channels]
        return {"callbackUrl": callback, "auth": self._auth, "kanalen": channels}


def _wanted(channels: tuple[Channel, ...]) -> list[tuple[str, list[tuple[str, str]]]]:
    return sorted((c.naam, sorted(c.filters.items())) for c in channels)


def _read(doc: object) -> Subscription:
    try:
        return Subscription.model_validate(doc)
    except (ValidationError, ValueError):
        raise BadAnswer("abonnement") from None
