"""What the scheduler carries out for a tenant, beside fan-outs and purges."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Protocol

import structlog

from bot.cases.duo.follow import Duo
from bot.cases.sync import Swept, Sync
from bot.channels.telegram.setup import set_menu
from bot.clock import Clock, instant, local
from bot.errors import GiveUp, TranslatorAway
from bot.scheduler import Handler
from bot.schools import campaigns, leave
from bot.schools.changes import JOB as CHANGE
from bot.state.look import draft_mark
from bot.store.records import Job
from bot.store.store import TenantStore
from bot.views import Views

if TYPE_CHECKING:
    from bot.translate.gate import Gate

log = structlog.get_logger()
SWEEP_EVERY = timedelta(hours=1)
NIGHT = time(3, 0)
"""When everything is read, local time; towns follow each other over an hour."""
RETAIN_EVERY = timedelta(days=1)


class Calls(Protocol):
    """Calls Bot API methods by name."""

    async def call(self, method: str, params: dict[str, Any], /) -> Any:
        """Call one method."""


SLOW = frozenset({"sweep", "reconcile", "again", "retain", "menu", "translate", "duo", "duosweep"})
"""Kinds that read much, or wait for somebody else's server."""


@dataclass(frozen=True, slots=True)
class Errands:
    """One tenant's handlers by kind of job."""

    sync: Sync
    views: Views
    client: Calls
    gate: Gate | None
    clock: Clock
    duo: Duo | None = None

    @property
    def handlers(self) -> dict[str, Handler]:
        """Every kind of job that is planned anywhere."""
        return {
            CHANGE: self.change,
            campaigns.JOB: self.campaign,
            "sweep": self.sweep,
            "reconcile": self.reconcile,
            "again": self.again,
            "retain": self.retain,
            "menu": self.menu,
            "translate": self.translate,
            "duo": self.follow_duo,
            "duosweep": self.sweep_duo,
        }

    async def change(self, tenant: TenantStore, job: Job) -> None:
        """A planner's change leaves."""
        await leave.leave(tenant, job.key)

    async def campaign(self, tenant: TenantStore, job: Job) -> None:
        """A caseworker's reminder leaves."""
        await campaigns.leave(tenant, job.key, self.clock())

    async def sweep(self, tenant: TenantStore, job: Job) -> None:
        """Read what matters soon, in case a notification was lost; and again in an hour."""
        # Where nobody notifies us (a nightly file, no Notificaties API), this is how changes are found.
        sweep = self.sync.sweep if tenant.tenant.notified else self.sync.reconcile
        await self._again(tenant, await sweep())
        await tenant.jobs.plan(Job("sweep", "all", self.clock() + SWEEP_EVERY))

    async def reconcile(self, tenant: TenantStore, job: Job) -> None:
        """Read everything; and again next night. A night that was missed is made good at once."""
        begun = self.clock()
        swept = await self.sync.reconcile()
        took = (self.clock() - begun).total_seconds()
        log.info("reconciled", tenant=tenant.tenant.id, seconds=round(took), **swept.numbers)
        await self._again(tenant, swept)
        await tenant.jobs.plan(Job("reconcile", "all", next_night(self.clock(), tenant.tenant.id)))

    async def again(self, tenant: TenantStore, job: Job) -> None:
        """Read what failed once more; and again after a while, as long as something is missing."""
        await self._again(tenant, await self.sync.again())

    async def _again(self, tenant: TenantStore, swept: Swept) -> None:
        if swept.again is not None:
            await tenant.jobs.plan(Job("again", "all", self.clock() + swept.again))

    async def follow_duo(self, tenant: TenantStore, job: Job) -> None:
        """Read what DUO's new events of a person are about."""
        if self.duo is not None:
            await self.duo.follow(job.key)

    async def sweep_duo(self, tenant: TenantStore, job: Job) -> None:
        """Read DUO again for people who were not read for long; and again in an hour."""
        if self.duo is not None:
            await self.duo.sweep()
            await tenant.jobs.plan(Job("duosweep", "all", self.clock() + SWEEP_EVERY))

    async def retain(self, tenant: TenantStore, job: Job) -> None:
        """Remove what is older than people were promised; and again tomorrow."""
        await tenant.retention.sweep(tenant.tenant.bewaren, self.clock())
        await tenant.jobs.plan(Job("retain", "all", self.clock() + RETAIN_EVERY))

    async def menu(self, tenant: TenantStore, job: Job) -> None:
        """Set a chat's command menu to the language that its person chose."""
        link = await tenant.links.get(job.key)
        if link is not None:
            commands = self.views.commands(str(job.data.get("language", "nl")))
            try:
                await set_menu(self.client, link.chat, commands)
            except GiveUp as refused:
                # Blocked, or gone: there is no menu to set, now or in half a minute.
                log.info("menu not set", reason=type(refused).__name__)

    async def translate(self, tenant: TenantStore, job: Job) -> None:
        """Translate the draft question of a link to Dutch and back; nothing personal leaves unmasked."""
        session = await tenant.turns.session(job.key)
        if session is None or not session.draft:
            return
        draft = draft_mark(session.draft)
        data: dict[str, Any] = {"of": draft}
        if self.gate is not None:
            try:
                link = await tenant.links.get(job.key)
                names = await names_around(tenant, link.person if link else None)
                found = await self.gate.question(session.draft, session.language, names)
                data |= {"dutch": found.dutch, "back": found.back, "sure": found.sure}
            except TranslatorAway:
                log.warning("translator away")
        await tenant.look(job.key, "translated", data)


async def names_around(tenant: TenantStore, id: str | None) -> tuple[str, ...]:
    """Names that a text of or for a person may contain: the person's, the caseworkers', the schools'."""
    person = await tenant.persons.get(id) if id else None
    staff = tuple(one.naam for one in tenant.tenant.medewerkers)
    schools = tuple(one.group.provider.name for one in await tenant.groups.all())
    return (*((person.first_name,) if person else ()), *staff, *schools)


def next_night(now: datetime, tenant: str) -> datetime:
    """When this tenant's next night begins: at three, or up to an hour later so as not to meet others."""
    later = timedelta(minutes=hashlib.sha256(tenant.encode()).digest()[0] % 60)
    today = instant(datetime.combine(local(now).date(), NIGHT)) + later
    if today > now:
        return today
    return instant(datetime.combine(local(now).date() + timedelta(days=1), NIGHT)) + later
