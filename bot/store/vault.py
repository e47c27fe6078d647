"""Encryption at rest: one data key per owner, wrapped by the tenant's key, bound to where a value stands.

An owner is a link, a person or a group. Forgetting the owner's key forgets the owner (design §3.6). The
master key stays outside Redis. AES-256-GCM with key name, tenant and owner as associated data: a value moved
to another key, tenant or person does not open.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import OrderedDict
from typing import TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import BadAnswer
from bot.store.codec import Upgrade, dump, load
from bot.store.db import Db
from bot.store.lately import Lately

KEPT_KEYS = 10_000
NONCE = 12
T = TypeVar("T")


def derive(master: bytes, purpose: str) -> bytes:
    """Derive a 32-byte key for one purpose from the master key."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(master)


def seal_with(key: AESGCM, plain: bytes, bound: str) -> str:
    """Encrypt and bind; the text starts with its format number."""
    nonce = os.urandom(NONCE)
    return "1." + urlsafe_b64encode(nonce + key.encrypt(nonce, plain, bound.encode())).decode()


def open_with(key: AESGCM, sealed: str, bound: str) -> bytes:
    """Decrypt; raises `BadAnswer` where the value was moved, altered or belongs to another owner."""
    raw = urlsafe_b64decode(sealed[2:])
    try:
        return key.decrypt(raw[:NONCE], raw[NONCE:], bound.encode())
    except InvalidTag as fault:
        raise BadAnswer("sealed value") from fault


class Vault:
    """Seals and opens values of one tenant."""

    def __init__(self, db: Db, prefix: str, tenant: str, master: bytes) -> None:
        self._db = db
        self._prefix = prefix
        self._tenant = tenant
        self._wrapping = AESGCM(derive(master, f"wrap:{tenant}"))
        self._lookup = derive(master, f"lookup:{tenant}")
        self.callback_key = derive(master, f"callback:{tenant}")
        self._keys: OrderedDict[str, bytes] = OrderedDict()
        self.lately = Lately()

    def lookup(self, value: str) -> str:
        """Turn a searchable value (chat id, case number, code) into a keyed hash that tells nothing."""
        return urlsafe_b64encode(hmac.digest(self._lookup, value.encode(), hashlib.sha256)[:18]).decode()

    async def key(self, owner: str, *, keep: bool = True) -> AESGCM:
        """The owner's data key, made at first use.

        Bytes are kept, for a cipher takes 3 kB of memory and a microsecond to make.
        """
        if (known := self._keys.get(owner)) is not None:
            self._keys.move_to_end(owner)
            return AESGCM(known)
        name = f"{self._prefix}k:{owner}"
        fresh = seal_with(self._wrapping, os.urandom(32), name)
        stored = await self._db.run("own_key", [name], [fresh])
        key = open_with(self._wrapping, str(stored), name)
        if keep:
            self._keys[owner] = key
            if len(self._keys) > KEPT_KEYS:
                self._keys.popitem(last=False)
        return AESGCM(key)

    def forget_cached(self, owner: str) -> None:
        """Drop the cached key and values of an owner that is gone."""
        self._keys.pop(owner, None)
        self.lately.forget(owner)

    async def seal(self, owner: str, name: str, plain: bytes) -> str:
        """Seal a value of this owner for the place `name`."""
        return seal_with(await self.key(owner), plain, f"{self._tenant}|{owner}|{name}")

    async def open(self, owner: str, name: str, sealed: str, *, keep: bool = True) -> bytes:
        """Open a value of this owner that stands at `name`."""
        return open_with(await self.key(owner, keep=keep), sealed, f"{self._tenant}|{owner}|{name}")

    async def read(
        self,
        kind: type[T],
        owner: str,
        name: str,
        sealed: str,
        upgrade: Upgrade | None = None,
        *,
        keep: bool = True,
    ) -> T:
        """Open and parse a frozen value that stands at `name`; raises `BadAnswer`.

        The same sealed text is the same value, since every sealing has a fresh nonce. Who goes through
        everybody's values keeps none: they would fill the memory with people who are not here.
        """
        known = self.lately.get((owner, name), sealed)
        if isinstance(known, kind):
            return known
        value = load(kind, await self.open(owner, name, sealed, keep=keep), upgrade)
        if keep:
            self.lately.put((owner, name), sealed, value)
        return value

    async def write(self, owner: str, name: str, value: object) -> str:
        """Seal a frozen value for the place `name`."""
        sealed = await self.seal(owner, name, dump(value))
        self.lately.put((owner, name), sealed, value)
        return sealed
