"""Keys of the HTTP API: an id and a secret; only the hash of the whole is stored."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from aiohttp import web

from bot.console.api.problem import Problem
from bot.console.deps import DEPS
from bot.console.roles import ALLOWED, Guard, Role
from bot.console.visit import Visit
from bot.store.records import ApiKey


def key_hash(key: str) -> str:
    """Return the hash under which a key is stored; a key is long and random, so a plain hash is enough."""
    return hashlib.sha256(key.encode()).hexdigest()


def make_key(name: str, tenant: str, role: Role, school: str | None = None) -> tuple[ApiKey, str]:
    """Make a key; returns the record to store and the text, which exists only now."""
    id = secrets.token_hex(8)
    text = f"{id}.{secrets.token_urlsafe(32)}"
    return ApiKey(id, name, key_hash(text), tenant, role.value, school), text


async def visit_of_key(request: web.Request, guard: Guard) -> Visit:
    """Return the visit of a key; raises 401 without a valid one, 403 where its role may not do this."""
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    deps = request.app[DEPS]
    key = (
        await deps.store.api_keys.get(text.partition(".")[0]) if scheme.lower() == "bearer" and text else None
    )
    fits = hmac.compare_digest(key_hash(text), key.key_hash if key else key_hash(""))
    if key is None or not fits or key.tenant not in deps.tenants:
        raise Problem.of_status(401)
    if key.role not in {role.value for role in ALLOWED[guard]}:
        raise Problem.of_status(403)
    tenant = deps.tenants[key.tenant]
    store = deps.store.tenant(tenant)
    return Visit(request, tenant, store, frozenset({Role(key.role)}), f"api:{key.id}", key.school)
