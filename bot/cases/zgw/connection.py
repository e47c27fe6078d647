"""All case APIs of one municipality, each with the credential that may do just that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from yarl import URL

from bot.breaker import Breaker, Probes, Told
from bot.cases.zgw import types
from bot.cases.zgw.api import Api, Line, denials_of
from bot.cases.zgw.credentials import ApiKey, Credential, Jwt
from bot.cases.zgw.pace import Pace
from bot.cases.zgw.version import Version
from bot.outages import AWAY, DENIED, VERSION
from bot.tenant import Tenant, WritingKeys


@dataclass(frozen=True, slots=True)
class ReadApis:
    """What every role may use: nothing here can change anything."""

    zaken: Api
    catalogi: Api
    objects: Api
    taken: Api | None = None
    """The Taken API, where the municipality has it."""


@dataclass(frozen=True, slots=True)
class WriteApis:
    """What the writer role holds beside. One key writes a person's own things; it is watched per object type,
    so that a right that is missing for one of them holds up nothing else.

    Klantinteracties knows no scopes: its key reads and changes everything, so even answers are read here.
    """

    tasks: Api
    absences: Api
    appointments: Api
    timetable: Api
    klant: Api
    taken: Api | None = None


Tell = Callable[[str, str], Told]
"""Gives for a service and a kind what its breaker tells."""


@dataclass(frozen=True, slots=True)
class Switchboard:
    """One breaker per API, so that a dead one does not cut off its neighbours; one probe per address.

    One pace for all of them: they usually stand before one database.

    `tell` hears of every API that is held off and of every key that is refused.
    """

    tenant: Tenant
    line: Line
    tell: Tell | None = None
    probes: dict[str, Probes] = field(default_factory=dict)
    breakers: dict[str, Breaker] = field(default_factory=dict)
    versions: dict[str, Version] = field(default_factory=dict)
    pace: Pace = field(init=False)

    def __post_init__(self) -> None:
        system = self.tenant.zgw
        object.__setattr__(self, "pace", Pace(system.tegelijk, system.per_seconde, self.line.sleep))

    def reading(self) -> ReadApis:
        """Build what reads."""
        system = self.tenant.zgw
        signer = Jwt(system.client_id, system.geheim, self.line.clock)
        return ReadApis(
            zaken=self._api("zaken", system.zaken, signer, "client_id (zaken)"),
            catalogi=self._api("catalogi", system.catalogi, signer, "client_id (catalogi)"),
            objects=self._api("objecten", system.objecten, ApiKey(system.objecten_token), "objecten_token"),
            taken=self._taken(system.taken_token, "taken_token"),
        )

    def writing(self, keys: WritingKeys) -> WriteApis:
        """Build what writes."""
        system, own = self.tenant.zgw, ApiKey(keys.objecten)
        tasks, absences, appointments = (
            self._api("objecten", system.objecten, own, f"objecten_schrijf_token ({kind})")
            for kind in (types.TAAK, types.AFMELDING, types.AFSPRAAK)
        )
        timetable = self._api("objecten", system.objecten, ApiKey(keys.rooster), "rooster_token")
        desk = ApiKey(keys.klantinteracties)
        klant = self._api("klantinteracties", system.klantinteracties, desk, "klantinteracties_token")
        taken = self._taken(keys.taken, "taken_schrijf_token")
        return WriteApis(tasks, absences, appointments, timetable, klant, taken)

    def _taken(self, token: str | None, key: str) -> Api | None:
        root = self.tenant.zgw.taken
        return self._api("taken", root, ApiKey(token), key) if root and token else None

    def _api(self, service: str, root: str, credential: Credential, key: str) -> Api:
        """`key` is the name in the tenant file, which an operator reads when it is refused."""
        address = str(URL(root).origin())
        if root not in self.breakers:
            probes = self.probes.setdefault(address, Probes())
            self.breakers[root] = Breaker(self.line.clock, probes=probes, told=self._told(service, AWAY))
            self.versions[root] = Version(service, self._told(service, VERSION))
        denials = denials_of(self.line.clock, self._told(key, DENIED))
        return Api(
            self.line,
            root,
            credential,
            self.breakers[root],
            denials,
            pace=self.pace,
            version=self.versions[root],
        )

    def _told(self, service: str, kind: str) -> Told | None:
        return self.tell(service, kind) if self.tell is not None else None
