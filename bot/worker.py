"""The worker: takes a ready link, runs one pure turn, commits it in one step; again on fresh data where it lost."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.errors import StoreAway
from bot.state.events import Event, Looked, Started, Typed
from bot.state.scene import Invitation, Scene
from bot.state.turn import Turn
from bot.store.ready import ReadyLink
from bot.store.records import InvitationRecord, LinkState
from bot.store.store import Store, TenantStore
from bot.store.turns import Loaded
from bot.words.graphemes import first_grapheme

log = structlog.get_logger()
RUNS = 8
"""How often a turn is run again on fresh data before the entry is left to a later take."""
TRIES = 3
"""An event that raises this often is a dead letter."""


class Steps(Protocol):
    """The pure engine."""

    def step(self, scene: Scene, event: Event) -> Turn:
        """Decide one turn."""


@dataclass
class Worker:
    """Takes turns for every tenant of the given buckets."""

    engine: Steps
    store: Store
    tenants: Mapping[str, TenantStore]
    clock: Clock
    name: str = "worker-0"
    translation: bool = False
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def run(self, bucket: str) -> None:
        """Take turns of one bucket until cancelled; an absent store is waited for."""
        ready = self.store.ready(bucket, self.name)
        prepared = False
        while True:
            try:
                if not prepared:
                    await ready.prepare()
                    await self._all(await ready.mine())
                    prepared = True
                await self._all(await ready.take(5.0))
            except StoreAway:
                log.warning("store away", role="worker")
                prepared = False
                await self.pause(0.5)

    async def _all(self, links: tuple[ReadyLink, ...]) -> None:
        results = await asyncio.gather(*(self.take(link) for link in links), return_exceptions=True)
        for result in results:
            if isinstance(result, StoreAway):
                raise result
            if isinstance(result, BaseException):
                log.error("turn failed", error=type(result).__name__, exc_info=result)

    async def take(self, ready: ReadyLink) -> str:
        """Run the one turn of this entry; answers how it ended."""
        tenant = self.tenants.get(ready.tenant)
        if tenant is None:
            return "foreign"
        for _ in range(RUNS):
            loaded = await tenant.turns.load(ready.link, ready.entry)
            if loaded is None:
                await tenant.turns.settle(ready.entry)
                return "settled"
            answer = await self._turn(tenant, loaded)
            if answer in {"ok", "gone", "ended", "buried"}:
                return answer
            if answer == "busy":
                await self.pause(0.2)
        return "left"

    async def _turn(self, tenant: TenantStore, loaded: Loaded) -> str:
        try:
            scene, event = await self._scene(tenant, loaded)
            turn = self.engine.step(scene, event)
            return await tenant.turns.commit(loaded, turn, scene.now)
        except StoreAway:
            raise
        except Exception as fault:
            tries = await tenant.turns.attempts(loaded.link.id, loaded.event.id)
            kind = type(loaded.event).__name__
            log.error("event raised", event=kind, tries=tries, error=type(fault).__name__, exc_info=fault)
            if tries < TRIES:
                return "raised"
            await tenant.turns.bury(loaded, f"{kind}: {type(fault).__name__}", self.clock())
            return "buried"

    async def _scene(self, tenant: TenantStore, loaded: Loaded) -> tuple[Scene, Event]:
        event = await self._complete(tenant, loaded.event)
        invitation = await self._invitation(tenant, loaded, event)
        scene = Scene(
            session=loaded.session,
            tenant=tenant.tenant,
            now=self.clock(),
            link=loaded.link.id,
            facts=loaded.facts,
            invitation=invitation,
            link_state=loaded.link.state.value,
            pending=loaded.pending,
            own_person=loaded.link.person,
            translation=self.translation,
        )
        return scene, event

    async def _complete(self, tenant: TenantStore, event: Event) -> Event:
        """A look of a campaign carries its id only; template and fields are read now."""
        if not isinstance(event, Looked) or event.topic != "campaign":
            return event
        campaign = await tenant.campaigns.get(str(event.data.get("id") or event.data.get("value")))
        if campaign is None:
            return event
        return replace(event, data={"id": campaign.id, "template": campaign.template, "fields": campaign.fields})

    async def _invitation(self, tenant: TenantStore, loaded: Loaded, event: Event) -> Invitation | None:
        found: InvitationRecord | None = None
        year: bool | None = None
        visitor = loaded.link.state is LinkState.VISITOR
        if isinstance(event, Started) and event.code:
            found = await tenant.invitations.by_text(event.code)
        elif isinstance(event, Typed) and visitor and loaded.session.stage == "new":
            found = await tenant.invitations.by_text(event.text)
        elif loaded.session.invitation:
            found = await tenant.invitations.get(loaded.session.invitation)
            if found is not None and isinstance(event, Typed):
                year = tenant.invitations.year_fits(found, event.text)
        if found is None:
            return None
        await tenant.invitations.mark_opened(found.id)
        person = await tenant.persons.get(found.person)
        if person is None:
            return None
        colleague = tenant.tenant.medewerker(person.caseworker)
        return Invitation(
            id=found.id, person=found.person, way=found.way, language=found.language,
            initial=first_grapheme(person.first_name), caseworker=colleague.naam if colleague else "",
            expires=found.expires, needs_year=found.year_hash is not None, used_by=found.used_by, ended=found.ended,
            year_fits=year,
        )  # fmt: skip
