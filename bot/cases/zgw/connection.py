"""All case APIs of one municipality, each with the credential that may do just that."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cases.zgw.api import Api, Line
from bot.cases.zgw.breaker import Breaker
from bot.cases.zgw.credentials import ApiKey, Jwt
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


def connect(tenant: Tenant, line: Line) -> Connection:
    """Build the connection; one breaker per API, so that a dead one does not cut off its neighbours."""
    system = tenant.zaaksysteem
    signer = Jwt(system.client_id, system.geheim, line.clock)
    objects = Breaker(line.clock)
    return Connection(
        zaken=Api(line, system.zaken, signer),
        catalogi=Api(line, system.catalogi, signer),
        objects=Api(line, system.objecten, ApiKey(system.objecten_token), objects),
        tasks=Api(line, system.objecten, ApiKey(system.objecten_schrijf_token), objects),
        timetable=Api(line, system.objecten, ApiKey(system.rooster_token), objects),
        klant=Api(line, system.klantinteracties, ApiKey(system.klantinteracties_token)),
    )
