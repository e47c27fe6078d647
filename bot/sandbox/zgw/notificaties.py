"""The Notificaties API: channels and subscriptions."""

from __future__ import annotations

from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.access import Application
from bot.sandbox.zgw.exchange import Call, Reply, Route
from bot.sandbox.zgw.fout import Fout, invalid
from bot.sandbox.zgw.notices import Notices
from bot.sandbox.zgw.register import Doc, Register

CHANNELS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("autorisaties", ()),
    ("zaaktypen", ("catalogus",)),
    ("informatieobjecttypen", ("catalogus",)),
    (
        "documenten",
        (
            "bronorganisatie",
            "informatieobjecttype",
            "informatieobjecttype.catalogus",
            "vertrouwelijkheidaanduiding",
        ),
    ),
    ("zaken", ("bronorganisatie", "zaaktype", "zaaktype.catalogus", "vertrouwelijkheidaanduiding")),
    ("objecten", ("object_type",)),
    ("internetaken", ()),
    ("klantcontacten", ()),
    ("partijen", ()),
)
_SENTENCES: Final = {
    "no-auth-on-callback-url": "De opgegeven callback URL is niet beveiligd met autorisatie.",
    "invalid-callback-url": "De opgegeven callback URL kan geen notificaties ontvangen.",
}


class Notificaties:
    """Subscriptions live in the register, so that they outlast a restart of the demo."""

    def __init__(self, register: Register, notices: Notices) -> None:
        self._register, self._notices = register, notices
        for name, filters in CHANNELS:
            row = {"naam": name, "documentatieLink": "", "filters": list(filters)}
            register.add(roots.KANALEN, row, str(uuid5(NAMESPACE_URL, f"kanaal:{name}")))

    def routes(self) -> tuple[Route, ...]:
        """The routes of the API."""
        one = "/abonnement/{uuid}"
        return (
            Route("GET", "/kanaal", self._channels),
            Route("GET", "/abonnement", self._list),
            Route("POST", "/abonnement", self._create),
            Route("GET", one, self._read),
            Route("PUT", one, self._update),
            Route("PATCH", one, self._update),
            Route("DELETE", one, self._delete),
        )

    def _channels(self, call: Call) -> Reply:
        _allowed(call)
        rows = self._register.rows(roots.KANALEN)
        name = call.query.get("naam")
        return Reply([_view(r) for r in rows if name is None or r["naam"] == name])

    def _list(self, call: Call) -> Reply:
        _allowed(call)
        return Reply([_view(r) for r in self._register.rows(roots.ABONNEMENTEN)])

    def _read(self, call: Call) -> Reply:
        _allowed(call)
        return Reply(_view(self._one(call)))

    async def _create(self, call: Call) -> Reply:
        _allowed(call)
        doc = await self._checked(call.doc)
        return Reply(_view(self._register.add(roots.ABONNEMENTEN, doc)), 201)

    async def _update(self, call: Call) -> Reply:
        _allowed(call)
        row = self._one(call)
        old = {"callbackUrl": row["callbackUrl"], "auth": row["_auth"], "kanalen": row["kanalen"]}
        row.update(await self._checked({**old, **call.doc} if call.method == "PATCH" else call.doc))
        return Reply(_view(row))

    def _delete(self, call: Call) -> Reply:
        _allowed(call)
        self._register.remove(roots.ABONNEMENTEN, self._one(call)["uuid"])
        return Reply(status=204)

    def _one(self, call: Call) -> Doc:
        row = self._register.get(roots.ABONNEMENTEN, call.path["uuid"])
        if row is None:
            raise Fout(404, "not_found")
        return row

    async def _checked(self, doc: Doc) -> Doc:
        missing = [
            (k, "required", "Dit veld is vereist.")
            for k in ("callbackUrl", "auth", "kanalen")
            if not doc.get(k)
        ]
        if missing:
            raise invalid(*missing)
        channels = [self._channel(entry) for entry in doc["kanalen"]]
        refused = await self._notices.probe(str(doc["callbackUrl"]), str(doc["auth"]))
        if refused:
            raise invalid(("nonFieldErrors", refused, _SENTENCES[refused]))
        return {
            "callbackUrl": doc["callbackUrl"],
            "kanalen": channels,
            "sendCloudevents": False,
            "cloudeventFilters": [],
            "_auth": doc["auth"],
        }

    def _channel(self, entry: Any) -> Doc:
        name, filters = entry.get("naam"), entry.get("filters") or {}
        channel = next(self._register.where(roots.KANALEN, naam=name), None)
        if channel is None:
            raise invalid(("naam", "invalid", "Kanaal met deze naam bestaat niet."))
        # A subscription may spell the filter of `objecten` either way (seen on the real server).
        if set(filters) - set(channel["filters"]) - ({"objectType"} if name == "objecten" else set()):
            text = "abonnement filters aren't consistent with kanaal filters"
            raise invalid(("filters", "inconsistent-abonnement-filters", text))
        return {"filters": dict(filters), "naam": name}


def _view(row: Doc) -> Doc:
    return {k: v for k, v in row.items() if k != "uuid" and not k.startswith("_")}


def _allowed(call: Call) -> None:
    if not isinstance(call.client, Application) or "notificaties.consumeren" not in call.client.scopes:
        raise Fout(403, "permission_denied")
