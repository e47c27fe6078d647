"""Signed-in browsers: a token in a cookie, its hash in the store; 15 minutes idle, 10 hours at most."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from bot.console.ports import Store
from bot.store.records import ConsoleSession, Staff

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=10)
TOUCH = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Found:
    """The session of a cookie; `live` is False where the person must sign in again."""

    session: ConsoleSession
    live: bool


def cookie_name(https: bool) -> str:
    """Return the cookie's name; the prefix makes browsers insist on https, this host and all paths."""
    return "__Host-wegwijs" if https else "wegwijs"


def token_hash(token: str) -> str:
    """Return the key under which a session stands."""
    return hashlib.sha256(token.encode()).hexdigest()


async def open_session(store: Store, staff: Staff, now: datetime, draft: dict[str, Any]) -> str:
    """Open a session and end the account's others; returns the token for the cookie."""
    for other in await store.sessions.all():
        if other.staff == staff.id or now - other.started > LONGEST:
            await store.sessions.delete(other.id)
    token = secrets.token_urlsafe(32)
    session = ConsoleSession(token_hash(token), staff.id, now, now, secrets.token_urlsafe(24), draft)
    await store.sessions.put(session)
    return token


async def find_session(store: Store, token: str, now: datetime) -> Found | None:
    """Find the session of a cookie and note that it is used."""
    session = await store.sessions.get(token_hash(token)) if token else None
    if session is None:
        return None
    live = now - session.used <= IDLE and now - session.started <= LONGEST
    if live and now - session.used > TOUCH:
        session = replace(session, used=now)
        await store.sessions.put(session)
    return Found(session, live)


def csrf_fits(session: ConsoleSession, sent: str) -> bool:
    """Check the synchroniser token in constant time."""
    return hmac.compare_digest(session.csrf.encode(), sent.encode())


def set_cookie(response: web.StreamResponse, token: str, *, https: bool) -> None:
    """Give the browser its token."""
    response.set_cookie(
        cookie_name(https),
        token,
        path="/",
        httponly=True,
        secure=https,
        samesite="Strict",
        max_age=LONGEST.seconds,
    )


def drop_cookie(response: web.StreamResponse, *, https: bool) -> None:
    """Take the token away."""
    response.del_cookie(cookie_name(https), path="/", httponly=True, secure=https, samesite="Strict")
