"""The Autorisaties API, read-only: which applications there are and what each of them may do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.access import Application, Clients
from bot.sandbox.zgw.exchange import Call, Reply, Route
from bot.sandbox.zgw.fout import Fout
from bot.sandbox.zgw.paging import only, paged
from bot.sandbox.zgw.register import Doc, Register
from bot.sandbox.zgw.rights import allows

READ: Final = "autorisaties.lezen"
_COMPONENTS: Final = {
    "zaken": ("zrc", "Zaken API"),
    "catalogi": ("ztc", "Catalogi API"),
    "documenten": ("drc", "Documenten API"),
    "notificaties": ("nrc", "Notificaties API"),
    "autorisaties": ("ac", "Autorisaties API"),
}


def routes(register: Register, clients: Callable[[], Clients]) -> tuple[Route, ...]:
    """The routes of the API."""
    found = _Applicaties(register, clients)
    return (
        Route("GET", "/applicaties", found.all),
        Route("GET", "/applicaties/consumer", found.consumer),
        Route("GET", "/applicaties/{uuid}", found.read),
    )


class _Applicaties:
    def __init__(self, register: Register, clients: Callable[[], Clients]) -> None:
        self._register, self._clients = register, clients

    def all(self, call: Call) -> Reply:
        _allowed(call)
        only(call, {"clientIds"})
        wanted = [c for c in call.query.get("clientIds", "").split(",") if c]
        rows = [a for a in self._clients().applications if not wanted or a.client_id in wanted]
        return paged(call, [self._wire(a) for a in rows], dict)

    def consumer(self, call: Call) -> Reply:
        _allowed(call)
        return self._one(lambda a: a.client_id == call.query.get("clientId"))

    def read(self, call: Call) -> Reply:
        _allowed(call)
        return self._one(lambda a: _uuid(a) == call.path["uuid"])

    def _one(self, fits: Callable[[Application], bool]) -> Reply:
        found = next((a for a in self._clients().applications if fits(a)), None)
        if found is None:
            raise Fout(404, "not_found")
        return Reply(self._wire(found))

    def _wire(self, client: Application) -> Doc:
        return {
            "url": f"{roots.APPLICATIES}/{_uuid(client)}",
            "clientIds": [client.client_id],
            "label": client.client_id,
            "heeftAlleAutorisaties": False,
            "autorisaties": [right for part in _COMPONENTS for right in self._rights(client, part)],
        }

    def _rights(self, client: Application, part: str) -> list[Doc]:
        scopes = sorted(s for s in client.scopes if s.startswith(f"{part}."))
        if not scopes:
            return []
        code, name = _COMPONENTS[part]
        right: Doc = {"component": code, "componentWeergave": name, "scopes": scopes}
        if part != "zaken" or client.zaaktypen is None:
            return [right]
        kinds = [k for k in self._register.rows(roots.ZAAKTYPEN) if allows(client.zaaktypen, k)]
        limit = {"maxVertrouwelijkheidaanduiding": "zaakvertrouwelijk"}
        return [{**right, "zaaktype": kind["url"], **limit} for kind in kinds]


def _uuid(client: Application) -> str:
    return str(uuid5(NAMESPACE_URL, f"applicatie:{client.client_id}"))


def _allowed(call: Call) -> None:
    if not isinstance(call.client, Application) or READ not in call.client.scopes:
        raise Fout(403, "permission_denied")
