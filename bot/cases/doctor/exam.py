"""What all steps of an examination share: the target, the wire, credentials, and what is out of reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.cases.doctor.report import Line, unknown
from bot.cases.doctor.target import Target
from bot.cases.doctor.wire import Answer, Query, Wire
from bot.cases.zgw.credentials import ApiKey, Credential, Jwt

NAMES: Final[Mapping[str, str]] = {
    "zaken": "Zaken API",
    "catalogi": "Catalogi API",
    "objecten": "Objects API",
    "klantinteracties": "Klantinteracties API",
    "notificaties": "Notificaties API",
    "objecttypen": "Objecttypes API",
    "autorisaties": "Autorisaties API",
    "taken": "Taken API",
}
USED: Final = ("zaken", "catalogi", "objecten", "klantinteracties", "notificaties", "taken")
"""What Wegwijs itself uses; the last two may be left out."""
KEYED: Final[Mapping[str, tuple[str, ...]]] = {
    "objecten": ("objecten_token", "objecten_schrijf_token", "rooster_token"),
    "taken": ("taken_token", "taken_schrijf_token"),
}
"""APIs for which Wegwijs has a token per purpose."""
BY_TOKEN: Final[Mapping[str, str]] = {
    "objecten": "objecten_token",
    "klantinteracties": "klantinteracties_token",
}


@dataclass
class Exam:
    """One run; steps note in `down` which roots gave no answer, so that later ones do not wait for them."""

    target: Target
    wire: Wire
    content: Path
    types_token: str | None = field(default=None, repr=False)
    down: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    versions: dict[str, str] = field(default_factory=dict)
    _signer: Jwt | None = None

    def credential(self, api: str, key: str | None = None) -> Credential | None:
        """The credential for an API, or for one of its keys; None where the tenant file has none."""
        if api == "objecttypen":
            return ApiKey(self.types_token) if self.types_token else None
        name = key or BY_TOKEN.get(api)
        if name is not None:
            token = self.target.keys.get(name)
            return ApiKey(token) if token else None
        if self._signer is None and self.target.client_id and self.target.secret:
            self._signer = Jwt(self.target.client_id, self.target.secret, self.wire.clock)
        return self._signer

    async def get(self, api: str, path: str, query: Query = (), key: str | None = None) -> Answer:
        """Read; where a token was refused because of the clock, once more with the other side's time."""
        return await self._patiently(api, path, query, key, whole=False)

    async def all(self, api: str, path: str, query: Query = (), key: str | None = None) -> Answer:
        """Read a whole list in the same way."""
        return await self._patiently(api, path, query, key, whole=True)

    def hindrance(self, *apis: str) -> Line | None:
        """Why these APIs cannot be asked now, if so; the reason itself was told by an earlier step."""
        for api in apis:
            if api not in self.target.roots:
                return unknown(f"{NAMES[api]}: there is no usable root in the tenant file.")
            if api in self.down:
                return unknown(f"{NAMES[api]}: not asked again, as it cannot be reached.")
            if api in self.refused:
                return unknown(f"{NAMES[api]}: not asked again, as it refuses the credential.")
        return None

    async def _patiently(self, api: str, path: str, query: Query, key: str | None, whole: bool) -> Answer:
        ask = self.wire.all if whole else self.wire.get
        credential, root = self.credential(api, key), self.target.roots[api]
        answer = await ask(root, path, credential.header("") if credential else None, query)
        if answer.status == 403 and credential is not None and credential.heal(answer.code, answer.date):
            answer = await ask(root, path, credential.header(""), query)
        return answer
