"""The store: opened once per process; everything of a municipality hangs on its `TenantStore`."""

from __future__ import annotations

from bot.clock import Clock
from bot.store.base import Room
from bot.store.db import Db
from bot.store.dead import Dead
from bot.store.deliveries import Deliveries
from bot.store.departures import Departures
from bot.store.duo import DuoRecords
from bot.store.groups import Groups
from bot.store.hints import Hints
from bot.store.idempotency import Idempotency
from bot.store.invitations import Invitations
from bot.store.jobs import Jobs
from bot.store.links import Links
from bot.store.mailbox import Mailbox
from bot.store.outbox import TenantOutbox
from bot.store.persons import Persons
from bot.store.questions import Questions
from bot.store.ready import Ready
from bot.store.records import ApiKey, Campaign, ConsoleSession, LessonChangeRecord, Staff
from bot.store.retention import Retention
from bot.store.tables import Alarms, Audit, Table
from bot.store.turns import Turns
from bot.store.vault import Vault
from bot.store.wakes import Wakes
from bot.store.writes import PersonWrites
from bot.tenant import Tenant

SHARED_BUCKET = "b00"
HEALTH_SECONDS = 60


def room_for(db: Db, master: bytes, clock: Clock, tenant: str, bucket: str) -> Room:
    """Where this tenant's values stand."""
    prefix = f"{{{bucket}}}:{tenant}:"
    return Room(db, Vault(db, prefix, tenant, master), clock, prefix, f"{{{bucket}}}:")


class TenantStore:
    """All that is stored for one municipality; built from a `Tenant` only."""

    def __init__(self, db: Db, master: bytes, clock: Clock, tenant: Tenant) -> None:
        self.tenant = tenant
        self.room = room_for(db, master, clock, tenant.id, tenant.bucket)
        self.links = Links(self.room)
        self.mailbox = Mailbox(self.room)
        self.groups = Groups(self.room)
        self.persons = Persons(self.room, self.groups)
        self.turns = Turns(self.room, self.links, self.mailbox, self.persons)
        self.dead = Dead(self.room, self.mailbox)
        self.outbox = TenantOutbox(self.room, tenant.id, self.links)
        self.writes = PersonWrites(self.room)
        self.questions = Questions(self.room)
        self.duo = DuoRecords(self.room)
        self.invitations = Invitations(self.room)
        self.deliveries = Deliveries(self.room)
        self.jobs = Jobs(self.room)
        self.hints = Hints(self.room)
        self.alarms = Alarms(self.room)
        self.audit = Audit(self.room)
        self.campaigns: Table[Campaign] = Table(self.room, "campaigns", Campaign)
        self.changes: Table[LessonChangeRecord] = Table(self.room, "changes", LessonChangeRecord)
        departures = Departures(self.room, self.links, self.persons)
        self.retention = Retention(
            self.room,
            self.deliveries,
            self.campaigns,
            self.changes,
            self.alarms,
            self.audit,
            self.dead,
            self.questions,
            departures,
        )
        self.look = self.mailbox.look

    def wakes(self) -> Wakes:
        """A reader of its own for a loop that waits for work of this tenant."""
        return Wakes(self.room)

    async def stir(self) -> None:
        """Let every waiting loop of this tenant look at once (after the clock was moved by hand)."""
        await self.room.script("stir")

    @property
    def callback_key(self) -> bytes:
        """Key of the MAC in callback data."""
        return self.room.vault.callback_key


class Store:
    """One connection, every tenant."""

    def __init__(self, db: Db, master: bytes, clock: Clock) -> None:
        self.db = db
        self._master = master
        self._clock = clock
        self._tenants: dict[str, TenantStore] = {}
        shared = room_for(db, master, clock, "all", SHARED_BUCKET)
        self.staff: Table[Staff] = Table(shared, "staff", Staff)
        self.sessions: Table[ConsoleSession] = Table(shared, "sessions", ConsoleSession)
        self.api_keys: Table[ApiKey] = Table(shared, "api_keys", ApiKey)
        self.idempotency = Idempotency(shared)

    @classmethod
    def open(cls, url: str, master: bytes, clock: Clock) -> Store:
        """Open the store at `url` with the 32-byte master key, which never stands in Redis."""
        return cls(Db.connect(url), master, clock)

    def tenant(self, tenant: Tenant) -> TenantStore:
        """The municipality's store."""
        known = self._tenants.get(tenant.id)
        if known is None:
            known = self._tenants[tenant.id] = TenantStore(self.db, self._master, self._clock, tenant)
        return known

    def ready(self, bucket: str, consumer: str) -> Ready:
        """The stream of ready links of one bucket, read as this consumer."""
        return Ready(self.db, f"{{{bucket}}}:", consumer)

    async def ping(self) -> None:
        """Raise `StoreAway` where the store does not answer, or cannot store anything now."""
        await self.db(self.db.redis.set(f"{{{SHARED_BUCKET}}}:health", "1", ex=HEALTH_SECONDS))

    async def close(self) -> None:
        """Close the connections."""
        await self.db.close()
