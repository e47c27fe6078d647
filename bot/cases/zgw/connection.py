"""All case APIs of one municipality, each with the credential that may do just that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from yarl import URL

from bot.breaker import Breaker, Probes, Told
from bot.cases.zgw.api import Api, Line, denials_of
from bot.cases.zgw.credentials import ApiKey, Credential, Jwt
from bot.outages import AWAY, DENIED
from bot.tenant import Tenant


@dataclass(frozen=True, slots=True)
class Connection:
    """`objects` only reads, `tasks` writes tasks and absences, `timetable` writes lessons."""

    zaken: Api
    catalogi: Api
    objects: Api
    tasks: Api
    timetable: Api
    klant: Api


Tell = Callable[[str, str], Told]
"""Gives for a service and a kind what its breaker tells."""


@dataclass(frozen=True, slots=True)
class _Switchboard:
    """One breaker per API, so that a dead one does not cut off its neighbours; one probe per address."""

    line: Line
    tell: Tell | None
    probes: dict[str, Probes] = field(default_factory=dict)
    breakers: dict[str, Breaker] = field(default_factory=dict)

    def api(self, service: str, root: str, credential: Credential, key: str = "") -> Api:
        address = str(URL(root).origin())
        if root not in self.breakers:
            probes = self.probes.setdefault(address, Probes())
            self.breakers[root] = Breaker(self.line.clock, probes=probes, told=self._told(service, AWAY))
        denials = denials_of(self.line.clock, self._told(f"{service} {key}".strip(), DENIED))
        return Api(self.line, root, credential, self.breakers[root], denials)

    def _told(self, service: str, kind: str) -> Told | None:
        return self.tell(service, kind) if self.tell is not None else None


def connect(tenant: Tenant, line: Line, tell: Tell | None = None) -> Connection:
    """Build the connection; `tell` hears of every API that is held off and of every key that is refused."""
    system = tenant.zaaksysteem
    signer = Jwt(system.client_id, system.geheim, line.clock)
    to = _Switchboard(line, tell).api
    return Connection(
        zaken=to("zaken", system.zaken, signer),
        catalogi=to("catalogi", system.catalogi, signer),
        objects=to("objecten", system.objecten, ApiKey(system.objecten_token)),
        tasks=to("objecten", system.objecten, ApiKey(system.objecten_schrijf_token), "schrijven"),
        timetable=to("objecten", system.objecten, ApiKey(system.rooster_token), "rooster"),
        klant=to("klantinteracties", system.klantinteracties, ApiKey(system.klantinteracties_token)),
    )
