"""Who asks: a signed-in colleague, and the same inside one municipality with its store and roles."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.console.deps import DEPS, ConsoleDeps
from bot.console.ports import Cases, TenantStore
from bot.console.roles import Role
from bot.errors import NotAllowed
from bot.store.records import ConsoleSession, Staff
from bot.tenant import Tenant


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A colleague with a live session."""

    staff: Staff
    session: ConsoleSession


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of somebody who may be here; `who` goes into the audit log, `school` bounds a planner.

    `signed` is None for the HTTP API. An administrator sees every school.
    """

    request: web.Request
    tenant: Tenant
    store: TenantStore
    roles: frozenset[Role]
    who: str
    school: str | None = None
    signed: SignedIn | None = None

    @property
    def deps(self) -> ConsoleDeps:
        """What the console was given."""
        return self.request.app[DEPS]

    @property
    def cases(self) -> Cases:
        """The municipality's case system."""
        return self.deps.cases[self.tenant.id]

    @property
    def admin(self) -> bool:
        """Whether this is an administrator."""
        return Role.ADMIN in self.roles

    async def audit(self, what: str, person: str | None = None, why: str = "") -> None:
        """Write one line of the audit log."""
        await self.store.audit.write(self.who, what, person, why)


async def not_here(visit: Visit, what: str) -> NotAllowed:
    """Note once that somebody asked for an address that is not theirs; returns what to raise (A22)."""
    detail = f"{visit.who}: {what}"
    known = await visit.store.alarms.all()
    if not any(a.kind == "foreign_address" and a.detail == detail and not a.closed_by for a in known):
        await visit.store.alarms.raise_("foreign_address", None, detail)
    return NotAllowed()
