"""Who may use the case APIs: ZGW applications with signed tokens, plain keys for the rest."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.zgw.fout import Fout

EXPIRY_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Application:
    """A ZGW client; `zaaktypen` None means every type of case, else what it may see.

    An identification stands for all versions of a type; the UUID of one version for that one alone.
    """

    client_id: str
    secret: str = field(repr=False)
    scopes: frozenset[str] = frozenset()
    zaaktypen: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class ObjectKey:
    """A key of the Objects API: objecttype name → `read_only` or `read_and_write`; None means everything."""

    name: str
    key: str = field(repr=False)
    types: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Clients:
    """All that may sign in at one municipality; Klantinteracties knows no scopes, a key may do everything."""

    applications: tuple[Application, ...] = ()
    object_keys: tuple[ObjectKey, ...] = ()
    klant_keys: tuple[str, ...] = ()


def _refused(code: str, detail: str = "") -> Fout:
    return Fout(403, code, detail)


def _part(text: str) -> Any:
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def application(header: str | None, clients: Clients, now: float) -> Application:
    """Check `Authorization: Bearer <JWT>`; every fault is a 403, as at Open Zaak."""
    if not header or not header.startswith("Bearer "):
        raise _refused("permission_denied")
    token = header.removeprefix("Bearer ").strip()
    try:
        head, claims, signature = token.split(".")
        algorithm, payload = _part(head)["alg"], _part(claims)
        given = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
    except (ValueError, KeyError, TypeError) as fault:
        raise _refused("jwt-decodeerror", "De JWT is niet leesbaar") from fault
    client = _client(payload, clients)
    wanted = hmac.new(client.secret.encode(), f"{head}.{claims}".encode(), hashlib.sha256).digest()
    if algorithm != "HS256" or not hmac.compare_digest(given, wanted):
        raise _refused("invalid-jwt-signature", "Client credentials zijn niet geldig")
    _check_times(payload, now)
    return client


def _client(payload: Any, clients: Clients) -> Application:
    client_id = payload.get("client_id") if isinstance(payload, dict) else None
    if not client_id:
        raise _refused("missing-client-identifier", "Client identifier is niet aanwezig in de JWT")
    found = next((a for a in clients.applications if a.client_id == client_id), None)
    if found is None:
        raise _refused("invalid-client-identifier", "Client identifier bestaat niet")
    return found


def _check_times(payload: Mapping[str, Any], now: float) -> None:
    if "exp" in payload and float(payload["exp"]) <= now:
        raise _refused("jwt-expiredsignatureerror", "De JWT is verlopen")
    if "nbf" in payload and float(payload["nbf"]) > now:
        raise _refused("jwt-immaturesignatureerror", "De JWT is nog niet geldig")
    if "iat" not in payload:
        raise _refused("jwt-missing-iat-claim", "De JWT heeft geen iat-claim")
    if now - float(payload["iat"]) >= EXPIRY_SECONDS:
        raise _refused("jwt-expired", "De JWT die gebruikt is voor dit verzoek is verlopen")


def _key(header: str | None) -> str:
    if not header or not header.startswith("Token "):
        raise Fout(401, "not_authenticated")
    return header.removeprefix("Token ").strip()


def object_key(header: str | None, clients: Clients) -> ObjectKey:
    """Check `Authorization: Token <key>` of the Objects API."""
    given = _key(header)
    found = next(
        (k for k in clients.object_keys if hmac.compare_digest(k.key.encode(), given.encode())), None
    )
    if found is None:
        raise Fout(401, "authentication_failed", "Invalid token.")
    return found


def klant_key(header: str | None, clients: Clients) -> str:
    """Check `Authorization: Token <key>` of Klantinteracties."""
    given = _key(header)
    if not any(hmac.compare_digest(k.encode(), given.encode()) for k in clients.klant_keys):
        raise Fout(401, "authentication_failed", "Ongeldige token.")
    return given
