"""Puts recorded requests to the sandbox, in the order of the recording, with its own addresses and UUIDs."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

import aiohttp

from bot.sandbox.zgw import Application, Clients, ObjectKey, Zgw, roots
from bot.sandbox.zgw.catalogus import finder
from bot.sandbox.zgw.documenten import new_document
from bot.sandbox.zgw.schema import type_uuid
from bot.sandbox.zgw.zaak import new_case, new_property, new_role
from tests.contract.recordings import recordings

NOW: Final = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
RSIN: Final = "123456782"
ORDER: Final = (
    "catalogi",
    "notificaties-abonnementen",
    "objecten",
    "zaken",
    "documenten",
    "autorisaties",
    "klantinteracties",
)
# Recorded after what other files hold: a case that can be linked, and a document that is.
_LAST: Final = ("zaakobject-create-object-not-fetchable-400", "zaak-get-expand-for-bot")
_EVERYTHING: Final = frozenset(
    {
        "zaken.lezen",
        "zaken.aanmaken",
        "zaken.bijwerken",
        "zaken.statussen.toevoegen",
        "catalogi.lezen",
        "documenten.lezen",
        "autorisaties.lezen",
        "notificaties.consumeren",
    }
)
CLIENTS: Final = Clients(
    applications=(
        Application("beheer", "geheim", _EVERYTHING),
        Application("minimaal", "geheim-min", frozenset({"zaken.lezen", "catalogi.lezen"})),
    ),
    object_keys=(
        ObjectKey("beheer", "sleutel"),
        ObjectKey("minimaal", "klein", {"externetaak": "read_and_write", "les": "read_only"}),
    ),
    klant_keys=("sleutel",),
)
_OBJECTTYPES: Final = {
    "6f1a5f4e-0000-4000-8000-000000000001": "externetaak",
    "6f1a5f4e-0000-4000-8000-000000000002": "les",
    "75f455ea-d40b-4757-b7e8-a29b818cb60f": "lesgroep",
    "09284544-3e70-492e-a9a3-9aecdd56a7fb": "inburgeringsplan",
}
CLOSED: Final = "a672cfe2-0e66-4c15-8350-35120b499715"
DOCUMENT: Final = "a51fbc2e-d214-49b6-8af0-175b3b758080"
_UUID: Final = 36
_MINIMAL: Final = frozenset(
    {
        "minimal-zaak-get",
        "minimal-zaak-patch-403",
        "minimal-document-get-403",
        "object-patch-readonly-token-403",
        "objects-permissions",
        "objects-list-no-permission",
        "object-get-no-permission-403",
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the sandbox answered."""

    status: int
    body: Any
    headers: Mapping[str, str]


@dataclass
class Replay:
    """One run of all recorded requests; `names` holds what stands here for a recorded UUID or ETag."""

    zgw: Zgw
    http: aiohttp.ClientSession
    names: dict[str, str] = field(default_factory=dict)

    async def run(self) -> dict[str, Told]:
        """Ask everything once, in order."""
        self._types()
        self._prepare()
        entries = {name: entry for file in ORDER for name, entry in recordings()[file].items()}
        for name in _LAST:
            entries[name] = entries.pop(name)
        return {name: await self._ask(name, entry) for name, entry in entries.items()}

    def _types(self) -> None:
        """Types of the recorded catalogue by those of ours with the same name."""
        register, catalogi = self.zgw.register, recordings()["catalogi"]
        kinds = {
            "statustypen-list": (roots.STATUSTYPEN, "omschrijving"),
            "eigenschappen-list": (roots.EIGENSCHAPPEN, "naam"),
        }
        for name, (root, key) in kinds.items():
            for doc in catalogi[name]["response"]["body"]["results"]:
                self._same(doc["url"], finder(register, root, key)(doc[key])["url"])
        for role in recordings()["zaken"]["rollen-by-zaak"]["response"]["body"]["results"]:
            kind = finder(register, roots.ROLTYPEN, "omschrijving")(role["omschrijving"])
            self._same(role["roltype"], kind["url"])
        closed = recordings()["zaken"]["resultaat-create"]["request"]["body"]
        self._same(closed["resultaattype"], register.rows(roots.RESULTAATTYPEN)[0]["url"])
        self._same(catalogi["zaaktype-get"]["response"]["body"]["url"], self.zgw.case_type["url"])
        self._same(catalogi["catalogus-create"]["response"]["body"]["url"], self.zgw.case_type["catalogus"])
        self.names |= {uuid: type_uuid(name) for uuid, name in _OBJECTTYPES.items()}

    def _prepare(self) -> None:
        """What was there before the recording began."""
        register = self.zgw.register
        given: dict[str, Any] = {
            "bronorganisatie": RSIN,
            "verantwoordelijkeOrganisatie": RSIN,
            "startdatum": "2026-03-02",
        }
        given |= {"identificatie": "ZAAK-2026-0000000009", "kenmerken": [{"kenmerk": "1", "bron": "ANDERS"}]}
        case = new_case(register, given, self.zgw.case_type, CLOSED)
        colleague = finder(register, roots.ROLTYPEN, "omschrijving")("Klantmanager")
        new_role(register, case, colleague, {"betrokkeneType": "medewerker"})
        new_property(register, case, finder(register, roots.EIGENSCHAPPEN, "naam")("leerroute"), "B")
        kind = finder(register, roots.INFORMATIEOBJECTTYPEN, "omschrijving")("Bewijsstuk taak")
        document = new_document(register, RSIN, "Bewijs huisarts", kind)
        self._same(f"/{DOCUMENT}", document["url"])

    def _same(self, theirs: str, ours: str) -> None:
        if len(roots.last(theirs)) == _UUID:  # a version of an objecttype has a number
            self.names[roots.last(theirs)] = roots.last(ours)

    async def _ask(self, name: str, entry: Mapping[str, Any]) -> Told:
        sent = entry["request"]
        url, body = self._ours(sent["url"]), sent["body"]
        headers = {k: self._ours(v) for k, v in sent["headers"].items() if k != "Authorization"}
        if "Authorization" in sent["headers"]:
            headers["Authorization"] = self._signed(name, url)
        data = None if body is None else self._ours(json.dumps(body))
        async with self.http.request(sent["method"], url, data=data, headers=headers) as answer:
            text = await answer.text()
            found = json.loads(text) if text and answer.content_type == "application/json" else None
            told = Told(answer.status, found, answer.headers)
        self._learn(entry["response"], told)
        return told

    def _ours(self, text: str) -> str:
        base = self.zgw.base_url
        for theirs, ours in (
            ("https://objecten.example.nl/", f"{base}/objecten/"),
            ("https://notificaties.example.nl/", f"{base}/notificaties/"),
            ("https://openzaak.example.nl/", f"{base}/"),
            ("https://openklant.example.nl/", f"{base}/"),
            ("https://bot.example.nl/", f"{self.names['bot']}/"),
            *self.names.items(),
        ):
            text = text.replace(theirs, ours)
        return text

    def _learn(self, recorded: Mapping[str, Any], told: Told) -> None:
        theirs, ours = recorded.get("body"), told.body
        if recorded["headers"].get("ETag") and told.headers.get("ETag"):
            self.names[recorded["headers"]["ETag"].strip('"')] = told.headers["ETag"].strip('"')
        if told.status == recorded["status"] == 201:
            for path in ((), ("klantcontact",)):
                one, other = _dig(theirs, path), _dig(ours, path)
                if one and other:
                    self._same(one["url"], other["url"])
                    if "identificatie" in one:
                        self.names[one["identificatie"]] = other["identificatie"]

    def _signed(self, name: str, url: str) -> str:
        if roots.OBJECTEN in url or roots.KLANT in url:
            if name == "objects-bad-token-401":
                return "Token anders"
            return "Token klein" if name in _MINIMAL else "Token sleutel"
        who, secret = ("minimaal", "geheim-min") if name in _MINIMAL else ("beheer", "geheim")
        issued = int(NOW.timestamp()) - (7200 if name == "expired-token-403" else 0)
        return bearer(who, "fout" if name == "bad-signature-403" else secret, issued)


def bearer(client: str, secret: str, issued: int) -> str:
    """Sign a token as a ZGW client does."""
    parts = ({"alg": "HS256", "typ": "JWT"}, {"client_id": client, "iat": issued})
    text = ".".join(base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=").decode() for p in parts)
    sign = hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
    return f"Bearer {text}.{base64.urlsafe_b64encode(sign).rstrip(b'=').decode()}"


def _dig(doc: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        doc = doc.get(key) if isinstance(doc, dict) else None
    return doc if isinstance(doc, dict) and "url" in doc else None
