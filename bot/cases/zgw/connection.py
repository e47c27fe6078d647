"""All case APIs of one municipality, each with the credential that may do just that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from yarl import URL

from bot.breaker import Breaker, Probes, Told
from bot.cases.zgw.api import Api, Line, denials_of
from bot.cases.zgw.credentials import ApiKey, Credential, Jwt
from bot.outages import AWAY, DENIED
from bot.tenant import Tenant, WritingKeys


@dataclass(frozen=True, slots=True)
class ReadApis:
    """What every role may use: nothing here can change anything."""

    zaken: Api
    catalogi: Api
    objects: Api


@dataclass(frozen=True, slots=True)
class WriteApis:
    """What the writer role holds beside: `objects` writes a person's own things, `timetable` lessons.

    Klantinteracties knows no scopes: its key reads and changes everything, so even answers are read here.
    """

    objects: Api
    timetable: Api
    klant: Api


Tell = Callable[[str, str], Told]
"""Gives for a service and a kind what its breaker tells."""


@dataclass(frozen=True, slots=True)
class Switchboard:
    """One breaker per API, so that a dead one does not cut off its neighbours; one probe per address.

    `tell` hears of every API that is held off and of every key that is refused.
    """

    tenant: Tenant
    line: Line
    tell: Tell | None = None
    probes: dict[str, Probes] = field(default_factory=dict)
    breakers: dict[str, Breaker] = field(default_factory=dict)

    def reading(self) -> ReadApis:
        """Build what reads."""
        system = self.tenant.zaaksysteem
        signer = Jwt(system.client_id, system.geheim, self.line.clock)
        return ReadApis(
            zaken=self._api("zaken", system.zaken, signer),
            catalogi=self._api("catalogi", system.catalogi, signer),
            objects=self._api("objecten", system.objecten, ApiKey(system.objecten_token)),
        )

    def writing(self, keys: WritingKeys) -> WriteApis:
        """Build what writes."""
        system = self.tenant.zaaksysteem
        return WriteApis(
            objects=self._api("objecten", system.objecten, ApiKey(keys.objecten), "schrijven"),
            timetable=self._api("objecten", system.objecten, ApiKey(keys.rooster), "rooster"),
            klant=self._api("klantinteracties", system.klantinteracties, ApiKey(keys.klantinteracties)),
        )

    def _api(self, service: str, root: str, credential: Credential, key: str = "") -> Api:
        address = str(URL(root).origin())
        if root not in self.breakers:
            probes = self.probes.setdefault(address, Probes())
            self.breakers[root] = Breaker(self.line.clock, probes=probes, told=self._told(service, AWAY))
        denials = denials_of(self.line.clock, self._told(f"{service} {key}".strip(), DENIED))
        return Api(self.line, root, credential, self.breakers[root], denials)

    def _told(self, service: str, kind: str) -> Told | None:
        return self.tell(service, kind) if self.tell is not None else None
