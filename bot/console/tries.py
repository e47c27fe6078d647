"""Failed sign-ins are counted per account and address, before any password is hashed."""

from __future__ import annotations

from datetime import datetime, timedelta

MOST = 5
WINDOW = timedelta(minutes=15)
KEPT = 10_000


class Tries:
    """Failed tries of the last 15 minutes in this process; the oldest are forgotten beyond 10,000."""

    def __init__(self) -> None:
        self._failed: dict[tuple[str, str], tuple[datetime, ...]] = {}

    def allowed(self, account: str, address: str, now: datetime) -> bool:
        """Whether another try may be made."""
        return len(self._recent((account, address), now)) < MOST

    def failed(self, account: str, address: str, now: datetime) -> None:
        """Count a failed try (also one that is still being checked, so that many at once gain nothing)."""
        if len(self._failed) >= KEPT:
            self._failed.pop(next(iter(self._failed)))
        key = (account, address)
        self._failed[key] = (*self._recent(key, now), now)

    def succeeded(self, account: str, address: str) -> None:
        """Forget the failed tries."""
        self._failed.pop((account, address), None)

    def _recent(self, key: tuple[str, str], now: datetime) -> tuple[datetime, ...]:
        return tuple(at for at in self._failed.get(key, ()) if now - at < WINDOW)
