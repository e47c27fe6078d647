"""What reads one municipality's cases, without Telegram: store, adapter, sync, follower, and our address."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.cases.hints import Follower
from bot.cases.notifications import notification_handler
from bot.cases.sync import Outcome, Sync
from bot.cases.zgw.adapter import ZgwCases
from bot.clock import Clock
from bot.store.embedded import EmbeddedServer
from bot.store.records import Person
from bot.store.store import Store, TenantStore
from bot.tenant import Tenant

MASTER = b"0123456789abcdef0123456789abcdef"


class NotedSync(Sync):
    """Notes when the fetch of each case and group that a hint asks for begins."""

    def __init__(
        self, cases: ZgwCases, store: TenantStore, clock: Clock, begun: dict[str, list[float]]
    ) -> None:
        super().__init__(cases, store, clock)
        self._noted, self._by = begun, clock

    async def refresh_case(self, person: str) -> Outcome:
        self._noted.setdefault(f"case {person}", []).append(self._by().timestamp())
        return await super().refresh_case(person)

    async def refresh_group(self, group: str) -> Outcome:
        self._noted.setdefault(f"group {group}", []).append(self._by().timestamp())
        return await super().refresh_group(group)


@dataclass
class Desk:
    """One process's share of the work: a connection, an adapter and a follower of its own."""

    store: TenantStore
    cases: ZgwCases
    sync: NotedSync
    follower: Follower


@dataclass
class Ward:
    """A municipality that is read; `begun` holds when the fetches of each case and group began."""

    tenant: Tenant
    clock: Clock
    callback: str
    desks: list[Desk]
    http: aiohttp.ClientSession
    begun: dict[str, list[float]] = field(default_factory=dict)

    @property
    def store(self) -> TenantStore:
        """Where it is kept."""
        return self.desks[0].store

    async def know(self, case_uuid: str, number: str) -> str:
        """Put a person into the store and read the case; answers the person's id."""
        person = Person(f"p-{number}", case_uuid, number, "A", "en", channel="linked")
        await self.store.persons.save(person)
        await Sync.refresh_case(self.desks[0].sync, person.id)
        return person.id


@asynccontextmanager
async def ward(tenant: Tenant, clock: Clock, desks: int = 1) -> AsyncIterator[Ward]:
    """Start a store, so many desks, and our address for notifications (the first desk's)."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cases-")))
        server = EmbeddedServer(folder / "store", "everysec").start()
        stack.callback(server.stop)
        http = await stack.enter_async_context(aiohttp.ClientSession())
        begun: dict[str, list[float]] = {}
        made = []
        for _ in range(desks):
            opened = Store.open(server.url, MASTER, clock)
            stack.push_async_callback(opened.close)
            store, cases = opened.tenant(tenant), ZgwCases(tenant, http, clock)
            sync = NotedSync(cases, store, clock, begun)
            made.append(Desk(store, cases, sync, Follower(store.hints, sync, cases)))
        app, first = web.Application(), made[0]
        secret = tenant.zgw.notificatie_geheim
        handler = notification_handler(first.cases.hint, first.follower.hinted, secret)
        app.router.add_post(f"/cases/{tenant.id}", handler)
        yield Ward(tenant, clock, await serve(app, stack) + f"/cases/{tenant.id}", made, http, begun)


async def serve(app: web.Application, stack: AsyncExitStack) -> str:
    """Serve on a free port until the stack ends; the address without a slash."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return f"http://127.0.0.1:{runner.addresses[0][1]}"
