"""Our subscription at the Notificaties API: looked at, made, mended where it differs, removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar

import aiohttp
from pydantic import Field, ValidationError
from yarl import URL

from bot.cases.zgw.api import Api, Line
from bot.cases.zgw.credentials import Jwt
from bot.cases.zgw.edge import Edge
from bot.cases.zgw.urls import uuid_of
from bot.clock import Clock
from bot.errors import BadAnswer, ConfigError
from bot.tenant import Tenant

WANTED: Final = ("zaken", "objecten", "zaaktypen")
WELCOME: Final = ("internetaken",)
"""Only brings answers to questions sooner, which are asked after anyway; many servers do not have it."""
PROBE: Final = {
    "kanaal": "test",
    "hoofdObject": "http://some.hoofdobject.nl/",
    "resource": "some_resource",
    "resourceUrl": "http://some.resource.nl/",
    "actie": "create",
    "aanmaakdatum": "2019-01-01T12:00:00Z",
    "kenmerken": {},
}
"""What Open Notificaties 1.16.1 sends at a registration."""


class Subscribed(StrEnum):
    """What had to be done."""

    CREATED = "created"
    MENDED = "mended"
    UNCHANGED = "unchanged"


class State(StrEnum):
    """How our subscription stands."""

    MISSING = "missing"
    OK = "ok"
    DIFFERS = "differs"


class Channel(Edge):
    """A channel of a subscription with its filters."""

    naam: str
    filters: dict[str, str] = Field(default={})


class Offered(Edge):
    """A channel of the server with the filters that it knows."""

    naam: str
    filters: tuple[str, ...] = ()


class Subscription(Edge):
    """A subscription as the server shows it: never with its secret."""

    url: str
    callback: str = Field(alias="callbackUrl")
    kanalen: tuple[Channel, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What was found. `twice` are ours as well; `elsewhere` have our path at another address.

    `others` is how many belong to other programs; `lacking` are channels that the server does not have.
    """

    state: State
    mine: Subscription | None
    wanted: tuple[Channel, ...]
    twice: tuple[Subscription, ...] = ()
    elsewhere: tuple[Subscription, ...] = ()
    others: int = 0
    lacking: tuple[str, ...] = ()
    offered: tuple[Offered, ...] = ()


class Subscriber:
    """Looks after the subscription of one tenant; the callback must be up, as the server probes it.

    What belongs to other programs is never touched, and neither is one of ours at another address: it may be
    another installation's.
    """

    def __init__(
        self, tenant: Tenant, session: aiohttp.ClientSession, clock: Clock, line: Line | None = None
    ) -> None:
        system = tenant.zgw
        if system.notificaties is None:
            raise ConfigError((f"{tenant.id}: zaaksysteem.notificaties is not set.",))
        signer = Jwt(system.client_id, system.geheim, clock)
        self._api = Api(line or Line(session, clock, deadline=15.0), system.notificaties, signer)
        self._session = session
        self._auth = f"Bearer {system.notificatie_geheim}"
        self._organisation = tenant.profiel.bronorganisatie

    async def look(self, callback: str) -> Look:
        """See how it stands; changes nothing."""
        offered = tuple(_read(Offered, doc) for doc in await self._api.array("kanaal"))
        found = [_read(Subscription, doc) for doc in await self._api.array("abonnement")]
        names = {one.naam for one in offered}
        wanted = self._channels(names)
        mine = [one for one in found if one.callback == callback]
        elsewhere = [one for one in found if one.callback != callback and _same_path(one.callback, callback)]
        state = State.MISSING
        if mine:
            state = State.OK if _plain(mine[0].kanalen) == _plain(wanted) else State.DIFFERS
        return Look(
            state,
            mine[0] if mine else None,
            wanted,
            tuple(mine[1:]),
            tuple(elsewhere),
            len(found) - len(mine) - len(elsewhere),
            tuple(name for name in WANTED if name not in names),
            offered,
        )

    async def ensure(self, callback: str, renew: bool = False) -> Subscribed:
        """Make or mend the subscription for this address; `renew` sends it with a new secret."""
        found = await self.look(callback)
        body = {"callbackUrl": callback, "auth": self._auth, "kanalen": _wire(found.wanted)}
        if found.mine is None:
            await self._api.send("POST", "abonnement", body)
            return Subscribed.CREATED
        for one in found.twice:
            await self._api.send("DELETE", f"abonnement/{_uuid(one)}", None)
        if renew or found.state is State.DIFFERS:
            await self._api.send("PUT", f"abonnement/{_uuid(found.mine)}", body)
        changed = renew or found.state is State.DIFFERS or found.twice
        return Subscribed.MENDED if changed else Subscribed.UNCHANGED

    async def remove(self, callback: str) -> int:
        """Remove every subscription with exactly this address; answers how many there were."""
        found = await self.look(callback)
        mine = (*([found.mine] if found.mine else []), *found.twice)
        for one in mine:
            await self._api.send("DELETE", f"abonnement/{_uuid(one)}", None)
        return len(mine)

    async def probe(self, callback: str) -> tuple[int, int]:
        """Call our own address as the server does, without and with the secret; 0 where nothing answers."""
        return await self._status(callback, {}), await self._status(callback, {"Authorization": self._auth})

    async def _status(self, callback: str, headers: dict[str, str]) -> int:
        patience = aiohttp.ClientTimeout(total=10)
        try:
            async with self._session.post(
                callback, json=PROBE, headers=headers, timeout=patience, allow_redirects=False
            ) as answer:
                return answer.status
        except (aiohttp.ClientError, TimeoutError, ValueError, OSError):
            return 0

    def _channels(self, names: set[str]) -> tuple[Channel, ...]:
        # Objects have no owner to filter on: which are ours is decided when the notification is read.
        filters = {"zaken": {"bronorganisatie": self._organisation}}
        return tuple(
            Channel(naam=name, filters=filters.get(name, {})) for name in (*WANTED, *WELCOME) if name in names
        )


def _same_path(one: str, other: str) -> bool:
    try:
        return URL(one).path == URL(other).path
    except ValueError:
        return False


def _wire(channels: Sequence[Channel]) -> list[dict[str, Any]]:
    return [{"naam": one.naam, "filters": one.filters} for one in channels]


def _plain(channels: Sequence[Channel]) -> list[tuple[str, list[tuple[str, str]]]]:
    return sorted((one.naam, sorted(one.filters.items())) for one in channels)


def _uuid(one: Subscription) -> str:
    uuid = uuid_of(one.url)
    if uuid is None:
        raise BadAnswer("abonnement")
    return uuid


Shape = TypeVar("Shape", bound=Edge)


def _read(shape: type[Shape], doc: object) -> Shape:
    try:
        return shape.model_validate(doc)
    except (ValidationError, ValueError):
        raise BadAnswer(shape.__name__.lower()) from None
