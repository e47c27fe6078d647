"""The Autorisaties API, as far as an application may see what it was given itself."""

from __future__ import annotations

from typing import Final

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.access import Application
from bot.sandbox.zgw.exchange import Call, Reply, Route
from bot.sandbox.zgw.fout import Fout
from bot.sandbox.zgw.paging import only
from bot.sandbox.zgw.register import Doc, Register
from bot.sandbox.zgw.rights import allows

_COMPONENTS: Final = {
    "zaken": ("zrc", "Zaken API"),
    "catalogi": ("ztc", "Catalogi API"),
    "documenten": ("drc", "Documenten API"),
    "notificaties": ("nrc", "Notificaties API"),
    "autorisaties": ("ac", "Autorisaties API"),
}


def routes(register: Register) -> tuple[Route, ...]:
    """The one route that is used."""

    def answer(call: Call) -> Reply:
        client = call.client
        if not isinstance(client, Application) or "autorisaties.lezen" not in client.scopes:
            raise Fout(403, "permission_denied")
        only(call, {"clientId"})
        if call.query.get("clientId") != client.client_id:
            raise Fout(404, "not_found")
        return Reply(_applicatie(register, client))

    return (Route("GET", "/applicaties/consumer", answer),)


def _applicatie(register: Register, client: Application) -> Doc:
    rights: list[Doc] = []
    for begin, (component, name) in _COMPONENTS.items():
        scopes = sorted(scope for scope in client.scopes if scope.startswith(begin + "."))
        one: Doc = {"component": component, "componentWeergave": name, "scopes": scopes}
        if component == "zrc" and scopes and client.zaaktypen is not None:
            kinds = [k for k in register.rows(roots.ZAAKTYPEN) if allows(client.zaaktypen, k)]
            level = {"maxVertrouwelijkheidaanduiding": "zaakvertrouwelijk"}
            rights += [{**one, "zaaktype": kind["url"], **level} for kind in kinds]
        elif scopes:
            rights.append(one)
    return {
        "url": f"{roots.AUTORISATIES}/applicaties/{client.client_id}",
        "clientIds": [client.client_id],
        "label": client.client_id,
        "heeftAlleAutorisaties": False,
        "autorisaties": rights,
    }
