"""Passwords of local accounts: argon2id in a thread, so that hashing holds nobody up."""

from __future__ import annotations

import asyncio
from functools import cached_property

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

MEMORY_KIB = 19_456
"""OWASP's argon2id minimum: 19 MiB, two passes, one lane."""


class Passwords:
    """Hashes and checks passwords."""

    def __init__(self, memory_kib: int = MEMORY_KIB, passes: int = 2) -> None:
        self._hasher = PasswordHasher(time_cost=passes, memory_cost=memory_kib, parallelism=1, type=Type.ID)

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("nobody has this password")

    def hash(self, password: str) -> str:
        """Hash a password for storing."""
        return self._hasher.hash(password)

    async def fits(self, stored: str | None, password: str) -> bool:
        """Check a password; an unknown account (None) takes as long as a known one."""
        return await asyncio.to_thread(self._fits, stored, password)

    def _fits(self, stored: str | None, password: str) -> bool:
        try:
            fits = self._hasher.verify(stored or self._nobody, password)
        except (VerificationError, InvalidHashError):
            return False
        return fits and stored is not None
