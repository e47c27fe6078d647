"""How requests are signed: a fresh token per call for ZGW, a fixed key for Objects and Klantinteracties."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final, Protocol

from joserfc import jwt
from joserfc.jwk import OctKey

from bot.clock import Clock

_CLOCK_FAULTS: Final = frozenset(
    {
        "jwt-expired",
        "jwt-expiredsignatureerror",
        "jwt-immaturesignatureerror",
        "jwt-immatureissuedaterror",
    }
)
LIFE: Final = 300
"""Seconds for which a token is good; it is made for one call."""


class Credential(Protocol):
    """Makes the Authorization header of a request."""

    def header(self, subject: str) -> str:
        """Return the header; `subject` is the case that is asked for, or empty."""

    def heal(self, code: str, server_date: str | None) -> bool:
        """Learn from a refusal; True where one repeat is worth while."""


class ApiKey:
    """The fixed key of the Objects API and of Klantinteracties."""

    def __init__(self, key: str) -> None:
        self._key = key

    def header(self, subject: str) -> str:
        """Return the key's header."""
        return f"Token {self._key}"

    def heal(self, code: str, server_date: str | None) -> bool:
        """Nothing can be learnt: a key is right or wrong."""
        return False


class Jwt:
    """Signs one token per call (HS256); a clock that is off is corrected by the server's `Date` header."""

    def __init__(self, client_id: str, secret: str, clock: Clock) -> None:
        self._client_id, self._clock = client_id, clock
        self._key = OctKey.import_key(secret)
        self._off = timedelta()

    def header(self, subject: str) -> str:
        """Return a bearer token; the audit trail of the case system gets a pseudonym, never a name."""
        now = int((self._clock() + self._off).timestamp())
        claims = {
            "iss": self._client_id,
            "iat": now,
            "exp": now + LIFE,
            "client_id": self._client_id,
            "user_id": pseudonym(subject),
            "user_representation": "Wegwijs",
        }
        return f"Bearer {jwt.encode({'alg': 'HS256', 'typ': 'JWT'}, claims, self._key)}"

    def heal(self, code: str, server_date: str | None) -> bool:
        """Take over the server's time if the token's time was the fault."""
        if code not in _CLOCK_FAULTS or server_date is None:
            return False
        try:
            server = parsedate_to_datetime(server_date)
        except ValueError:
            return False
        self._off = _aware(server) - self._clock()
        return True


def pseudonym(subject: str) -> str:
    """Name the bot in an audit trail, with a hash of the case so that its lines can be found together."""
    return f"bot:{hashlib.sha256(subject.encode()).hexdigest()[:16]}" if subject else "bot"


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
