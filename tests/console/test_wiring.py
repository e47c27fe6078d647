"""The real store fits what the console asks of a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.ports import Store, TenantStore
from bot.store import store as real

if TYPE_CHECKING:

    def fits(store: real.Store, tenant: real.TenantStore) -> tuple[Store, TenantStore]:
        """Checked by the type checker only."""
        return store, tenant
